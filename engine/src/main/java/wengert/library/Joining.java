package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wengert.ops.Concatenation;
import wengert.ops.Ints;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Dict;
import wengert.value.Elements;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Keys;
import wengert.value.Ranges;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// Arrays, numbers and anything else put together: `vcat`, `hcat`, `cat`, and what brackets mean.
final class Joining {

    private Joining() {}

    static void declare(Catalog base) {
        base.function(
                "vcat(xs...)",
                "one below the other",
                call -> cat(call.machine(), call.arguments(), 1));
        base.function(
                "hcat(xs...)", "side by side", call -> cat(call.machine(), call.arguments(), 2));
        base.function(
                "cat(xs...; dims)",
                "one after the other along a dimension",
                call -> cat(call.machine(), call.arguments(), Shaping.dims(call)));
        base.function(
                "hvcat(rows, xs...)",
                "rows of blocks",
                call -> {
                    int[] rows = Read.wholes(call.machine(), call.at(0));
                    if (rows.length == 1 && !(call.at(0) instanceof Tuple)) {
                        int n = rows[0];
                        rows = new int[Math.max(1, (call.count() - 1) / Math.max(1, n))];
                        Arrays.fill(rows, n);
                    }
                    boolean complete =
                            Arrays.stream(rows).allMatch(n -> n > 0)
                                    && Arrays.stream(rows).asLongStream().sum() == call.count() - 1;
                    if (!complete) {
                        throw new JuliaError(
                                "ArgumentError",
                                "rows of %s blocks cannot be made of %d"
                                        .formatted(Arrays.toString(rows), call.count() - 1));
                    }
                    return blocks(call.machine(), rows, call.from(1));
                });
        base.function(
                "stack(x; dims)",
                "arrays of one size as the slices of a larger one",
                call -> {
                    List<Value> parts = Read.all(call.machine(), call.at(0));
                    if (parts.isEmpty()) {
                        throw new JuliaError("ArgumentError", "`stack` needs at least one array");
                    }
                    if (parts.stream().allMatch(Read::isNumber)) {
                        return call.machine().array(new int[] {parts.size()}, parts);
                    }
                    List<Value> arrays =
                            parts.stream()
                                    .map(p ->
                                            p instanceof Tuple(List<Value> e)
                                                    ? call.machine().array(new int[] {e.size()}, e)
                                                    : p)
                                    .toList();
                    boolean rows = call.has("dims") && Shaping.dims(call)[0] == 1;
                    if (rows) {
                        arrays =
                                arrays.stream()
                                        .map(p ->
                                                Shaping.reshape(
                                                        call.machine(), p, 1, Read.length(p)))
                                        .toList();
                        return cat(call.machine(), arrays, 1);
                    }
                    return cat(call.machine(), arrays, Read.size(arrays.getFirst()).length + 1);
                });
        base.function(
                "unique([f], x)",
                "each value once",
                call -> {
                    Value x = call.last();
                    Set<Object> seen = new LinkedHashSet<>();
                    var kept = new ArrayList<Value>();
                    for (Value element : call.machine().iterate(x)) {
                        Value key =
                                call.count() == 1
                                        ? element
                                        : call.machine().call(call.at(0), element);
                        if (seen.add(Keys.of(key))) {
                            kept.add(element);
                        }
                    }
                    return call.machine().array(new int[] {kept.size()}, kept);
                });
        base.function(
                "allunique(x)",
                "whether no value comes twice",
                (m, x) -> {
                    Set<Object> seen = new LinkedHashSet<>();
                    return Bool.of(Read.all(m, x).stream().allMatch(e -> seen.add(Keys.of(e))));
                });
        base.function(
                "allequal(x)",
                "whether all values are the same",
                (m, x) -> {
                    Set<Object> seen = new LinkedHashSet<>();
                    Read.all(m, x).forEach(e -> seen.add(Keys.of(e)));
                    return Bool.of(seen.size() <= 1);
                });
    }

    /// `[xs...]`: numbers converted to the type they have in common.
    static Value vect(Machine m, List<Value> xs) {
        boolean tracked = xs.stream().anyMatch(x -> x instanceof Tracked);
        if (tracked || xs.isEmpty()) {
            return m.array(new int[] {xs.size()}, xs);
        }
        return new ArrayRef(Elements.promote(xs));
    }

    /// Arrays, numbers and anything else, joined along dimensions counted from 1.
    static Value cat(Machine m, List<Value> xs, int... dims) {
        if (xs.isEmpty()) {
            return new ArrayRef(Type.ANY, new int[] {0}, new Value[0]);
        }
        List<Value> parts =
                xs.stream().map(x -> x instanceof UniformScaling ? identity(m, xs, x) : x).toList();
        if (parts.stream()
                .allMatch(x ->
                        Read.isNumber(x)
                                || Read.isArray(x) && (Read.isNumeric(x) || Read.length(x) == 0))) {
            if (parts.size() == 1
                    && parts.getFirst() instanceof ArrayRef
                    && Arrays.equals(dims, new int[] {1})) {
                return Making.copy(m, parts.getFirst());
            }
            return m.apply(new Concatenation.Cat(Ints.of(dims)), parts);
        }
        return anything(m, parts, dims);
    }

    private static Value identity(Machine m, List<Value> xs, Value identity) {
        for (Value x : xs) {
            if (Read.isMatrix(x)) {
                return ((UniformScaling) identity).matrix(m, Read.size(x)[0]);
            }
        }
        throw new Unfit(identity, "its size is not known here", "write `I(n)`");
    }

    /// Joins what is not numbers, by joining the places and putting the elements there.
    private static Value anything(Machine m, List<Value> xs, int... dims) {
        var elements = new ArrayList<Value>();
        var places = new ArrayList<Value>();
        for (Value x : xs) {
            int from = elements.size();
            if (Read.isArray(x) && !(x instanceof Dict)) {
                elements.addAll(Read.all(m, x));
                places.add(
                        Shaping.reshape(
                                m,
                                Ranges.of(Int64.of(from + 1), Int64.of(elements.size())),
                                Read.size(x)));
            } else {
                elements.add(x);
                places.add(Int64.of(elements.size()));
            }
        }
        Value joined = m.apply(new Concatenation.Cat(Ints.of(dims)), places);
        List<Value> result =
                Read.all(m, joined).stream()
                        .map(place -> elements.get((int) Read.whole(place) - 1))
                        .toList();
        return m.array(Read.size(joined), result);
    }

    /// `[a b; c d]` with any blocks.
    static Value blocks(Machine m, int[] rows, List<Value> xs) {
        boolean numeric = xs.stream().allMatch(x -> Read.isNumber(x) || Read.isNumeric(x));
        if (numeric) {
            return m.apply(new Concatenation.Blocks(Ints.of(rows)), xs);
        }
        var lines = new ArrayList<Value>();
        int next = 0;
        for (int n : rows) {
            lines.add(cat(m, xs.subList(next, next + n), 2));
            next += n;
        }
        return cat(m, lines, 1);
    }
}
