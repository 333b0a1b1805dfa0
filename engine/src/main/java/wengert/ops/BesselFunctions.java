package wengert.ops;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import wengert.notation.Notation;

/// The Bessel functions of an order and an argument, DLMF 10.6.1 and 10.29.1.
///
/// There is no slope in the order here: it is NaN, as in DiffRules. Those whose name ends in x are
/// scaled by an exponential so that they neither overflow nor vanish; the scaled J and Y are the
/// same as the others for real arguments.
enum BesselFunctions implements BinaryOp {
    BESSELJ("besselj", "J", BesselSeries::j) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            return half(in, in.minus(below(in, order, x), above(in, order, x)));
        }
    },
    BESSELY("bessely", "Y", BesselSeries::y) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            return half(in, in.minus(below(in, order, x), above(in, order, x)));
        }
    },
    BESSELI("besseli", "I", BesselSeries::i) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            return half(in, in.plus(below(in, order, x), above(in, order, x)));
        }
    },
    BESSELK("besselk", "K", BesselSeries::k) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            return in.negate(half(in, in.plus(below(in, order, x), above(in, order, x))));
        }
    },
    BESSELJX("besseljx", "J", BesselSeries::j) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            return half(in, in.minus(below(in, order, x), above(in, order, x)));
        }
    },
    BESSELYX("besselyx", "Y", BesselSeries::y) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            return half(in, in.minus(below(in, order, x), above(in, order, x)));
        }
    },
    /// exp(-|x|) I
    BESSELIX("besselix", "Ĩ", BesselSeries::ix) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            return in.apply(BESSELIX_SLOPE, order, x);
        }
    },
    /// exp(x) K
    BESSELKX("besselkx", "K̃", BesselSeries::kx) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            return in.apply(BESSELKX_SLOPE, order, x);
        }
    },
    /// The slope of the scaled I, whose own slope follows from Bessel's equation (DLMF 10.25.1).
    BESSELIX_SLOPE("besselix′", "Ĩ′", BesselSeries::ixSlope) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            V sign = in.apply(Signs.SIGN, x);
            V size = in.apply(ComplexParts.ABS, x);
            V inverse = in.divide(in.number(1), size);
            V first = in.times(in.times(sign, y), in.plus(inverse, in.number(2)));
            V ratio = in.square(in.divide(order, x));
            V second = in.times(in.apply(BESSELIX, order, x), in.minus(ratio, inverse));
            return in.minus(second, first);
        }
    },
    /// The slope of the scaled K.
    BESSELKX_SLOPE("besselkx′", "K̃′", BesselSeries::kxSlope) {
        @Override
        <V> V slope(Algebra<V> in, V order, V x, V y) {
            V inverse = in.divide(in.number(1), x);
            V first = in.times(y, in.minus(in.number(2), inverse));
            V ratio = in.square(in.divide(order, x));
            return in.plus(first, in.times(in.apply(BESSELKX, order, x), in.plus(ratio, inverse)));
        }
    };

    private final String symbol;
    private final String letter;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleBinaryOperator function;

    BesselFunctions(String symbol, String letter, DoubleBinaryOperator function) {
        this.symbol = symbol;
        this.letter = letter;
        this.function = function;
    }

    abstract <V> V slope(Algebra<V> in, V order, V x, V y);

    @Override
    public <V> V derivative(Algebra<V> in, V order, V x, V y, int i) {
        return i == 0 ? in.number(Double.NaN) : slope(in, order, x, y);
    }

    @Override
    public double evaluate(double order, double x) {
        return function.applyAsDouble(order, x);
    }

    <V> V below(Algebra<V> in, V order, V x) {
        return in.apply(this, in.minus(order, in.number(1)), x);
    }

    <V> V above(Algebra<V> in, V order, V x) {
        return in.apply(this, in.plus(order, in.number(1)), x);
    }

    static <V> V half(Algebra<V> in, V x) {
        return in.divide(x, in.number(2));
    }

    @Override
    public String symbol() {
        return symbol;
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
        return new Notation.Apply(letter, x);
    }
}
