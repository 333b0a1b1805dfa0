package wengert.library;

import java.util.List;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Value;

/// A function of two arguments of which one is given: `>(2)`, `Base.Fix1(f, x)`.
///
/// @param place which argument is given, 1 or 2
record Fixed(Value function, int place, Value given) implements Callable {

    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        if (arguments.size() != 1) {
            throw new JuliaError(
                    "MethodError",
                    "`%s` takes 1 argument, found %d".formatted(show(), arguments.size()));
        }
        Value open = arguments.getFirst();
        return place == 1
                ? machine.call(function, given, open)
                : machine.call(function, open, given);
    }

    @Override
    public String show() {
        String name = function instanceof Builtin builtin ? builtin.name() : Show.repr(function);
        return place == 2 && function instanceof Builtin
                ? name + "(" + Show.repr(given) + ")"
                : "Base.Fix" + place + "(" + name + ", " + Show.repr(given) + ")";
    }

    @Override
    public Type type() {
        return Type.of("Base.Fix" + place);
    }
}
