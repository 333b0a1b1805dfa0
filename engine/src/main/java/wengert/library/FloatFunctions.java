package wengert.library;

import java.util.Objects;
import wengert.ops.Precisions;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.ShortFloat;
import wengert.value.ShortFloat.Precision;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// The inner life of floating-point numbers, and the bounds of number types.
final class FloatFunctions {

    private FloatFunctions() {}

    static void declare(Catalog base) {
        base.function(
                "isnan(x)",
                "whether it is not a number",
                (m, x) -> Bool.of(parts(x, Double::isNaN)));
        base.function(
                "isinf(x)",
                "whether it is infinite",
                (m, x) -> Bool.of(parts(x, Double::isInfinite)));
        base.function(
                "isfinite(x)",
                "whether it is neither infinite nor NaN",
                (m, x) -> Bool.of(!parts(x, d -> !Double.isFinite(d))));
        base.function(
                "isinteger(x)",
                "whether it is a whole number",
                (m, x) -> {
                    double number = Read.number(x);
                    boolean real = !(Read.plain(x) instanceof Complex c) || c.imaginary() == 0;
                    return Bool.of(real && number == Math.rint(number) && Double.isFinite(number));
                });
        base.function(
                "isreal(x)",
                "whether there is no imaginary part",
                (m, x) ->
                        Bool.of(
                                Read.all(m, x).stream()
                                        .noneMatch(e ->
                                                Read.plain(e) instanceof Complex c
                                                        && c.imaginary() != 0)));
        base.function(
                "signbit(x)",
                "whether the sign is negative",
                (m, x) -> Bool.of(Math.copySign(1, Read.number(x)) < 0));
        base.function("nextfloat(x)", "the next larger float", (m, x) -> next(x, 1));
        base.function("prevfloat(x)", "the next smaller float", (m, x) -> next(x, -1));
        base.function(
                "eps([x])",
                "distance from `x` to the next larger float; from 1.0 by default",
                call -> {
                    boolean given = call.count() > 0 && !(call.at(0) instanceof Type);
                    double x = given ? Read.number(call.at(0)) : 1.0;
                    return of(call, p -> p.ulp(x), Math.ulp(x));
                });
        base.function(
                "floatmax([T])",
                "the largest float",
                call -> of(call, Precision::most, Double.MAX_VALUE));
        base.function(
                "floatmin([T])",
                "the smallest float of full precision",
                call -> of(call, Precision::least, Double.MIN_NORMAL));
        base.function(
                "maxintfloat([T])",
                "where floats stop holding every whole number",
                call -> of(call, p -> 2 / p.ulp(1), 0x1p53));
        base.function("typemax(T)", "the largest number of a type", (m, t) -> extreme(t, 1));
        base.function("typemin(T)", "the smallest number of a type", (m, t) -> extreme(t, -1));
        base.function(
                "exponent(x)",
                "`x` lies between `2^n` and `2^(n + 1)`",
                (m, x) -> {
                    double number = Read.number(x);
                    if (number == 0 || !Double.isFinite(number)) {
                        throw new JuliaError(
                                "DomainError",
                                "`exponent` of "
                                        + number
                                        + "; it takes finite numbers other than 0");
                    }
                    return Read.of((long) Math.getExponent(number));
                });
        base.function(
                "significand(x)",
                "`x / 2^exponent(x)`",
                (m, x) -> {
                    double number = Read.number(x);
                    return like(
                            x,
                            number == 0 ? number : Math.scalb(number, -Math.getExponent(number)));
                });
        base.function(
                "frexp(x)",
                "`(f, n)` where `x` is `f * 2^n`",
                (m, x) -> {
                    double number = Read.number(x);
                    int n = number == 0 ? 0 : Math.getExponent(number) + 1;
                    return Tuple.of(like(x, Math.scalb(number, -n)), Read.of((long) n));
                });
        base.function(
                "modf(x)",
                "fractional and whole part",
                (m, x) -> {
                    double number = Read.number(x);
                    double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
                    return Tuple.of(like(x, Math.copySign(number - whole, number)), like(x, whole));
                });
        base.constant("Inf", new Float64(Double.POSITIVE_INFINITY));
        base.constant("Inf64", new Float64(Double.POSITIVE_INFINITY));
        base.constant("NaN", new Float64(Double.NaN));
        base.constant("NaN64", new Float64(Double.NaN));
        for (Precision precision : Precision.values()) {
            String bits = precision.type().name().substring("Float".length());
            base.constant("Inf" + bits, new ShortFloat(precision, Double.POSITIVE_INFINITY));
            base.constant("NaN" + bits, new ShortFloat(precision, Double.NaN));
        }
    }

    private interface Of {
        double of(Precision precision);
    }

    /// What is asked of the type of float that the first argument is or is of; of `Float64` by default.
    private static Value of(Call call, Of shorter, double full) {
        Precision precision = null;
        if (call.count() > 0) {
            precision =
                    call.at(0) instanceof Type type
                            ? Precision.named(type.name())
                            : Precisions.of(Read.plain(call.at(0)));
        }
        return precision == null ? Read.of(full) : ShortFloat.of(precision, shorter.of(precision));
    }

    /// A float of the type of `x`.
    private static Value like(Value x, double y) {
        Precision precision = Precisions.of(Read.plain(x));
        return precision == null ? Read.of(y) : ShortFloat.of(precision, y);
    }

    private static Value next(Value x, int direction) {
        double number = Read.number(x);
        Precision precision = Precisions.of(Read.plain(x));
        if (precision == Precision.FLOAT32) {
            float single = (float) number;
            return ShortFloat.of(
                    precision, direction > 0 ? Math.nextUp(single) : Math.nextDown(single));
        }
        if (precision == Precision.FLOAT16) {
            double step = precision.ulp(number);
            return ShortFloat.of(precision, number + direction * step);
        }
        return Read.of(direction > 0 ? Math.nextUp(number) : Math.nextDown(number));
    }

    private interface Test {
        boolean of(double x);
    }

    private static boolean parts(Value x, Test test) {
        if (!Read.isNumber(x)) {
            throw new Unfit(x, "it takes numbers");
        }
        return test.of(Read.number(x))
                || Read.plain(x) instanceof Complex c && test.of(c.imaginary());
    }

    private static Value extreme(Value of, int sign) {
        Type type = of instanceof Type t ? t : Types.of(of);
        return switch (type.name()) {
            case "Int64" -> Read.of(sign > 0 ? Long.MAX_VALUE : Long.MIN_VALUE);
            case "Float64" ->
                    Read.of(sign > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
            case "Bool" -> Bool.of(sign > 0);
            case "Float32", "Float16" ->
                    ShortFloat.of(
                            Objects.requireNonNull(Precision.named(type.name())),
                            sign * Double.POSITIVE_INFINITY);
            case "Int8",
                    "UInt8",
                    "Int16",
                    "UInt16",
                    "Int32",
                    "UInt32",
                    "UInt64",
                    "Int128",
                    "UInt128" -> {
                var width = Objects.requireNonNull(WholeNumber.Width.named(type.name()));
                yield new WholeNumber(width, sign > 0 ? width.most() : width.least());
            }
            default -> throw new Unfit(of, "it takes a type of numbers");
        };
    }
}
