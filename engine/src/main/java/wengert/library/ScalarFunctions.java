package wengert.library;

import java.math.BigInteger;
import wengert.ops.Entrywise;
import wengert.ops.Operations;
import wengert.ops.ScalarOp;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Irrational;
import wengert.value.Nothing;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.Subtypes;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// The functions on single numbers that are operations, and so have a derivative.
final class ScalarFunctions {

    private ScalarFunctions() {}

    static void declare(Catalog base) {
        base.scalar("sin(x)", "sine of `x` radians");
        base.scalar("cos(x)", "cosine of `x` radians");
        base.scalar("tan(x)", "tangent of `x` radians");
        base.scalar("cot(x)", "cotangent of `x` radians");
        base.scalar("sec(x)", "secant of `x` radians");
        base.scalar("csc(x)", "cosecant of `x` radians");
        base.scalar("asin(x)", "the angle whose sine is `x`");
        base.scalar("acos(x)", "the angle whose cosine is `x`");
        base.scalar("atan(y, [x])", "the angle whose tangent is `y`; that of the point `(x, y)`");
        base.scalar("acot(x)", "the angle whose cotangent is `x`");
        base.scalar("asec(x)", "the angle whose secant is `x`");
        base.scalar("acsc(x)", "the angle whose cosecant is `x`");
        base.scalar("sinh(x)", "hyperbolic sine");
        base.scalar("cosh(x)", "hyperbolic cosine");
        base.scalar("tanh(x)", "hyperbolic tangent");
        base.scalar("coth(x)", "hyperbolic cotangent");
        base.scalar("sech(x)", "hyperbolic secant");
        base.scalar("csch(x)", "hyperbolic cosecant");
        base.scalar("asinh(x)", "inverse hyperbolic sine");
        base.scalar("acosh(x)", "inverse hyperbolic cosine");
        base.scalar("atanh(x)", "inverse hyperbolic tangent");
        base.scalar("acoth(x)", "inverse hyperbolic cotangent");
        base.scalar("asech(x)", "inverse hyperbolic secant");
        base.scalar("acsch(x)", "inverse hyperbolic cosecant");
        base.scalar("sind(x)", "sine of `x` degrees");
        base.scalar("cosd(x)", "cosine of `x` degrees");
        base.scalar("tand(x)", "tangent of `x` degrees");
        base.scalar("cotd(x)", "cotangent of `x` degrees");
        base.scalar("secd(x)", "secant of `x` degrees");
        base.scalar("cscd(x)", "cosecant of `x` degrees");
        base.scalar("asind(x)", "the angle in degrees whose sine is `x`");
        base.scalar("acosd(x)", "the angle in degrees whose cosine is `x`");
        base.scalar("atand(y, [x])", "the angle in degrees whose tangent is `y`");
        base.scalar("acotd(x)", "the angle in degrees whose cotangent is `x`");
        base.scalar("asecd(x)", "the angle in degrees whose secant is `x`");
        base.scalar("acscd(x)", "the angle in degrees whose cosecant is `x`");
        base.scalar("sinpi(x)", "sine of `πx`");
        base.scalar("cospi(x)", "cosine of `πx`");
        base.scalar("tanpi(x)", "tangent of `πx`");
        base.scalar("sinc(x)", "`sin(πx) / πx`, and 1 at 0");
        base.scalar("cosc(x)", "the derivative of `sinc`");
        base.scalar("deg2rad(x)", "degrees to radians");
        base.scalar("rad2deg(x)", "radians to degrees");
        base.scalar("exp(x)", "e to the power of `x`; of a square matrix, too");
        base.scalar("exp2(x)", "2 to the power of `x`");
        base.scalar("exp10(x)", "10 to the power of `x`");
        base.scalar("expm1(x)", "`exp(x) - 1`, exact near 0");
        base.scalar("log([b], x)", "natural logarithm; logarithm to the base `b`");
        base.scalar("log2(x)", "logarithm to the base 2");
        base.scalar("log10(x)", "logarithm to the base 10");
        base.scalar("log1p(x)", "`log(1 + x)`, exact near 0");
        base.scalar("sqrt(x)", "square root");
        base.alias("√", "sqrt");
        base.scalar("cbrt(x)", "cube root");
        base.alias("∛", "cbrt");
        base.scalar("fourthroot(x)", "fourth root");
        base.alias("∜", "fourthroot");
        base.scalar("abs(x)", "distance from 0");
        base.scalar("abs2(x)", "square of the distance from 0");
        base.scalar("sign(x)", "-1, 0 or 1");
        base.scalar("angle(z)", "angle of a complex number");
        base.scalar("cis(x)", "`exp(im * x)`");
        base.scalar("ldexp(x, n)", "`x * 2^n`");
        base.scalar("copysign(x, y)", "`x` with the sign of `y`");
        base.scalar("flipsign(x, y)", "`x`, turned round where `y` is negative");
        base.scalar("mod2pi(x)", "angle between 0 and 2π");
        base.scalar("muladd(x, y, z)", "`x * y + z`");
        base.scalar("fma(x, y, z)", "`x * y + z`, rounded once");
        base.scalar("clamp(x, lo, hi)", "`x`, kept between `lo` and `hi`");
        base.function(
                "float(x)",
                "as a floating-point number, or an array of these",
                (m, x) -> real(m, x));
        each(base, "real(z)", "real part");
        each(base, "imag(z)", "imaginary part");
        each(base, "conj(z)", "complex conjugate");
        each(base, "complex(x, [y])", "`x + y * im`");
        base.function("max(x, ys...)", "the largest of its arguments", call -> fold(call, "max"));
        base.function("min(x, ys...)", "the smallest of its arguments", call -> fold(call, "min"));
        base.function(
                "hypot(x, ys...)",
                "length of the vector of its arguments, without overflow",
                call ->
                        call.count() == 1
                                ? call.apply(operation("abs", 1), call.at(0))
                                : fold(call, "hypot"));
        base.function(
                "minmax(x, y)",
                "the smaller and the larger one",
                (machine, x, y) ->
                        Tuple.of(
                                machine.apply(operation("min", 2), x, y),
                                machine.apply(operation("max", 2), x, y)));
    }

