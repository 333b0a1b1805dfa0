package wengert.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    0.1      => 0.1
                    .5       => 0.5
                    1e-3     => 0.001
                    -2       => -2.0
                    −2.5     => -2.5
                    1_000    => 1000.0
                    0x10     => 16.0
                    1f0      => 1.0
                    -Inf     => -Infinity
                    NaN      => NaN
                    π        => 3.141592653589793
                    99999999999999999999 => 1.0E20
                    """)
    void isReadAsInThePrograms(String text, double number) {
        assertThat(Typed.number(text)).hasValue(number);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    0,1      => `0,1` is no number; write `0.1`, with a point
                    abc      => `abc` is no number
                    1.2.3    => `1.2.3` is no number
                    2 3      => `2 3` is no number
                    x = 1    => `x = 1` is no number
                    '  '     => there is no number
                    """)
    void isRefusedWithTheReason(String text, String why) {
        assertThat(Typed.number(text)).isEmpty();
        assertThat(Typed.refusal(text)).isEqualTo(why);
    }
}
