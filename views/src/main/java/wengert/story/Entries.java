package wengert.story;

import wengert.value.ArrayValue;
import wengert.value.Value;

/// Single numbers of values.
public final class Entries {

    private Entries() {}

    /// Where a number of an array is, as the language counts: `3, 2` is its third row and second column.
    ///
    /// @param entry which, column by column from 0
    public static String place(int[] size, int entry) {
        var place = new StringBuilder();
        int rest = entry;
        for (int d = 0; d < size.length; d++) {
            boolean last = d == size.length - 1;
            place.append(d == 0 ? "" : ", ").append((last ? rest : rest % size[d]) + 1);
            rest /= Math.max(1, size[d]);
        }
        return place.toString();
    }

    /// One number of a value.
    ///
    /// @param entry which, column by column from 0; negative for the whole value
    public static Value of(Value value, int entry) {
        return entry >= 0 && value instanceof ArrayValue array ? array.dense().get(entry) : value;
    }
}
