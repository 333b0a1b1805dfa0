package wengert.ops;

import java.util.ArrayList;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;

/// A complex matrix while it is being taken apart: two flat arrays, changed in place by turns of two columns or two rows.
final class ComplexMatrix {

    final int rows;
    final int columns;
    final double[] re;
    final double[] im;

    ComplexMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.re = new double[rows * columns];
        this.im = new double[rows * columns];
    }

    static ComplexMatrix identity(int n) {
        var identity = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            identity.re[i * n + i] = 1;
        }
        return identity;
    }

    static ComplexMatrix of(ArrayValue a) {
        int[] size = a.size();
        var matrix = new ComplexMatrix(size[0], size.length == 1 ? 1 : size[1]);
        for (int k = 0; k < matrix.re.length; k++) {
            Scalar entry = Scalars.at(a, k);
            matrix.re[k] = entry.toDouble();
            matrix.im[k] = entry instanceof Complex z ? z.imaginary() : 0;
            if (!Double.isFinite(matrix.re[k]) || !Double.isFinite(matrix.im[k])) {
                throw new JuliaError("ArgumentError", "the matrix contains NaN or Inf");
            }
        }
        return matrix;
    }

    Tensor tensor() {
        var entries = new ArrayList<Complex>(re.length);
        for (int k = 0; k < re.length; k++) {
            entries.add(Complex.of(re[k], im[k]));
        }
        return Scalars.collect(new int[] {rows, columns}, entries);
    }

    ComplexMatrix conjugateTranspose() {
        var turned = new ComplexMatrix(columns, rows);
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                turned.re[i * columns + j] = re[j * rows + i];
                turned.im[i * columns + j] = -im[j * rows + i];
            }
        }
        return turned;
    }

    double size(int i, int j) {
        return Math.hypot(re[j * rows + i], im[j * rows + i]);
    }

    /// The real length of a column.
    double length(int column) {
        double length = 0;
        for (int i = 0; i < rows; i++) {
            length = Math.hypot(length, size(i, column));
        }
        return length;
    }

    /// xᴴ y of two columns, as its real and its imaginary part.
    double[] dot(int x, int y) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < rows; i++) {
            int p = x * rows + i;
            int q = y * rows + i;
            real += re[p] * re[q] + im[p] * im[q];
            imaginary += re[p] * im[q] - im[p] * re[q];
        }
        return new double[] {real, imaginary};
    }

    /// Multiplies a column by a complex number.
    void scale(int column, double real, double imaginary) {
        for (int k = column * rows; k < (column + 1) * rows; k++) {
            double x = re[k];
            re[k] = x * real - im[k] * imaginary;
            im[k] = x * imaginary + im[k] * real;
        }
    }

    /// A turn of two directions: the unitary matrix [a b; c d], each entry a real and an imaginary part.
    record Turn(double[] a, double[] b, double[] c, double[] d) {

        /// The turn that makes a Hermitian matrix with these entries on the diagonal, and `off` beside it, diagonal.
        static Turn diagonalizing(double first, double second, double[] off) {
            double size = Math.hypot(off[0], off[1]);
            double theta = (second - first) / (2 * size);
            double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
            double cosine = 1 / Math.hypot(t, 1);
            double sine = t * cosine;
            double[] phase = {off[0] / size, -off[1] / size};
            return new Turn(
                    new double[] {cosine, 0},
                    new double[] {sine, 0},
                    new double[] {-sine * phase[0], -sine * phase[1]},
                    new double[] {cosine * phase[0], cosine * phase[1]});
        }

        /// The turn whose conjugate transpose makes y vanish beside x.
        static Turn clearing(double xRe, double xIm, double yRe, double yIm) {
            double r = Math.hypot(Math.hypot(xRe, xIm), Math.hypot(yRe, yIm));
            return new Turn(
                    new double[] {xRe / r, xIm / r},
                    new double[] {-yRe / r, yIm / r},
                    new double[] {yRe / r, yIm / r},
                    new double[] {xRe / r, -xIm / r});
        }
    }

    /// Columns p and q times the turn.
    void right(int p, int q, Turn g) {
        for (int i = 0; i < rows; i++) {
            turn(p * rows + i, q * rows + i, g.a, g.b, g.c, g.d, 1);
        }
    }

    /// The conjugate transpose of the turn times rows p and q.
    void left(int p, int q, Turn g) {
        for (int j = 0; j < columns; j++) {
            turn(j * rows + p, j * rows + q, g.a, g.b, g.c, g.d, -1);
        }
    }

    private void turn(int p, int q, double[] a, double[] b, double[] c, double[] d, int sign) {
        double xRe = re[p];
        double xIm = im[p];
        double yRe = re[q];
        double yIm = im[q];
        re[p] = xRe * a[0] - sign * xIm * a[1] + yRe * c[0] - sign * yIm * c[1];
        im[p] = sign * xRe * a[1] + xIm * a[0] + sign * yRe * c[1] + yIm * c[0];
        re[q] = xRe * b[0] - sign * xIm * b[1] + yRe * d[0] - sign * yIm * d[1];
        im[q] = sign * xRe * b[1] + xIm * b[0] + sign * yRe * d[1] + yIm * d[0];
    }
}
