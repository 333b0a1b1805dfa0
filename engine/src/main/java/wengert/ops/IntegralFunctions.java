package wengert.ops;

import java.util.function.DoubleUnaryOperator;

/// Integrals of elementary functions that are not elementary themselves.
enum IntegralFunctions implements UnaryOp {
    SININT(
            "sinint",
            IntegralSeries::sinint,
            "multiplies the gradient by sin of its argument over its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V turns = in.divide(x, in.number(Math.PI));
            return in.apply(new Derived(Derived.Family.SINC, 0), turns);
        }
    },
    COSINT(
            "cosint",
            IntegralSeries::cosint,
            "multiplies the gradient by cos of its argument over its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.apply(Trigonometry.COS, x), x);
        }

        @Override
        public Interval domain() {
            return new Interval(0.1, 5);
        }
    },
    EXPINT(
            "expint",
            IntegralSeries::expint,
            "multiplies the gradient by minus exp of minus its argument, over its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.divide(in.apply(Exponentials.EXP, in.negate(x)), x));
        }

        @Override
        public Interval domain() {
            return new Interval(0.1, 5);
        }
    },
    EXPINTI(
            "expinti",
            IntegralSeries::expinti,
            "multiplies the gradient by exp of its argument, over its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.apply(Exponentials.EXP, x), x);
        }

        @Override
        public Interval domain() {
            return new Interval(0.1, 5);
        }
    };

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String sentence;

    IntegralFunctions(String symbol, DoubleUnaryOperator function, String sentence) {
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
}
