package wengert.ops;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wengert.value.JuliaError;

/// Operations that move elements to other places along the dimensions.
public final class Moves {

    private Moves() {}

    /// Where element `k` of an array of size `of` goes; told its coordinates, from 0.
    private interface Move {
        int from(int[] at);
    }

    private static int[] each(int[] size, Move move) {
        int[] places = new int[Strides.length(size)];
        int[] at = new int[size.length];
        for (int k = 0; k < places.length; k++) {
            places[k] = move.from(at);
            for (int d = 0; d < at.length && ++at[d] == size[d]; d++) {
                at[d] = 0;
            }
        }
        return places;
    }

    private static int place(int[] size, int[] at) {
        int place = 0;
        for (int d = size.length - 1; d >= 0; d--) {
            place = place * size[d] + at[d];
        }
        return place;
    }

    /// `permutedims(A, order)`, dimensions counted from 1.
    public record PermuteDims(Ints order) implements Arrangement {

        public PermuteDims {
            if (!Arrays.equals(order.stream().sorted().toArray(), counting(order.length()))) {
                throw new JuliaError(
                        "ArgumentError",
                        "`permutedims` needs each dimension once, found " + Indexing.list(order));
            }
        }

        private static int[] counting(int n) {
            int[] numbers = new int[n];
            Arrays.setAll(numbers, d -> d + 1);
            return numbers;
        }

        @Override
        public String symbol() {
            return "permutedims";
        }

        @Override
        public Ints size(int[] of) {
            return Ints.of(order.stream().map(d -> Strides.along(of, d - 1)).toArray());
        }

        @Override
        public int[] places(int[] of) {
            return each(
                    size(of).array(),
                    at -> {
                        int[] from = new int[of.length];
                        for (int d = 0; d < at.length; d++) {
                            if (order.get(d) <= from.length) {
                                from[order.get(d) - 1] = at[d];
                            }
                        }
                        return place(of, from);
                    });
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            int[] inverse = new int[order.length()];
            for (int d = 0; d < inverse.length; d++) {
                inverse[order.get(d) - 1] = d + 1;
            }
            return new Calculus<>(in).fit(in.apply(new PermuteDims(Ints.of(inverse)), adjoint), x);
        }
    }

    /// `reverse(x; dims)`
    public record Reverse(Ints dims) implements Arrangement {

        @Override
        public String symbol() {
            return "reverse";
        }

        @Override
        public Ints size(int[] of) {
            return Ints.of(of);
        }

        @Override
        public int[] places(int[] of) {
            return each(
                    of,
                    at -> {
                        int[] from = at.clone();
                        for (int d : dims.array()) {
                            from[d - 1] = of[d - 1] - 1 - at[d - 1];
                        }
                        return place(of, from);
                    });
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return in.apply(this, adjoint);
        }
    }

    /// `circshift(x, shifts)`: along each dimension elements move on, and those that fall out come
    /// in at the start.
    public record CircShift(Ints shifts) implements Arrangement {

        @Override
        public String symbol() {
            return "circshift";
        }

        @Override
        public Ints size(int[] of) {
            return Ints.of(of);
        }

        @Override
        public int[] places(int[] of) {
            return each(
                    of,
                    at -> {
                        int[] from = at.clone();
                        for (int d = 0; d < Math.min(shifts.length(), from.length); d++) {
                            from[d] = Math.floorMod(at[d] - shifts.get(d), of[d]);
                        }
                        return place(of, from);
                    });
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return in.apply(
                    new CircShift(Ints.of(shifts.stream().map(s -> -s).toArray())), adjoint);
        }
    }

    /// `repeat(x; inner, outer)`: each element `inner` times, then all of it `outer` times, along
    /// each dimension.
    public record Repeat(Ints inner, Ints outer) implements Arrangement {

        @Override
        public String symbol() {
            return "repeat";
        }

        @Override
        public Ints size(int[] of) {
            int dims = Math.max(of.length, Math.max(inner.length(), outer.length()));
            int[] size = new int[dims];
            Arrays.setAll(
                    size,
                    d ->
                            Strides.along(of, d)
                                    * Strides.along(inner.array(), d)
                                    * Strides.along(outer.array(), d));
            return Ints.of(size);
        }

        @Override
        public int[] places(int[] of) {
            return each(
                    size(of).array(),
                    at -> {
                        int[] from = new int[of.length];
                        Arrays.setAll(from, d -> at[d] / Strides.along(inner.array(), d) % of[d]);
                        return place(of, from);
                    });
        }

        @Override
        public String sentence() {
            return "adds up the gradients of all the copies";
        }

        @Override
        public String tangentSentence() {
            return "repeats the tangents, as it did the elements";
        }
    }
}
