package wengert.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// The same elements in another arrangement. What such an operation does to places, it undoes for
/// gradients.
public final class Shapes {

    /// `collect(x)`, `Matrix(A)`: the same array with every element stored.
    public static final Op COLLECT = new Collect();

    /// Lets the value through and no gradient: `ignore_derivatives`, `dropgrad`.
    public static final Op DETACH = new Detach();

    private Shapes() {}

    private record Collect() implements Linear {

        @Override
        public String symbol() {
            return "collect";
        }

        @Override
        public Value evaluate(Value x) {
            return x instanceof ArrayValue a ? a.dense() : x;
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return adjoint;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return x.getFirst();
        }

        @Override
        public String sentence() {
            return "passes its gradient on unchanged";
        }

        @Override
        public String tangentSentence() {
            return "passes its tangent on unchanged";
        }
    }

    private record Detach() implements Op {

        @Override
        public String symbol() {
            return "ignore_derivatives";
        }

        @Override
        public Value evaluate(List<Value> x) {
            return x.getFirst();
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            return null;
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return null;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("ignore", x.getFirst());
        }

        @Override
        public boolean cutsOff() {
            return true;
        }

        @Override
        public String sentence() {
            return "lets no gradient through";
        }

        @Override
        public String tangentSentence() {
            return "lets no tangent through";
        }
    }

    /// `reshape(x, size)`, `vec(x)`, `dropdims(x; dims)`
    public record Reshape(Ints size) implements Linear {

        public Reshape(int... size) {
            this(Ints.of(size));
        }

        @Override
        public String symbol() {
            return "reshape";
        }

