package wengert.inspect;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// The numbers of an array as rows to be read: vectors lie down like a list, folded where they are long; matrices stand as
/// they are; other arrays as their columns.
///
/// @param entries the rows, of which the last of a vector may be shorter
/// @param lies whether they are read along the rows
/// @param width how long a full row is
record Rows(double[][] entries, boolean lies, int width) {

    /// So many numbers fit beside each other.
    private static final int WRITTEN = 6;

    /// A column of so many numbers is still read as one.
    private static final int TALLEST = 16;

    /// A longer vector is shown in colours, in a field about as high as it is wide.
    private static final int MOST_WRITTEN = 16 * WRITTEN;

    static Rows of(Value value, double[] numbers) {
        int[] size = value instanceof ArrayValue array ? array.size() : new int[0];
        int n = numbers.length;
        if (size.length < 2) {
            int width = n <= MOST_WRITTEN ? WRITTEN : (int) Math.ceil(Math.sqrt(2.0 * n));
            var rows = new double[(n + width - 1) / width][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOfRange(numbers, i * width, Math.min(n, (i + 1) * width));
            }
            return new Rows(rows, true, Math.min(n, width));
        }
        return standing(numbers, size[0]);
    }

    /// The same, but vectors stand as columns, to be multiplied, while they are short.
    static Rows ofMatrix(Value value, double[] numbers) {
        boolean isVector = value instanceof ArrayValue array && array.size().length == 1;
        return isVector && numbers.length <= TALLEST
                ? standing(numbers, numbers.length)
                : of(value, numbers);
    }

    private static Rows standing(double[] numbers, int height) {
        int n = numbers.length;
        int width = height == 0 ? 0 : n / height;
        var rows = new double[height][width];
        for (int k = 0; k < n; k++) {
            rows[k % height][k / height] = numbers[k];
        }
        return new Rows(rows, false, width);
    }

    /// Which number stands there, column by column, from 0.
    int place(int row, int column) {
        return lies ? row * width + column : column * entries.length + row;
    }

    /// `[2, 1]`, of the number at a place; nothing for a value that is a number.
    static String index(Value value, int place) {
        if (!(value instanceof ArrayValue array)) {
            return "";
        }
        var indices = new StringJoiner(", ", "[", "]");
        int rest = place;
        for (int n : array.size()) {
            indices.add(Integer.toString(rest % n + 1));
            rest /= n;
        }
        return indices.toString();
    }

    /// Of a folded vector the index that each row begins with.
    List<String> names() {
        return lies && entries.length > 1
                ? IntStream.range(0, entries.length)
                        .mapToObj(row -> "[" + (place(row, 0) + 1) + "]")
                        .toList()
                : Collections.nCopies(entries.length, "");
    }

    List<String> columns() {
        return Collections.nCopies(width, "");
    }
}
