package wengert.plot;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Works away from the interface thread, on one thing at a time. Of what is asked for meanwhile only the newest is done.
final class Newest {

    private final String name;
    private volatile boolean overtaken;
    private boolean busy;
    private @Nullable Consumer<BooleanSupplier> next;

    /// @param name what the thread is called
    Newest(String name) {
        this.name = name;
    }

    /// Asks for something; on the interface thread.
    ///
    /// @param work told how to find out whether something newer was asked for, or it was given up
    void ask(Consumer<BooleanSupplier> work) {
        synchronized (this) {
            overtaken = true;
            next = work;
            if (busy) {
                return;
            }
            busy = true;
        }
        Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// Gives up what is being done, and what is waiting.
    synchronized void giveUp() {
        next = null;
        overtaken = true;
    }

    private void run() {
        for (Consumer<BooleanSupplier> work = take(); work != null; work = take()) {
            try {
                work.accept(() -> overtaken);
            } catch (RuntimeException | Error wrong) {
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, wrong);
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
