package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// The rule of `checkpointed(f, xs...)`: nothing of the call is kept, and `f` runs again on the way back.
record Checkpoint(Interpreter machine) implements Callable {

    @Override
    public Value call(Machine ignored, List<Value> call, NamedTuple keywords) {
        Value function = call.getFirst();
        List<Value> arguments = call.subList(1, call.size());
        return Tuple.of(
                machine.call(function, arguments, keywords),
                new Again(machine, function, arguments));
    }

    /// The tangent of the result.
    ///
    /// @param calls the function and its arguments, given what is tracked in them
    Value forward(
            UnaryOperator<List<Value>> calls, List<Value> tracked, List<@Nullable Value> tangents) {
        var recording =
                Recording.of(
                        machine,
                        new OfTracked(calls),
                        tracked.stream().map(Structure::asResult).toList(),
                        true);
        List<Value> directions =
                tangents.stream()
                        .map(t -> t == null ? (Value) Nothing.NOTHING : Structure.asResult(t))
                        .toList();
        return machine.gradients().forward().push(recording, directions);
    }

    /// The call as a function of what is tracked in it.
    private record OfTracked(UnaryOperator<List<Value>> calls) implements Callable {

        @Override
        public Value call(Machine machine, List<Value> tracked, NamedTuple keywords) {
            List<Value> call = calls.apply(tracked);
            return machine.call(
                    call.getFirst(), call.subList(1, call.size()), Interpreter.NO_KEYWORDS);
        }

        @Override
        public String show() {
            return "checkpoint";
        }

        @Override
        public Type type() {
            return Type.of("Function");
        }
    }

    @Override
    public String show() {
        return "checkpoint";
    }

    @Override
    public Type type() {
        return Type.of("Function");
    }

    private record Again(Interpreter machine, Value function, List<Value> arguments)
            implements Callable {

        @Override
        public Value call(Machine ignored, List<Value> seeds, NamedTuple keywords) {
            Recording recording = Recording.of(machine, function, arguments, false);
            Value gradients =
                    new Back(recording, null).call(machine, seeds, Interpreter.NO_KEYWORDS);
            var all = new ArrayList<Value>();
            all.add(Nothing.NOTHING); // the function itself
            all.addAll(((Tuple) gradients).elements());
            return new Tuple(all);
        }

        @Override
        public String show() {
            return "pullback";
        }

        @Override
        public Type type() {
            return Type.of("Function");
        }
    }
}
