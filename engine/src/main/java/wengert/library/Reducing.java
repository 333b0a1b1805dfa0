package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Cumulative;
import wengert.ops.Ints;
import wengert.ops.Op;
import wengert.ops.Ordering;
import wengert.ops.Reductions;
import wengert.ops.ScalarOp;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Pair;
import wengert.value.Subtypes;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Types;
import wengert.value.Value;

/// Many values made into one: sums, products, extremes, counts, and their running forms.
///
/// Where all values are numbers, one operation does it all and the graph has one node for it; otherwise they
/// are taken one after the other.
final class Reducing {

    private static final Ints NO_DIMS = Ints.of();

    private Reducing() {}

    static void declare(Catalog base) {
        base.function(
                "sum([f], x; dims, init)",
                "sum of all elements, or along dimensions",
                call -> reduced(call, Reductions.Sum::new, Operators::plus, Int64.ZERO));
        base.function(
                "prod([f], x; dims, init)",
                "product of all elements, or along dimensions",
                call -> reduced(call, Reductions.Product::new, Operators::times, Int64.ONE));
        base.function(
                "maximum([f], x; dims, init)",
                "the largest element",
                call ->
                        reduced(
                                call,
                                dims -> new Reductions.Extremum(Ordering.Side.MAXIMUM, dims),
                                larger("max"),
                                null));
        base.function(
                "minimum([f], x; dims, init)",
                "the smallest element",
                call ->
                        reduced(
                                call,
                                dims -> new Reductions.Extremum(Ordering.Side.MINIMUM, dims),
                                larger("min"),
                                null));
        base.function(
                "extrema([f], x; dims)",
                "the smallest and the largest element",
                call ->
                        Tuple.of(
                                call.machine()
                                        .call(
                                                base.get("minimum"),
                                                call.arguments(),
                                                call.keywords()),
                                call.machine()
                                        .call(
                                                base.get("maximum"),
                                                call.arguments(),
                                                call.keywords())));
        base.function(
                "findmax([f], x; dims)",
                "the largest element and where it is",
                call -> found(call, Ordering.Side.MAXIMUM));
        base.function(
                "findmin([f], x; dims)",
                "the smallest element and where it is",
                call -> found(call, Ordering.Side.MINIMUM));
        base.function(
                "argmax([f], x; dims)",
                "where the largest element is",
                call -> where(call, Ordering.Side.MAXIMUM));
        base.function(
                "argmin([f], x; dims)",
                "where the smallest element is",
                call -> where(call, Ordering.Side.MINIMUM));
        base.function(
                "any([f], x; dims)", "whether it holds for an element", call -> tested(call, true));
        base.function(
                "all([f], x; dims)",
                "whether it holds for every element",
                call -> tested(call, false));
        base.function(
                "count([f], x; dims, init)", "for how many elements it holds", Reducing::count);
        base.function(
                "cumsum(x; dims)",
                "running sums",
                call -> cumulative(call, Cumulative.Sum::new, Operators::plus));
        base.function(
                "cumprod(x; dims)",
                "running products",
                call -> cumulative(call, Cumulative.Product::new, Operators::times));
        base.function(
                "diff(x; dims)",
                "distances between neighbours",
                call -> call.apply(new Cumulative.Diff(dim(call)), Read.numbers(call.at(0))));
    }

    /// Joins two values into one.
    interface Join {
        Value of(Machine m, Value a, Value b);
    }

    private static Join larger(String name) {
        return (m, a, b) -> m.call(Library.base(name), a, b);
    }

    static Ints dims(Call call) {
        Value dims = call.keyword("dims");
        return dims == null || dims.equals(Lookup.COLON)
                ? NO_DIMS
                : Ints.of(Read.wholes(call.machine(), dims));
    }

    private static int dim(Call call) {
        Value dims = call.keyword("dims");
        if (dims != null) {
            return Read.saturated(Read.whole(dims));
        }
        if (Read.isArray(call.at(0)) && Read.size(call.at(0)).length > 1) {
            throw new JuliaError(
                    "UndefKeywordError",
                    "`%s` of %s needs the keyword `dims`"
                            .formatted(call.function(), Words.a(call.at(0))));
        }
        return 1;
    }

