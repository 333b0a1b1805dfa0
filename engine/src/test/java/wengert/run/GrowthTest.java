package wengert.run;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.compile.FastGradient;

/// A gradient takes memory in proportion to what its function does: ten times the work, about ten times the memory.
/// Where something is copied for each element, it is a hundred times.
class GrowthTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "gradient(x -> (s = 0.0; for i in 1:N; s += x[i]^2; end; s), ones(N))",
                "gradient(x -> (s = 0.0; for i in 1:N-1; s += sum(x[i:i+1]); end; s), ones(N))",
                "gradient(x -> (s = 0.0; for i in 1:N-1; s += sum(view(x, i:i+1)); end; s), ones(N))",
                "gradient(x -> (v = Float64[]; for i in 1:N; push!(v, x[i] * 2); end; sum(v)), ones(N))",
                "gradient(x -> (v = zeros(N); for i in 1:N; v[i] = x[i] * 2; end; sum(v)), ones(N))",
                "gradient(x -> (v = copy(x); for i in 2:N; v[i] = v[i-1] + x[i]; end; v[N]), ones(N))",
                "gradient(x -> sum(cumsum(x) .* cumprod(x)), ones(N))",
                "gradient(x -> sum(accumulate(*, x)), ones(N))",
                "f(x, i) = i == 0 ? 0.0 : x[i] + f(x, i - 1); gradient(x -> f(x, N), ones(N))",
                "gradient(x -> (d = Dict(); for i in 1:N; d[i] = x[i]; end; sum(values(d))), ones(N))",
                "gradient(x -> (q = copy(x); s = 0.0; while !isempty(q); s += popfirst!(q)^2; end; s), ones(N))",
                "gradient(x -> (q = [x[1]]; for i in 2:N; pushfirst!(q, x[i]); end; sum(q)), ones(N))",
                "q = Float64[]; for i in 1:N; pushfirst!(q, i); push!(q, popfirst!(q)); end; q",
                "q = [0.0]; for i in 1:N; pushfirst!(q, i); length(q) > 3 && pop!(q); end; q",
                "gradient(x -> sum(map(a -> a^2, x)), ones(N))",
                "gradient(x -> (A = zeros(10, N); for j in 1:N; A[:, j] = x .* j; end; sum(A .^ 2)), ones(10))",
                "gradient(x -> (A = zeros(10, N); for j in 2:N; A[:, j] .= sin.(view(A, :, j-1) .+ x[j]); end; A[3, N]), ones(N))",
                "gradient(x -> (v = copy(x); for j in 3:N; v[j-1:j] = v[j-2:j-1] .* 2; end; sum(v)), ones(N))",
                "gradient(x -> sum(reduce(vcat, [x[i:i+1] for i in 1:N-1])), ones(N))",
                "gradient(x -> foldl((a, b) -> a * b, x), ones(N))",
                "gradient(x -> (q = copy(x); s = 0.0; for i in 1:N-1; s += q[1]; deleteat!(q, 1); end; s), ones(N))",
                "gradient(x -> (q = copy(x); s = 0.0; for i in 1:N-1; s += q[end]; deleteat!(q, length(q)); end; s), ones(N))",
                "gradient(x -> (q = [1.0]; for i in 1:N; insert!(q, 1, x[i]); end; q[1]), ones(N))",
                "q = collect(1.0:N); s = 0.0; while !isempty(q); s += pop!(q); end; s",
                "gradient(x -> (for i in 1:N; x = x^20; x = x / 2; end; x[1]), [0.9 0.1; 0.2 0.8])",
                "gradient(x -> (v = sort(x; by = abs); v[1] * v[2]), collect(1.0:N))",
                "ForwardDiff.derivative(t -> (s = t; for i in 1:N; s = 0.9s + 1; end; s), 1.0)",
            })
    void isLinear(String program) {
        assertLinear(400, n -> allocated(program, n));
    }

    /// Also the record of the sweep: indexing n times costs n.
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "gradient(x -> sum(x[i]^2 for i in eachindex(x)), collect(1.0:N))",
                "gradient(x -> (s = 0.0; for i in eachindex(x); s += x[i]; end; s), ones(N))",
                "gradient(x -> (u = zeros(N); for i in eachindex(x); u[i] = 2x[i]; end; sum(u)), ones(N))",
            })
    void isLinearInTheStepsOfTheSweep(String program) {
        assertLinear(400, n -> allocatedForSteps(program, n));
    }

    /// Also fast code, and what it takes to run it.
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "gradient(x -> (s = 0.0; for i in 1:N-1; s += sum(x[i:i+1]) * x[i]; end; s), ones(N))",
                "gradient(x -> (A = zeros(10, N); for j in 1:N; A[:, j] = x .* j; end; sum(A .^ 2)), ones(10))",
                "gradient(x -> sum(reduce(vcat, [x[i:i+1] for i in 1:N-1])), ones(N))",
                "gradient(x -> sum(cumsum(x) .* cumprod(x)), ones(N))",
                "gradient(x -> mapreduce(v -> v^2, max, x), collect(1.0:N))",
                "gradient(x -> (q = [1.0]; for i in 1:N; insert!(q, 1, x[i]); end; q[1]), ones(N))",
            })
    void isLinearInFastCode(String program) {
        assertLinear(150, n -> allocatedForFastCode(program, n));
    }

    private static void assertLinear(int n, IntToLongFunction bytes) {
        bytes.applyAsLong(n / 4); // warm: what is loaded once is not counted
        long small = bytes.applyAsLong(n);
        long large = bytes.applyAsLong(10 * n);
        assertTrue(large < 16.0 * small, "%,d bytes, then %,d".formatted(small, large));
    }

    private static long allocatedForFastCode(String program, int n) {
        Study study = Programs.study(program.replace("N", String.valueOf(n)) + ";");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        assertTrue(study.fast().prepare(FastGradient.Way.COMPILED));
        double[] x = study.fast().numbers();
        assertNotNull(x);
        double[] g = new double[x.length];
        for (int k = 0; k < 3; k++) {
            study.fast().at(x, g);
        }
        return threads.getTotalThreadAllocatedBytes() - before;
    }

    private static long allocatedForSteps(String program, int n) {
        Study study = Programs.study(program.replace("N", String.valueOf(n)) + ";");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertTrue(study.steps().size() > 2.5 * n);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /// A power of a matrix is a few products, and so is its gradient.
    @Test
    void isNoMoreForAHigherPowerThanItsBits() {
        String program = "gradient(A -> sum(A^N), [0.9 0.1; 0.2 0.8])";
        allocated(program, 100);
        assertTrue(allocated(program, 100_000) < 4 * allocated(program, 100));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gradient((x, y) -> sum(x), ones(10), ones(N))"})
    void isNothingForWhatIsNotUsed(String program) {
        allocated(program, 100);
        long own = 8L * 100_000;
        assertTrue(allocated(program, 100_000) < allocated(program, 10) + 3 * own);
    }

    private static long allocated(String program, int n) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        Programs.run(program.replace("N", String.valueOf(n)) + ";");
        return threads.getTotalThreadAllocatedBytes() - before;
    }
}
