package wengert.library;

import java.util.Arrays;
import wengert.value.Bool;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Ranges;
import wengert.value.Symbol;
import wengert.value.Tuple;
import wengert.value.Value;

/// Sizes of arrays and collections.
final class Sizes {

    private Sizes() {}

    static void declare(Catalog base) {
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
                            ? new Tuple(Arrays.stream(size).mapToObj(Sizes::upTo).toList())
                            : upTo((int) Read.whole(along(size, call.at(1))));
                });
        base.function(
                "eachindex(x, ys...)",
                "the indices of all elements",
                call -> {
                    Value x = call.at(0);
                    if (x instanceof NamedTuple tuple) {
                        return new Tuple(
                                tuple.names().stream().map(n -> (Value) new Symbol(n)).toList());
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

    static Value along(int[] size, Value dim) {
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
}
