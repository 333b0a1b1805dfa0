package wengert.ops;

import java.util.List;
import wengert.notation.Notation;

/// Special functions of two numbers.
///
/// Where the first is an order, there is no slope in it here: it is NaN, as in DiffRules.
enum SpecialPairs implements BinaryOp {
    POLYGAMMA("polygamma", "multiplies the gradient by polygamma of the next order") {
        @Override
        public double evaluate(double m, double x) {
            if (m < 0 || m != Math.rint(m)) {
                throw Refusals.domain("polygamma", m, "its order is a whole number from 0");
            }
            return GammaSeries.polygamma((int) m, x);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V m, V x, V y, int i) {
            return i == 0
                    ? in.number(Double.NaN)
                    : in.apply(POLYGAMMA, in.plus(m, in.number(1)), x);
        }

        @Override
        public Interval domain(int i) {
            return new Interval(0.2, 5);
        }

        @Override
        public boolean isOrder(int i) {
            return i == 0;
        }
    },
    /// Hurwitz' zeta function.
    ZETA("zeta", "multiplies the gradient by minus the order and by zeta of the next order") {
        @Override
        public double evaluate(double s, double q) {
            return GammaSeries.zeta(s, q).value();
        }

        @Override
        public <V> V derivative(Algebra<V> in, V s, V q, V y, int i) {
            return i == 0
                    ? in.number(Double.NaN)
                    : in.negate(in.times(s, in.apply(ZETA, in.plus(s, in.number(1)), q)));
        }

        @Override
        public Interval domain(int i) {
            return new Interval(1.5, 5);
        }

        @Override
        public boolean isOrder(int i) {
            return i == 0;
        }
    },
    BETA(
            "beta",
            "hands each side the gradient, times the result and a difference of digammas",
            "multiplies each tangent by the result and a difference of digammas, and adds up") {
        @Override
        public double evaluate(double a, double b) {
            return GammaSeries.beta(a, b);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return in.times(y, in.apply(DIGAMMA_STEP, i == 0 ? a : b, i == 0 ? b : a));
        }
    },
    LOGBETA(
            "logbeta",
            "hands each side the gradient, times a difference of digammas",
            "multiplies each tangent by a difference of digammas, and adds up") {
        @Override
        public double evaluate(double a, double b) {
            return GammaSeries.logBeta(a, b);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return in.apply(DIGAMMA_STEP, i == 0 ? a : b, i == 0 ? b : a);
        }
    },
    /// digamma(a) - digamma(a + b), without cancellation.
    DIGAMMA_STEP(
            "digammastep",
            "hands the first side the gradient times a difference of trigammas, and the second the gradient times minus a trigamma",
            "multiplies the first tangent by a difference of trigammas, the second by minus a trigamma, and adds up") {
        @Override
        public double evaluate(double a, double b) {
            return GammaSeries.digammaStep(a, b);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return i == 0
                    ? in.apply(TRIGAMMA_STEP, a, b)
                    : in.negate(in.apply(GammaFunctions.TRIGAMMA, in.plus(a, b)));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(
                    Notation.Operator.MINUS,
                    Notation.apply("ψ", x.get(0)),
                    Notation.apply(
                            "ψ", Notation.infix(Notation.Operator.PLUS, x.get(0), x.get(1))));
        }
    },
    /// trigamma(a) - trigamma(a + b), without cancellation.
    TRIGAMMA_STEP(
            "trigammastep",
            "hands the first side the gradient times a difference of polygammas, and the second the gradient times minus a polygamma",
            "multiplies the first tangent by a difference of polygammas, the second by minus a polygamma, and adds up") {
        @Override
        public double evaluate(double a, double b) {
            return GammaSeries.trigammaStep(a, b);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            V two = in.number(2);
            V further = in.apply(POLYGAMMA, two, in.plus(a, b));
            return i == 0 ? in.minus(in.apply(POLYGAMMA, two, a), further) : in.negate(further);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(
                    Notation.Operator.MINUS,
                    Notation.apply("ψ₁", x.get(0)),
                    Notation.apply(
                            "ψ₁", Notation.infix(Notation.Operator.PLUS, x.get(0), x.get(1))));
        }
    },
    /// `erf(x, y)` is erf(y) - erf(x), without cancellation.
    ERF(
            "erf",
            "hands each end of the interval the gradient times a bell curve, upside down for the first",
            "multiplies each tangent by a bell curve, the first upside down, and adds up") {
        @Override
        public double evaluate(double x, double y) {
            return ErrorSeries.erfBetween(x, y);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            double factor = Constants.TWO_OVER_SQRT_PI;
            return ErrorFunctions.bell(in, i == 0 ? a : b, i == 0 ? -factor : factor);
        }

        @Override
        public Interval domain(int i) {
            return new Interval(-3, 3);
        }
    },
    /// The generalized exponential integral.
    EXPINT("expint", "multiplies the gradient by minus the integral of the order below") {
        @Override
        public double evaluate(double order, double x) {
            return IntegralSeries.expint(order, x);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V order, V x, V y, int i) {
            return i == 0
                    ? in.number(Double.NaN)
                    : in.negate(in.apply(EXPINT, in.minus(order, in.number(1)), x));
        }

        @Override
        public boolean isOrder(int i) {
            return i == 0;
        }
    };

    private final String symbol;
    private final String sentence;
    private final String tangents;

    SpecialPairs(String symbol, String sentence) {
        this(symbol, sentence, ScalarOp.ofTangents(sentence));
    }

    SpecialPairs(String symbol, String sentence, String tangents) {
        this.symbol = symbol;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public boolean commutative() {
        return this == BETA || this == LOGBETA;
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
    public Interval domain(int i) {
        return new Interval(0.3, 5);
    }
}