        @Override
        public Value evaluate(Value x) {
            ArrayValue array = (ArrayValue) x;
            if (size.product() != array.length()) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "`reshape` keeps all elements: the array has %d, the new size %s holds %d"
                                .formatted(
                                        array.length(),
                                        Strides.words(size.array()),
                                        size.product()));
            }
            return array instanceof Fill(Scalar value, int[] _)
                    ? new Fill(value, size.array())
                    : array.dense().reshaped(size.array());
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return in.apply(new Reshape(Ints.of(Strides.size(in.value(x)))), adjoint);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply(size.length() == 1 ? "vec" : "reshape", x.getFirst());
        }

        @Override
        public String sentence() {
            return "puts its gradient back into the shape that the values had";
        }

        @Override
        public String tangentSentence() {
            return "gives the tangent the same new shape";
        }
    }

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

    /// `diag(A, k)`: the elements on the diagonal, or on the `k`-th one above it.
    public record Diag(int k) implements Arrangement {

        @Override
        public String symbol() {
            return "diag";
        }

        @Override
        public Value evaluate(Value x) {
            return k == 0
                            && x instanceof Structured(Kind kind, Tensor parent)
                            && kind == Kind.DIAGONAL
                    ? parent
                    : Arrangement.super.evaluate(x);
        }

        @Override
        public Ints size(int[] of) {
            matrix("diag", of);
            return Ints.of(
                    Math.max(0, k >= 0 ? Math.min(of[0], of[1] - k) : Math.min(of[0] + k, of[1])));
        }

        @Override
        public int[] places(int[] of) {
            int[] places = new int[size(of).get(0)];
            Arrays.setAll(places, i -> i + Math.max(-k, 0) + (i + Math.max(k, 0)) * of[0]);
            return places;
        }

        @Override
        public String sentence() {
            return "puts its gradient on the diagonal; everything else gets 0";
        }

        @Override
        public String tangentSentence() {
            return "takes the diagonal of the tangent";
        }
    }

    /// `diagm(k => v)`: a matrix of zeros with `v` on the diagonal, or on the `k`-th one above it.
    public record DiagMatrix(int k) implements Linear {

        @Override
        public String symbol() {
            return "diagm";
        }

        @Override
        public Value evaluate(Value x) {
            ArrayValue v = (ArrayValue) x;
            int n = v.length() + Math.abs(k);
            int[] size = {n, n};
            var zeros =
                    new Fill(v.length() == 0 ? wengert.value.Float64.ZERO : Scalars.zero(v), size);
            return new Indexing.SetIndex(Ints.of(new Diag(k).places(size)))
                    .evaluate(List.of(zeros, v.dense().reshaped(v.length())));
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return new Calculus<>(in).fit(in.apply(new Diag(k), adjoint), x);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("diag", x.getFirst());
        }

        @Override
        public String sentence() {
            return "takes its gradient from the diagonal";
        }

        @Override
        public String tangentSentence() {
            return "puts the tangent on the diagonal, as it did the values";
        }
    }

    /// `triu(A, k)`, `tril(A, k)`: the elements on the `k`-th diagonal and beyond it, the rest
    /// being 0.
    ///
    /// @param side [Kind#UPPER] or [Kind#LOWER]
    public record Triangle(Kind side, int k) implements Linear {

        @Override
        public String symbol() {
            return side == Kind.UPPER ? "triu" : "tril";
        }

        @Override
        public Value evaluate(Value x) {
            ArrayValue array = (ArrayValue) x;
            int[] size = array.size();
            matrix(symbol(), size);
            if (Scalars.isFloat(array)) {
                double[] data = array.dense().doubles().clone();
                for (int p = 0; p < data.length; p++) {
                    data[p] = inside(p % size[0], p / size[0]) ? data[p] : 0;
                }
                return Tensor.of(size, data);
            }
            var elements = new ArrayList<Value>();
            Scalar zero = Scalars.zero(array);
            for (int p = 0; p < array.length(); p++) {
                elements.add(inside(p % size[0], p / size[0]) ? array.get(p) : zero);
            }
            return Scalars.collect(size, elements);
        }

        private boolean inside(int row, int column) {
            return side == Kind.UPPER ? column - row >= k : column - row <= k;
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return in.apply(this, adjoint);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply(symbol(), x.getFirst());
        }

        @Override
        public String sentence() {
            return "lets the gradient through in its triangle; the rest gets 0";
        }

        @Override
        public String tangentSentence() {
            return "lets the tangent through in its triangle; the rest gets 0";
        }
    }

    /// `Diagonal(v)`, `UpperTriangular(A)`, `Symmetric(A)`, …: a matrix that remembers its
    /// structure.
    ///
    /// `Symmetric` and `Hermitian` take the upper triangle.
    public record Wrap(Kind kind) implements Op {

        @Override
        public String symbol() {
            return kind.julia();
        }

        @Override
        public Value evaluate(List<Value> x) {
            if (!(x.getFirst() instanceof ArrayValue array)) {
                throw new JuliaError(
                        "MethodError",
                        "`%s` of a number; it takes a matrix".formatted(kind.julia()));
            }
            int[] size = array.size();
            if (kind == Kind.DIAGONAL) {
                ArrayValue diagonal =
                        size.length == 1 ? array : (ArrayValue) new Diag(0).evaluate(array);
                return new Structured(kind, diagonal.dense());
            }
            square(kind.julia(), size);
            return new Structured(kind, array.dense());
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            if (tangent == null) {
                return null;
            }
            return kind == Kind.UNIT_LOWER
                    ? in.apply(new Triangle(Kind.LOWER, -1), tangent)
                    : in.apply(this, new Calculus<>(in).dense(tangent));
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return switch (kind) {
                case DIAGONAL -> {
                    V diagonal = in.apply(new Diag(0), adjoint);
                    yield Strides.size(in.value(x.getFirst())).length == 1
                            ? diagonal
                            : in.apply(new DiagMatrix(0), diagonal);
                }
                case UPPER -> in.apply(new Triangle(Kind.UPPER, 0), adjoint);
                case LOWER -> in.apply(new Triangle(Kind.LOWER, 0), adjoint);
                case UNIT_LOWER -> in.apply(new Triangle(Kind.LOWER, -1), adjoint);
                case SYMMETRIC, HERMITIAN -> {
                    Transposition turn =
                            kind == Kind.SYMMETRIC
                                    ? Transposition.TRANSPOSE
                                    : Transposition.ADJOINT;
                    V below = in.apply(turn, in.apply(new Triangle(Kind.LOWER, -1), adjoint));
                    yield new Calculus<>(in)
                            .plus(in.apply(new Triangle(Kind.UPPER, 0), adjoint), below);
                }
                case TRANSPOSE -> Transposition.TRANSPOSE.transposed(in, x.getFirst(), adjoint);
                case ADJOINT -> Transposition.ADJOINT.transposed(in, x.getFirst(), adjoint);
            };
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply(kind.julia(), x.getFirst());
        }

        @Override
        public String sentence() {
            return "keeps the part of its gradient that the structure has room for";
        }

        @Override
        public String tangentSentence() {
            return "gives the tangent the same structure";
        }
    }

    static void matrix(String name, int[] size) {
        if (size.length != 2) {
            throw new JuliaError(
                    "MethodError",
                    "`%s` of %s; it takes a matrix".formatted(name, Strides.noun(size)));
        }
    }

    static void square(String name, int[] size) {
        matrix(name, size);
        if (size[0] != size[1]) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`%s` needs a square matrix, found %s".formatted(name, Strides.noun(size)));
        }
    }
}
