package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;

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
                                + "v₃ moves with v₂ and x: its tangent is 8.0.");
    }
}
