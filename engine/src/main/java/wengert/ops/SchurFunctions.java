package wengert.ops;

import java.util.ArrayList;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// Square roots and logarithms of matrices, computed on Schur's triangle. They need no eigenvectors, and so do not
/// mind eigenvalues that meet.
final class SchurFunctions {

    /// The points and weights of Gauss and Legendre on [0, 1] for 8 points, the first half.
    private static final double[][] POINTS = {
        {0.01985507175123188, 0.05061426814518813},
        {0.10166676129318664, 0.11119051722668724},
        {0.2372337950418355, 0.15685332293894363},
        {0.4082826787521751, 0.18134189168918100}
    };

    /// Within this of the identity the logarithm's approximation is exact to a double.
    private static final double NEAR = 0.1;

    private SchurFunctions() {}

    static boolean isRegular(ArrayValue a) {
        ComplexMatrix t = ComplexSpectra.schur(a).t();
        double norm = 0;
        for (int k = 0; k < t.rows; k++) {
            norm = Math.max(norm, t.size(k, k));
        }
        for (int k = 0; k < t.rows; k++) {
            if (t.size(k, k) <= 1e-14 * norm) {
                return false;
            }
        }
        return norm > 0 || t.rows == 0;
    }

    /// By the method of A. Björck and S. Hammarling (1983).
    static Tensor root(ArrayValue a) {
        if (isDiagonalZero(a)) {
            return a.dense();
        }
        var schur = ComplexSpectra.schur(a);
        return back(a, schur, root(schur.t()));
    }

    private static boolean isDiagonalZero(ArrayValue a) {
        for (int k = 0; k < a.length(); k++) {
            if (!Scalars.isZero(Scalars.at(a, k))) {
                return false;
            }
        }
        return true;
    }

    private static ComplexMatrix root(ComplexMatrix t) {
        int n = t.rows;
        Complex[] r = new Complex[n * n];
        for (int j = 0; j < n; j++) {
            r[j * n + j] = ComplexFunctions.sqrt(entry(t, j, j));
            for (int i = j - 1; i >= 0; i--) {
                Complex sum = entry(t, i, j);
                for (int k = i + 1; k < j; k++) {
                    sum =
                            ComplexFunctions.minus(
                                    sum, ComplexFunctions.times(r[k * n + i], r[j * n + k]));
                }
                Complex below = ComplexFunctions.plus(r[i * n + i], r[j * n + j]);
                r[j * n + i] =
                        ComplexFunctions.abs(sum) == 0 ? sum : ComplexFunctions.divide(sum, below);
            }
        }
        var root = new ComplexMatrix(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i <= j; i++) {
                root.re[j * n + i] = r[j * n + i].toDouble();
                root.im[j * n + i] = r[j * n + i].imaginary();
            }
        }
        return root;
    }

    /// By roots until the triangle is near the identity, then by the partial fractions of Padé's approximation (N. J.
    /// Higham, "Functions of Matrices" (2008), section 11.4).
    static Tensor logarithm(ArrayValue a) {
        var schur = ComplexSpectra.schur(a);
        ComplexMatrix t = schur.t();
        int n = t.rows;
        for (int k = 0; k < n; k++) {
            if (t.size(k, k) == 0) {
                throw new JuliaError(
                        "SingularException", "`log` of a singular matrix: an eigenvalue is 0");
            }
        }
        ComplexMatrix near = t;
        int roots = 0;
        while (distance(near) > NEAR && roots < 60) {
            near = root(near);
            roots++;
        }
        var c = new Calculus<Value>(Values.IN);
        Tensor identity = Dense.identity(n);
        Value x = c.minus(near.tensor(), identity);
        Value sum = null;
        for (double[] pair : POINTS) {
            for (double point : new double[] {pair[0], 1 - pair[0]}) {
                Value below = c.plus(identity, c.times(new Float64(point), x));
                Value part = c.times(new Float64(pair[1]), c.solve(below, x));
                sum = sum == null ? part : c.plus(sum, part);
            }
        }
        ComplexMatrix result = new ComplexMatrix(n, n);
        if (sum instanceof ArrayValue found) {
            ComplexMatrix scaled = ComplexMatrix.of(found);
            double factor = Math.scalb(1.0, roots);
            for (int k = 0; k < scaled.re.length; k++) {
                result.re[k] = scaled.re[k] * factor;
                result.im[k] = scaled.im[k] * factor;
            }
        }
        for (int k = 0; k < n; k++) {
            Complex value = ComplexFunctions.log(entry(t, k, k));
            result.re[k * n + k] = value.toDouble();
            result.im[k * n + k] = value.imaginary();
        }
        return back(a, schur, result);
    }

    private static double distance(ComplexMatrix t) {
        double largest = 0;
        for (int j = 0; j < t.columns; j++) {
            double column = 0;
            for (int i = 0; i <= j; i++) {
                int at = j * t.rows + i;
                column += Math.hypot(t.re[at] - (i == j ? 1 : 0), t.im[at]);
            }
            largest = Math.max(largest, column);
        }
        return largest;
    }

    private static Complex entry(ComplexMatrix t, int i, int j) {
        return Complex.of(t.re[j * t.rows + i], t.im[j * t.rows + i]);
    }

    /// Q F Qᴴ; real where A is real and no eigenvalue is negative.
    private static Tensor back(ArrayValue a, ComplexSpectra.Schur schur, ComplexMatrix f) {
        var c = new Calculus<Value>(Values.IN);
        Value q = schur.q().tensor();
        ArrayValue result = ((ArrayValue) c.mul(c.mul(q, f.tensor()), c.t(q))).dense();
        if (!Scalars.isReal(a) || isNegative(schur.t())) {
            return result.dense();
        }
        var real = new ArrayList<Scalar>();
        for (int k = 0; k < result.length(); k++) {
            real.add(new Float64(Scalars.at(result, k).toDouble()));
        }
        return Scalars.collect(result.size(), real);
    }

    private static boolean isNegative(ComplexMatrix t) {
        for (int k = 0; k < t.rows; k++) {
            Complex value = entry(t, k, k);
            if (value.toDouble() < 0
                    && Math.abs(value.imaginary()) <= 1e-12 * Math.abs(value.toDouble())) {
                return true;
            }
        }
        return false;
    }
}
