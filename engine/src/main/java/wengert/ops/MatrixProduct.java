package wengert.ops;

import java.util.List;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// How matrices are multiplied. Floats go through loops over flat arrays, column by column, whole
/// numbers stay whole, and other numbers use their own arithmetic.
public final class MatrixProduct {

    private MatrixProduct() {}

    static Value of(ArrayValue a, ArrayValue b) {
        int[] m = a.size();
        int[] n = b.size();
        boolean vectors = m.length == 1 && n.length == 1;
        if (vectors || m.length > 2 || n.length > 2 || m.length == 0 || n.length == 0) {
            throw new JuliaError(
                    "MethodError",
                    "`*` of %s and %s is not defined".formatted(Strides.noun(m), Strides.noun(n)),
                    vectors
                            ? "`x .* y` multiplies element by element, `x' * y` gives their dot product"
                            : null);
        }
        int inner = m.length == 1 ? 1 : m[1];
        if (inner != n[0]) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`*` needs as many columns on the left as rows on the right: the left side is %s and the right side %s"
                            .formatted(Strides.noun(m), Strides.noun(n)));
        }
        if (a instanceof Structured(Kind kind, Tensor parent)) {
            if (isRow(kind, parent)) {
                if (n.length == 1) {
                    return kind == Kind.ADJOINT ? dot(parent, b) : dot(conjugate(parent), b);
                }
                if (!(b instanceof Structured(Kind other, Tensor row) && isRow(other, row))) {
                    Value turned = of(turned(kind, b), parent);
                    return new Structured(kind, ((ArrayValue) turned).dense());
                }
            }
            if (kind == Kind.DIAGONAL
                    && b instanceof Structured(Kind other, Tensor diagonal)
                    && other == kind) {
                return new Structured(kind, elementwise(parent, diagonal));
            }
            if (kind == Kind.DIAGONAL) {
                return elementwise(parent, b);
            }
            if ((kind == Kind.UPPER || kind == Kind.LOWER)
                    && b instanceof Structured(Kind other, Tensor _)
                    && other == kind) {
                return new Structured(kind, dense(a, b));
            }
        }
        if (b instanceof Structured(Kind kind, Tensor parent)
                && kind == Kind.DIAGONAL
                && m.length == 2) {
            return elementwise(a, parent.reshaped(1, parent.length()));
        }
        return dense(a, b);
    }

    private static boolean isRow(Kind kind, Tensor parent) {
        return (kind == Kind.TRANSPOSE || kind == Kind.ADJOINT) && parent.dimensions() == 1;
    }

    private static ArrayValue turned(Kind kind, ArrayValue b) {
        return (ArrayValue)
                (kind == Kind.ADJOINT ? Transposition.ADJOINT : Transposition.TRANSPOSE)
                        .evaluate(b);
    }

    private static Tensor conjugate(Tensor v) {
        return Scalars.isReal(v)
                ? v
                : ((ArrayValue) Broadcasting.evaluate(Arithmetic.CONJUGATE, List.of(v))).dense();
    }

    private static Tensor elementwise(ArrayValue a, ArrayValue b) {
        return ((ArrayValue) Broadcasting.evaluate(Arithmetic.TIMES, List.of(a, b))).dense();
    }

    private static Tensor dense(ArrayValue a, ArrayValue b) {
        int[] m = a.size();
        int[] n = b.size();
        int rows = m[0];
        int inner = m.length == 1 ? 1 : m[1];
        int columns = n.length == 1 ? 1 : n[1];
        int[] size = n.length == 1 ? new int[] {rows} : new int[] {rows, columns};
        boolean numeric = a.elementType() != ElementType.ANY && b.elementType() != ElementType.ANY;
        if (numeric && (Scalars.isFloat(a) || Scalars.isFloat(b))) {
            if (columns == 1
                    && a instanceof Structured(Kind kind, Tensor parent)
                    && isTranspose(kind)) {
                return Tensor.of(
                        size, columnDots(parent.doubles(), b.dense().doubles(), inner, rows));
            }
            return Tensor.of(
                    size, multiply(a.dense().doubles(), b.dense().doubles(), rows, inner, columns));
        }
        if (numeric) {
            return Tensor.of(
                    size, multiply(Scalars.longs(a), Scalars.longs(b), rows, inner, columns));
        }
        return general(a.dense(), b.dense(), rows, inner, columns, size);
    }

    private static boolean isTranspose(Kind kind) {
        return kind == Kind.TRANSPOSE || kind == Kind.ADJOINT;
    }

    /// Aᵀx without turning A: the dot product of each column with x.
    private static double[] columnDots(double[] a, double[] x, int inner, int columns) {
        double[] y = new double[columns];
        for (int j = 0; j < columns; j++) {
            y[j] = dot(a, j * inner, x, 0, inner);
        }
        return y;
    }

    /// The dot product of the `n` numbers of `a` from place `i` on with those of `x` from place `j` on.
    public static double dot(double[] a, int i, double[] x, int j, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        if (n >= 16) {
            for (; k + 3 < n; k += 4) {
                s0 += a[i + k] * x[j + k];
                s1 += a[i + k + 1] * x[j + k + 1];
                s2 += a[i + k + 2] * x[j + k + 2];
                s3 += a[i + k + 3] * x[j + k + 3];
            }
        }
        double sum = s0 + s1 + (s2 + s3);
        for (; k < n; k++) {
            sum += a[i + k] * x[j + k];
        }
        return sum;
    }

    /// C = A B, all column by column.
    static double[] multiply(double[] a, double[] b, int rows, int inner, int columns) {
        double[] c = new double[rows * columns];
        multiply(a, 0, b, 0, c, 0, rows, inner, columns);
        return c;
    }

    /// The same, of matrices that begin at the places `i`, `j` and `k` of their arrays.
    public static void multiply(
            double[] a,
            int i,
            double[] b,
            int j,
            double[] c,
            int k,
            int rows,
            int inner,
            int columns) {
        MatrixKernel.multiply(a, i, b, j, c, k, rows, inner, columns);
    }

    private static long[] multiply(long[] a, long[] b, int rows, int inner, int columns) {
        long[] c = new long[rows * columns];
        for (int j = 0; j < columns; j++) {
            for (int p = 0; p < inner; p++) {
                long factor = b[j * inner + p];
                for (int i = 0; i < rows; i++) {
                    c[j * rows + i] += a[p * rows + i] * factor;
                }
            }
        }
        return c;
    }

    private static Tensor general(
            Tensor a, Tensor b, int rows, int inner, int columns, int[] size) {
        Scalar[] c = new Scalar[rows * columns];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                Scalar sum = null;
                for (int p = 0; p < inner; p++) {
                    Scalar term =
                            Scalars.times(
                                    Scalars.at(a, p * rows + i), Scalars.at(b, j * inner + p));
                    sum = sum == null ? term : Scalars.plus(sum, term);
                }
                c[j * rows + i] = sum == null ? Float64.ZERO : sum;
            }
        }
        return Scalars.collect(size, List.of(c));
    }

    /// ∑ conj(aₖ) bₖ over arrays of equal length.
    static Scalar dot(ArrayValue a, ArrayValue b) {
        int n = a.length();
        if (n != b.length()) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`⋅` needs equal lengths: the left side has %s and the right side %d"
                            .formatted(Strides.elements(n), b.length()));
        }
        boolean numeric = a.elementType() != ElementType.ANY && b.elementType() != ElementType.ANY;
        if (numeric && (Scalars.isFloat(a) || Scalars.isFloat(b))) {
            return new Float64(dot(a.dense().doubles(), 0, b.dense().doubles(), 0, n));
        }
        if (numeric) {
            long[] x = Scalars.longs(a);
            long[] y = Scalars.longs(b);
            long sum = 0;
            for (int k = 0; k < n; k++) {
                sum += x[k] * y[k];
            }
            return Int64.of(sum);
        }
        Scalar sum = null;
        for (int k = 0; k < n; k++) {
            Scalar term = Scalars.times(Scalars.conjugate(Scalars.at(a, k)), Scalars.at(b, k));
            sum = sum == null ? term : Scalars.plus(sum, term);
        }
        return sum == null ? Float64.ZERO : sum;
    }
}
