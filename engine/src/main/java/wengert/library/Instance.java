package wengert.library;

import wengert.value.Opaque;
import wengert.value.Show;
import wengert.value.Type;

/// The one value of a type that says everything: `Val(2)`.
public record Instance(Type type) implements Opaque {

    @Override
    public String show() {
        return Show.print(type) + "()";
    }
}
