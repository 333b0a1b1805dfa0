package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Value;

/// Operations that read or change the sign of a number.
enum Signs implements ScalarOp {
    SIGN("sign", 1, "is flat to both sides of 0, so nothing passes") {
        @Override
        public double evaluate(double... x) {
            return Math.signum(x[0]);
        }

        @Override
        Scalar exact(Scalar a, Scalar b) {
            return switch (a) {
                case Int64(long n) -> Int64.of(Long.signum(n));
                case Rational(long n, long d) -> new Rational(Long.signum(n), 1);
                case Complex z -> {
                    double size = ComplexFunctions.abs(z);
                    yield size == 0
                            ? Complex.of(0, 0)
                            : Complex.of(z.toDouble() / size, z.imaginary() / size);
                }
                case Float64(double x) -> new Float64(Math.signum(x));
                default -> a;
            };
        }

        // of a complex number, only turning it changes the sign
        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return Complex.isIn(in.value(x.getFirst())) ? turn(in, x.getFirst(), y, adjoint) : null;
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            return tangent == null || !Complex.isIn(in.value(x.getFirst()))
                    ? null
                    : turn(in, x.getFirst(), y, tangent);
        }

        private <V> V turn(Algebra<V> in, V x, V y, V change) {
            V size = in.apply(ComplexParts.ABS, x);
            V isZero = in.apply(Comparisons.EQUAL, size, in.number(0));
            V below = in.apply(Comparisons.IFELSE, isZero, in.number(1), size);
            V across = in.apply(ComplexParts.IMAG, in.times(in.conjugate(y), change));
            V i = in.constant(ComplexFunctions.imaginaryUnit());
            return in.times(in.times(y, in.divide(across, below)), i);
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return null;
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return x.getFirst() instanceof Scalar a && Tower.equal(a, Int64.ZERO)
                    ? "`sign` jumps at 0; we take the slope 0"
                    : null;
        }
    },
    /// The first number with the sign of the second.
    COPY_SIGN(
            "copysign",
            2,
            "keeps the gradient, or changes its sign where it changed that of the number") {
        @Override
        public double evaluate(double... x) {
            return Math.copySign(x[0], x[1]);
        }

        @Override
        Scalar exact(Scalar a, Scalar b) {
            return isNegative(a) == isNegative(b) ? a : Tower.negate(a);
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
            if (i == 1) {
                return null;
            }
            V own = in.apply(COPY_SIGN, in.number(1.0), x.get(0));
            return in.apply(FLIP_SIGN, own, x.get(1));
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return x.getFirst() instanceof Scalar a && a.toDouble() == 0
                    ? "`copysign` has a corner at 0; we take the slope of the side the zero is on"
                    : null;
        }
    },
    /// The first number, turned round where the second is negative.
    FLIP_SIGN(
            "flipsign",
            2,
            "keeps the gradient, or changes its sign where it changed that of the number") {
        @Override
        public double evaluate(double... x) {
            return Math.copySign(1, x[1]) < 0 ? -x[0] : x[0];
        }

        @Override
        Scalar exact(Scalar a, Scalar b) {
            return isNegative(b) ? Tower.negate(a) : a;
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return i == 0 ? in.apply(FLIP_SIGN, in.number(1.0), x.get(1)) : null;
        }
    };

    private final String symbol;
    private final int arity;
    private final String sentence;

    Signs(String symbol, int arity, String sentence) {
        this.symbol = symbol;
        this.arity = arity;
        this.sentence = sentence;
    }

    /// The result for numbers of any types; of one number, `a` and `b` are the same.
    abstract Scalar exact(Scalar a, Scalar b);

    private static boolean isNegative(Scalar x) {
        return Math.copySign(1, x.toDouble()) < 0;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return arity;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return ScalarOp.ofTangents(sentence);
    }

    @Override
    public Value evaluate(List<Value> x) {
        boolean anyComplex = arity == 2 && (Complex.isIn(x.get(0)) || Complex.isIn(x.get(1)));
        if (!anyComplex && x.getFirst() instanceof Scalar a && x.getLast() instanceof Scalar b) {
            return exact(a, b);
        }
        throw Refusals.noMethod(symbol, x);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply(symbol, x);
    }
}
