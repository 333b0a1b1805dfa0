package wengert.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wengert.rival.Texts;
import wengert.run.Run;

/// What running a program costs: without recording for each operation, and recording for each node.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class RunningBenchmark {

    /// Ten operations a turn: two calls of sin and of abs, six operators.
    private static final String PLAIN =
            """
            function work(n)
                s = 0.0
                x = 0.3
                for i in 1:n
                    s = s + sin(x) * 0.5 - abs(s) / 3
                    x = x + cos(s) * 0.1 - x * 0.2
                end
                return s
            end
            work(1_000_000)
            """;

    private static final int TURNS = 100_000;

    /// Six nodes a turn.
    private static final String TRACED =
            """
            function work(x)
                s = x
                for i in 1:%d
                    s = s + sin(s) * 0.5 - s * x / 3
                end
                return s
            end
            gradient(work, 0.3)
            """;

    @Benchmark
    @OperationsPerInvocation(10_000_000)
    public Run evaluated() {
        return Texts.run(PLAIN);
    }

    /// Recorded, and swept once to get the gradient.
    @Benchmark
    @OperationsPerInvocation(6 * TURNS)
    public Run recordedAndSwept() {
        return Texts.run("using Zygote\n" + TRACED.formatted(TURNS));
    }

    @Benchmark
    @OperationsPerInvocation(6 * TURNS)
    public Run recorded() {
        return Texts.run(
                "using Zygote\n"
                        + TRACED.formatted(TURNS)
                                .replace("gradient(work, 0.3)", "pullback(work, 0.3)[1]"));
    }
}
