package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.value.Bool;
import wengert.value.Dict;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Keys;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Promotion;
import wengert.value.Range;
import wengert.value.Ranges;
import wengert.value.Subtypes;
import wengert.value.Symbol;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// Dictionaries, sets, pairs, and what they share with tuples: keys, values, merging.
final class Dictionaries {

    private Dictionaries() {}

    static void declare(Catalog base) {
        base.constant("Set", Type.of("Set"));
        base.constant("Pair", Type.of("Pair"));
        base.function("=>(key, value)", "a pair", (m, k, v) -> new Pair(k, v));
        base.function(
                "haskey(d, key)",
                "whether there is an entry for the key",
                (m, d, key) ->
                        Bool.of(
                                switch (d) {
                                    case Dict dict -> dict.entries().containsKey(Keys.of(key));
                                    case NamedTuple tuple -> tuple.get(Read.name(key)) != null;
                                    case Keyed keyed ->
                                            keyed.entries().stream()
                                                    .anyMatch(
                                                            e -> Keys.isIdentical(e.first(), key));
                                    default -> throw new Unfit(d, "it takes dictionaries");
                                }));
        base.function(
                "get(d, key, [default])", "the value of a key, or a default", Dictionaries::get);
        base.function(
                "get!(d, key, default)",
                "the value of a key, which is set to a default first if need be",
                call -> {
                    boolean lazy = !(call.at(0) instanceof Dict);
                    Dict dict = dict(call.at(lazy ? 1 : 0));
                    Value key = call.at(lazy ? 2 : 1);
                    Pair entry = dict.entries().get(Keys.of(key));
                    return entry != null
                            ? entry.second()
                            : put(dict, key, lazy ? call.machine().call(call.at(0)) : call.at(2));
                });
        base.function(
                "delete!(d, key)",
                "drops the entry of a key",
                (m, d, key) -> {
                    if (d instanceof SetValue set) {
                        set.remove(key);
                    } else {
                        dict(d).entries().remove(Keys.of(key));
                    }
                    return d;
                });
        base.function(
                "keys(x)",
                "all keys",
                (m, x) ->
                        switch (x) {
                            case Dict _ -> list(m, Reducing.keys(m, x));
                            case NamedTuple _ -> new Tuple(Reducing.keys(m, x));
                            case Tuple(List<Value> elements) -> Sizes.upTo(elements.size());
                            case Keyed keyed ->
                                    list(m, keyed.entries().stream().map(Pair::first).toList());
                            default ->
                                    Read.size(x).length == 1
                                            ? Sizes.upTo(Read.length(x))
                                            : m.array(Read.size(x), Reducing.keys(m, x));
                        });
        base.function(
                "values(x)",
                "all values",
                (m, x) ->
                        switch (x) {
                            case Dict dict ->
                                    list(
                                            m,
                                            dict.entries().values().stream()
                                                    .map(Pair::second)
                                                    .toList());
                            case NamedTuple tuple -> new Tuple(tuple.values());
                            case Keyed keyed ->
                                    list(m, keyed.entries().stream().map(Pair::second).toList());
                            default -> x;
                        });
        base.function(
                "pairs(x)",
                "all keys with their values",
                (m, x) -> {
                    if (x instanceof Dict) {
                        return x;
                    }
                    if (x instanceof Keyed keyed) {
                        return list(m, List.copyOf(keyed.entries()));
                    }
                    List<Value> keys = Reducing.keys(m, x);
                    List<Value> values = x instanceof NamedTuple t ? t.values() : Read.all(m, x);
                    var pairs = new ArrayList<Value>();
                    for (int i = 0; i < keys.size(); i++) {
                        pairs.add(new Pair(keys.get(i), values.get(i)));
                    }
                    return list(m, pairs);
                });
        base.function(
                "merge(x, ys...)",
                "all entries; where a key comes again, the last counts",
                Dictionaries::merge);
        base.function(
                "merge!(d, others...)",
                "takes in all entries of the others",
                call -> {
                    Dict dict = dict(call.at(0));
                    call.from(1)
                            .forEach(other ->
                                    dict(other)
                                            .entries()
                                            .values()
                                            .forEach(e -> put(dict, e.first(), e.second())));
                    return dict;
                });
        base.function(
                "mergewith(f, xs...)",
                "all entries; where a key comes again, `f` joins the values",
                call -> {
                    Dict merged = like(call.from(1));
                    for (Value other : call.from(1)) {
                        for (Pair entry : dict(other).entries().values()) {
                            Pair known = merged.entries().get(Keys.of(entry.first()));
                            put(
                                    merged,
                                    entry.first(),
                                    known == null
                                            ? entry.second()
                                            : call.machine()
                                                    .call(
                                                            call.at(0),
                                                            known.second(),
                                                            entry.second()));
                        }
                    }
                    return merged;
                });
        tuples(base);
    }

