package wengert.session;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.session.Look.Sight;
import wengert.source.SourceText;

/// The runs of a program that is being written, away from the interface thread. Only the one that was asked for last
/// counts; the one before is cancelled.
final class Runs {

    /// A program that ran in less than this runs again with every keystroke.
    private static final long SHORT_MILLIS = 60;

    /// How long the keyboard must rest before a program that takes longer runs, and before a mistake is spoken of: who
    /// is in the middle of a word has not made one.
    private static final long REST_MILLIS = 150;

    /// A run that is over, and what is to be looked at, ready to be shown.
    record Finished(Run run, @Nullable Sight sight) {

        boolean isGood() {
            return run.diagnostics().isEmpty();
        }
    }

    /// What is to be run, and what for.
    private record Order(
            Runner runner, SourceText source, Wish wish, int ticket, long said, Executor screen) {}

    private final Executor screen;
    private final ScheduledExecutorService background;
    private final Consumer<Finished> publish;
    private final Runnable failed;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private Budget budget = Budget.DEFAULT;
    private @Nullable Runner runner;
    private @Nullable Future<?> waiting;
    private int request;
    private volatile long lastRunMillis;

    /// @param screen runs what is published, one after the other
    /// @param background runs programs
    /// @param publish told of what came of the latest request
    /// @param failed told when nothing came of it because we are wrong
    Runs(
            Executor screen,
            ScheduledExecutorService background,
            Consumer<Finished> publish,
            Runnable failed) {
        this.screen = screen;
        this.background = background;
        this.publish = publish;
        this.failed = failed;
    }

    /// Programs may call deeply, so their threads have room for it. What is asked for when the window has been closed
    /// is left undone: a number may still have been on its way.
    static ScheduledExecutorService background() {
        var threads =
                new ScheduledThreadPoolExecutor(
                        2,
                        task -> {
                            var thread = new Thread(null, task, "wengert program", 512L << 20);
                            thread.setDaemon(true);
                            return thread;
                        });
        threads.setRemoveOnCancelPolicy(true);
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return threads;
    }

    /// Whether a run has been asked for and is not finished.
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    void allow(Budget limits) {
        budget = limits;
    }

    /// Knows nothing of the program any more, because another one comes.
    void forget() {
        lastRunMillis = REST_MILLIS;
    }

    /// Runs a program whether the keyboard rests or not.
    ///
    /// @param where runs what is published of it
    void now(SourceText source, Wish wish, Executor where) {
        request(source, wish, 0, 0, where);
    }

    /// Runs a program that has been changed: at once if it takes no time, else when the keyboard rests.
    void soon(SourceText source, Wish wish) {
        long rest = lastRunMillis <= SHORT_MILLIS ? 0 : REST_MILLIS;
        request(source, wish, rest, REST_MILLIS, screen);
    }

    /// @param rest how long from now the program runs, in milliseconds
    /// @param patience how long from now it is said what is wrong with it
    private void request(SourceText source, Wish wish, long rest, long patience, Executor where) {
        cancel();
        if (waiting != null) {
            waiting.cancel(false);
        }
        var next = new Runner(budget).proposing();
        runner = next;
        running.set(true);
        long said = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
        var order = new Order(next, source, wish, ++request, said, where);
        waiting = background.schedule(() -> perform(order), rest, TimeUnit.MILLISECONDS);
    }

    /// In the background: runs, and makes ready what the screen will ask for first.
    private void perform(Order order) {
        long began = System.nanoTime();
        try {
            Run run = order.runner.run(order.source);
            var finished = new Finished(run, order.wish.among(run));
            long now = System.nanoTime();
            lastRunMillis = TimeUnit.NANOSECONDS.toMillis(now - began);
            Runnable told = () -> order.screen.execute(() -> publish(finished, order));
            if (finished.isGood() || now >= order.said || background.isShutdown()) {
                told.run();
            } else {
                var _ = background.schedule(told, order.said - now, TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException | Error trouble) {
            screen.execute(() -> fail(order, trouble));
        }
    }

    private void publish(Finished finished, Order order) {
        if (order.ticket == request) { // else the text has changed since
            publish.accept(finished);
            running.set(false);
        }
    }

    /// We are wrong: whoever watches over this thread's uncaught exceptions finds words for it.
    private void fail(Order order, Throwable trouble) {
        if (order.ticket == request) {
            running.set(false);
            failed.run();
        }
        Trouble.report(trouble);
    }

    /// Ends the run that is going on, if any. Its diagnostic says that it was cancelled.
    void cancel() {
        if (runner != null) {
            runner.cancel();
        }
    }

    void close() {
        cancel();
        background.shutdownNow();
    }
}
