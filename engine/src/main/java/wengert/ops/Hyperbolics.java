package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.value.Complex;

/// The hyperbolic functions and their inverses.
///
/// The slope of `tanh` is written as the square of `sech`: one minus the square of its result is
/// the same number, but has lost its digits where the result is near 1.
enum Hyperbolics implements UnaryOp {
    SINH(
            "sinh",
            Math::sinh,
            ComplexFunctions::sinh,
            "multiplies the gradient by cosh of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(COSH, x);
        }
    },
    COSH(
            "cosh",
            Math::cosh,
            ComplexFunctions::cosh,
            "multiplies the gradient by sinh of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(SINH, x);
        }
    },
    TANH(
            "tanh",
            Math::tanh,
            ComplexFunctions::tanh,
            "multiplies the gradient by the square of sech of its argument, which is one minus the square of its result") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.square(in.apply(SECH, x));
        }
    },
    SECH(
            "sech",
            Hyperbolics::sech,
            z -> inverse(ComplexFunctions.cosh(z)),
            "multiplies the gradient by its result and by tanh of its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.times(in.apply(TANH, x), y));
        }
    },
    CSCH(
            "csch",
            x -> 1 / Math.sinh(x),
            z -> inverse(ComplexFunctions.sinh(z)),
            "multiplies the gradient by its result and by coth of its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.times(in.apply(COTH, x), y));
        }

        @Override
        public Interval domain() {
            return new Interval(0.2, 3);
        }
    },
    COTH(
            "coth",
            x -> 1 / Math.tanh(x),
            z -> inverse(ComplexFunctions.tanh(z)),
            "multiplies the gradient by the square of csch of its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.square(in.apply(CSCH, x)));
        }

        @Override
        public Interval domain() {
            return new Interval(0.2, 3);
        }
    },
    ASINH(
            "asinh",
            ComplexFunctions::asinh,
            ComplexFunctions::asinh,
            "divides the gradient by the root of one plus the square of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), root(in, in.plus(in.square(x), in.number(1))));
        }
    },
    ACOSH(
            "acosh",
            x -> acosh1p(from("acosh", x) - 1),
            ComplexFunctions::acosh,
            "divides the gradient by the root of the square of its argument minus one") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V below =
                    in.times(
                            root(in, in.minus(x, in.number(1))),
                            root(in, in.plus(x, in.number(1))));
            return in.divide(in.number(1), below);
        }

        @Override
        public Interval domain() {
            return new Interval(1, 4);
        }
    },
    ATANH(
            "atanh",
            x -> atanh(Trigonometry.ratio("atanh", x)),
            ComplexFunctions::atanh,
            "divides the gradient by one minus the square of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), in.minus(in.number(1), in.square(x)));
        }

        @Override
        public Interval domain() {
            return new Interval(-1, 1);
        }
    },
    ASECH(
            "asech",
            x -> acosh1p((1 - between("asech", x)) / x),
            null,
            "divides the gradient by its argument and by the root of one minus its square, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V below = in.times(x, root(in, in.minus(in.number(1), in.square(x))));
            return in.negate(in.divide(in.number(1), below));
        }

        @Override
        public Interval domain() {
            return new Interval(0, 1);
        }
    },
    ACSCH(
            "acsch",
            x -> ComplexFunctions.asinh(1 / x),
            null,
            "divides the gradient by the size of its argument and by the root of one plus its square, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V below =
                    in.times(
                            in.apply(ComplexParts.ABS, x),
                            root(in, in.plus(in.number(1), in.square(x))));
            return in.negate(in.divide(in.number(1), below));
        }

        @Override
        public Interval domain() {
            return new Interval(0.2, 3);
        }
    },
    ACOTH(
            "acoth",
            x -> acoth(Trigonometry.outside("acoth", x)),
            z -> ComplexFunctions.atanh(inverse(z)),
            "divides the gradient by one minus the square of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), in.minus(in.number(1), in.square(x)));
        }

        @Override
        public Interval domain() {
            return new Interval(1, 4);
        }
    };

    private static final double C4 = 1 / 24.0;
    private static final double C6 = C4 / (5 * 6);
    private static final double C8 = C6 / (7 * 8);
    private static final double C10 = C8 / (9 * 10);
    private static final double C12 = C10 / (11 * 12);
    private static final double C14 = C12 / (13 * 14);
    private static final double C16 = C14 / (15 * 16);
    private static final double C18 = C16 / (17 * 18);
    private static final double C20 = C18 / (19 * 20);
    private static final double C22 = C20 / (21 * 22);
    private static final double C24 = C22 / (23 * 24);

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final @Nullable UnaryOperator<Complex> complexFunction;

    private final String sentence;

    Hyperbolics(
            String symbol,
            DoubleUnaryOperator function,
            @Nullable UnaryOperator<Complex> complexFunction,
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
        if (complexFunction == null) {
            throw Refusals.noMethod(symbol, List.of(z));
        }
        return complexFunction.apply(z);
    }

    /// 1 / cosh(x): the slope of every tanh asks for it. Where most of them do, between -2 and 2, it costs no exponential:
    /// cosh is the sum of x²ᵏ / (2k)! (DLMF 4.33.2), all of one sign, of which thirteen terms are enough there; the next is
    /// less than 2⁻⁶⁰. Every other term is added up by itself, so that neither sum waits for the other.
    private static double sech(double x) {
        double square = x * x;
        if (square > 4) {
            double e = Math.exp(-Math.abs(x));
            return 2 * e / (1 + e * e);
        }
        double q = square * square;
        double odd = 1 / 2.0 + q * (C6 + q * (C10 + q * (C14 + q * (C18 + q * C22))));
        double even = C4 + q * (C8 + q * (C12 + q * (C16 + q * (C20 + q * C24))));
        return 1 / (1 + (square * odd + q * even));
    }

    private static Complex inverse(Complex z) {
        return ComplexFunctions.inverse(z);
    }

    private static <V> V root(Algebra<V> in, V x) {
        return in.apply(Powers.SQRT, x);
    }

    /// acosh(1 + t), which keeps the digits of a small t.
    private static double acosh1p(double t) {
        return t > 1e150 ? Math.log(t) + Constants.LN_2 : Math.log1p(t + Math.sqrt(t * (2 + t)));
    }

    private static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(Math.log1p(2 * a + 2 * a * a / (1 - a)) / 2, x);
    }

    private static double acoth(double x) {
        return Math.copySign(Math.log1p(2 / (Math.abs(x) - 1)) / 2, x);
    }

    private static double from(String function, double x) {
        if (x < 1) {
            throw Refusals.domain(function, x, "its argument has to be 1 or more");
        }
        return x;
    }

    private static double between(String function, double x) {
        if (x < 0 || x > 1) {
            throw Refusals.domain(function, x, "its argument has to lie between 0 and 1");
        }
        return x;
    }
}
