package wengert.compile;

import java.util.Arrays;
import wengert.ops.ScalarOp;

/// What is done with strips: numbers of a few turns of a loop, one for each turn, in an array of their own.
///
/// Since all arrays are read and written at the same places, the virtual machine does several numbers at a time. It would not
/// if it had to fear that what is written here is read there, as in the one array of all numbers.
final class Strip {

    /// The numbers of so many turns: about as many as stay in the nearest cache when a loop has a dozen strips.
    static final int LENGTH = 128;

    private Strip() {}

    static void read(double[] m, int from, int down, double[] to, int count) {
        switch (down) {
            case 0 -> Arrays.fill(to, 0, count, m[from]);
            case 1 -> DirectAccess.copy(m, from, to, 0, count);
            default -> {
                for (int n = 0; n < count; n++) {
                    to[n] = m[from + n * down];
                }
            }
        }
    }

    static void write(double[] from, double[] m, int to, int down, int count) {
        switch (down) {
            case 0 -> m[to] = from[count - 1];
            case 1 -> DirectAccess.copy(from, 0, m, to, count);
            default -> {
                for (int n = 0; n < count; n++) {
                    m[to + n * down] = from[n];
                }
            }
        }
    }

    static void plus(double[] to, double[] a, double[] b, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = a[n] + b[n];
        }
    }

    static void minus(double[] to, double[] a, double[] b, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = a[n] - b[n];
        }
    }

    static void times(double[] to, double[] a, double[] b, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = a[n] * b[n];
        }
    }

    static void divide(double[] to, double[] a, double[] b, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = a[n] / b[n];
        }
    }

    static void negate(double[] to, double[] a, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = -a[n];
        }
    }

    static void square(double[] to, double[] a, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = a[n] * a[n];
        }
    }

    static void other(ScalarOp op, double[] to, double[] a, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = op.evaluate(a[n]);
        }
    }

    static void other(ScalarOp op, double[] to, double[] a, double[] b, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = op.evaluate(a[n], b[n]);
        }
    }

    static void other(ScalarOp op, double[] to, double[] a, double[] b, double[] c, int count) {
        for (int n = 0; n < count; n++) {
            to[n] = op.evaluate(a[n], b[n], c[n]);
        }
    }

    // ---- each result is the first argument of the next turn

    static void sums(double[] to, double sum, double[] b, int count) {
        double s = sum;
        for (int n = 0; n < count; n++) {
            s += b[n];
            to[n] = s;
        }
    }

    static void differences(double[] to, double difference, double[] b, int count) {
        double s = difference;
        for (int n = 0; n < count; n++) {
            s -= b[n];
            to[n] = s;
        }
    }

    static void products(double[] to, double product, double[] b, int count) {
        double s = product;
        for (int n = 0; n < count; n++) {
            s *= b[n];
            to[n] = s;
        }
    }

    static void quotients(double[] to, double quotient, double[] b, int count) {
        double s = quotient;
        for (int n = 0; n < count; n++) {
            s /= b[n];
            to[n] = s;
        }
    }
}
