package wengert.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wengert.compile.FastGradient;
import wengert.compile.FastGradient.Way;
import wengert.rival.Texts;
import wengert.run.Study;

/// How long it takes until the value and gradient of a program are compiled, beginning with its recorded graph, in a virtual
/// machine that has compiled others before.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class CompilingBenchmark {

    /// About how many nodes the graph has.
    @Param({"100", "1000", "10000", "100000"})
    public int nodes = 100;

    /// A straight program, in which no operation has anything to do with the one before, or a loop.
    @Param({"straight", "loop"})
    public String kind = "loop";

    private Study study = Texts.run(loop(2)).studies().getLast();

    @Setup
    public void record() {
        String program = kind.equals("loop") ? loop(nodes / 9 + 1) : straight(nodes / 2);
        study = Texts.run(program).studies().getLast();
    }

    @Benchmark
    public boolean interpreted() {
        return FastGradient.of(study.graph(), study.seed(), null).prepare(Way.INTERPRETED);
    }

    @Benchmark
    public boolean compiled() {
        return FastGradient.of(study.graph(), study.seed(), null).prepare(Way.COMPILED);
    }

    private static String loop(int turns) {
        return Texts.sample("rosenbrock", "gradient(rosenbrock, point(%d))".formatted(turns));
    }

    /// Two operations or one in each line.
    private static String straight(int lines) {
        var random = new Random(lines);
        var text = new StringBuilder("using Zygote\nfunction f(x)\n");
        for (int i = 0; i < 8; i++) {
            text.append("v%d = x[%d]%n".formatted(i, i + 1));
        }
        String[] functions = {"sin", "tanh", "cos"};
        for (int i = 8; i < lines; i++) {
            int near = Math.max(0, i - 1 - random.nextInt(20));
            String line =
                    random.nextInt(3) == 0
                            ? "v%d = %s(v%d)%n".formatted(i, functions[random.nextInt(3)], near)
                            : "v%d = v%d %s 0.5v%d%n"
                                    .formatted(
                                            i,
                                            near,
                                            "+-*".charAt(random.nextInt(3)),
                                            random.nextInt(i));
            text.append(line);
        }
        text.append("return v%d%nend%ngradient(f, [0.1i for i in 1:8])%n".formatted(lines - 1));
        return text.toString();
    }
}
