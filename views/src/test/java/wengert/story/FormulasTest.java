package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.notation.Unicode;
import wengert.run.Study;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;

class FormulasTest {

    @ParameterizedTest(name = "{0} by its argument {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    v₁ | 0 | ∂v₁/∂x₁ = 0.5
                    v₂ | 0 | ∂v₂/∂x₁ = 5
                    v₂ | 1 | ∂v₂/∂x₂ = 2
                    v₃ | 1 | ∂v₃/∂v₂ = 1
                    v₄ | 0 | ∂v₄/∂x₂ = 0.2837
                    v₅ | 1 | ∂v₅/∂v₄ = −1
                    """)
    void writesLocalDerivativesAsNumbers(String label, int slot, String expected) {
        Study study = Programs.study(Programs.CLASSIC);
        var edge = new Graph.Edge(Programs.node(study, label), slot);
        assertThat(new Formulas(study.graph()).label(edge)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} by its argument {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    v₂ | 1 | ∂v₂/∂x = 2
                    v₃ | 0 | ∂v₃/∂v₂ = x
                    v₃ | 1 | ∂v₃/∂x = v₂
                    """)
    void writesThemInSymbolsForArrays(String label, int slot, String expected) {
        Study study = Programs.study(Programs.CHAPTER);
        var edge = new Graph.Edge(Programs.node(study, label), slot);
        assertThat(new Formulas(study.graph()).label(edge)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} by its argument {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    v₁ | 0 | v̄₁ · Bᵀ
                    v₁ | 1 | Aᵀ · v̄₁
                    v₂ | 0 | v̄₂ᵀ
                    v₄ | 1 | ∂v₄/∂v₂ = 2
                    """)
    void writesWhatAMatrixProductDoesToTheAdjoint(String label, int slot, String expected) {
        Study study =
                Programs.study(
                        "using Zygote\ngradient((A, B) -> sum(2 * transpose(A * B)), [1.0 2; 3 4], [5.0 6; 7 8])");
        var edge = new Graph.Edge(Programs.node(study, label), slot);
        assertThat(new Formulas(study.graph()).label(edge)).isEqualTo(expected);
    }

    @Test
    void definesNodesAsTheProgramDoes() {
        Study study = Programs.study(Programs.CHAPTER);
        var formulas = new Formulas(study.graph());
        assertThat(formulas.definitionText(Programs.node(study, "v₂"))).isEqualTo("2x");
        assertThat(formulas.definitionText(Programs.node(study, "v₃"))).isEqualTo("v₂ ⋅ x");
    }

    @Test
    void readsSharesFromTheRules() {
        Study study = Programs.study(Programs.CLASSIC);
        Node sine = Programs.node(study, "v₄");
        var step =
                study.steps().stream()
                        .filter(s -> s instanceof Step.Share share && share.node() == sine)
                        .map(Step.Share.class::cast)
                        .findFirst()
                        .orElseThrow();
        var share = new Formulas(study.graph()).share(step.edge(), step.adjoint());
        assertThat(share).isNotNull();
        assertThat(Unicode.text(share)).contains("v̄₄").contains("cos(x₂)");
    }

    @Test
    void hasALabelForEveryEdge() {
        for (String program :
                new String[] {
                    Programs.CHAPTER, Programs.CLASSIC, Programs.NEURON, Programs.loop(5)
                }) {
            Study study = Programs.study(program);
            var formulas = new Formulas(study.graph());
            for (Step step : study.steps()) {
                if (step instanceof Step.Share share) {
                    assertThat(formulas.label(share.edge())).startsWith("∂").contains(" = ");
                    assertThat(formulas.shortLabel(share.edge())).isNotBlank();
                }
            }
        }
    }

    @Test
    void tellsWhatHappened() {
        Storyboard story = Storyboard.of(Programs.study(Programs.CHAPTER));
        assertThat(Narration.of(story.frame(4))).isEqualTo("v₃ = v₂ ⋅ x is computed: 60.0.");
        assertThat(Narration.of(story.frame(8)))
                .isEqualTo(
                        "× by a constant scales the gradient by that constant. "
                                + "x is used twice, and this is its second share: "
                                + "[2, 4, 6, 8] + [2, 4, 6, 8] = [4, 8, 12, 16].");
    }

    @Test
    void tellsWhatTangentsDo() {
        Study study = Programs.study(Programs.CHAPTER);
        Storyboard story = Storyboard.of(study, new Mode.Forward(0, 1));
        assertThat(Narration.of(story.frame(story.steps().size())))
                .isEqualTo(
                        "⋅ follows the product rule: each vector's tangent ⋅ the other vector, added up. "
                                + "v₃ moves with v₂ and x: its tangent is 8.0. This is ∂y/∂x[2].");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    classic | x₂ | x̄₂ ← v̄₄ · (∂v₄/∂x₂), with ∂sin(x₂)/∂x₂ = cos(x₂) = 0.2837, = −1 · 0.2837 = −0.2837
                    chapter | x  | x̄ ← v̄₃ · (∂v₃/∂x), with ∂(v₂ ⋅ x)/∂x = v₂, = 1 · [2, 4, 6, 8] = [2, 4, 6, 8]
                    chapter | x+ | x̄ ← x̄ + v̄₂ · (∂v₂/∂x), with ∂(2 · x)/∂x = 2 (4 × 4, a multiple of the identity), = [2, 4, 6, 8] + [1, 2, 3, 4] · 2 = [4, 8, 12, 16]
                    arrays  | v₂ | v̄₂ ← v̄₃ · (∂v₃/∂v₂), with ∂tanh(v₂)/∂v₂ = sech(v₂)² (2 × 2, diagonal), = [1, 1] ⊙ sech([0.5, 0.7])² = [0.7864, 0.6347]
                    arrays  | b  | b̄ ← v̄₂ · (∂v₂/∂b), with v̄₂ · (∂(v₁ + b)/∂b) = ∑ v̄₂ (2 × 1, one-hot columns over several rows), = ∑ [0.7864, 0.6347] = 1.421
                    arrays  | x  | x̄ ← v̄₁ · (∂v₁/∂x), with v̄₁ · (∂(A · x)/∂x) = Aᵀ · v̄₁ (2 × 2 matrix), = [1 2; 3 4]ᵀ · [0.7864, 0.6347] = [2.691, 4.112]
                    twice   | x  | x̄ ← v̄₁ · (∂v₁/∂x), with ∂(x · x)/∂x = x = 3 (in place 1), = 1 · 3 = 3
                    """)
    void findsTheLocalDerivativeBeforeTheNumbers(String program, String to, String formula) {
        String text =
                switch (program) {
                    case "classic" -> Programs.CLASSIC;
                    case "chapter" -> Programs.CHAPTER;
                    case "twice" -> "using Zygote\ngradient(x -> x * x, 3.0)";
                    default ->
                            """
                            using Zygote
                            f(A, x, b) = sum(tanh.(A * x .+ b))
                            gradient(f, [1.0 2.0; 3.0 4.0], [0.0, 0.1], 0.3)
                            """;
                };
        assertThat(share(Storyboard.of(Programs.study(text)), to)).isEqualTo(formula);
    }

    /// The formula of the first share that a node gets, or with a `+` behind its name, of the second.
    private static String share(Storyboard story, String to) {
        var formulas = new ArrayList<String>();
        for (int k = 1; k <= story.steps().size(); k++) {
            if (story.steps().get(k - 1) instanceof Step.Share share
                    && story.graph().label(share.argument()).equals(to.replace("+", ""))) {
                formulas.add(Objects.requireNonNull(ChainRule.of(story.frame(k))).text());
            }
        }
        return formulas.get(to.endsWith("+") ? 1 : 0);
    }

    /// What is printed between `=` has to be true in complex numbers.
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiterString = "~",
            textBlock =
                    """
                    # to a real argument only the real part arrives
                    x -> real((1 + 2im) * x), 3.0       ~ x  ~ x̄ ← Re(v̄₂ · (∂v₂/∂x)ᴴ), with v̄₂ · (∂((1 + 2im) · x)/∂x)ᴴ = v̄₂ · conj(1 + 2im), = Re(1 · conj(1 + 2im)) = 1
                    x -> real(2im * x) + x^2, 3.0       ~ x+ ~ x̄ ← x̄ + Re(v̄₂ · (∂v₂/∂x)ᴴ), with v̄₂ · (∂((0 + 2im) · x)/∂x)ᴴ = v̄₂ · conj(0 + 2im), = 6 + Re(1 · conj(0 + 2im)) = 6
                    x -> abs2(x + 1im), 0.5             ~ x  ~ x̄ ← Re(v̄₂ · (∂v₂/∂x)ᴴ), with v̄₂ · (∂(x + 0 + 1im)/∂x)ᴴ = v̄₂, = Re(1.0 + 2.0im) = 1
                    x -> sum(abs2, [1.0im 2.0] * x), [1.0, 2.0] ~ x ~ x̄ ← Re(v̄₂ · (∂v₂/∂x)ᴴ), with v̄₂ · (∂(v₁ · x)/∂x)ᴴ = v₁ᴴ · v̄₂, = Re([0.0 + 1.0im 2.0 + 0.0im]ᴴ · [8.0 + 2.0im]) = [2, 16]
                    x -> imag(complex(1.0, x)^2), 0.5   ~ x  ~ x̄ ← v̄₂ · (∂v₂/∂x)ᴴ, with v̄₂ · (∂complex(1, x)/∂x)ᴴ = Im(v̄₂), = Im(1.0 + 2.0im) = 2
                    # factors are conjugated
                    x -> real(im * x), 3.0              ~ x  ~ x̄ ← Re(v̄₂ · (∂v₂/∂x)ᴴ), with v̄₂ · (∂(im · x)/∂x)ᴴ = v̄₂ · conj(im), = Re(1 · conj(im)) = 0
                    z -> real(exp(z)), 0.0im            ~ z  ~ z̄ ← v̄₁ · (∂v₁/∂z)ᴴ, with v̄₁ · (∂(eᶻ)/∂z)ᴴ = v̄₁ · conj(v₁), = 1 · conj(1.0 + 0.0im) = 1.0 + 0.0im
                    z -> real(z^3), 1.0 + 2.0im         ~ z  ~ z̄ ← v̄₂ · (∂v₂/∂z)ᴴ, with v̄₂ · (∂(z³)/∂z)ᴴ = 3 · v̄₂ · conj(z²), = 3 · 1 · conj((1.0 + 2.0im)²) = −9.0 − 12.0im
                    A -> real(tr(A' * A)), [1.0im 2.0]   ~ A+ ~ A\u0304 ← A\u0304 + v̄₁ · (∂v₁/∂A)ᴴ, with v̄₁ · (∂(Aᴴ)/∂A)ᴴ = v̄₁ᴴ, = [0.0 + 1.0im 2.0 + 0.0im] + [0.0 − 1.0im; 2.0 + 0.0im]ᴴ = [0.0 + 2.0im 4.0 + 0.0im]
                    # what has no complex derivative
                    z -> abs2(z), 3.0 + 4.0im           ~ z  ~ z̄ ← v̄₁ · (∂v₁/∂z)ᴴ, with v̄₁ · (∂(|z|²)/∂z)ᴴ = 2 · v̄₁ · z, = 2 · 1 · (3.0 + 4.0im) = 6.0 + 8.0im
                    z -> abs(z), 3.0 + 4.0im            ~ z  ~ z̄ ← v̄₁ · (∂v₁/∂z)ᴴ, with v̄₁ · (∂|z|/∂z)ᴴ = v̄₁ · sign(z), = 1 · sign(3.0 + 4.0im) = 0.6 + 0.8im
                    z -> angle(z), 3.0 + 4.0im          ~ z  ~ z̄ ← v̄₁ · (∂v₁/∂z)ᴴ, with v̄₁ · (∂angle(z)/∂z)ᴴ = v̄₁ · (im / conj(z)), = 1 · (im / conj(3.0 + 4.0im)) = −0.16 + 0.12im
                    z -> real(z * conj(z)), 1.0 + 2.0im ~ z+ ~ z̄ ← z̄ + v̄₁ · (∂v₁/∂z)ᴴ, with v̄₁ · (∂conj(z)/∂z)ᴴ = conj(v̄₁), = 1.0 + 2.0im + conj(1.0 − 2.0im) = 2.0 + 4.0im
                    """)
    void areTrueOfComplexNumbers(String call, String to, String formula) {
        Study study = Programs.study("using Zygote, LinearAlgebra\ngradient(" + call + ")");
        assertThat(share(Storyboard.of(study), to)).isEqualTo(formula);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiterString = "~",
            textBlock =
                    """
                    z -> abs2(z), 3.0 + 4.0im ~ (∂(|z|²)/∂z) · z\u0307 = Re(2 · conj(z) · z\u0307), = Re(2 · conj(3.0 + 4.0im) · 1) = 6
                    z -> imag(z), 3.0 + 4.0im ~ (∂Im(z)/∂z) · z\u0307 = Im(z\u0307), = Im(1) = 0
                    z -> real(conj(z)), 3.0 + 4.0im ~ (∂conj(z)/∂z) · z\u0307 = conj(z\u0307), = conj(1) = 1
                    x -> real(im * x), 3.0 ~ (∂(im · x)/∂x) · x\u0307 = im · x\u0307, = im · 1 = 0.0 + 1.0im
                    """)
    void areTrueOfComplexNumbersForward(String call, String formula) {
        Study study = Programs.study("using Zygote\ngradient(" + call + ")");
        Storyboard story = Storyboard.of(study, new Mode.Forward(0, 0));
        assertThat(
                        IntStream.rangeClosed(1, story.length())
                                .mapToObj(k -> ChainRule.of(story.frame(k)))
                                .map(rule -> Objects.requireNonNull(rule).text()))
                .anyMatch(text -> text.endsWith("with " + formula));
    }

    @Test
    void findsTheLocalDerivativeOfAMatrixProductForward() {
        Study study =
                Programs.study(
                        "using Zygote\nA = [1.0 2.0; 3.0 4.0]\ngradient(x -> sum(A * x), [0.5, 1.0])");
        Storyboard story = Storyboard.of(study, new Mode.Forward(0, 0));
        var formulas = new ArrayList<String>();
        for (int k = 1; k <= story.steps().size(); k++) {
            if (story.steps().get(k - 1) instanceof Step.Tangent) {
                formulas.add(Objects.requireNonNull(ChainRule.of(story.frame(k))).text());
            }
        }
        assertThat(formulas.get(1))
                .contains(
                        "with (∂(A · x)/∂x) · x\u0307 = A · x\u0307 (2 × 2 matrix), = [1 2; 3 4] · [1, 0] = [1, 3]");
    }
}
