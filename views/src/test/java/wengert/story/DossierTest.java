package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.ops.Op;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.trace.Node;

/// What is told of a node: its title, then row by row what the row is about and what it says.
class DossierTest {

    private static final int END = Integer.MAX_VALUE;

    private static String program(String function, String arguments) {
        return "using Zygote\nf" + function + "\ngradient(f, " + arguments + ")\n";
    }

    private static String written(Dossier dossier) {
        return dossier.title()
                + dossier.rows().stream()
                        .map(row -> "\n" + row.name() + " | " + row.text())
                        .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}: {2} after {3} steps")
    @MethodSource
    void tellsEverything(String what, String program, String label, int step, String told) {
        Study study = Programs.study(program);
        Node node = Programs.node(study, label);
        Frame frame = Storyboard.of(study).frame(step);
        Dossier dossier = Dossier.of(node, frame, new SourceText("test.jl", program));
        Op op = node.op();
        String does = op == null ? "" : "\n | " + op.sentence();
        assertThat(written(dossier).replace(does, op == null ? "" : "\n | (what it does)"))
                .isEqualTo(told.strip());
    }

    static Stream<Arguments> tellsEverything() {
        return Stream.of(
                arguments(
                        "nothing yet",
                        program("(x) = sin(x)", "2.0"),
                        "x",
                        0,
                        """
                        input x
                        value | not yet computed
                        adjoint | not yet known
                        used by | v₁
                        line 3 | gradient(f, 2.0)
                        """),
                arguments(
                        "a number",
                        Programs.CLASSIC,
                        "v₂",
                        END,
                        """
                        v₂ = x₁ · x₂
                        operation | *(x₁, x₂)
                         | (what it does)
                        arguments | x₁ = 2.0
                         | x₂ = 5.0
                        value | 10.0   Float64
                        adjoint | 1.0   Float64
                        share | from v₃: v̄₃ = 1.0
                        local | ∂v₂/∂x₁ = 5
                         | ∂v₂/∂x₂ = 2
                        used by | v₃
                        line 2 | f(x₁, x₂) = log(x₁) + x₁*x₂ - sin(x₂)
                        """),
                arguments(
                        "one share of two",
                        Programs.CLASSIC,
                        "x₂",
                        11,
                        """
                        input x₂
                        value | 5.0   Float64
                        adjoint | −0.2837   Float64, exactly −0.28366218546322625
                         | so far, from 1 of 2 shares
                        share | from v₄: v̄₄ · cos(x₂) = −0.2837
                        used by | v₂, v₄
                        line 3 | gradient(f, 2.0, 5.0)
                        """),
                arguments(
                        "a matrix",
                        program("(A) = sum(A * A)", "[1.0 2.0; 3.0 1/3]"),
                        "v₁",
                        END,
                        """
                        v₁ = A · A
                        operation | *(A, A)
                         | (what it does)
                        arguments | A = [1 2; 3 0.3333]
                         | A = [1 2; 3 0.3333]
                        value | 2×2 Matrix{Float64}:
                         7.0  2.667
                         4.0  6.111
                        adjoint | 2×2 Fill{Float64}, with entries equal to 1.0
                        share | from v₂: v̄₂ · 1₂ₓ₂ = [1 1; 1 1]
                        local | to A, first: v̄₁ · Aᵀ
                         | to A, second: Aᵀ · v̄₁
                        used by | v₂
                        line 2 | f(A) = sum(A * A)
                        """),
                arguments(
                        "a field of a structure",
                        program("(m) = m.w * m.b", "(w = 2.0, b = 3.0)"),
                        "m.w",
                        END,
                        """
                        input m.w
                        value | 2.0   Float64
                        adjoint | 3.0   Float64
                        share | from v₁: v̄₁ · m.b = 3.0
                        used by | v₁
                        line 3 | gradient(f, (w = 2.0, b = 3.0))
                        """),
                arguments(
                        "a kink",
                        program("(x) = abs(x)", "0.0"),
                        "v₁",
                        END,
                        """
                        v₁ = |x|
                        operation | abs(x)
                         | (what it does)
                        argument | x = 0.0
                        value | 0.0   Float64
                        adjoint | 1.0   Float64
                        share | the seed: 1.0
                        local | ∂v₁/∂x = 0
                        kink | `abs` has a corner at 0; we take the slope 0
                        line 2 | f(x) = abs(x)
                        """),
                arguments(
                        "an infinity",
                        program("(x) = log(x) * 0", "0.0"),
                        "v₁",
                        END,
                        """
                        v₁ = log(x)
                        operation | log(x)
                         | (what it does)
                        argument | x = 0.0
                        value | −Inf   Float64
                        adjoint | 0.0   Float64
                        share | from v₃: 0.0
                        local | ∂v₁/∂x = Inf
                        used by | v₃
                        not finite | `log(x)` is infinite, and nothing before it is
                        line 2 | f(x) = log(x) * 0
                        """),
                arguments(
                        "an infinite gradient",
                        program("(x) = sqrt(x)", "0.0"),
                        "x",
                        END,
                        """
                        input x
                        value | 0.0   Float64
                        adjoint | Inf   Float64
                        share | from v₁: v̄₁ / (2 · v₁) = Inf
                        used by | v₁
                        adjoint | the gradient becomes infinite where `√x` hands its share to `x`
                        line 3 | gradient(f, 0.0)
                        """),
                arguments(
                        "cut off",
                        program("(x) = x * Zygote.dropgrad(x)", "2.0"),
                        "v₁",
                        END,
                        """
                        v₁ = ignore(x)
                        operation | ignore_derivatives(x)
                         | (what it does)
                        argument | x = 2.0
                        value | 2.0   Float64
                        adjoint | 2.0   Float64
                        share | from v₂: v̄₂ · x = 2.0
                        used by | v₂
                        line 2 | f(x) = x * Zygote.dropgrad(x)
                        """),
                arguments(
                        "what nothing depends on",
                        program("(x, y) = (sin(y); 2x)", "1.0, 2.0"),
                        "y",
                        END,
                        """
                        input y
                        value | 2.0   Float64
                        adjoint | none: the result does not depend on it
                        used by | v₁
                        line 3 | gradient(f, 1.0, 2.0)
                        """),
                arguments(
                        "a turn of a loop",
                        Programs.loop(2),
                        "v₄",
                        END,
                        """
                        v₄ = sin(v₃)
                        operation | sin(v₃)
                         | (what it does)
                        argument | v₃ = 2.1
                        value | 0.8632   Float64, exactly 0.8632093666488739
                        adjoint | 0.7   Float64
                        share | from v₅: v̄₅ · x = 0.7
                        local | ∂v₄/∂v₃ = −0.5048
                        used by | v₅
                        in | for i › turn 2
                        line 5 | y = y > 1 ? sin(y) * x : 2y + x
                        """));
    }

