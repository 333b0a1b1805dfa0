package wengert.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.sweep.ReverseSweep;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// The second part of what `pullback` gives: called with a seed, as often as wanted, it sweeps back.
///
/// @param params what it differentiates by, if that is parameters
record Back(Recording recording, @Nullable Params params) implements Callable {

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
        Value gradients =
                recording.outputs() instanceof Structure.OfTuple(var parts) && parts.isEmpty()
                        ? emptied(recording)
                        : Gradients.filled(recording, adjoints);
        return params == null ? gradients : Gradients.byParameter(params, gradients);
    }

    /// From an empty tuple nothing comes back but the empty tuples that went in.
    private static Value emptied(Recording recording) {
        return new Tuple(
                recording.inputs().stream()
                        .map(input ->
                                input instanceof Structure.OfTuple(var parts) && parts.isEmpty()
                                        ? new Tuple(List.of())
                                        : (Value) Nothing.NOTHING)
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
