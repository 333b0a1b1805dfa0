package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import wengert.notation.Notation;
import wengert.value.Complex;

/// Powers of a fixed base and their inverses. Adding one here is all it takes to add it everywhere.
enum Exponentials implements UnaryOp {
    EXP("exp", Math::exp, ComplexFunctions::exp, "multiplies the gradient by its own result") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return y;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Power(Notation.symbol("e"), x.getFirst());
        }
    },
    EXP2(
            "exp2",
            x -> Math.pow(2, x),
            z -> ComplexFunctions.exp(ComplexFunctions.scaled(z, Constants.LN_2)),
            "multiplies the gradient by its own result and by log 2") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(y, in.number(Constants.LN_2));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Power(Notation.number("2"), x.getFirst());
        }
    },
    EXP10(
            "exp10",
            x -> Math.pow(10, x),
            z -> ComplexFunctions.exp(ComplexFunctions.scaled(z, Constants.LN_10)),
            "multiplies the gradient by its own result and by log 10") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(y, in.number(Constants.LN_10));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Power(Notation.number("10"), x.getFirst());
        }
    },
    /// `exp(x) - 1`, without the cancellation near 0.
    EXPM1(
            "expm1",
            Math::expm1,
            ComplexFunctions::expm1,
            "multiplies the gradient by exp of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(EXP, x);
        }
    },
    LOG(
            "log",
            x -> Math.log(from(0, "log", x)),
            ComplexFunctions::log,
            "divides the gradient by its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), x);
        }

        @Override
        public Interval domain() {
            return new Interval(0, 5);
        }
    },
    LOG2(
            "log2",
            x -> log2(from(0, "log2", x)),
            z -> ComplexFunctions.scaled(ComplexFunctions.log(z), 1 / Constants.LN_2),
            "divides the gradient by its argument and by log 2") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), in.times(x, in.number(Constants.LN_2)));
        }

        @Override
        public Interval domain() {
            return new Interval(0, 5);
        }
    },
    LOG10(
            "log10",
            x -> Math.log10(from(0, "log10", x)),
            z -> ComplexFunctions.scaled(ComplexFunctions.log(z), 1 / Constants.LN_10),
            "divides the gradient by its argument and by log 10") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), in.times(x, in.number(Constants.LN_10)));
        }

        @Override
        public Interval domain() {
            return new Interval(0, 5);
        }
    },
    /// `log(1 + x)`, without the cancellation near 0.
    LOG1P(
            "log1p",
            x -> Math.log1p(from(-1, "log1p", x)),
            ComplexFunctions::log1p,
            "divides the gradient by one more than its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), in.plus(in.number(1), x));
        }

        @Override
        public Interval domain() {
            return new Interval(-1, 4);
        }
    };

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final UnaryOperator<Complex> complexFunction;

    private final String sentence;

    Exponentials(
            String symbol,
            DoubleUnaryOperator function,
            UnaryOperator<Complex> complexFunction,
            String sentence) {
        this.symbol = symbol;
        this.function = function;
        this.complexFunction = complexFunction;
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
    public Complex complex(Complex z) {
        return complexFunction.apply(z);
    }

    /// `x`, if it lies where real logarithms are defined.
    private static double from(double low, String function, double x) {
        if (x < low) {
            String start = low == 0 ? "0" : "-1";
            throw Refusals.domain(
                    function,
                    x,
                    "logarithms of real numbers start above " + start,
                    "`%s(complex(x))` gives the complex logarithm".formatted(function));
        }
        return x;
    }

    /// The exponent of `x` as it is, and the logarithm of the rest: exact for powers of 2.
    private static double log2(double x) {
        if (x < Double.MIN_NORMAL || !Double.isFinite(x)) {
            return x > 0 && Double.isFinite(x) ? log2(x * 0x1p54) - 54 : Math.log(x);
        }
        int exponent = Math.getExponent(x);
        double rest = Math.scalb(x, -exponent);
        if (rest > 1.4142135623730951) {
            exponent++;
            rest /= 2;
        }
        return exponent + Math.log(rest) / Constants.LN_2;
    }
}
