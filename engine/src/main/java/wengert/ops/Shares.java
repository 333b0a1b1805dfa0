package wengert.ops;

import java.util.List;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// The product of what arrives with a local derivative.
///
/// It is an ordinary product but for one case: zero times infinity is zero. A function that is flat
/// at a point passes nothing on, whatever arrives (so `sqrt(x^2)` has the gradient 0 at 0, as in
/// Zygote), and a gradient of exactly zero stays zero behind an infinite slope (so a branch that
/// `ifelse` did not select cannot poison the gradient). NaN stays NaN: it says that something went
/// wrong earlier.
enum Shares implements BinaryOp {
    /// The product where it differs from `*`.
    PRODUCT;

    /// `a * b`, by an ordinary product wherever that is the same.
    static <V> V times(Algebra<V> in, V a, V b) {
        return in.isOne(a) || in.isOne(b) || !zeroMeetsInfinity(in.value(a), in.value(b))
                ? in.times(a, b)
                : in.apply(PRODUCT, a, b);
    }

    private static boolean zeroMeetsInfinity(Value a, Value b) {
        if (a instanceof Float64(double x) && b instanceof Float64(double y)) {
            return zeroMeetsInfinity(x, y);
        }
        return hasInfinity(a) || hasInfinity(b);
    }

    private static boolean zeroMeetsInfinity(double a, double b) {
        return (a == 0 && Double.isInfinite(b)) || (b == 0 && Double.isInfinite(a));
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

    @Override
    public double evaluate(double a, double b) {
        return zeroMeetsInfinity(a, b) ? 0 : a * b;
    }

    @Override
    public Scalar exact(Scalar a, Scalar b) {
        double re = evaluate(a.toDouble(), b.toDouble());
        if (!Tower.isComplex(a) && !Tower.isComplex(b)) {
            return new Float64(re);
        }
        double x = Tower.im(a).toDouble();
        double y = Tower.im(b).toDouble();
        return Complex.of(
                re - evaluate(x, y), evaluate(a.toDouble(), y) + evaluate(x, b.toDouble()));
    }

    @Override
    public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
        return i == 0 ? b : a;
    }

    @Override
    public String symbol() {
        return "*";
    }

    @Override
    public String sign() {
        return "×";
    }

    @Override
    public Notation notation(List<Notation> x) {
        return Arithmetic.TIMES.notation(x);
    }

    @Override
    public boolean commutative() {
        return true;
    }

    @Override
    public String sentence() {
        return "hands each side the gradient, times the other side; zero times infinity counts as zero";
    }

    @Override
    public String tangentSentence() {
        return "follows the product rule; zero times infinity counts as zero";
    }
}
