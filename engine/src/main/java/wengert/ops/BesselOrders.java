package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import wengert.notation.Notation;

/// The Bessel functions of order 0 and 1, DLMF 10.6.3.
enum BesselOrders implements UnaryOp {
    BESSELJ0(
            "besselj0",
            "J₀",
            x -> BesselSeries.j(0, x),
            "multiplies the gradient by besselj1 of its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.apply(BESSELJ1, x));
        }
    },
    BESSELJ1(
            "besselj1",
            "J₁",
            x -> BesselSeries.j(1, x),
            "multiplies the gradient by half the difference of its neighbours, an order below and above") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V above = in.apply(BesselFunctions.BESSELJ, in.number(2), x);
            return BesselFunctions.half(in, in.minus(in.apply(BESSELJ0, x), above));
        }
    },
    BESSELY0(
            "bessely0",
            "Y₀",
            x -> BesselSeries.y(0, x),
            "multiplies the gradient by bessely1 of its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.apply(BESSELY1, x));
        }
    },
    BESSELY1(
            "bessely1",
            "Y₁",
            x -> BesselSeries.y(1, x),
            "multiplies the gradient by half the difference of its neighbours, an order below and above") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V above = in.apply(BesselFunctions.BESSELY, in.number(2), x);
            return BesselFunctions.half(in, in.minus(in.apply(BESSELY0, x), above));
        }
    };

    private final String symbol;
    private final String written;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String sentence;

    BesselOrders(String symbol, String written, DoubleUnaryOperator function, String sentence) {
        this.symbol = symbol;
        this.written = written;
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
    public Interval domain() {
        return new Interval(0.3, 6);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply(written, x);
    }
}
