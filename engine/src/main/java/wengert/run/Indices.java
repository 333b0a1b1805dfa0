package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.library.CartesianIndex;
import wengert.library.Marker;
import wengert.ops.Ints;
import wengert.ops.Selection;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Show;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// What stands between the brackets, `x[i, 2:3, :]`, as indices that operations understand.
final class Indices {

    private final Interpreter machine;

    Indices(Interpreter machine) {
        this.machine = machine;
    }

    /// The place of one element, where whole numbers inside the array are all there is between the brackets: most
    /// indexing comes to this. Elsewhere -1.
    static int place(ArrayRef array, List<Value> at) {
        if (at.isEmpty() || !(at.get(0) instanceof Int64(long i)) || i < 1) {
            return -1;
        }
        if (at.size() == 1) {
            return i <= array.length() ? (int) i - 1 : -1;
        }
        return at.size() == 2
                        && at.get(1) instanceof Int64(long j)
                        && array.dimensions() == 2
                        && i <= array.size(0)
                        && j >= 1
                        && j <= array.size(1)
                ? (int) (i - 1 + (j - 1) * array.size(0))
                : -1;
    }

    /// The indices of an array of size `size`.
    List<Selection.Index> of(List<Value> at, int[] size) {
        var indices = new ArrayList<Selection.Index>(at.size());
        for (Value index : at) {
            if (isAll(index)) {
                indices.add(new Selection.Index.All());
            } else {
                Value plain = Tracked.plain(machine.whole(index));
                if (plain instanceof Tuple(var cartesian)) {
                    cartesian.forEach(c -> indices.add(Selection.index(Tracked.plain(c))));
                } else if (plain instanceof CartesianIndex(Ints parts)) {
                    for (int part : parts.array()) {
                        indices.add(new Selection.Index.At(part));
                    }
                } else if (isCartesian(plain)) {
                    indices.add(Selection.index(places((ArrayValue) plain, size)));
                } else {
                    if (plain instanceof Float64) {
                        throw none(plain);
                    }
                    indices.add(Selection.index(plain));
                }
            }
        }
        while (indices.size() > size.length
                && indices.getLast() instanceof Selection.Index.At(int n)
                && n == 1) {
            indices.removeLast();
        }
        return indices;
    }

    private static boolean isCartesian(Value index) {
        return index instanceof ArrayValue array
                && array.length() > 0
                && array.get(0) instanceof CartesianIndex;
    }

    /// Where an array of Cartesian indices leads to, each place as one number.
    private static Tensor places(ArrayValue indices, int[] size) {
        long[] places = new long[indices.length()];
        for (int k = 0; k < places.length; k++) {
            var at = new ArrayList<Selection.Index>();
            for (int part : ((CartesianIndex) indices.get(k)).indices().array()) {
                at.add(new Selection.Index.At(part));
            }
            places[k] = Selection.place(size, at) + 1L;
        }
        return Tensor.of(indices.size(), places);
    }

    /// Whether it is `:`.
    static boolean isAll(Value index) {
        return index instanceof Marker marker && marker.typeName().equals("Colon");
    }

    /// What to throw for what is no index.
    static JuliaError none(Value index) {
        return new JuliaError(
                "ArgumentError",
                "an index is a whole number, found %s".formatted(Show.repr(index)),
                index instanceof Float64
                        ? "`Int(x)` makes one of a number without a fraction"
                        : null);
    }
}
