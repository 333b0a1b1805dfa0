package wengert.value;

import org.jspecify.annotations.Nullable;

/// What a value has to know about where it is shown, as Julia's `IOContext`.
///
/// @param compact whether floats are cut to six digits
/// @param limit whether long things are abbreviated
/// @param rows the height of the screen, in lines
/// @param columns the width of the screen, in characters
/// @param known the type that the reader has been told already, such as an array's element type
record Context(boolean compact, boolean limit, int rows, int columns, Type known) {

    /// Everything in full.
    static final Context FULL =
            new Context(false, false, Integer.MAX_VALUE, Integer.MAX_VALUE, Type.ANY);

    static Context screen(int rows, int columns) {
        return new Context(false, true, rows, columns, Type.ANY);
    }

    Context compacted() {
        return new Context(true, limit, rows, columns, known);
    }

    Context knowing(Type type) {
        return new Context(compact, limit, rows, columns, type);
    }

    /// The element type of the array that the reader expects, or null if none is expected.
    @Nullable Type knownElement() {
        boolean array =
                (known.name().equals("Array") || known.name().equals("Fill"))
                        && !known.parameters().isEmpty();
        return array && known.parameters().getFirst() instanceof Type element ? element : null;
    }
}
