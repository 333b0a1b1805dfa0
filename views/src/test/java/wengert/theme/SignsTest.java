package wengert.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    v̄₃ · x = 0.5, or so        => v̄₃ · x = 0.5, or so
                    [1, −0.5, −1.25e−7] follow => [1, −0.5, −1.25e−7]| follow
                    so it is [2, 4] + [1, 2].  => so it is |[2, 4]| + |[1, 2].
                    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
                    −0.5                       => −0.5
                    a − 0.5                    => a − 0.5
                    −v̄₃ = 2                    => −v̄₃ = 2
                    [−0.5;−0.5;−0.5;−0.5;−0.5;−0.5] => [−0.5;−0.5;−0.5;−0.5;−0.5;−0.5]
                    """)
    void keepsNegativeNumbersAndShortArraysInOnePiece(String text, String pieces) {
        assertThat(String.join("|", Signs.pieces(text))).isEqualTo(pieces);
    }
}
