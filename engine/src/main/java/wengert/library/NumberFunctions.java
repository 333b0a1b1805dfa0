package wengert.library;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.ops.ScalarOp;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Promotion;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Subtypes;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Rounding, whole numbers and the inner life of floating-point numbers.
final class NumberFunctions {

    private NumberFunctions() {}

    static void declare(Catalog base) {
        rounding(base);
        wholeNumbers(base);
        combined(base);
    }

    private static void rounding(Catalog base) {
        for (String name : List.of("round", "floor", "ceil", "trunc")) {
            base.function(
                    name + "([T], x, [mode]; digits, sigdigits, base)",
                    switch (name) {
                        case "round" -> "nearest whole number, halves to the even one";
                        case "floor" -> "nearest whole number below";
                        case "ceil" -> "nearest whole number above";
                        default -> "nearest whole number towards 0";
                    },
                    NumberFunctions::round);
        }
        for (String mode :
                List.of("Nearest", "Up", "Down", "ToZero", "NearestTiesAway", "NearestTiesUp")) {
            base.constant(
                    "Round" + mode, new Marker("Round" + mode, "RoundingMode{:" + mode + "}"));
        }
    }

    private static Value round(Call call) {
        boolean typed = call.at(0) instanceof Type;
        int place = typed ? 1 : 0;
        if (call.count() <= place) {
            throw new Unfit(call.at(0), "it takes a number");
        }
        Value x = call.at(place);
        if (x == Nothing.MISSING) {
            return x;
        }
        if (!Read.isNumber(x)) {
            String name = call.function();
            throw new Unfit(
                    x,
                    "it takes numbers",
                    Read.isArray(x) ? "write `" + name + ".(x)` to do it for each element" : null);
        }
        String name = call.count() > place + 1 ? mode(call.at(place + 1)) : call.function();
        Value digits = call.keyword("digits");
        Value significant = call.keyword("sigdigits");
        Value rounded;
        if (digits != null) {
            rounded = toDigits(call.machine(), name, x, Read.whole(digits));
        } else if (significant != null) {
            double size = Math.abs(Read.number(x));
            long whole = size == 0 ? 1 : (long) Math.floor(Math.log10(size)) + 1;
            rounded = toDigits(call.machine(), name, x, Read.whole(significant) - whole);
        } else {
            rounded = rounded(call.machine(), name, x);
        }
        return typed ? Promotion.convert(Read.plain(rounded), Read.type(call.at(0))) : rounded;
    }

    private static Value rounded(Machine machine, String name, Value x) {
        if (name.equals("RoundNearestTiesAway")) {
            double value = Read.number(x);
            return Read.of(Math.copySign(Math.floor(Math.abs(value) + 0.5), value));
        }
        if (name.equals("RoundNearestTiesUp")) {
            return Read.of(Math.floor(Read.number(x) + 0.5));
        }
        return machine.apply(ScalarFunctions.operation(name, 1), x);
    }

    private static String mode(Value mode) {
        if (!(mode instanceof Marker marker)) {
            throw new Unfit(mode, "the last argument says how to round, such as `RoundUp`");
        }
        return switch (marker.name()) {
            case "RoundUp" -> "ceil";
            case "RoundDown" -> "floor";
            case "RoundToZero" -> "trunc";
            case "RoundNearest" -> "round";
            default -> marker.name();
        };
    }

    private static Value toDigits(Machine machine, String name, Value x, long digits) {
        if (digits >= 0
                && (Read.plain(x) instanceof Int64 || Read.plain(x) instanceof WholeNumber)) {
            return x;
        }
        Value step = Read.of(Math.pow(10, (double) Math.abs(digits)));
        ScalarOp there = digits >= 0 ? Operators.TIMES : Operators.DIVIDE;
        ScalarOp back = digits >= 0 ? Operators.DIVIDE : Operators.TIMES;
        Value y = machine.apply(back, rounded(machine, name, machine.apply(there, x, step)), step);
        return Double.isFinite(Read.number(y)) ? y : x;
    }

