package wengert.ops;

import java.util.Arrays;

/// Multiplies matrices of floats that lie column by column somewhere in arrays.
///
/// Each number of the result is added up in order of the inner dimension, whichever way is taken, so all of them give the
/// same bits. Which one is fastest depends on the shape.
final class MatrixKernel {

    /// Rows that are worked on at a time; what belongs to them stays in the cache.
    private static final int STRETCH = 256;

    /// Columns of the left side that are added to a column of the result in one go.
    private static final int DEPTH = 8;

    /// With fewer rows, copying takes longer than it saves.
    private static final int FEW_ROWS = 24;

    private static final int FEW_COLUMNS = 4;

    /// So many pairs of columns of the left side are kept in the cache.
    private static final int PAIRS = 32;

    /// With fewer rows, or multiplications, than these keeping them takes longer than it saves.
    private static final int MANY_ROWS = 48;

    private static final long LARGE = 1 << 18;

    private MatrixKernel() {}

    /// C = A B, where the matrices begin at the places `i`, `j` and `k` of their arrays.
    static void multiply(
            double[] a,
            int i,
            double[] b,
            int j,
            double[] c,
            int k,
            int rows,
            int inner,
            int columns) {
        if (columns < FEW_COLUMNS) {
            Arrays.fill(c, k, k + rows * columns, 0);
            for (int q = 0; q < columns; q++) {
                add(a, i, b, j + q * inner, c, k + q * rows, rows, 0, rows, 0, inner);
            }
        } else if (rows < FEW_ROWS) {
            inRegisters(a, i, b, j, c, k, rows, inner, columns);
        } else if (rows >= MANY_ROWS && (long) rows * inner * columns >= LARGE) {
            inBlocks(a, i, b, j, c, k, rows, inner, columns);
        } else {
            inStretches(a, i, b, j, c, k, rows, inner, columns);
        }
    }

    /// Copies a stretch of rows of some pairs of columns of A to where they stay in the cache, each pair by itself, and adds
    /// them to four columns of the result at a time: what is loaded is used four times.
    private static void inBlocks(
            double[] a,
            int i,
            double[] b,
            int j,
            double[] c,
            int k,
            int rows,
            int inner,
            int columns) {
        Arrays.fill(c, k, k + rows * columns, 0);
        int tall = Math.min(rows, STRETCH);
        double[][] left = new double[Math.min(PAIRS, inner / 2)][STRETCH + tall];
        double[] sum = new double[3 * STRETCH + tall];
        int whole = columns - columns % 4;
        int even = inner - inner % 2;
        for (int top = 0; top < rows; top += STRETCH) {
            int n = Math.min(STRETCH, rows - top);
            for (int p = 0; p < even; p += 2 * left.length) {
                int pairs = Math.min(left.length, (even - p) / 2);
                for (int d = 0; d < 2 * pairs; d++) {
                    int at = i + (p + d) * rows + top;
                    System.arraycopy(a, at, left[d / 2], d % 2 * STRETCH, n);
                }
                for (int q = 0; q < whole; q += 4) {
                    int at = k + q * rows + top;
                    for (int d = 0; d < 4; d++) {
                        System.arraycopy(c, at + d * rows, sum, d * STRETCH, n);
                    }
                    for (int t = 0; t < pairs; t++) {
                        addPair(left[t], b, j + q * inner + p + 2 * t, inner, sum, n);
                    }
                    for (int d = 0; d < 4; d++) {
                        System.arraycopy(sum, d * STRETCH, c, at + d * rows, n);
                    }
                }
            }
            for (int q = 0; q < columns; q++) {
                int from = q < whole ? even : 0;
                add(a, i, b, j + q * inner, c, k + q * rows, rows, top, top + n, from, inner);
            }
        }
    }

    /// Adds two columns to four, the numbers of B being those of two rows from `j` on.
    private static void addPair(double[] left, double[] b, int j, int inner, double[] sum, int n) {
        double b00 = b[j];
        double b10 = b[j + 1];
        double b01 = b[j + inner];
        double b11 = b[j + inner + 1];
        double b02 = b[j + 2 * inner];
        double b12 = b[j + 2 * inner + 1];
        double b03 = b[j + 3 * inner];
        double b13 = b[j + 3 * inner + 1];
        for (int r = 0; r < n; r++) {
            double a0 = left[r];
            double a1 = left[r + STRETCH];
            double c0 = sum[r];
            double c1 = sum[r + STRETCH];
            double c2 = sum[r + 2 * STRETCH];
            double c3 = sum[r + 3 * STRETCH];
            sum[r] = c0 + a0 * b00 + a1 * b10;
            sum[r + STRETCH] = c1 + a0 * b01 + a1 * b11;
            sum[r + 2 * STRETCH] = c2 + a0 * b02 + a1 * b12;
            sum[r + 3 * STRETCH] = c3 + a0 * b03 + a1 * b13;
        }
    }

