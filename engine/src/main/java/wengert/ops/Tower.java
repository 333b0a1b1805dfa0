package wengert.ops;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.WholeNumber;

/// The tower of numbers: Bool, Int64, Rational, Float64, and complex numbers of each.
///
/// Two numbers of different types are first taken to the higher of the two, as in Julia. Whole
/// numbers wrap round, fractions refuse to overflow, and comparisons of whole with floating-point
/// numbers are exact.
public final class Tower {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

    /// Up to here every whole number is a double.
    private static final long LAST_IN_ROW = 1L << 53;

    private Tower() {}

    static boolean isComplex(Scalar x) {
        return x instanceof Complex;
    }

    static boolean isFloat(Scalar x) {
        return x instanceof Float64 || x instanceof ShortFloat;
    }

    static boolean isRational(Scalar x) {
        return x instanceof Rational;
    }

    /// A Bool or an Int64.
    static boolean isWhole(Scalar x) {
        return x instanceof Int64 || x instanceof Bool;
    }

    static long whole(Scalar x) {
        return switch (x) {
            case Int64(long n) -> n;
            case Bool(boolean b) -> b ? 1 : 0;
            default -> throw new IllegalArgumentException("not a whole number: " + x);
        };
    }

    public static Scalar re(Scalar x) {
        return x instanceof Complex(Scalar re, Scalar im) ? re : x;
    }

    /// The imaginary part; the zero of its type for a real number.
    public static Scalar im(Scalar x) {
        return switch (x) {
            case Complex(Scalar re, Scalar im) -> im;
            case Float64 f -> Float64.ZERO;
            case ShortFloat(ShortFloat.Precision precision, double f) ->
                    new ShortFloat(precision, 0);
            case Bool b -> Bool.FALSE;
            case Int64 n -> Int64.ZERO;
            case WholeNumber(WholeNumber.Width width, BigInteger n) ->
                    new WholeNumber(width, BigInteger.ZERO);
            case Rational q -> new Rational(0, 1);
        };
    }

    /// The complex number of two real ones, which are taken to the same type.
    public static Complex complex(Scalar re, Scalar im) {
        if (re.getClass() == im.getClass()
                && !(re instanceof WholeNumber a && a.width() != ((WholeNumber) im).width())
                && !(re instanceof ShortFloat x
                        && x.precision() != ((ShortFloat) im).precision())) {
            return new Complex(re, im);
        }
        if (isFloat(re) || isFloat(im)) {
            return new Complex(rounded(re, im, re.toDouble()), rounded(re, im, im.toDouble()));
        }
        if (re instanceof WholeNumber || im instanceof WholeNumber) {
            return new Complex(joined(re, im, integer(re)), joined(re, im, integer(im)));
        }
        if (isRational(re) || isRational(im)) {
            return new Complex(rational(re), rational(im));
        }
        return new Complex(Int64.of(whole(re)), Int64.of(whole(im)));
    }

    /// The same number in floating point, complex if it was.
    public static Scalar toFloat(Scalar x) {
        return x instanceof Complex z
                ? Complex.of(z.toDouble(), z.imaginary())
                : isFloat(x) ? x : new Float64(x.toDouble());
    }

    public static Scalar plus(Scalar a, Scalar b) {
        if (a instanceof Float64(double x) && b instanceof Float64(double y)) {
            return new Float64(x + y);
        }
        if (a instanceof Complex z) {
            return b instanceof Complex w
                    ? complex(plus(z.re(), w.re()), plus(z.im(), w.im()))
                    : complex(plus(z.re(), b), z.im());
        }
        if (b instanceof Complex w) {
            return complex(plus(a, w.re()), w.im());
        }
        if (isFloat(a) || isFloat(b)) {
            return rounded(a, b, a.toDouble() + b.toDouble());
        }
        if (isRational(a) || isRational(b)) {
            Rational p = rational(a);
            Rational q = rational(b);
            if (p.denominator() == 0 || q.denominator() == 0) {
                return sumWithInfinity(p, q);
            }
            return fraction(
                    big(p.numerator())
                            .multiply(big(q.denominator()))
                            .add(big(q.numerator()).multiply(big(p.denominator()))),
                    big(p.denominator()).multiply(big(q.denominator())));
        }
        return isWhole(a) && isWhole(b)
                ? Int64.of(whole(a) + whole(b))
                : joined(a, b, integer(a).add(integer(b)));
    }

