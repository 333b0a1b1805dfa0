package wengert.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import wengert.ops.ComplexMatrix.Turn;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;

/// The numbers behind the factorizations of complex matrices, all by turns of two directions at a time.
final class ComplexSpectra {

    private static final double LAST_DIGIT = 0x1p-53;

    private ComplexSpectra() {}

    /// Q and R with a real diagonal of R, signs as in LAPACK.
    static Spectra.OrthogonalTriangular qr(ArrayValue a) {
        ComplexMatrix r = ComplexMatrix.of(a);
        int k = Math.min(r.rows, r.columns);
        ComplexMatrix q = ComplexMatrix.identity(r.rows);
        for (int j = 0; j < k; j++) {
            double head = r.re[j * r.rows + j];
            for (int i = r.rows - 1; i > j; i--) {
                if (r.size(i, j) > 0) {
                    clear(r, q, j, i, j);
                }
            }
            // what is left is real up to its phase; its sign is against that of the first entry
            double size = r.size(j, j);
            if (size > 0) {
                double wanted = j == r.rows - 1 ? Math.signum(head) : head < 0 ? 1 : -1;
                int at = j * r.rows + j;
                double real = wanted * r.re[at] / size;
                double imaginary = wanted * r.im[at] / size;
                row(r, j, real, -imaginary);
                q.scale(j, real, imaginary);
                r.im[at] = 0;
            }
        }
        return new Spectra.OrthogonalTriangular(part(q, q.rows, k), part(r, k, r.columns));
    }

    /// Clears entry `i` of a column against entry `j`.
    private static void clear(ComplexMatrix r, ComplexMatrix q, int j, int i, int column) {
        int x = column * r.rows + j;
        int y = column * r.rows + i;
        Turn turn = Turn.clearing(r.re[x], r.im[x], r.re[y], r.im[y]);
        r.left(j, i, turn);
        r.re[y] = 0;
        r.im[y] = 0;
        q.right(j, i, turn);
    }

    private static void row(ComplexMatrix m, int i, double real, double imaginary) {
        for (int j = 0; j < m.columns; j++) {
            int k = j * m.rows + i;
            double x = m.re[k];
            m.re[k] = x * real - m.im[k] * imaginary;
            m.im[k] = x * imaginary + m.im[k] * real;
        }
    }

    private static Tensor part(ComplexMatrix m, int rows, int columns) {
        var part = new ComplexMatrix(rows, columns);
        for (int j = 0; j < columns; j++) {
            System.arraycopy(m.re, j * m.rows, part.re, j * rows, rows);
            System.arraycopy(m.im, j * m.rows, part.im, j * rows, rows);
        }
        return part.tensor();
    }