    /// Copies a stretch of rows of a few columns of A to where their distance is known when this is compiled: only then
    /// does the virtual machine work on several rows at a time.
    private static void inStretches(
            double[] a,
            int i,
            double[] b,
            int j,
            double[] c,
            int k,
            int rows,
            int inner,
            int columns) {
        Arrays.fill(c, k, k + rows * columns, 0);
        double[] left = new double[DEPTH * STRETCH];
        double[] sum = new double[STRETCH];
        int whole = inner - inner % DEPTH;
        for (int top = 0; top < rows; top += STRETCH) {
            int n = Math.min(STRETCH, rows - top);
            for (int p = 0; p < whole; p += DEPTH) {
                for (int d = 0; d < DEPTH; d++) {
                    System.arraycopy(a, i + (p + d) * rows + top, left, d * STRETCH, n);
                }
                for (int q = 0; q < columns; q++) {
                    int at = k + q * rows + top;
                    System.arraycopy(c, at, sum, 0, n);
                    addEight(left, b, j + q * inner + p, sum, n);
                    System.arraycopy(sum, 0, c, at, n);
                }
            }
            for (int q = 0; q < columns; q++) {
                add(a, i, b, j + q * inner, c, k + q * rows, rows, top, top + n, whole, inner);
            }
        }
    }

    private static void addEight(double[] left, double[] b, int j, double[] sum, int n) {
        double b0 = b[j];
        double b1 = b[j + 1];
        double b2 = b[j + 2];
        double b3 = b[j + 3];
        double b4 = b[j + 4];
        double b5 = b[j + 5];
        double b6 = b[j + 6];
        double b7 = b[j + 7];
        for (int r = 0; r < n; r++) {
            sum[r] =
                    sum[r]
                            + left[r] * b0
                            + left[r + STRETCH] * b1
                            + left[r + 2 * STRETCH] * b2
                            + left[r + 3 * STRETCH] * b3
                            + left[r + 4 * STRETCH] * b4
                            + left[r + 5 * STRETCH] * b5
                            + left[r + 6 * STRETCH] * b6
                            + left[r + 7 * STRETCH] * b7;
        }
    }

    /// Adds the columns `from` to `to` of A, times the numbers of a column of B, to a column of C, from row `top` to
    /// row `bottom`.
    private static void add(
            double[] a,
            int i,
            double[] b,
            int j,
            double[] c,
            int k,
            int rows,
            int top,
            int bottom,
            int from,
            int to) {
        int p = from;
        for (; p + 4 <= to; p += 4) {
            double b0 = b[j + p];
            double b1 = b[j + p + 1];
            double b2 = b[j + p + 2];
            double b3 = b[j + p + 3];
            int a0 = i + p * rows;
            int a1 = a0 + rows;
            int a2 = a1 + rows;
            int a3 = a2 + rows;
            for (int r = top; r < bottom; r++) {
                c[k + r] =
                        c[k + r]
                                + a[a0 + r] * b0
                                + a[a1 + r] * b1
                                + a[a2 + r] * b2
                                + a[a3 + r] * b3;
            }
        }
        for (; p < to; p++) {
            double b0 = b[j + p];
            int a0 = i + p * rows;
            for (int r = top; r < bottom; r++) {
                c[k + r] += a[a0 + r] * b0;
            }
        }
    }

    /// Adds up two rows of four columns at a time, in variables.
    private static void inRegisters(
            double[] a,
            int i,
            double[] b,
            int j,
            double[] c,
            int k,
            int rows,
            int inner,
            int columns) {
        int q = 0;
        for (; q + 4 <= columns; q += 4) {
            int r = 0;
            for (; r + 2 <= rows; r += 2) {
                block(a, i + r, b, j + q * inner, c, k + q * rows + r, rows, inner);
            }
            for (; r < rows; r++) {
                for (int d = q; d < q + 4; d++) {
                    c[k + d * rows + r] = dot(a, i + r, rows, b, j + d * inner, inner);
                }
            }
        }
        for (; q < columns; q++) {
            for (int r = 0; r < rows; r++) {
                c[k + q * rows + r] = dot(a, i + r, rows, b, j + q * inner, inner);
            }
        }
    }

    private static void block(
            double[] a, int i, double[] b, int j, double[] c, int k, int rows, int inner) {
        double c00 = 0;
        double c10 = 0;
        double c01 = 0;
        double c11 = 0;
        double c02 = 0;
        double c12 = 0;
        double c03 = 0;
        double c13 = 0;
        int j1 = j + inner;
        int j2 = j1 + inner;
        int j3 = j2 + inner;
        for (int p = 0, at = i; p < inner; p++, at += rows) {
            double a0 = a[at];
            double a1 = a[at + 1];
            double b0 = b[j + p];
            double b1 = b[j1 + p];
            double b2 = b[j2 + p];
            double b3 = b[j3 + p];
            c00 += a0 * b0;
            c10 += a1 * b0;
            c01 += a0 * b1;
            c11 += a1 * b1;
            c02 += a0 * b2;
            c12 += a1 * b2;
            c03 += a0 * b3;
            c13 += a1 * b3;
        }
        c[k] = c00;
        c[k + 1] = c10;
        c[k + rows] = c01;
        c[k + rows + 1] = c11;
        c[k + 2 * rows] = c02;
        c[k + 2 * rows + 1] = c12;
        c[k + 3 * rows] = c03;
        c[k + 3 * rows + 1] = c13;
    }

    private static double dot(double[] a, int i, int rows, double[] b, int j, int inner) {
        double sum = 0;
        for (int p = 0; p < inner; p++) {
            sum += a[i + p * rows] * b[j + p];
        }
        return sum;
    }
}
