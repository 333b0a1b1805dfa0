package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Structured.Kind;
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
                        size.length == 1
                                ? array
                                : (ArrayValue) new Diagonals.Diag(0).evaluate(array);
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
                    ? in.apply(new Diagonals.Triangle(Kind.LOWER, -1), tangent)
                    : in.apply(this, new Calculus<>(in).dense(tangent));
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return switch (kind) {
                case DIAGONAL -> {
                    V diagonal = in.apply(new Diagonals.Diag(0), adjoint);
                    yield Strides.size(in.value(x.getFirst())).length == 1
                            ? diagonal
                            : in.apply(new Diagonals.DiagMatrix(0), diagonal);
                }
                case UPPER -> in.apply(new Diagonals.Triangle(Kind.UPPER, 0), adjoint);
                case LOWER -> in.apply(new Diagonals.Triangle(Kind.LOWER, 0), adjoint);
                case UNIT_LOWER -> in.apply(new Diagonals.Triangle(Kind.LOWER, -1), adjoint);
                case SYMMETRIC, HERMITIAN -> {
                    Transposition turn =
                            kind == Kind.SYMMETRIC
                                    ? Transposition.TRANSPOSE
                                    : Transposition.ADJOINT;
                    V below =
                            in.apply(
                                    turn,
                                    in.apply(new Diagonals.Triangle(Kind.LOWER, -1), adjoint));
                    yield new Calculus<>(in)
                            .plus(in.apply(new Diagonals.Triangle(Kind.UPPER, 0), adjoint), below);
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
