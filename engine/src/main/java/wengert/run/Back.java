package wengert.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.sweep.ReverseSweep;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// The second part of what `pullback` gives: called with a seed, as often as wanted, it sweeps back.
record Back(Recording recording) implements Callable {

    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        if (arguments.size() != 1) {
            throw new JuliaError(
                    "MethodError",
                    "a pullback takes one seed, found %d".formatted(arguments.size()));
        }
        var seeds = new ArrayList<@Nullable Value>();
        recording.outputs().seeds((Interpreter) machine, arguments.getFirst(), seeds);
        @Nullable Value[] adjoints = ReverseSweep.adjoints(recording.graph(), seeds);
        return new Tuple(
                recording.inputs().stream()
                        .map(input -> input.fill(node -> adjoints[node.index()]))
                        .toList());
    }

    @Override
    public String show() {
        return "Zygote pullback";
    }

    @Override
    public Type type() {
        return Type.of("Zygote.Pullback");
    }
}
