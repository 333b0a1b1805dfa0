package wengert.value;

import org.jspecify.annotations.Nullable;

/// `first:step:last`, of whole, rational or floating-point numbers.
///
/// A range of floats computes element `i` (from 0) as Julia does, in twice the precision where start,
/// step and stop are fractions of small whole numbers, so that `0:0.1:1` holds 0.3 and not
/// 0.30000000000000004.
///
/// @param first the first element: [Int64], [Float64] or [Rational]
/// @param unit whether it was written `first:last` (a `UnitRange`), which shows without its step
/// @param stop the last element; of an empty range, the number one step before the first
/// @param grid where the elements of a floating-point range lie; null for the others
public record Range(
        Scalar first, Scalar step, int count, boolean unit, Scalar stop, @Nullable Grid grid)
        implements ArrayValue {

    /// A range that needs no grid: of whole numbers or of rationals.
    public Range(Scalar first, Scalar step, int count, boolean unit, Scalar stop) {
        this(first, step, count, unit, stop, null);
    }

    /// Equally spaced numbers as Julia's `StepRangeLen` keeps them: element `i` is
    /// `reference + (i - offset) * step`, where both are the sum of a high and a low part.
    ///
    /// @param offset the place, from 0, of the element that the reference is
    public record Grid(
            double referenceHigh,
            double referenceLow,
            double stepHigh,
            double stepLow,
            int offset) {

        double at(int i) {
            double u = (double) i - offset;
            double shiftHigh = u * stepHigh;
            double shiftLow = u * stepLow;
            double sum = referenceHigh + shiftHigh;
            // what was lost in the addition, by Dekker's rule for a larger and a smaller term
            double lost =
                    Math.abs(shiftHigh) > Math.abs(referenceHigh)
                            ? shiftHigh - sum + referenceHigh
                            : referenceHigh - sum + shiftHigh;
            return sum + (lost + (shiftLow + referenceLow));
        }
    }

    @Override
    public int[] size() {
        return new int[] {count};
    }

    @Override
    public int length() {
        return count;
    }

    @Override
    public ElementType elementType() {
        return switch (first) {
            case Float64 _ -> ElementType.FLOAT64;
            case Int64 _ -> ElementType.INT64;
            case Bool _, WholeNumber _, ShortFloat _, Rational _, Complex _ -> ElementType.ANY;
        };
    }

    @Override
    public Value get(int i) {
        return Ranges.element(this, i);
    }

    @Override
    public Tensor dense() {
        return Ranges.dense(this);
    }
}
