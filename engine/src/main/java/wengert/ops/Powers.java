package wengert.ops;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.Tracked;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Powers with a literal exponent, roots, and what all powers share: their values and their slopes.
///
/// At base 0 we follow the table of ChainRules: `x^p` has the slope 0 in x for p = 0 and p > 1, 1
/// for p = 1, Inf between 0 and 1 and -Inf below 0. Its slope in p is 0 for p > 0; otherwise
/// there is none, and the reverse sweep says NaN as Zygote does, the forward sweep -Inf as
/// ForwardDiff does. For a negative base the slope in p is the real part of that of the complex
/// power.
enum Powers implements ScalarOp {
    /// A power whose exponent is written out as a whole number: `2^-1` is 0.5, where `2^n` with
    /// n = -1 is an error.
    LITERAL_POWER(
            "^",
            2,
            "brings the exponent down as a factor and lowers it by one",
            "brings the exponent down as a factor of the tangent and lowers it by one") {
        @Override
        public double evaluate(double... x) {
            return power(x[0], x[1]);
        }

        @Override
        public Value evaluate(List<Value> x) {
            boolean inverse = Tower.isWhole(scalar(x, 0)) && scalar(x, 1).toDouble() < 0;
            return power(inverse ? Tower.toFloat(scalar(x, 0)) : scalar(x, 0), scalar(x, 1));
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return slope(in, this, x, y, i, Double.NEGATIVE_INFINITY);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return share(in, this, x, y, adjoint, i);
        }

        @Override
        public Turn turnsOn(int i) {
            return i == 1 ? Turn.SIGNS : Turn.NOTHING;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Power(x.get(0), x.get(1));
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return powerKink(x);
        }

        @Override
        public Interval domain(int i) {
            return i == 0 ? new Interval(0.3, 3) : new Interval(-2, 3);
        }
    },
    SQRT("sqrt", 1, "divides the gradient by twice the root") {
        @Override
        public double evaluate(double... x) {
            return evaluate(x[0]);
        }

        @Override
        public double evaluate(double x) {
            if (x < 0) {
                throw Refusals.domain(
                        "sqrt",
                        x,
                        "square roots of real numbers start at 0",
                        "`sqrt(complex(x))` gives the complex root");
            }
            return Math.sqrt(x);
        }

        @Override
        public Value evaluate(List<Value> x) {
            return scalar(x, 0) instanceof Complex z
                    ? ComplexFunctions.sqrt(z)
                    : new Float64(evaluate(scalar(x, 0).toDouble()));
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.divide(in.number(1), in.times(in.number(2), y));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Root(x.getFirst(), 2);
        }

        @Override
        public String sign() {
            return "√";
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return isZero(x.getFirst()) ? "`sqrt` is infinitely steep at 0" : null;
        }

        @Override
        public Interval domain(int i) {
            return new Interval(0, 5);
        }
    },
    CBRT("cbrt", 1, "divides the gradient by three times the square of the root") {
        @Override
        public double evaluate(double... x) {
            return Math.cbrt(x[0]);
        }

        @Override
        public double evaluate(double x) {
            return Math.cbrt(x);
        }

        @Override
        public Value evaluate(List<Value> x) {
            if (scalar(x, 0) instanceof Complex) {
                throw Refusals.noMethod("cbrt", x);
            }
            return new Float64(evaluate(scalar(x, 0).toDouble()));
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.divide(in.number(1), in.times(in.number(3), in.square(y)));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Root(x.getFirst(), 3);
        }

        @Override
        public String sign() {
            return "∛";
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return isZero(x.getFirst()) ? "`cbrt` is infinitely steep at 0" : null;
        }
    },
    FOURTHROOT("fourthroot", 1, "divides the gradient by four times the cube of the root") {
        @Override
        public double evaluate(double... x) {
            return evaluate(x[0]);
        }

        @Override
        public double evaluate(double x) {
            if (x < 0) {
                throw Refusals.domain("fourthroot", x, "fourth roots of real numbers start at 0");
            }
            return Math.sqrt(Math.sqrt(x));
        }

        @Override
        public Value evaluate(List<Value> x) {
            if (scalar(x, 0) instanceof Complex) {
                throw Refusals.noMethod("fourthroot", x);
            }
            return new Float64(evaluate(scalar(x, 0).toDouble()));
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            V cube = in.times(y, in.square(y));
            return in.divide(in.number(1), in.times(in.number(4), cube));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Root(x.getFirst(), 4);
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return isZero(x.getFirst()) ? "`fourthroot` is infinitely steep at 0" : null;
        }

        @Override
        public Interval domain(int i) {
            return new Interval(0, 5);
        }
    };

    static final String POWER_SENTENCE =
            "brings the exponent down as a factor and lowers it by one; the exponent gets the"
                    + " logarithm of the base times the power";

    static final String POWER_TANGENTS =
            "brings the exponent down as a factor of the base's tangent and lowers it by one; to that comes the"
                    + " exponent's tangent times the logarithm of the base and the power";

