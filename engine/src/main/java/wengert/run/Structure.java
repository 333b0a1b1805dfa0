package wengert.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.trace.Node;
import wengert.value.ArrayRef;
import wengert.value.Dict;
import wengert.value.JuliaError;
import wengert.value.Keys;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Struct;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// Where the numbers and arrays are in a value: a gradient has the same structure as what it belongs to.
sealed interface Structure {

    /// A number or an array of numbers.
    record Leaf(Node node) implements Structure {}

    record OfTuple(List<Structure> parts) implements Structure {}

    /// A named tuple, or the fields of a struct.
    record OfNamed(List<String> names, List<Structure> parts) implements Structure {}

    /// An array of anything that is not a number.
    @SuppressWarnings("ArrayRecordComponent") // lives with its recording
    record OfArray(int[] size, List<Structure> parts) implements Structure {}

    /// A dictionary, whose entries are those parts.
    record OfDict(List<Value> keys, List<Structure> parts) implements Structure {}

    /// An array of arrays of the program, changed while it was recorded.
    record OfParams(List<Structure> parts) implements Structure {}

    /// Something that has no derivative.
    record None() implements Structure {}

    /// Part `i` of a tuple, a named tuple or a struct; of anything else the value itself.
    static Value part(Value value, int i) {
        return switch (value) {
            case Tuple(var elements) -> elements.get(i);
            case NamedTuple named -> named.values().get(i);
            case Struct struct -> struct.field(i);
            default -> value;
        };
    }

    /// A list of values with another in place of the one that a path leads to, through tuples, named tuples and structs.
    static List<Value> replaced(List<Value> values, List<Integer> path, Value leaf) {
        var all = new ArrayList<>(values);
        int first = path.getFirst();
        List<Integer> rest = path.subList(1, path.size());
        Value inside =
                rest.isEmpty()
                        ? leaf
                        : switch (values.get(first)) {
                            case Tuple(var elements) -> new Tuple(replaced(elements, rest, leaf));
                            case NamedTuple(var names, var parts) ->
                                    new NamedTuple(names, replaced(parts, rest, leaf));
                            case Struct struct ->
                                    struct.with(replaced(struct.fields(), rest, leaf));
                            default ->
                                    throw new IllegalStateException(
                                            "no parts: " + values.get(first));
                        };
        all.set(first, inside);
        return all;
    }

    /// The nodes in it, in order.
    default List<Node> leaves() {
        var leaves = new ArrayList<Node>();
        collect(this, leaves);
        return leaves;
    }

    private static void collect(Structure structure, List<Node> leaves) {
        switch (structure) {
            case Leaf(Node node) -> leaves.add(node);
            case OfTuple(var parts) -> parts.forEach(p -> collect(p, leaves));
            case OfNamed(_, var parts) -> parts.forEach(p -> collect(p, leaves));
            case OfArray(_, var parts) -> parts.forEach(p -> collect(p, leaves));
            case OfDict(_, var parts) -> parts.forEach(p -> collect(p, leaves));
            case OfParams(var parts) -> parts.forEach(p -> collect(p, leaves));
            case None() -> {}
        }
    }

    /// What belongs to each leaf.
    @FunctionalInterface
    interface Lookup {
        @Nullable Value of(Node node);
    }

    /// The same structure filled with what belongs to each leaf; `nothing` where there is nothing at all.
    default Value fill(Lookup lookup) {
        Value filled = filled(this, lookup);
        return filled == null ? Nothing.NOTHING : filled;
    }

    private static @Nullable Value filled(Structure structure, Lookup lookup) {
        return switch (structure) {
            case Leaf(Node node) -> {
                Value value = lookup.of(node);
                yield value == null ? null : asResult(value);
            }
            case OfTuple(var parts) -> {
                List<@Nullable Value> values = each(parts, lookup);
                yield values == null ? null : new Tuple(orNothing(values));
            }
            case OfNamed(var names, var parts) -> {
                List<@Nullable Value> values = each(parts, lookup);
                yield values == null ? null : new NamedTuple(names, orNothing(values));
            }
            case OfArray(int[] size, var parts) -> {
                List<@Nullable Value> values = each(parts, lookup);
                yield values == null ? null : new ArrayRef(Tensor.collect(size, orNothing(values)));
            }
            case OfDict(var keys, var parts) -> dictionary(keys, parts, lookup);
            case OfParams(var parts) -> {
                List<@Nullable Value> values = each(parts, lookup);
                yield values == null ? null : new Tuple(orNothing(values));
            }
            case None() -> null;
        };
    }

    /// As in Zygote, an entry that nothing depends on is not there.
    private static @Nullable Value dictionary(
            List<Value> keys, List<Structure> parts, Lookup lookup) {
        var dict = new Dict(Type.ANY, Type.ANY);
        for (int i = 0; i < parts.size(); i++) {
            Value value = filled(parts.get(i), lookup);
            if (value != null) {
                dict.entries().put(Keys.of(keys.get(i)), new Pair(keys.get(i), value));
            }
        }
        return dict.entries().isEmpty() ? null : dict;
    }

    private static @Nullable List<@Nullable Value> each(List<Structure> parts, Lookup lookup) {
        var values = new ArrayList<@Nullable Value>();
        boolean any = false;
        for (Structure part : parts) {
            Value value = filled(part, lookup);
            values.add(value);
            any |= value != null;
        }
        return any ? values : null;
    }

    private static List<Value> orNothing(List<@Nullable Value> values) {
        var all = new ArrayList<Value>();
        for (Value value : values) {
            all.add(value == null ? Nothing.NOTHING : value);
        }
        return all;
    }

    /// A number or array that a sweep computed, as a program holds it.
    static Value asResult(Value value) {
        return Tracked.plain(value) instanceof Tensor ? new ArrayRef(value) : value;
    }

    /// Takes `seed` apart along the structure of the outputs: what each leaf gets.
    default void seeds(Interpreter machine, Value seed, List<@Nullable Value> into) {
        boolean none = seed instanceof Nothing;
        switch (this) {
            case Leaf(Node node) -> into.add(none ? null : machine.gradients().seed(node, seed));
            case OfTuple(var parts) -> parts(machine, parts, none ? null : seed, into);
            case OfArray(_, var parts) -> parts(machine, parts, none ? null : seed, into);
            case OfParams(var parts) -> parts(machine, parts, none ? null : seed, into);
            case OfDict(var keys, var parts) -> {
                for (int i = 0; i < parts.size(); i++) {
                    Pair entry =
                            seed instanceof Dict dict
                                    ? dict.entries().get(Keys.of(keys.get(i)))
                                    : null;
                    parts.get(i)
                            .seeds(machine, entry == null ? Nothing.NOTHING : entry.second(), into);
                }
            }
            case OfNamed(var names, var parts) -> {
                for (int i = 0; i < parts.size(); i++) {
                    Value part = seed instanceof NamedTuple named ? named.get(names.get(i)) : null;
                    parts.get(i).seeds(machine, part == null ? Nothing.NOTHING : part, into);
                }
            }
            case None() -> {}
        }
    }

    private static void parts(
            Interpreter machine,
            List<Structure> parts,
            @Nullable Value seed,
            List<@Nullable Value> into) {
        var given = new ArrayList<Value>();
        if (seed != null) {
            machine.iterate(seed).forEach(given::add);
            if (given.size() != parts.size()) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "%d values came out, but there are %d seeds"
                                .formatted(parts.size(), given.size()));
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).seeds(machine, seed == null ? Nothing.NOTHING : given.get(i), into);
        }
    }
}
