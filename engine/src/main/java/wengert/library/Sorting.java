package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.ops.Indexing;
import wengert.ops.Ints;
import wengert.ops.Ordering;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Ranges;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Value;

/// Putting elements in order.
final class Sorting {

    private Sorting() {}

    static void declare(Catalog base) {
        base.function("sort(x; by, lt, rev, dims, alg)", "the elements in order", Sorting::sorted);
        base.function(
                "sort!(x; by, lt, rev, dims, alg)",
                "puts the elements in order",
                call -> {
                    Value sorted = sorted(call);
                    ArrayRef target = Read.array(call.at(0));
                    call.machine().replace(target, target.size(), Read.all(call.machine(), sorted));
                    return target;
                });
        base.function(
                "sortperm(x; by, lt, rev, alg)",
                "the indices that put the elements in order",
                call -> numbers(call.machine(), order(call, Read.all(call.machine(), call.at(0)))));
        base.function(
                "sortslices(A; dims, by, lt, rev)",
                "the rows (`dims=1`) or columns (`dims=2`) in order",
                Sorting::slices);
        base.function(
                "partialsort(x, k; by, lt, rev)",
                "the element that comes `k`-th",
                call -> {
                    List<Value> elements = Read.all(call.machine(), call.at(0));
                    int[] order = order(call, elements);
                    if (Read.isNumber(call.at(1))) {
                        return elements.get(order[Read.place(call.at(1), order.length)]);
                    }
                    List<Value> part =
                            Read.all(call.machine(), call.at(1)).stream()
                                    .map(k -> elements.get(order[Read.place(k, order.length)]))
                                    .toList();
                    return call.machine().array(new int[] {part.size()}, part);
                });
        base.function(
                "issorted(x; by, lt, rev)",
                "whether the elements are in order",
                call -> {
                    Comparator<Value> comparator = comparator(call);
                    List<Value> elements = Read.all(call.machine(), call.at(0));
                    return Bool.of(
                            IntStream.range(1, elements.size())
                                    .allMatch(i ->
                                            comparator.compare(elements.get(i - 1), elements.get(i))
                                                    <= 0));
                });
        base.function(
                "searchsortedfirst(x, value; by, lt, rev)",
                "the first place of `value` in order",
                call -> Int64.of(search(call, -1) + 1L));
        base.function(
                "searchsortedlast(x, value; by, lt, rev)",
                "the last place of `value` in order",
                call -> Int64.of(search(call, 1)));
        base.function(
                "searchsorted(x, value; by, lt, rev)",
                "all places of `value` in order",
                call -> Ranges.of(Int64.of(search(call, -1) + 1L), Int64.of(search(call, 1))));
        base.function(
                "insorted(value, x)",
                "whether `value` is in the ordered `x`",
                (m, value, x) -> Comparison.in(m, value, x));
        base.function(
                "invperm(p)",
                "the order that undoes `p`",
                (m, p) -> {
                    int[] order = Read.wholes(m, p);
                    int[] inverse = new int[order.length];
                    for (int i = 0; i < order.length; i++) {
                        inverse[Read.place(Read.of(order[i]), order.length)] = i;
                    }
                    return numbers(m, inverse);
                });
        base.function(
                "isperm(p)",
                "whether it is an order of `1:n`",
                (m, p) -> {
                    int[] order = Read.wholes(m, p);
                    Arrays.sort(order);
                    return Bool.of(
                            IntStream.range(0, order.length).allMatch(i -> order[i] == i + 1));
                });
    }

    private static Value slices(Call call) {
        Machine m = call.machine();
        Value dims = call.keyword("dims");
        if (dims == null) {
            throw new JuliaError(
                    "UndefKeywordError",
                    "`sortslices` needs the keyword `dims`",
                    "write `sortslices(A; dims=1)` for the rows in order");
        }
        boolean rows = Read.whole(dims) == 1;
        Value all = m.call(Library.base(rows ? "eachrow" : "eachcol"), call.at(0));
        Value order = numbers(m, order(call, Read.all(m, all)));
        return Lookup.get(
                m, call.at(0), rows ? List.of(order, Lookup.COLON) : List.of(Lookup.COLON, order));
    }

