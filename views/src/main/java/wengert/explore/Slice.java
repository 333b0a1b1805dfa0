package wengert.explore;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import wengert.compile.FastGradient;
import wengert.value.JuliaError;

/// The value of a study and its derivative along one of the numbers that go in, the others resting.
///
/// Where the program gives no number there is a gap, and where it jumps there is one, too: a line from one side of a pole
/// to the other would show what is not there.
///
/// @param x ascending
/// @param value NaN where there is none
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
public record Slice(int number, double[] x, double[] value, double[] slope) {

    /// How much of what is seen a jump takes at the least.
    private static final double JUMP = 0.03;

    /// How many times as large as the steps beside it a jump is.
    private static final double STEEP = 8;

    /// Asks the study at `count` places from one end of a reach to the other, first at a few that lie far apart, then between
    /// these, so that the whole of the curve is seen early. What is known by then is told as soon as it is a curve, and
    /// every now and then where it takes long.
    ///
    /// @param from where the other numbers rest
    /// @param told what is known so far, and in the end all of it
    /// @param overtaken whether something newer is asked for; then it ends, unless a first curve is there in a moment
    public static void grow(
            FastGradient fast,
            double[] from,
            int number,
            Reach reach,
            int count,
            Consumer<Slice> told,
            BooleanSupplier overtaken) {
        new Growing(fast, from, number, reach, count, told, overtaken).grow();
    }

    /// The same as one slice.
    ///
    /// @param cancelled whether nobody waits for it any more; then it is of fewer places
    public static Slice of(
            FastGradient fast,
            double[] from,
            int number,
            Reach reach,
            int count,
            BooleanSupplier cancelled) {
        var growing = new Growing(fast, from, number, reach, count, _ -> {}, cancelled);
        growing.grow();
        return growing.known();
    }

    /// The value; NaN where the program gives none.
    static double value(Asking asking, double[] x, double[] gradient) {
        try {
            return asking.at(x, gradient);
        } catch (JuliaError nothingThere) {
            return Double.NaN;
        }
    }

    public int count() {
        return x.length;
    }

    /// Whether the value goes on from place `i` to the next without a jump.
    ///
    /// @param seen how much of it is seen
    public boolean goesOn(int i, double seen) {
        double predicted = (slope[i] + slope[i + 1]) / 2 * (x[i + 1] - x[i]);
        double change = value[i + 1] - value[i];
        boolean far = Math.abs(change) > JUMP * seen;
        boolean pole = far && change * slope[i] < 0 && change * slope[i + 1] < 0;
        return Double.isFinite(change) && !pole && !jumps(value, i, seen, Math.abs(predicted));
    }

    /// The same for the derivative.
    public boolean slopeGoesOn(int i, double seen) {
        return Double.isFinite(slope[i] - slope[i + 1]) && !jumps(slope, i, seen, 0);
    }

    private static boolean jumps(double[] y, int i, double seen, double expected) {
        double change = Math.abs(y[i + 1] - y[i]);
        double before = i == 0 ? 0 : Math.abs(y[i] - y[i - 1]);
        double after = i + 2 == y.length ? 0 : Math.abs(y[i + 2] - y[i + 1]);
        double beside = Math.max(expected, Math.max(finite(before), finite(after)));
        return change > JUMP * seen && change > STEEP * beside;
    }

    private static double finite(double x) {
        return Double.isFinite(x) ? x : 0;
    }
}
