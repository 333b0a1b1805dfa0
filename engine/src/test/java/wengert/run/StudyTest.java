package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Show;

/// What can be asked of a study: its gradient's own graph, whether it is right, where a NaN comes from.
class StudyTest {

    /// The nodes of the gradient's own graph that are computed, as they are written.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    # constants folded, dead parts dropped
                    gradient(x -> x^3 + 2x, 2.0)                => x² · 3 ⋅ v₃ · 2.0 + v₄
                    gradient((x, y) -> x * y + sin(x), 2.0, 3.0) => cos(x) · v₁ + y
                    gradient(x -> 4x + 1, 2.0)                  =>
                    # common parts computed once
                    gradient(x -> exp(x) * exp(x), 0.3)         => eˣ · v₁ ⋅ v₁ · v₂ + v₂
                    # a matrix product with ones is a sum, and stays
                    gradient(A -> sum(A * A), [1.0 2.0; 3.0 4.0])   => Aᵀ · Fill(1.0, 2, 2) ⋅ v₁ · v₁ ⋅ Fill(1.0, 2, 2) · v₃ + v₄
                    # arrays stay arrays
                    gradient(x -> sum(x .^ 2), [1.0, 2.0])      => 2 ⊙ x
                    """)
    void hasTheGradientsOwnGraph(String program, String written) {
        Graph graph = Programs.study(program).differentiateAgain().graph();
        var lines = new ArrayList<String>();
        for (Node node : graph.nodes()) {
            var op = node.op();
            if (op != null) {
                List<Notation> x = node.arguments().stream().map(a -> symbol(graph, a)).toList();
                lines.add(Unicode.text(op.notation(x)).replace(" · ", " ⋅ "));
            }
        }
        assertEquals(written == null ? "" : written, String.join(" · ", lines));
    }

    private static Notation symbol(Graph graph, Node node) {
        return node.kind() == Node.Kind.CONSTANT
                ? Notation.number(Show.repr(node.plain()))
                : Notation.symbol(graph.label(node));
    }

    @Test
    void eachGradientHasANameOfItsOwn() {
        Study first = Programs.study("gradient(x -> x^4, 2.0)").differentiateAgain();
        assertEquals("x\u0304", first.graph().output().name());
        Study second = first.differentiateAgain();
        assertEquals("x\u0304′", second.graph().output().name());
        assertEquals("x\u0304′′", second.differentiateAgain().graph().output().name());
    }

    @Test
    void differentiatesAgainAndAgain() {
        Study study = Programs.study("gradient(x -> x^4 + sin(x), 2.0)");
        var values = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            study = study.differentiateAgain();
            values.add(Show.repr(study.graph().output().plain()));
            assertTrue(study.check().agrees(), study.check().summary());
        }
        assertEquals(
                List.of(
                        Show.repr(number(32 + Math.cos(2))),
                        Show.repr(number(48 - Math.sin(2))),
                        Show.repr(number(48 - Math.cos(2)))),
                values);
    }

    private static Float64 number(double x) {
        return new Float64(x);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "gradient((W, x, b) -> sum(tanh.(W * x .+ b)), [1.0 2.0; 3.0 4.0], [0.1, 0.2], [0.3, 0.4])",
                "gradient(x -> log(sum(exp.(x))) + norm(x), [1.0, 2.0])",
                "gradient(A -> det(A) + tr(inv(A)), [2.0 1.0; 1.0 3.0])",
                "gradient(x -> (s = 0.0; for i in 1:3; s += x[i]^i; end; s), [1.0, 2.0, 3.0])",
                "gradient(x -> abs(x) + max(x, 0.0), 0.0)",
                "gradient(x -> x * Zygote.dropgrad(x), 3.0)",
                "gradient(x -> sum(x), Float64[])",
                "jacobian(x -> x .^ 2, [1.0, 2.0])",
                "hessian(x -> prod(x), [1.0, 2.0, 3.0])",
            })
    void agreesWithTheOtherWays(String program) {
        var check = Programs.study(program).check();
        assertTrue(check.agrees(), check.summary());
    }

    @Test
    void saysHowWellItAgrees() {
        var check = Programs.study("gradient(x -> cbrt(x), 2.5)").check();
        assertTrue(check.summary().matches("agrees to \\d\\.\\de-1\\d"), check.summary());
        assertEquals("x", Objects.requireNonNull(check.worst()).name());
        assertEquals(
                "agrees exactly, hooks left out",
                Programs.study("gradient(x -> Zygote.hook(-, x), 1.0)").check().summary());
    }

    private static final String CUBE =
            """
            cube(x) = x^3
            ChainRulesCore.rrule(::typeof(cube), x) = cube(x), ȳ -> (NoTangent(), %s)
            gradient(x -> 2cube(x), 2.0)
            """;

    @Test
    void checksTheProgramsOwnRules() {
        assertTrue(Programs.study(CUBE.formatted("3x^2 * ȳ")).check().agrees());
        String wrong = Programs.study(CUBE.formatted("2x^2 * ȳ")).check().summary();
        assertTrue(wrong.startsWith("disagrees by 5.0e-01 at `x`: reverse 16.0"), wrong);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '%',
            textBlock =
                    """
                    gradient(x -> 2cube(x), 2.0)                                   => 24.0
                    gradient(x -> sin(cube(x)), 0.5)                               => 2.9064634641587963
                    gradient(x -> Zygote.hook(d -> d * d, x^2), 3.0)               => 2.0
                    gradient(x -> sum(both(x, x)), 1.5)                            => 4.0
                    gradient(x -> scaled([x, 2x]), 3.0)                            => 0.0
                    """)
    void differentiatesTheProgramsOwnRulesAgain(String call, double second) {
        String rules =
                """
                cube(x) = x^3
                Zygote.@adjoint cube(x) = cube(x), d -> (3x^2 * d,)
                both(x, y) = (x^2, x * y)
                ChainRulesCore.rrule(::typeof(both), x, y) =
                    both(x, y), d -> (NoTangent(), 2x * d[1] + y * d[2], x * d[2])
                scaled(v) = sum(v)
                ChainRulesCore.rrule(::typeof(scaled), v) = sum(v), d -> (NoTangent(), fill(d, length(v)))
                """;
        Study again = Programs.study(rules + call).differentiateAgain();
        assertTrue(again.check().agrees(), again.check().summary());
        Graph third = again.differentiateAgain().graph();
        assertEquals(second, ((Scalar) third.output().plain()).toDouble(), 1e-12);
    }

    @Test
    void marksKinks() {
        Graph graph = Programs.study("gradient(x -> abs(x) + sin(x), 0.0)").graph();
        assertEquals(
                List.of("abs"),
                graph.nodes().stream()
                        .filter(n -> n.kink() != null)
                        .map(n -> Objects.requireNonNull(n.op()).symbol())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '%',
            textBlock =
                    """
                    gradient(x -> log(x - x) * 2 + x, 1.0)   => `log(v₁)` is infinite, and nothing before it is
                    gradient(x -> x * NaN + 1, 1.0)          => a constant is NaN from the start
                    gradient(x -> (x * Inf) - (x * Inf), 1.0) => `v₂ − v₄` is NaN, and nothing before it is
                    gradient(x -> sqrt(x) + x, 0.0)          => the gradient becomes infinite where `√x` hands its share to `x`
                    gradient((n, x) -> besselj(n, x), 1.5, 2.0) => the gradient is NaN where `J(n, x)` should hand a share to `n`: there is no derivative in the order
                    gradient(x -> sum(x), [1.0, NaN])        => the input `x` holds NaN
                    """)
    void namesWhereANaNIsBorn(String program, String sentence) {
        assertEquals(
                sentence,
                Objects.requireNonNull(Programs.study(program).firstNonFinite()).sentence());
    }

    @Test
    void findsNothingWhereAllIsFinite() {
        assertNull(Programs.study("gradient(x -> x + min(x, Inf), 1.0)").firstNonFinite());
    }

    @Test
    void costsNothingForArgumentsThatAreNotUsed() {
        Study study = Programs.study("gradient((x, y) -> x^2, 2.0, rand(100, 100));");
        assertEquals(
                0,
                study.steps().stream()
                        .filter(s -> s instanceof Step.Share)
                        .map(s -> ((Step.Share) s).argument())
                        .filter(n -> "y".equals(n.name()))
                        .count());
    }

    @Test
    void addsUpTheSharesOfANode() {
        Study study = Programs.study("gradient(x -> x * x * x, 2.0)");
        assertEquals(
                List.of("4.0", "8.0", "12.0"),
                study.steps().stream()
                        .filter(s -> s instanceof Step.Share share && share.argument().index() == 0)
                        .map(s -> Show.repr(((Step.Share) s).total()))
                        .toList());
    }
}
