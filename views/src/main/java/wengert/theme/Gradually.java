package wengert.theme;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/// What can wait for a moment, done piece by piece after the pulse that shows what cannot. All that waits anywhere in the
/// window stands in one line, and each pulse takes the next from it: so no pulse takes long, however much a step or
/// another program brings with it.
public final class Gradually {

    private static final long NANOS_A_PULSE = 4_000_000;

    private static final Deque<Gradually> LINE = new ArrayDeque<>();
    private static final AnimationTimer TIMER =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse();
                }
            };

    private static boolean fresh;

    private final Deque<Runnable> pieces = new ArrayDeque<>();

    /// Does these pieces, in place of what was still to be done of those before.
    public void begin(Collection<Runnable> work) {
        pieces.clear();
        pieces.addAll(work);
        if (!work.isEmpty() && !LINE.contains(this)) {
            if (LINE.isEmpty()) {
                fresh = true;
                TIMER.start();
            }
            LINE.add(this);
        }
    }

    private static void pulse() {
        if (fresh) {
            fresh = false; // this pulse has enough to do
            return;
        }
        LINE.removeIf(waiting -> waiting.pieces.isEmpty());
        Gradually next = LINE.poll();
        if (next != null) {
            next.go();
            if (!next.pieces.isEmpty()) {
                LINE.add(next);
            }
        }
        if (LINE.isEmpty()) {
            TIMER.stop();
        }
    }

    private void go() {
        long end = System.nanoTime() + NANOS_A_PULSE;
        do {
            pieces.remove().run();
        } while (!pieces.isEmpty() && System.nanoTime() < end);
    }
}
