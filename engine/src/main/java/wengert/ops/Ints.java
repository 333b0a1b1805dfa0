package wengert.ops;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A short list of whole numbers that never changes, equal to another with the same numbers: a
/// size, places, dimensions.
public final class Ints {

    private final int[] values;

    private Ints(int[] values) {
        this.values = values;
    }

    /// The list of these numbers; the array is handed over and not written to again.
    public static Ints of(int... values) {
        return new Ints(values);
    }

    public int length() {
        return values.length;
    }

    public int get(int i) {
        return values[i];
    }

    /// The numbers, to be read only.
    public int[] array() {
        return values;
    }

    public boolean contains(int value) {
        for (int v : values) {
            if (v == value) {
                return true;
            }
        }
        return false;
    }

    public int product() {
        int product = 1;
        for (int v : values) {
            product *= v;
        }
        return product;
    }

    public IntStream stream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Ints other && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
