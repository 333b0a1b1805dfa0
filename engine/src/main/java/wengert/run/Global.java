package wengert.run;

import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// A global name: what the program assigned to it, or else what a module that is in use offers under it.
final class Global {

    final String name;
    @Nullable Value value;
    @Nullable Value imported;
    boolean constant;

    Global(String name) {
        this.name = name;
    }
}
