package wengert.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// Arrays and numbers put together into a larger array. Each part gets back the gradient of its own
/// place.
public final class Concatenation {

    private Concatenation() {}

    /// Where everything goes.
    ///
    /// @param places for each argument the places of its elements in the result
    public record Plan(Ints size, List<Ints> places) {}

    public interface Joining extends Op {

        Plan plan(List<int[]> sizes);

        private Plan plan(Algebra<?> in, List<?> x) {
            var sizes = new ArrayList<int[]>(x.size());
            for (Object v : x) {
                sizes.add(Strides.size(value(in, v)));
            }
            return plan(sizes);
        }

        @SuppressWarnings("unchecked")
        private static <V> Value value(Algebra<V> in, Object v) {
            return in.value((V) v);
        }

        @Override
        default Value evaluate(List<Value> x) {
            Plan plan = plan(x.stream().map(Strides::size).toList());
            int n = plan.size().product();
            if (x.stream().anyMatch(Scalars::isFloat)
                    && x.stream().allMatch(Joining::isFloatOrWhole)) {
                double[] result = new double[n];
                for (int a = 0; a < x.size(); a++) {
                    int[] places = plan.places().get(a).array();
                    double[] data =
                            x.get(a) instanceof ArrayValue array
                                    ? array.dense().doubles()
                                    : new double[] {((Scalar) x.get(a)).toDouble()};
                    for (int k = 0; k < places.length; k++) {
                        result[places[k]] = data[k];
                    }
                }
                return Tensor.of(plan.size().array(), result);
            }
            Value[] elements = new Value[n];
            Arrays.fill(elements, zero(x));
            for (int a = 0; a < x.size(); a++) {
                int[] places = plan.places().get(a).array();
                for (int k = 0; k < places.length; k++) {
                    elements[places[k]] =
                            x.get(a) instanceof ArrayValue array ? array.get(k) : x.get(a);
                }
            }
            return n == 0
                            && x.stream()
                                    .allMatch(v ->
                                            v instanceof ArrayValue array && Scalars.isWhole(array))
                    ? Tensor.of(plan.size().array(), new long[0])
                    : Scalars.collect(plan.size().array(), List.of(elements));
        }

        private static Value zero(List<Value> x) {
            return x.stream().allMatch(v -> has(v, ElementType.BOOL)) ? Bool.FALSE : Int64.ZERO;
        }

        private static boolean isFloatOrWhole(Value value) {
            return Scalars.isFloat(value)
                    || has(value, ElementType.INT64)
                    || has(value, ElementType.BOOL);
        }

        private static boolean has(Value value, ElementType type) {
            return switch (value) {
                case ArrayValue a -> a.elementType() == type;
                case Int64 _ -> type == ElementType.INT64;
                case Bool _ -> type == ElementType.BOOL;
                default -> false;
            };
        }

        @Override
        default <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            var tangents = new ArrayList<V>(dx.size());
            for (int i = 0; i < dx.size(); i++) {
                V tangent = dx.get(i);
                tangents.add(
                        tangent != null
                                ? tangent
                                : in.value(x.get(i)) instanceof ArrayValue a
                                        ? in.constant(new Fill(Float64.ZERO, a.size()))
                                        : in.number(0.0));
            }
            return in.apply(this, tangents);
        }