    private static void wholeNumbers(Catalog base) {
        base.function("iseven(n)", "whether 2 divides `n`", (m, n) -> Bool.of(parity(n) == 0));
        base.function(
                "isodd(n)", "whether 2 does not divide `n`", (m, n) -> Bool.of(parity(n) == 1));
        base.function(
                "ispow2(n)",
                "whether `n` is a power of 2",
                (m, n) -> {
                    double x = Read.number(n);
                    return Bool.of(x > 0 && Math.scalb(1.0, Math.getExponent(x)) == x);
                });
        base.function(
                "gcd(a, bs...)", "greatest common divisor", call -> fold(call, BigInteger::gcd));
        base.function(
                "lcm(a, bs...)", "least common multiple", call -> fold(call, NumberFunctions::lcm));
        base.function(
                "gcdx(a, b)",
                "`(d, u, v)` where `u * a + v * b` is the greatest common divisor `d`",
                (m, a, b) -> bezout(Read.whole(a), Read.whole(b)));
        base.function("factorial(n)", "`1 * 2 * … * n`", (m, n) -> factorial(m, n));
        base.function(
                "binomial(n, k)",
                "ways to choose `k` of `n`",
                (m, n, k) -> binomial(Read.whole(n), Read.whole(k)));
        base.function(
                "isqrt(n)",
                "whole part of the square root",
                (m, n) -> as(n, notNegative(big(n)).sqrt()));
        base.function(
                "powermod(x, p, m)",
                "`mod(x^p, m)`",
                (m, x, p, by) -> as(by, big(x).modPow(big(p), positive(by))));
        base.function(
                "invmod(x, m)",
                "the inverse of `x` modulo `m`",
                (m, x, by) -> as(by, big(x).modInverse(positive(by))));
        base.function(
                "digits(n; base, pad)",
                "digits of `n`, the last one first",
                NumberFunctions::digits);
        base.function(
                "ndigits(n; base)",
                "how many digits `n` has",
                call -> {
                    Value radix = call.keyword("base");
                    int by = radix == null ? 10 : Read.count(radix);
                    return Read.of(big(call.at(0)).abs().toString(by).length());
                });
        base.function(
                "numerator(x)",
                "what stands above the line",
                (m, x) ->
                        Read.plain(x) instanceof Rational r
                                ? Read.of(r.numerator())
                                : as(x, big(x)));
        base.function(
                "denominator(x)",
                "what stands below the line",
                (m, x) ->
                        Read.plain(x) instanceof Rational r
                                ? Read.of(r.denominator())
                                : as(x, BigInteger.ONE));
        base.function(
                "rationalize(x; tol)",
                "a fraction close to `x`",
                call -> rationalize(Read.number(call.at(0)), call.keyword("tol")));
    }

    private static long parity(Value n) {
        double x = Read.number(n);
        if (x != Math.rint(x)) {
            throw new JuliaError(
                    "InexactError",
                    Words.brief(n) + " is no whole number, so it is neither even nor odd");
        }
        BigInteger whole =
                Read.plain(n) instanceof Scalar number ? WholeNumber.valueOf(number) : null;
        return whole == null ? (long) Math.abs(x % 2) : whole.testBit(0) ? 1 : 0;
    }

    private static Value fold(Call call, BinaryOperator<BigInteger> joint) {
        List<Value> numbers =
                call.count() == 1 ? Read.all(call.machine(), call.at(0)) : call.arguments();
        BigInteger result = numbers.isEmpty() ? BigInteger.ZERO : big(numbers.getFirst()).abs();
        Value like = numbers.isEmpty() ? Int64.ZERO : numbers.getFirst();
        for (Value next : numbers.subList(Math.min(1, numbers.size()), numbers.size())) {
            result = joint.apply(result, big(next));
            like = Read.plain(next) instanceof WholeNumber ? next : like;
        }
        return as(like, result);
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.signum() == 0 || b.signum() == 0
                ? BigInteger.ZERO
                : a.divide(a.gcd(b)).multiply(b).abs();
    }

    private static Tuple bezout(long a, long b) {
        long s0 = 1;
        long s1 = 0;
        long t0 = 0;
        long t1 = 1;
        while (b != 0) {
            long q = a / b;
            long r = a - q * b;
            long s = s0 - q * s1;
            long t = t0 - q * t1;
            a = b;
            b = r;
            s0 = s1;
            s1 = s;
            t0 = t1;
            t1 = t;
        }
        int sign = a < 0 ? -1 : 1;
        return Tuple.of(Read.of(sign * a), Read.of(sign * s0), Read.of(sign * t0));
    }

    private static long notNegative(String function, long n) {
        if (n < 0) {
            throw new JuliaError(
                    "DomainError", "`" + function + "` of " + n + "; it takes numbers from 0");
        }
        return n;
    }

    private static BigInteger notNegative(BigInteger n) {
        if (n.signum() < 0) {
            notNegative("isqrt", -1);
        }
        return n;
    }

