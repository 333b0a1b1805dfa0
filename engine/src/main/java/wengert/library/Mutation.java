package wengert.library;

import java.util.ArrayList;
import java.util.List;
import wengert.value.ArrayRef;
import wengert.value.Dict;
import wengert.value.JuliaError;
import wengert.value.Pair;
import wengert.value.Value;

/// Functions that write to their first argument; their names end in `!`.
final class Mutation {

    private Mutation() {}

    static void declare(Catalog base) {
        base.function(
                "push!(x, values...)",
                "appends values",
                call -> {
                    for (Value value : call.from(1)) {
                        push(call.machine(), call.at(0), value);
                    }
                    return call.at(0);
                });
        base.function(
                "append!(x, collections...)",
                "appends all elements",
                call -> {
                    for (Value collection : call.from(1)) {
                        for (Value value : Read.all(call.machine(), collection)) {
                            push(call.machine(), call.at(0), value);
                        }
                    }
                    return call.at(0);
                });
        base.function(
                "pop!(x, [key], [default])",
                "takes the last element out; that of a key",
                Mutation::pop);
        base.function(
                "pushfirst!(x, values...)",
                "puts values before all others",
                call -> {
                    for (Value value : call.from(1).reversed()) {
                        pushFirst(call.machine(), call.at(0), value);
                    }
                    return call.at(0);
                });
        base.function(
                "prepend!(x, values)",
                "puts all elements before the others",
                (m, x, values) -> {
                    var elements = new ArrayList<>(Read.all(m, values));
                    elements.addAll(Read.all(m, Read.vector(x)));
                    return replaced(m, x, elements);
                });
        base.function(
                "popfirst!(x)",
                "takes the first element out",
                (m, x) -> {
                    ArrayRef vector = Read.vector(x);
                    notEmpty("popfirst!", vector.length());
                    Value first = m.element(vector, 0);
                    remove(m, x, 0);
                    return first;
                });
        base.function(
                "insert!(x, i, value)",
                "puts a value before the `i`-th",
                (m, x, i, value) -> {
                    m.spend(1);
                    ArrayRef vector = Read.vector(x);
                    int at = place(x, i, vector.length() + 1);
                    if (!m.insert(vector, at, value)) {
                        var elements = new ArrayList<>(Read.all(m, vector));
                        elements.add(at, value);
                        replaced(m, x, elements);
                    }
                    return x;
                });
        base.function(
                "deleteat!(x, i)",
                "drops the elements at an index or several",
                (m, x, i) -> {
                    int[] places = Read.wholes(m, i);
                    if (places.length == 1) {
                        remove(m, x, place(x, Read.of(places[0]), Read.vector(x).length()));
                        return x;
                    }
                    var elements = new ArrayList<>(Read.all(m, Read.vector(x)));
                    for (int k = places.length - 1; k >= 0; k--) {
                        elements.remove(place(x, Read.of(places[k]), elements.size()));
                    }
                    return replaced(m, x, elements);
                });
        base.function(
                "splice!(x, i)",
                "takes the `i`-th element out",
                (m, x, i) -> {
                    ArrayRef vector = Read.vector(x);
                    int at = place(x, i, vector.length());
                    Value taken = m.element(vector, at);
                    remove(m, x, at);
                    return taken;
                });
        base.function(
                "keepat!(x, places)",
                "drops all but the elements at these indices",
                (m, x, i) -> {
                    List<Value> elements = Read.all(m, Read.vector(x));
                    List<Value> kept =
                            Read.all(m, i).stream()
                                    .map(k -> elements.get(place(x, k, elements.size())))
                                    .toList();
                    return replaced(m, x, kept);
                });
        base.function(
                "empty!(x)",
                "drops all elements",
                (m, x) ->
                        switch (x) {
                            case Dict dict -> {
                                dict.entries().clear();
                                yield x;
                            }
                            case SetValue set -> {
                                set.entries().clear();
                                yield x;
                            }
                            default -> replaced(m, x, List.of());
                        });
        base.function(
                "resize!(x, n)",
                "makes a vector longer or shorter",
                (m, x, n) -> {
                    int length = Read.count(n);
                    m.allocate(length);
                    var elements = new ArrayList<>(Read.all(m, Read.vector(x)));
                    Value filler = Making.zeroOf(Read.array(x).elementType());
                    while (elements.size() < length) {
                        elements.add(filler);
                    }
                    return replaced(m, x, elements.subList(0, length));
                });
        base.function("sizehint!(x, n)", "says how large it will become", (m, x, n) -> x);
        base.function(
                "unique!(x)",
                "drops what comes again",
                (m, x) -> replaced(m, x, Read.all(m, m.call(base.get("unique"), x))));
        base.function(
                "reverse!(x)",
                "turns the order round",
                (m, x) -> replaced(m, x, Read.all(m, x).reversed()));
        base.function(
                "fill!(x, value)",
                "writes one value everywhere",
                (m, x, value) -> {
                    ArrayRef array = Read.array(x);
                    for (int i = 0; i < array.length(); i++) {
                        m.setElement(array, i, value);
                    }
                    return x;
                });
        base.function(
                "copyto!(x, y)",
                "writes the elements of `y` to the start of `x`",
                (m, x, y) -> copy(m, x, y));
        base.function(
                "copy!(x, y)",
                "makes `x` hold what `y` holds",
                (m, x, y) -> Read.isVector(x) ? replaced(m, x, Read.all(m, y)) : copy(m, x, y));
        for (String name : List.of("cumsum", "cumprod", "permutedims", "circshift", "accumulate")) {
            boolean first = name.equals("accumulate");
            base.function(
                    name + "!(" + (first ? "f, " : "") + "target, x, options...; dims)",
                    "as `" + name + "`, written to `target`",
                    call -> {
                        var rest = new ArrayList<>(call.arguments());
                        Value target = rest.remove(first ? 1 : 0);
                        return copy(
                                call.machine(),
                                target,
                                call.machine().call(base.get(name), rest, call.keywords()));
                    });
        }
    }

