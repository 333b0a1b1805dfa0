package wengert.library;

import java.util.ArrayList;
import java.util.List;
import wengert.ops.Ints;
import wengert.ops.Selection;
import wengert.ops.Selection.Index;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Keys;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Range;
import wengert.value.Ranges;
import wengert.value.Scalar;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// What `x[i]` and `x[i] = v` mean for everything that has an index.
public final class Lookup {

    private Lookup() {}

    static void declare(Catalog base) {
        base.function(
                "getindex(x, indices...)",
                "`x[indices...]`",
                call -> get(call.machine(), call.at(0), call.from(1)));
        base.function(
                "setindex!(x, value, indices...)",
                "`x[indices...] = value`",
                call -> {
                    set(call.machine(), call.at(0), call.at(1), call.from(2));
                    return call.at(0);
                });
        base.function(
                "view(x, indices...)",
                "the elements `x[indices...]` themselves, not a copy of them",
                call -> view(call.machine(), call.at(0), call.from(1)));
        base.function(
                "checkbounds(x, indices...)",
                "an error unless `x[indices...]` exists",
                call -> {
                    get(call.machine(), call.at(0), call.from(1));
                    return Nothing.NOTHING;
                });
        base.function(
                "CartesianIndex(indices...)",
                "a place in an array",
                call ->
                        new CartesianIndex(
                                Ints.of(
                                        call.arguments().stream()
                                                .mapToInt(v -> Read.saturated(Read.whole(v)))
                                                .toArray())));
        base.function(
                "CartesianIndices(x)",
                "the places of all elements",
                (m, x) -> {
                    int[] size =
                            x instanceof Tuple(List<Value> dims)
                                    ? Read.dimensions(m, dims)
                                    : Read.size(x);
                    var places = new ArrayList<Value>();
                    m.allocate(Read.product(size));
                    for (int i = 0; i < Read.product(size); i++) {
                        places.add(CartesianIndex.of(size, i));
                    }
                    return m.array(size, places);
                });
        base.function(
                "LinearIndices(x)",
                "the numbers of all elements",
                (m, x) ->
                        Shaping.reshape(
                                m, Ranges.of(Int64.ONE, Int64.of(Read.length(x))), Read.size(x)));
        base.function("Colon()", "`:`", call -> COLON);
        base.function(
                "Ref([x])",
                "a place that holds one value",
                call -> new Ref(call.count() == 0 ? Nothing.NOTHING : call.at(0)));
    }

    /// `:` between brackets.
    public static final Marker COLON = new Marker("Colon()", "Colon");

    /// Notes that what is found, or written, turns on the indices that are recorded.
    public static void settle(Machine m, List<Value> indices) {
        for (Value index : indices) {
            if (m.whole(index) instanceof Tracked tracked) {
                tracked.settle();
            }
        }
    }

    /// `x[indices...]`
    public static Value get(Machine m, Value x, List<Value> indices) {
        settle(m, indices);
        Value plain = Read.plain(x);
        return switch (plain) {
            case ArrayRef _, ArrayValue _ -> element(m, x, plain, indices);
            case Tuple(List<Value> elements) -> tuple(m, plain, elements, one(x, indices));
            case NamedTuple tuple -> named(m, tuple, one(x, indices));
            case Text(String text) -> text(m, text, one(x, indices));
            case Dict dict -> {
                Value key = one(x, indices);
                Pair entry = dict.entries().get(Keys.of(key));
                if (entry == null) {
                    throw new JuliaError(
                            "KeyError", "the dictionary has no key " + Words.brief(key));
                }
                yield entry.second();
            }
            case Pair(Value first, Value second) ->
                    tuple(m, plain, List.of(first, second), one(x, indices));
            case Ref ref when indices.isEmpty() -> ref.value();
            case CartesianIndex index ->
                    Read.of(index.indices().get((int) Read.whole(one(x, indices)) - 1));
            case Scalar _ -> {
                for (Value index : indices) {
                    if (Read.whole(index) != 1) {
                        throw new JuliaError(
                                "BoundsError", "a number has no index [" + Read.whole(index) + "]");
                    }
                }
                yield x;
            }
            default -> throw new Unfit(x, "it has no elements to take by an index");
        };
    }

    private static Value view(Machine m, Value x, List<Value> given) {
        settle(m, given);
        if (!(x instanceof ArrayRef array)) {
            return get(m, x, given); // what cannot be written to need not be shared
        }
        if (given.isEmpty()) {
            throw new Unfit(x, "it takes an index for each dimension behind the array");
        }
        List<Index> indices = indices(m, given);
        return ArrayRef.view(
                array,
                Selection.places(array.size(), indices).array(),
                Selection.resultSize(array.size(), indices).array());
    }

