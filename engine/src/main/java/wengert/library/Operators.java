package wengert.library;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Entrywise;
import wengert.ops.ScalarOp;
import wengert.ops.Solving;
import wengert.ops.Values;
import wengert.value.ArrayRef;
import wengert.value.Char;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Promotion;
import wengert.value.Scalar;
import wengert.value.Text;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// The arithmetic operators, which choose what to do by what they are given: numbers, arrays, strings.
final class Operators {

    static final ScalarOp PLUS = ScalarFunctions.operation("+", 2);
    static final ScalarOp MINUS = ScalarFunctions.operation("-", 2);
    static final ScalarOp NEGATE = ScalarFunctions.operation("-", 1);
    static final ScalarOp TIMES = ScalarFunctions.operation("*", 2);
    static final ScalarOp DIVIDE = ScalarFunctions.operation("/", 2);
    static final ScalarOp POWER = ScalarFunctions.operation("^", 2);

    private Operators() {}

    static void declare(Catalog base) {
        base.function("+(x, ys...)", "sum of numbers, or of arrays of one size", call -> sum(call));
        base.function(
                "-(x, [y])",
                "difference; the negative of one number or array",
                call ->
                        call.count() == 1
                                ? negative(call.machine(), call.at(0))
                                : minus(call.machine(), call.at(0), call.at(1)));
        base.function(
                "*(x, ys...)",
                "product of numbers or matrices; joins strings",
                call -> product(call));
        base.function("/(x, y)", "quotient; `A / B` solves `X * B = A`", Operators::divide);
        base.function("\\(x, y)", "`A \\ b` solves `A * x = b`", Operators::leftDivide);
        base.function(
                "^(x, n)", "power of a number, a square matrix or a string", Operators::power);
        base.scalar("÷(x, y)", "quotient, rounded towards 0");
        base.scalar("div(x, y)", "quotient, rounded towards 0");
        for (String name : List.of("%", "rem")) {
            base.function(
                    name + "(x, y)",
                    "what is left of `x` by `div`, with the sign of `x`",
                    Operators::remainder);
        }
        base.function(
                "mod(x, y)",
                "what is left of `x` by `fld`, with the sign of `y`",
                Operators::remainder);
        base.scalar("fld(x, y)", "quotient, rounded down");
        base.scalar("cld(x, y)", "quotient, rounded up");
        base.function("//(x, y)", "fraction of whole numbers", Operators::fraction);
        base.function("∘(f, gs...)", "the function that applies `g`, then `f`", Operators::compose);
        base.function("|>(x, f)", "`f(x)`", (machine, x, f) -> machine.call(f, x));
    }

    /// `x % y`; with a type for `y` the number of this type that has the same lowest bits.
    private static Value remainder(Call call) {
        if (!(call.at(1) instanceof Type type)) {
            return ScalarFunctions.apply(call);
        }
        BigInteger n = Read.plain(call.at(0)) instanceof Scalar x ? WholeNumber.valueOf(x) : null;
        if (n == null) {
            throw new Unfit(call.at(0), "it takes whole numbers");
        }
        var width = WholeNumber.Width.named(type.name());
        return width != null
                ? WholeNumber.wrapped(width, n)
                : type.equals(Types.INT64)
                        ? Int64.of(n.longValue())
                        : Promotion.convert(Read.plain(call.at(0)), type);
    }

    private static Value sum(Call call) {
        Value sum = call.at(0);
        if (call.count() == 1 && !Read.isNumber(sum) && !Read.isArray(sum)) {
            throw new Unfit(sum, "");
        }
        for (Value next : call.from(1)) {
            sum = plus(call.machine(), sum, next);
        }
        return sum;
    }

    static Value plus(Machine machine, Value x, Value y) {
        if (x instanceof UniformScaling || y instanceof UniformScaling) {
            return withIdentity(machine, PLUS, x, y);
        }
        if (x instanceof Char(int c) && y instanceof Scalar) {
            return new Char((int) (c + Read.whole(y)));
        }
        return entrywise(machine, PLUS, x, y);
    }

    static Value minus(Machine machine, Value x, Value y) {
        if (x instanceof UniformScaling || y instanceof UniformScaling) {
            return withIdentity(machine, MINUS, x, y);
        }
        if (x instanceof Char(int c) && y instanceof Scalar) {
            return new Char((int) (c - Read.whole(y)));
        }
        if (x instanceof Char(int c) && y instanceof Char(int d)) {
            return Int64.of(c - d);
        }
        return entrywise(machine, MINUS, x, y);
    }

