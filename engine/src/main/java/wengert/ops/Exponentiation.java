package wengert.ops;

import java.math.BigInteger;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.WholeNumber;

/// What a power comes to, for every kind of number: whole powers stay in the kind of their base, and all
/// others are found in floating-point or complex numbers.
final class Exponentiation {

    private Exponentiation() {}

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
