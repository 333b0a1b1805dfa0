package wengert.run;

import java.util.List;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.value.NamedTuple;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Value;

/// What `@showgrad` hooks in: it prints the gradient and passes it on.
record Printing(String text) implements Callable {

    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        machine.print("∂(%s) = %s%n".formatted(text, Show.repr(arguments.getFirst())));
        return arguments.getFirst();
    }

    @Override
    public String show() {
        return "@showgrad";
    }

    @Override
    public Type type() {
        return Type.of("Function");
    }
}
