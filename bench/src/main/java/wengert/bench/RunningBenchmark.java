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

/// What running a program costs: without recording for each operation, and recording for each node. Parsing the program
/// and everything else that a run begins with is part of it. With `-prof gc`, `gc.alloc.rate.norm` are the bytes that are
/// allocated for each; what is kept of them [Footprint] prints.
///
/// The collector is that of the commands, with room for new objects: what a recording makes it keeps, and a collector with
/// little room copies all of it again and again.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmn2g"})
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

    @Benchmark
    @OperationsPerInvocation(10_000_000)
    public Run evaluated() {
        return Texts.run(PLAIN);
    }

    @Benchmark
    @OperationsPerInvocation(Recordings.OF_SCALARS)
    public Run recordedScalars() {
        return Recordings.SCALARS.run();
    }

    @Benchmark
    @OperationsPerInvocation(Recordings.OF_ELEMENTS)
    public Run recordedElements() {
        return Recordings.ELEMENTS.run();
    }

    @Benchmark
    @OperationsPerInvocation(Recordings.OF_ARRAYS)
    public Run recordedArrays() {
        return Recordings.ARRAYS.run();
    }

    @Benchmark
    @OperationsPerInvocation(Recordings.OF_NETWORK)
    public Run recordedNetwork() {
        return Recordings.NETWORK.run();
    }

    @Benchmark
    @OperationsPerInvocation(Recordings.OF_BUNDLE)
    public Run recordedBundle() {
        return Recordings.BUNDLE.run();
    }
}
