package wengert.ops;

import static wengert.notation.Notation.infix;

import java.util.List;
import wengert.notation.Notation;
import wengert.notation.Notation.Operator;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// A product and a sum in one: `x * y + z`.
enum Fused implements ScalarOp {
    /// Rounded after each of the two.
    MULADD("muladd") {
        @Override
        public double evaluate(double... x) {
            return x[0] * x[1] + x[2];
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.plus(Tower.times(x[0], x[1]), x[2]);
        }
    },
    /// Rounded once.
    FMA("fma") {
        @Override
        public double evaluate(double... x) {
            return Math.fma(x[0], x[1], x[2]);
        }

        @Override
        Scalar exact(Scalar[] x) {
            boolean anyFloat = Tower.isFloat(x[0]) || Tower.isFloat(x[1]) || Tower.isFloat(x[2]);
            return anyFloat && Scalars.isReal(x[0]) && Scalars.isReal(x[1]) && Scalars.isReal(x[2])
                    ? new Float64(Math.fma(x[0].toDouble(), x[1].toDouble(), x[2].toDouble()))
                    : MULADD.exact(x);
        }
    };

    private final String symbol;

    Fused(String symbol) {
        this.symbol = symbol;
    }

    abstract Scalar exact(Scalar[] x);

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return 3;
    }

    @Override
    public Value evaluate(List<Value> x) {
        return exact(Scalars.all(symbol, x));
    }

    @Override
    public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
        return i == 2 ? in.number(1) : x.get(1 - i);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return infix(Operator.PLUS, infix(Operator.TIMES, x.get(0), x.get(1)), x.get(2));
    }

    @Override
    public String sentence() {
        return "hands each of the two factors the gradient, times the other, and the summand the gradient itself";
    }

    @Override
    public String tangentSentence() {
        return "follows the product rule for the two factors, and adds the tangent of the summand";
    }
}
