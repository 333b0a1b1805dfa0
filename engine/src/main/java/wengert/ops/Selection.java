package wengert.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Range;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Indices, turned into the places that they mean.
public final class Selection {

    private Selection() {}

    /// One of the indices between the brackets.
    public sealed interface Index {

        /// `x[3]`, counted from 1.
        record At(int number) implements Index {}

        /// `x[[1, 3]]`, `x[2:3]`: numbers counted from 1, in an array of size `size`.
        record Many(Ints numbers, Ints size) implements Index {}

        /// `x[:]`
        record All() implements Index {}
    }

    /// An index from its value: a whole number, or an array of whole numbers or of truth values.
    ///
    /// @throws JuliaError an `ArgumentError` for anything else
    public static Index index(Value value) {
        return switch (value) {
            case Int64(long n) -> new Index.At(clamp(n));
            case WholeNumber n -> new Index.At(clamp(n.value().longValue()));
            case Bool b -> throw invalid("a truth value");
            case Range range
                    when range.first() instanceof Int64(long first)
                            && range.step() instanceof Int64(long step) ->
                    new Index.Many(numbers(first, step, range.count()), Ints.of(range.count()));
            case ArrayValue a when a.elementType() == ElementType.BOOL ->
                    new Index.Many(mask(a), Ints.of(count(a)));
            case ArrayValue a when a.elementType() == ElementType.INT64 || a.length() == 0 -> {
                int[] numbers = new int[a.length()];
                for (int k = 0; k < numbers.length; k++) {
                    numbers[k] = clamp(((Int64) a.get(k)).value());
                }
                yield new Index.Many(Ints.of(numbers), Ints.of(a.size()));
            }
            case ArrayValue a when a.get(0) instanceof WholeNumber -> {
                int[] numbers = new int[a.length()];
                for (int k = 0; k < numbers.length; k++) {
                    numbers[k] =
                            a.get(k) instanceof WholeNumber n ? clamp(n.value().longValue()) : 0;
                }
                yield new Index.Many(Ints.of(numbers), Ints.of(a.size()));
            }
            default -> throw invalid("what is neither");
        };
    }

    private static Ints numbers(long first, long step, int count) {
        int[] numbers = new int[count];
        for (int k = 0; k < count; k++) {
            numbers[k] = clamp(first + k * step);
        }
        return Ints.of(numbers);
    }

    private static JuliaError invalid(String found) {
        return new JuliaError(
                "ArgumentError", "an index is a whole number or an array of these, found " + found);
    }

    private static int clamp(long n) {
        return Math.clamp(n, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Ints mask(ArrayValue a) {
        int[] numbers = new int[count(a)];
        int k = 0;
        for (int i = 0; i < a.length(); i++) {
            if (a.at(i) != 0) {
                numbers[k++] = i + 1;
            }
        }
        return Ints.of(numbers);
    }

    private static int count(ArrayValue a) {
        int count = 0;
        for (int i = 0; i < a.length(); i++) {
            count += a.at(i) != 0 ? 1 : 0;
        }
        return count;
    }

    /// The operation that takes these indices out of an array of size `size`: an [Indexing.Element]
    /// where all are single numbers, otherwise an [Indexing.GetIndex].
    ///
    /// @throws JuliaError a `BoundsError` where an index is outside
    public static Op of(int[] size, List<Index> indices) {
        if (isOne(indices)) {
            int rows = indices.size() == 2 && size.length == 2 ? size[0] : 0;
            return new Indexing.Element(place(size, indices), rows);
        }
        return new Indexing.GetIndex(places(size, indices), resultSize(size, indices));
    }

    /// Whether the indices mean one element, since all are single numbers.
    public static boolean isOne(List<Index> indices) {
        for (Index index : indices) {
            if (!(index instanceof Index.At)) {
                return false;
            }
        }
        return true;
    }

    /// The place of one element.
    public static int place(int[] size, List<Index> indices) {
        return places(size, indices).get(0);
    }

    /// The places that the indices mean, column-major from 0, in the order of the result.
    ///
    /// One index counts through the whole array; the last of fewer indices than dimensions counts
    /// through the dimensions that are left, as in Julia.
    public static Ints places(int[] size, List<Index> indices) {
        int[] lengths = lengths(size, indices.size());
        int[] places = {0};
        int stride = 1;
        for (int d = 0; d < lengths.length; d++) {
            int[] numbers = numbers(indices.get(d), lengths[d]);
            int[] next = new int[places.length * numbers.length];
            for (int j = 0; j < numbers.length; j++) {
                if (numbers[j] < 1 || numbers[j] > lengths[d]) {
                    throw outside(size, indices, d, numbers[j], lengths[d]);
                }
                for (int k = 0; k < places.length; k++) {
                    next[j * places.length + k] = places[k] + (numbers[j] - 1) * stride;
                }
            }
            places = next;
            stride *= lengths[d];
        }
        return Ints.of(places);
    }

    /// The size of the result: single numbers drop their dimension, arrays bring theirs.
    public static Ints resultSize(int[] size, List<Index> indices) {
        int[] lengths = lengths(size, indices.size());
        int[] result = new int[0];
        for (int d = 0; d < lengths.length; d++) {
            int[] own =
                    switch (indices.get(d)) {
                        case Index.At _ -> new int[0];
                        case Index.All _ -> new int[] {lengths[d]};
                        case Index.Many(_, Ints many) -> many.array();
                    };
            int before = result.length;
            result = Arrays.copyOf(result, before + own.length);
            System.arraycopy(own, 0, result, before, own.length);
        }
        return Ints.of(result);
    }

    private static int[] lengths(int[] size, int count) {
        int[] lengths = new int[count];
        for (int d = 0; d < count; d++) {
            lengths[d] = Strides.along(size, d);
        }
        for (int d = count; d < size.length && count > 0; d++) {
            lengths[count - 1] *= size[d];
        }
        return lengths;
    }

    private static int[] numbers(Index index, int length) {
        return switch (index) {
            case Index.At(int number) -> new int[] {number};
            case Index.Many(Ints numbers, _) -> numbers.array();
            case Index.All _ -> {
                int[] all = new int[length];
                for (int k = 0; k < length; k++) {
                    all[k] = k + 1;
                }
                yield all;
            }
        };
    }

    private static JuliaError outside(
            int[] size, List<Index> indices, int d, int number, int length) {
        String what = "%s has no index ".formatted(Strides.noun(size));
        if (indices.size() == 1) {
            return new JuliaError("BoundsError", what + "[" + number + "]", valid(length));
        }
        var text = new ArrayList<String>();
        for (int k = 0; k < indices.size(); k++) {
            text.add(
                    k == d
                            ? String.valueOf(number)
                            : indices.get(k) instanceof Index.At(int n) ? String.valueOf(n) : ":");
        }
        return new JuliaError(
                "BoundsError",
                what + "[" + String.join(", ", text) + "]",
                "dimension " + (d + 1) + ": " + valid(length));
    }

    private static String valid(int length) {
        return length == 0 ? "it is empty" : "indices run from 1 to " + length;
    }
}