    private final String symbol;
    private final int arity;
    private final String sentence;
    private final String tangents;

    Powers(String symbol, int arity, String sentence) {
        this(symbol, arity, sentence, ScalarOp.ofTangents(sentence));
    }

    Powers(String symbol, int arity, String sentence, String tangents) {
        this.symbol = symbol;
        this.arity = arity;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return arity;
    }

    @Override
    public String slot(int i) {
        return arity == 2 ? i == 0 ? "x" : "n" : ScalarOp.super.slot(i);
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }

    Scalar scalar(List<Value> x, int i) {
        if (x.get(i) instanceof Scalar scalar) {
            return scalar;
        }
        throw Refusals.noMethod(symbol, x);
    }

    /// The slope of a power in its base or exponent.
    ///
    /// @param none what to say of the slope in the exponent where there is none
    static <V> @Nullable V slope(
            Algebra<V> in, ScalarOp power, List<V> x, V y, int i, double none) {
        return i == 0
                ? slopeInBase(in, power, x.get(0), x.get(1))
                : slopeInExponent(in, x.get(0), x.get(1), y, none);
    }

    static <V> @Nullable V share(Algebra<V> in, ScalarOp power, List<V> x, V y, V adjoint, int i) {
        V slope = slope(in, power, x, y, i, Double.NaN);
        return slope == null ? null : Shares.times(in, adjoint, in.conjugate(slope));
    }

    private static <V> @Nullable V slopeInBase(Algebra<V> in, ScalarOp power, V base, V exponent) {
        Value p = in.value(exponent);
        boolean constant =
                power == LITERAL_POWER
                        || (exponent instanceof Value && !(exponent instanceof Tracked));
        if (constant && p instanceof Scalar scalar && isZero(scalar)) {
            return null;
        }
        if (constant && p instanceof Int64(long n)) {
            return n == 1
                    ? in.number(1)
                    : in.times(
                            in.number(n), n == 2 ? base : in.apply(power, base, in.number(n - 1)));
        }
        V slope = in.times(exponent, in.apply(power, base, in.minus(exponent, in.number(1))));
        return anyZero(p) && anyZero(in.value(base))
                ? in.apply(
                        Comparisons.IFELSE,
                        in.apply(Comparisons.EQUAL, exponent, in.number(0)),
                        in.number(0),
                        slope)
                : slope;
    }

    private static <V> @Nullable V slopeInExponent(
            Algebra<V> in, V base, V exponent, V y, double none) {
        Value b = in.value(base);
        if (b instanceof Scalar scalar
                && isZero(scalar)
                && in.value(exponent) instanceof Scalar p) {
            return p.toDouble() > 0 ? null : in.number(none);
        }
        if (!Arithmetic.isReal(b)) {
            return in.times(y, in.apply(Exponentials.LOG, base));
        }
        if (!Arithmetic.isReal(in.value(exponent))) {
            V complexBase = in.plus(base, in.constant(Complex.of(0, 0)));
            return in.times(y, in.apply(Exponentials.LOG, complexBase));
        }
        if (!anyNegative(b) && !anyZero(b)) {
            return in.times(y, in.apply(Exponentials.LOG, base));
        }
        V size = in.apply(ComplexParts.ABS, base);
        if (!anyZero(b)) {
            return in.times(y, in.apply(Exponentials.LOG, size));
        }
        V atZero = in.apply(Comparisons.EQUAL, base, in.number(0));
        V positive = in.apply(Comparisons.IFELSE, atZero, in.number(1), size);
        V edge =
                in.apply(
                        Comparisons.IFELSE,
                        in.apply(Comparisons.GREATER, exponent, in.number(0)),
                        in.number(0.0),
                        in.number(none));
        return in.apply(
                Comparisons.IFELSE,
                atZero,
                edge,
                in.times(y, in.apply(Exponentials.LOG, positive)));
    }

    private static boolean isZero(Value value) {
        return value instanceof Scalar x && x.toDouble() == 0 && Tower.im(x).toDouble() == 0;
    }

    private static boolean anyZero(Value value) {
        if (value instanceof ArrayValue array) {
            boolean found = false;
            for (int i = 0; i < array.length() && !found; i++) {
                found = isZero(array.get(i));
            }
            return found;
        }
        return isZero(value);
    }

    private static boolean anyNegative(Value value) {
        if (value instanceof ArrayValue array) {
            boolean found = false;
            for (int i = 0; i < array.length() && !found; i++) {
                found = array.at(i) < 0;
            }
            return found;
        }
        return value instanceof Scalar x && x.toDouble() < 0;
    }

    static @Nullable String powerKink(List<Value> x) {
        if (!isZero(x.get(0)) || !(x.get(1) instanceof Scalar exponent)) {
            return null;
        }
        double p = exponent.toDouble();
        return p == 0
                ? "`0^0` counts as 1, with the slope 0 in its base"
                : p < 1 ? "a power below 1 is infinitely steep at 0" : null;
    }

