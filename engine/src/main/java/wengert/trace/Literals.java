package wengert.trace;

import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.value.Value;

/// The constants that a recording met last: a number that is written in a loop is the same object in every turn, and is
/// found here without being looked up.
@SuppressWarnings("ReferenceEquality") // another object with the same number is looked up
final class Literals {

    private static final int PLACES = 64;

    private @Nullable Value[] values = {};
    private @Nullable Span[] spans = {};
    private int[] slots = {};
    private @Nullable Node[] nodes = {};

    /// The node of this very object as argument `slot` of this very expression; null where it has been forgotten, or was
    /// never here.
    @Nullable Node find(Value value, Span span, int slot) {
        if (values.length == 0) {
            return null;
        }
        int at = place(span, slot);
        return values[at] == value && spans[at] == span && slots[at] == slot ? nodes[at] : null;
    }

    void keep(Value value, Span span, int slot, Node node) {
        if (values.length == 0) {
            values = new @Nullable Value[PLACES];
            spans = new @Nullable Span[PLACES];
            slots = new int[PLACES];
            nodes = new @Nullable Node[PLACES];
        }
        int at = place(span, slot);
        values[at] = value;
        spans[at] = span;
        slots[at] = slot;
        nodes[at] = node;
    }

    private static int place(Span span, int slot) {
        return (31 * span.start() + slot) & (PLACES - 1);
    }
}
