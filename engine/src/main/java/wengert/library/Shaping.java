package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import wengert.ops.Concatenation;
import wengert.ops.Ints;
import wengert.ops.Op;
import wengert.ops.Shapes;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Dict;
import wengert.value.Elements;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Keys;
import wengert.value.NamedTuple;
import wengert.value.Ranges;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// Sizes of arrays, and the same elements in another arrangement.
final class Shaping {

    private Shaping() {}

    static void declare(Catalog base) {
        sizes(base);
        arrangements(base);
        joins(base);
    }

    private static void sizes(Catalog base) {
        base.function(
                "length(x)", "how many elements there are", (m, x) -> Read.of(Read.count(m, x)));
        base.function(
                "size(x, [dim])",
                "the lengths of the dimensions",
                call -> {
                    Value x = call.at(0);
                    int[] size = x instanceof Sequence s ? sizeOf(call.machine(), s) : Read.size(x);
                    return call.count() == 1 ? Read.sizes(size) : along(size, call.at(1));
                });
        base.function(
                "ndims(x)",
                "how many dimensions there are",
                (m, x) -> Read.of(Read.size(x).length));
        base.function(
                "axes(x, [dim])",
                "the indices of each dimension",
                call -> {
                    int[] size = Read.size(call.at(0));
                    return call.count() == 1
                            ? new Tuple(Arrays.stream(size).mapToObj(Shaping::upTo).toList())
                            : upTo((int) Read.whole(along(size, call.at(1))));
                });
        base.function(
                "eachindex(x, ys...)",
                "the indices of all elements",
                call -> {
                    Value x = call.at(0);
                    if (x instanceof NamedTuple tuple) {
                        return new Tuple(
                                tuple.names().stream()
                                        .map(n -> (Value) new wengert.value.Symbol(n))
                                        .toList());
                    }
                    for (Value y : call.from(1)) {
                        if (Read.count(call.machine(), y) != Read.count(call.machine(), x)) {
                            throw new JuliaError(
                                    "DimensionMismatch",
                                    "`eachindex` needs equal sizes: %s and %s"
                                            .formatted(Words.a(x), Words.a(y)));
                        }
                    }
                    return upTo(Read.count(call.machine(), x));
                });
        base.function("firstindex(x, [dim])", "the first index", call -> Int64.ONE);
        base.function(
                "lastindex(x, [dim])",
                "the last index",
                call ->
                        call.count() == 1
                                ? Read.of(Read.count(call.machine(), call.at(0)))
                                : along(Read.size(call.at(0)), call.at(1)));
        base.function(
                "isempty(x)",
                "whether there are no elements",
                (m, x) ->
                        Bool.of(
                                x instanceof Sequence s
                                        ? !s.elements(m).iterator().hasNext()
                                        : Read.count(m, x) == 0));
        base.function(
                "isassigned(x, indices...)",
                "whether `x[indices...]` exists",
                call -> {
                    try {
                        Lookup.get(call.machine(), call.at(0), call.from(1));
                        return Bool.TRUE;
                    } catch (JuliaError absent) {
                        return Bool.FALSE;
                    }
                });
        base.function(
                "stride(x, dim)",
                "how far apart neighbours along a dimension are stored",
                (m, x, d) ->
                        Read.of(
                                Read.product(
                                        Arrays.copyOf(
                                                Read.size(x),
                                                Read.place(d, Read.size(x).length)))));
    }

    private static int[] sizeOf(Machine m, Sequence sequence) {
        int[] size = sequence.size(m);
        return size == null ? new int[] {sequence.count(m)} : size;
    }

    private static Value along(int[] size, Value dim) {
        if (!Read.isNumber(dim)) {
            throw new Unfit(dim, "a dimension is a whole number");
        }
        long d = Read.whole(dim);
        if (d < 1) {
            throw new JuliaError("ArgumentError", "dimensions count from 1, found " + d);
        }
        return Read.of(d <= size.length ? size[(int) d - 1] : 1);
    }

    static Value upTo(int n) {
        return Ranges.of(Int64.ONE, Int64.of(n));
    }

