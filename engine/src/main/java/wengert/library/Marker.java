package wengert.library;

import wengert.value.Opaque;
import wengert.value.Type;

/// A value that is only a name: `undef`, `RoundUp`, `Colon()`.
public record Marker(String name, String typeName) implements Opaque {

    @Override
    public String show() {
        return name;
    }

    @Override
    public Type type() {
        return Type.of(typeName);
    }
}
