package wengert.ops;

import wengert.value.Value;

/// The functions of LogExpFunctions that take two numbers.
enum LogExpPairs implements BinaryOp {
    /// `x * log(y)`, 0 where x is.
    XLOGY(
            "xlogy",
            "hands the factor the gradient times the logarithm, and the argument of the logarithm the gradient times the quotient",
            "multiplies the factor's tangent by the logarithm, and that inside the logarithm by the quotient, and adds up") {
        @Override
        public double evaluate(double x, double y) {
            return x == 0 && !Double.isNaN(y) ? 0 : x * Exponentials.LOG.evaluate(y);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return i == 0 ? in.apply(Exponentials.LOG, b) : ratio(in, a, b);
        }
    },
    /// `x * log(1 + y)`, 0 where x is.
    XLOG1PY(
            "xlog1py",
            "hands the factor the gradient times the logarithm, and the argument of the logarithm the gradient times the quotient",
            "multiplies the factor's tangent by the logarithm, and that inside the logarithm by the quotient, and adds up") {
        @Override
        public double evaluate(double x, double y) {
            return x == 0 && !Double.isNaN(y) ? 0 : x * Exponentials.LOG1P.evaluate(y);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return i == 0
                    ? in.apply(Exponentials.LOG1P, b)
                    : ratio(in, a, in.plus(in.number(1), b));
        }
    },
    /// `x * exp(y)`, 0 where exp(y) is.
    XEXPY(
            "xexpy",
            "hands the factor the gradient times the power, and the exponent the gradient times the result",
            "multiplies the factor's tangent by the power, and the exponent's by the result, and adds up") {
        @Override
        public double evaluate(double x, double y) {
            double power = Math.exp(y);
            return power == 0 && !Double.isNaN(x) ? 0 : x * power;
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return i == 0 ? in.apply(Exponentials.EXP, b) : y;
        }
    },
    /// `log(exp(x) + exp(y))`
    LOGADDEXP(
            "logaddexp",
            "shares its gradient out as the exponentials share in their sum",
            "mixes the two tangents as the exponentials share in their sum") {
        @Override
        public double evaluate(double x, double y) {
            return x == y
                    ? x + Constants.LN_2
                    : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return in.apply(LogExp.LOGISTIC, i == 0 ? in.minus(a, b) : in.minus(b, a));
        }
    },
    /// `log(abs(exp(x) - exp(y)))`
    LOGSUBEXP(
            "logsubexp",
            "hands each side the gradient times its exponential over the difference of the two, the second with a minus",
            "multiplies each tangent by its exponential over the difference of the two, and takes the second from the first") {
        @Override
        public double evaluate(double x, double y) {
            return x == y
                    ? Double.NEGATIVE_INFINITY
                    : Math.max(x, y) + LogExp.log1mexp(-Math.abs(x - y));
        }

        @Override
        public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return LogExp.inverseExpm1(in, i == 0 ? in.minus(b, a) : in.minus(a, b));
        }

        @Override
        public Interval domain(int i) {
            return i == 0 ? new Interval(1, 4) : new Interval(-3, 0.9);
        }
    };

    private final String symbol;
    private final String sentence;
    private final String tangents;

    LogExpPairs(String symbol, String sentence, String tangents) {
        this.symbol = symbol;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    @Override
    public Turn turnsOn(int i) {
        return Turn.SIGNS;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public boolean commutative() {
        return this == LOGADDEXP || this == LOGSUBEXP;
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
        return new Interval(0.2, 3);
    }

    /// a / b, 0 where a is.
    private static <V> V ratio(Algebra<V> in, V a, V b) {
        Value numerator = in.value(a);
        if (!Pairs.anyZero(numerator) || !Pairs.anyZero(in.value(b))) {
            return in.divide(a, b);
        }
        V isZero = in.apply(Comparisons.EQUAL, a, in.number(0));
        return in.divide(a, in.apply(Comparisons.IFELSE, isZero, in.number(1), b));
    }
}
