package wengert.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wengert.library.Machine;
import wengert.notation.Notation;
import wengert.ops.Algebra;
import wengert.ops.Indexing;
import wengert.ops.Ints;
import wengert.ops.Op;
import wengert.ops.Products;
import wengert.ops.Turn;
import wengert.ops.Values;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// A call in forward mode that is differentiated by the program's own `frule`.
final class RuledPush {

    private final Interpreter machine;
    private final Function rule;
    private final Value function;
    private final List<Value> primals;
    private final List<List<Integer>> paths;
    private final List<Value> tracked;

    /// @param primals the arguments, without the level of tracking that the rule is for
    /// @param paths where each tracked number or array is in the arguments
    /// @param tracked what these are
    RuledPush(
            Interpreter machine,
            Function rule,
            Value function,
            List<Value> primals,
            List<List<Integer>> paths,
            List<Value> tracked) {
        this.machine = machine;
        this.rule = rule;
        this.function = function;
        this.primals = List.copyOf(primals);
        this.paths = List.copyOf(paths);
        this.tracked = List.copyOf(tracked);
    }

    /// Whether the rule has a method for this call.
    boolean fits() {
        return rule.find(given(still())) != null;
    }

    /// What the rule gives as the value; `nothing` where it declines.
    Value value() {
        Value both = rule.call(machine, given(still()), Machine.NO_KEYWORDS);
        return both instanceof Nothing ? both : pair(both).elements().getFirst();
    }

    /// The operation that gives the number or array at `path` in the result.
    Op at(List<Integer> path) {
        return new Output(this, path);
    }

    /// The same call with other tracked arguments: where a graph is computed again.
    private RuledPush with(List<Value> x) {
        List<Value> moved = primals;
        for (int i = 0; i < x.size(); i++) {
            if (x.get(i) != tracked.get(i)) {
                moved = Structure.replaced(moved, paths.get(i), Structure.asResult(x.get(i)));
            }
        }
        return moved == primals ? this : new RuledPush(machine, rule, function, moved, paths, x);
    }

    private Value part(List<Integer> path) {
        Value part = machine.beyond(Tracked.deepest(tracked), this::value);
        for (int i : path) {
            part = ((Tuple) part).elements().get(i);
        }
        return machine.whole(part);
    }

    private static Tuple pair(Value result) {
        return Rules.pair(result, "the value, and its tangent");
    }

    private List<@Nullable Value> still() {
        return Collections.nCopies(paths.size(), null);
    }

    private List<Value> given(List<@Nullable Value> dx) {
        var tangents = new ArrayList<Value>();
        tangents.add(Nothing.NO_TANGENT);
        for (int i = 0; i < primals.size(); i++) {
            tangents.add(tangent(primals.get(i), List.of(i), dx));
        }
        var given = new ArrayList<Value>();
        given.add(new Tuple(tangents));
        given.add(function);
        given.addAll(primals);
        return given;
    }

    /// The tangent of an argument, in its structure.
    private Value tangent(Value primal, List<Integer> path, List<@Nullable Value> dx) {
        int slot = paths.indexOf(path);
        if (slot >= 0) {
            Value given = dx.get(slot);
            return Structure.asResult(given != null ? given : zero(slot));
        }
        return switch (primal) {
            case Tuple(var elements) -> new Tuple(each(elements, path, dx));
            case NamedTuple(var names, var values) -> new NamedTuple(names, each(values, path, dx));
            default -> Nothing.NO_TANGENT;
        };
    }

    private List<Value> each(List<Value> parts, List<Integer> path, List<@Nullable Value> dx) {
        var tangents = new ArrayList<Value>();
        for (int i = 0; i < parts.size(); i++) {
            var longer = new ArrayList<>(path);
            longer.add(i);
            tangents.add(tangent(parts.get(i), longer, dx));
        }
        return tangents;
    }

    private Value primal(int slot) {
        List<Integer> path = paths.get(slot);
        Value value = primals.get(path.getFirst());
        for (int i : path.subList(1, path.size())) {
            value =
                    value instanceof Tuple(var elements)
                            ? elements.get(i)
                            : ((NamedTuple) value).values().get(i);
        }
        return Tracked.plain(machine.whole(value));
    }

    private Value zero(int slot) {
        return primal(slot) instanceof ArrayValue array
                ? Tensor.of(array.size(), new double[array.length()])
                : Float64.ZERO;
    }

    /// The tangent of the output at `path`; null where it is zero.
    private @Nullable Value push(List<Integer> path, List<@Nullable Value> dx) {
        var all = new ArrayList<>(tracked);
        dx.stream().filter(Objects::nonNull).forEach(all::add);
        Value tangent =
                pair(machine.beyond(
                                Tracked.deepest(all),
                                () -> rule.call(machine, given(dx), Machine.NO_KEYWORDS)))
                        .elements()
                        .getLast();
        for (int i : path) {
            tangent = tangent instanceof Tuple(var elements) ? elements.get(i) : Nothing.NOTHING;
        }
        return tangent instanceof Nothing ? null : machine.whole(tangent);
    }

    /// The share of argument `slot`: a forward rule goes back by trying each entry.
    private Value share(List<Integer> path, Value adjoint, int slot) {
        if (!(primal(slot) instanceof ArrayValue array)) {
            return along(path, adjoint, slot, Float64.ONE);
        }
        var entries = new ArrayList<Value>();
        for (int k = 0; k < array.length(); k++) {
            entries.add(along(path, adjoint, slot, Gradients.unit(array.size(), k)));
        }
        return Values.IN.apply(new Indexing.Stack(Ints.of(array.size())), entries);
    }

    private Value along(List<Integer> path, Value adjoint, int slot, Value direction) {
        var dx = new ArrayList<@Nullable Value>(still());
        dx.set(slot, direction);
        Value tangent = push(path, dx);
        if (tangent == null) {
            return Float64.ZERO;
        }
        return Tracked.plain(tangent) instanceof ArrayValue
                ? Values.IN.apply(Products.DOT, adjoint, tangent)
                : Values.IN.times(adjoint, tangent);
    }

    /// One of the numbers and arrays that the call returned.
    private record Output(RuledPush call, List<Integer> path) implements Op {

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
            return in == Values.IN
                    ? (V) call.with((List<Value>) x).push(path, (List<@Nullable Value>) dx)
                    : dx.getFirst();
        }

        @Override
        @SuppressWarnings("unchecked") // the algebra of values has values for its V
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return in == Values.IN
                    ? (V) call.with((List<Value>) x).share(path, (Value) adjoint, i)
                    : adjoint;
        }

        @Override
        public Turn turnsOn(int i) {
            return Turn.VALUE;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Apply("f", x);
        }

        @Override
        public String sentence() {
            return "goes forward by the rule that the program gave for it";
        }

        @Override
        public String tangentSentence() {
            return "goes forward by the rule that the program gave for it";
        }
    }
}
