package wengert.ops;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// The numbers behind the factorizations of matrices, of real ones from EJML: orthogonal factors, singular
/// values, eigenvalues. Matrices go in and come out column by column.
final class Spectra {

    private Spectra() {}

    static DMatrixRMaj matrix(ArrayValue a) {
        if (!Scalars.isReal(a)) {
            throw new JuliaError(
                    "MethodError", "this factorization takes real matrices, found complex numbers");
        }
        int[] size = a.size();
        int columns = size.length == 1 ? 1 : size[1];
        double[] data = a.dense().doubles();
        var m = new DMatrixRMaj(size[0], columns);
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < size[0]; i++) {
                double value = data[j * size[0] + i];
                if (!Double.isFinite(value)) {
                    throw new JuliaError("ArgumentError", "the matrix contains NaN or Inf");
                }
                m.unsafe_set(i, j, value);
            }
        }
        return m;
    }

    static Tensor tensor(DMatrixRMaj m) {
        double[] data = new double[m.numRows * m.numCols];
        for (int j = 0; j < m.numCols; j++) {
            for (int i = 0; i < m.numRows; i++) {
                data[j * m.numRows + i] = m.unsafe_get(i, j);
            }
        }
        return Tensor.of(new int[] {m.numRows, m.numCols}, data);
    }

    /// Q and R with as many columns and rows as the smaller side; signs as in LAPACK, by
    /// Householder reflections.
    record OrthogonalTriangular(Tensor q, Tensor r) {}

    static OrthogonalTriangular qr(ArrayValue a) {
        if (!Scalars.isReal(a)) {
            return ComplexSpectra.qr(a);
        }
        int[] size = a.size();
        int m = size[0];
        int n = size.length == 1 ? 1 : size[1];
        int k = Math.min(m, n);
        double[] r = a.dense().doubles().clone();
        double[] scales = new double[k];
        for (int j = 0; j < k; j++) {
            scales[j] = reflector(r, m, j);
            for (int c = j + 1; c < n; c++) {
                reflect(r, m, j, scales[j], r, c);
            }
        }
        double[] q = new double[m * k];
        for (int j = 0; j < k; j++) {
            q[j * m + j] = 1;
        }
        for (int j = k - 1; j >= 0; j--) {
            for (int c = 0; c < k; c++) {
                reflect(r, m, j, scales[j], q, c);
            }
        }
        double[] triangle = new double[k * n];
        for (int c = 0; c < n; c++) {
            for (int i = 0; i <= Math.min(c, k - 1); i++) {
                triangle[c * k + i] = r[c * m + i];
            }
        }
        return new OrthogonalTriangular(
                Tensor.of(new int[] {m, k}, q), Tensor.of(new int[] {k, n}, triangle));
    }

    /// Turns column `j` below the diagonal into the reflector that clears it, as LAPACK's dlarfg;
    /// gives its scale.
    private static double reflector(double[] r, int m, int j) {
        double below = 0;
        for (int i = j + 1; i < m; i++) {
            below = Math.hypot(below, r[j * m + i]);
        }
        double head = r[j * m + j];
        if (below == 0) {
            return 0;
        }
        double beta = -Math.copySign(Math.hypot(head, below), head);
        for (int i = j + 1; i < m; i++) {
            r[j * m + i] /= head - beta;
        }
        r[j * m + j] = beta;
        return (beta - head) / beta;
    }

    private static void reflect(
            double[] v, int m, int j, double scale, double[] target, int column) {
        int at = column * m;
        double dot = target[at + j];
        for (int i = j + 1; i < m; i++) {
            dot += v[j * m + i] * target[at + i];
        }
        dot *= scale;
        target[at + j] -= dot;
        for (int i = j + 1; i < m; i++) {
            target[at + i] -= dot * v[j * m + i];
        }
    }

    /// A = U diag(s) Vᵀ, thin, the largest singular value first. The largest entry of each column
    /// of U is positive.
    record Singular(Tensor u, Tensor s, Tensor v) {}

    static Singular svd(ArrayValue a) {
        if (!Scalars.isReal(a)) {
            return ComplexSpectra.svd(a);
        }
        int[] size = a.size();
        int k = Math.min(size[0], size[1]);
        if (k == 0) {
            return new Singular(
                    Tensor.of(new int[] {size[0], 0}, new double[0]),
                    Tensor.vector(),
                    Tensor.of(new int[] {size[1], 0}, new double[0]));
        }
        var decomposition = DecompositionFactory_DDRM.svd(size[0], size[1], true, true, true);
        DMatrixRMaj input = matrix(a);
        if (!decomposition.decompose(input)) {
            throw new JuliaError(
                    "LAPACKException", "the singular value decomposition did not converge");
        }
        double[] values = decomposition.getSingularValues();
        Tensor u = tensor(decomposition.getU(null, false));
        Tensor v = tensor(decomposition.getV(null, false));
        Integer[] order = falling(values, Math.min(k, values.length));
        double[] s = new double[k];
        double[] left = new double[size[0] * k];
        double[] right = new double[size[1] * k];
        for (int j = 0; j < k; j++) {
            s[j] = values[order[j]];
            double sign = sign(u.doubles(), size[0], order[j]);
            copy(u.doubles(), size[0], order[j], left, j, sign);
            copy(v.doubles(), size[1], order[j], right, j, sign);
        }
        return new Singular(
                Tensor.of(new int[] {size[0], k}, left),
                Tensor.vector(s),
                Tensor.of(new int[] {size[1], k}, right));
    }

    private static Integer[] falling(double[] values, int k) {
        Integer[] order = new Integer[k];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (p, q) -> Double.compare(values[q], values[p]));
        return order;
    }

    /// The sign that makes the largest entry of a column positive, so that results do not hang on
    /// the algorithm.
    private static double sign(double[] m, int rows, int column) {
        int largest = 0;
        for (int i = 0; i < rows; i++) {
            // a little more, so that entries of equal size do not take turns
            if (Math.abs(m[column * rows + i])
                    > Math.abs(m[column * rows + largest]) * (1 + 1e-10)) {
                largest = i;
            }
        }
        return m[column * rows + largest] < 0 ? -1 : 1;
    }

    private static void copy(
            double[] from, int rows, int column, double[] to, int target, double sign) {
        for (int i = 0; i < rows; i++) {
            to[target * rows + i] = sign * from[column * rows + i];
        }
    }

    /// A = V diag(λ) Vᵀ for a symmetric matrix, the smallest eigenvalue first.
    record Symmetric(Tensor values, Tensor vectors) {}

    /// By Jacobi's rotations, which keep the vectors orthogonal to the last digits.
    static Symmetric symmetric(ArrayValue matrix) {
        if (!Scalars.isReal(matrix)) {
            return ComplexSpectra.hermitian(matrix);
        }
        int n = matrix.size()[0];
        double[] a = matrix.dense().doubles().clone();
        double[] v = Dense.identity(n).doubles().clone();
        for (int sweep = 0; sweep < 60 && off(a, n) > 0; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, n, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i * n + i];
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (p, q) -> Double.compare(values[p], values[q]));
        double[] sorted = new double[n];
        double[] vectors = new double[n * n];
        for (int j = 0; j < n; j++) {
            sorted[j] = values[order[j]];
            copy(v, n, order[j], vectors, j, sign(v, n, order[j]));
        }
        return new Symmetric(Tensor.vector(sorted), Tensor.of(new int[] {n, n}, vectors));
    }

    private static double off(double[] a, int n) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < j; i++) {
                sum += Math.abs(a[j * n + i]);
            }
        }
        return sum;
    }

    private static void rotate(double[] a, double[] v, int n, int p, int q) {
        double apq = a[q * n + p];
        double app = a[p * n + p];
        double aqq = a[q * n + q];
        if (Math.abs(apq) <= 1e-18 * (Math.abs(app) + Math.abs(aqq)) || apq == 0) {
            a[q * n + p] = 0;
            a[p * n + q] = 0;
            return;
        }
        double theta = (aqq - app) / (2 * apq);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            double kp = a[p * n + k];
            double kq = a[q * n + k];
            a[p * n + k] = c * kp - s * kq;
            a[q * n + k] = s * kp + c * kq;
        }
        for (int k = 0; k < n; k++) {
            double pk = a[k * n + p];
            double qk = a[k * n + q];
            a[k * n + p] = c * pk - s * qk;
            a[k * n + q] = s * pk + c * qk;
        }
        a[q * n + p] = 0;
        a[p * n + q] = 0;
        for (int k = 0; k < n; k++) {
            double kp = v[p * n + k];
            double kq = v[q * n + k];
            v[p * n + k] = c * kp - s * kq;
            v[q * n + k] = s * kp + c * kq;
        }
    }

    static Tensor pseudoInverse(ArrayValue a) {
        int[] size = a.size();
        var f = svd(a);
        double limit = tolerance(f.s(), size);
        double[] inverse = Arrays.stream(f.s().doubles()).map(s -> s > limit ? 1 / s : 0).toArray();
        var c = new Calculus<Value>(Values.IN);
        Value scaled = c.times(f.v(), Tensor.of(new int[] {1, inverse.length}, inverse));
        return ((ArrayValue) c.mul(scaled, c.t(f.u()))).dense();
    }

    /// Below this a singular value counts as 0, as in Julia.
    static double tolerance(Tensor s, int[] size) {
        return s.length() == 0 ? 0 : Math.min(size[0], size[1]) * Math.ulp(1.0) * s.at(0);
    }

    /// The least squares solution, or the shortest one for a wide matrix, by QR; by SVD where the
    /// rank is low.
    static Tensor leastSquares(ArrayValue a, ArrayValue b) {
        int[] size = a.size();
        var c = new Calculus<Value>(Values.IN);
        boolean tall = size[0] > size[1];
        var f = qr(tall ? a : ((ArrayValue) c.t(a)).dense());
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        int k = Math.min(size[0], size[1]);
        for (int i = 0; i < k; i++) {
            double r = Math.abs(f.r().at(i * k + i));
            smallest = Math.min(smallest, r);
            largest = Math.max(largest, r);
        }
        if (k == 0 || smallest <= largest * k * Math.ulp(1.0)) {
            return ((ArrayValue) c.mul(pseudoInverse(a), b)).dense();
        }
        Value x =
                tall
                        ? Solving.square(f.r(), (ArrayValue) c.mul(c.t(f.q()), b))
                        : c.mul(f.q(), Solving.square(((ArrayValue) c.t(f.r())).dense(), b));
        return ((ArrayValue) x).dense();
    }

    /// Eigenvalues and eigenvectors of any real matrix, by real and then imaginary part, smallest
    /// first as in Julia; complex numbers where there are any among the values. Each vector has the
    /// length 1.
    record General(List<Scalar> values, Tensor vectors) {}

    static General general(ArrayValue matrix) {
        if (!Scalars.isReal(matrix)) {
            return ComplexSpectra.general(matrix);
        }
        int n = matrix.size()[0];
        var decomposition = DecompositionFactory_DDRM.eig(n, true, false);
        if (!decomposition.decompose(matrix(matrix))) {
            throw new JuliaError("LAPACKException", "the eigenvalues did not converge");
        }
        return Eigenvectors.of(decomposition, matrix.dense().doubles(), n);
    }
}
