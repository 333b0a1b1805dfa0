package wengert.app;

import java.util.ArrayList;
import java.util.List;

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
        return inTurns(List.of(work)).getFirst();
    }

    /// The times of one run of each, in nanoseconds. They take turns, so that a machine which changes its speed meanwhile does
    /// so for all of them, and what they take can be compared.
    static List<Double> inTurns(List<Runnable> works) {
        int[] together = works.stream().mapToInt(Stopwatch::warmUp).toArray();
        var times = works.stream().map(_ -> new ArrayList<Double>()).toList();
        long end = System.nanoTime() + works.size() * MEASURED;
        for (int round = 0; round < FEWEST || System.nanoTime() < end && round < MOST; round++) {
            for (int k = 0; k < works.size(); k++) {
                times.get(k).add(once(works.get(k), together[k]));
            }
        }
        return times.stream().map(Stopwatch::median).toList();
    }

    /// @return how often it is run so that a clock can tell how long that takes
    private static int warmUp(Runnable work) {
        int runs = 0;
        long start = System.nanoTime();
        long now;
        do {
            work.run();
            runs++;
            now = System.nanoTime();
        } while (now - start < WARM_UP && runs < 1_000_000);
        double one = (double) (now - start) / runs;
        return (int) Math.clamp(SHORTEST / Math.max(1, one), 1, 1_000_000);
    }

    private static double once(Runnable work, int together) {
        long before = System.nanoTime();
        for (int i = 0; i < together; i++) {
            work.run();
        }
        return (double) (System.nanoTime() - before) / together;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
