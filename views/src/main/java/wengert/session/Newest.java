package wengert.session;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Works away from the interface thread, on one thing at a time. Of what is asked for meanwhile only the newest is done.
public final class Newest {

    private final Executor background;
    private volatile boolean overtaken;
    private boolean busy;
    private @Nullable Consumer<BooleanSupplier> next;

    Newest(Executor background) {
        this.background = background;
    }

    /// Asks for something; on the interface thread.
    ///
    /// @param work told how to find out whether something newer was asked for, or it was given up
    public void ask(Consumer<BooleanSupplier> work) {
        synchronized (this) {
            overtaken = true;
            next = work;
            if (busy) {
                return;
            }
            busy = true;
        }
        background.execute(this::run);
    }

    /// Gives up what is being done, and what is waiting.
    public synchronized void giveUp() {
        next = null;
        overtaken = true;
    }

    private void run() {
        for (Consumer<BooleanSupplier> work = take(); work != null; work = take()) {
            try {
                work.accept(() -> overtaken);
            } catch (RuntimeException | Error wrong) {
                Trouble.report(wrong);
            }
        }
    }

    private synchronized @Nullable Consumer<BooleanSupplier> take() {
        Consumer<BooleanSupplier> work = next;
        next = null;
        overtaken = false;
        busy = work != null;
        return work;
    }
}
