package wengert.library;

import java.util.List;
import java.util.stream.IntStream;
import wengert.ops.Indexing;
import wengert.ops.Ints;
import wengert.ops.Moves;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Range;
import wengert.value.Ranges;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Value;

/// Arrays the other way round: reversed, and matrices turned by quarters.
final class Turning {

    private Turning() {}

    static void declare(Catalog base) {
        base.function(
                "reverse(x, [start], [stop]; dims)",
                "the elements in the opposite order, or those from `start` to `stop`",
                Turning::reverse);
        turning(base, "rotl90(A, [k])", "turned by a quarter to the left, `k` times", 1);
        turning(base, "rot180(A, [k])", "turned by a half, `k` times", 2);
        turning(base, "rotr90(A, [k])", "turned by a quarter to the right, `k` times", 3);
    }

    private static Value reverse(Call call) {
        Value x = call.at(0);
        Machine m = call.machine();
        if (x instanceof Tuple(List<Value> elements)) {
            return new Tuple(elements.reversed());
        }
        if (x instanceof Text(String text)) {
            return new Text(new StringBuilder(text).reverse().toString());
        }
        if (x instanceof NamedTuple t) {
            return new NamedTuple(t.names().reversed(), t.values().reversed());
        }
        if (x instanceof Range range) {
            return Ranges.reversed(range);
        }
        if (call.count() > 1) {
            return reversedPart(call);
        }
        int[] dims =
                call.has("dims")
                        ? Shaping.dims(call)
                        : IntStream.rangeClosed(1, Read.size(x).length).toArray();
        return Shaping.arranged(m, new Moves.Reverse(Ints.of(dims)), x);
    }

    private static Value reversedPart(Call call) {
        Value x = call.at(0);
        int length = Read.length(x);
        int start = (int) Read.whole(call.at(1));
        int stop = call.count() == 3 ? (int) Read.whole(call.at(2)) : length;
        if (start < 1 || stop > length) {
            throw new JuliaError(
                    "BoundsError",
                    "%s, and %d to %d is not inside"
                            .formatted(Words.elements(length), start, stop));
        }
        int[] places =
                IntStream.range(0, length)
                        .map(k -> k + 1 < start || k >= stop ? k : start + stop - 2 - k)
                        .toArray();
        return Shaping.arranged(
                call.machine(), new Indexing.GetIndex(Ints.of(places), Ints.of(Read.size(x))), x);
    }

    private static void turning(Catalog base, String signature, String summary, int quarters) {
        base.function(
                signature,
                summary,
                call -> {
                    long times = call.count() == 1 ? 1 : Read.whole(call.at(1));
                    int turn = (int) Math.floorMod(quarters * times, 4L);
                    return turn == 0
                            ? call.machine().call(Library.base("copy"), call.at(0))
                            : rotated(call.machine(), call.at(0), turn);
                });
    }

    private static Value rotated(Machine m, Value x, int quarters) {
        int[] size = Read.size(x);
        if (size.length != 2) {
            throw new Unfit(x, "it takes matrices");
        }
        int rows = size[0];
        int columns = size[1];
        int[] places = new int[rows * columns];
        int high = quarters == 2 ? rows : columns;
        for (int k = 0; k < places.length; k++) {
            int i = k % high;
            int j = k / high;
            places[k] =
                    switch (quarters) {
                        case 1 -> j + (columns - 1 - i) * rows;
                        case 2 -> rows - 1 - i + (columns - 1 - j) * rows;
                        default -> rows - 1 - j + i * rows;
                    };
        }
        return m.apply(
                new Indexing.GetIndex(
                        Ints.of(places), Ints.of(high, places.length / Math.max(1, high))),
                x);
    }
}
