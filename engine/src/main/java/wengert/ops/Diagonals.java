package wengert.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// Diagonals and triangles of matrices.
public final class Diagonals {

    private Diagonals() {}

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
            Shapes.matrix("diag", of);
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
            var zeros = new Fill(v.length() == 0 ? Float64.ZERO : Scalars.zero(v), size);
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
            Shapes.matrix(symbol(), size);
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
}