    /// A scalar operation that also takes whole arrays.
    private static void each(Catalog base, String signature, String summary) {
        base.function(
                signature,
                summary,
                call ->
                        Read.isArray(call.at(0))
                                ? call.machine()
                                        .broadcast(Library.base(call.function()), call.arguments())
                                : apply(call));
    }

    /// `float(x)`. What is being followed is a float already, or becomes one by a product with 1.0.
    static Value real(Machine machine, Value x) {
        if (x instanceof Type type) {
            boolean shorter = ShortFloat.Precision.named(type.name()) != null;
            return Subtypes.isSubtype(type, Types.NUMBER) && !shorter ? Types.FLOAT64 : type;
        }
        Value plain = Read.plain(x);
        if (plain instanceof ShortFloat || isShort(x)) {
            return x;
        }
        if (plain instanceof Float64 || plain instanceof Complex c && c.re() instanceof Float64) {
            return x instanceof Scalar number ? Irrational.computed(number) : x;
        }
        if (Read.isNumber(x)) {
            return machine.apply(Operators.TIMES, Float64.ONE, x);
        }
        if (Read.isArray(x)) {
            return TypeFunctions.elementType(machine, x).equals(Types.FLOAT64)
                    ? x
                    : machine.apply(new Entrywise(Operators.TIMES), Float64.ONE, x);
        }
        if (x == Nothing.MISSING) {
            return x;
        }
        throw new Unfit(
                x,
                "it takes numbers",
                x instanceof Text ? "`parse(Float64, text)` reads a number from a string" : null);
    }

    private static boolean isShort(Value x) {
        return Read.isArray(x)
                && Read.plain(x) instanceof ArrayRef array
                && ShortFloat.Precision.named(array.elementType().name()) != null;
    }

    static ScalarOp operation(String name, int arity) {
        ScalarOp op = Operations.scalar(name, arity);
        if (op == null) {
            throw new IllegalStateException(
                    "no operation `%s` of %d numbers".formatted(name, arity));
        }
        return op;
    }

    /// Applies the operation that has the function's name.
    static Value apply(Call call) {
        for (Value x : call.arguments()) {
            if (!Read.isNumber(x)) {
                return other(call, x);
            }
        }
        return call.machine().apply(operation(call.function(), call.count()), call.arguments());
    }

    private static Value other(Call call, Value x) {
        if (x == Nothing.MISSING) {
            return x;
        }
        if (call.count() == 1 && Read.isSquare(x)) {
            Value result = MatrixFunctions.apply(call.machine(), call.function(), x);
            if (result != null) {
                return result;
            }
        }
        if (Read.isArray(x)) {
            boolean operator = !Character.isLetter(call.function().codePointAt(0));
            String pointwise =
                    operator && call.count() == 2
                            ? "x ." + call.function() + " y"
                            : operator ? "." + call.function() + "x" : call.function() + ".(x)";
            throw new Unfit(
                    x, "it takes numbers", "write `" + pointwise + "` to do it for each element");
        }
        throw new Unfit(x, "it takes numbers");
    }

    private static Value fold(Call call, String name) {
        ScalarOp op = operation(name, 2);
        Value result = call.at(0);
        for (Value x : call.arguments()) {
            if (!Read.isNumber(x)) {
                return ordered(call, x);
            }
        }
        for (Value next : call.from(1)) {
            result = call.apply(op, result, next);
        }
        return result;
    }

    /// `max` and `min` of what is no number but has an order.
    private static Value ordered(Call call, Value x) {
        if (Read.isArray(x)) {
            return other(call, x);
        }
        if (call.function().equals("hypot")) {
            throw new Unfit(x, "it takes numbers");
        }
        Value best = call.at(0);
        for (Value next : call.from(1)) {
            int order = Comparison.order(call.machine(), next, best);
            if (call.function().equals("max") ? order > 0 : order < 0) {
                best = next;
            }
        }
        return best;
    }

    /// The number 0 of the same type as `x`.
    static Scalar zero(Scalar x) {
        return like(x, 0);
    }

    /// The number 1 of the same type as `x`.
    static Scalar one(Scalar x) {
        return like(x, 1);
    }

    private static Scalar like(Scalar x, int n) {
        return switch (x) {
            case Bool _ -> Bool.of(n == 1);
            case Int64 _ -> Int64.of(n);
            case WholeNumber(WholeNumber.Width width, _) ->
                    new WholeNumber(width, BigInteger.valueOf(n));
            case ShortFloat(ShortFloat.Precision precision, _) -> new ShortFloat(precision, n);
            case Float64 _ -> new Float64(n);
            case Rational _ -> new Rational(n, 1);
            case Complex c -> new Complex(like(c.re(), n), zero(c.re()));
        };
    }
}
