package wengert.value;

/// What an array's elements are stored as.
public enum ElementType {
    FLOAT64,
    INT64,
    BOOL,
    /// Anything else: complex numbers, rationals, strings, tuples, arrays, tracked numbers.
    ANY
}