    /// A float of the type that `a` and `b` are taken to, of which at least one is a float.
    static Scalar rounded(Scalar a, Scalar b, double result) {
        if (a instanceof Float64 || b instanceof Float64) {
            return new Float64(result);
        }
        ShortFloat.Precision precision =
                a instanceof ShortFloat x
                        ? b instanceof ShortFloat y && y.precision().compareTo(x.precision()) > 0
                                ? y.precision()
                                : x.precision()
                        : ((ShortFloat) b).precision();
        return ShortFloat.of(precision, result);
    }

    /// A whole number of the type that `a` and `b` are taken to.
    static Scalar joined(Scalar a, Scalar b, BigInteger result) {
        WholeNumber.Width width = width(a, b);
        return width == null ? Int64.of(result.longValue()) : WholeNumber.wrapped(width, result);
    }

    /// The type that two whole numbers are taken to; null for `Int64`.
    private static WholeNumber.@Nullable Width width(Scalar a, Scalar b) {
        if (a instanceof WholeNumber x && b instanceof WholeNumber y) {
            return x.width().with(y.width());
        }
        WholeNumber given = a instanceof WholeNumber x ? x : b instanceof WholeNumber y ? y : null;
        return given == null
                ? null
                : a instanceof Int64 || b instanceof Int64
                        ? given.width().withInt64()
                        : given.width();
    }

    /// A whole number's value.
    static BigInteger integer(Scalar x) {
        BigInteger n = WholeNumber.valueOf(x);
        if (n == null) {
            throw new IllegalArgumentException("not a whole number: " + x);
        }
        return n;
    }

    /// A Bool or a whole number of any type.
    static boolean isInteger(Scalar x) {
        return isWhole(x) || x instanceof WholeNumber;
    }

    private static Rational sumWithInfinity(Rational p, Rational q) {
        if (p.denominator() == q.denominator() && p.numerator() != q.numerator()) {
            throw new JuliaError("DivideError", "1//0 minus 1//0 has no value");
        }
        return p.denominator() == 0 ? p : q;
    }

    public static Scalar negate(Scalar a) {
        return switch (a) {
            case Float64(double x) -> new Float64(-x);
            case ShortFloat(ShortFloat.Precision precision, double x) ->
                    new ShortFloat(precision, -x);
            case Int64(long n) -> Int64.of(-n);
            case WholeNumber(WholeNumber.Width width, BigInteger n) ->
                    WholeNumber.wrapped(width, n.negate());
            case Bool(boolean b) -> Int64.of(b ? -1 : 0);
            case Rational(long n, long d) -> fraction(big(n).negate(), big(d));
            case Complex(Scalar re, Scalar im) -> complex(negate(re), negate(im));
        };
    }

    public static Scalar minus(Scalar a, Scalar b) {
        if (a instanceof Float64(double x) && b instanceof Float64(double y)) {
            return new Float64(x - y);
        }
        if (a instanceof Complex z) {
            return b instanceof Complex w
                    ? complex(minus(z.re(), w.re()), minus(z.im(), w.im()))
                    : complex(minus(z.re(), b), z.im());
        }
        if (b instanceof Complex w) {
            return complex(minus(a, w.re()), negate(w.im()));
        }
        return isFloat(a) || isFloat(b)
                ? rounded(a, b, a.toDouble() - b.toDouble())
                : isInteger(a) && isInteger(b)
                        ? joined(a, b, integer(a).subtract(integer(b)))
                        : plus(a, negate(b));
    }

    public static Scalar times(Scalar a, Scalar b) {
        if (a instanceof Float64(double x) && b instanceof Float64(double y)) {
            return new Float64(x * y);
        }
        if (a instanceof Complex z) {
            return b instanceof Complex w
                    ? complex(
                            minus(times(z.re(), w.re()), times(z.im(), w.im())),
                            plus(times(z.re(), w.im()), times(z.im(), w.re())))
                    : complex(times(z.re(), b), times(z.im(), b));
        }
        if (b instanceof Complex w) {
            return complex(times(a, w.re()), times(a, w.im()));
        }
        if (isFloat(a) || isFloat(b)) {
            return rounded(a, b, timesFloat(a, b));
        }
        if (isRational(a) || isRational(b)) {
            Rational p = rational(a);
            Rational q = rational(b);
            return fraction(
                    big(p.numerator()).multiply(big(q.numerator())),
                    big(p.denominator()).multiply(big(q.denominator())));
        }
        return a instanceof Bool(boolean x) && b instanceof Bool(boolean y)
                ? Bool.of(x && y)
                : isWhole(a) && isWhole(b)
                        ? Int64.of(whole(a) * whole(b))
                        : joined(a, b, integer(a).multiply(integer(b)));
    }

