package wengert.run;

import java.util.List;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.value.NamedTuple;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Value;

/// `f'`: the function that gives the derivative of `f`.
record Derivative(Value of) implements Callable {

    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        return ((Interpreter) machine).gradients().derivative(of, arguments);
    }

    @Override
    public String show() {
        return Show.print(of).replaceAll(" \\(.*", "") + "' (derivative)";
    }

    @Override
    public Type type() {
        return Type.of("Function");
    }
}
