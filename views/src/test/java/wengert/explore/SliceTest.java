package wengert.explore;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.story.Programs;

/// What a study gives along its numbers, beside the formulas, and the axes that it is shown on.
class SliceTest {

    private static final int COUNT = 2000;

    private static Slice slice(String program, int number, Reach reach) {
        var fast = Programs.study("using Zygote; " + program).fast();
        return Slice.of(fast, fast.numbers(), number, reach, COUNT, () -> false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isTheFormula(
            String program, int number, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        Slice found = slice(program, number, new Reach(-3, 3));
        for (int i = 0; i < COUNT; i++) {
            double x = -3 + 6.0 * i / (COUNT - 1);
            assertThat(found.x()[i]).isEqualTo(x);
            assertThat(found.value()[i]).isCloseTo(value.applyAsDouble(x), within(1e-12));
            assertThat(found.slope()[i]).isCloseTo(slope.applyAsDouble(x), within(1e-11));
        }
    }

    static Stream<Arguments> isTheFormula() {
        return Stream.of(
                formula(
                        "gradient(x -> sin(x) * exp(-x / 4), 1.0)",
                        0,
                        x -> Math.sin(x) * Math.exp(-x / 4),
                        x -> (Math.cos(x) - Math.sin(x) / 4) * Math.exp(-x / 4)),
                formula(
                        "gradient((x, y) -> (1 - x)^2 + 100(y - x^2)^2, -1.0, 2.0)",
                        1,
                        y -> 4 + 100 * (y - 1) * (y - 1),
                        y -> 200 * (y - 1)),
                formula(
                        "gradient(w -> sum(w .^ 3), [1.0, 2.0, 0.5])",
                        1,
                        w -> 1.125 + w * w * w,
                        w -> 3 * w * w),
                // another path through the program at every sign, and none at all
                formula(
                        "gradient(x -> x > 0 ? x^2 : -3x, 2.0)",
                        0,
                        x -> x > 0 ? x * x : -3 * x,
                        x -> x > 0 ? 2 * x : -3),
                formula(
                        "gradient(x -> (x < -1 ? NaN : x), 2.0)",
                        0,
                        x -> x < -1 ? Double.NaN : x,
                        x -> x < -1 ? Double.NaN : 1),
                formula(
                        "gradient(x -> x < 0 ? error(\"none\") : x^2, 2.0)",
                        0,
                        x -> x < 0 ? Double.NaN : x * x,
                        x -> x < 0 ? Double.NaN : 2 * x));
    }

    private static Arguments formula(
            String program, int number, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        return Arguments.of(program, number, value, slope);
    }

    /// The places behind which the drawn line is interrupted, of the value and of the derivative.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    gradient(x -> x^3 - x, 1.0)               =>             =>
                    gradient(x -> abs(x), 1.0)                =>             => 0.0
                    gradient(x -> x < 1 ? x : x + 2, 2.0)     => 1.0         =>
                    gradient(x -> tan(x), 1.0)                => -1.57 1.57  =>
                    gradient(x -> 1 / x, 1.0)                 => 0.0         =>
                    gradient(x -> max(x, 0.5)^2, 1.0)         =>             => 0.5
                    gradient(x -> sin(20x), 1.0)              =>             =>
                    gradient(x -> exp(3x), 1.0)               =>             =>
                    gradient(x -> sqrt(abs(x)), 1.0)          =>             =>
                    """)
    void goesOnWhereTheFunctionDoes(String program, String values, String slopes) {
        Slice found = slice(program, 0, new Reach(-3, 3));
        Scale value = Scale.around(found.value());
        Scale slope = Scale.around(found.slope());
        var breaks = new ArrayList<Double>();
        var slopeBreaks = new ArrayList<Double>();
        for (int i = 0; i + 1 < COUNT; i++) {
            if (!found.goesOn(i, value.high() - value.low())) {
                breaks.add(found.x()[i]);
            }
            if (!found.slopeGoesOn(i, slope.high() - slope.low())) {
                slopeBreaks.add(found.x()[i]);
            }
        }
        assertThat(text(breaks)).isEqualTo(values == null ? "" : values);
        if (slopes != null || breaks.isEmpty() && !program.contains("sqrt")) {
            assertThat(text(slopeBreaks)).isEqualTo(slopes == null ? "" : slopes);
        }
    }

    private static String text(List<Double> places) {
        return places.stream()
                .map(x -> Double.toString(Math.round(x * 100) / 100.0 + 0.0))
                .distinct()
                .collect(joining(" "));
    }

    /// First a curve from end to end, then all of it; whoever is overtaken has told the first.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void growsFromEndToEnd(boolean overtaken) {
        var fast = Programs.study("using Zygote; gradient(x -> x^2, 1.0)").fast();
        var told = new ArrayList<Slice>();
        Slice.grow(fast, fast.numbers(), 0, new Reach(-1, 1), COUNT, told::add, () -> overtaken);
        List<Integer> counts = told.stream().map(Slice::count).toList();
        assertThat(counts.contains(COUNT)).isNotEqualTo(overtaken);
        assertThat(counts.size() > 1 || overtaken).isTrue();
        assertThat(counts).isSorted();
        assertThat(told)
                .allSatisfy(slice -> {
                    assertThat(slice.x()).isSorted().startsWith(-1).endsWith(1);
                    for (int i = 0; i < slice.count(); i++) {
                        assertThat(slice.value()[i]).isEqualTo(slice.x()[i] * slice.x()[i]);
                        assertThat(slice.slope()[i]).isEqualTo(2 * slice.x()[i]);
                    }
                });
    }

    /// Nobody waits for fast code that is not being made: it is only once a study was asked twice.
    @Test
    @Timeout(60)
    void asksASlowStudyThatNobodyHasAskedBefore() {
        var fast =
                Programs.study(
                                """
                                using Zygote
                                slow() = (s = 0.0; for i in 1:600_000; s += 1 / i; end; s)
                                gradient(x -> x + 0 * slow(), 1.0)
                                """)
                        .fast();
        Slice slice = Slice.of(fast, fast.numbers(), 0, new Reach(-1, 1), 3, () -> false);
        assertThat(slice.value()).containsExactly(-1, 0, 1);
    }

    @Test
    void linesOfEqualValuesLieOnCircles() {
        var fast = Programs.study("using Zygote; gradient((x, y) -> x^2 + y^2, 1.0, 1.0)").fast();
        var reach = new Reach(-2, 2);
        Terrain terrain = Terrain.of(fast, fast.numbers(), 0, 1, reach, reach, 60, () -> false);
        List<Terrain.Piece> line = terrain.line(2.0);
        assertThat(line).hasSizeGreaterThan(100);
        assertThat(line)
                .allSatisfy(piece -> {
                    double x = -2 + 4 * piece.x1();
                    double y = -2 + 4 * piece.y1();
                    assertThat(x * x + y * y).isCloseTo(2.0, within(2e-3));
                });
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    -2.3 => 2.2   => −2 −1 0 1 2
                    0    => 0.01  => 0.000 0.002 0.004 0.006 0.008 0.010
                    -1e6 => 2e6   => −1e6 0 1e6 2e6
                    99.9 => 100.1 => 99.90 99.95 100.00 100.05 100.10
                    -9   => 19    => −5 0 5 10 15
                    """)
    void axesHaveRoundNumbers(double low, double high, String ticks) {
        String found =
                new Scale(low, high, false)
                        .ticks(5).stream().map(Scale.Tick::text).collect(joining(" "));
        assertThat(found).isEqualTo(ticks);
    }

    @Test
    void powersOfTenHaveTheirOwnAxis() {
        String found =
                Scale.ofPowers(3e-7, 104).ticks(5).stream()
                        .map(Scale.Tick::text)
                        .collect(joining(" "));
        assertThat(found).isEqualTo("1e-7 1e-5 1e-3 0.1 10 1000");
    }

    @ParameterizedTest(name = "around {0}")
    @CsvSource({
        "2, -5, 5, 0.01",
        "0, -2, 2, 0.01",
        "-0.3, -1, 1, 0.01",
        "1500, -5000, 5000, 10",
        "1e-4, -2e-4, 2e-4, 1e-6"
    })
    void numbersHaveASensibleReach(double x, double low, double high, double step) {
        Reach reach = Reach.around(x);
        assertThat(reach).isEqualTo(new Reach(low, high));
        assertThat(reach.step()).isCloseTo(step, within(1e-15));
        assertThat(reach.snap(x + 0.301 * step)).isEqualTo(x);
        assertThat(reach.including(3 * high).high()).isGreaterThan(3 * high);
    }
}