    private static Value factorial(Machine m, Value of) {
        long n = notNegative("factorial", Read.whole(of));
        if (Read.plain(of) instanceof WholeNumber number
                && number.width() == WholeNumber.Width.BIG) {
            var product = BigInteger.ONE;
            for (long i = 2; i <= n; i++) {
                m.spend(product.bitLength() / 64 + 1);
                product = product.multiply(BigInteger.valueOf(i));
            }
            return WholeNumber.big(product);
        }
        if (n > 20) {
            throw new JuliaError(
                    "OverflowError",
                    "`factorial` of " + n + " is too large for a 64-bit whole number",
                    "`factorial(big(n))` has no such bound");
        }
        long product = 1;
        for (long i = 2; i <= n; i++) {
            product *= i;
        }
        return Read.of(product);
    }

    private static Value binomial(long n, long k) {
        if (k < 0) {
            return Int64.ZERO;
        }
        if (n >= 0 && k > n) {
            return Int64.ZERO;
        }
        long fewer = n >= 0 ? Math.min(k, n - k) : k;
        var product = BigInteger.ONE;
        for (long i = 1; i <= fewer && product.bitLength() < 128; i++) {
            product =
                    product.multiply(BigInteger.valueOf(n - fewer + i))
                            .divide(BigInteger.valueOf(i));
        }
        if (product.bitLength() > 63) {
            throw new JuliaError(
                    "OverflowError",
                    "`binomial` of " + n + " and " + k + " is too large for a 64-bit whole number");
        }
        return Read.of(product.longValue());
    }

    private static BigInteger big(Value n) {
        BigInteger whole = Read.plain(n) instanceof Scalar x ? WholeNumber.valueOf(x) : null;
        return whole == null ? BigInteger.valueOf(Read.whole(n)) : whole;
    }

    /// A whole number as one of the type of `like`.
    private static Value as(Value like, BigInteger n) {
        return Read.plain(like) instanceof WholeNumber w
                ? WholeNumber.wrapped(w.width(), n)
                : Read.of(n.longValue());
    }

    private static BigInteger positive(Value n) {
        BigInteger modulus = big(n);
        if (modulus.signum() <= 0) {
            throw new JuliaError("DivideError", "a modulus must be positive, found " + modulus);
        }
        return modulus;
    }

    private static Value digits(Call call) {
        Value radix = call.keyword("base");
        Value pad = call.keyword("pad");
        long by = radix == null ? 10 : Read.whole(radix);
        if (by < 2) {
            throw new JuliaError(
                    "DomainError", "`digits` to the base " + by + "; bases start at 2");
        }
        var digits = new ArrayList<Value>();
        BigInteger n = big(call.at(0));
        BigInteger radixes = BigInteger.valueOf(by);
        do {
            BigInteger[] parts = n.divideAndRemainder(radixes);
            digits.add(Read.of(parts[1].longValue()));
            n = parts[0];
        } while (n.signum() != 0);
        while (pad != null && digits.size() < Read.count(pad)) {
            call.machine().spend(1);
            digits.add(Int64.ZERO);
        }
        return call.machine().array(new int[] {digits.size()}, digits);
    }

    /// The simplest fraction within a distance, by continued fractions.
    private static Value rationalize(double x, @Nullable Value tolerance) {
        double near = tolerance == null ? Math.ulp(x) : Read.number(tolerance);
        long h0 = 0;
        long h1 = 1;
        long k0 = 1;
        long k1 = 0;
        double rest = x;
        for (int i = 0; i < 64; i++) {
            long whole = (long) Math.floor(rest);
            long h = whole * h1 + h0;
            long k = whole * k1 + k0;
            h0 = h1;
            h1 = h;
            k0 = k1;
            k1 = k;
            if (Math.abs((double) h / k - x) <= near || rest == whole) {
                break;
            }
            rest = 1 / (rest - whole);
        }
        return k1 < 0 ? new Rational(-h1, -k1) : new Rational(h1, k1);
    }

