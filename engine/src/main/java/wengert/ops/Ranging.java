package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Range;
import wengert.value.Scalar;
import wengert.value.Value;

/// Ranges that stay ranges: `(1:3) .+ 1` is `2:4`, `2 .* (1:3)` is `2:2:6`. Floats are reckoned in
/// twice the precision, as their ranges are.
final class Ranging {

    private Ranging() {}

    /// `op` applied to a range and a number, where the result is a range again; null otherwise.
    static @Nullable Range apply(ScalarOp op, List<Value> x, Range range) {
        if (!(op instanceof Arithmetic arithmetic) || range.count() == 0) {
            return null;
        }
        if (x.size() == 1) {
            return arithmetic == Arithmetic.NEGATE ? stretched(range, Int64.of(-1)) : null;
        }
        boolean left = x.getFirst() instanceof Range;
        Value other = x.get(left ? 1 : 0);
        if (x.size() != 2 || !(other instanceof Int64 || other instanceof Float64)) {
            return null;
        }
        Scalar number = (Scalar) other;
        boolean zero = number.toDouble() == 0 || !Double.isFinite(number.toDouble());
        return switch (arithmetic) {
            case PLUS -> shifted(range, number);
            case MINUS ->
                    left
                            ? shifted(range, Scalars.negate(number))
                            : shifted(stretched(range, Int64.of(-1)), number);
            case TIMES -> zero ? null : stretched(range, number);
            case DIVIDE -> zero || !left ? null : divided(range, number.toDouble());
            default -> null;
        };
    }

    private static @Nullable Range shifted(@Nullable Range r, Scalar by) {
        if (r == null) {
            return null;
        }
        if (r.first() instanceof Int64 && by instanceof Int64) {
            return new Range(
                    Scalars.plus(r.first(), by),
                    r.step(),
                    r.count(),
                    r.unit(),
                    Scalars.plus(r.stop(), by));
        }
        var grid = grid(r);
        if (grid == null || !Double.isFinite(by.toDouble())) {
            return null;
        }
        double[] reference = sum(grid.referenceHigh(), by.toDouble());
        return range(
                r.count(),
                r.step().toDouble(),
                new Range.Grid(
                        reference[0],
                        reference[1] + grid.referenceLow(),
                        grid.stepHigh(),
                        grid.stepLow(),
                        grid.offset()));
    }

    private static @Nullable Range stretched(Range r, Scalar by) {
        if (r.first() instanceof Int64 && by instanceof Int64) {
            return new Range(
                    Scalars.times(r.first(), by),
                    Scalars.times(r.step(), by),
                    r.count(),
                    false,
                    Scalars.times(r.stop(), by));
        }
        var grid = grid(r);
        if (grid == null) {
            return null;
        }
        double f = by.toDouble();
        double[] reference = product(grid.referenceHigh(), grid.referenceLow(), f);
        double[] step = product(grid.stepHigh(), grid.stepLow(), f);
        return range(
                r.count(),
                r.step().toDouble() * f,
                new Range.Grid(reference[0], reference[1], step[0], step[1], grid.offset()));
    }

    private static @Nullable Range divided(Range r, double by) {
        var grid = grid(r);
        if (grid == null) {
            return null;
        }
        double[] reference = quotient(grid.referenceHigh(), grid.referenceLow(), by);
        double[] step = quotient(grid.stepHigh(), grid.stepLow(), by);
        return range(
                r.count(),
                r.step().toDouble() / by,
                new Range.Grid(reference[0], reference[1], step[0], step[1], grid.offset()));
    }

    private static Range.@Nullable Grid grid(Range r) {
        return r.first() instanceof Int64
                ? new Range.Grid(r.first().toDouble(), 0, r.step().toDouble(), 0, 0)
                : r.grid();
    }

    private static Range range(int count, double step, Range.Grid grid) {
        var bare = new Range(Float64.ZERO, new Float64(step), count, false, Float64.ZERO, grid);
        return new Range(
                (Scalar) bare.get(0),
                bare.step(),
                count,
                false,
                (Scalar) bare.get(count - 1),
                grid);
    }

    /// a + b and what was lost by rounding.
    private static double[] sum(double a, double b) {
        double s = a + b;
        double part = s - a;
        return new double[] {s, (a - (s - part)) + (b - part)};
    }

    private static double[] product(double high, double low, double f) {
        double p = high * f;
        return sum(p, Math.fma(high, f, -p) + low * f);
    }

    private static double[] quotient(double high, double low, double by) {
        double q = high / by;
        return sum(q, (Math.fma(-q, by, high) + low) / by);
    }
}