    private static void arrangements(Catalog base) {
        base.function(
                "reshape(x, dims...)",
                "the same elements in another shape",
                call -> reshape(call.machine(), call.at(0), wanted(call.at(0), call.from(1))));
        base.function(
                "vec(x)",
                "all elements as one vector",
                (m, x) -> Read.isVector(x) ? x : reshape(m, x, Read.length(x)));
        base.function(
                "dropdims(x; dims)",
                "without dimensions of length 1",
                call -> {
                    int[] dims = dims(call);
                    int[] size = Read.size(call.at(0));
                    var kept = new ArrayList<Integer>();
                    for (int d = 0; d < size.length; d++) {
                        int dim = d + 1;
                        if (Arrays.stream(dims).noneMatch(n -> n == dim)) {
                            kept.add(size[d]);
                        } else if (size[d] != 1) {
                            throw new JuliaError(
                                    "ArgumentError",
                                    "dimension %d has length %d, and only those of length 1 can be dropped"
                                            .formatted(dim, size[d]));
                        }
                    }
                    return reshape(
                            call.machine(),
                            call.at(0),
                            kept.stream().mapToInt(Integer::intValue).toArray());
                });
        base.function(
                "permutedims(x, [order])",
                "the dimensions in another order",
                call -> {
                    Machine m = call.machine();
                    Value x = call.at(0);
                    int[] size = Read.size(x);
                    if (size.length == 1 && call.count() == 1) {
                        return reshape(m, x, 1, size[0]);
                    }
                    int[] order = call.count() == 1 ? new int[] {2, 1} : Read.wholes(m, call.at(1));
                    int[] sorted = order.clone();
                    Arrays.sort(sorted);
                    int[] all = IntStream.rangeClosed(1, size.length).toArray();
                    if (size.length == 0 || !Arrays.equals(sorted, all)) {
                        throw new JuliaError(
                                "ArgumentError",
                                "%s is no order of the %d dimensions of %s"
                                        .formatted(
                                                Arrays.toString(order), size.length, Words.a(x)));
                    }
                    return arranged(m, new Shapes.PermuteDims(Ints.of(order)), x);
                });
        base.alias("PermutedDimsArray", "permutedims");
        base.function("transpose(A)", "rows as columns", (m, x) -> Applied.transpose(m, x));
        base.function(
                "adjoint(A)", "`A'`: rows as columns, conjugated", (m, x) -> Applied.adjoint(m, x));
        base.alias("'", "adjoint");
        base.function(
                "circshift(x, shifts)",
                "the elements moved on, round the end",
                (m, x, shifts) ->
                        arranged(m, new Shapes.CircShift(Ints.of(Read.wholes(m, shifts))), x));
        base.function(
                "repeat(x, counts...; inner, outer)",
                "an array or a string several times over",
                Shaping::repeat);
        Turning.declare(base);
        base.function("eachrow(A)", "the rows, one after the other", (m, x) -> slices(m, x, 1));
        base.function("eachcol(A)", "the columns, one after the other", (m, x) -> slices(m, x, 2));
        base.function(
                "eachslice(A; dims)",
                "the slices along a dimension",
                call -> slices(call.machine(), call.at(0), dims(call)[0]));
        base.function(
                "selectdim(A, dim, i)",
                "one slice along a dimension",
                (m, a, d, i) -> {
                    var indices =
                            new ArrayList<Value>(
                                    java.util.Collections.nCopies(
                                            Read.size(a).length, Lookup.COLON));
                    indices.set(Read.place(d, indices.size()), i);
                    return Lookup.get(m, a, indices);
                });
        base.function(
                "mapslices(f, A; dims)",
                "`f` of each slice",
                call -> {
                    int dim = dims(call)[0];
                    int other = dim == 1 ? 2 : 1;
                    var parts = new ArrayList<Value>();
                    for (Value slice :
                            Read.all(call.machine(), slices(call.machine(), call.at(1), other))) {
                        Value part = call.machine().call(call.at(0), slice);
                        Value column =
                                Read.isNumber(part)
                                        ? call.machine().array(new int[] {1}, List.of(part))
                                        : part;
                        parts.add(
                                dim == 1
                                        ? column
                                        : reshape(call.machine(), column, 1, Read.length(column)));
                    }
                    return cat(call.machine(), parts, other);
                });
    }

