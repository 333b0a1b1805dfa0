package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// Powers with a literal exponent, and roots. What all powers share is in [Exponentiation], their values,
/// and [PowerRule], their slopes.
enum Powers implements ScalarOp {
    /// A power whose exponent is written out as a whole number: `2^-1` is 0.5, where `2^n` with
    /// n = -1 is an error.
    LITERAL_POWER(
            "^",
            2,
            "brings the exponent down as a factor and lowers it by one",
            "brings the exponent down as a factor of the tangent and lowers it by one") {
        @Override
        public double evaluate(double... x) {
            return Exponentiation.power(x[0], x[1]);
        }

        @Override
        public Value evaluate(List<Value> x) {
            boolean inverse = Tower.isWhole(scalar(x, 0)) && scalar(x, 1).toDouble() < 0;
            Scalar base = inverse ? Tower.toFloat(scalar(x, 0)) : scalar(x, 0);
            return Exponentiation.power(base, scalar(x, 1));
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return PowerRule.slope(in, this, x, y, i, Double.NEGATIVE_INFINITY);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return PowerRule.share(in, this, x, y, adjoint, i);
        }

        @Override
        public Turn turnsOn(int i) {
            return i == 1 ? Turn.SIGNS : Turn.NOTHING;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Power(x.get(0), x.get(1));
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return PowerRule.kink(x);
        }

        @Override
        public Interval domain(int i) {
            return i == 0 ? new Interval(0.3, 3) : new Interval(-2, 3);
        }
    },
    SQRT("sqrt", 1, "divides the gradient by twice the root") {
        @Override
        public double evaluate(double... x) {
            return evaluate(x[0]);
        }

        @Override
        public double evaluate(double x) {
            if (x < 0) {
                throw Refusals.domain(
                        "sqrt",
                        x,
                        "square roots of real numbers start at 0",
                        "`sqrt(complex(x))` gives the complex root");
            }
            return Math.sqrt(x);
        }

        @Override
        public Value evaluate(List<Value> x) {
            return scalar(x, 0) instanceof Complex z
                    ? ComplexFunctions.sqrt(z)
                    : new Float64(evaluate(scalar(x, 0).toDouble()));
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.divide(in.number(1), in.times(in.number(2), y));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Root(x.getFirst(), 2);
        }

        @Override
        public String sign() {
            return "√";
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return PowerRule.isZero(x.getFirst()) ? "`sqrt` is infinitely steep at 0" : null;
        }

        @Override
        public Interval domain(int i) {
            return new Interval(0, 5);
        }
    },
    CBRT("cbrt", 1, "divides the gradient by three times the square of the root") {
        @Override
        public double evaluate(double... x) {
            return Math.cbrt(x[0]);
        }

        @Override
        public double evaluate(double x) {
            return Math.cbrt(x);
        }

        @Override
        public Value evaluate(List<Value> x) {
            if (scalar(x, 0) instanceof Complex) {
                throw Refusals.noMethod("cbrt", x);
            }
            return new Float64(evaluate(scalar(x, 0).toDouble()));
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.divide(in.number(1), in.times(in.number(3), in.square(y)));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Root(x.getFirst(), 3);
        }

        @Override
        public String sign() {
            return "∛";
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return PowerRule.isZero(x.getFirst()) ? "`cbrt` is infinitely steep at 0" : null;
        }
    },
    FOURTHROOT("fourthroot", 1, "divides the gradient by four times the cube of the root") {
        @Override
        public double evaluate(double... x) {
            return evaluate(x[0]);
        }

        @Override
        public double evaluate(double x) {
            if (x < 0) {
                throw Refusals.domain("fourthroot", x, "fourth roots of real numbers start at 0");
            }
            return Math.sqrt(Math.sqrt(x));
        }

        @Override
        public Value evaluate(List<Value> x) {
            if (scalar(x, 0) instanceof Complex) {
                throw Refusals.noMethod("fourthroot", x);
            }
            return new Float64(evaluate(scalar(x, 0).toDouble()));
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            V cube = in.times(y, in.square(y));
            return in.divide(in.number(1), in.times(in.number(4), cube));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Root(x.getFirst(), 4);
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return PowerRule.isZero(x.getFirst()) ? "`fourthroot` is infinitely steep at 0" : null;
        }

        @Override
        public Interval domain(int i) {
            return new Interval(0, 5);
        }
    };

    private final String symbol;
    private final int arity;
    private final String sentence;
    private final String tangents;

    Powers(String symbol, int arity, String sentence) {
        this(symbol, arity, sentence, ScalarOp.ofTangents(sentence));
    }

    Powers(String symbol, int arity, String sentence, String tangents) {
        this.symbol = symbol;
        this.arity = arity;
        this.sentence = sentence;
        this.tangents = tangents;
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
    public String slot(int i) {
        return arity == 2 ? i == 0 ? "x" : "n" : ScalarOp.super.slot(i);
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }

    Scalar scalar(List<Value> x, int i) {
        if (x.get(i) instanceof Scalar scalar) {
            return scalar;
        }
        throw Refusals.noMethod(symbol, x);
    }
}
