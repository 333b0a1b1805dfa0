package wengert.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static wengert.value.Sample.f;
import static wengert.value.Sample.n;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RangesTest {

    @ParameterizedTest(name = "{1} holds {2}")
    @MethodSource
    void holdsWhatJuliasRangesHold(Range range, String text, String elements) {
        assertEquals(text, Show.text(range));
        assertEquals(elements, Show.repr(range.dense()));
        for (int i = 0; i < range.count(); i++) {
            assertEquals(range.dense().get(i), range.get(i));
        }
    }

    static Stream<Arguments> holdsWhatJuliasRangesHold() {
        return Stream.of(
                // of whole numbers
                row(Ranges.of(n(1), n(4)), "1:4", "[1, 2, 3, 4]"),
                row(Ranges.of(n(1), n(2), n(10)), "1:2:9", "[1, 3, 5, 7, 9]"),
                row(Ranges.of(n(5), n(-1), n(1)), "5:-1:1", "[5, 4, 3, 2, 1]"),
                row(Ranges.of(n(5), n(-2), n(0)), "5:-2:1", "[5, 3, 1]"),
                row(Ranges.of(n(5), n(1)), "5:4", "Int64[]"),
                row(Ranges.of(n(1), n(2), n(0)), "1:2:0", "Int64[]"),
                row(
                        Ranges.of(n(Long.MAX_VALUE - 1), n(Long.MAX_VALUE)),
                        "9223372036854775806:9223372036854775807",
                        "[9223372036854775806, 9223372036854775807]"),
                // of floats
                row(
                        Ranges.of(f(0), f(0.1), f(1)),
                        "0.0:0.1:1.0",
                        "[0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]"),
                row(Ranges.of(f(1), f(4)), "1.0:1.0:4.0", "[1.0, 2.0, 3.0, 4.0]"),
                row(Ranges.of(f(0.1), f(0.1), f(0.3)), "0.1:0.1:0.3", "[0.1, 0.2, 0.3]"),
                row(Ranges.of(n(0), f(0.25), n(1)), "0.0:0.25:1.0", "[0.0, 0.25, 0.5, 0.75, 1.0]"),
                row(Ranges.of(f(1), f(-0.5), f(0)), "1.0:-0.5:0.0", "[1.0, 0.5, 0.0]"),
                row(Ranges.of(f(1), f(0)), "1.0:1.0:0.0", "Float64[]"),
                row(
                        Ranges.of(f(-0.3), f(0.1), f(0.3)),
                        "-0.3:0.1:0.3",
                        "[-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]"),
                // by their length
                row(Ranges.between(0, 1, 5), "0.0:0.25:1.0", "[0.0, 0.25, 0.5, 0.75, 1.0]"),
                row(
                        Ranges.between(0.1, 0.7, 7),
                        "0.1:0.1:0.7",
                        "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]"),
                row(
                        Ranges.between(0, Math.PI, 3),
                        "0.0:1.5707963267948966:3.141592653589793",
                        "[0.0, 1.5707963267948966, 3.141592653589793]"),
                row(Ranges.between(-1, 1, 5), "-1.0:0.5:1.0", "[-1.0, -0.5, 0.0, 0.5, 1.0]"),
                row(Ranges.steps(n(1), n(3), 3), "1:3:7", "[1, 4, 7]"),
                row(Ranges.steps(f(0), f(0.1), 4), "0.0:0.1:0.3", "[0.0, 0.1, 0.2, 0.3]"),
                // of fractions
                row(
                        Ranges.of(new Rational(1, 2), new Rational(1, 2), n(2)),
                        "1//2:1//2:2//1",
                        "Rational{Int64}[1//2, 1//1, 3//2, 2//1]"),
                // taken apart
                row(
                        Ranges.reversed(Ranges.of(f(0), f(0.1), f(0.4))),
                        "0.4:-0.1:0.0",
                        "[0.4, 0.3, 0.2, 0.1, 0.0]"),
                row(Ranges.reversed(Ranges.of(n(1), n(3))), "3:-1:1", "[3, 2, 1]"),
                row(
                        Ranges.slice(Ranges.of(f(0), f(0.1), f(1)), 1, 3, 3),
                        "0.1:0.3:0.7",
                        "[0.1, 0.4, 0.7]"),
                row(Ranges.slice(Ranges.of(n(1), n(9)), 2, 1, 3), "3:5", "[3, 4, 5]"));
    }

    @Test
    void everyHundredthIsTheNearestFloat() {
        Range range = Ranges.of(f(0), f(0.01), f(10));
        for (int i = 0; i <= 1000; i++) {
            assertEquals(i / 100.0, range.at(i));
        }
    }

    @Test
    void refusesWhatIsNoRange() {
        assertEquals(
                "ArgumentError",
                assertThrows(JuliaError.class, () -> Ranges.of(n(1), n(0), n(3))).kind());
        assertEquals(
                "ArgumentError",
                assertThrows(JuliaError.class, () -> Ranges.between(0, 1, 1)).kind());
        assertEquals(
                "BudgetError",
                assertThrows(JuliaError.class, () -> Ranges.of(n(1), n(Long.MAX_VALUE))).kind());
    }

    private static Arguments row(Range range, String text, String elements) {
        return Arguments.of(range, text, elements);
    }
}
