package wengert.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.explore.Descent.End;
import wengert.explore.Descent.Way;
import wengert.story.Programs;

/// Descents beside the same written by hand.
class DescentTest {

    private static final String ROSENBROCK =
            "using Zygote; r(x, y) = (1 - x)^2 + 100(y - x^2)^2; gradient(r, -1.0, 2.0)";

    private static Way way(Descent descent, String program) {
        var fast = Programs.study(program).fast();
        return descent.from(fast, fast.numbers(), () -> false, _ -> {});
    }

    @ParameterizedTest(name = "{1} steps of {0} with momentum {2}")
    @CsvSource({"0.001, 1, 0", "0.001, 10000, 0", "0.0005, 300, 0.5", "0.0002, 2000, 0.9"})
    void goesTheWayThatHandWrittenCodeGoes(double rate, int steps, double momentum) {
        double x = -1;
        double y = 2;
        double vx = 0;
        double vy = 0;
        for (int k = 0; k < steps; k++) {
            vx = momentum * vx - 2 * (1 - x) - 400 * x * (y - x * x);
            vy = momentum * vy + 200 * (y - x * x);
            x -= rate * vx;
            y -= rate * vy;
        }
        Way way = way(new Descent(rate, steps, momentum), ROSENBROCK);
        assertThat(way.end()).isEqualTo(End.USED_UP);
        assertThat(way.taken()).isEqualTo(steps);
        assertThat(way.last()).containsExactly(new double[] {x, y}, within(1e-9));
        double value = (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
        assertThat(way.values()[steps]).isCloseTo(value, within(1e-9));
        assertThat(way.values()[0]).isEqualTo(104);
        assertThat(way.places().getFirst()).containsExactly(-1, 2);
        assertThat(way.places()).hasSizeLessThanOrEqualTo(2001);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            textBlock =
                    """
                    gradient(x -> (x - 3)^2, 0.0)       => 0.25 => ARRIVED  => Arrived after
                    gradient(x -> x^2, 0.0)             => 0.1  => ARRIVED  => The gradient is 0 here: there is nowhere to go.
                    gradient(x -> x^2, 1.0)             => 1.5  => DIVERGED => Diverged: after
                    gradient(x -> x - log(x), 3.0)      => 20   => LOST     => Step 1 leads to where there is no value: `log` of -10.3
                    gradient(x -> x^4, 1.0)             => 1e-9 => USED_UP  => After 100 steps the gradient is still 4.00.
                    gradient(w -> sum(abs2, w), [1.0, 2.0]) => 0.5 => ARRIVED => Arrived after 1 step:
                    gradient(x -> x > 1 ? x^2 : 2x, 3.0)    => 0.4 => USED_UP => After 100 steps the gradient is still 2.00.
                    """)
    void saysHowItEnded(String program, double rate, End end, String sentence) {
        Way way = way(new Descent(rate, 100, 0), "using Zygote; " + program);
        assertThat(way.sentence()).startsWith(sentence);
        assertThat(way.end()).isEqualTo(end);
    }

    @Test
    void stopsWhenItIsTold() {
        var fast = Programs.study(ROSENBROCK).fast();
        int[] asked = {0};
        Way way =
                new Descent(1e-3, 1000, 0)
                        .from(fast, fast.numbers(), () -> ++asked[0] > 7, _ -> {});
        assertThat(way.end()).isEqualTo(End.STOPPED);
        assertThat(way.sentence()).isEqualTo("Stopped after 7 steps.");
    }

    /// One over the largest curvature, rounded down: of `a * x^2` that is `1 / 2a`.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    gradient(x -> 5x^2, 1.0)                       => 0.1
                    gradient((x, y) -> x^2 + 100y^2, 1.0, 1.0)     => 0.005
                    gradient(x -> 3x, 1.0)                         => 0.1
                    """)
    void proposesASensibleStep(String program, double rate) {
        var fast = Programs.study("using Zygote; " + program).fast();
        assertThat(Descent.sensibleRate(fast, fast.numbers(), () -> false))
                .isCloseTo(rate, within(1e-12));
    }
}
