package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import wengert.ops.Broadcast;
import wengert.ops.ScalarOp;
import wengert.value.ArrayRef;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Show;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// Functions that call a function for every element, `map` and `filter` among them, and functions made of others.
final class HigherOrder {

    private HigherOrder() {}

    static void declare(Catalog base) {
        base.function(
                "map(f, xs...)",
                "`f` of every element",
                call -> map(call.machine(), call.at(0), call.from(1)));
        base.function(
                "map!(f, target, xs...)",
                "`f` of every element, written to `target`",
                call -> {
                    List<Value> results =
                            Read.all(call.machine(), map(call.machine(), call.at(0), call.from(2)));
                    ArrayRef target = Read.array(call.at(1));
                    for (int i = 0; i < results.size(); i++) {
                        call.machine().setElement(target, i, results.get(i));
                    }
                    return target;
                });
        base.function(
                "foreach(f, xs...)",
                "calls `f` for every element",
                call -> {
                    var sources =
                            call.from(1).stream()
                                    .map(x -> call.machine().iterate(x).iterator())
                                    .toList();
                    while (!sources.isEmpty() && sources.stream().allMatch(Iterator::hasNext)) {
                        call.machine().spend(1);
                        call.machine()
                                .call(
                                        call.at(0),
                                        sources.stream().map(Iterator::next).toList(),
                                        Machine.NO_KEYWORDS);
                    }
                    return Nothing.NOTHING;
                });
        base.function(
                "broadcast(f, xs...)",
                "`f.(xs...)`",
                call -> call.machine().broadcast(call.at(0), call.from(1)));
        base.function(
                "filter(f, x)", "the elements for which `f` holds", (m, f, x) -> filter(m, f, x));
        base.function(
                "filter!(f, x)",
                "drops the elements for which `f` does not hold",
                (m, f, x) -> {
                    if (x instanceof Dict dict) {
                        dict.entries().values().removeIf(e -> !Read.truth(m.call(f, e)));
                        return x;
                    }
                    List<Value> kept =
                            Read.all(m, x).stream().filter(e -> Read.truth(m.call(f, e))).toList();
                    m.replace(Read.vector(x), new int[] {kept.size()}, kept);
                    return x;
                });
        base.function(
                "ntuple(f, n)",
                "`(f(1), …, f(n))`",
                (m, f, n) -> {
                    var elements = new ArrayList<Value>();
                    for (int i = 1; i <= Read.whole(n); i++) {
                        m.spend(1);
                        elements.add(m.call(f, Int64.of(i)));
                    }
                    return new Tuple(elements);
                });
        base.function("Returns(x)", "the function that always gives `x`", (m, x) -> new Returns(x));
        base.hidden("Fix1(f, x)", "`y -> f(x, y)`", call -> new Fixed(call.at(0), 1, call.at(1)));
        base.hidden("Fix2(f, x)", "`y -> f(y, x)`", call -> new Fixed(call.at(0), 2, call.at(1)));
        base.function(
                "splat(f)",
                "the function that takes the arguments of `f` as one tuple",
                (m, f) -> new Splatted(f));
    }

    private static Value map(Machine m, Value f, List<Value> xs) {
        if (xs.isEmpty()) {
            throw new JuliaError("MethodError", "`map` takes at least 2 arguments, found 1");
        }
        ScalarOp op = m.scalar(f, xs.size());
        boolean arrays = xs.stream().allMatch(x -> Read.isArray(x) && Read.isNumeric(x));
        if (op != null
                && arrays
                && xs.stream()
                        .allMatch(x -> Arrays.equals(Read.size(x), Read.size(xs.getFirst())))) {
            return m.apply(new Broadcast(op), xs);
        }
        List<Value> results = calls(m, f, xs);
        Value first = xs.getFirst();
        if (xs.stream().allMatch(Tuple.class::isInstance)) {
            return new Tuple(results);
        }
        if (xs.stream().allMatch(Read::isNumber)) {
            return results.getFirst();
        }
        if (first instanceof NamedTuple t) {
            return new NamedTuple(t.names(), results);
        }
        if (first instanceof Text
                && results.stream().allMatch(r -> r instanceof Char || r instanceof Text)) {
            var text = new StringBuilder();
            results.forEach(r -> text.append(Read.text(r)));
            return new Text(text.toString());
        }
        int[] size = Making.shape(m, first);
        return size != null && Read.product(size) == results.size()
                ? m.array(size, results)
                : m.array(new int[] {results.size()}, results);
    }

    /// `f` of the first elements, of the second ones, and so on, until one collection ends.
    static List<Value> calls(Machine m, Value f, List<Value> xs) {
        var results = new ArrayList<Value>();
        if (xs.size() == 1) {
            for (Value x : m.iterate(xs.getFirst())) {
                m.spend(1);
                results.add(m.call(f, x));
            }
            return results;
        }
        List<Iterator<Value>> sources = xs.stream().map(x -> m.iterate(x).iterator()).toList();
        while (sources.stream().allMatch(Iterator::hasNext)) {
            m.spend(1);
            results.add(
                    m.call(f, sources.stream().map(Iterator::next).toList(), Machine.NO_KEYWORDS));
        }
        return results;
    }

    private static Value filter(Machine m, Value f, Value x) {
        if (x instanceof Dict dict) {
            var kept = new Dict(dict.keyType, dict.valueType);
            dict.entries()
                    .forEach((key, entry) -> {
                        if (Read.truth(m.call(f, entry))) {
                            kept.entries().put(key, entry);
                        }
                    });
            return kept;
        }
        var kept = new ArrayList<Value>();
        for (Value element : m.iterate(x)) {
            m.spend(1);
            if (Read.truth(m.call(f, element))) {
                kept.add(element);
            }
        }
        return switch (x) {
            case Tuple _ -> new Tuple(kept);
            case SetValue _ -> Sets.set(m, kept);
            case Text _ -> {
                var text = new StringBuilder();
                kept.forEach(c -> text.append(Read.text(c)));
                yield new Text(text.toString());
            }
            default ->
                    kept.isEmpty() && Read.isArray(x)
                            ? Making.blank(m, TypeFunctions.elementType(m, x), new int[] {0})
                            : m.array(new int[] {kept.size()}, kept);
        };
    }

    /// `Returns(x)`
    record Returns(Value value) implements Callable {

        @Override
        public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
            return value;
        }

        @Override
        public String show() {
            return "Returns(" + Show.repr(value) + ")";
        }

        @Override
        public Type type() {
            return Type.of("Returns");
        }
    }

    /// `splat(f)`
    record Splatted(Value function) implements Callable {

        @Override
        public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
            var all = new ArrayList<Value>();
            arguments.forEach(argument -> all.addAll(Read.all(machine, argument)));
            return machine.call(function, all, keywords);
        }

        @Override
        public String show() {
            return "splat(" + Show.repr(function) + ")";
        }

        @Override
        public Type type() {
            return Type.of("Base.Splat");
        }
    }
}
