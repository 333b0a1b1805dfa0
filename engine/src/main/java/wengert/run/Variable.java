package wengert.run;

import org.jspecify.annotations.Nullable;

/// A local variable, resolved to a slot of its frame.
final class Variable {

    private final String name;
    private final int slot;
    private boolean captured;
    private @Nullable Code type;

    Variable(String name, int slot) {
        this.name = name;
        this.slot = slot;
    }

    /// The type it was declared with; null if none was.
    @Nullable Code type() {
        return type;
    }

    void type(Code declared) {
        type = declared;
    }

    String name() {
        return name;
    }

    int slot() {
        return slot;
    }

    /// Whether a closure shares it; settled before the code that uses it runs for the first time.
    boolean captured() {
        return captured;
    }

    void capture() {
        captured = true;
    }
}
