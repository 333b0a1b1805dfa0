package wengert.ops;

import java.util.function.DoubleUnaryOperator;

/// The error function, its complement, its inverses and their logarithms.
enum ErrorFunctions implements UnaryOp {
    ERF("erf", ErrorSeries::erf, "multiplies the gradient by a bell curve") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return bell(in, x, Constants.TWO_OVER_SQRT_PI);
        }
    },
    /// `1 - erf(x)`, without cancellation.
    ERFC("erfc", ErrorSeries::erfc, "multiplies the gradient by a bell curve turned upside down") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return bell(in, x, -Constants.TWO_OVER_SQRT_PI);
        }
    },
    ERFI(
            "erfi",
            ErrorSeries::erfi,
            "multiplies the gradient by exp of the square of its argument, times 2 / √π") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(
                    in.number(Constants.TWO_OVER_SQRT_PI),
                    in.apply(Exponentials.EXP, in.square(x)));
        }
    },
    ERFINV(
            "erfinv",
            ErrorSeries::erfinv,
            "multiplies the gradient by exp of the square of its result, times √π / 2") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(
                    in.number(Constants.HALF_SQRT_PI), in.apply(Exponentials.EXP, in.square(y)));
        }

        @Override
        public Interval domain() {
            return new Interval(-0.95, 0.95);
        }
    },
    /// Its slope is that of `erfinv`, written so that the digits of a small argument survive.
    ERFCINV(
            "erfcinv",
            ErrorSeries::erfcinv,
            "multiplies the gradient by erfcx of its result over its argument, and by −√π / 2") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V erfcx = in.apply(new Derived(Derived.Family.ERFCX, 0), y);
            return in.times(in.number(-Constants.HALF_SQRT_PI), in.divide(erfcx, x));
        }

        @Override
        public Interval domain() {
            return new Interval(0.05, 1.95);
        }
    },
    LOGERFC(
            "logerfc",
            ErrorSeries::logerfc,
            "divides the gradient by erfcx of its argument, and multiplies it by −2 / √π") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V erfcx = in.apply(new Derived(Derived.Family.ERFCX, 0), x);
            return in.divide(in.number(-Constants.TWO_OVER_SQRT_PI), erfcx);
        }
    },
    LOGERFCX(
            "logerfcx",
            ErrorSeries::logerfcx,
            "multiplies the gradient by the slope of erfcx over erfcx") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(LOGERFCX_SLOPE, x);
        }
    },
    LOGERFCX_SLOPE(
            "logerfcx′", ErrorSeries::logerfcxSlope, "multiplies the gradient by its own slope") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V turn = in.minus(in.times(in.number(2), x), y);
            return in.plus(in.number(2), in.times(y, turn));
        }
    };

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String sentence;

    ErrorFunctions(String symbol, DoubleUnaryOperator function, String sentence) {
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

    /// factor · exp(-x²)
    static <V> V bell(Algebra<V> in, V x, double factor) {
        return in.times(in.number(factor), in.apply(Exponentials.EXP, in.negate(in.square(x))));
    }
}
