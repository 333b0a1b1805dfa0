package wengert.compile;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Where code is made, aside from whoever asks for it.
final class Workshop {

    /// One worker, which goes home when there is nothing to do.
    static final Executor ASIDE = workers();

    /// As many paths keep their code; that of the one made longest ago is dropped for the next.
    private static final int MOST = 32;

    /// Nobody has to hold on to a study for its code's sake.
    private static final Deque<WeakReference<FastPath>> KEPT = new ArrayDeque<>();

    private Workshop() {}

    /// Notes that a path has code now.
    static void keep(FastPath path) {
        FastPath oldest = null;
        synchronized (KEPT) {
            KEPT.removeIf(kept -> kept.refersTo(path) || kept.refersTo(null));
            KEPT.add(new WeakReference<>(path));
            if (KEPT.size() > MOST) {
                oldest = KEPT.remove().get();
            }
        }
        if (oldest != null) {
            oldest.forget();
        }
    }

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
                            return thread;
                        });
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
