package wengert.value;

import org.jspecify.annotations.Nullable;

/// What a value has to know about where it is shown, as Julia's `IOContext`.
///
/// @param compact whether floats are cut to six digits
/// @param limit whether long things are abbreviated
/// @param rows the height of the screen, in lines
/// @param columns the width of the screen, in characters
/// @param known the type that the reader has been told already, such as an array's element type
/// @param inside what it is shown inside of
record Context(
        boolean compact,
        boolean limit,
        int rows,
        int columns,
        Type known,
        @Nullable Inside inside) {

    /// Everything in full.
    static final Context FULL =
            new Context(false, false, Integer.MAX_VALUE, Integer.MAX_VALUE, Type.ANY, null);

    /// The containers being shown, innermost first.
    record Inside(Value container, @Nullable Inside outer) {}

    static Context screen(int rows, int columns) {
        return new Context(false, true, rows, columns, Type.ANY, null);
    }

    Context compacted() {
        return new Context(true, limit, rows, columns, known, inside);
    }

    Context knowing(Type type) {
        return new Context(compact, limit, rows, columns, type, inside);
    }

    Context within(Value container) {
        return new Context(compact, limit, rows, columns, known, new Inside(container, inside));
    }

    /// How many containers out `value` is being shown already; 0 if it is not.
    @SuppressWarnings("ReferenceEquality") // containers that can hold themselves have identity
    int circle(Value value) {
        int steps = 1;
        for (Inside at = inside; at != null; at = at.outer()) {
            if (at.container() == value) {
                return steps;
            }
            steps++;
        }
        return 0;
    }

    /// The element type of the array that the reader expects, or null if none is expected.
    @Nullable Type knownElement() {
        boolean array = known.name().equals("Array") && !known.parameters().isEmpty();
        return array && known.parameters().getFirst() instanceof Type element ? element : null;
    }
}