    /// Singular values and vectors, the columns of the matrix being turned until they are at right angles (M. R.
    /// Hestenes, 1958).
    static Spectra.Singular svd(ArrayValue a) {
        ComplexMatrix given = ComplexMatrix.of(a);
        boolean wide = given.rows < given.columns;
        ComplexMatrix u = wide ? given.conjugateTranspose() : given;
        int n = u.columns;
        ComplexMatrix v = ComplexMatrix.identity(n);
        boolean turned = true;
        for (int sweep = 0; sweep < 60 && turned; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    double first = u.length(p);
                    double second = u.length(q);
                    double[] off = u.dot(p, q);
                    if (Math.hypot(off[0], off[1]) > LAST_DIGIT * first * second) {
                        Turn turn = Turn.diagonalizing(first * first, second * second, off);
                        u.right(p, q, turn);
                        v.right(p, q, turn);
                        turned = true;
                    }
                }
            }
        }
        double[] lengths = IntStream.range(0, n).mapToDouble(u::length).toArray();
        Integer[] order = order(n, Comparator.<Integer>comparingDouble(j -> -lengths[j]));
        var left = new ComplexMatrix(u.rows, n);
        var right = new ComplexMatrix(n, n);
        double[] s = new double[n];
        for (int j = 0; j < n; j++) {
            s[j] = lengths[order[j]];
            copy(u, order[j], left, j);
            copy(v, order[j], right, j);
            complete(left, j, s[j]);
        }
        ComplexMatrix ofU = wide ? right : left;
        for (int j = 0; j < n; j++) {
            double[] phase = phase(ofU, j);
            left.scale(j, phase[0], -phase[1]);
            right.scale(j, phase[0], -phase[1]);
        }
        return wide
                ? new Spectra.Singular(right.tensor(), Tensor.vector(s), left.tensor())
                : new Spectra.Singular(left.tensor(), Tensor.vector(s), right.tensor());
    }

    /// Gives a column the length 1; one of length 0 becomes a direction at right angles to those before it.
    private static void complete(ComplexMatrix m, int column, double length) {
        if (length > 0) {
            m.scale(column, 1 / length, 0);
            return;
        }
        for (int unit = 0; unit < m.rows; unit++) {
            Arrays.fill(m.re, column * m.rows, (column + 1) * m.rows, 0);
            Arrays.fill(m.im, column * m.rows, (column + 1) * m.rows, 0);
            m.re[column * m.rows + unit] = 1;
            for (int j = 0; j < column; j++) {
                double[] along = m.dot(j, column);
                for (int i = 0; i < m.rows; i++) {
                    int from = j * m.rows + i;
                    int to = column * m.rows + i;
                    m.re[to] -= m.re[from] * along[0] - m.im[from] * along[1];
                    m.im[to] -= m.re[from] * along[1] + m.im[from] * along[0];
                }
            }
            double left = m.length(column);
            if (left > 0.5 / Math.sqrt(m.rows)) {
                m.scale(column, 1 / left, 0);
                return;
            }
        }
    }

    /// The phase of the largest entry of a column.
    private static double[] phase(ComplexMatrix m, int column) {
        int largest = 0;
        for (int i = 0; i < m.rows; i++) {
            // a little more, so that entries of equal size do not take turns
            if (m.size(i, column) > m.size(largest, column) * (1 + 1e-10)) {
                largest = i;
            }
        }
        double size = m.size(largest, column);
        int at = column * m.rows + largest;
        return new double[] {m.re[at] / size, m.im[at] / size};
    }

    private static void copy(ComplexMatrix from, int column, ComplexMatrix to, int target) {
        System.arraycopy(from.re, column * from.rows, to.re, target * to.rows, to.rows);
        System.arraycopy(from.im, column * from.rows, to.im, target * to.rows, to.rows);
    }

    private static Integer[] order(int n, Comparator<Integer> by) {
        return IntStream.range(0, n).boxed().sorted(by).toArray(Integer[]::new);
    }

    /// Eigenvalues and vectors of a Hermitian matrix, by Jacobi's rotations; the largest entry of a vector is real.
    static Spectra.Symmetric hermitian(ArrayValue matrix) {
        ComplexMatrix a = ComplexMatrix.of(matrix);
        int n = a.rows;
        ComplexMatrix v = ComplexMatrix.identity(n);
        boolean turned = true;
        for (int sweep = 0; sweep < 60 && turned; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    int at = q * n + p;
                    double scale = Math.abs(a.re[p * n + p]) + Math.abs(a.re[q * n + q]);
                    if (a.size(p, q) > 1e-18 * scale) {
                        double[] off = {a.re[at], a.im[at]};
                        Turn turn = Turn.diagonalizing(a.re[p * n + p], a.re[q * n + q], off);
                        a.right(p, q, turn);
                        a.left(p, q, turn);
                        v.right(p, q, turn);
                        turned = true;
                    }
                }
            }
        }
        Integer[] order = order(n, Comparator.<Integer>comparingDouble(j -> a.re[j * n + j]));
        double[] values = new double[n];
        var vectors = new ComplexMatrix(n, n);
        for (int j = 0; j < n; j++) {
            values[j] = a.re[order[j] * n + order[j]];
            copy(v, order[j], vectors, j);
            double[] phase = phase(vectors, j);
            vectors.scale(j, phase[0], -phase[1]);
        }
        return new Spectra.Symmetric(Tensor.vector(values), vectors.tensor());
    }

    /// Eigenvalues and vectors of any square matrix, by the QR algorithm with shifts.
    static Spectra.General general(ArrayValue matrix) {
        Schur schur = schur(matrix);
        ComplexMatrix t = schur.t();
        ComplexMatrix q = schur.q();
        int n = t.rows;
        Integer[] order =
                order(
                        n,
                        Comparator.<Integer>comparingDouble(k -> t.re[k * n + k])
                                .thenComparingDouble(k -> t.im[k * n + k]));
        var values = new ArrayList<Scalar>();
        var vectors = new ArrayList<Scalar>();
        for (int k : order) {
            values.add(Complex.of(t.re[k * n + k], t.im[k * n + k]));
            vectors.addAll(List.of(Eigenvectors.unit(vector(t, q, k))));
        }
        return new Spectra.General(values, Scalars.collect(new int[] {n, n}, vectors));
    }

    /// A = Q T Qᴴ with a triangle T.
    record Schur(ComplexMatrix q, ComplexMatrix t) {}

    static Schur schur(ArrayValue matrix) {
        ComplexMatrix t = ComplexMatrix.of(matrix);
        int n = t.rows;
        ComplexMatrix q = ComplexMatrix.identity(n);
        for (int j = 0; j < n - 2; j++) {
            for (int i = n - 1; i > j + 1; i--) {
                if (t.size(i, j) > 0) {
                    int x = j * n + i - 1;
                    int y = j * n + i;
                    similar(t, q, i - 1, i, Turn.clearing(t.re[x], t.im[x], t.re[y], t.im[y]));
                    t.re[y] = 0;
                    t.im[y] = 0;
                }
            }
        }
        triangular(t, q);
        for (int j = 0; j < n; j++) {
            Arrays.fill(t.re, j * n + j + 1, (j + 1) * n, 0);
            Arrays.fill(t.im, j * n + j + 1, (j + 1) * n, 0);
        }
        return new Schur(q, t);
    }

    private static void similar(ComplexMatrix t, ComplexMatrix q, int i, int j, Turn turn) {
        t.left(i, j, turn);
        t.right(i, j, turn);
        q.right(i, j, turn);
    }

    private static void triangular(ComplexMatrix t, ComplexMatrix q) {
        int n = t.rows;
        int high = n - 1;
        for (int round = 0; high > 0; round++) {
            if (round > 60 * n) {
                throw new JuliaError("LAPACKException", "the eigenvalues did not converge");
            }
            int low = high;
            while (low > 0 && !negligible(t, low)) {
                low--;
            }
            if (low == high) {
                high--;
                continue;
            }
            double[] shift = round % 11 == 10 ? exceptional(t, high) : shift(t, high);
            shifted(t, -shift[0], -shift[1]);
            var turns = new ArrayList<Turn>();
            for (int k = low; k < high; k++) {
                int x = k * n + k;
                Turn turn = Turn.clearing(t.re[x], t.im[x], t.re[x + 1], t.im[x + 1]);
                t.left(k, k + 1, turn);
                turns.add(turn);
            }
            for (int k = low; k < high; k++) {
                t.right(k, k + 1, turns.get(k - low));
                q.right(k, k + 1, turns.get(k - low));
            }
            shifted(t, shift[0], shift[1]);
        }
    }

    private static boolean negligible(ComplexMatrix t, int k) {
        double beside = t.size(k, k - 1);
        if (beside > LAST_DIGIT * (t.size(k, k) + t.size(k - 1, k - 1))) {
            return false;
        }
        t.re[(k - 1) * t.rows + k] = 0;
        t.im[(k - 1) * t.rows + k] = 0;
        return true;
    }

    private static void shifted(ComplexMatrix t, double real, double imaginary) {
        for (int k = 0; k < t.rows; k++) {
            t.re[k * t.rows + k] += real;
            t.im[k * t.rows + k] += imaginary;
        }
    }

    private static double[] exceptional(ComplexMatrix t, int high) {
        return new double[] {t.size(high, high - 1) + t.re[high * t.rows + high], 0};
    }

    /// Of the last two by two entries the eigenvalue nearer to the last one.
    private static double[] shift(ComplexMatrix t, int high) {
        Complex a = entry(t, high - 1, high - 1);
        Complex d = entry(t, high, high);
        Complex half = ComplexFunctions.scaled(ComplexFunctions.minus(a, d), 0.5);
        Complex beside = ComplexFunctions.times(entry(t, high - 1, high), entry(t, high, high - 1));
        Complex root =
                ComplexFunctions.sqrt(
                        ComplexFunctions.plus(ComplexFunctions.times(half, half), beside));
        Complex plus = ComplexFunctions.plus(half, root);
        Complex minus = ComplexFunctions.minus(half, root);
        Complex nearer = ComplexFunctions.abs(plus) < ComplexFunctions.abs(minus) ? plus : minus;
        return new double[] {d.toDouble() + nearer.toDouble(), d.imaginary() + nearer.imaginary()};
    }

    private static Complex entry(ComplexMatrix t, int i, int j) {
        return Complex.of(t.re[j * t.rows + i], t.im[j * t.rows + i]);
    }

    /// The eigenvector of the k-th value on the diagonal of a triangle, turned back by q.
    private static Scalar[] vector(ComplexMatrix t, ComplexMatrix q, int k) {
        int n = t.rows;
        double norm = 0;
        for (int j = 0; j < n; j++) {
            norm = Math.max(norm, t.length(j));
        }
        Complex[] x = new Complex[n];
        Arrays.fill(x, Complex.of(0, 0));
        x[k] = Complex.of(1, 0);
        Complex value = entry(t, k, k);
        for (int i = k - 1; i >= 0; i--) {
            Complex sum = Complex.of(0, 0);
            for (int j = i + 1; j <= k; j++) {
                sum = ComplexFunctions.plus(sum, ComplexFunctions.times(entry(t, i, j), x[j]));
            }
            Complex gap = ComplexFunctions.minus(value, entry(t, i, i));
            if (ComplexFunctions.abs(gap) < LAST_DIGIT * norm) {
                gap = Complex.of(LAST_DIGIT * norm, 0);
            }
            x[i] = ComplexFunctions.divide(sum, gap);
        }
        Scalar[] vector = new Scalar[n];
        for (int i = 0; i < n; i++) {
            Complex sum = Complex.of(0, 0);
            for (int j = 0; j <= k; j++) {
                sum = ComplexFunctions.plus(sum, ComplexFunctions.times(entry(q, i, j), x[j]));
            }
            vector[i] = sum;
        }
        return vector;
    }
}
