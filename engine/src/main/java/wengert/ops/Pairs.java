package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Value;

/// Functions of two numbers that belong to no larger family.
enum Pairs implements BinaryOp {
    /// The angle of the point (x, y), with y the first argument.
    ATAN2(
            "atan",
            "hands each side the gradient times the other side over the square of the distance from the origin, the second with a minus",
            "takes each tangent times the other side, the second from the first, over the square of the distance from the origin") {
        @Override
        public double evaluate(double y, double x) {
            return Math.atan2(y, x);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return angleSlope(in, a, b, i);
        }

        @Override
        public Interval domain(int i) {
            return i == 0 ? new Interval(-3, 3) : new Interval(0.5, 3);
        }
    },
    ATAND2(
            "atand",
            "hands each side the gradient times the other side over the square of the distance, the second with a minus, in degrees",
            "takes each tangent times the other side, the second from the first, over the square of the distance, in degrees") {
        @Override
        public double evaluate(double y, double x) {
            return Math.atan2(y, x) * Constants.RADIAN;
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return in.apply(Degrees.RAD2DEG, angleSlope(in, a, b, i));
        }

        @Override
        public Interval domain(int i) {
            return ATAN2.domain(i);
        }
    },
    /// Slope 0 at the origin, as in ChainRules.
    HYPOT(
            "hypot",
            "hands each side the gradient, times its own part of the distance",
            "adds up the tangents, each times its side's part of the distance") {
        @Override
        public double evaluate(double a, double b) {
            return Math.hypot(a, b);
        }

        @Override
        public Scalar exact(Scalar a, Scalar b) {
            return new Float64(Math.hypot(size(a), size(b)));
        }

        private double size(Scalar a) {
            return a instanceof Complex z ? ComplexFunctions.abs(z) : a.toDouble();
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            V below =
                    anyZero(in.value(y))
                            ? in.apply(
                                    Comparisons.IFELSE,
                                    in.apply(Comparisons.EQUAL, y, in.number(0)),
                                    in.number(1),
                                    y)
                            : y;
            return in.divide(in.conjugate(i == 0 ? a : b), below);
        }

        @Override
        public Turn turnsOn(int i) {
            return Turn.SIGNS;
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return anyZero(evaluate(x))
                    ? "`hypot` has a corner at the origin; we take the slope 0"
                    : null;
        }
    },
    /// `log(b, x)`, the logarithm to base b.
    LOG_BASE(
            "log",
            "divides the gradient by the number and the logarithm of the base; the base's share is also times minus the result",
            "divides each tangent by its number and by the logarithm of the base, the base's times minus the result, and adds up") {
        @Override
        public double evaluate(double b, double x) {
            return Exponentials.LOG.evaluate(x) / Exponentials.LOG.evaluate(b);
        }

        @Override
        public Scalar exact(Scalar b, Scalar x) {
            return Tower.divide(
                    (Scalar) Exponentials.LOG.evaluate(List.of(x)),
                    (Scalar) Exponentials.LOG.evaluate(List.of(b)));
        }

        @Override
        public <V> V derivative(Algebra<V> in, V b, V x, V y, int i) {
            V logarithm = in.apply(Exponentials.LOG, b);
            return i == 0
                    ? in.negate(in.divide(y, in.times(b, logarithm)))
                    : in.divide(in.number(1), in.times(x, logarithm));
        }

        @Override
        public Interval domain(int i) {
            return new Interval(1.2, 5);
        }
    },
    /// `x * 2^n`, n a whole number.
    LDEXP("ldexp", "multiplies the gradient by the power of 2") {
        @Override
        public double evaluate(double x, double n) {
            return Math.scalb(x, (int) Math.clamp(n, -5000, 5000));
        }

        @Override
        public Scalar exact(Scalar x, Scalar n) {
            if (!Tower.isWhole(n)) {
                throw Refusals.noMethod("ldexp", List.of(x, n));
            }
            return new Float64(evaluate(x.toDouble(), n.toDouble()));
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, V x, V n, V y, int i) {
            return i == 0 ? in.apply(this, in.number(1.0), n) : null;
        }

        @Override
        public boolean isOrder(int i) {
            return i == 1;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(
                    Notation.Operator.TIMES,
                    x.get(0),
                    new Notation.Power(Notation.number("2"), x.get(1)));
        }
    },
    /// The complex number with these parts.
    COMPLEX(
            "complex",
            "hands the real part the real part of the gradient, and the imaginary part its imaginary part",
            "puts the two tangents together, as it did the numbers") {
        @Override
        public double evaluate(double re, double im) {
            throw new IllegalStateException("a complex number is no double: " + re + ", " + im);
        }

        @Override
        public ElementType elementType() {
            return ElementType.ANY;
        }

        @Override
        public Scalar exact(Scalar re, Scalar im) {
            return re instanceof Complex || im instanceof Complex
                    ? Tower.plus(re, Tower.times(im, Tower.complex(Int64.ZERO, Int64.ONE)))
                    : Tower.complex(re, im);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V re, V im, V y, int i) {
            return i == 0 ? in.number(1) : in.constant(ComplexFunctions.imaginaryUnit());
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return Complex.isIn(in.value(x.get(i)))
                    ? super.vjp(in, x, y, adjoint, i)
                    : in.apply(i == 0 ? ComplexParts.REAL : ComplexParts.IMAG, adjoint);
        }
    };

    private final String symbol;
    private final String sentence;
    private final String tangents;

    Pairs(String symbol, String sentence) {
        this(symbol, sentence, ScalarOp.ofTangents(sentence));
    }

    Pairs(String symbol, String sentence, String tangents) {
        this.symbol = symbol;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    /// With the distance instead of its square, which could overflow.
    private static <V> V angleSlope(Algebra<V> in, V y, V x, int i) {
        V distance = in.apply(HYPOT, y, x);
        V slope = in.divide(in.divide(i == 0 ? x : y, distance), distance);
        return i == 0 ? slope : in.negate(slope);
    }

    static boolean anyZero(Value value) {
        if (value instanceof ArrayValue array) {
            boolean found = false;
            for (int i = 0; i < array.length() && !found; i++) {
                found = anyZero(array.get(i));
            }
            return found;
        }
        return value instanceof Scalar x && Tower.equal(x, Int64.ZERO);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public boolean commutative() {
        return this == HYPOT;
    }

    @Override
    public String slot(int i) {
        boolean angle = this == ATAN2 || this == ATAND2;
        return angle ? i == 0 ? "y" : "x" : BinaryOp.super.slot(i);
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }
}