    @Test
    void tellsOfAGroupWhatCrossesItsBorder() {
        Study study = Programs.study(Programs.CLASSIC);
        List<Node> inside = List.of(Programs.node(study, "v₁"), Programs.node(study, "v₃"));
        List<Node> in = List.of(Programs.node(study, "x₁"), Programs.node(study, "v₂"));
        List<Node> out = List.of(Programs.node(study, "v₃"));
        Frame frame = Storyboard.of(study).frame(9);
        assertThat(written(Dossier.of("the sum", inside, in, out, frame, null)))
                .isEqualTo(
                        """
                        the sum
                        holds | 2 operations
                        goes in | x₁ = 2.0
                         | adjoint not yet known
                         | v₂ = 10.0
                         | adjoint not yet known
                        comes out | v₃ = 10.69
                         | adjoint 1.0\
                        """);
    }

    @Test
    void whoHearsANodeIsToldWhereItIs() {
        Study study = Programs.study(Programs.loop(2));
        Storyboard story = Storyboard.of(study);
        assertThat(Dossier.announcement(Programs.node(study, "v₄"), story.frame(story.length())))
                .isEqualTo(
                        "v₄ = sin(v₃). argument v₃ = 2.1. value 0.8632. adjoint 0.7. in for i, turn 2.");
    }

    @Test
    void everythingIsToldInTheChosenDigits() {
        Study study = Programs.study(Programs.CLASSIC);
        Storyboard story = Storyboard.of(study).in(new Digits(6));
        Frame frame = story.frame(10);
        Frame next = story.frame(11);
        Node node = Programs.node(study, "v₄");

        assertThat(frame.text(node.plain())).isEqualTo("−0.958924");
        assertThat(Dossier.announcement(node, frame)).contains("value −0.958924");
        assertThat(Narration.of(next)).contains("−0.283662");
        assertThat(ChainRule.of(next).text()).contains("0.283662").endsWith("−0.283662");
    }
}
