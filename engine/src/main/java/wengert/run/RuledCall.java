package wengert.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.ops.Algebra;
import wengert.ops.Op;
import wengert.ops.Values;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// A call that was differentiated by the program's own rule: one operation for each number or array that it returned.
final class RuledCall {

    private final Interpreter machine;
    private final Value back;
    private final Value result;
    private final List<List<Integer>> paths;

    /// @param back the function of the rule that goes back
    /// @param result what the rule gave as the value
    /// @param paths where each tracked argument is found in what `back` gives
    RuledCall(Interpreter machine, Value back, Value result, List<List<Integer>> paths) {
        this.machine = machine;
        this.back = back;
        this.result = result;
        this.paths = List.copyOf(paths);
    }

    /// The operation that gives the number or array at `path` in the result.
    Op at(Value value, List<Integer> path) {
        return new Output(this, value, path);
    }

    /// The share of argument `slot`, given the adjoint of the output at `path`.
    @Nullable Value share(List<Integer> path, Value adjoint, int slot) {
        Value seed = seed(result, path, Structure.asResult(adjoint));
        Value gradients = machine.call(back, seed);
        for (int i : paths.get(slot)) {
            gradients =
                    switch (gradients) {
                        case Tuple(var elements) when i < elements.size() -> elements.get(i);
                        case NamedTuple named when i < named.values().size() ->
                                named.values().get(i);
                        case Nothing n -> n;
                        default ->
                                throw new JuliaError(
                                        "ArgumentError",
                                        "the rule gives no gradient for argument %d"
                                                .formatted(slot + 1));
                    };
        }
        return gradients instanceof Nothing ? null : machine.whole(gradients);
    }

    /// A seed in the structure of the result: the adjoint at `path`, zeros elsewhere.
    private Value seed(Value value, List<Integer> path, @Nullable Value adjoint) {
        if (value instanceof Tuple(var elements)) {
            var parts = new ArrayList<Value>();
            for (int i = 0; i < elements.size(); i++) {
                boolean here = !path.isEmpty() && path.getFirst() == i;
                parts.add(
                        seed(
                                elements.get(i),
                                here ? path.subList(1, path.size()) : List.of(),
                                here ? adjoint : null));
            }
            return new Tuple(parts);
        }
        if (adjoint != null) {
            return adjoint;
        }
        Value plain = Tracked.plain(machine.whole(value));
        return plain instanceof ArrayValue array
                ? new ArrayRef(Tensor.of(array.size(), new double[array.length()]))
                : Float64.ZERO;
    }

    /// One of the numbers and arrays that the call returned.
    private record Output(RuledCall call, Value value, List<Integer> path) implements Op {

        @Override
        public String symbol() {
            return "rule";
        }

        @Override
        public Value evaluate(List<Value> x) {
            return value;
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            throw new JuliaError(
                    "MethodError",
                    "the program's own rule goes back only, it has no forward rule",
                    "add a method of `frule`, or use `gradient` in place of forward mode here");
        }

        @Override
        @SuppressWarnings("unchecked") // the algebra of values has values for its V
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return in == Values.IN ? (V) call.share(path, (Value) adjoint, i) : adjoint;
        }

        @Override
        public boolean cutsOff() {
            return true; // the program's own function says what has no gradient
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Apply("f", x);
        }

        @Override
        public String sentence() {
            return "goes back by the rule that the program gave for it";
        }
    }
}
