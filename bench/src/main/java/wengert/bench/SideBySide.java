package wengert.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/// Takes the CPU time of several things in turns: on a machine that changes its speed, or does other things as well, it
/// changes for all of them, and their ratios hold where times by the clock do not.
final class SideBySide {

    private static final int SAMPLES = 21;
    private static final long WARM_UP = 3_000_000_000L;
    private static final long SAMPLE = 10_000_000;

    private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static double sink;

    private SideBySide() {}

    /// What one run of each takes, in nanoseconds.
    static double[] medians(DoubleSupplier... works) {
        int[] runs = Arrays.stream(works).mapToInt(SideBySide::warmedUp).toArray();
        double[][] times = new double[works.length][SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            for (int w = 0; w < works.length; w++) {
                times[w][k] = sample(works[w], runs[w]);
            }
        }
        if (sink == 0.125) {
            System.out.println(); // so that nothing is left out for not being looked at
        }
        return Arrays.stream(times)
                .mapToDouble(t -> Arrays.stream(t).sorted().toArray()[SAMPLES / 2])
                .toArray();
    }

    /// Runs it until it is compiled.
    ///
    /// @return how many runs make a sample
    private static int warmedUp(DoubleSupplier work) {
        long end = CLOCK.getCurrentThreadCpuTime() + WARM_UP;
        int runs = 1;
        while (CLOCK.getCurrentThreadCpuTime() < end) {
            double one = sample(work, runs);
            runs = (int) Math.clamp(SAMPLE / Math.max(1, one), 1, 10_000_000);
        }
        return runs;
    }

    private static double sample(DoubleSupplier work, int runs) {
        long start = CLOCK.getCurrentThreadCpuTime();
        for (int i = 0; i < runs; i++) {
            sink += work.getAsDouble();
        }
        return (double) (CLOCK.getCurrentThreadCpuTime() - start) / runs;
    }
}
