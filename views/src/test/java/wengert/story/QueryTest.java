package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Study;

class QueryTest {

    /// x₁ = 2, x₂ = 5, v₁ = log(x₁), v₂ = x₁ x₂ = 10, v₃ = v₁ + v₂, v₄ = sin(x₂), v₅ = v₃ - v₄
    private static final Study CLASSIC = Programs.study(Programs.CLASSIC);

    private static final Study KINK =
            Programs.study(
                    """
                    using Zygote
                    f(x) = abs(x) + log(x) * x
                    gradient(f, 0.0)
                    """);

    private static String found(Study study, String text) throws Query.Unclear {
        var story = Storyboard.of(study);
        return Query.of(text).in(story.frame(story.length())).stream()
                .map(study.graph()::label)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # names and operations
                    x₁              => x₁
                    x1              => x₁
                    v3              => v₃
                    sin             => v₄
                    LO              => v₁
                    -               => v₅
                    # numbers
                    > 9             => v₂ v₃ v₅
                    value < 0       => v₄
                    = 10            => v₂
                    value in 1.5..5 => x₁ x₂
                    adjoint < 0     => v₄
                    adjoint = 1     => v₁ v₂ v₃ v₅
                    x₂ > 4          => x₂
                    x2 adjoint > 1  => x₂
                    value in 5..1.5 => x₁ x₂
                    # what nobody is called: numbers, formulas
                    10.0            => v₂
                    −0.9589         => v₄
                    log(x1)         => v₁
                    x₁*x₂           => v₂
                    v3 - v4         => v₅
                    # kinds, and several things at once
                    input           => x₁ x₂
                    result          => v₅
                    input and > 4   => x₂
                    > 9 & adjoint = 1 => v₂ v₃ v₅
                    """)
    void finds(String text, String labels) throws Query.Unclear {
        assertThat(found(CLASSIC, text)).isEqualTo(labels);
    }

    @Test
    void findsWhatIsSpecial() throws Query.Unclear {
        assertThat(found(KINK, "kink")).isEqualTo("v₁");
        assertThat(found(KINK, "nan")).contains("v₃");
        assertThat(found(KINK, "inf")).contains("v₂");
        assertThat(found(KINK, "nothing like it")).isEmpty();
    }

    @Test
    void adjointsAreFoundOnceTheyHaveArrived() throws Query.Unclear {
        var story = Storyboard.of(CLASSIC);
        assertThat(Query.of("adjoint = 1").in(story.frame(0))).isEmpty();
        assertThat(Query.of("adjoint = 1").in(story.frame(8))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "> ten, `ten` is not a number",
        "value >, a number is missing at the end of `value >`",
        "value in 1..two, `two` is not a number",
        "value in 1.., a range is written `value in 1..5`",
        "adjoint in, a range is written `value in 1..5`",
    })
    void saysWhatItDoesNotUnderstand(String text, String message) {
        assertThatThrownBy(() -> Query.of(text))
                .isInstanceOf(Query.Unclear.class)
                .hasMessage(message);
    }
}
