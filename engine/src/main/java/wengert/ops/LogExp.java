package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import wengert.notation.Notation;

/// Logarithms of sums and products of exponentials that neither overflow nor cancel, as in Julia's
/// LogExpFunctions.
enum LogExp implements UnaryOp {
    /// `x * log(x)`, 0 at 0.
    XLOGX(
            "xlogx",
            LogExp::xlogx,
            "multiplies the gradient by one plus the logarithm of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.plus(in.number(1), in.apply(Exponentials.LOG, x));
        }

        @Override
        public Interval domain() {
            return new Interval(0.1, 4);
        }
    },
    /// `x * exp(x)`, 0 at -Inf.
    XEXPX(
            "xexpx",
            x -> x == Double.NEGATIVE_INFINITY ? 0 : x * Math.exp(x),
            "multiplies the gradient by exp of its argument times one more than its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(in.apply(Exponentials.EXP, x), in.plus(in.number(1), x));
        }
    },
    /// The slope is written without 1 - y, which has no digits left where the result is near 1.
    LOGISTIC(
            "logistic",
            LogExp::logistic,
            "multiplies the gradient by its result and by one minus its result") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(LOGISTIC_SLOPE, x);
        }
    },
    /// The slope of the logistic function. Its own slope has a hyperbolic tangent in place of 1 - 2y, which cancels
    /// near 0.
    LOGISTIC_SLOPE(
            "logisticslope",
            x -> LogExp.logistic(x) * LogExp.logistic(-x),
            "multiplies the gradient by minus its result and by the hyperbolic tangent of half its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.times(y, in.apply(Hyperbolics.TANH, in.divide(x, in.number(2)))));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(
                    Notation.Operator.TIMES,
                    Notation.apply("logistic", x.getFirst()),
                    Notation.apply("logistic", new Notation.Negative(x.getFirst())));
        }
    },
    LOGIT(
            "logit",
            LogExp::logit,
            "divides the gradient by its argument and by one minus its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), in.times(x, in.minus(in.number(1), x)));
        }

        @Override
        public Interval domain() {
            return new Interval(0, 1);
        }
    },
    /// `log(1 + x^2)`
    LOG1PSQ(
            "log1psq",
            LogExp::log1psq,
            "multiplies the gradient by twice its argument over one plus its square") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.times(in.number(2), x), in.plus(in.number(1), in.square(x)));
        }
    },
    /// `log(1 + exp(x))`
    LOG1PEXP("log1pexp", LogExp::log1pexp, "multiplies the gradient by logistic of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(LOGISTIC, x);
        }
    },
    /// `log(1 - exp(x))`
    LOG1MEXP(
            "log1mexp",
            LogExp::log1mexp,
            "divides the gradient by one minus exp of its negated argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return inverseExpm1(in, in.negate(x));
        }

        @Override
        public Interval domain() {
            return new Interval(-4, -0.1);
        }
    },
    /// `log(2 - exp(x))`
    LOG2MEXP(
            "log2mexp",
            x -> Math.log1p(-Math.expm1(x)),
            "multiplies the gradient by minus exp of its argument less its result") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.apply(Exponentials.EXP, in.minus(x, y)));
        }

        @Override
        public Interval domain() {
            return new Interval(-3, 0.5);
        }
    },
    /// `log(exp(x) - 1)`
    LOGEXPM1(
            "logexpm1",
            LogExp::logexpm1,
            "divides the gradient by one minus exp of its negated argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return inverseExpm1(in, in.negate(x));
        }

        @Override
        public Interval domain() {
            return new Interval(0.1, 4);
        }
    },
    /// `log(1 + x) - x`
    LOG1PMX(
            "log1pmx",
            LogExp::log1pmx,
            "multiplies the gradient by its argument over one plus its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.divide(x, in.plus(in.number(1), x)));
        }

        @Override
        public Interval domain() {
            return new Interval(-0.9, 3);
        }
    },
    /// `log(x) - x + 1`
    LOGMXP1(
            "logmxp1",
            LogExp::logmxp1,
            "multiplies the gradient by one minus its argument, over its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.minus(in.number(1), x), x);
        }

        @Override
        public Interval domain() {
            return new Interval(0.1, 4);
        }
    },
    /// `log(logistic(x))`
    LOGLOGISTIC(
            "loglogistic",
            x -> -log1pexp(-x),
            "multiplies the gradient by logistic of its negated argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(LOGISTIC, in.negate(x));
        }
    },
    /// `log(1 - logistic(x))`
    LOG1MLOGISTIC(
            "log1mlogistic",
            x -> -log1pexp(x),
            "multiplies the gradient by logistic of its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.apply(LOGISTIC, x));
        }
    },
    /// `log(cosh(x))`
    LOGCOSH("logcosh", LogExp::logcosh, "multiplies the gradient by tanh of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(Hyperbolics.TANH, x);
        }
    };

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String sentence;

    LogExp(String symbol, DoubleUnaryOperator function, String sentence) {
        this.symbol = symbol;
        this.function = function;
        this.sentence = sentence;
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
    public double evaluate(double x) {
        return function.applyAsDouble(x);
    }

    @Override
    public DoubleUnaryOperator function() {
        return function;
    }

    /// -1 / (exp(x) - 1)
    static <V> V inverseExpm1(Algebra<V> in, V x) {
        return in.negate(in.divide(in.number(1), in.apply(Exponentials.EXPM1, x)));
    }

    static double logistic(double x) {
        double small = Math.exp(-Math.abs(x));
        return x < 0 ? small / (1 + small) : 1 / (1 + small);
    }

    private static double xlogx(double x) {
        return x == 0 ? 0 : x * Exponentials.LOG.evaluate(x);
    }

    private static double logit(double x) {
        if (x < 0 || x > 1) {
            throw Refusals.domain("logit", x, "a probability lies between 0 and 1");
        }
        return x > 0.25 && x < 0.75 ? Math.log1p((2 * x - 1) / (1 - x)) : Math.log(x / (1 - x));
    }

    private static double log1psq(double x) {
        double a = Math.abs(x);
        return a < 1e8 ? Math.log1p(a * a) : 2 * Math.log(a);
    }

    static double log1pexp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    static double log1mexp(double x) {
        if (x > 0) {
            throw Refusals.domain("log1mexp", x, "exp of a positive number is above 1");
        }
        return x > -Constants.LN_2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
    }

    private static double logexpm1(double x) {
        if (x < 0) {
            throw Refusals.domain("logexpm1", x, "exp of a negative number is below 1");
        }
        return x < 1 ? Math.log(Math.expm1(x)) : x + Math.log1p(-Math.exp(-x));
    }

    /// By the series of log(1 + x) near 0, where the terms that cancel are left out.
    private static double log1pmx(double x) {
        if (Math.abs(x) > 0.3) {
            return Double.isFinite(Exponentials.LOG1P.evaluate(x))
                    ? Twofold.sum(1, x).log().plus(-x).value()
                    : Math.log1p(x) - x;
        }
        double r = x / (2 + x);
        double square = r * r;
        double sum = 0;
        for (int k = 25; k >= 1; k--) {
            sum = square * (sum + 1 / (2.0 * k + 1));
        }
        // log(1 + x) = 2 atanh(r) and x - 2r = x r
        return 2 * r * sum - x * r;
    }

    private static double logmxp1(double x) {
        if (x > 0.7 && x < 1.3) {
            return log1pmx(x - 1);
        }
        return Double.isFinite(Exponentials.LOG.evaluate(x))
                ? Twofold.of(x).log().plus(-x).plus(1).value()
                : Math.log(x) - x + 1;
    }

    private static double logcosh(double x) {
        double a = Math.abs(x);
        double half = Math.sinh(Math.min(a, 1) / 2);
        return a < 1
                ? Math.log1p(2 * half * half)
                : a + Math.log1p(Math.exp(-2 * a)) - Constants.LN_2;
    }
}