    private static Dict dict(Value value) {
        if (value instanceof Dict dict) {
            return dict;
        }
        throw new Unfit(value, "it takes dictionaries");
    }

    static Value list(Machine m, List<Value> values) {
        return m.array(new int[] {values.size()}, values);
    }

    /// Sets an entry, converting key and value to the declared types.
    static Value put(Dict dict, Value key, Value value) {
        Value k = Subtypes.isA(key, dict.keyType) ? key : Promotion.convert(key, dict.keyType);
        Value v =
                Subtypes.isA(value, dict.valueType)
                        ? value
                        : Promotion.convert(value, dict.valueType);
        dict.entries().put(Keys.of(k), new Pair(k, v));
        return v;
    }

    /// `Dict(pairs...)`, `Dict{K, V}(pairs)`, `Dict(k => v for …)`
    static Value make(Machine m, Type type, List<Value> arguments) {
        List<Value> entries =
                arguments.size() == 1 && !(arguments.getFirst() instanceof Pair)
                        ? entries(m, arguments.getFirst())
                        : arguments;
        boolean declared =
                type.parameters().size() == 2
                        && type.parameters().get(0) instanceof Type k
                        && !k.equals(Types.UNKNOWN);
        Type keyType =
                declared
                        ? (Type) type.parameters().get(0)
                        : common(entries.stream().map(e -> pair(e).first()));
        Type valueType =
                declared
                        ? (Type) type.parameters().get(1)
                        : common(entries.stream().map(e -> pair(e).second()));
        var dict = new Dict(keyType, valueType);
        for (Value entry : entries) {
            m.spend(1);
            put(dict, pair(entry).first(), pair(entry).second());
        }
        return dict;
    }

    private static List<Value> entries(Machine m, Value x) {
        return x instanceof Dict dict ? List.copyOf(dict.entries().values()) : Read.all(m, x);
    }

    static Type common(Stream<Value> values) {
        return values.map(Types::of).reduce(Promotion::joinElements).orElse(Type.ANY);
    }

    private static Pair pair(Value entry) {
        if (entry instanceof Pair pair) {
            return pair;
        }
        if (entry instanceof Tuple(List<Value> elements) && elements.size() == 2) {
            return new Pair(elements.get(0), elements.get(1));
        }
        throw new Unfit(entry, "it takes pairs `key => value`");
    }

    private static Value get(Call call) {
        Machine m = call.machine();
        if (call.count() == 3
                && !(call.at(0) instanceof Dict)
                && (call.at(1) instanceof Dict || call.at(1) instanceof NamedTuple)) {
            Value found = entry(call.at(1), call.at(2));
            return found == null
                    ? m.call(call.at(0))
                    : found; // get(f, d, key), as a `do` block makes it
        }
        if (call.count() < 3) {
            throw new JuliaError("MethodError", "`get` takes 3 arguments, found " + call.count());
        }
        Value found = entry(call.at(0), call.at(1));
        return found == null ? call.at(2) : found;
    }

    private static @Nullable Value entry(Value x, Value key) {
        return switch (x) {
            case Dict dict -> {
                Pair entry = dict.entries().get(Keys.of(key));
                yield entry == null ? null : entry.second();
            }
            case NamedTuple tuple when key instanceof Symbol(String name) -> tuple.get(name);
            case Tuple(List<Value> elements) when key instanceof Int64(long i) ->
                    i >= 1 && i <= elements.size() ? elements.get((int) i - 1) : null;
            default -> throw new Unfit(x, "it takes dictionaries");
        };
    }

    static Value pop(Call call) {
        Dict dict = dict(call.at(0));
        Pair taken = dict.entries().remove(Keys.of(call.at(1)));
        if (taken != null) {
            return taken.second();
        }
        if (call.count() == 3) {
            return call.at(2);
        }
        throw new JuliaError("KeyError", "the dictionary has no key " + Words.brief(call.at(1)));
    }

