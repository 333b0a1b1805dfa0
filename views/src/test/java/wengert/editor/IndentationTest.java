package wengert.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndentationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    x = 1                    => 0
                    function f(x)            => 4
                    f(x) = 2x                => 0
                    for i in 1:3             => 4
                    for i in 1:3 x += i end  => 0
                    if a < b                 => 4
                    else                     => 4
                    y = begin                => 4
                    map(xs) do x             => 4
                    mutable struct P         => 4
                    a = [1,                  => 4
                    f(g(1), 2)               => 0
                    end                      => 0
                    "if"                     => 0
                    x[end]                   => 0
                    """)
    void indentsAfterWhatIsOpened(String line, int columns) {
        assertThat(Indentation.after(line)).hasSize(columns);
    }

    @Test
    void commentsOutAndBackIn() {
        var lines = List.of("    a = 1", "", "        b = 2");
        var commented = List.of("    # a = 1", "", "    #     b = 2");
        assertThat(Indentation.commentToggled(lines)).isEqualTo(commented);
        assertThat(Indentation.commentToggled(commented)).isEqualTo(lines);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "\\alpha, 0",
        "x + \\nabla, 4",
        "\\nosuchname, -1",
        "alpha, -1",
        "x\\_1, 1",
    })
    void findsTheNameThatEndsAtTheCaret(String line, int start) {
        assertThat(LatexNames.start(line, line.length())).isEqualTo(start);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "alpha, α",
        "Delta, Δ",
        "_1, ₁",
        "^2, ²",
        "cdot, ⋅",
        "nabla, ∇",
        "sqrt, √",
        "in, ∈"
    })
    void knowsTheNames(String name, String character) {
        assertThat(LatexNames.character(name)).isEqualTo(character);
    }
}
