package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Budget;
import wengert.run.Runner;
import wengert.source.SourceText;
import wengert.value.ArrayRef;
import wengert.value.Elements;
import wengert.value.Value;

class DigitsTest {

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # a number that is cut short would be another one: it has fewer digits instead
                    -8.83512e-25         => 12 => −8.835e−25
                    -8.83512e-25         => 9  => −8.84e−25
                    -8.83512e-25         => 8  => −8.8e−25
                    1 / 3                => 5  => 0.333
                    123456.789           => 5  => 123457
                    # so have arrays, before they are summed up
                    [0.12345, -0.5]      => 16 => [0.1234, −0.5]
                    [0.12345, -0.5]      => 12 => [0.12, −0.5]
                    [0.12345, -0.5]      => 10 => 2 numbers
                    [0.1 0.2; 0.3 0.4]   => 10 => 2×2 matrix
                    """)
    void fitsIntoAsManyCharacters(String expression, int characters, String text) {
        var run = new Runner(Budget.DEFAULT).run(new SourceText("test.jl", expression));
        Value value = run.outcomes().getLast().value();
        Value plain = value instanceof ArrayRef array ? Elements.content(array) : value;
        assertThat(Digits.USUAL.named(plain, characters)).isEqualTo(text);
    }
}