        @Override
        default <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return handing(in, x, y, adjoint).share(i);
        }

        @Override
        default <V> Handing<V> handing(Algebra<V> in, List<V> x, V y, V adjoint) {
            List<Ints> places = plan(in, x).places();
            return i ->
                    in.value(x.get(i)) instanceof ArrayValue a
                            ? in.apply(
                                    new Indexing.GetIndex(places.get(i), Ints.of(a.size())),
                                    adjoint)
                            : in.apply(new Indexing.Element(places.get(i).get(0)), adjoint);
        }

        @Override
        default Notation notation(List<Notation> x) {
            return new Notation.Apply(symbol(), x);
        }

        @Override
        default String sign() {
            return "[…]";
        }

        @Override
        default String sentence() {
            return "hands each part the gradient of its own place";
        }

        @Override
        default String tangentSentence() {
            return "puts the tangents together, as it did the parts";
        }
    }

    /// `cat(x...; dims)`: one after the other along `dim`; along several dimensions, as blocks on a
    /// diagonal. `vcat` is along 1, `hcat` along 2.
    public record Cat(Ints dims) implements Joining {

        public Cat(int dim) {
            this(Ints.of(dim));
        }

        @Override
        public String symbol() {
            return dims.equals(Ints.of(1)) ? "vcat" : dims.equals(Ints.of(2)) ? "hcat" : "cat";
        }

        @Override
        public Plan plan(List<int[]> sizes) {
            int rank = dims.stream().max().orElse(1);
            for (int[] size : sizes) {
                rank = Math.max(rank, size.length);
            }
            int[] result = new int[rank];
            for (int d = 0; d < rank; d++) {
                boolean along = dims.contains(d + 1);
                for (int a = 0; a < sizes.size(); a++) {
                    int n = Strides.along(sizes.get(a), d);
                    if (along) {
                        result[d] += n;
                    } else if (a > 0 && n != result[d]) {
                        throw mismatch(sizes.getFirst(), sizes.get(a), d);
                    } else {
                        result[d] = n;
                    }
                }
            }
            var places = new ArrayList<Ints>(sizes.size());
            int[] offset = new int[rank];
            for (int[] size : sizes) {
                places.add(block(result, offset, size));
                for (int d : dims.array()) {
                    offset[d - 1] += Strides.along(size, d - 1);
                }
            }
            return new Plan(Ints.of(result), places);
        }

        private JuliaError mismatch(int[] first, int[] other, int d) {
            return new JuliaError(
                    "DimensionMismatch",
                    "`%s` needs equal lengths along dimension %d: %s and %s"
                            .formatted(symbol(), d + 1, noun(first), noun(other)));
        }
    }

    private static String noun(int[] size) {
        return size.length == 0 ? "a number" : Strides.noun(size);
    }

    /// `[a b; c d]`: rows of blocks.
    ///
    /// @param rows the number of blocks in each row
    public record Blocks(Ints rows) implements Joining {

        @Override
        public String symbol() {
            return "hvcat";
        }

        @Override
        public Plan plan(List<int[]> sizes) {
            int width = -1;
            int top = 0;
            int next = 0;
            var corners = new ArrayList<int[]>(sizes.size());
            for (int count : rows.array()) {
                int left = 0;
                int height = -1;
                for (int k = 0; k < count; k++, next++) {
                    int[] size = sizes.get(next);
                    int h = Strides.along(size, 0);
                    if (height >= 0 && h != height) {
                        throw new JuliaError(
                                "DimensionMismatch",
                                "the blocks of a row need equal heights: %d and %d"
                                        .formatted(height, h));
                    }
                    corners.add(new int[] {top, left});
                    height = h;
                    left += Strides.along(size, 1);
                }
                if (width >= 0 && left != width) {
                    throw new JuliaError(
                            "DimensionMismatch",
                            "the rows need equal lengths: %d and %d".formatted(width, left));
                }
                width = left;
                top += Math.max(height, 0);
            }
            int[] result = {top, Math.max(width, 0)};
            var places = new ArrayList<Ints>(sizes.size());
            for (int a = 0; a < sizes.size(); a++) {
                places.add(block(result, corners.get(a), sizes.get(a)));
            }
            return new Plan(Ints.of(result), places);
        }
    }

    /// The places of a block of size `size` whose first element is at `offset` in an array of size
    /// `whole`.
    private static Ints block(int[] whole, int[] offset, int[] size) {
        int[] places = new int[Strides.length(size)];
        int[] at = new int[whole.length];
        for (int k = 0; k < places.length; k++) {
            int place = 0;
            for (int d = whole.length - 1; d >= 0; d--) {
                place = place * whole[d] + offset[d] + at[d];
            }
            places[k] = place;
            for (int d = 0; d < at.length && ++at[d] == Strides.along(size, d); d++) {
                at[d] = 0;
            }
        }
        return Ints.of(places);
    }
}
