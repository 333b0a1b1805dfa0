package wengert.theme;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/// What can wait for a moment, done piece by piece, with each pulse as much as there is time for: so no pulse takes long,
/// however much another program brings with it.
public final class Gradually extends AnimationTimer {

    private static final long NANOS_A_PULSE = 4_000_000;

    private final Deque<Runnable> pieces = new ArrayDeque<>();
    private boolean waiting;

    /// Leaves the pulse that is next to everything else, and does these after it. What was still to be done before is
    /// forgotten.
    public void begin(Collection<Runnable> work) {
        pieces.clear();
        pieces.addAll(work);
        waiting = true;
        if (!pieces.isEmpty()) {
            start();
        }
    }

    @Override
    public void handle(long now) {
        if (waiting) {
            waiting = false;
            return;
        }
        long end = System.nanoTime() + NANOS_A_PULSE;
        do {
            Runnable piece = pieces.poll();
            if (piece != null) {
                piece.run();
            }
        } while (!pieces.isEmpty() && System.nanoTime() < end);
        if (pieces.isEmpty()) {
            stop();
        }
    }
}
