package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import wengert.ops.Ints;
import wengert.ops.Moves;
import wengert.ops.Op;
import wengert.ops.Shapes;
import wengert.value.Char;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Value;

/// The elements of an array in another arrangement.
final class Shaping {

    private Shaping() {}

    static void declare(Catalog base) {
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
                    return arranged(m, new Moves.PermuteDims(Ints.of(order)), x);
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
                        arranged(m, new Moves.CircShift(Ints.of(Read.wholes(m, shifts))), x));
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
                                    Collections.nCopies(Read.size(a).length, Lookup.COLON));
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
                    return Joining.cat(call.machine(), parts, other);
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
        if (x instanceof Text || x instanceof Char) {
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
        return arranged(m, new Moves.Repeat(Ints.of(in), Ints.of(out)), x);
    }

    private static int[] padded(int[] counts, int n) {
        int[] all = Arrays.copyOf(counts, n);
        Arrays.fill(all, counts.length, n, 1);
        return all;
    }

    /// The slices of an array with one index of dimension `dim` each, as a vector of arrays.
    static Value slices(Machine m, Value x, int dim) {
        int[] size = Read.size(x);
        int n = Math.max(dim, Math.max(2, size.length));
        var slices = new ArrayList<Value>();
        int count = dim <= size.length ? size[dim - 1] : 1;
        for (int i = 1; i <= count; i++) {
            var indices = new ArrayList<Value>(Collections.nCopies(n, Lookup.COLON));
            indices.set(dim - 1, Int64.of(i));
            slices.add(Lookup.get(m, x, indices));
        }
        return m.array(new int[] {count}, slices);
    }
}
