package wengert.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.AfterEach;

/// A session without a window: the test plays the part of the interface thread.
abstract class Windowless {

    private static final Clock STILL =
            new Clock() {
                @Override
                public void start(DoubleConsumer tick) {}

                @Override
                public void stop() {}
            };

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService background = Runs.background();
    final Session session = new Session(new Playback(STILL), screen::add, background);

    @AfterEach
    void close() {
        session.close();
    }

    /// Does the interface thread's work until something is so.
    final void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable work = screen.poll(20, TimeUnit.SECONDS);
            assertThat(work).as("what the session has to say").isNotNull();
            work.run();
        }
    }

    void open(String program) throws InterruptedException {
        session.open("program.jl", program);
        until(() -> !session.running().get());
    }
}
