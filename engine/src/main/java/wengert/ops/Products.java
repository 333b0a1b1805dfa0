package wengert.ops;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// Products of vectors and matrices. Each is linear in each factor, so each factor gets the others.
public enum Products implements Op {
    /// `A * B`; a row times a vector is a number.
    MATMUL(
            "*",
            "·",
            "hands each factor the gradient, times the other factor transposed",
            "follows the product rule: each factor's tangent in its place, times the other factor, added up") {
        @Override
        public Value evaluate(List<Value> x) {
            return MatrixProduct.of((ArrayValue) x.get(0), (ArrayValue) x.get(1));
        }

        @Override
        <V> V product(Calculus<V> c, List<V> x) {
            return c.mul(x.get(0), x.get(1));
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            var c = new Calculus<>(in);
            V share = i == 0 ? c.mul(adjoint, c.t(x.get(1))) : c.mul(c.t(x.get(0)), adjoint);
            return c.fit(share, x.get(i));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(Notation.Operator.TIMES, x.get(0), x.get(1));
        }
    },
    /// `dot(x, y)`, the left side conjugated.
    DOT(
            "dot",
            "⋅",
            "hands each vector the gradient, times the other vector",
            "follows the product rule: each vector's tangent ⋅ the other vector, added up") {
        @Override
        public Value evaluate(List<Value> x) {
            return MatrixProduct.dot((ArrayValue) x.get(0), (ArrayValue) x.get(1));
        }

        @Override
        <V> V product(Calculus<V> c, List<V> x) {
            return c.in().apply(this, x);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            var c = new Calculus<>(in);
            return c.fit(c.times(i == 0 ? c.conj(adjoint) : adjoint, x.get(1 - i)), x.get(i));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(Notation.Operator.INNER, x.get(0), x.get(1));
        }
    },
    /// `dot(x, A, y)`, which is `x' * A * y` without the vector in between.
    QUADRATIC(
            "dot",
            "⋅",
            "hands each factor the gradient, times the product of the two others",
            "follows the product rule: each factor in turn gives way to its tangent, and all are added up") {
        @Override
        public Value evaluate(List<Value> x) {
            Value right = MATMUL.evaluate(List.of(x.get(1), x.get(2)));
            return DOT.evaluate(List.of(x.get(0), right));
        }

        @Override
        <V> V product(Calculus<V> c, List<V> x) {
            return c.in().apply(this, x);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            var c = new Calculus<>(in);
            V left = x.get(0);
            V a = x.get(1);
            V right = x.get(2);
            return switch (i) {
                case 0 -> c.times(c.conj(adjoint), c.mul(a, right));
                case 1 -> c.times(adjoint, c.mul(left, c.t(right)));
                default -> c.times(adjoint, c.mul(c.t(a), left));
            };
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(
                    Notation.Operator.TIMES, new Notation.Transpose(x.get(0)), x.get(1), x.get(2));
        }
    },
    /// `cross(a, b)` of vectors with 3 elements.
    CROSS(
            "cross",
            "×",
            "hands each vector the cross product of the other vector and the gradient",
            "follows the product rule: the cross product with each vector's tangent in its place, added up") {
        @Override
        public Value evaluate(List<Value> x) {
            ArrayValue a = (ArrayValue) x.get(0);
            ArrayValue b = (ArrayValue) x.get(1);
            if (a.length() != 3 || b.length() != 3) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "`cross` needs two vectors with 3 elements: the left side has %s and the right side %d"
                                .formatted(Strides.elements(a.length()), b.length()));
            }
            Scalar[] y = new Scalar[3];
            for (int k = 0; k < 3; k++) {
                int p = (k + 1) % 3;
                int q = (k + 2) % 3;
                y[k] =
                        Scalars.minus(
                                Scalars.times(Scalars.at(a, p), Scalars.at(b, q)),
                                Scalars.times(Scalars.at(a, q), Scalars.at(b, p)));
            }
            return Scalars.collect(new int[] {3}, List.of(y));
        }

        @Override
        <V> V product(Calculus<V> c, List<V> x) {
            return c.in().apply(this, x);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            V other = new Calculus<>(in).conj(x.get(1 - i));
            return i == 0 ? in.apply(this, other, adjoint) : in.apply(this, adjoint, other);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(Notation.Operator.CROSS, x.get(0), x.get(1));
        }
    },
    /// `kron(A, B)`: every element of the left side times the whole right side.
    KRON(
            "kron",
            "⊗",
            "hands each element the other side's elements that it met, times their gradients",
            "follows the product rule: the product with each side's tangent in its place, added up") {
        @Override
        public Value evaluate(List<Value> x) {
            return product(new Calculus<>(Values.IN), x);
        }

        // (A ⊗ B)[k, i, l, j] = A[i, j] B[k, l], seen as an array of four dimensions
        @Override
        <V> V product(Calculus<V> c, List<V> x) {
            int[] m = c.size(x.get(0));
            int[] n = c.size(x.get(1));
            if (m.length == 1 && n.length == 1) {
                return c.reshape(
                        c.times(c.reshape(x.get(0), 1, m[0]), c.reshape(x.get(1), n[0], 1)),
                        m[0] * n[0]);
            }
            V a = c.reshape(x.get(0), 1, Strides.along(m, 0), 1, Strides.along(m, 1));
            V b = c.reshape(x.get(1), Strides.along(n, 0), 1, Strides.along(n, 1), 1);
            return c.reshape(
                    c.times(a, b),
                    Strides.along(m, 0) * Strides.along(n, 0),
                    Strides.along(m, 1) * Strides.along(n, 1));
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            var c = new Calculus<>(in);
            int[] m = c.size(x.get(0));
            int[] n = c.size(x.get(1));
            V split =
                    c.reshape(
                            adjoint,
                            Strides.along(n, 0),
                            Strides.along(m, 0),
                            Strides.along(n, 1),
                            Strides.along(m, 1));
            V other = c.conj(x.get(1 - i));
            V spread =
                    i == 0
                            ? c.reshape(other, Strides.along(n, 0), 1, Strides.along(n, 1), 1)
                            : c.reshape(other, 1, Strides.along(m, 0), 1, Strides.along(m, 1));
            return c.fit(
                    c.sum(c.times(split, spread), i == 0 ? Ints.of(1, 3) : Ints.of(2, 4)),
                    x.get(i));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("kron", x.get(0), x.get(1));
        }
    };

    private final String symbol;
    private final String sign;
    private final String sentence;
    private final String tangents;

    Products(String symbol, String sign, String sentence, String tangents) {
        this.symbol = symbol;
        this.sign = sign;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    /// The product as an expression, for the product rule.
    abstract <V> V product(Calculus<V> c, List<V> x);

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sign() {
        return sign;
    }

    @Override
    public boolean commutative() {
        return this == DOT; // of complex vectors up to the conjugate
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }

    /// The product rule: each factor in turn is replaced by its tangent.
    @Override
    public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        var c = new Calculus<>(in);
        V sum = null;
        for (int i = 0; i < dx.size(); i++) {
            V tangent = dx.get(i);
            if (tangent != null) {
                var factors = new ArrayList<V>(x);
                factors.set(i, tangent);
                sum = c.add(sum, c.fit(product(c, factors), y));
            }
        }
        return sum;
    }

    /// `A^n`, the matrix product of n copies; of copies of the inverse where n is negative.
    public record MatrixPower(long n) implements Op {

        @Override
        public String symbol() {
            return "^";
        }

        @Override
        public Value evaluate(List<Value> x) {
            Shapes.square("^", Strides.size(x.getFirst()));
            var c = new Calculus<>(Values.IN);
            if (n == 0) {
                return c.constant(Dense.identity(c.size(x.getFirst())[0]));
            }
            return power(
                    c,
                    n < 0 ? Values.IN.apply(Determinants.INV, x.getFirst()) : x.getFirst(),
                    Math.abs(n));
        }

        /// By repeated squaring. The count has no sign, so that the least whole number is one as well.
        private static <V> V power(Calculus<V> c, V a, long count) {
            if (count == 1) {
                return a;
            }
            V half = power(c, a, count >>> 1);
            V even = c.mul(half, half);
            return (count & 1) == 0 ? even : c.mul(even, a);
        }

        /// ∑ Aᵏ Ȧ Aⁿ⁻¹⁻ᵏ, each factor in turn; for a negative power the inverse takes the place of
        /// A. It is built up as the power is, by squaring, and so takes a few times as many products.
        private <V> V sum(Calculus<V> c, V a, V middle) {
            V sum = middle;
            V power = a;
            long count = Math.abs(n);
            for (long bit = Long.highestOneBit(count) >>> 1; bit > 0; bit >>= 1) {
                sum = c.plus(c.mul(sum, power), c.mul(power, sum));
                boolean odd = (count & bit) != 0;
                if (odd || bit > 1) {
                    power = c.mul(power, power);
                }
                if (odd) {
                    sum = c.plus(c.mul(sum, a), c.mul(power, middle));
                    power = bit > 1 ? c.mul(power, a) : power;
                }
            }
            return sum;
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            if (tangent == null || n == 0) {
                return null;
            }
            var c = new Calculus<>(in);
            if (n > 0) {
                return sum(c, x.getFirst(), tangent);
            }
            V inverse = in.apply(Determinants.INV, x.getFirst());
            return sum(c, inverse, c.negate(c.mul(inverse, tangent, inverse)));
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            if (n == 0) {
                return null;
            }
            var c = new Calculus<>(in);
            if (n > 0) {
                return sum(c, c.t(x.getFirst()), adjoint);
            }
            V inverse = c.t(in.apply(Determinants.INV, x.getFirst()));
            return c.negate(c.mul(inverse, sum(c, inverse, adjoint), inverse));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Power(x.getFirst(), Notation.number(String.valueOf(n)));
        }

        @Override
        public String sentence() {
            return "follows the product rule: each of its factors in turn gets the product of the others";
        }

        @Override
        public String tangentSentence() {
            return "follows the product rule: each of its factors in turn gives way to the tangent, and all are added up";
        }
    }

    static Tensor vector(ArrayValue a) {
        return a.dense().reshaped(a.length());
    }
}
