package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.ScalarOp;
import wengert.value.ArrayRef;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Value;

/// Functions that take functions: `map`, `filter`, folds and searches.
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
        folds(base);
        searches(base);
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
    private static List<Value> calls(Machine m, Value f, List<Value> xs) {
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
            case SetValue _ -> Dictionaries.set(m, kept);
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

    private static void folds(Catalog base) {
        base.function(
                "reduce(f, x; init, dims)", "all elements joined by `f`", HigherOrder::reduce);
        base.function(
                "foldl(f, x; init)",
                "all elements joined by `f`, from the left",
                call -> fold(call, 1));
        base.function(
                "foldr(f, x; init)",
                "all elements joined by `f`, from the right",
                call -> fold(call, -1));
        base.function(
                "mapreduce(f, op, x, ys...; init, dims)",
                "`f` of every element, joined by `op`",
                HigherOrder::mapReduce);
        base.function(
                "mapfoldl(f, op, x; init)",
                "`f` of every element, joined by `op` from the left",
                HigherOrder::mapReduce);
        base.function(
                "mapfoldr(f, op, x; init)",
                "`f` of every element, joined by `op` from the right",
                call -> {
                    List<Value> mapped = calls(call.machine(), call.at(0), List.of(call.at(2)));
                    return foldRight(call.machine(), call.at(1), mapped, call.keyword("init"));
                });
        base.function(
                "accumulate(f, x; init, dims)",
                "what joining by `f` gives after each element",
                call -> {
                    Machine m = call.machine();
                    Value x = call.at(1);
                    if (call.has("dims") && !Read.isVector(x)) {
                        return accumulateAlong(call);
                    }
                    List<Value> running =
                            running(
                                    m,
                                    (a, b) -> m.call(call.at(0), a, b),
                                    Read.all(m, x),
                                    call.keyword("init"));
                    int[] size = Making.shape(m, x);
                    return x instanceof Tuple
                            ? new Tuple(running)
                            : m.array(
                                    size != null && Read.product(size) == running.size()
                                            ? size
                                            : new int[] {running.size()},
                                    running);
                });
    }

    /// `accumulate` along one dimension of an array.
    private static Value accumulateAlong(Call call) {
        Machine m = call.machine();
        Value x = call.at(1);
        int[] size = Read.size(x);
        int dim = Reducing.dims(call).get(0);
        List<Value> all = Read.all(m, x);
        if (dim > size.length) {
            return m.array(size, all);
        }
        int stride = 1;
        for (int d = 0; d < dim - 1; d++) {
            stride *= size[d];
        }
        var results = new ArrayList<>(all);
        for (int start = 0; start < all.size(); start++) {
            if (start / stride % size[dim - 1] != 0) {
                continue;
            }
            var lane = new ArrayList<Value>();
            for (int k = 0; k < size[dim - 1]; k++) {
                lane.add(all.get(start + k * stride));
            }
            List<Value> running =
                    running(m, (a, b) -> m.call(call.at(0), a, b), lane, call.keyword("init"));
            for (int k = 0; k < running.size(); k++) {
                results.set(start + k * stride, running.get(k));
            }
        }
        return m.array(size, results);
    }

    /// What a fold has come to after each element.
    static List<Value> running(
            Machine m, BinaryOperator<Value> join, List<Value> elements, @Nullable Value init) {
        var running = new ArrayList<Value>();
        Value last = init;
        for (Value element : elements) {
            m.spend(1);
            last = last == null ? element : join.apply(last, element);
            running.add(last);
        }
        return running;
    }

    /// Functions whose reduction is one operation.
    private static @Nullable String reduction(Value f) {
        if (!(f instanceof Builtin builtin)) {
            return null;
        }
        return switch (builtin.name()) {
            case "+" -> "sum";
            case "*" -> "prod";
            case "max" -> "maximum";
            case "min" -> "minimum";
            case "vcat" -> "vcat";
            case "hcat" -> "hcat";
            default -> null;
        };
    }

    private static Value reduce(Call call) {
        Machine m = call.machine();
        Value x = call.at(1);
        String whole = reduction(call.at(0));
        if (whole != null && whole.endsWith("cat") && !call.has("init")) {
            return m.call(Library.base(whole), Read.all(m, x), Machine.NO_KEYWORDS);
        }
        if (whole != null && Read.isArray(x) && Read.isNumeric(x) && Read.length(x) > 0) {
            return m.call(Library.base(whole), List.of(x), call.keywords());
        }
        if (call.has("dims")) {
            throw new Unfit(
                    x,
                    "along dimensions it takes arrays of numbers and one of `+`, `*`, `max` and `min`");
        }
        return fold(call, 1);
    }

    private static Value mapReduce(Call call) {
        Machine m = call.machine();
        String whole = reduction(call.at(1));
        if (whole != null
                && !whole.endsWith("cat")
                && call.count() == 3
                && Read.isArray(call.at(2))
                && Read.length(call.at(2)) > 0) {
            return m.call(Library.base(whole), List.of(call.at(0), call.at(2)), call.keywords());
        }
        return foldLeft(m, call.at(1), calls(m, call.at(0), call.from(2)), call.keyword("init"));
    }

    private static Value fold(Call call, int direction) {
        List<Value> elements = Read.all(call.machine(), call.at(1));
        return direction > 0
                ? foldLeft(call.machine(), call.at(0), elements, call.keyword("init"))
                : foldRight(call.machine(), call.at(0), elements, call.keyword("init"));
    }

    private static Value foldLeft(Machine m, Value f, List<Value> elements, @Nullable Value init) {
        Value result = init;
        for (Value element : elements) {
            m.spend(1);
            result = result == null ? element : m.call(f, result, element);
        }
        return orNothing(result, f);
    }

    private static Value foldRight(Machine m, Value f, List<Value> elements, @Nullable Value init) {
        Value result = init;
        for (Value element : elements.reversed()) {
            m.spend(1);
            result = result == null ? element : m.call(f, element, result);
        }
        return orNothing(result, f);
    }

    private static Value orNothing(@Nullable Value result, Value f) {
        if (result != null) {
            return result;
        }
        String reduction = reduction(f);
        if (reduction != null && reduction.equals("sum")) {
            return Int64.ZERO;
        }
        if (reduction != null && reduction.equals("prod")) {
            return Int64.ONE;
        }
        throw new JuliaError(
                "ArgumentError",
                "nothing to join in a collection without elements",
                "`init` says what that should give");
    }

    private static boolean isText(Value value) {
        return value instanceof wengert.value.Text || value instanceof wengert.value.Char;
    }

    /// Where a string or a character occurs in a text: ranges of places, or places.
    private static Value places(Machine m, Value sought, String text) {
        String part = Read.text(sought);
        var found = new ArrayList<Value>();
        for (int i = text.indexOf(part);
                i >= 0 && !part.isEmpty();
                i = text.indexOf(part, i + part.length())) {
            m.spend(1);
            Int64 from = Int64.of(text.codePointCount(0, i) + 1L);
            long last = from.value() + part.codePointCount(0, part.length()) - 1;
            found.add(
                    sought instanceof wengert.value.Char
                            ? from
                            : wengert.value.Ranges.of(from, Int64.of(last)));
        }
        return m.array(new int[] {found.size()}, found);
    }

    private static void searches(Catalog base) {
        base.function(
                "findfirst([f], x)",
                "the first index for which it holds, or `nothing`",
                call -> find(call, 1));
        base.function(
                "findlast([f], x)",
                "the last index for which it holds, or `nothing`",
                call -> find(call, -1));
        base.function(
                "findnext(f, x, i)",
                "the first index from `i` on for which it holds",
                (m, f, x, from) -> {
                    if (isText(f)) {
                        int start = Math.max(1, Read.saturated(Read.whole(from)));
                        for (Value place : Read.all(m, places(m, f, Read.text(x)))) {
                            Value first = place instanceof Int64 ? place : m.element(place, 0);
                            if (Read.whole(first) >= start) {
                                return place;
                            }
                        }
                        return Nothing.NOTHING;
                    }
                    List<Value> elements = Read.all(m, x);
                    for (int i = Math.max(1, Read.saturated(Read.whole(from)));
                            i <= elements.size();
                            i++) {
                        if (Read.truth(m.call(f, elements.get(i - 1)))) {
                            return Int64.of(i);
                        }
                    }
                    return Nothing.NOTHING;
                });
        base.function(
                "findprev(f, x, i)",
                "the last index up to `i` for which it holds",
                (m, f, x, from) -> {
                    List<Value> elements = Read.all(m, x);
                    for (int i = Math.min(elements.size(), Read.saturated(Read.whole(from)));
                            i >= 1;
                            i--) {
                        if (Read.truth(m.call(f, elements.get(i - 1)))) {
                            return Int64.of(i);
                        }
                    }
                    return Nothing.NOTHING;
                });
        base.function(
                "findall([f], x)",
                "all indices for which it holds",
                call -> {
                    Machine m = call.machine();
                    Value x = call.last();
                    if (x instanceof wengert.value.Text
                            && call.count() == 2
                            && isText(call.at(0))) {
                        return places(m, call.at(0), Read.text(x));
                    }
                    List<Value> keys = Reducing.keys(m, x);
                    List<Value> elements = values(m, x);
                    var found = new ArrayList<Value>();
                    for (int i = 0; i < elements.size(); i++) {
                        m.spend(1);
                        if (Read.truth(
                                call.count() == 1
                                        ? elements.get(i)
                                        : m.call(call.at(0), elements.get(i)))) {
                            found.add(keys.get(i));
                        }
                    }
                    return found.isEmpty()
                            ? Making.blank(m, wengert.value.Types.INT64, new int[] {0})
                            : m.array(new int[] {found.size()}, found);
                });
        base.function(
                "indexin(a, b)",
                "for each of `a` its place in `b`, or `nothing`",
                (m, a, b) -> {
                    List<Value> among = Read.all(m, b);
                    List<Value> places =
                            Read.all(m, a).stream()
                                    .map(x -> {
                                        for (int i = 0; i < among.size(); i++) {
                                            if (Comparison.areEqual(m, x, among.get(i))) {
                                                return Int64.of(i + 1L);
                                            }
                                        }
                                        return (Value) Nothing.NOTHING;
                                    })
                                    .toList();
                    return m.array(new int[] {places.size()}, places);
                });
    }

    private static List<Value> values(Machine m, Value x) {
        return x instanceof Dict dict
                ? dict.entries().values().stream().map(Pair::second).toList()
                : Read.all(m, x);
    }

    private static Value find(Call call, int direction) {
        Machine m = call.machine();
        Value x = call.last();
        if (call.count() == 2
                && x instanceof Text(String text)
                && (call.at(0) instanceof Text || call.at(0) instanceof Char)) {
            return Strings.find(text, call.at(0), direction);
        }
        List<Value> elements = values(m, x);
        int n = elements.size();
        for (int k = 0; k < n; k++) {
            int i = direction > 0 ? k : n - 1 - k;
            m.spend(1);
            if (Read.truth(
                    call.count() == 1 ? elements.get(i) : m.call(call.at(0), elements.get(i)))) {
                return Reducing.keys(m, x).get(i);
            }
        }
        return Nothing.NOTHING;
    }

    /// `Returns(x)`
    record Returns(Value value) implements Callable {

        @Override
        public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
            return value;
        }

        @Override
        public String show() {
            return "Returns(" + wengert.value.Show.repr(value) + ")";
        }

        @Override
        public wengert.value.Type type() {
            return wengert.value.Type.of("Returns");
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
            return "splat(" + wengert.value.Show.repr(function) + ")";
        }

        @Override
        public wengert.value.Type type() {
            return wengert.value.Type.of("Base.Splat");
        }
    }
}