    private static Value negative(Machine machine, Value x) {
        if (Read.isNumber(x)) {
            return machine.apply(NEGATE, x);
        }
        if (x instanceof UniformScaling(Value factor)) {
            return new UniformScaling(machine.apply(NEGATE, factor));
        }
        if (Read.isArray(x)) {
            return Read.isNumeric(x) || Read.length(x) == 0
                    ? machine.apply(new Entrywise(NEGATE), x)
                    : machine.broadcast(Library.base("-"), List.of(x));
        }
        if (x == Nothing.MISSING) {
            return x;
        }
        throw new Unfit(x, "");
    }

    /// `+` and `-`: numbers with numbers, arrays with arrays of the same size.
    private static Value entrywise(Machine machine, ScalarOp op, Value x, Value y) {
        if (x instanceof Scalar && y instanceof Scalar) {
            return Values.IN.apply(op, List.of(x, y));
        }
        if (Read.isNumber(x) && Read.isNumber(y)) {
            return machine.apply(op, x, y);
        }
        if (Read.isArray(x) && Read.isArray(y)) {
            return arrays(machine, op, x, y);
        }
        return missing(machine, op.symbol(), x, y);
    }

    private static Value arrays(Machine machine, ScalarOp op, Value x, Value y) {
        if (Read.isNumeric(x) && Read.isNumeric(y)) {
            return machine.apply(new Entrywise(op), x, y);
        }
        if (!Arrays.equals(Read.size(x), Read.size(y))) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`%s` needs equal sizes: the left side is %s and the right side %s"
                            .formatted(op.symbol(), Words.a(x), Words.a(y)));
        }
        return machine.broadcast(Library.base(op.symbol()), List.of(x, y));
    }

    private static Value withIdentity(Machine machine, ScalarOp op, Value x, Value y) {
        if (x instanceof UniformScaling(Value a) && y instanceof UniformScaling(Value b)) {
            return new UniformScaling(machine.apply(op, a, b));
        }
        Value other = x instanceof UniformScaling ? y : x;
        if (!Read.isMatrix(other)) {
            return missing(machine, op.symbol(), x, y);
        }
        int n = square(op.symbol() + " I", other);
        return entrywise(machine, op, matrix(machine, x, n), matrix(machine, y, n));
    }

    private static Value matrix(Machine machine, Value value, int n) {
        return value instanceof UniformScaling scaling ? scaling.matrix(machine, n) : value;
    }

    /// The number of rows of a square matrix.
    static int square(String function, Value matrix) {
        int[] size = Read.size(matrix);
        if (size.length != 2 || size[0] != size[1]) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`%s` needs a square matrix, found %s".formatted(function, Words.a(matrix)));
        }
        return size[0];
    }

    private static Value product(Call call) {
        Value product = call.at(0);
        for (Value next : call.from(1)) {
            product = times(call.machine(), product, next);
        }
        return product;
    }

    static Value times(Machine machine, Value x, Value y) {
        if (x instanceof Scalar && y instanceof Scalar) {
            return Values.IN.apply(TIMES, List.of(x, y));
        }
        boolean numberX = Read.isNumber(x);
        boolean numberY = Read.isNumber(y);
        if (numberX && numberY) {
            return machine.apply(TIMES, x, y);
        }
        if (numberX && Read.isArray(y) || numberY && Read.isArray(x)) {
            return Read.isNumeric(numberX ? y : x)
                    ? machine.apply(new Entrywise(TIMES), x, y)
                    : machine.broadcast(Library.base("*"), List.of(x, y));
        }
        if (Read.isArray(x) && Read.isArray(y)) {
            return Applied.product(machine, x, y);
        }
        if (isText(x) && isText(y)) {
            String text = Read.text(x) + Read.text(y);
            machine.allocate(text.length());
            return new Text(text);
        }
        if (x instanceof UniformScaling(Value a)) {
            return y instanceof UniformScaling(Value b)
                    ? new UniformScaling(machine.apply(TIMES, a, b))
                    : numberY
                            ? new UniformScaling(machine.apply(TIMES, a, y))
                            : times(machine, a, y);
        }
        if (y instanceof UniformScaling(Value b)) {
            return numberX ? new UniformScaling(machine.apply(TIMES, x, b)) : times(machine, x, b);
        }
        return missing(machine, "*", x, y);
    }

    private static boolean isText(Value value) {
        return value instanceof Text || value instanceof Char;
    }

    static Value divide(Machine machine, Value x, Value y) {
        if (x instanceof Scalar && y instanceof Scalar) {
            return Values.IN.apply(DIVIDE, List.of(x, y));
        }
        if (Read.isNumber(y)) {
            if (Read.isNumber(x)) {
                return machine.apply(DIVIDE, x, y);
            }
            if (Read.isArray(x)) {
                return Read.isNumeric(x)
                        ? machine.apply(new Entrywise(DIVIDE), x, y)
                        : machine.broadcast(Library.base("/"), List.of(x, y));
            }
            if (x instanceof UniformScaling(Value factor)) {
                return new UniformScaling(machine.apply(DIVIDE, factor, y));
            }
        }
        if (y instanceof UniformScaling(Value factor)) {
            return divide(machine, x, factor);
        }
        if (Read.isArray(x) && Read.isMatrix(y)) {
            Value quotient = machine.apply(Solving.DIVIDE, x, y);
            boolean stored = x instanceof ArrayRef && !(quotient instanceof ArrayRef);
            return stored ? Applied.dense(machine, quotient) : quotient;
        }
        return missing(machine, "/", x, y);
    }

    static Value leftDivide(Machine machine, Value x, Value y) {
        if (Read.isNumber(x)) {
            return divide(machine, y, x);
        }
        if (x instanceof Factorization factorization) {
            return factorization.solve(machine, y);
        }
        if (x instanceof UniformScaling(Value factor)) {
            return divide(machine, y, factor);
        }
        if (y instanceof UniformScaling scaling && Read.isMatrix(x)) {
            return leftDivide(machine, x, scaling.matrix(machine, square("\\", x)));
        }
        if (Read.isMatrix(x) && Read.isArray(y)) {
            return MatrixFunctions.solve(machine, x, y);
        }
        return missing(machine, "\\", x, y);
    }

    static Value power(Machine machine, Value x, Value n) {
        if (Read.isNumber(x) && Read.isNumber(n)) {
            return machine.apply(POWER, x, n);
        }
        if (isText(x) && Read.plain(n) instanceof Int64) {
            return Strings.repeat(machine, Read.text(x), Read.whole(n));
        }
        if (Read.isMatrix(x) && Read.isNumber(n)) {
            square("^", x);
            return MatrixFunctions.power(machine, x, n);
        }
        if (Read.isNumber(x) && Read.isMatrix(n)) {
            square("^", n);
            Value logarithm = machine.apply(ScalarFunctions.operation("log", 1), x);
            return MatrixFunctions.exponential(machine, times(machine, logarithm, n));
        }
        if (x instanceof UniformScaling(Value factor)) {
            return new UniformScaling(machine.apply(POWER, factor, n));
        }
        return missing(machine, "^", x, n);
    }

    private static Value fraction(Machine machine, Value x, Value y) {
        if (Read.isArray(x) && Read.isNumber(y)) {
            return machine.broadcast(Library.base("//"), List.of(x, y));
        }
        if (!Read.isNumber(x) || !Read.isNumber(y)) {
            return missing(machine, "//", x, y);
        }
        return machine.apply(ScalarFunctions.operation("//", 2), x, y);
    }

    private static Value compose(Call call) {
        var functions = new ArrayList<>(call.arguments());
        Value composed = functions.removeLast();
        for (Value outer : functions.reversed()) {
            composed = new Composed(outer, composed);
        }
        return composed;
    }

    /// `missing` where either is; else the error that there is no such method.
    private static Value missing(Machine machine, String operator, Value x, Value y) {
        boolean absentX = x == Nothing.MISSING;
        boolean absentY = y == Nothing.MISSING;
        if (absentX && (absentY || Read.isNumber(y)) || absentY && Read.isNumber(x)) {
            return Nothing.MISSING;
        }
        Value own = machine.own(operator, x, y);
        if (own != null) {
            return own;
        }
        throw noMethod(operator, x, y);
    }

    static JuliaError noMethod(String operator, Value x, Value y) {
        return new JuliaError(
                "MethodError",
                "`%s` of %s and %s".formatted(operator, Words.a(x), Words.a(y)),
                hint(operator, x, y));
    }

    private static @Nullable String hint(String operator, Value x, Value y) {
        boolean arrays = Read.isArray(x) && Read.isArray(y);
        if ("+-*/^".contains(operator) && (isText(x) || isText(y))) {
            return "`*` joins strings, and `string(a, b)` joins anything";
        }
        if (operator.equals("*") && arrays) {
            return "`⋅` is the dot product, `.*` multiplies element by element";
        }
        if (Read.isArray(x) && (Read.isNumber(y) || arrays)
                || Read.isArray(y) && Read.isNumber(x)) {
            return "write `." + operator + "` to do it for each element";
        }
        return null;
    }
}