    static double power(double x, double y) {
        if (y == 2) {
            return x * x;
        }
        if (y == 3) {
            return x * x * x;
        }
        if (x < 0 && Double.isFinite(x) && Double.isFinite(y) && y != Math.rint(y)) {
            throw new JuliaError(
                    "DomainError",
                    "`^` of %s and %s; a negative number has real powers for whole exponents only"
                            .formatted(Refusals.text(x), Refusals.text(y)),
                    "`complex(x)^y` gives the complex power");
        }
        return y == 1 || x == 1 ? x : x == -1 && Double.isInfinite(y) ? 1 : Math.pow(x, y);
    }

    static Scalar power(Scalar a, Scalar b) {
        if (a instanceof Float64(double x) && b instanceof Float64(double y)) {
            return new Float64(power(x, y));
        }
        if (b instanceof WholeNumber n) {
            return power(a, exponent(n));
        }
        if (Tower.isWhole(b)) {
            return wholePower(a, Tower.whole(b));
        }
        if (a instanceof Complex || b instanceof Complex) {
            return complexPower(Tower.asComplex(a), Tower.asComplex(b));
        }
        return Tower.rounded(a, b, power(a.toDouble(), b.toDouble()));
    }

    private static Int64 exponent(WholeNumber n) {
        if (n.value().bitLength() > 63) {
            throw Refusals.overflow("the exponent " + n.value());
        }
        return Int64.of(n.value().longValue());
    }

    /// The power of a number of bounded width wraps round like its product; of a `BigInt` it is exact.
    private static Scalar wholePower(WholeNumber.Width width, BigInteger base, long n) {
        if (n < 0) {
            return joinedPower(width, wholePower(base.bitLength() < 2 ? base.longValue() : 2, n));
        }
        if (width.bounded()) {
            BigInteger modulus = BigInteger.ONE.shiftLeft(width.bits());
            return WholeNumber.wrapped(width, base.modPow(BigInteger.valueOf(n), modulus));
        }
        if ((double) base.bitLength() * n > 4_000_000) {
            throw Refusals.overflow("a power of so many digits");
        }
        return WholeNumber.big(base.pow((int) n));
    }

    private static Scalar joinedPower(WholeNumber.Width width, long power) {
        return WholeNumber.wrapped(width, BigInteger.valueOf(power));
    }

    private static Scalar complexPower(Complex z, Complex w) {
        double p = w.toDouble();
        boolean whole = w.imaginary() == 0 && p == Math.rint(p) && Math.abs(p) < 1L << 31;
        return whole ? ComplexFunctions.power(z, (long) p) : ComplexFunctions.power(z, w);
    }

    private static Scalar wholePower(Scalar a, long n) {
        return switch (a) {
            case Float64(double x) -> new Float64(power(x, (double) n));
            case ShortFloat(ShortFloat.Precision precision, double x) ->
                    ShortFloat.of(precision, power(x, (double) n));
            case Int64(long base) -> Int64.of(wholePower(base, n));
            case WholeNumber(WholeNumber.Width width, BigInteger base) ->
                    wholePower(width, base, n);
            case Bool(boolean base) -> Bool.of(base || n == 0);
            case Rational(long p, long q) ->
                    n < 0
                            ? squaring(
                                    Tower.fraction(Tower.big(q), Tower.big(p)),
                                    -n,
                                    new Rational(1, 1))
                            : squaring(a, n, new Rational(1, 1));
            case Complex(Float64 re, Scalar im) -> ComplexFunctions.power((Complex) a, n);
            case Complex z when n < 0 && !Tower.isRational(z.re()) ->
                    ComplexFunctions.power(Complex.of(z.toDouble(), z.imaginary()), n);
            case Complex z when n < 0 ->
                    squaring(Tower.divide(new Rational(1, 1), z), -n, new Rational(1, 1));
            case Complex z -> squaring(z, n, Tower.complex(Int64.ONE, Int64.ZERO));
        };
    }

    private static long wholePower(long base, long n) {
        if (n < 0) {
            if (base == 1 || base == -1) {
                return n % 2 == 0 ? 1 : base;
            }
            throw new JuliaError(
                    "DomainError",
                    "`^` of the whole numbers %d and %d; a whole number has no whole power below 0"
                            .formatted(base, n),
                    "write `float(x)^n`, or `x^%d` with the exponent spelt out".formatted(n));
        }
        long product = 1;
        long square = base;
        for (long rest = n; rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                product *= square;
            }
            square *= square;
        }
        return product;
    }

    private static Scalar squaring(Scalar a, long n, Scalar one) {
        Scalar product = one;
        Scalar square = a;
        for (long rest = n; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                product = Tower.times(product, square);
            }
            if (rest > 1) {
                square = Tower.times(square, square);
            }
        }
        return product;
    }
}
