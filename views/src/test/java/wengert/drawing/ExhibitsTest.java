package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Budget;
import wengert.run.Runner;
import wengert.source.SourceText;
import wengert.story.Digits;
import wengert.value.ArrayRef;
import wengert.value.Elements;
import wengert.value.Value;

class ExhibitsTest {

    private static final double ROOM = 242;

    /// What an expression comes to, on a card.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # numbers
                    60.0                         => Written 60.0
                    60                           => Written 60
                    1.23456789e-7                => Written 1.235e−7
                    3//4                         => Written 3//4
                    1.5 + 2im                    => Written 1.5 + 2.0im
                    NaN                          => Written ⚠ NaN
                    -Inf                         => Written ⚠ −Inf
                    true                         => Written true
                    big(10)^60 + 1               => Written 1e60
                    -(big(12345)^20)             => Written −6.758e81
                    big(2)^60                    => Written 1152921504606846976
                    # vectors, in one line while they fit
                    [1.0, 2.5]                   => Written [1, 2.5]
                    Float64[]                    => Written []
                    collect(1.0:12.0) ./ 7       => NumberGrid
                    [1.0, NaN]                   => NumberGrid
                    collect(1.0:13.0)            => HeatMap
                    # matrices, as numbers while they fit
                    [1 2; 3 4]                   => NumberGrid
                    [i * j / 7 for i in 1:3, j in 1:3] => NumberGrid
                    zeros(8, 8)                  => HeatMap
                    zeros(2, 0)                  => Written 2×0
                    # by slices
                    ones(2, 2, 2)                => Slices
                    ones(6, 6, 10)               => HeatMap
                    # of other things
                    ["a", "b"]                   => Written ["a", "b"]
                    """)
    void showsEachInItsWay(String expression, String expected) {
        Exhibit exhibit = exhibit(expression);
        String text = exhibit instanceof Written(String written, _) ? " " + written : "";
        assertThat(exhibit.getClass().getSimpleName() + text).isEqualTo(expected);
        assertThat(exhibit.width()).isLessThanOrEqualTo(ROOM);
    }

    @Test
    void decimalPointsStandBelowEachOther() {
        var ends = new ArrayList<Double>();
        for (Mark mark : marks(exhibit("[1.5 2.0; -20.25 3.0; 0.125 4.0]"))) {
            if (mark instanceof Mark.Text text && text.text().contains(".")) {
                String whole = text.text().substring(0, text.text().indexOf('.'));
                ends.add(text.x() + Typesetter.width(whole, text.face(), text.size()));
            }
        }
        assertThat(ends).hasSize(3);
        assertThat(ends).allSatisfy(x -> assertThat(x).isCloseTo(ends.getFirst(), offset()));
    }

    @Test
    void whatIsNoNumberHasASignInTheMap() {
        List<Mark> marks = marks(exhibit("[i == j ? NaN : i / j for i in 1:9, j in 1:9]"));
        long crosses = marks.stream().filter(Mark.Line.class::isInstance).count();
        assertThat(crosses).isEqualTo(9);
        assertThat(marks).anyMatch(m -> m instanceof Mark.Text t && t.text().equals("⚠ 9"));
    }

    @Test
    void theScaleSaysLeastAndMost() {
        List<String> texts =
                marks(exhibit("[i - 4.5 * j for i in 1:20, j in 1:20]")).stream()
                        .filter(Mark.Text.class::isInstance)
                        .map(m -> ((Mark.Text) m).text())
                        .toList();
        assertThat(texts).containsExactly("−89", "15.5");
    }

    @ParameterizedTest(name = "{0} at {1}, {2}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # beside the numbers, and on the first and the last of them
                    [1 -2; 3 4]                      => -3  => 5  =>
                    [1 -2; 3 4]                      => 10  => 5  => A[1, 1] = 1
                    [1 -2; 3 4]                      => 38  => 25 => A[2, 2] = 4
                    [1 -2; 3 4]                      => 90  => 25 =>
                    # lists go on in the next row
                    collect(1.0:12.0) ./ 7           => 12  => 5  => A[1] = 0.1429
                    collect(1.0:12.0) ./ 7           => 12  => 25 => A[5] = 0.7143
                    # maps: cells of 14
                    [i - 2j for i in 1:8, j in 1:8]  => 1   => 5  => A[1, 1] = −1
                    [i - 2j for i in 1:8, j in 1:8]  => 110 => 19 => A[2, 8] = −14
                    [i - 2j for i in 1:8, j in 1:8]  => 113 => 19 =>
                    [i - 2j for i in 1:8, j in 1:8]  => 1   => 2  =>
                    [1.0i for i in 1:40]             => 195 => 5  => A[40] = 40
                    # where a cell stands for several
                    [1.0j for i in 1:2, j in 1:392]  => 0.5 => 5  => mean of A[1, 1:2] = 1.5
                    # three dimensions
                    ones(2, 2, 2)                    => 10  => 20 => A[1, 1, 1] = 1
                    ones(2, 2, 2)                    => 80  => 35 => A[2, 2, 2] = 1
                    ones(6, 6, 10)                   => 52  => 5  => A[1, 1, 2] = 1
                    """)
    void saysWhichEntryIsAtAPoint(String expression, double x, double y, String entry) {
        Spot spot = exhibit(expression).at(x, y);
        assertThat(spot == null ? null : spot.of("A")).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({"3, 0.333", "4, 0.3333", "6, 0.333333", "17, 0.3333333333333333"})
    void numbersHaveTheDigitsThatWereAskedFor(int digits, String text) {
        var exhibits = new Exhibits(new Digits(digits), ROOM);
        assertThat(exhibits.of(value("1 / 3"))).isEqualTo(new Written(text, false));
    }

    private static Exhibit exhibit(String expression) {
        return new Exhibits(Digits.USUAL, ROOM).of(value(expression));
    }

    private static Value value(String expression) {
        var run = new Runner(Budget.DEFAULT).run(new SourceText("test.jl", expression));
        assertThat(run.diagnostics()).isEmpty();
        Value value = run.outcomes().getLast().value();
        return value instanceof ArrayRef array ? Elements.content(array) : value;
    }

    private static List<Mark> marks(Exhibit exhibit) {
        var marks = new ArrayList<Mark>();
        exhibit.paint(Ink.value(Theme.LIGHT), 0, 0, marks);
        return marks;
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(0.01);
    }
}
