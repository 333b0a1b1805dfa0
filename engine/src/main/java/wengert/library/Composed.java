package wengert.library;

import java.util.List;
import wengert.value.NamedTuple;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Value;

/// `outer ∘ inner`
record Composed(Value outer, Value inner) implements Callable {

    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        return machine.call(outer, machine.call(inner, arguments, keywords));
    }

    @Override
    public String show() {
        return Show.repr(outer) + " ∘ " + Show.repr(inner);
    }

    @Override
    public Type type() {
        return Type.of("ComposedFunction");
    }
}
