package wengert.run;

/// A local variable, resolved to a slot of its frame.
final class Variable {

    private final String name;
    private final int slot;
    private boolean captured;

    Variable(String name, int slot) {
        this.name = name;
        this.slot = slot;
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
