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
            System.arraycopy(x, at, m, inputs[i], inputs[i + 1]);
            at += inputs[i + 1];
        }
    }

    /// Takes the numbers over, and says whether none of them is a NaN.
    boolean take(double[] m, double[] g) {
        int at = 0;
        double greatest = 0; // of numbers among which there is a NaN the greatest is NaN
        for (int i = 0; i < gradient.length; i += 2) {
            int cell = gradient[i];
            int length = gradient[i + 1];
            if (cell < 0) {
                Arrays.fill(g, at, at + length, 0);
            } else if (length < 0) {
                length = -length;
                Arrays.fill(g, at, at + length, m[cell]);
                greatest = Math.max(greatest, m[cell]);
            } else {
                greatest = Math.max(greatest, taken(m, cell, g, at, length));
            }
            at += length;
        }
        return !Double.isNaN(greatest);
    }

    /// Copies a stretch, and gives the greatest of its numbers and 0.
    private static double taken(double[] m, int from, double[] g, int to, int length) {
        double greatest = 0;
        for (int i = 0; i < length; i++) {
            double x = m[from + i];
            g[to + i] = x;
            greatest = Math.max(greatest, x);
        }
        return greatest;
    }
}
