package wengert.ops;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Value;

/// Sizes of arrays, and walks through arrays of different sizes side by side.
final class Strides {

    private Strides() {}

    /// Told of each place in a large array and of the place in a small one that belongs to it.
    @FunctionalInterface
    interface Pair {
        void visit(int large, int small);
    }

    /// The size of a value; a number has none.
    static int[] size(Value value) {
        return value instanceof ArrayValue a ? a.size() : new int[0];
    }

    static int length(int... size) {
        int length = 1;
        for (int n : size) {
            length *= n;
        }
        return length;
    }

    static boolean sameSize(Value a, Value b) {
        if (a instanceof ArrayValue x && b instanceof ArrayValue y) {
            return Arrays.equals(x.size(), y.size());
        }
        return a instanceof Scalar && b instanceof Scalar;
    }

    /// How long dimension `d` is, counted from 0; 1 beyond the last.
    static int along(int[] size, int d) {
        return d < size.length ? size[d] : 1;
    }

    /// The size with every dimension in `dims` (counted from 1) cut down to 1.
    static int[] reduced(int[] size, Ints dims) {
        int[] result = size.clone();
        for (int d : dims.array()) {
            if (d < 1) {
                throw new JuliaError("ArgumentError", "dimensions count from 1, found " + d);
            }
            if (d <= size.length) {
                result[d - 1] = 1;
            }
        }
        return result;
    }

    /// Walks through an array of size `large` in storage order, along with one of size `small` in
    /// which dimensions of length 1 are expanded.
    static void walk(int[] large, int[] small, Pair pair) {
        int total = length(large);
        int dims = large.length;
        int[] step = steps(large, small);
        if (dims == 0 || Arrays.equals(large, small)) {
            for (int k = 0; k < total; k++) {
                pair.visit(k, k);
            }
            return;
        }
        int[] at = new int[dims];
        int rows = large[0];
        int j = 0;
        for (int k = 0; k < total; ) {
            int end = k + rows;
            for (int i = j; k < end; k++, i += step[0]) {
                pair.visit(k, i);
            }
            for (int d = 1; d < dims; d++) {
                j += step[d];
                if (++at[d] < large[d]) {
                    break;
                }
                j -= step[d] * large[d];
                at[d] = 0;
            }
        }
    }

    /// How far apart neighbours along each dimension of `large` are in `small`; 0 where it is
    /// expanded.
    static int[] steps(int[] large, int[] small) {
        int[] step = new int[large.length];
        int stride = 1;
        for (int d = 0; d < large.length; d++) {
            int n = along(small, d);
            step[d] = n == 1 ? 0 : stride;
            stride *= n;
        }
        return step;
    }

    /// A size in words: `3-element`, `2×3`.
    static String words(int[] size) {
        return switch (size.length) {
            case 0 -> "0-dimensional";
            case 1 -> size[0] + "-element";
            default -> times(size);
        };
    }

    /// A size in words with the noun: `a 3-element vector`, `a 2×3 matrix`.
    static String noun(int[] size) {
        return switch (size.length) {
            case 0 -> "a 0-dimensional array";
            case 1 -> "a " + size[0] + "-element vector";
            case 2 -> "a " + times(size) + " matrix";
            default -> "a " + times(size) + " array";
        };
    }

    private static String times(int[] size) {
        return IntStream.of(size).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }

    static String elements(int n) {
        return n == 1 ? "1 element" : n + " elements";
    }
}
