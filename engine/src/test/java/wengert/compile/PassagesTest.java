package wengert.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.sweep.GradientGraph;

/// Programs that take elements in no order become short code that does the same to the last bit.
class PassagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s += v[k] * sin(x[i])^2",
                "s += x[i] * x[j] - v[k] / (2 + x[j]^2)", // now and then i is j
                "d = x[i] - x[j]; s += sqrt(d * d + v[k]^2) * tanh(d)",
                "i > 9 ? (s += v[k] * exp(x[i] / 9) * x[j]) : (s -= sin(v[k]) * x[j] / x[i])",
                "h[i] = tanh(h[j] + v[k] * x[i]); s += h[j]",
                "h[i] += sin(x[j]) * v[k]; s += h[i] * h[j]",
                "u = x[i]; for l in 1:(j % 3 + 1); u = sin(u) * v[k] + x[j]; end; s += u",
                "a, b = step(x[i], v[k]); s += a * x[j] + step(b, x[j])[1]",
            })
    void agreeToTheLastBit(String turn) {
        Study study = study(turn);
        Flat flat = flat(study);
        long code = 0;
        for (Flat.Part part : flat.parts()) {
            code += part instanceof Flat.Loop loop ? loop.length() : 1;
        }
        int nodes = study.graph().nodes().size();
        assertTrue(code * 8 < nodes, code + " operations and parts for " + nodes);
        FastGradient fast = study.fast();
        double[] x = fast.numbers();
        for (int n = 0; n < x.length; n++) {
            x[n] += 1e-3 * Math.cos(n);
        }
        double[] recorded = new double[x.length];
        double value = numbers(fast.recorded(fast.inputs(x)), recorded);
        for (FastGradient.Way way : FastGradient.Way.values()) {
            assertTrue(fast.upTo(way).prepare(way));
            double[] found = new double[x.length];
            assertEquals(value, fast.at(x, found), way::toString);
            for (int n = 0; n < found.length; n++) {
                found[n] += 0.0; // which zero it is may vary
            }
            assertArrayEquals(recorded, found, way::toString);
        }
    }

    private static double numbers(FastGradient.Answer answer, double[] gradient) {
        int at = 0;
        for (var part : answer.gradient()) {
            double[] some = ((wengert.value.ArrayValue) part).dense().doubles();
            for (double x : some) {
                gradient[at++] = x + 0.0;
            }
        }
        return ((wengert.value.Scalar) answer.value()).toDouble();
    }

    @Test
    void isNoLongerForAnyNumberOfTurns() {
        Flat flat = flat(study("s += v[k] * sin(x[i])^2 / x[j]"));
        var passages =
                flat.parts().stream()
                        .filter(Flat.Passages.class::isInstance)
                        .map(p -> ((Flat.Passages) p).all())
                        .findFirst()
                        .orElseThrow();
        int operations = passages.stream().mapToInt(Passage::length).sum();
        assertTrue(operations < 500, operations + " operations");
    }

    private static Flat flat(Study study) {
        return Flattening.of(GradientGraph.whole(study.graph(), study.seed())).assembled();
    }

    private static Study study(String turn) {
        String text =
                """
                using Zygote
                step(a, b) = (a * b, a + sin(b))
                function places(n, m, seed)
                    p = zeros(Int, n)
                    for k in 1:n
                        seed = (seed * 1103515245 + 12345) %% 2147483648
                        p[k] = (seed ÷ 65536) %% m + 1
                    end
                    return p
                end
                function f(x, v, is, js)
                    s = 0.0
                    h = ones(length(x))
                    for k in eachindex(v)
                        i = is[k]
                        j = js[k]
                        %s
                    end
                    return s
                end
                gradient((x, v) -> f(x, v, places(2400, 20, 1), places(2400, 20, 2)),
                    [1.5 + sin(i) for i in 1:20], [cos(2k) for k in 1:2400])
                """;
        Run run = new Runner(Budget.DEFAULT).run(new SourceText(turn, text.formatted(turn)));
        return run.studies().getLast();
    }
}