    static int[] dims(Call call) {
        Value dims = call.keyword("dims");
        if (dims == null) {
            throw new JuliaError(
                    "UndefKeywordError", "`" + call.function() + "` needs the keyword `dims`");
        }
        return Read.wholes(call.machine(), dims);
    }

    /// The size asked for, with a `:` worked out.
    private static int[] wanted(Value x, List<Value> given) {
        List<Value> dims =
                given.size() == 1 && given.getFirst() instanceof Tuple(List<Value> elements)
                        ? elements
                        : given;
        int open = -1;
        int known = 1;
        int[] size = new int[dims.size()];
        for (int d = 0; d < size.length; d++) {
            if (dims.get(d).equals(Lookup.COLON)) {
                open = d;
            } else {
                size[d] = Read.count(dims.get(d));
                known *= size[d];
            }
        }
        if (open >= 0) {
            size[open] = known == 0 ? 0 : Read.length(x) / known;
        }
        return size;
    }

    static Value reshape(Machine m, Value x, int... size) {
        if (Read.product(size) != Read.length(x)) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "%s does not fit the size %s, which has %s"
                            .formatted(
                                    Words.a(x),
                                    Words.size(size),
                                    Words.elements(Read.saturated(Read.product(size)))));
        }
        return arranged(m, new Shapes.Reshape(size), x);
    }

    /// An arrangement of the elements, whatever they are.
    static Value arranged(Machine m, Op op, Value x) {
        if (!Read.isArray(x)) {
            throw new Unfit(x, "it takes arrays");
        }
        return m.apply(op, x);
    }

    private static Value repeat(Call call) {
        Machine m = call.machine();
        Value x = call.at(0);
        if (x instanceof wengert.value.Text || x instanceof wengert.value.Char) {
            return Strings.repeat(m, Read.text(x), Read.whole(call.last()));
        }
        int n = Read.size(x).length;
        Value inner = call.keyword("inner");
        Value outer = call.keyword("outer");
        int[] in = inner == null ? new int[0] : Read.wholes(m, inner);
        int[] out =
                outer != null
                        ? Read.wholes(m, outer)
                        : Read.dimensions(call.machine(), call.from(1));
        int dims = Math.max(n, Math.max(in.length, out.length));
        in = padded(in, dims);
        out = padded(out, dims);
        m.allocate(Read.product(in) * Read.product(out) * Read.length(x));
        return arranged(m, new Shapes.Repeat(Ints.of(in), Ints.of(out)), x);
    }

    private static int[] padded(int[] counts, int n) {
        int[] all = Arrays.copyOf(counts, n);
        Arrays.fill(all, counts.length, n, 1);
        return all;
    }

    /// The slices of an array with one index of dimension `dim` each, as a vector of arrays.
    private static Value slices(Machine m, Value x, int dim) {
        int[] size = Read.size(x);
        int n = Math.max(dim, Math.max(2, size.length));
        var slices = new ArrayList<Value>();
        int count = dim <= size.length ? size[dim - 1] : 1;
        for (int i = 1; i <= count; i++) {
            var indices = new ArrayList<Value>(java.util.Collections.nCopies(n, Lookup.COLON));
            indices.set(dim - 1, Int64.of(i));
            slices.add(Lookup.get(m, x, indices));
        }
        return m.array(new int[] {count}, slices);
    }

    private static void joins(Catalog base) {
        base.function(
                "vcat(xs...)",
                "one below the other",
                call -> cat(call.machine(), call.arguments(), 1));
        base.function(
                "hcat(xs...)", "side by side", call -> cat(call.machine(), call.arguments(), 2));
        base.function(
                "cat(xs...; dims)",
                "one after the other along a dimension",
                call -> cat(call.machine(), call.arguments(), dims(call)));
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
                    boolean rows = call.has("dims") && dims(call)[0] == 1;
                    if (rows) {
                        arrays =
                                arrays.stream()
                                        .map(p -> reshape(call.machine(), p, 1, Read.length(p)))
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
                        reshape(
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