    private static Dict like(List<Value> dicts) {
        Type key =
                dicts.stream()
                        .map(d -> dict(d).keyType)
                        .reduce(Promotion::promote)
                        .orElse(Type.ANY);
        Type value =
                dicts.stream()
                        .map(d -> dict(d).valueType)
                        .reduce(Promotion::promote)
                        .orElse(Type.ANY);
        return new Dict(key, value);
    }

    private static Value merge(Call call) {
        if (call.at(0) instanceof NamedTuple) {
            var names = new ArrayList<String>();
            var values = new ArrayList<Value>();
            for (Value x : call.arguments()) {
                if (!(x instanceof NamedTuple tuple)) {
                    throw new Unfit(x, "it takes named tuples, or dictionaries");
                }
                for (int i = 0; i < tuple.names().size(); i++) {
                    int known = names.indexOf(tuple.names().get(i));
                    if (known < 0) {
                        names.add(tuple.names().get(i));
                        values.add(tuple.values().get(i));
                    } else {
                        values.set(known, tuple.values().get(i));
                    }
                }
            }
            return new NamedTuple(names, values);
        }
        Dict merged = like(call.arguments());
        call.arguments()
                .forEach(d ->
                        dict(d).entries()
                                .values()
                                .forEach(e -> put(merged, e.first(), e.second())));
        return merged;
    }

    private static void tuples(Catalog base) {
        base.function("tuple(xs...)", "`(xs...,)`", call -> new Tuple(call.arguments()));
        base.function(
                "first(x, [n])", "the first element, or the first `n`", call -> end(call, true));
        base.function(
                "last(x, [n])", "the last element, or the last `n`", call -> end(call, false));
        base.function(
                "only(x)",
                "the one element that there is",
                (m, x) -> {
                    List<Value> elements = Read.isNumber(x) ? List.of(x) : Read.all(m, x);
                    if (elements.size() != 1) {
                        throw new JuliaError(
                                "ArgumentError",
                                "`only` needs exactly 1 element, found " + elements.size());
                    }
                    return elements.getFirst();
                });
        base.function(
                "step(r)",
                "the distance between the numbers of a range",
                (m, r) -> {
                    if (r instanceof Range range) {
                        return range.step();
                    }
                    throw new Unfit(r, "it takes ranges");
                });
        base.hidden(
                "front(x)",
                "all but the last",
                call -> {
                    List<Value> all = Read.all(call.machine(), call.at(0));
                    return new Tuple(all.subList(0, Math.max(0, all.size() - 1)));
                });
        base.hidden(
                "tail(x)",
                "all but the first",
                call -> {
                    List<Value> all = Read.all(call.machine(), call.at(0));
                    return new Tuple(all.subList(Math.min(1, all.size()), all.size()));
                });
        base.function(
                "iterate(x, [i])",
                "the next element with what follows it, or `nothing`",
                call -> {
                    List<Value> all = Read.all(call.machine(), call.at(0));
                    long i = call.count() == 1 ? 1 : Read.whole(call.at(1));
                    return i > all.size()
                            ? Nothing.NOTHING
                            : Tuple.of(
                                    all.get(Read.place(Int64.of(i), all.size())), Int64.of(i + 1));
                });
    }

    private static Value end(Call call, boolean first) {
        Machine m = call.machine();
        Value x = call.at(0);
        if (call.count() == 2) {
            int n = Math.min(Read.count(call.at(1)), Read.count(m, x));
            int length = Read.count(m, x);
            if (x instanceof Sequence) {
                List<Value> all = Read.all(m, x);
                return list(m, first ? all.subList(0, n) : all.subList(length - n, length));
            }
            Value places =
                    first ? Sizes.upTo(n) : Ranges.of(Int64.of(length - n + 1L), Int64.of(length));
            return Lookup.get(m, x, List.of(places));
        }
        if (x instanceof Pair(Value a, Value b)) {
            return first ? a : b;
        }
        if (x instanceof Sequence && first) {
            for (Value element : m.iterate(x)) {
                return element;
            }
        }
        if (Read.isNumber(x)) {
            return x;
        }
        if (Read.isArray(x)) {
            int length = Read.length(x);
            if (length == 0) {
                throw new JuliaError(
                        "BoundsError",
                        Words.a(x) + " has no " + (first ? "first" : "last") + " element");
            }
            return m.element(x, first ? 0 : length - 1);
        }
        List<Value> elements = Read.all(m, x);
        if (elements.isEmpty()) {
            throw new JuliaError(
                    "ArgumentError",
                    "`%s` of a collection without elements".formatted(call.function()));
        }
        return first ? elements.getFirst() : elements.getLast();
    }
}
