package wengert.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.compile.FastGradient;
import wengert.value.Float64;
import wengert.value.Show;
import wengert.value.Tensor;
import wengert.value.Value;

/// A study at other inputs, in the way that pays.
class FastTest {

    private static final String BRANCH =
            """
            f(x) = x > 0 ? x^2 : -3x
            gradient(f, 2.0)
            """;

    private static double slope(FastGradient fast, double x) {
        Value gradient = fast.at(List.of(Float64.of(x))).gradient().getFirst();
        return ((Float64) gradient).value();
    }

    @Test
    void takesTheOtherBranchWhereTheProgramWould() {
        FastGradient fast = Programs.study(BRANCH).fast();
        assertTrue(fast.prepare(FastGradient.Way.COMPILED));
        assertEquals(10.0, slope(fast, 5));
        assertEquals(-3.0, slope(fast, -5));
        assertEquals(-3.0, slope(fast, -6));
        assertEquals(14.0, slope(fast, 7));
    }

    /// 2^20 paths: keeping each would cost many times what running the program does.
    @Test
    void keepsFewPathsWhereNoneComesAgain() {
        FastGradient fast =
                Programs.study("gradient(x -> sum([v > 0 ? v^2 : 3v for v in x]), collect(1.0:20))")
                        .fast();
        assertTrue(fast.prepare(FastGradient.Way.INTERPRETED));
        var random = new Random(1);
        double[] g = new double[20];
        for (int k = 0; k < 300; k++) {
            double[] x = random.doubles(20, -1, 1).toArray();
            fast.at(x, g);
            double[] expected = DoubleStream.of(x).map(v -> v > 0 ? 2 * v : 3).toArray();
            assertArrayEquals(expected, g);
        }
        assertTrue(fast.paths() < 10, () -> fast.paths() + " paths");
    }

    @Test
    void goesRoundALoopAsOftenAsTheProgramWould() {
        FastGradient fast =
                Programs.study(
                                """
                                function f(x)
                                    y = x
                                    while y < 100
                                        y = y * x
                                    end
                                    return y
                                end
                                gradient(f, 2.0)
                                """)
                        .fast();
        assertTrue(fast.prepare(FastGradient.Way.COMPILED));
        assertEquals(7 * 64.0, slope(fast, 2));
        assertEquals(5 * 81.0, slope(fast, 3));
        assertEquals(2 * 50.0, slope(fast, 50));
    }

    @Test
    void answersFasterWaysOnceTheyAreReady() {
        FastGradient fast = Programs.study(BRANCH).fast();
        assertEquals(FastGradient.Way.RECORDED, fast.at(List.of(Float64.of(1))).way());
        assertTrue(fast.prepare(FastGradient.Way.INTERPRETED));
        assertEquals(FastGradient.Way.INTERPRETED, fast.at(List.of(Float64.of(1))).way());
        assertTrue(fast.prepare(FastGradient.Way.COMPILED));
        assertEquals(FastGradient.Way.COMPILED, fast.at(List.of(Float64.of(1))).way());
    }

    @Test
    void recordsAnewWhereTheSizeIsAnother() {
        FastGradient fast = Programs.study("gradient(x -> sum(abs2, x), [1.0, 2.0])").fast();
        assertTrue(fast.prepare(FastGradient.Way.COMPILED));
        FastGradient.Answer answer = fast.at(List.of(Tensor.vector(1, 2, 3)));
        assertEquals(Float64.of(14), answer.value());
        assertEquals(List.of(Tensor.vector(2, 4, 6)), answer.gradient());
    }

    /// A call made once more: what the program defined behind it does not count.
    @Test
    void repeatsTheCallInTheWorldThatItWasMadeIn() {
        Study study =
                Programs.study(
                        """
                        a = 2.0
                        f(x) = a * x^2
                        gradient(f, 3.0)
                        a = 5.0
                        f(x) = [x, x]
                        """);
        Study there = study.at(List.of(Float64.of(4)));
        assertEquals(Float64.of(32), there.graph().output().plain());
        assertEquals(study.graph().study().title(), there.graph().study().title());
        assertEquals(study, there.at(List.of(Float64.of(5))).origin());
        assertEquals(16.0, slope(study.fast(), 4));
    }

    /// The first time behind a lock, then without.
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    gradient(sum, [1.0, 2.0, 3.0])                 => 4 5 6 => 15 => 1 1 1
                    gradient((x, y) -> x^2, 1.0, 2.0)              => 3 4   => 9  => 6 0
                    gradient(x -> sqrt(x[1]) + x[2]^2, [1.0, 2.0]) => 0 3   => 9  => Infinity 6
                    gradient((x, y) -> sum(x .* y), [1.0, 2.0], 3.0) => 4 5 6 => 54 => 6 6 9
                    gradient(x -> 1e308 * sum(x), [1.0, 2.0])      => 0 0   => 0  => 1e308 1e308
                    gradient(x -> sum(x[2:3] .^ 2), [1.0, 2.0, 3.0, 4.0]) => 4 3 2 1 => 13 => 0 6 4 0
                    # a product whose factors change their sign, or become 0, or no longer are
                    gradient(prod, [1.0, 2.0, 3.0])                => -4 5 2 => -40 => 10 -8 -20
                    gradient(prod, [1.0, 2.0, 3.0])                => 4 0 2 => 0  => 0 8 0
                    gradient(prod, [0.0, 2.0, 3.0])                => 4 5 0 => 0  => 0 0 20
                    gradient(prod, [0.0, 2.0, 3.0])                => 4 5 1 => 20 => 5 4 20
                    """)
    void plainNumbersGoInAndOut(String program, String at, String value, String gradient) {
        double[] x = numbers(at);
        FastGradient fast = Programs.study(program).fast();
        assertTrue(fast.prepare(FastGradient.Way.COMPILED));
        for (int k = 0; k < 3; k++) {
            double[] g = new double[x.length];
            assertEquals(Double.parseDouble(value), fast.at(x, g));
            assertArrayEquals(numbers(gradient), g);
        }
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    gradient(x -> x^2, 3)            => 4   => 4
                    gradient(x -> x^2, 3)            => 4.5 => 4.5
                    gradient(x -> x^2, 3f0)          => 4   => 4.0f0
                    gradient(sum, [1, 2])            => 1 2 => [1, 2]
                    gradient(sum, [1, 2])            => 1 3 => [1.0, 3.0]
                    gradient(sum, 1.0:2.0)           => 1 2 => 1.0:1.0:2.0
                    """)
    void numbersKeepTheirKind(String program, String numbers, String inputs) {
        FastGradient fast = Programs.study(program).fast();
        assertEquals(inputs, Show.repr(fast.inputs(numbers(numbers)).getFirst()));
    }
}
