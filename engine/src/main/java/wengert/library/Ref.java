package wengert.library;

import wengert.value.Opaque;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// `Ref(x)`: a place that holds one value, which `r[]` reads and `r[] = v` writes. Broadcasting takes what
/// it holds as a single thing.
public final class Ref implements Opaque {

    private Value value;

    public Ref(Value value) {
        this.value = value;
    }

    public Value value() {
        return value;
    }

    public void value(Value newValue) {
        value = newValue;
    }

    @Override
    public String show() {
        return "Base.RefValue{" + Show.print(Types.of(value)) + "}(" + Show.repr(value) + ")";
    }

    @Override
    public Type type() {
        return Type.of("Base.RefValue", Types.of(value));
    }
}