    private static Value reduced(
            Call call, Function<Ints, Op> operation, Join join, @Nullable Value neutral) {
        Machine m = call.machine();
        Value x = call.last();
        Value function = call.count() == 2 ? call.at(0) : null;
        Value init = call.keyword("init");
        Ints dims = dims(call);
        if (Read.isNumber(x)) {
            Value value = function == null ? x : m.call(function, x);
            return init == null ? value : join.of(m, init, value);
        }
        Value mapped = function == null ? x : mapped(m, function, x, dims);
        Value result;
        if (Read.isArray(mapped)
                && Read.isNumeric(mapped)
                && (Read.length(mapped) > 0 || neutral != null || dims.length() > 0)) {
            result = m.apply(operation.apply(dims), mapped);
        } else if (dims.length() > 0) {
            throw new Unfit(x, "along dimensions it takes arrays of numbers");
        } else {
            List<Value> elements = Read.all(m, mapped);
            if (elements.isEmpty()) {
                return empty(call, mapped, init, neutral);
            }
            result = folded(m, elements, operation, join);
        }
        return init == null ? result : joined(m, join, init, result);
    }

    private static Value joined(Machine m, Join join, Value init, Value result) {
        return Read.isArray(result) && Read.isNumber(init)
                ? m.array(
                        Read.size(result),
                        Read.all(m, result).stream().map(e -> join.of(m, init, e)).toList())
                : join.of(m, init, result);
    }

    private static Value empty(Call call, Value x, @Nullable Value init, @Nullable Value neutral) {
        if (init != null) {
            return init;
        }
        if (neutral != null
                && Read.isArray(x)
                && Subtypes.isSubtype(TypeFunctions.elementType(call.machine(), x), Types.NUMBER)) {
            return neutral;
        }
        throw new JuliaError(
                "ArgumentError",
                "`%s` of a collection without elements".formatted(call.function()),
                "`init` says what that should give");
    }

    /// `f` of every element, as an array where `x` is one and as a list of values otherwise.
    private static Value mapped(Machine m, Value function, Value x, Ints dims) {
        ScalarOp op = m.scalar(function, 1);
        if (op != null && Read.isArray(x) && Read.isNumeric(x)) {
            return m.apply(new Broadcast(op), x);
        }
        var results = new ArrayList<Value>();
        for (Value element : m.iterate(x)) {
            m.spend(1);
            results.add(m.call(function, element));
        }
        return dims.length() > 0 ? m.array(Read.size(x), results) : new Tuple(results);
    }

    /// All elements joined into one. Numbers that are being followed go into one operation.
    private static Value folded(
            Machine m, List<Value> elements, Function<Ints, Op> operation, Join join) {
        boolean tracked = elements.stream().anyMatch(Tracked.class::isInstance);
        if (tracked && elements.size() > 2 && elements.stream().allMatch(Read::isNumber)) {
            return m.apply(
                    operation.apply(NO_DIMS), m.array(new int[] {elements.size()}, elements));
        }
        Value result = elements.getFirst();
        for (Value next : elements.subList(1, elements.size())) {
            m.spend(1);
            result = join.of(m, result, next);
        }
        return result instanceof Bool(boolean b) && elements.size() == 1
                ? Int64.of(b ? 1 : 0)
                : result;
    }

    private static Value found(Call call, Ordering.Side side) {
        Machine m = call.machine();
        Value x = call.last();
        List<Value> keys = keys(m, x);
        Value values = call.count() == 2 ? mapped(m, call.at(0), x, NO_DIMS) : x;
        if (call.has("dims")) {
            Value reduced = m.apply(new Reductions.Extremum(side, dims(call)), values);
            return Tuple.of(
                    reduced,
                    m.array(
                            Read.size(reduced),
                            winners(m, values, side, dims(call)).stream().map(keys::get).toList()));
        }
        List<Value> elements = Read.all(m, values);
        int best = winners(m, values, side, NO_DIMS).getFirst();
        Value value =
                Read.isArray(values) && Read.isNumeric(values)
                        ? m.apply(new Reductions.Extremum(side, NO_DIMS), values)
                        : elements.get(best);
        return Tuple.of(value, keys.get(best));
    }

    private static Value where(Call call, Ordering.Side side) {
        Machine m = call.machine();
        Value x = call.last();
        if (call.count() == 2) {
            Value values = mapped(m, call.at(0), x, NO_DIMS);
            return Read.all(m, x).get(winners(m, values, side, NO_DIMS).getFirst());
        }
        List<Value> keys = keys(m, x);
        List<Integer> winners = winners(m, x, side, dims(call));
        if (!call.has("dims")) {
            return keys.get(winners.getFirst());
        }
        int[] size = Read.size(x);
        for (int d : dims(call).array()) {
            size[d - 1] = 1;
        }
        return m.array(size, winners.stream().map(keys::get).toList());
    }

    /// The indices of all elements, in order.
    static List<Value> keys(Machine m, Value x) {
        if (x instanceof Dict dict) {
            return dict.entries().values().stream().map(Pair::first).toList();
        }
        if (x instanceof NamedTuple tuple) {
            return tuple.names().stream().map(n -> (Value) new Symbol(n)).toList();
        }
        int[] size = Read.isArray(x) ? Read.size(x) : new int[] {Read.count(m, x)};
        var keys = new ArrayList<Value>();
        for (int i = 0; i < Read.product(size); i++) {
            keys.add(CartesianIndex.of(size, i));
        }
        return keys;
    }

