package wengert.compile;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.Nothing;
import wengert.value.Value;

/// Flat code for those who have the inputs as plain numbers, one after the other, and want the gradient as such.
///
/// @param inputs where the numbers go: first cell and length of each stretch
/// @param value the cell of the value
/// @param gradient where the gradient is: first cell and length of each stretch; the cell is negative where it is 0,
///     and the length where it is one number for all
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record DirectAccess(int[] inputs, int value, int[] gradient) {

    /// From how many numbers on a stretch is long.
    static final int LONG = 32;

    /// So many numbers are copied and looked at while they are in the cache.
    private static final int BLOCK = 1024;

    /// Null where something is no number and no array of numbers.
    static @Nullable DirectAccess of(Flat flat, int results) {
        int[] inputs = stretches(flat.inputs(), null);
        int[] gradient = stretches(flat.outputs().subList(results, flat.outputs().size()), inputs);
        return inputs != null
                        && gradient != null
                        && flat.outputs().getFirst().place() instanceof Place.Single(int cell, _)
                ? new DirectAccess(inputs, cell, gradient)
                : null;
    }

    private static int @Nullable [] stretches(List<Reader> readers, int @Nullable [] like) {
        int[] stretches = new int[2 * readers.size()];
        for (int i = 0; i < readers.size(); i++) {
            switch (readers.get(i).place()) {
                case Place.Single(int cell, _) -> put(stretches, i, cell, 1);
                case Place.View v when v.isDense() -> put(stretches, i, v.base(), v.length());
                case Place.Filled(Place.Single(int cell, _), Place.Size size) when like != null ->
                        put(stretches, i, cell, -size.length());
                case Place.Fixed(Value value) when like != null && value == Nothing.NOTHING ->
                        put(stretches, i, -1, like[2 * i + 1]);
                default -> {
                    return null;
                }
            }
        }
        return stretches;
    }

    private static void put(int[] stretches, int i, int cell, int length) {
        stretches[2 * i] = cell;
        stretches[2 * i + 1] = length;
    }

    /// Runs a kernel as [Direct] does.
    double run(Kernel kernel, double[] m, @Nullable Value[] kept, double[] x, double[] g) {
        give(x, m);
        kernel.run(m, kept);
        return take(m, g);
    }

    private void give(double[] x, double[] m) {
        int at = 0;
        for (int i = 0; i < inputs.length; i += 2) {
            copy(x, at, m, inputs[i], inputs[i + 1]);
            at += inputs[i + 1];
        }
    }

    private double take(double[] m, double[] g) {
        int at = 0;
        double sum = 0;
        for (int i = 0; i < gradient.length; i += 2) {
            int cell = gradient[i];
            int length = gradient[i + 1];
            if (cell < 0) {
                Arrays.fill(g, at, at + length, 0);
            } else if (length < 0) {
                length = -length;
                Arrays.fill(g, at, at + length, m[cell]);
                sum += m[cell];
            } else {
                sum += taken(m, cell, g, at, length);
            }
            at += length;
        }
        return sum;
    }

    /// Copies a stretch of the gradient.
    ///
    /// @return the sum of its numbers
    static double taken(double[] m, int cell, double[] g, int at, int length) {
        double sum = 0;
        for (int k = 0; k < length; k += BLOCK) {
            int some = Math.min(BLOCK, length - k);
            copy(m, cell + k, g, at + k, some);
            sum += sum(g, at + k, at + k + some);
        }
        return sum;
    }

    /// Of short stretches the call of a method that copies would cost more than the copy.
    static void copy(double[] from, int start, double[] to, int at, int length) {
        if (length < LONG) {
            for (int k = 0; k < length; k++) {
                to[at + k] = from[start + k];
            }
        } else {
            System.arraycopy(from, start, to, at, length);
        }
    }

    /// Whether a gradient that was taken over has no NaN.
    static boolean isRight(double sum, double[] g) {
        if (Double.isFinite(sum)) {
            return true;
        }
        boolean found = false; // there may be an infinite number, and nothing wrong
        for (double x : g) {
            found |= Double.isNaN(x);
        }
        return !found;
    }

    /// The numbers from place `from` on up to `end`, in eight sums that do not wait for each other.
    private static double sum(double[] x, int from, int end) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i < end - 7; i += 8) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        for (; i < end; i++) {
            s0 += x[i];
        }
        return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
    }
}
