package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wengert.library.Callable;
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
import wengert.value.Struct;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// A call that was differentiated by the program's own rule: one operation for each number or array that it returned.
final class RuledCall {

    /// What a rule has to give.
    static final String BOTH = "the value, and the function that goes back";

    private final Interpreter machine;
    private final Callable rule;
    private final List<Value> given;
    private final int ahead;
    private final NamedTuple keywords;
    private final List<List<Integer>> paths;
    private final List<Value> tracked;
    private final Value result;
    private final Value back;
    private volatile @Nullable RuledCall elsewhere;

    /// Calls the rule.
    ///
    /// @param given what the rule is called with
    /// @param ahead how many of these come before those that the rule gives gradients of
    /// @param paths where each tracked argument is, in what the rule gives back and, `ahead` further, in `given`
    /// @param tracked what these arguments are
    private RuledCall(
            Interpreter machine,
            Callable rule,
            List<Value> given,
            int ahead,
            NamedTuple keywords,
            List<List<Integer>> paths,
            List<Value> tracked,
            Tuple both) {
        this.machine = machine;
        this.rule = rule;
        this.given = List.copyOf(given);
        this.ahead = ahead;
        this.keywords = keywords;
        this.paths = List.copyOf(paths);
        this.tracked = List.copyOf(tracked);
        this.result = both.elements().getFirst();
        this.back = both.elements().getLast();
    }

    /// Calls the rule; null where it declines.
    ///
    /// @param given what the rule is called with
    /// @param ahead how many of these come before those that the rule gives gradients of
    /// @param paths where each tracked argument is, in what the rule gives back and, `ahead` further, in `given`
    /// @param tracked what these arguments are
    static @Nullable RuledCall of(
            Interpreter machine,
            Callable rule,
            List<Value> given,
            int ahead,
            NamedTuple keywords,
            List<List<Integer>> paths,
            List<Value> tracked) {
        Value result = rule.call(machine, given, keywords);
        if (result instanceof Nothing) {
            return null;
        }
        Tuple both = Rules.pair(result, BOTH);
        return new RuledCall(machine, rule, given, ahead, keywords, paths, tracked, both);
    }

    /// What the rule gave as the value.
    Value result() {
        return result;
    }

    /// The same call with other tracked arguments: where a graph is computed again.
    private RuledCall with(List<Value> x) {
        if (same(x, tracked)) {
            return this;
        }
        RuledCall last = elsewhere;
        if (last != null && same(x, last.tracked)) {
            return last;
        }
        List<Value> there = calledWith(x);
        RuledCall call =
                machine.beyond(
                        Tracked.deepest(x),
                        () -> of(machine, rule, there, ahead, keywords, paths, x));
        if (call == null) {
            throw new JuliaError(
                    "ArgumentError", "the program's own rule declines at nearby arguments");
        }
        elsewhere = call;
        return call;
    }

    private List<Integer> inGiven(List<Integer> path) {
        var moved = new ArrayList<>(path);
        moved.set(0, path.getFirst() + ahead);
        return moved;
    }

    private static boolean same(List<Value> a, List<Value> b) {
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    private Value part(List<Integer> path) {
        Value part = result;
        for (int i : path) {
            part = ((Tuple) part).elements().get(i);
        }
        return machine.whole(part);
    }

    /// The operation that gives the number or array at `path` in the result.
    Op at(List<Integer> path) {
        return new Output(this, path);
    }

    /// The share of argument `slot`, given the adjoint of the output at `path`.
    private @Nullable Value share(List<Integer> path, Value adjoint, int slot) {
        Value seed = seed(result, path, Structure.asResult(adjoint));
        Value gradients =
                machine.beyond(
                        Math.max(Tracked.deepest(List.of(adjoint)), Tracked.deepest(tracked)),
                        () -> machine.call(back, seed));
        Value argument = new Tuple(given.subList(ahead, given.size()));
        for (int i : paths.get(slot)) {
            Value whole = argument;
            argument = Structure.part(whole, i);
            gradients =
                    switch (gradients) {
                        case Tuple(var elements) when i < elements.size() -> elements.get(i);
                        case NamedTuple named when whole instanceof Struct struct ->
                                orNothing(named.get(struct.type().fields().get(i)));
                        case NamedTuple named when i < named.values().size() ->
                                named.values().get(i);
                        case Nothing n -> n;
                        default ->
                                throw new JuliaError(
                                        "ArgumentError",
                                        "the rule gives no gradient for argument %d"
                                                .formatted(slot + 1),
                                        "a rule of `(f::typeof(g))(x)` or `rrule` gives the gradient of the function itself first");
                    };
        }
        return gradients instanceof Nothing ? null : machine.whole(gradients);
    }

    /// The tangent of the output at `path`: what was called runs once more, forward.
    private Value tangent(
            Checkpoint checkpoint, List<Integer> path, List<@Nullable Value> tangents) {
        var given = new ArrayList<>(tracked);
        tangents.stream().filter(Objects::nonNull).forEach(given::add);
        Value result =
                machine.beyond(
                        Tracked.deepest(given),
                        () -> checkpoint.forward(this::calledWith, tracked, tangents));
        for (int i : path) {
            result = result instanceof Tuple ? Structure.part(result, i) : result;
        }
        return machine.whole(result);
    }

    /// What the rule is called with, with other tracked arguments.
    private List<Value> calledWith(List<Value> x) {
        List<Value> moved = given;
        for (int i = 0; i < x.size(); i++) {
            moved = Structure.replaced(moved, inGiven(paths.get(i)), Structure.asResult(x.get(i)));
        }
        return moved;
    }

    private static Value orNothing(@Nullable Value value) {
        return value == null ? Nothing.NOTHING : value;
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
    private record Output(RuledCall call, List<Integer> path) implements Op {

        @Override
        public String symbol() {
            return "rule";
        }

        @Override
        public Value evaluate(List<Value> x) {
            return call.with(x).part(path);
        }

        @Override
        @SuppressWarnings("unchecked") // the algebra of values has values for its V
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            if (in == Values.IN && call.rule instanceof Checkpoint checkpoint) {
                return (V)
                        call.with((List<Value>) x)
                                .tangent(checkpoint, path, (List<@Nullable Value>) dx);
            }
            throw new JuliaError(
                    "MethodError",
                    "the program's own rule goes back only, it has no forward rule",
                    "add a method of `frule`, or use `gradient` in place of forward mode here");
        }

        @Override
        @SuppressWarnings("unchecked") // the algebra of values has values for its V
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return in == Values.IN
                    ? (V) call.with((List<Value>) x).share(path, (Value) adjoint, i)
                    : adjoint;
        }

        /// What the rule itself computes, at other arguments in its own time.
        @Override
        public Value unfolded(List<Value> x) {
            synchronized (call.machine) {
                try (Meter.Lease _ = call.machine.renewed()) {
                    return call.with(x).part(path);
                } catch (Exhausted exhausted) {
                    throw new JuliaError("BudgetError", String.valueOf(exhausted.getMessage()));
                }
            }
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

        @Override
        public String tangentSentence() {
            return "goes forward by the program's own operations, which its rule stands for";
        }
    }
}