    private static List<Integer> winners(Machine m, Value x, Ordering.Side side, Ints dims) {
        if (Read.isArray(x) && Read.isNumeric(x) && Read.length(x) > 0) {
            var extremum = new Reductions.Extremum(side, dims);
            Value whole = m.whole(x);
            if (whole instanceof Tracked tracked) {
                tracked.settle(new Reductions.Winners(extremum), List.of(whole));
            }
            int[] winners = extremum.winners(Read.content(m, x));
            return Arrays.stream(winners).boxed().toList();
        }
        List<Value> elements =
                x instanceof Dict d
                        ? d.entries().values().stream().map(Pair::second).toList()
                        : Read.all(m, x);
        if (elements.isEmpty()) {
            throw new JuliaError(
                    "ArgumentError",
                    "a collection without elements has no largest or smallest one");
        }
        int best = 0;
        for (int i = 1; i < elements.size(); i++) {
            int order = Comparison.order(elements.get(i), elements.get(best));
            boolean isNaN =
                    Read.plain(elements.get(best)) instanceof Float64(double d) && Double.isNaN(d);
            if (!isNaN && (side == Ordering.Side.MAXIMUM ? order > 0 : order < 0)) {
                best = i;
            }
        }
        return List.of(best);
    }

    private static Value tested(Call call, boolean sought) {
        Machine m = call.machine();
        Value x = call.last();
        Value function = call.count() == 2 ? call.at(0) : null;
        if (call.has("dims")) {
            Value test = function == null ? x : m.broadcast(function, List.of(x));
            Value counts =
                    m.apply(
                            new Reductions.Extremum(
                                    sought ? Ordering.Side.MAXIMUM : Ordering.Side.MINIMUM,
                                    dims(call)),
                            test);
            return m.broadcast(Library.base("isone"), List.of(counts));
        }
        for (Value element : m.iterate(x)) {
            m.spend(1);
            Value answer = function == null ? element : m.call(function, element);
            if (Read.truth(answer) == sought) {
                return Bool.of(sought);
            }
        }
        return Bool.of(!sought);
    }

    private static Value count(Call call) {
        Machine m = call.machine();
        Value x = call.last();
        if (call.count() == 2 && (call.at(0) instanceof Text || call.at(0) instanceof Char)) {
            return Strings.count(Read.text(call.at(0)), Read.text(x));
        }
        if (call.has("dims")) {
            Value test = call.count() == 1 ? x : m.broadcast(call.at(0), List.of(x));
            return m.apply(new Reductions.Sum(dims(call)), test);
        }
        long count = 0;
        for (Value element : m.iterate(x)) {
            m.spend(1);
            count += Read.truth(call.count() == 1 ? element : m.call(call.at(0), element)) ? 1 : 0;
        }
        return Int64.of(count);
    }

    private static Value cumulative(Call call, Function<Integer, Op> operation, Join join) {
        Machine m = call.machine();
        Value x = call.at(0);
        if (Read.isArray(x) && (Read.isNumeric(x) || Read.length(x) == 0)) {
            int dim = dim(call);
            return dim > Read.size(x).length
                    ? m.call(Library.base("copy"), x)
                    : m.apply(operation.apply(dim), x);
        }
        List<Value> running = Folds.running(m, (a, b) -> join.of(m, a, b), Read.all(m, x), null);
        return x instanceof Tuple
                ? new Tuple(running)
                : m.array(new int[] {running.size()}, running);
    }

    /// The mean of numbers, or along dimensions.
    static Value mean(Call call) {
        Machine m = call.machine();
        Value x = call.last();
        Value mapped = call.count() == 2 ? mapped(m, call.at(0), x, dims(call)) : x;
        if (Read.isNumber(mapped)) {
            return m.apply(Operators.DIVIDE, mapped, Int64.ONE);
        }
        if (Read.isArray(mapped) && (Read.isNumeric(mapped) || Read.length(mapped) == 0)) {
            return m.apply(new Reductions.Mean(dims(call)), mapped);
        }
        List<Value> elements = Read.all(m, mapped);
        if (elements.isEmpty()) {
            throw new JuliaError("ArgumentError", "`mean` of a collection without elements");
        }
        if (elements.stream().allMatch(Read::isNumber)) {
            return m.apply(Reductions.Mean.ALL, m.array(new int[] {elements.size()}, elements));
        }
        return Operators.divide(
                m,
                folded(m, elements, Reductions.Sum::new, Operators::plus),
                Int64.of(elements.size()));
    }
}