    private static Value one(Value x, List<Value> indices) {
        if (indices.size() != 1) {
            throw new Unfit(x, "it takes 1 index, found " + indices.size());
        }
        return indices.getFirst();
    }

    private static Value element(Machine m, Value x, Value plain, List<Value> given) {
        int[] size = Read.size(x);
        if (given.isEmpty()) {
            return m.element(x, Read.place(Int64.ONE, Read.length(x) == 1 ? 1 : 0));
        }
        if (plain instanceof Range range
                && given.size() == 1
                && Read.plain(given.getFirst()) instanceof Range part
                && part.length() > 0
                && part.first() instanceof Int64 first
                && part.step() instanceof Int64 step) {
            Selection.places(size, List.of(new Index.At(Read.saturated(first.value()))));
            Selection.places(
                    size,
                    List.of(new Index.At(Read.saturated(Read.whole(part.get(part.length() - 1))))));
            return Ranges.slice(range, (int) first.value() - 1, (int) step.value(), part.length());
        }
        List<Index> indices = indices(m, given);
        if (indices.stream().allMatch(Index.At.class::isInstance)) {
            return m.element(x, Selection.place(size, indices));
        }
        if (Read.isNumeric(x) || Read.length(x) == 0) {
            return m.apply(Selection.of(size, indices), x);
        }
        int[] places = Selection.places(size, indices).array();
        var elements = new ArrayList<Value>();
        for (int place : places) {
            elements.add(m.element(x, place));
        }
        return m.array(Selection.resultSize(size, indices).array(), elements);
    }

    /// Indices as operations want them; a `CartesianIndex` counts as several.
    private static List<Index> indices(Machine m, List<Value> given) {
        var indices = new ArrayList<Index>();
        for (Value value : given) {
            switch (Read.plain(value)) {
                case Marker marker when marker.equals(COLON) -> indices.add(new Index.All());
                case CartesianIndex cartesian ->
                        cartesian.indices().stream().forEach(i -> indices.add(new Index.At(i)));
                default -> indices.add(Selection.index(Read.plain(m.whole(Read.plain(value)))));
            }
        }
        return indices;
    }

    private static Value tuple(Machine m, Value tuple, List<Value> elements, Value index) {
        if (Read.isNumber(index)) {
            long i = Read.whole(index);
            if (i < 1 || i > elements.size()) {
                throw new JuliaError(
                        "BoundsError",
                        "a tuple of %s has no index [%d]"
                                .formatted(Words.elements(elements.size()), i));
            }
            return elements.get((int) i - 1);
        }
        var parts = new ArrayList<Value>();
        for (Value i : Read.all(m, index)) {
            parts.add(tuple(m, tuple, elements, i));
        }
        return new Tuple(parts);
    }

    private static Value named(Machine m, NamedTuple tuple, Value index) {
        if (index instanceof Symbol(String name)) {
            return Properties.get(m, tuple, name);
        }
        return tuple(m, tuple, tuple.values(), index);
    }

    /// Indices of strings count characters here, where Julia counts the bytes of their encoding.
    private static Value text(Machine m, String text, Value index) {
        int[] points = text.codePoints().toArray();
        if (Read.isNumber(index)) {
            return new Char(points[character(points, Read.whole(index))]);
        }
        var part = new StringBuilder();
        for (Value i : Read.all(m, index)) {
            part.appendCodePoint(points[character(points, Read.whole(i))]);
        }
        return new Text(part.toString());
    }

    private static int character(int[] points, long i) {
        if (i < 1 || i > points.length) {
            throw new JuliaError(
                    "BoundsError",
                    "a string of %d characters has no index [%d]".formatted(points.length, i));
        }
        return (int) i - 1;
    }

    /// `x[indices...] = value`
    public static void set(Machine m, Value x, Value value, List<Value> given) {
        settle(m, given);
        if (x instanceof Dict dict) {
            Dictionaries.put(dict, one(x, given), value);
            return;
        }
        if (x instanceof Ref ref && given.isEmpty()) {
            ref.value(value);
            return;
        }
        ArrayRef array = Read.array(x);
        int[] places = Selection.places(array.size(), indices(m, given)).array();
        boolean single = indices(m, given).stream().allMatch(Index.At.class::isInstance);
        if (given.isEmpty()) {
            m.setElement(array, Read.place(Int64.ONE, array.length() == 1 ? 1 : 0), value);
            return;
        }
        if (single) {
            m.setElement(array, places[0], value);
            return;
        }
        int count = Read.count(m, value);
        if (count != places.length) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "%s cannot take the values of %s"
                            .formatted(Words.elements(places.length), Words.elements(count)));
        }
        int k = 0;
        for (Value element : Read.all(m, value)) {
            m.setElement(array, places[k++], element);
        }
    }
}
