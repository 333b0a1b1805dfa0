package wengert.story;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Study;
import wengert.sweep.Mode;
import wengert.sweep.Step;

/// The sentences say what happened in this step, and no more than that.
class NarrationTest {

    private static final String PROGRAM =
            """
            using Zygote, LinearAlgebra
            B = [1.0 2.0; 3.0 4.0]
            f(a, b) = %s
            gradient(f, %s)
            """;

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # where one side alone moves, what the rule then comes to
                    sin(a) + 3  | 0.0, 2.0      | + passes the tangent of v₁ on unchanged. v₃ moves with v₁: its tangent is 1.0. This is ∂f/∂a.
                    a + b       | 1.0, 2.0      | + passes the tangent of a on unchanged. v₁ moves with a alone: its tangent is 1.0. This is ∂f/∂a.
                    b - a       | 1.0, 2.0      | − changes the sign of the tangent of a. v₁ moves with a alone: its tangent is −1.0. This is ∂f/∂a.
                    a * b       | 1.0, 2.0      | × multiplies the tangent of a by b. v₁ moves with a alone: its tangent is 2.0. This is ∂f/∂a.
                    max(a, b)   | 1.0, 2.0      | max takes the tangent of the greater number. v₁ moves with a alone: its tangent is 0.0. This is ∂f/∂a.
                    # where both do, what the operation does to both
                    a + sin(a)  | 0.0, 2.0      | + adds up the tangents of both sides. v₂ moves with a and v₁: its tangent is 2.0. This is ∂f/∂a.
                    # complex numbers
                    abs2(a)     | 1.0im, 2.0    | abs2 multiplies the tangent by twice the number. Complex factors are conjugated, and only the real part counts, because v₁ is real. v₁ moves with a: its tangent is 0.0. This is ∂f/∂Re(a).
                    real(a)     | 1.0im, 2.0    | real passes the real part of its tangent on. v₁ moves with a: its tangent is 1.0. This is ∂f/∂Re(a).
                    # one number of an array
                    sum(a)      | [1.0, 2.0], 1 | ∑ adds up the tangents of all the elements. v₁ moves with a: its tangent is 1.0. This is ∂f/∂a[1].
                    """)
    void saysOfAForwardStepWhatMoved(String body, String point, String sentence) {
        Study study = Programs.study(PROGRAM.formatted(body, point));
        Storyboard story = Storyboard.of(study, new Mode.Forward(0, 0));
        assertThat(Narration.of(story.frame(story.length()))).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sum(a .- 1)      | [1.0, 2.0], 1 | − passes the gradient on unchanged.
                    sum(1 .- a)      | [1.0, 2.0], 1 | − changes the sign of the gradient.
                    sin(a) / 4       | 1.0, 2.0      | ÷ multiplies the gradient by 1 / 4.
                    (b + a) / a      | 1.0, 2.0      | ÷ hands the numerator the gradient over the denominator, and the denominator minus the quotient times that.
                    # what is repeated to fit gets a sum, along what it was repeated for
                    sum(B .+ a)      | [1.0, 2.0], 1 | + passes its gradient on to each side, element by element; a is repeated in every column, so the gradient's columns are added up. a is used once, so this share is its whole gradient: [2, 2].
                    sum(B .+ a)      | [1.0 2.0], 1  | + passes its gradient on to each side, element by element; a is repeated in every row, so the gradient's rows are added up.
                    sum(B .* a)      | 2.0, 1        | × by a constant scales the gradient by that constant; a is repeated for every element, so what all elements give is added up.
                    max(sin(a), 0)   | 1.0, 2.0      | max passes its gradient on to the greater number.
                    # complex numbers
                    real(2im * a)    | 1.0, 2.0      | × by a constant scales the gradient by that constant. Complex factors are conjugated, and only the real part counts, because a is real. a is used
                    real(a + 1im)    | 1.0, 2.0      | + passes its gradient on unchanged to each side. Only the real part counts, because a is real. a is used
                    real(exp(a))     | 1.0im, 2.0    | exp multiplies the gradient by its own result. Complex factors are conjugated. a is used
                    real(conj(a))    | 1.0im, 2.0    | conj mirrors its gradient at the real axis. a is used
                    """)
    void saysOfAReverseStepOnlyWhatHasAGradient(String body, String point, String sentence) {
        Study study = Programs.study(PROGRAM.formatted(body, point));
        Storyboard story = Storyboard.of(study);
        assertThat(
                        story.steps().stream()
                                .filter(Step.Share.class::isInstance)
                                .map(step ->
                                        Narration.of(story.frame(story.steps().indexOf(step) + 1))))
                .anyMatch(said -> said.startsWith(sentence));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sin(a) + b                        | a is used once, so this share is its whole gradient: 1.0.
                    a * a + b                         | a is used twice, and this is its second share: 0.0 + 0.0 = 0.0.
                    # what a loop or a branch decides by is a use as well
                    (c = a + 1; exp(c) > 9 ? b : b*c) | v₂ is used twice, once on the way to the result, so this share is its whole gradient: 2.0.
                    a + b * Zygote.dropgrad(a)        | a is used twice, and a share comes back from this use alone, so this share is its whole gradient: 1.0.
                    """)
    void countsTheUsesThatBringAShare(String body, String said) {
        Storyboard story = Storyboard.of(Programs.study(PROGRAM.formatted(body, "0.0, 2.0")));
        var sentences = new StringBuilder();
        for (int position = story.turn() + 2; position <= story.length(); position++) {
            sentences.append(Narration.of(story.frame(position))).append('\n');
        }
        assertThat(sentences.toString()).contains(said);
    }

    /// An input's own letter is not that of the nodes: `v₁` would be its first number too.
    @ParameterizedTest(name = "{0} is none of {1}")
    @CsvSource({"v, w₁", "v₁, w₁", "w, v₁", "velocity, v₁"})
    void namesNodesByALetterThatNoInputHas(String input, String node) {
        String program = "using Zygote\ngradient(%s -> sin(%<s) + 1, 2.0)".formatted(input);
        Study study = Programs.study(program);
        assertThat(study.graph().nodes().stream().map(study.graph()::label))
                .startsWith(input, node)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysOfAConstantWhatItLacksInThisMode() {
        Study study = Programs.study(PROGRAM.formatted("2a + b", "1.0, 2.0"));
        assertThat(said(Storyboard.of(study))).contains("2 is a constant: it has no gradient.");
        assertThat(said(Storyboard.of(study, new Mode.Forward(0, 0))))
                .contains("2 is a constant: it has no tangent.")
                .doesNotContain("gradient");
    }

    private static String said(Storyboard story) {
        return IntStream.rangeClosed(1, story.length())
                .mapToObj(position -> Narration.of(story.frame(position)))
                .collect(joining("\n"));
    }

    @ParameterizedTest(name = "{0} at {1}, sweep {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a + b   | 1.0, 2.0        | 0 | The reverse sweep begins at the result: the derivative of v₁ by itself is 1.0. | v̄₁ = ∂v₁/∂v₁ = 1
                    a .* b  | [1.0, 2.0], 3.0 | 0 | The reverse sweep begins at the result: each number of v₁ counts with weight 1, so this sweep differentiates their sum. | v̄₁ = ∂(∑ v₁)/∂v₁ = [1, 1]
                    a .* b  | [1.0, 2.0], 3.0 | 2 | The reverse sweep begins at the result: of its numbers only v₁[2] counts, with weight 1, so this sweep finds the derivatives of v₁[2], a row of the Jacobian. | v̄₁ = ∂v₁[2]/∂v₁ = [0, 1]
                    """)
    void saysWhatTheWayBackDifferentiates(
            String body, String point, int sweep, String sentence, String rule) {
        String program = PROGRAM.replace("gradient", "jacobian").formatted(body, point);
        Study study = Programs.study(program);
        Storyboard story = Storyboard.of(study, Mode.backward(study.graph()).get(sweep));
        Frame begin = story.frame(story.turn() + 1);
        assertThat(Narration.of(begin)).isEqualTo(sentence);
        assertThat(ChainRule.of(begin).text()).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sum(a * B) | [1.0 2.0; 3.0 4.0], 1 | share: [3 7; 3 7]
                    sum(a * a) | ones(3, 3), 1         | v₁ = a · a is computed: [3 3 3; 3 3 3; 3 3 3].
                    sum(a * a) | rand(8, 8), 1         | a is an input: an 8×8 matrix.
                    sum(a)     | rand(12, 3), 1        | a is an input: a 12×3 matrix.
                    """)
    void saysASmallMatrixInNumbersAndALargeOneInWords(String body, String point, String said) {
        Storyboard story = Storyboard.of(Programs.study(PROGRAM.formatted(body, point)));
        assertThat(said(story))
                .contains(said.replace("share: ", "its whole gradient: "))
                .doesNotContainPattern(": \\d+×\\d+");
    }
}
