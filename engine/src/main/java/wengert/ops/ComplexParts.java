package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Value;

/// The real numbers that a complex number is made of, and the size of any number.
///
/// `abs` has the slope 0 at 0, as in ChainRules.
enum ComplexParts implements UnaryOp, RealValued {
    REAL("real", "passes the real part of its gradient on") {
        @Override
        public double evaluate(double x) {
            return x;
        }

        @Override
        public Scalar real(Scalar x) {
            return x;
        }

        @Override
        public Scalar complex(Complex z) {
            return z.re();
        }

        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.number(1);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Apply("Re", x);
        }
    },
    IMAG("imag", "passes its gradient on to the imaginary part; the real part gets nothing") {
        @Override
        public double evaluate(double x) {
            return 0;
        }

        @Override
        public Scalar real(Scalar x) {
            return Tower.im(x);
        }

        @Override
        public Scalar complex(Complex z) {
            return z.im();
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, V x, V y) {
            return Complex.isIn(in.value(x)) ? in.constant(Complex.of(0, -1)) : null;
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            return tangent == null || !Complex.isIn(in.value(x.getFirst()))
                    ? null
                    : in.apply(this, tangent);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Apply("Im", x);
        }
    },
    ABS("abs", "multiplies the gradient by the sign of its argument") {
        @Override
        public double evaluate(double x) {
            return Math.abs(x);
        }

        @Override
        public Scalar real(Scalar x) {
            return switch (x) {
                case Int64(long n) -> Int64.of(Math.abs(n));
                case Rational(long n, long d) -> n < 0 ? Tower.negate(x) : x;
                case Bool b -> b;
                default -> new Float64(Math.abs(x.toDouble()));
            };
        }

        @Override
        public Scalar complex(Complex z) {
            return new Float64(ComplexFunctions.abs(z));
        }

        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.conjugate(in.apply(Signs.SIGN, x));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Delimited("|", x.getFirst(), "|");
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return x.getFirst() instanceof Scalar a && a.toDouble() == 0 && imaginary(a) == 0
                    ? "`abs` has a corner at 0; we take the slope 0"
                    : null;
        }
    },
    ABS2("abs2", "multiplies the gradient by twice the number") {
        @Override
        public double evaluate(double x) {
            return x * x;
        }

        @Override
        public Scalar real(Scalar x) {
            return Tower.times(x, x);
        }

        @Override
        public Scalar complex(Complex z) {
            return Tower.plus(Tower.times(z.re(), z.re()), Tower.times(z.im(), z.im()));
        }

        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(in.number(2), in.conjugate(x));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Power(
                    new Notation.Delimited("|", x.getFirst(), "|"), Notation.number("2"));
        }
    },
    ANGLE("angle", "passes on how far a small change turns the number") {
        @Override
        public double evaluate(double x) {
            return Math.atan2(0, x);
        }

        @Override
        public Scalar complex(Complex z) {
            return new Float64(ComplexFunctions.angle(z));
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, V x, V y) {
            return Complex.isIn(in.value(x)) ? in.divide(in.constant(Complex.of(0, -1)), x) : null;
        }
    };

    private final String symbol;
    private final String sentence;

    ComplexParts(String symbol, String sentence) {
        this.symbol = symbol;
        this.sentence = sentence;
    }

    private static double imaginary(Scalar x) {
        return Tower.im(x).toDouble();
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return this == IMAG
                ? "takes the imaginary part of its tangent"
                : ScalarOp.ofTangents(sentence);
    }
}
