package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    2           => 2            => 2
                    −2          => −2           => −2
                    2 0.5 −3    => 2 + 0.5 − 3  => 2 · 0.5 · (−3)
                    −1 −2 4     => −1 − 2 + 4   => −1 · (−2) · 4
                    """)
    void aMinusIsNeverReadAsPartOfAnotherSign(String written, String sum, String product) {
        List<String> numbers = List.of(written.split(" "));
        assertThat(Arithmetic.sum(numbers)).isEqualTo(sum);
        assertThat(Arithmetic.product(numbers)).isEqualTo(product);
    }
}