    private static void combined(Catalog base) {
        base.function(
                "inv(x)",
                "the inverse of a number or a square matrix",
                (m, x) -> LinearAlgebraModule.inverse(m, x));
        base.function(
                "divrem(x, y)",
                "`(div(x, y), rem(x, y))`",
                (m, x, y) -> both(m, "div", "rem", x, y));
        base.function(
                "fldmod(x, y)",
                "`(fld(x, y), mod(x, y))`",
                (m, x, y) -> both(m, "fld", "mod", x, y));
        base.function(
                "mod1(x, y)",
                "what is left of `x`, counted from 1 to `y`",
                (m, x, y) -> {
                    Value rest = m.apply(ScalarFunctions.operation("mod", 2), x, y);
                    return Read.number(rest) == 0 ? m.apply(Operators.PLUS, rest, y) : rest;
                });
        base.function(
                "fld1(x, y)",
                "how often `y` fits, counted from 1",
                (m, x, y) ->
                        m.apply(
                                ScalarFunctions.operation("fld", 2),
                                m.apply(Operators.MINUS, m.apply(Operators.PLUS, x, y), Int64.ONE),
                                y));
        base.function("sincos(x)", "`(sin(x), cos(x))`", (m, x) -> pair(m, "sin", "cos", x));
        base.function("sincosd(x)", "`(sind(x), cosd(x))`", (m, x) -> pair(m, "sind", "cosd", x));
        base.function(
                "sincospi(x)", "`(sinpi(x), cospi(x))`", (m, x) -> pair(m, "sinpi", "cospi", x));
        base.function("reim(z)", "real and imaginary part", (m, x) -> pair(m, "real", "imag", x));
        base.function(
                "evalpoly(x, p)",
                "the polynomial with the coefficients `p`, the constant first",
                NumberFunctions::polynomial);
        base.function("zero(x)", "the 0 of its type, or an array of zeros", (m, x) -> zero(m, x));
        base.function("one(x)", "the 1 of its type, or an identity matrix", NumberFunctions::one);
        base.alias("oneunit", "one");
        base.constant("pi", Library.PI);
        base.alias("π", "pi");
        base.constant("ℯ", Library.E);
        base.constant("im", new Complex(Bool.FALSE, Bool.TRUE));
    }

    private static Tuple both(Machine m, String first, String second, Value x, Value y) {
        return Tuple.of(
                m.apply(ScalarFunctions.operation(first, 2), x, y),
                m.apply(ScalarFunctions.operation(second, 2), x, y));
    }

    private static Tuple pair(Machine m, String first, String second, Value x) {
        if (!Read.isNumber(x)) {
            throw new Unfit(x, "it takes numbers");
        }
        return Tuple.of(
                m.apply(ScalarFunctions.operation(first, 1), x),
                m.apply(ScalarFunctions.operation(second, 1), x));
    }

    private static Value polynomial(Machine m, Value x, Value p) {
        List<Value> coefficients = Read.all(m, p);
        if (coefficients.isEmpty()) {
            throw new JuliaError("ArgumentError", "`evalpoly` needs at least one coefficient");
        }
        Value sum = coefficients.getLast();
        for (Value next : coefficients.subList(0, coefficients.size() - 1).reversed()) {
            sum = Operators.plus(m, Operators.times(m, x, sum), next);
        }
        return sum;
    }

    static Value zero(Machine m, Value x) {
        if (x instanceof Type type) {
            return Promotion.convert(Bool.FALSE, numeric(type));
        }
        if (Read.plain(x) instanceof Scalar number) {
            return ScalarFunctions.zero(number);
        }
        if (Read.isArray(x)) {
            return Making.filled(m, Read.size(x), Making.zeroOf(TypeFunctions.elementType(m, x)));
        }
        if (x == Nothing.MISSING) {
            return x;
        }
        throw new Unfit(x, "it takes numbers, arrays and types of numbers");
    }

    private static Value one(Machine m, Value x) {
        if (x instanceof Type type) {
            return Promotion.convert(Bool.TRUE, numeric(type));
        }
        if (Read.plain(x) instanceof Scalar number) {
            return ScalarFunctions.one(number);
        }
        if (Read.isMatrix(x)) {
            int n = Operators.square("one", x);
            Type element = TypeFunctions.elementType(m, x);
            return new UniformScaling(Promotion.convert(Bool.TRUE, element)).matrix(m, n);
        }
        if (x instanceof Text) {
            return new Text("");
        }
        throw new Unfit(x, "it takes numbers, square matrices and types of numbers");
    }

    /// The type itself, where it is one of numbers; `Int64` for `Integer` and the like.
    static Type numeric(Type type) {
        if (!Subtypes.isSubtype(type, Types.NUMBER)) {
            throw new Unfit(type, "it takes types of numbers");
        }
        return switch (type.name()) {
            case "Number", "Real", "Integer", "Signed" -> Types.INT64;
            case "Unsigned" -> WholeNumber.Width.UINT64.type();
            case "AbstractFloat" -> Types.FLOAT64;
            default -> type;
        };
    }
}
