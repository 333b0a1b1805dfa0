package wengert.library;

import java.util.Arrays;
import java.util.List;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Value;

/// Whether numbers and arrays are about equal: `x ≈ y`. Arrays are near where their distance is small beside their size.
final class Nearness {

    private static final double ROOT_EPSILON = Math.sqrt(Math.ulp(1.0));

    private Nearness() {}

    /// `isapprox(x, y; atol, rtol, nans)`
    static Value of(Call call) {
        Machine m = call.machine();
        Value x = call.at(0);
        Value y = call.at(1);
        Value atol = call.keyword("atol");
        Value rtol = call.keyword("rtol");
        double absolute = atol == null ? 0 : Read.number(atol);
        boolean exact = isExact(m, x) && isExact(m, y);
        double relative =
                rtol != null ? Read.number(rtol) : absolute > 0 || exact ? 0 : ROOT_EPSILON;
        boolean nans = call.flag("nans", false);
        if (x instanceof UniformScaling scaling && Read.isMatrix(y)) {
            x = scaling.matrix(m, Operators.square("≈", y));
        }
        if (y instanceof UniformScaling scaling && Read.isMatrix(x)) {
            y = scaling.matrix(m, Operators.square("≈", x));
        }
        if (Read.isNumber(x) && Read.isNumber(y)) {
            return Bool.of(
                    near((Scalar) Read.plain(x), (Scalar) Read.plain(y), absolute, relative, nans));
        }
        if (Read.isArray(x) && Read.isArray(y)) {
            return Bool.of(nearArrays(m, x, y, absolute, relative, nans));
        }
        throw Operators.noMethod("≈", x, y);
    }

    private static boolean isExact(Machine m, Value x) {
        return switch (TypeFunctions.elementType(m, x).name()) {
            case "Int64", "Bool", "Rational" -> true;
            default -> false;
        };
    }

    private static boolean near(
            Scalar x, Scalar y, double absolute, double relative, boolean nans) {
        if (Comparison.numbers(x, y)) {
            return true;
        }
        double a = magnitude(x);
        double b = magnitude(y);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return nans && Double.isNaN(a) && Double.isNaN(b);
        }
        return Double.isFinite(a)
                && Double.isFinite(b)
                && distance(x, y) <= Math.max(absolute, relative * Math.max(a, b));
    }

    private static double magnitude(Scalar x) {
        return x instanceof Complex c
                ? Math.hypot(c.toDouble(), c.imaginary())
                : Math.abs(x.toDouble());
    }

    private static double distance(Scalar x, Scalar y) {
        double im =
                (x instanceof Complex c ? c.imaginary() : 0)
                        - (y instanceof Complex d ? d.imaginary() : 0);
        return Math.hypot(x.toDouble() - y.toDouble(), im);
    }

    private static boolean nearArrays(
            Machine m, Value x, Value y, double absolute, double relative, boolean nans) {
        if (!Arrays.equals(Read.size(x), Read.size(y))) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`≈` needs equal sizes: the left side is %s and the right side %s"
                            .formatted(Words.a(x), Words.a(y)));
        }
        List<Value> a = Read.all(m, x);
        List<Value> b = Read.all(m, y);
        double sizeA = 0;
        double sizeB = 0;
        double apart = 0;
        for (int i = 0; i < a.size(); i++) {
            if (!(Read.plain(a.get(i)) instanceof Scalar p)
                    || !(Read.plain(b.get(i)) instanceof Scalar q)) {
                if (!nearArrays(m, a.get(i), b.get(i), absolute, relative, nans)) {
                    return false;
                }
                continue;
            }
            sizeA = Math.hypot(sizeA, magnitude(p));
            sizeB = Math.hypot(sizeB, magnitude(q));
            apart = Math.hypot(apart, distance(p, q));
        }
        if (Double.isFinite(apart)) {
            return apart <= Math.max(absolute, relative * Math.max(sizeA, sizeB));
        }
        for (int i = 0; i < a.size(); i++) {
            if (!near(
                    (Scalar) Read.plain(a.get(i)),
                    (Scalar) Read.plain(b.get(i)),
                    absolute,
                    relative,
                    nans)) {
                return false;
            }
        }
        return true;
    }
}
