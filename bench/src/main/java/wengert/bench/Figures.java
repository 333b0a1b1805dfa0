package wengert.bench;

import org.openjdk.jmh.annotations.Param;
import wengert.compile.FastGradient;
import wengert.compile.FastGradient.Way;
import wengert.rival.Rivals;
import wengert.rival.Subjects;
import wengert.run.Study;

/// The tables of `docs/performance.md`, all in one run, as medians of CPU time that is taken [in turns][SideBySide].
///
/// Arguments are like `rosenbrock:1000`, function and number of inputs; without any, all that [GradientBenchmark] lists.
public final class Figures {

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
        double[] times =
                SideBySide.medians(
                        () -> rival.value(x),
                        () -> rival.gradient(x, g),
                        () -> value.at(x, g),
                        () -> compiled.at(x, g),
                        () -> interpreted.at(x, g));
        double hand = times[1];
        double fast = times[3];
        System.out.printf(
                "| %s | %,d | %,d | %,.0f | %,.0f | %,.0f | %,.0f | %.2f | %.1f | %.1f |%n",
                function,
                n,
                study.graph().nodes().size(),
                times[0],
                hand,
                times[2],
                fast,
                fast / hand,
                times[4] / hand,
                fast / times[2]);
    }
}
