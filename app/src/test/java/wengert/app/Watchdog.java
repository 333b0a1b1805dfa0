package wengert.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// Watches how long the interface thread is not to be spoken to.
///
/// It stands in the thread's queue all the time: as soon as it has had its turn it queues again. What was done between
/// two of its turns is what somebody who presses a key has to wait for. What counts is the processor time: other than
/// the time on the clock, that does not grow when the machine has other things to do.
final class Watchdog implements AutoCloseable {

    private static final long NANOS_BETWEEN_LOOKS = 2_000_000;
    private static final long NANOS_OF_REST = 500_000;
    private static final int LINES = 40;

    /// The headless window copies its pictures pixel by pixel on the interface thread, which no real one does.
    private static final String HEADLESS = "HeadlessView";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// A stretch without a sign.
    ///
    /// @param during what was being done
    /// @param where where the thread was when it was looked at towards the end; empty if it was not
    record Stretch(double millis, String during, String where) {
        @Override
        public String toString() {
            return "%.0f ms: %s%s".formatted(millis, during, where);
        }
    }

    private final List<Stretch> stretches = new CopyOnWriteArrayList<>();
    private final double worth;

    private volatile String doing = "nothing yet";
    private volatile long last = -1;
    private volatile Thread watched = Thread.currentThread();
    private volatile int looks;
    private volatile int headless;
    private volatile String where = "";
    private volatile boolean over;

    /// @param worth stretches of fewer milliseconds are not noted
    Watchdog(double worth) {
        this.worth = worth;
        Platform.runLater(this::sign);
        var watcher = new Thread(this::watch, "watchdog");
        watcher.setDaemon(true);
        watcher.start();
    }

    /// On the interface thread, again and again.
    private void sign() {
        watched = Thread.currentThread();
        long now = THREADS.getCurrentThreadCpuTime();
        double used = last < 0 ? 0 : (now - last) / 1e6;
        double ours = looks == 0 ? used : used * (looks - headless) / looks;
        if (ours > worth) {
            stretches.add(new Stretch(ours, doing, where));
        }
        looks = 0;
        headless = 0;
        where = "";
        if (used < 0.1) {
            LockSupport.parkNanos(NANOS_OF_REST);
        }
        last = THREADS.getCurrentThreadCpuTime();
        if (!over) {
            Platform.runLater(this::sign);
        }
    }

    /// Looks where the interface thread is, once it has been busy for a while.
    private void watch() {
        while (!over) {
            Thread thread = watched;
            if (last >= 0
                    && (THREADS.getThreadCpuTime(thread.threadId()) - last) / 1e6 > worth / 3) {
                String there = where(thread);
                looks++;
                if (there.contains(HEADLESS)) {
                    headless++;
                } else {
                    where = there;
                }
            }
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
    }

    private static String where(Thread thread) {
        var text = new StringBuilder();
        Arrays.stream(thread.getStackTrace())
                .limit(LINES)
                .forEach(line -> text.append("\n        ").append(line));
        return text.toString();
    }

    /// Says what is being done from now on.
    void during(String what) {
        doing = what;
    }

    /// What was noted, the longest first.
    List<Stretch> stretches() {
        return stretches.stream()
                .sorted(Comparator.comparingDouble(Stretch::millis).reversed())
                .toList();
    }

    @Override
    public void close() {
        over = true;
    }
}
