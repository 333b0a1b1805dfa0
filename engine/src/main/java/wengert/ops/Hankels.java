package wengert.ops;

import java.util.List;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Scalar;

/// The Hankel functions, J + iY and J - iY; scaled ones are turned back by exp(∓ ix).
///
/// There is no slope in the order here: it is NaN, as in DiffRules.
enum Hankels implements BinaryOp {
    HANKELH1("hankelh1", 1, false),
    HANKELH2("hankelh2", -1, false),
    HANKELH1X("hankelh1x", 1, true),
    HANKELH2X("hankelh2x", -1, true),
    BESSELH("besselh", 1, false),
    BESSELHX("besselhx", 1, true);

    private final String symbol;
    private final int kind;
    private final boolean scaled;

    Hankels(String symbol, int kind, boolean scaled) {
        this.symbol = symbol;
        this.kind = kind;
        this.scaled = scaled;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public double evaluate(double order, double x) {
        throw new IllegalStateException("a complex number is no double: " + order + ", " + x);
    }

    @Override
    public ElementType elementType() {
        return ElementType.ANY;
    }

    @Override
    public Scalar exact(Scalar order, Scalar argument) {
        if (order instanceof Complex || argument instanceof Complex) {
            throw Refusals.noMethod(symbol, List.of(order, argument));
        }
        double x = argument.toDouble();
        double re = BesselSeries.j(order.toDouble(), x);
        double im = kind * BesselSeries.y(order.toDouble(), x);
        Complex value = Complex.of(re, im);
        return scaled
                ? ComplexFunctions.times(value, Complex.of(Math.cos(x), -kind * Math.sin(x)))
                : value;
    }

    @Override
    public <V> V derivative(Algebra<V> in, V order, V x, V y, int i) {
        if (i == 0) {
            return in.number(Double.NaN);
        }
        V below = in.apply(this, in.minus(order, in.number(1)), x);
        V above = in.apply(this, in.plus(order, in.number(1)), x);
        V slope = BesselFunctions.half(in, in.minus(below, above));
        return scaled ? in.minus(slope, in.times(in.constant(Complex.of(0, kind)), y)) : slope;
    }

    @Override
    public boolean isOrder(int i) {
        return i == 0;
    }

    @Override
    public String sentence() {
        return "multiplies the gradient by a mixture of its neighbours, an order below and above";
    }

    @Override
    public Interval domain(int i) {
        return i == 0 ? new Interval(0.1, 3) : new Interval(0.3, 6);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply(kind == 1 ? "H⁽¹⁾" : "H⁽²⁾", x);
    }
}