    private static void push(Machine m, Value x, Value value) {
        m.spend(1);
        switch (x) {
            case Dict dict when value instanceof Pair(Value key, Value entry) ->
                    Dictionaries.put(dict, key, entry);
            case SetValue set -> set.add(value);
            default -> {
                ArrayRef array = Read.vector(x);
                m.push(array, value);
            }
        }
    }

    private static void remove(Machine m, Value x, int at) {
        m.spend(1);
        ArrayRef vector = Read.vector(x);
        if (at == vector.length() - 1) {
            m.pop(vector);
        } else if (!vector.remove(at)) {
            var elements = new ArrayList<>(Read.all(m, vector));
            elements.remove(at);
            replaced(m, x, elements);
        }
    }

    private static void pushFirst(Machine m, Value x, Value value) {
        m.spend(1);
        ArrayRef vector = Read.vector(x);
        if (!m.pushFirst(vector, value)) {
            var elements = new ArrayList<Value>();
            elements.add(value);
            elements.addAll(Read.all(m, vector));
            replaced(m, x, elements);
        }
    }

    private static Value pop(Call call) {
        Machine m = call.machine();
        Value x = call.at(0);
        if (x instanceof Dict && call.count() > 1) {
            return Dictionaries.pop(call);
        }
        if (x instanceof SetValue set) {
            notEmpty("pop!", set.entries().size());
            Value value = call.count() > 1 ? call.at(1) : set.values().getFirst();
            set.remove(value);
            return value;
        }
        ArrayRef array = Read.vector(x);
        notEmpty("pop!", array.length());
        return m.pop(array);
    }

    private static void notEmpty(String function, int n) {
        if (n == 0) {
            throw new JuliaError(
                    "ArgumentError", "`" + function + "` of a collection without elements");
        }
    }

    private static int place(Value x, Value i, int length) {
        long place = Read.whole(i);
        if (place < 1 || place > length) {
            throw new JuliaError("BoundsError", Words.a(x) + " has no index [" + place + "]");
        }
        return (int) place - 1;
    }

    private static Value replaced(Machine m, Value x, List<Value> elements) {
        ArrayRef array = Read.vector(x);
        m.allocate(elements.size());
        m.spend(elements.size());
        m.replace(array, new int[] {elements.size()}, elements);
        return x;
    }

    static Value copy(Machine m, Value x, Value y) {
        ArrayRef target = Read.array(x);
        List<Value> elements = Read.all(m, y);
        if (elements.size() > target.length()) {
            throw new JuliaError(
                    "BoundsError",
                    "%s has no room for %s".formatted(Words.a(x), Words.elements(elements.size())));
        }
        for (int i = 0; i < elements.size(); i++) {
            m.setElement(target, i, elements.get(i));
        }
        return x;
    }
}
