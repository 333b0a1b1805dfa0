package wengert.run;

/// How much a run may use before it ends in a `BudgetError`.
///
/// @param milliseconds how long it may take
/// @param operations how many calls, loop turns and elementary operations
/// @param nodes how many nodes all its recordings together may hold
/// @param elements how many elements one array may have
/// @param depth how deep calls may nest
public record Budget(long milliseconds, long operations, int nodes, long elements, int depth) {

    /// Generous for a person's program, and safe for the window.
    public static final Budget DEFAULT =
            new Budget(20_000, 2_000_000_000L, 3_000_000, 50_000_000L, 10_000);
}
