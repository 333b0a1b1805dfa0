package wengert.bench;

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
import wengert.rival.Rivals;
import wengert.rival.Subjects;

/// Value and gradient of a program at one point after another: by hand, interpreted flat, and compiled.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class GradientBenchmark {

    /// The function, then how many inputs it has. Others may be given on the command line: `-p program=lstm:256`.
    @Param({
        "rosenbrock:10",
        "rosenbrock:100",
        "rosenbrock:1000",
        "rosenbrock:10000",
        "rosenbrock_array:10",
        "rosenbrock_array:100",
        "rosenbrock_array:1000",
        "rosenbrock_array:10000",
        "speelpenning:10",
        "speelpenning:100",
        "speelpenning:1000",
        "speelpenning:10000",
        "speelpenning_array:10",
        "speelpenning_array:100",
        "speelpenning_array:1000",
        "speelpenning_array:10000",
        "ackley:10",
        "ackley:100",
        "ackley:1000",
        "ackley:10000",
        "ackley_array:10",
        "ackley_array:100",
        "ackley_array:1000",
        "ackley_array:10000",
        "helmholtz:10",
        "helmholtz:100",
        "helmholtz:500",
        "helmholtz_array:10",
        "helmholtz_array:100",
        "helmholtz_array:500",
        "gmm:1000",
        "ba:1000",
        "ba_shuffled:1000",
        "ba_shuffled:10000",
        "lstm:64",
        "mlp:64"
    })
    public String program = "";

    private Rivals.Case rival = Rivals.of("rosenbrock", 2);
    private FastGradient interpreted = Subjects.of("rosenbrock", 2).fast();
    private FastGradient compiled = interpreted;
    private FastGradient value = interpreted;
    private double[] x = {};
    private double[] g = {};

    @Setup
    public void prepare() {
        String[] words = program.split(":");
        int n = Integer.parseInt(words[1]);
        rival = Rivals.of(words[0].replace("_array", ""), n);
        x = rival.point();
        g = new double[x.length];
        interpreted = Subjects.of(words[0], n).fast();
        compiled = Subjects.of(words[0], n).fast();
        interpreted.upTo(FastGradient.Way.INTERPRETED).prepare(FastGradient.Way.INTERPRETED);
        value = Subjects.of(words[0], n).fastValue();
        value.prepare(FastGradient.Way.COMPILED);
        compiled.prepare(FastGradient.Way.COMPILED);
    }

    @Benchmark
    public double functionByHand() {
        return rival.value(x);
    }

    @Benchmark
    public double functionCompiled() {
        return value.at(x, g);
    }

    @Benchmark
    public double gradientByHand() {
        return rival.gradient(x, g);
    }

    @Benchmark
    public double gradientInterpreted() {
        return interpreted.at(x, g);
    }

    @Benchmark
    public double gradientCompiled() {
        return compiled.at(x, g);
    }
}