    private static Value numbers(Machine m, int[] places) {
        long[] numbers = Arrays.stream(places).mapToLong(i -> i + 1L).toArray();
        m.allocate(numbers.length);
        return new ArrayRef(Tensor.of(new int[] {numbers.length}, numbers));
    }

    private static Value sorted(Call call) {
        Machine m = call.machine();
        Value x = call.at(0);
        boolean plain = !call.has("by") && !call.has("lt");
        boolean numeric = Read.isArray(x) && Read.isNumeric(x);
        if (numeric && plain) {
            boolean falling = call.flag("rev", false);
            Value dims = call.keyword("dims");
            if (dims == null && Read.size(x).length != 1) {
                throw new JuliaError(
                        "UndefKeywordError",
                        "`sort` of " + Words.a(x) + " needs the keyword `dims`");
            }
            int dim = dims == null ? 1 : (int) Read.whole(dims);
            return m.apply(
                    new Ordering.Sort(
                            dim, falling ? Ordering.Direction.FALLING : Ordering.Direction.RISING),
                    x);
        }
        if (x instanceof Text) {
            throw new Unfit(
                    x, "it takes vectors", "`join(sort(collect(text)))` sorts the characters");
        }
        List<Value> elements = Read.all(m, x);
        int[] order = order(call, elements);
        if (numeric) {
            return m.apply(new Indexing.GetIndex(Ints.of(order), Ints.of(order.length)), x);
        }
        List<Value> result = Arrays.stream(order).mapToObj(elements::get).toList();
        return x instanceof Tuple ? new Tuple(result) : m.array(new int[] {result.size()}, result);
    }

    private static int[] order(Call call, List<Value> elements) {
        call.machine().spend(elements.size());
        List<Value> keys = keys(call, elements);
        List<Value> plain = call.has("lt") ? keys : keys.stream().map(Read::plain).toList();
        Comparator<Value> comparator = withoutKeys(call);
        var places = new ArrayList<Integer>(IntStream.range(0, elements.size()).boxed().toList());
        places.sort((i, j) -> comparator.compare(plain.get(i), plain.get(j)));
        // of recorded numbers it is noted that they are in order
        for (int k = 1; k < places.size(); k++) {
            comparator.compare(keys.get(places.get(k - 1)), keys.get(places.get(k)));
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Value> keys(Call call, List<Value> elements) {
        Value by = call.keyword("by");
        return by == null
                ? elements
                : elements.stream().map(e -> call.machine().call(by, e)).toList();
    }

    private static Comparator<Value> comparator(Call call) {
        Comparator<Value> inner = withoutKeys(call);
        Value by = call.keyword("by");
        return by == null
                ? inner
                : (a, b) -> inner.compare(call.machine().call(by, a), call.machine().call(by, b));
    }

    private static Comparator<Value> withoutKeys(Call call) {
        @Nullable Value less = call.keyword("lt");
        Comparator<Value> rising =
                less == null
                        ? (a, b) -> Comparison.order(call.machine(), a, b)
                        : (a, b) ->
                                Read.truth(call.machine().call(less, a, b))
                                        ? -1
                                        : Read.truth(call.machine().call(less, b, a)) ? 1 : 0;
        return call.flag("rev", false) ? (a, b) -> rising.compare(b, a) : rising;
    }

    /// How many elements come before `value`, or not after it.
    private static int search(Call call, int side) {
        Comparator<Value> comparator = comparator(call);
        Value sought = Read.plain(call.at(1));
        int before = 0;
        for (Value element : Read.all(call.machine(), call.at(0))) {
            int order = comparator.compare(Read.plain(element), sought);
            before += order < 0 || order == 0 && side > 0 ? 1 : 0;
        }
        return before;
    }
}
