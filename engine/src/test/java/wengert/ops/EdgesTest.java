package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// What we say where there is no slope, or an infinite one.
class EdgesTest {

    /// Operation and arguments; the slopes in each argument, going back and going forward.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # corners
                    abs 0.0           => 0.0            => 0.0
                    relu 0.0          => 0.0            => 0.0
                    sign 0.0          => 0.0            => 0.0
                    floor 2.0         => 0.0            => 0.0
                    hypot 0.0 0.0     => 0.0 0.0        => 0.0 0.0
                    clamp 1.0 0.0 1.0 => 1.0 0.0 0.0    => 1.0 0.0 0.0
                    # ties
                    max 2.0 2.0       => 0.0 1.0        => 0.0 1.0
                    min 2.0 2.0       => 1.0 0.0        => 1.0 0.0
                    # jumps
                    mod 4.0 2.0       => NaN NaN        => NaN NaN
                    rem 4.0 2.0       => NaN NaN        => NaN NaN
                    # infinitely steep
                    sqrt 0.0          => Infinity       => Infinity
                    cbrt 0.0          => Infinity       => Infinity
                    asin 1.0          => Infinity       => Infinity
                    acos -1.0         => -Infinity      => -Infinity
                    acosh 1.0         => Infinity       => Infinity
                    xlogx 0.0         => -Infinity      => -Infinity
                    # powers of 0: ChainRules going back, ForwardDiff going forward
                    ^ 0.0 2.0         => 0.0 0.0        => 0.0 0.0
                    ^ 0.0 1.0         => 1.0 0.0        => 1.0 0.0
                    ^ 0.0 0.5         => Infinity 0.0   => Infinity 0.0
                    ^ 0.0 0.0         => 0.0 NaN        => 0.0 -Infinity
                    ^ 0.0 -0.5        => -Infinity NaN  => -Infinity -Infinity
                    # powers of negative numbers
                    ^ -2.0 3.0        => 12.0 -5.545177444479562 => 12.0 -5.545177444479562
                    ^ -2.0 0.0        => 0.0 0.6931471805599453 => 0.0 0.6931471805599453
                    # smooth, though the formula is not
                    sinc 0.0          => 0.0            => 0.0
                    cosc 0.0          => -3.289868133696453 => -3.289868133696453
                    ellipk 0.0        => 0.39269908169872414 => 0.39269908169872414
                    xlogy 0.0 0.0     => -Infinity 0.0  => -Infinity 0.0
                    atan 3e200 4e200  => 1.6e-201 -1.2e-201 => 1.6e-201 -1.2e-201
                    hypot 3.0 -4.0    => 0.6 -0.8       => 0.6 -0.8
                    """)
    void isDecided(String call, String backward, String forward) {
        String[] words = call.split(" ");
        List<Value> x = Arrays.stream(words).skip(1).map(EdgesTest::value).toList();
        ScalarOp op = Objects.requireNonNull(Operations.scalar(words[0], x.size()));
        String[] back = backward.split(" ");
        String[] on = forward.split(" ");
        for (int i = 0; i < x.size(); i++) {
            assertEquals(Double.parseDouble(back[i]), share(op, x, i), 1e-215);
            assertEquals(Double.parseDouble(on[i]), tangent(op, x, i), 1e-215);
        }
    }

    /// Zero times infinity is zero on the way through a rule.
    @Test
    void passesNothingThroughWhatIsFlat() {
        var square = Objects.requireNonNull(Operations.scalar("^", 2));
        List<Value> x = List.of(Float64.ZERO, new Float64(2));
        Value share = square.vjp(Values.IN, x, Float64.ZERO, new Float64(1 / 0.0), 0);
        assertEquals(Float64.ZERO, share);
    }

    @Test
    void keepsZeroBehindAnInfiniteSlope() {
        var root = Objects.requireNonNull(Operations.scalar("sqrt", 1));
        Value share = root.vjp(Values.IN, List.of(Float64.ZERO), Float64.ZERO, Float64.ZERO, 0);
        assertEquals(Float64.ZERO, share);
    }

    @Test
    void keepsNaN() {
        var product = Objects.requireNonNull(Operations.scalar("*", 2));
        List<Value> x = List.of(Float64.ZERO, Float64.ZERO);
        Value share = product.vjp(Values.IN, x, Float64.ZERO, new Float64(Double.NaN), 0);
        assertEquals(new Float64(Double.NaN), share);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "abs 0.0",
        "relu 0.0",
        "max 1.0 1.0",
        "min 1.0 1.0",
        "floor 2.0",
        "round 2.5",
        "sign 0.0",
        "clamp 1.0 0.0 1.0",
        "hypot 0.0 0.0",
        "sqrt 0.0",
        "^ 0.0 0.0",
        "mod 4.0 2.0"
    })
    void knowsItsKinks(String call) {
        String[] words = call.split(" ");
        List<Value> x = Arrays.stream(words).skip(1).map(EdgesTest::value).toList();
        ScalarOp op = Objects.requireNonNull(Operations.scalar(words[0], x.size()));
        assertNotNull(op.kink(x));
        var beside = new ArrayList<>(x);
        beside.set(0, new Float64(number(x.getFirst()) + 0.3));
        assertNull(op.kink(beside));
    }

    private static Value value(String text) {
        return new Float64(Double.parseDouble(text));
    }

    private static double share(ScalarOp op, List<Value> x, int i) {
        return number(op.vjp(Values.IN, x, op.evaluate(x), Float64.ONE, i));
    }

    private static double tangent(ScalarOp op, List<Value> x, int i) {
        var tangents = new ArrayList<@Nullable Value>(Collections.nCopies(x.size(), null));
        tangents.set(i, Float64.ONE);
        return number(op.jvp(Values.IN, x, op.evaluate(x), tangents));
    }

    private static double number(@Nullable Value value) {
        return value == null ? 0 : ((Scalar) value).toDouble();
    }
}
