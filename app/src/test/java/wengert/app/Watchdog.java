package wengert.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;

/// Watches how long the interface thread is not to be spoken to.
///
/// It asks the thread for a sign again and again. What counts is the processor time that the thread has used between
/// one sign and the next: other than the time on the clock, that does not grow when the machine has other things
/// to do.
final class Watchdog implements AutoCloseable {

    private static final long MILLIS_BETWEEN_SIGNS = 3;
    private static final int LINES = 40;

    /// The headless window copies its pictures pixel by pixel on the interface thread, which no real one does.
    private static final String HEADLESS = "HeadlessView._uploadPixels";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// A stretch without a sign.
    ///
    /// @param during what was being done
    /// @param where where the thread was when it was looked at in between; empty if it was not
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
    private volatile long last;
    private volatile boolean answered = true;
    private volatile String where = "";
    private volatile boolean over;

    /// @param worth stretches of fewer milliseconds are not noted
    Watchdog(double worth) {
        this.worth = worth;
        var watcher = new Thread(this::watch, "watchdog");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        while (!over) {
            if (answered) {
                answered = false;
                where = "";
                Platform.runLater(this::sign);
            } else if (last != 0 && where.isEmpty() && used() > worth) {
                where = where(watched);
            }
            try {
                Thread.sleep(MILLIS_BETWEEN_SIGNS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private double used() {
        return (THREADS.getThreadCpuTime(watched.threadId()) - last) / 1e6;
    }

    private static String where(Thread thread) {
        var text = new StringBuilder();
        Arrays.stream(thread.getStackTrace())
                .limit(LINES)
                .forEach(line -> text.append("\n        ").append(line));
        return text.toString();
    }

    private void sign() {
        watched = Thread.currentThread();
        long now = THREADS.getCurrentThreadCpuTime();
        double used = last == 0 ? 0 : (now - last) / 1e6;
        last = now;
        if (used > worth && !where.contains(HEADLESS)) {
            stretches.add(new Stretch(used, doing, where));
        }
        answered = true;
    }

    /// Says what is being done from now on.
    void during(String what) {
        doing = what;
    }

    void forget() {
        stretches.clear();
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
