package wengert.ops;

import java.util.Arrays;
import java.util.List;
import wengert.value.ArrayValue;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;

/// Gauss elimination with row exchanges, for floats and for numbers with arithmetic of their own
/// (fractions, complex numbers).
final class Dense {

    private Dense() {}

    static Tensor identity(int n) {
        double[] data = new double[n * n];
        for (int i = 0; i < n; i++) {
            data[i * n + i] = 1;
        }
        return Tensor.of(new int[] {n, n}, data);
    }

    /// P A = L U, with L and U in one matrix; the unit diagonal of L is left out.
    ///
    /// @param order the row of A that each row of P A is
    /// @param sign the determinant of P
    /// @param singular the first column without a pivot, from 1; 0 if there is none
    record Floats(Tensor factors, int n, Ints order, int sign, int singular) {

        double[] lu() {
            return factors.doubles();
        }
    }

    /// The same over any numbers.
    record Any(List<Scalar> lu, int n, Ints order, int sign, int singular) {}

    static Floats eliminate(double[] a, int n) {
        double[] lu = a.clone();
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        int sign = 1;
        int singular = 0;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[k * n + i]) > Math.abs(lu[k * n + pivot])) {
                    pivot = i;
                }
            }
            if (lu[k * n + pivot] == 0) {
                singular = singular == 0 ? k + 1 : singular;
                continue;
            }
            if (pivot != k) {
                for (int j = 0; j < n; j++) {
                    double swap = lu[j * n + k];
                    lu[j * n + k] = lu[j * n + pivot];
                    lu[j * n + pivot] = swap;
                }
                int row = order[k];
                order[k] = order[pivot];
                order[pivot] = row;
                sign = -sign;
            }
            for (int i = k + 1; i < n; i++) {
                lu[k * n + i] /= lu[k * n + k];
            }
            for (int j = k + 1; j < n; j++) {
                double factor = lu[j * n + k];
                for (int i = k + 1; i < n; i++) {
                    lu[j * n + i] -= lu[k * n + i] * factor;
                }
            }
        }
        return new Floats(Tensor.of(new int[] {n, n}, lu), n, Ints.of(order), sign, singular);
    }

    static Any eliminate(ArrayValue a, int n) {
        Scalar[] lu = new Scalar[n * n];
        for (int k = 0; k < lu.length; k++) {
            lu[k] = Scalars.at(a, k);
        }
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        int sign = 1;
        int singular = 0;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Scalars.magnitude(lu[k * n + i]) > Scalars.magnitude(lu[k * n + pivot])) {
                    pivot = i;
                }
            }
            if (Scalars.isZero(lu[k * n + pivot])) {
                singular = singular == 0 ? k + 1 : singular;
                continue;
            }
            if (pivot != k) {
                for (int j = 0; j < n; j++) {
                    Scalar swap = lu[j * n + k];
                    lu[j * n + k] = lu[j * n + pivot];
                    lu[j * n + pivot] = swap;
                }
                int row = order[k];
                order[k] = order[pivot];
                order[pivot] = row;
                sign = -sign;
            }
            for (int i = k + 1; i < n; i++) {
                lu[k * n + i] = Scalars.divide(lu[k * n + i], lu[k * n + k]);
            }
            for (int j = k + 1; j < n; j++) {
                for (int i = k + 1; i < n; i++) {
                    lu[j * n + i] =
                            Scalars.minus(
                                    lu[j * n + i], Scalars.times(lu[k * n + i], lu[j * n + k]));
                }
            }
        }
        return new Any(List.of(lu), n, Ints.of(order), sign, singular);
    }

    /// A⁻¹ B for `columns` right sides, column by column.
    static double[] solve(Floats f, double[] b, int columns) {
        int n = f.n();
        double[] x = new double[n * columns];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < n; i++) {
                x[j * n + i] = b[j * n + f.order().get(i)];
            }
            forward(f.lu(), n, x, j * n, Diagonal.ONES);
            backward(f.lu(), n, x, j * n);
        }
        return x;
    }

    static Scalar[] solve(Any f, ArrayValue b, int columns) {
        int n = f.n();
        Scalar[] x = new Scalar[n * columns];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < n; i++) {
                x[j * n + i] = Scalars.at(b, j * n + f.order().get(i));
            }
            for (int k = 0; k < n; k++) {
                for (int i = k + 1; i < n; i++) {
                    x[j * n + i] =
                            Scalars.minus(
                                    x[j * n + i],
                                    Scalars.times(f.lu().get(k * n + i), x[j * n + k]));
                }
            }
            for (int k = n - 1; k >= 0; k--) {
                x[j * n + k] = Scalars.divide(x[j * n + k], f.lu().get(k * n + k));
                for (int i = 0; i < k; i++) {
                    x[j * n + i] =
                            Scalars.minus(
                                    x[j * n + i],
                                    Scalars.times(f.lu().get(k * n + i), x[j * n + k]));
                }
            }
        }
        return x;
    }

    /// What stands on the diagonal of a lower triangle.
    enum Diagonal {
        ONES,
        STORED
    }

    /// Solves with the lower triangle of `l`, in place.
    static void forward(double[] l, int n, double[] x, int at, Diagonal diagonal) {
        for (int k = 0; k < n; k++) {
            if (diagonal == Diagonal.STORED) {
                x[at + k] /= l[k * n + k];
            }
            double known = x[at + k];
            for (int i = k + 1; i < n; i++) {
                x[at + i] -= l[k * n + i] * known;
            }
        }
    }

    /// Solves with the upper triangle of `u`, in place.
    static void backward(double[] u, int n, double[] x, int at) {
        for (int k = n - 1; k >= 0; k--) {
            x[at + k] /= u[k * n + k];
            double known = x[at + k];
            for (int i = 0; i < k; i++) {
                x[at + i] -= u[k * n + i] * known;
            }
        }
    }

    static JuliaError singular(int column, int[] size) {
        return new JuliaError(
                "SingularException",
                "%s is singular: elimination found no pivot in column %d"
                        .formatted(Strides.noun(size), column),
                "its columns depend on each other, so it has no inverse");
    }

    /// The determinant from an elimination.
    static double determinant(Floats f) {
        double det = f.sign();
        for (int k = 0; k < f.n(); k++) {
            det *= f.lu()[k * f.n() + k];
        }
        return det;
    }

    static Scalar determinant(Any f) {
        Scalar det = Int64.of(f.sign());
        for (int k = 0; k < f.n(); k++) {
            det = Scalars.times(det, f.lu().get(k * f.n() + k));
        }
        return det;
    }

    static Tensor tensor(int[] size, Scalar[] data) {
        return Scalars.collect(size, List.of(data));
    }
}
