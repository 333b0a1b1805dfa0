package wengert.rival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.compile.FastGradient;
import wengert.compile.FastGradient.Way;

/// What is measured side by side computes the same.
class RivalsTest {

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "rosenbrock, 12",
        "rosenbrock_array, 12",
        "rosenbrock, 300",
        "speelpenning, 12",
        "speelpenning_array, 12",
        "ackley, 12",
        "ackley_array, 12",
        "helmholtz, 12",
        "helmholtz_array, 12",
        "gmm, 7",
        "ba, 60",
        "ba_shuffled, 150",
        "lstm, 8",
        "lstm, 69",
        "mlp, 3",
    })
    void haveTheEnginesNumbers(String function, int n) {
        Rivals.Case rival = Rivals.of(function.replace("_array", ""), n);
        double[] x = rival.point();
        double[] byHand = new double[x.length];
        double value = rival.gradient(x, byHand);
        assertEquals(value, rival.value(x), 1e-9 * Math.abs(value));
        FastGradient fast = Subjects.of(function, n).fast();
        assertArrayEquals(x, fast.numbers(), 1e-15);
        for (Way way : Way.values()) { // from the slowest on
            assertTrue(fast.upTo(way).prepare(way));
            for (int time = 0; time < 2; time++) { // where no lock is needed, too
                double[] gradient = new double[x.length];
                assertEquals(value, fast.at(x, gradient), 1e-9 * Math.abs(value), way::toString);
                same(byHand, gradient, way);
            }
        }
    }

    private static void same(double[] expected, double[] found, Way way) {
        double greatest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            double tolerance = 1e-9 * Math.abs(expected[i]) + 1e-13 * greatest;
            assertEquals(expected[i], found[i], tolerance, way + ", ∂/∂x" + i);
        }
    }
}
