package wengert.story;

import wengert.value.ArrayValue;
import wengert.value.Show;
import wengert.value.Value;

/// Values in few characters, the same on cards, in lists and in sentences.
public final class Digits {

    private static final int DIGITS = 4;
    private static final int WIDTH = 30;

    private Digits() {}

    /// A value: `60.0`, `0.6931`, `1.2e-9`, `[2, 4, 6, 8]`, `[1.2, −0.5, … +6]`.
    public static String text(Value value) {
        return Show.compact(value, DIGITS, WIDTH);
    }

    /// The size of an array: `4`, `2×3`; empty for a number.
    public static String size(Value value) {
        if (!(value instanceof ArrayValue array)) {
            return "";
        }
        var size = new StringBuilder();
        for (int n : array.size()) {
            size.append(size.isEmpty() ? "" : "×").append(n);
        }
        return size.toString();
    }
}
