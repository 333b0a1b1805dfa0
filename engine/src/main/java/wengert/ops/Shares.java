package wengert.ops;

import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Value;

/// The product of what arrives with a local derivative.
///
/// It is an ordinary product but for one case: zero times infinity is zero. A function that is flat
/// at a point passes nothing on, whatever arrives (so `sqrt(x^2)` has the gradient 0 at 0, as in
/// Zygote), and a gradient of exactly zero stays zero behind an infinite slope (so a branch that
/// `ifelse` did not select cannot poison the gradient). NaN stays NaN: it says that something went
/// wrong earlier.
final class Shares {

    private Shares() {}

    static <V> V times(Algebra<V> in, V a, V b) {
        return in.isOne(a) || in.isOne(b) || !zeroMeetsInfinity(in.value(a), in.value(b))
                ? in.times(a, b)
                : in.apply(Arithmetic.SHARE, a, b);
    }

    private static boolean zeroMeetsInfinity(Value a, Value b) {
        if (a instanceof Float64(double x) && b instanceof Float64(double y)) {
            return x == 0 && Double.isInfinite(y) || y == 0 && Double.isInfinite(x);
        }
        return hasInfinity(a) || hasInfinity(b);
    }

    private static boolean hasInfinity(Value value) {
        return switch (value) {
            case Float64(double x) -> Double.isInfinite(x);
            case Complex z -> Double.isInfinite(z.toDouble()) || Double.isInfinite(z.imaginary());
            case ArrayValue array when array.elementType() == ElementType.FLOAT64 -> {
                double[] elements = array.dense().doubles();
                boolean found = false;
                for (int i = 0; i < elements.length && !found; i++) {
                    found = Double.isInfinite(elements[i]);
                }
                yield found;
            }
            default -> false;
        };
    }
}
