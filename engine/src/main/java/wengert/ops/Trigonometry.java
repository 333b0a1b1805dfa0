package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.value.Complex;

/// The functions of an angle in radians, their inverses, and `sinpi` and `cospi`.
enum Trigonometry implements UnaryOp {
    SIN(
            "sin",
            x -> Math.sin(angle("sin", x)),
            ComplexFunctions::sin,
            "multiplies the gradient by cos of the angle") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(COS, x);
        }
    },
    COS(
            "cos",
            x -> Math.cos(angle("cos", x)),
            ComplexFunctions::cos,
            "multiplies the gradient by minus sin of the angle") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.apply(SIN, x));
        }
    },
    TAN(
            "tan",
            x -> Math.tan(angle("tan", x)),
            ComplexFunctions::tan,
            "multiplies the gradient by one plus the square of its result") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.plus(in.number(1), in.square(y));
        }

        @Override
        public Interval domain() {
            return new Interval(-1.5, 1.5);
        }
    },
    SEC(
            "sec",
            x -> 1 / Math.cos(angle("sec", x)),
            z -> inverse(ComplexFunctions.cos(z)),
            "multiplies the gradient by its result and by tan of the angle") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(y, in.apply(TAN, x));
        }

        @Override
        public Interval domain() {
            return new Interval(-1.5, 1.5);
        }
    },
    CSC(
            "csc",
            x -> 1 / Math.sin(angle("csc", x)),
            z -> inverse(ComplexFunctions.sin(z)),
            "multiplies the gradient by its result and by cot of the angle, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.times(y, in.apply(COT, x)));
        }

        @Override
        public Interval domain() {
            return new Interval(0.1, 3);
        }
    },
    COT(
            "cot",
            x -> 1 / Math.tan(angle("cot", x)),
            z -> inverse(ComplexFunctions.tan(z)),
            "multiplies the gradient by one plus the square of its result, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.plus(in.number(1), in.square(y)));
        }

        @Override
        public Interval domain() {
            return new Interval(0.1, 3);
        }
    },
    ASIN(
            "asin",
            x -> Math.asin(ratio("asin", x)),
            ComplexFunctions::asin,
            "divides the gradient by the root of one minus the square of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), oppositeSide(in, x));
        }

        @Override
        public Interval domain() {
            return new Interval(-1, 1);
        }
    },
    ACOS(
            "acos",
            x -> Math.acos(ratio("acos", x)),
            ComplexFunctions::acos,
            "divides the gradient by the root of one minus the square of its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.divide(in.number(1), oppositeSide(in, x)));
        }

        @Override
        public Interval domain() {
            return new Interval(-1, 1);
        }
    },
    ATAN(
            "atan",
            Math::atan,
            ComplexFunctions::atan,
            "divides the gradient by one plus the square of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), in.plus(in.number(1), in.square(x)));
        }
    },
    ASEC(
            "asec",
            x -> Math.acos(1 / outside("asec", x)),
            null,
            "divides the gradient by the size of its argument and by the root of its square minus one") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), tangentSide(in, x));
        }

        @Override
        public Interval domain() {
            return new Interval(1, 4);
        }
    },
    ACSC(
            "acsc",
            x -> Math.asin(1 / outside("acsc", x)),
            null,
            "divides the gradient by the size of its argument and by the root of its square minus one, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.divide(in.number(1), tangentSide(in, x)));
        }

        @Override
        public Interval domain() {
            return new Interval(1, 4);
        }
    },
    ACOT(
            "acot",
            x -> Math.atan(1 / x),
            z -> ComplexFunctions.atan(inverse(z)),
            "divides the gradient by one plus the square of its argument, with a minus") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.divide(in.number(1), in.plus(in.number(1), in.square(x))));
        }
    },
    /// `sin(π x)`, exact at whole and half numbers.
    SINPI(
            "sinpi",
            x -> Angles.sinPi(angle("sinpi", x)),
            z -> ComplexFunctions.sin(ComplexFunctions.scaled(z, Math.PI)),
            "multiplies the gradient by π times cospi of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(in.number(Math.PI), in.apply(COSPI, x));
        }
    },
    /// `cos(π x)`, exact at whole and half numbers.
    COSPI(
            "cospi",
            x -> Angles.cosPi(angle("cospi", x)),
            z -> ComplexFunctions.cos(ComplexFunctions.scaled(z, Math.PI)),
            "multiplies the gradient by minus π times sinpi of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(in.times(in.number(Math.PI), in.apply(SINPI, x)));
        }
    },
    /// `tan(π x)`.
    TANPI(
            "tanpi",
            x -> Angles.sinPi(angle("tanpi", x)) / Angles.cosPi(x),
            null,
            "multiplies the gradient by π times one plus the square of its result") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(in.number(Math.PI), in.plus(in.number(1), in.square(y)));
        }

        @Override
        public Interval domain() {
            return new Interval(-0.45, 0.45);
        }
    };

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final @Nullable UnaryOperator<Complex> complexFunction;

    private final String sentence;

    Trigonometry(
            String symbol,
            DoubleUnaryOperator function,
            @Nullable UnaryOperator<Complex> complexFunction,
            String sentence) {
        this.symbol = symbol;
        this.function = function;
        this.complexFunction = complexFunction;
        this.sentence = sentence;
    }

    /// Never flat.
    @Override
    public abstract <V> V derivative(Algebra<V> in, V x, V y);

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

    private static Complex inverse(Complex z) {
        return ComplexFunctions.inverse(z);
    }

    /// √(1 - x²)
    private static <V> V oppositeSide(Algebra<V> in, V x) {
        return in.apply(Powers.SQRT, in.minus(in.number(1), in.square(x)));
    }

    /// |x| √(x² - 1)
    private static <V> V tangentSide(Algebra<V> in, V x) {
        return in.times(
                in.apply(ComplexParts.ABS, x),
                in.apply(Powers.SQRT, in.minus(in.square(x), in.number(1))));
    }

    /// `x`, if it is an angle.
    static double angle(String function, double x) {
        if (Double.isInfinite(x)) {
            throw Refusals.domain(function, x, "an angle has to be finite");
        }
        return x;
    }

    /// `x`, if it is the ratio of two sides.
    static double ratio(String function, double x) {
        if (Math.abs(x) > 1) {
            throw Refusals.domain(function, x, "the ratio has to lie between -1 and 1");
        }
        return x;
    }

    /// `x`, if it is the ratio of a long side to a short one.
    static double outside(String function, double x) {
        if (Math.abs(x) < 1) {
            throw Refusals.domain(function, x, "the ratio has to lie outside -1 to 1");
        }
        return x;
    }
}