    /// `false` is a strong zero: it makes zeros even of NaN and Inf.
    private static double timesFloat(Scalar a, Scalar b) {
        if (a instanceof Bool(boolean keep)) {
            return keep ? b.toDouble() : Math.copySign(0.0, b.toDouble());
        }
        if (b instanceof Bool(boolean keep)) {
            return keep ? a.toDouble() : Math.copySign(0.0, a.toDouble());
        }
        return a.toDouble() * b.toDouble();
    }

    public static Scalar divide(Scalar a, Scalar b) {
        if (a instanceof Float64(double x) && b instanceof Float64(double y)) {
            return new Float64(x / y);
        }
        if (b instanceof Complex w) {
            return isExact(a) && isExact(w) && (hasRational(a) || hasRational(w))
                    ? exactQuotient(a, w)
                    : ComplexFunctions.divide(asComplex(a), asComplex(w));
        }
        if (a instanceof Complex z) {
            return complex(divide(z.re(), b), divide(z.im(), b));
        }
        return !isFloat(a) && !isFloat(b) && (isRational(a) || isRational(b))
                ? ratio(a, b)
                : isFloat(a) || isFloat(b)
                        ? rounded(a, b, a.toDouble() / b.toDouble())
                        : new Float64(a.toDouble() / b.toDouble());
    }

    /// `a // b`.
    public static Scalar ratio(Scalar a, Scalar b) {
        if (isFloat(re(a)) || isFloat(re(b))) {
            throw Refusals.noMethod("//", List.of(a, b));
        }
        if (b instanceof Complex w) {
            return exactQuotient(a, w);
        }
        if (a instanceof Complex z) {
            return complex(ratio(z.re(), b), ratio(z.im(), b));
        }
        Rational p = rational(a);
        Rational q = rational(b);
        return fraction(
                big(p.numerator()).multiply(big(q.denominator())),
                big(p.denominator()).multiply(big(q.numerator())));
    }

    private static Scalar exactQuotient(Scalar a, Complex w) {
        Scalar product = times(a, complex(w.re(), negate(w.im())));
        return ratio(product, plus(times(w.re(), w.re()), times(w.im(), w.im())));
    }

    private static boolean isExact(Scalar x) {
        return !isFloat(re(x));
    }

    private static boolean hasRational(Scalar x) {
        return isRational(re(x));
    }

    static Complex asComplex(Scalar x) {
        return x instanceof Complex z ? z : Complex.of(x.toDouble(), 0);
    }

    /// The number as a fraction; whole numbers and fractions only.
    static Rational rational(Scalar x) {
        if (x instanceof WholeNumber(WholeNumber.Width width, BigInteger n)) {
            return fraction(n, BigInteger.ONE);
        }
        return x instanceof Rational q ? q : new Rational(whole(x), 1);
    }

    /// The fraction in lowest terms.
    ///
    /// @throws JuliaError for 0//0, and where it does not fit
    static Rational fraction(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0 && numerator.signum() == 0) {
            throw new JuliaError("ArgumentError", "0//0 is not a fraction");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        BigInteger n = numerator.divide(divisor);
        BigInteger d = denominator.divide(divisor);
        if (!fits(n) || !fits(d)) {
            throw Refusals.overflow("the fraction %s//%s".formatted(n, d));
        }
        return new Rational(n.longValueExact(), d.longValueExact());
    }

    private static boolean fits(BigInteger n) {
        return n.compareTo(LEAST) >= 0 && n.compareTo(GREATEST) <= 0;
    }

    static BigInteger big(long n) {
        return BigInteger.valueOf(n);
    }

