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

    private static final long NANOS_BETWEEN_LOOKS = 1_000_000;
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
    private volatile Thread watched = Thread.currentThread();
    private volatile boolean over;

    // of the stretch that is going on, in nanoseconds of the interface thread's processor time
    private long began = -1;
    private long looked;
    private long copying;
    private String where = "";

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
        double used = end(THREADS.getCurrentThreadCpuTime());
        if (used < 0.1) {
            LockSupport.parkNanos(NANOS_OF_REST);
        }
        begin(THREADS.getCurrentThreadCpuTime());
        if (!over) {
            Platform.runLater(this::sign);
        }
    }

    private synchronized double end(long now) {
        double used = began < 0 ? 0 : (now - began - copying) / 1e6;
        if (used > worth) {
            stretches.add(new Stretch(used, doing, where));
        }
        return used;
    }

    private synchronized void begin(long now) {
        began = now;
        looked = now;
        copying = 0;
        where = "";
    }

    /// Looks where the interface thread is while it is busy.
    private void watch() {
        while (!over) {
            Thread thread = watched;
            StackTraceElement[] stack = thread.getStackTrace();
            look(stack, THREADS.getThreadCpuTime(thread.threadId()));
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
    }

    /// What the thread has used since the last look, it has used there where it is.
    private synchronized void look(StackTraceElement[] stack, long now) {
        if (began < 0 || now <= looked) {
            return;
        }
        if (Arrays.stream(stack).anyMatch(line -> line.getClassName().endsWith(HEADLESS))) {
            copying += now - looked;
        } else if ((now - began - copying) / 1e6 > worth / 3) {
            where = text(stack);
        }
        looked = now;
    }

    private static String text(StackTraceElement[] stack) {
        var text = new StringBuilder();
        Arrays.stream(stack).limit(LINES).forEach(line -> text.append("\n        ").append(line));
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
