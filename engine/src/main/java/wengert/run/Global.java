package wengert.run;

import org.jspecify.annotations.Nullable;
import wengert.value.Type;
import wengert.value.Value;

/// A global name: what the program assigned to it, or else what a module that is in use offers under it.
final class Global {

    final String name;
    @Nullable Value value;
    @Nullable Value imported;
    boolean constant;

    /// The type that it was declared with, as in `x::Float64 = 1`.
    @Nullable Type type;

    Global(String name) {
        this.name = name;
    }
}
