package wengert.ops;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Elements;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// The elements of arrays as numbers: what type they are, and their arithmetic for the general path
/// of array operations, where sums and products come out in the type that Julia gives them.
final class Scalars {

    private Scalars() {}

    /// The arguments of the operation `symbol`, if all of them are numbers.
    static Scalar[] all(String symbol, List<Value> x) {
        var numbers = new Scalar[x.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(x.get(i) instanceof Scalar number)) {
                throw Refusals.noMethod(symbol, x);
            }
            numbers[i] = number;
        }
        return numbers;
    }

    static Scalar plus(Scalar a, Scalar b) {
        return a instanceof Float64(double x) && b instanceof Float64(double y)
                ? new Float64(x + y)
                : Tower.plus(a, b);
    }

    static Scalar minus(Scalar a, Scalar b) {
        return Tower.minus(a, b);
    }

    static Scalar times(Scalar a, Scalar b) {
        return a instanceof Float64(double x) && b instanceof Float64(double y)
                ? new Float64(x * y)
                : Tower.times(a, b);
    }

    static Scalar divide(Scalar a, Scalar b) {
        return Tower.divide(a, b);
    }

    static Scalar negate(Scalar a) {
        return Tower.negate(a);
    }

    static Scalar conjugate(Scalar a) {
        return a instanceof Complex(Scalar re, Scalar im) ? Tower.complex(re, negate(im)) : a;
    }

    static boolean isZero(Scalar a) {
        return a.toDouble() == 0 && !(a instanceof Complex c && c.imaginary() != 0);
    }

    static boolean isReal(Scalar a) {
        return !(a instanceof Complex);
    }

    /// The distance from 0, as a double.
    static double magnitude(Scalar a) {
        return a instanceof Complex c
                ? Math.hypot(c.toDouble(), c.imaginary())
                : Math.abs(a.toDouble());
    }

    /// A number as sums and products take it: whole numbers are added up in 64 bits at least.
    static Scalar summand(Scalar x) {
        return x instanceof WholeNumber(WholeNumber.Width width, BigInteger n) && width.bits() < 64
                ? width.signed()
                        ? Int64.of(n.longValue())
                        : new WholeNumber(WholeNumber.Width.UINT64, n)
                : x;
    }

    /// Element `i` as a number.
    static Scalar at(ArrayValue a, int i) {
        if (a.get(i) instanceof Scalar s) {
            return s;
        }
        throw new JuliaError(
                "MethodError",
                "arithmetic on an array needs numbers as elements, found something else");
    }

    /// Whether all elements are stored as 64-bit floats, so that the fast paths can take them.
    static boolean isFloat(Value value) {
        return value instanceof Float64
                || (value instanceof ArrayValue a && a.elementType() == ElementType.FLOAT64);
    }

    /// Whether the elements are whole numbers or truth values.
    static boolean isWhole(ArrayValue a) {
        return a.elementType() == ElementType.INT64 || a.elementType() == ElementType.BOOL;
    }

    /// Whether the elements are real numbers, which a floating-point algorithm may take as doubles.
    static boolean isReal(ArrayValue a) {
        if (a.elementType() != ElementType.ANY) {
            return true;
        }
        for (int i = 0; i < a.length(); i++) {
            if (!(a.get(i) instanceof Scalar s) || s instanceof Complex) {
                return false;
            }
        }
        return true;
    }

    /// Whether a floating-point algorithm is the right one: the elements are real and not
    /// fractions, which are exact.
    static boolean isNumeric(ArrayValue a) {
        return isReal(a) && !(a.length() > 0 && a.get(0) instanceof Rational);
    }

    /// The zero that sums of `a`'s elements start from.
    static Scalar zero(ArrayValue a) {
        return switch (a.elementType()) {
            case FLOAT64 -> Float64.ZERO;
            case INT64, BOOL -> Int64.ZERO;
            case ANY -> a.length() == 0 ? Float64.ZERO : minus(at(a, 0), at(a, 0));
        };
    }

    /// Whole numbers as a vector.
    static Tensor whole(int[] numbers) {
        long[] data = Arrays.stream(numbers).asLongStream().toArray();
        return Tensor.of(new int[] {data.length}, data);
    }

    /// An array of numbers in their common type, as in `[1, 2.5]`; other things stay as they are.
    static Tensor collect(int[] size, List<? extends Value> elements) {
        return elements.isEmpty()
                ? Tensor.of(size, new double[0])
                : Elements.promote(size, elements);
    }

    /// The elements of an array of whole numbers or truth values.
    static long[] longs(ArrayValue a) {
        Tensor dense = a.dense();
        if (dense.elementType() == ElementType.INT64) {
            return dense.longs();
        }
        long[] result = new long[dense.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (long) dense.at(i);
        }
        return result;
    }
}
