package wengert.story;

import wengert.value.ArrayValue;
import wengert.value.Value;

/// Single numbers of values.
public final class Entries {

    private Entries() {}

    /// One number of a value.
    ///
    /// @param entry which, column by column from 0; negative for the whole value
    public static Value of(Value value, int entry) {
        return entry >= 0 && value instanceof ArrayValue array ? array.dense().get(entry) : value;
    }
}
