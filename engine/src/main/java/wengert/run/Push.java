package wengert.run;

import java.util.List;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.value.NamedTuple;
import wengert.value.Type;
import wengert.value.Value;

/// What `pushforward` gives: called with a tangent for each argument, it sweeps forward.
record Push(Recording recording) implements Callable {

    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        return ((Interpreter) machine).gradients().forward().push(recording, arguments);
    }

    @Override
    public String show() {
        return "Zygote pushforward";
    }

    @Override
    public Type type() {
        return Type.of("Zygote.Pushforward");
    }
}