    /// `a == b`, exactly: a whole and a floating-point number are equal only if they are the same
    /// number. NaN equals nothing, and the two zeros are equal.
    public static boolean equal(Scalar a, Scalar b) {
        if (isComplex(a) || isComplex(b)) {
            return equal(re(a), re(b)) && equal(im(a), im(b));
        }
        if (isFloat(a) && isFloat(b)) {
            return a.toDouble() == b.toDouble();
        }
        return !isNaN(a) && !isNaN(b) && compare(a, b) == 0;
    }

    /// `a < b`; false where one of them is NaN.
    public static boolean less(Scalar a, Scalar b) {
        if (isComplex(a) || isComplex(b)) {
            throw Refusals.noMethod("<", List.of(a, b));
        }
        if (isFloat(a) && isFloat(b)) {
            return a.toDouble() < b.toDouble();
        }
        return !isNaN(a) && !isNaN(b) && compare(a, b) < 0;
    }

    /// `a <= b`; false where one of them is NaN.
    public static boolean lessOrEqual(Scalar a, Scalar b) {
        return less(a, b) || equal(a, b);
    }

    /// Julia's `isless`, the order that sorting uses: NaN comes last, and -0.0 before 0.0.
    public static boolean isLess(Scalar a, Scalar b) {
        return anyNaN(a, b) ? isNaN(b) && !isNaN(a) : order(a, b) < 0;
    }

    /// Julia's `isequal`, the equality of keys: NaN equals NaN, and -0.0 is not 0.0.
    public static boolean isEqual(Scalar a, Scalar b) {
        if (isComplex(a) || isComplex(b)) {
            return isEqual(re(a), re(b)) && isEqual(im(a), im(b));
        }
        return anyNaN(a, b) ? isNaN(a) && isNaN(b) : order(a, b) == 0;
    }

    private static int order(Scalar a, Scalar b) {
        int comparison = compare(a, b);
        if (comparison != 0) {
            return comparison;
        }
        return Boolean.compare(isNegativeZero(b), isNegativeZero(a));
    }

    private static boolean isNegativeZero(Scalar x) {
        return isFloat(x) && x.toDouble() == 0 && 1 / x.toDouble() < 0;
    }

    private static boolean anyNaN(Scalar a, Scalar b) {
        return isNaN(a) || isNaN(b);
    }

    static boolean isNaN(Scalar x) {
        return Double.isNaN(re(x).toDouble()) || Double.isNaN(im(x).toDouble());
    }

    /// Compares two real numbers, neither NaN, exactly; the two zeros are equal.
    private static int compare(Scalar a, Scalar b) {
        if (isWhole(a) && isWhole(b)) {
            return Long.compare(whole(a), whole(b));
        }
        if (isInteger(a) && isInteger(b)) {
            return integer(a).compareTo(integer(b));
        }
        double x = a.toDouble();
        double y = b.toDouble();
        boolean exact = isItsDouble(a) && isItsDouble(b);
        if (exact || Double.isInfinite(x) || Double.isInfinite(y)) {
            return x < y ? -1 : x > y ? 1 : 0;
        }
        return new BigDecimal(numerator(a).multiply(denominator(b)))
                .compareTo(new BigDecimal(numerator(b).multiply(denominator(a))));
    }

    /// Whether the nearest double is the number itself.
    private static boolean isItsDouble(Scalar x) {
        return isFloat(x) || isWhole(x) && Math.abs(whole(x)) <= LAST_IN_ROW;
    }

    private static BigInteger numerator(Scalar x) {
        return switch (x) {
            case Rational(long n, long d) -> big(n);
            case Float64 f -> numeratorOf(x);
            case ShortFloat f -> numeratorOf(x);
            case WholeNumber n -> n.value();
            default -> big(whole(x));
        };
    }

    private static BigInteger numeratorOf(Scalar x) {
        return new BigDecimal(x.toDouble())
                .multiply(new BigDecimal(denominator(x)))
                .toBigIntegerExact();
    }

    /// A denominator of a finite number.
    private static BigInteger denominator(Scalar x) {
        return switch (x) {
            case Rational(long n, long d) -> big(d);
            case Float64(double value) -> dyadic(value);
            case ShortFloat(ShortFloat.Precision precision, double value) -> dyadic(value);
            default -> BigInteger.ONE;
        };
    }

    private static BigInteger dyadic(double value) {
        return BigInteger.ONE.shiftLeft(Math.max(0, 52 - Math.max(Math.getExponent(value), -1022)));
    }
}
