package wengert.compile;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Where code is made, aside from whoever asks for it.
final class Workshop {

    /// One worker, which goes home when there is nothing to do.
    static final Executor ASIDE = workers();

    private Workshop() {}

    private static Executor workers() {
        var workers =
                new ThreadPoolExecutor(
                        1,
                        1,
                        2,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> {
                            var thread = new Thread(null, work, "wengert-compile", 64L << 20);
                            thread.setDaemon(true);
                            thread.setPriority(Thread.MIN_PRIORITY);
                            return thread;
                        });
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
