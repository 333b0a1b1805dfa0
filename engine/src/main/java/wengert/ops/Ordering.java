package wengert.ops;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// Arranging elements by size.
public final class Ordering {

    private Ordering() {}

    /// Which extreme is looked for.
    public enum Side {
        MAXIMUM("maximum", "max"),
        MINIMUM("minimum", "min");

        private final String symbol;
        private final String sign;

        Side(String symbol, String sign) {
            this.symbol = symbol;
            this.sign = sign;
        }

        public String symbol() {
            return symbol;
        }

        public String sign() {
            return sign;
        }
    }

    /// Which way round elements are put.
    public enum Direction {
        RISING,
        FALLING
    }

    /// `sort(x; dims, rev)`. Equal elements keep their order, and so do their gradients.
    ///
    /// @param dim the dimension along which to sort, from 1
    public record Sort(int dim, Direction direction) implements Op {

        /// A vector, smallest first.
        public static final Sort RISING = new Sort(1, Direction.RISING);

        @Override
        public String symbol() {
            return "sort";
        }

        @Override
        public Value evaluate(List<Value> x) {
            return choice(x.getFirst()).evaluate(x.getFirst());
        }

        private Indexing.GetIndex choice(Value x) {
            ArrayValue array = (ArrayValue) x;
            return new Indexing.GetIndex(Ints.of(places(array)), Ints.of(array.size()));
        }

        /// For each place of the result the place it comes from, column-major from 0; along a
        /// vector, what `sortperm` gives, less 1.
        public int[] places(ArrayValue array) {
            int[] size = array.size();
            int n = Strides.along(size, dim - 1);
            int stride = 1;
            for (int d = 0; d < dim - 1; d++) {
                stride *= Strides.along(size, d);
            }
            ArrayValue dense = array.dense();
            Comparator<Integer> order = Comparator.comparingDouble(dense::at);
            Comparator<Integer> wanted = direction == Direction.RISING ? order : order.reversed();
            int[] places = new int[array.length()];
            int s = stride;
            for (int start = 0; start < places.length; start++) {
                if (start / s % n == 0) {
                    int base = start;
                    int[] sorted =
                            IntStream.range(0, n)
                                    .map(k -> base + k * s)
                                    .boxed()
                                    .sorted(wanted)
                                    .mapToInt(Integer::intValue)
                                    .toArray();
                    for (int k = 0; k < n; k++) {
                        places[base + k * s] = sorted[k];
                    }
                }
            }
            return places;
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            return tangent == null ? null : in.apply(choice(in.value(x.getFirst())), tangent);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            V first = x.getFirst();
            return choice(in.value(first)).transposed(in, first, adjoint);
        }

        @Override
        public Turn turnsOn(int i) {
            return Turn.ORDER;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("sort", x.getFirst());
        }

        @Override
        public String sentence() {
            return "sends each gradient back to where its element came from";
        }

        @Override
        public String tangentSentence() {
            return "puts the tangents into the order of the elements they belong to";
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            if (!(x.getFirst() instanceof ArrayValue array) || array.dimensions() != 1) {
                return null;
            }
            double[] data = array.dense().doubles().clone();
            Arrays.sort(data);
            return IntStream.range(1, data.length).anyMatch(k -> data[k] == data[k - 1])
                    ? "a tie; equal elements keep their order"
                    : null;
        }
    }
}
