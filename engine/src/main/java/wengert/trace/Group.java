package wengert.trace;

import org.jspecify.annotations.Nullable;
import wengert.source.Span;

/// Nodes that belong together: one function call, one loop, one turn of it. Groups nest.
///
/// @param parent the group around this one; null for the outermost
/// @param title what it is called: `f`, `while`, `for i`; of a turn its number, `3`, whatever was given
/// @param span the call, the loop, or the loop's body
/// @param turn of a turn its number from 1, of a call how often this function was called before, plus 1; else 0
public record Group(@Nullable Group parent, Kind kind, String title, Span span, int turn) {

    /// What kind of group it is.
    public enum Kind {
        /// Everything; the group of the study itself.
        STUDY,
        CALL,
        LOOP,
        TURN,
        BROADCAST,
        /// What the user chose to look at as one.
        CHOSEN,
        /// The sweep of a derivative inside another.
        SWEEP
    }

    @Override
    public String title() {
        return kind == Kind.TURN && turn > 0
                ? Integer.toString(turn)
                : title; // a loop has many: not worth keeping
    }

    /// How many groups are around this one.
    public int depth() {
        int depth = 0;
        for (Group g = parent; g != null; g = g.parent) {
            depth++;
        }
        return depth;
    }

    /// Whether `other` is this group or inside it.
    public boolean holds(Group other) {
        for (Group g = other; g != null; g = g.parent) {
            if (g == this) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return this == o; // two turns of a loop are two groups, whatever they are called
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
