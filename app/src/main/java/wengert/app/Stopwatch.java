package wengert.app;

import java.util.ArrayList;
import java.util.Collections;

/// How long something takes, as the median of enough runs after as many to warm up.
final class Stopwatch {

    private static final long WARM_UP = 400_000_000; // nanoseconds
    private static final long MEASURED = 400_000_000;
    private static final int FEWEST = 5;
    private static final int MOST = 200;

    /// A run that is much shorter than this is repeated until it is not: clocks are not that fine.
    private static final long SHORTEST = 200_000;

    private Stopwatch() {}

    /// The time of one run, in nanoseconds.
    static double nanoseconds(Runnable work) {
        int runs = 0;
        long start = System.nanoTime();
        long warm = start;
        do {
            work.run();
            runs++;
            warm = System.nanoTime();
        } while (warm - start < WARM_UP && runs < 1_000_000);
        double one = (double) (warm - start) / runs;
        int together = (int) Math.clamp(SHORTEST / Math.max(1, one), 1, 1_000_000);
        var times = new ArrayList<Double>();
        long end = System.nanoTime() + MEASURED;
        while (times.size() < FEWEST || System.nanoTime() < end && times.size() < MOST) {
            long before = System.nanoTime();
            for (int i = 0; i < together; i++) {
                work.run();
            }
            times.add((double) (System.nanoTime() - before) / together);
        }
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
