package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.value.Bool;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// What neural networks apply to each number between their layers, as in NNlib.
///
/// At a corner the slope is the smaller one: `relu` has the slope 0 at 0.
enum Activations implements UnaryOp {
    RELU(
            "relu",
            x -> x > 0 || Double.isNaN(x) ? x : 0,
            "lets its gradient through where its number is positive, and stops it elsewhere") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return positive(in, x);
        }

        @Override
        public Scalar real(Scalar x) {
            return Tower.isFloat(x)
                    ? new Float64(evaluate(x.toDouble()))
                    : Tower.less(Bool.FALSE, x) ? x : Tower.minus(x, x);
        }
    },
    RELU6(
            "relu6",
            x -> Math.min(Math.max(x, 0), 6),
            "lets its gradient through where its number is between 0 and 6, and stops it elsewhere") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(positive(in, x), in.apply(Comparisons.LESS, x, in.number(6)));
        }
    },
    LEAKYRELU(
            "leakyrelu",
            x -> Math.max(0.01 * x, x),
            "lets its gradient through where its number is positive, and a hundredth of it elsewhere") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(Comparisons.IFELSE, positive(in, x), in.number(1), in.number(0.01));
        }
    },
    HARDTANH(
            "hardtanh",
            x -> Math.max(-1, Math.min(1, x)),
            "lets its gradient through where its number is between −1 and 1, and stops it elsewhere") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(
                    in.apply(Comparisons.GREATER, x, in.number(-1)),
                    in.apply(Comparisons.LESS, x, in.number(1)));
        }
    },
    ELU(
            "elu",
            x -> x > 0 || Double.isNaN(x) ? x : Math.expm1(x),
            "lets its gradient through where its number is positive, and exp of the number times it elsewhere") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V negative = in.apply(Extremes.MIN, x, in.number(0));
            return in.apply(Exponentials.EXP, negative);
        }
    },
    SOFTSIGN(
            "softsign",
            x -> x / (1 + Math.abs(x)),
            "divides the gradient by the square of one plus the size of the number") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V size = in.plus(in.number(1), in.apply(ComplexParts.ABS, x));
            return in.divide(in.number(1), in.square(size));
        }
    },
    SWISH(
            "swish",
            x -> x * LogExp.logistic(x),
            "multiplies the gradient by a slope near 0 on the left and near 1 on the right") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V gate = in.apply(LogExp.LOGISTIC, x);
            V closed = in.apply(LogExp.LOGISTIC, in.negate(x));
            return in.times(gate, in.plus(in.number(1), in.times(x, closed)));
        }
    },
    /// By tanh, as NNlib and the paper of Hendrycks and Gimpel (2016) have it.
    GELU(
            "gelu",
            x -> x * LogExp.logistic(2 * geluGate(x)),
            "multiplies the gradient by a slope near 0 on the left and near 1 on the right") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V square = in.square(x);
            V scale = in.number(2 * GELU_SCALE);
            V cubic = in.plus(in.number(1), in.times(in.number(GELU_CUBIC), square));
            V gate = in.times(in.times(scale, x), cubic);
            V open = in.apply(LogExp.LOGISTIC, gate);
            V closed = in.apply(LogExp.LOGISTIC, in.negate(gate));
            V steep = in.plus(in.number(1), in.times(in.number(3 * GELU_CUBIC), square));
            V change = in.times(in.times(in.times(scale, x), steep), closed);
            return in.times(open, in.plus(in.number(1), change));
        }
    };

    private static final double GELU_SCALE = 0.7978845608028654; // √(2 / π)
    private static final double GELU_CUBIC = 0.044715;

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String sentence;

    Activations(String symbol, DoubleUnaryOperator function, String sentence) {
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

    @Override
    public @Nullable String kink(List<Value> x) {
        if (!(x.getFirst() instanceof Scalar number)) {
            return null;
        }
        double a = number.toDouble();
        boolean corner =
                switch (this) {
                    case RELU, LEAKYRELU -> a == 0;
                    case RELU6 -> a == 0 || a == 6;
                    case HARDTANH -> Math.abs(a) == 1;
                    case ELU, SOFTSIGN, SWISH, GELU -> false;
                };
        return corner
                ? "`%s` has a corner at %s; we take the slope %s"
                        .formatted(
                                symbol,
                                a == Math.rint(a) ? Long.toString((long) a) : Refusals.text(a),
                                this == LEAKYRELU ? "0.01" : "0")
                : null;
    }

    private static double geluGate(double x) {
        return GELU_SCALE * x * (1 + GELU_CUBIC * x * x);
    }

    private static <V> V positive(Algebra<V> in, V x) {
        return in.apply(Comparisons.GREATER, x, in.number(0));
    }
}
