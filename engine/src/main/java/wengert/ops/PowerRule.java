package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Tracked;
import wengert.value.Value;

/// How powers differentiate, in their base and in their exponent, whether it is a literal or not.
///
/// At base 0 we follow the table of ChainRules: `x^p` has the slope 0 in x for p = 0 and p > 1, 1
/// for p = 1, Inf between 0 and 1 and -Inf below 0. Its slope in p is 0 for p > 0; otherwise
/// there is none, and the reverse sweep says NaN as Zygote does, the forward sweep -Inf as
/// ForwardDiff does. For a negative base the slope in p is the real part of that of the complex
/// power.
final class PowerRule {

    static final String SENTENCE =
            "brings the exponent down as a factor and lowers it by one; the exponent gets the"
                    + " logarithm of the base times the power";

    static final String TANGENTS =
            "brings the exponent down as a factor of the base's tangent and lowers it by one; to that comes the"
                    + " exponent's tangent times the logarithm of the base and the power";

    private PowerRule() {}

    /// The slope of a power in its base or exponent.
    ///
    /// @param none what to say of the slope in the exponent where there is none
    static <V> @Nullable V slope(
            Algebra<V> in, ScalarOp power, List<V> x, V y, int i, double none) {
        return i == 0
                ? slopeInBase(in, power, x.get(0), x.get(1))
                : slopeInExponent(in, x.get(0), x.get(1), y, none);
    }

    static <V> @Nullable V share(Algebra<V> in, ScalarOp power, List<V> x, V y, V adjoint, int i) {
        V slope = slope(in, power, x, y, i, Double.NaN);
        return slope == null ? null : Shares.times(in, adjoint, in.conjugate(slope));
    }

    private static <V> @Nullable V slopeInBase(Algebra<V> in, ScalarOp power, V base, V exponent) {
        Value p = in.value(exponent);
        boolean constant =
                power == Powers.LITERAL_POWER
                        || (exponent instanceof Value && !(exponent instanceof Tracked));
        if (constant && p instanceof Scalar scalar && isZero(scalar)) {
            return null;
        }
        if (constant && p instanceof Int64(long n)) {
            return n == 1
                    ? in.number(1)
                    : in.times(
                            in.number(n), n == 2 ? base : in.apply(power, base, in.number(n - 1)));
        }
        V slope = in.times(exponent, in.apply(power, base, in.minus(exponent, in.number(1))));
        return Pairs.anyZero(p) && Pairs.anyZero(in.value(base))
                ? in.apply(
                        Comparisons.IFELSE,
                        in.apply(Comparisons.EQUAL, exponent, in.number(0)),
                        in.number(0),
                        slope)
                : slope;
    }

    private static <V> @Nullable V slopeInExponent(
            Algebra<V> in, V base, V exponent, V y, double none) {
        Value b = in.value(base);
        if (b instanceof Scalar scalar
                && isZero(scalar)
                && in.value(exponent) instanceof Scalar p) {
            return p.toDouble() > 0 ? null : in.number(none);
        }
        if (Complex.isIn(b)) {
            return in.times(y, in.apply(Exponentials.LOG, base));
        }
        if (Complex.isIn(in.value(exponent))) {
            V complexBase = in.plus(base, in.constant(Complex.of(0, 0)));
            return in.times(y, in.apply(Exponentials.LOG, complexBase));
        }
        if (!anyNegative(b) && !Pairs.anyZero(b)) {
            return in.times(y, in.apply(Exponentials.LOG, base));
        }
        V size = in.apply(ComplexParts.ABS, base);
        if (!Pairs.anyZero(b)) {
            return in.times(y, in.apply(Exponentials.LOG, size));
        }
        V atZero = in.apply(Comparisons.EQUAL, base, in.number(0));
        V positive = in.apply(Comparisons.IFELSE, atZero, in.number(1), size);
        V edge =
                in.apply(
                        Comparisons.IFELSE,
                        in.apply(Comparisons.GREATER, exponent, in.number(0)),
                        in.number(0.0),
                        in.number(none));
        return in.apply(
                Comparisons.IFELSE,
                atZero,
                edge,
                in.times(y, in.apply(Exponentials.LOG, positive)));
    }

    static boolean isZero(Value value) {
        return value instanceof Scalar x && Scalars.isZero(x);
    }

    private static boolean anyNegative(Value value) {
        if (value instanceof ArrayValue array) {
            boolean found = false;
            for (int i = 0; i < array.length() && !found; i++) {
                found = array.at(i) < 0;
            }
            return found;
        }
        return value instanceof Scalar x && x.toDouble() < 0;
    }

    /// Why a power is no smooth function here; null where it is.
    static @Nullable String kink(List<Value> x) {
        if (!isZero(x.get(0)) || !(x.get(1) instanceof Scalar exponent)) {
            return null;
        }
        double p = exponent.toDouble();
        return p == 0
                ? "`0^0` counts as 1, with the slope 0 in its base"
                : p < 1 ? "a power below 1 is infinitely steep at 0" : null;
    }
}
