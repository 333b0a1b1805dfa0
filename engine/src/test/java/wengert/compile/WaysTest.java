package wengert.compile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;

/// A study gives the same numbers whether it is recorded, interpreted flat, or compiled.
class WaysTest {

    static Stream<String> programs() {
        var files = Pattern.compile("\"file\":\\s*\"([^\"]+)\"").matcher(resource("cases.json"));
        return files.results().map(r -> r.group(1)).distinct();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void agreeOnTheConformancePrograms(String file) {
        Run run = new Runner(Budget.DEFAULT).run(new SourceText(file, resource(file)));
        for (Study study : run.studies()) {
            var unused = Ways.agree(file + ": " + study.title(), study.graph(), study.seed());
        }
    }

    /// Functions applied element by element, again and again, so that what belongs together has to be found.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "h = σ.(h .* w[1:n] .+ x) .* tanh.(w[n+1:2n] .* h)",
                "h = σ.(h) .+ [h[n+1-i] * w[i] for i in 1:n]",
                "h = [(a = sin(h[i]); b = a * w[i]; a * b + b^2 - a) for i in 1:n]",
                "h = [σ(h[i] * h[i % n + 1]) * (i > 3 ? w[i] : x[1]) for i in 1:n]",
                "h = [i * h[i] / (1 + h[i]^2) + w[n+i] for i in 1:n] .* x[1]",
                "u = similar(h); for i in 1:n; u[i] = σ(h[i]) - w[2i]; end; h = u .* w[2:n+1]",
                "h = reshape([σ(a) * a for a in reshape(h, 2, :)], n) .- w[1:n]",
                "h = max.(h, 0.1) .+ abs.(σ.(h) .- 0.5) .* w[1:n]",
                "u = w[1:20]; h = σ.(h .* u[1:10] .+ x) .* tanh.(u[11:20] .* h)",
                "u = w[20:-1:2]; h = σ.(h .* u[1:10]) .- [u[10:18]; x[t % 3 + 1]] .* h",
                "u = w[2:20]; a = u[1:18]; h = σ.(h .* a[1:10]) .+ [a[11:18]; h[1:2]] ./ (1 .+ h.^2)",
            })
    void agreeOnWhatIsDoneElementByElement(String turn) {
        Study study = inTurns(turn, 15, 10);
        assertTrue(study.graph().nodes().size() > 500, "too small to be of interest");
        assertTrue(Ways.agree(turn, study.graph(), study.seed()));
    }

    /// What the way back needs of the way there is more than the caches are thought to hold, and some is computed again.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "h = tanh.(h .* w[1:n] .+ x) ./ (1 .+ exp.(-(h .+ w[n+1:2n])))",
                "h = h .* w[1:n]", // each from the one before
                "a = x .+ w[1:n]; b = a .* h; c = b .- a; h = sin.(c) .* b ./ 3 .+ cos.(c .* a)",
                "a = h .* h; b = a .+ x; h = cos.(a .* b) .* w[t % n + 1] .+ 0.1 .* [b[3:n]; a[1:2]]",
            })
    void agreeOnWhatIsComputedAgain(String turn) {
        Study study = inTurns(turn, 150, 30);
        assertTrue(Ways.agree(turn, study.graph(), study.seed()));
    }

    /// A loop would read one array in more places than there is room for in the caches, were it all copied.
    @Test
    void agreeWhereManyNeighboursAreAddedUp() {
        String turn =
                IntStream.rangeClosed(0, 17)
                        .mapToObj("h .* w[%1$d+1:n+%1$d]"::formatted)
                        .collect(Collectors.joining(" .+ ", "h = sin.((", ") ./ 9)"));
        Study study = inTurns(turn, 15, 300);
        assertTrue(Ways.agree(turn, study.graph(), study.seed()));
    }

    /// A program that does the same to `n` numbers turn after turn.
    ///
    /// @param turn what it does to the vector `h`, given `x`, which is as long, and `w`, which is twice as long
    private static Study inTurns(String turn, int turns, int n) {
        return study(
                """
                using Zygote
                σ(x) = 1 / (1 + exp(-x))
                function f(w, x)
                    n = length(x)
                    h = x
                    for t in 1:%d
                        %s
                    end
                    return sum(h .* x)
                end
                gradient(f, [sin(i) for i in 1:%d], [cos(2i) for i in 1:%d])
                """
                        .formatted(turns, turn, 2 * n, n));
    }

    private static Study study(String text) {
        return new Runner(Budget.DEFAULT).run(new SourceText("ways.jl", text)).studies().getLast();
    }

    /// To the last bit: the products are added up in the same order.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "U = [cos(i*j) for i in 1:16, j in 1:64]; gradient(h -> sum(sin.(U*h) .* (1:16)), [sin(3i) for i in 1:64])",
                "gradient((U, h) -> sum(tanh.((U*h)[1:8]) .* (U*h)[9:16]), [cos(i*j) for i in 1:16, j in 1:20], [sin(3i) for i in 1:20])",
                "A = [sin(i+j) for i in 1:20, j in 1:20]; gradient(x -> x' * A * x, [sin(3i) for i in 1:20])",
                "gradient(A -> sum(A^7), [0.9 0.1; 0.2 0.8])",
                "gradient(x -> sum([x[1] 1.0; x[2:3]'] * [x; 2.0][2:3]), [1.0, 2.0, 3.0])",
                "gradient(x -> sum(circshift(x, 2) .* reverse(x)), [sin(3i) for i in 1:9])",
                "gradient(A -> sum((A[1:32,1:2:6] .- A[2:33,1:2:6] .+ A[1:32,1:3] .* A[2:33,1:3]) .* A[1:32,1:3]), [sin(i*j) for i in 1:34, j in 1:6])",
                "gradient(X -> sum(exp.(X .- maximum(X; dims=1))), [sin(i*j) for i in 1:3, j in 1:5])",
                "k = [1 2; 2 3; 3 4]; gradient(x -> (g = gradient(y -> sum(y[k].^3) + sum(y.^2), x)[1]; sum(g[k] .* k)), [1.0, 2.0, 3.0, 4.0])",
            })
    void agreeToTheLastBit(String program) {
        Study study = study("using Zygote, LinearAlgebra\n" + program);
        assertTrue(Ways.agree(program, study.graph(), study.seed(), 0));
    }

    /// The elements lie one before the other down to cell 0, and what follows is a constant.
    @Test
    void agreeWhereAConstantFollowsTheFirstCell() {
        Study study =
                study(
                        """
                        using Zygote
                        function f(x)
                            q = [1.0]
                            for i in 1:40
                                pushfirst!(q, x[i])
                            end
                            return sum(q)
                        end
                        gradient(f, [sin(i) for i in 1:40])
                        """);
        assertTrue(Ways.agree("queue", study.graph(), study.seed()));
    }

    /// Sums of arrays begin with 0 amid the straight code of a long program, in cells that others had before.
    @Test
    void agreeOnSumsThatAreSoonForgotten() {
        Study study =
                study(
                        """
                        using Zygote
                        function f(w, x)
                            h = x
                            s = w[1]
                            for t in 1:300
                                s = sin(s + h[1])
                                h = tanh.([sin(h[i] * w[i]) + s for i in eachindex(h)] .+ h .* s)
                            end
                            return sum(h) + s
                        end
                        gradient(f, [sin(i) for i in 1:12], [cos(2i) for i in 1:12])
                        """);
        assertTrue(Ways.agree("sums", study.graph(), study.seed()));
    }

    private static String resource(String name) {
        try (InputStream in = WaysTest.class.getResourceAsStream("/conformance/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
