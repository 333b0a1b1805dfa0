package wengert.compile;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Flat code for those who have the inputs as plain numbers, one after the other, and want the gradient as such.
///
/// @param inputs where the numbers go: first cell and length of each stretch
/// @param value the cell of the value
/// @param gradient where the gradient is: first cell and length of each stretch; the cell is negative where it is 0,
///     and the length where it is one number for all
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record DirectAccess(int[] inputs, int value, int[] gradient) {

    /// From how many numbers on a stretch is long.
    private static final int LONG = 32;

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
                case Place.Fixed _ when like != null -> put(stretches, i, -1, like[2 * i + 1]);
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

    void give(double[] x, double[] m) {
        int at = 0;
        for (int i = 0; i < inputs.length; i += 2) {
            copy(x, at, m, inputs[i], inputs[i + 1]);
            at += inputs[i + 1];
        }
    }

    /// Takes the numbers over, and says whether none of them is a NaN.
    boolean take(double[] m, double[] g) {
        int at = 0;
        boolean right = true;
        for (int i = 0; i < gradient.length; i += 2) {
            int cell = gradient[i];
            int length = gradient[i + 1];
            if (cell < 0) {
                Arrays.fill(g, at, at + length, 0);
            } else if (length < 0) {
                length = -length;
                Arrays.fill(g, at, at + length, m[cell]);
                right &= !Double.isNaN(m[cell]);
            } else {
                copy(m, cell, g, at, length);
                right &= !hasNaN(m, cell, cell + length);
            }
            at += length;
        }
        return right;
    }

    /// Of short stretches the call of a method that copies would cost more than the copy.
    private static void copy(double[] from, int start, double[] to, int at, int length) {
        if (length < LONG) {
            for (int k = 0; k < length; k++) {
                to[at + k] = from[start + k];
            }
        } else {
            System.arraycopy(from, start, to, at, length);
        }
    }

    /// Whether there is a NaN from cell `from` on up to `end`. Finite numbers times 0 add up to 0, in four sums that do not
    /// wait for each other; only where that is not so each number is looked at.
    private static boolean hasNaN(double[] m, int from, int end) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i < end - 3; i += 4) {
            a += 0 * m[i];
            b += 0 * m[i + 1];
            c += 0 * m[i + 2];
            d += 0 * m[i + 3];
        }
        for (; i < end; i++) {
            a += 0 * m[i];
        }
        boolean found = false;
        if (Double.isNaN(a + b + c + d)) {
            for (int k = from; k < end; k++) {
                found |= Double.isNaN(m[k]);
            }
        }
        return found;
    }
}
