package wengert.ops;

import static wengert.notation.Notation.Operator;
import static wengert.notation.Notation.infix;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Value;

/// Sums, products, quotients and powers of numbers.
enum Arithmetic implements ScalarOp {
    IDENTITY("+", 1, "passes its gradient on unchanged") {
        @Override
        public double evaluate(double... x) {
            return x[0];
        }

        @Override
        Scalar exact(Scalar[] x) {
            return x[0];
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.number(1);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return x.getFirst();
        }
    },
    PLUS(
            "+",
            2,
            "passes its gradient on unchanged to each side",
            "adds up the tangents of both sides") {
        @Override
        public double evaluate(double... x) {
            return x[0] + x[1];
        }

        @Override
        public double evaluate(double a, double b) {
            return a + b;
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.plus(x[0], x[1]);
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.number(1);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return infix(Operator.PLUS, x.get(0), x.get(1));
        }
    },
    MINUS(
            "-",
            2,
            "passes its gradient on to the left side, and with the other sign to the right",
            "takes the tangent of the right side from that of the left") {
        @Override
        public double evaluate(double... x) {
            return x[0] - x[1];
        }

        @Override
        public double evaluate(double a, double b) {
            return a - b;
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.minus(x[0], x[1]);
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.number(i == 0 ? 1 : -1);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return i == 0 ? adjoint : in.negate(adjoint);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return infix(Operator.MINUS, x.get(0), x.get(1));
        }
    },
    NEGATE("-", 1, "changes the sign of its gradient") {
        @Override
        public double evaluate(double... x) {
            return -x[0];
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.negate(x[0]);
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.number(-1);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return in.negate(adjoint);
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            return tangent == null ? null : in.negate(tangent);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Negative(x.get(0));
        }
    },
    TIMES(
            "*",
            2,
            "hands each factor the gradient, times the other factor",
            "follows the product rule: each factor's tangent times the other factor, added up") {
        @Override
        public double evaluate(double... x) {
            return x[0] * x[1];
        }

        @Override
        public double evaluate(double a, double b) {
            return a * b;
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.times(x[0], x[1]);
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return x.get(1 - i);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return infix(Operator.TIMES, x.get(0), x.get(1));
        }

        @Override
        public String sign() {
            return "×";
        }
    },
    DIVIDE(
            "/",
            2,
            "hands the numerator the gradient over the denominator, and the denominator minus the quotient times that",
            "follows the quotient rule: the numerator's tangent less the quotient times the denominator's, all over the denominator") {
        @Override
        public double evaluate(double... x) {
            return x[0] / x[1];
        }

        @Override
        public double evaluate(double a, double b) {
            return a / b;
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.divide(x[0], x[1]);
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return quotientSlope(in, x, y, i);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            V quotient = in.divide(adjoint, in.conjugate(x.get(1)));
            return i == 0 ? quotient : in.negate(Shares.times(in, quotient, in.conjugate(y)));
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V above = dx.get(0);
            V below = dx.get(1);
            if (below == null) {
                return above == null ? null : in.divide(above, x.get(1));
            }
            V lost = Shares.times(in, y, below);
            V change = above == null ? in.negate(lost) : in.minus(above, lost);
            return in.divide(change, x.get(1));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Fraction(x.get(0), x.get(1));
        }

        @Override
        public String sign() {
            return "÷";
        }

        @Override
        public Interval domain(int i) {
            return i == 0 ? new Interval(-3, 3) : new Interval(0.5, 3);
        }
    },
    LEFT_DIVIDE(
            "\\",
            2,
            "hands the right side the gradient over the left side, and the left side minus the quotient times that",
            "follows the quotient rule, with the denominator on the left") {
        @Override
        public double evaluate(double... x) {
            return x[1] / x[0];
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.divide(x[1], x[0]);
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return quotientSlope(in, x.reversed(), y, 1 - i);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return DIVIDE.vjp(in, x.reversed(), y, adjoint, 1 - i);
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            return DIVIDE.jvp(in, x.reversed(), y, dx.reversed());
        }

        @Override
        public Notation notation(List<Notation> x) {
            return infix(Operator.LEFT_DIVIDE, x.get(0), x.get(1));
        }

        @Override
        public Interval domain(int i) {
            return i == 0 ? new Interval(0.5, 3) : new Interval(-3, 3);
        }
    },
    RATIO(
            "//",
            2,
            "hands the numerator the gradient over the denominator, and the denominator minus the quotient times that",
            "follows the quotient rule, as any quotient") {
        @Override
        public double evaluate(double... x) {
            throw Refusals.noMethod("//", List.of(new Float64(x[0]), new Float64(x[1])));
        }

        @Override
        public ElementType elementType() {
            return ElementType.ANY;
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.ratio(x[0], x[1]);
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return quotientSlope(in, x, y, i);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Fraction(x.get(0), x.get(1));
        }
    },
    INVERSE("inv", 1, "multiplies the gradient by the square of its result, with a minus") {
        @Override
        public double evaluate(double... x) {
            return 1 / x[0];
        }

        @Override
        Scalar exact(Scalar[] x) {
            return x[0] instanceof Rational(long n, long d)
                    ? Tower.fraction(Tower.big(d), Tower.big(n))
                    : Tower.divide(Float64.ONE, x[0]);
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.negate(in.square(y));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Fraction(Notation.number("1"), x.getFirst());
        }

        @Override
        public Interval domain(int i) {
            return new Interval(0.5, 3);
        }
    },
    POWER("^", 2, PowerRule.SENTENCE, PowerRule.TANGENTS) {
        @Override
        public double evaluate(double... x) {
            return Exponentiation.power(x[0], x[1]);
        }

        @Override
        public double evaluate(double a, double b) {
            return Exponentiation.power(a, b);
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Exponentiation.power(x[0], x[1]);
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
    CONJUGATE("conj", 1, "mirrors its gradient at the real axis") {
        @Override
        public double evaluate(double... x) {
            return x[0];
        }

        @Override
        Scalar exact(Scalar[] x) {
            return x[0] instanceof Complex(Scalar re, Scalar im)
                    ? Tower.complex(re, Tower.negate(im))
                    : x[0];
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.number(1);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return in.conjugate(adjoint);
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            return tangent == null ? null : in.conjugate(tangent);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Apply("conj", x);
        }
    };

    private final String symbol;
    private final int arity;
    private final String sentence;
    private final String tangents;

    Arithmetic(String symbol, int arity, String sentence) {
        this(symbol, arity, sentence, ScalarOp.ofTangents(sentence));
    }

    Arithmetic(String symbol, int arity, String sentence, String tangents) {
        this.symbol = symbol;
        this.arity = arity;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    /// The result for numbers of any types.
    abstract Scalar exact(Scalar[] x);

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return arity;
    }

    @Override
    public boolean commutative() {
        return this == PLUS || this == TIMES;
    }

    @Override
    public String slot(int i) {
        return switch (this) {
            case MINUS -> i == 0 ? "+" : "−";
            case DIVIDE -> i == 0 ? "×" : "÷";
            case POWER -> i == 0 ? "x" : "n";
            default -> ScalarOp.super.slot(i);
        };
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }

    @Override
    public Value evaluate(List<Value> x) {
        if (x.size() == 2) {
            return evaluate(x.get(0), x.get(1));
        }
        return this == NEGATE && x.get(0) instanceof Float64(double a)
                ? new Float64(-a)
                : exact(Scalars.all(symbol, x));
    }

    @Override
    public Value evaluate(Value x, Value y) {
        if (this != POWER && this != RATIO) {
            if (x instanceof Float64(double a)) {
                if (y instanceof Float64(double b)) {
                    return new Float64(evaluate(a, b));
                }
                if (y instanceof Int64(long b)) {
                    return new Float64(evaluate(a, (double) b));
                }
            } else if (x instanceof Int64(long a) && y instanceof Float64(double b)) {
                return new Float64(evaluate((double) a, b));
            }
        }
        return exact(Scalars.all(symbol, List.of(x, y)));
    }

    private static <V> V quotientSlope(Algebra<V> in, List<V> x, V y, int i) {
        V below = x.get(1);
        return i == 0 ? in.divide(in.number(1), below) : in.negate(in.divide(y, below));
    }
}
