package wengert.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Param;
import wengert.compile.FastGradient;
import wengert.compile.FastGradient.Way;
import wengert.rival.Rivals;
import wengert.rival.Subjects;
import wengert.run.Study;

/// The tables of `docs/performance.md`, all in one run, as medians of CPU time: on a machine that does other things, too,
/// their ratios hold where JMH's times by the clock do not.
///
/// Arguments are like `rosenbrock:1000`, function and number of inputs; without any, all that [GradientBenchmark] lists.
public final class Figures {

    private static final int SAMPLES = 11;
    private static final long WARM_UP = 2_000_000_000;
    private static final long SAMPLE = 20_000_000;

    private static final ThreadMXBean CLOCK = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static double sink;

    private Figures() {}

    public static void main(String[] programs) throws NoSuchFieldException {
        System.out.println(
                "| program | n | nodes | by hand: f, ns | ∇f, ns | compiled: f, ns | ∇f, ns"
                        + " | ∇f / by hand | interpreted / by hand | ∇f / f |");
        System.out.println("| --- " + "| --- ".repeat(9) + "|");
        for (String program : programs.length == 0 ? all() : programs) {
            String[] words = program.split(":");
            row(words[0], Integer.parseInt(words[1]));
        }
        if (sink == 0.125) {
            System.out.println(); // so that nothing is left out for not being looked at
        }
    }

    /// What JMH measures.
    private static String[] all() throws NoSuchFieldException {
        return GradientBenchmark.class.getField("program").getAnnotation(Param.class).value();
    }

    private static void row(String function, int n) {
        Rivals.Case rival = Rivals.of(function.replace("_array", ""), n);
        double[] x = rival.point();
        double[] g = new double[x.length];
        Study study = Subjects.of(function, n);
        FastGradient value = study.fastValue();
        FastGradient compiled = study.fast();
        FastGradient interpreted = Subjects.of(function, n).fast().upTo(Way.INTERPRETED);
        value.prepare(Way.COMPILED);
        compiled.prepare(Way.COMPILED);
        interpreted.prepare(Way.INTERPRETED);
        double handValue = median(() -> rival.value(x));
        double hand = median(() -> rival.gradient(x, g));
        double fastValue = median(() -> value.at(x, g));
        double fast = median(() -> compiled.at(x, g));
        double slow = median(() -> interpreted.at(x, g));
        System.out.printf(
                "| %s | %,d | %,d | %,.0f | %,.0f | %,.0f | %,.0f | %.2f | %.1f | %.1f |%n",
                function,
                n,
                study.graph().nodes().size(),
                handValue,
                hand,
                fastValue,
                fast,
                fast / hand,
                slow / hand,
                fast / fastValue);
    }

    /// The CPU time of one run, in nanoseconds.
    private static double median(DoubleSupplier work) {
        long end = CLOCK.getCurrentThreadCpuTime() + WARM_UP;
        int runs = 1;
        double one = 0;
        while (CLOCK.getCurrentThreadCpuTime() < end) {
            one = sample(work, runs);
            runs = (int) Math.clamp(SAMPLE / Math.max(1, one), 1, 10_000_000);
        }
        double[] times = new double[SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            times[k] = sample(work, runs);
        }
        Arrays.sort(times);
        return times[SAMPLES / 2];
    }

    private static double sample(DoubleSupplier work, int runs) {
        long start = CLOCK.getCurrentThreadCpuTime();
        for (int i = 0; i < runs; i++) {
            sink += work.getAsDouble();
        }
        return (double) (CLOCK.getCurrentThreadCpuTime() - start) / runs;
    }
}
