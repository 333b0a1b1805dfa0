package wengert.ops;

/// What a rule may look at, beyond kinds and sizes, to choose between formulas. Where that changes the formula that was
/// recorded is no longer the right one.
public enum Turn {
    /// Nothing: the formula is the same everywhere.
    NOTHING,
    /// The signs of the arguments and of the result, 0 having one of its own.
    SIGNS,
    /// Which of the numbers are 0; none of them is where the result has no 0 either.
    ZEROS,
    /// The order of the elements by size.
    ORDER,
    /// The value itself: what was recorded holds at this point only.
    VALUE
}
