package wengert.ops;

import static wengert.notation.Notation.Operator;
import static wengert.notation.Notation.infix;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Value;

/// Division into whole parts, and what remains.
///
/// A quotient is flat. A remainder runs along with its argument and jumps where the quotient
/// changes; there its slope is NaN, as in ChainRules and DiffRules.
enum Divisions implements BinaryOp {
    DIV("÷", Rounding.TRUNC) {
        @Override
        public double evaluate(double a, double b) {
            return quotient(a, b, a % b);
        }
    },
    FLD("fld", Rounding.FLOOR) {
        @Override
        public double evaluate(double a, double b) {
            return quotient(a, b, modulo(a, b));
        }
    },
    CLD("cld", Rounding.CEIL) {
        @Override
        public double evaluate(double a, double b) {
            return quotient(a, b, -modulo(-a, b));
        }
    },
    REM("%", Rounding.TRUNC) {
        @Override
        public double evaluate(double a, double b) {
            return a % b;
        }
    },
    MOD("mod", Rounding.FLOOR) {
        @Override
        public double evaluate(double a, double b) {
            return modulo(a, b);
        }
    };

    private final String symbol;
    private final Rounding rounding;

    Divisions(String symbol, Rounding rounding) {
        this.symbol = symbol;
        this.rounding = rounding;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    private boolean isRemainder() {
        return this == REM || this == MOD;
    }

    private static double modulo(double a, double b) {
        double rest = a % b;
        return rest == 0 ? Math.copySign(rest, b) : rest > 0 == b > 0 ? rest : rest + b;
    }

    private static double quotient(double a, double b, double rest) {
        return Math.rint((a - rest) / b);
    }

    @Override
    public Scalar exact(Scalar a, Scalar b) {
        if (Tower.isComplex(a) || Tower.isComplex(b)) {
            throw Refusals.noMethod(symbol, List.of(a, b));
        }
        if (Tower.isFloat(a) || Tower.isFloat(b)) {
            return BinaryOp.super.exact(a, b);
        }
        return Tower.isRational(a) || Tower.isRational(b)
                ? fraction(Tower.rational(a), Tower.rational(b))
                : Tower.isWhole(a) && Tower.isWhole(b)
                        ? Int64.of(whole(Tower.whole(a), Tower.whole(b)))
                        : Tower.joined(a, b, whole(Tower.integer(a), Tower.integer(b)));
    }

    private BigInteger whole(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw Refusals.divideByZero(symbol);
        }
        BigInteger[] parts = a.divideAndRemainder(b);
        boolean inexact = parts[1].signum() != 0;
        boolean below = inexact && a.signum() != b.signum();
        return switch (this) {
            case DIV -> parts[0];
            case FLD -> below ? parts[0].subtract(BigInteger.ONE) : parts[0];
            case CLD -> inexact && !below ? parts[0].add(BigInteger.ONE) : parts[0];
            case REM -> parts[1];
            case MOD -> below ? parts[1].add(b) : parts[1];
        };
    }

    private long whole(long a, long b) {
        if (b == 0) {
            throw Refusals.divideByZero(symbol);
        }
        if (b == -1 && a == Long.MIN_VALUE && !isRemainder()) {
            throw new JuliaError(
                    "DivideError", "`%s` of typemin(Int) by -1 does not fit".formatted(symbol));
        }
        return switch (this) {
            case DIV -> a / b;
            case FLD -> Math.floorDiv(a, b);
            case CLD -> Math.ceilDiv(a, b);
            case REM -> a % b;
            case MOD -> Math.floorMod(a, b);
        };
    }

    private Scalar fraction(Rational a, Rational b) {
        if (b.numerator() == 0) {
            throw Refusals.divideByZero(symbol);
        }
        BigInteger n = Tower.big(a.numerator()).multiply(Tower.big(b.denominator()));
        BigInteger d = Tower.big(a.denominator()).multiply(Tower.big(b.numerator()));
        Scalar count = rounding.real(Tower.fraction(n, d));
        Int64 quotient = Int64.of(((Rational) count).numerator());
        return isRemainder() ? Tower.minus(a, Tower.times(quotient, b)) : quotient;
    }

    @Override
    public <V> @Nullable V derivative(Algebra<V> in, V a, V b, V y, int i) {
        if (!isRemainder()) {
            return null;
        }
        V slope = i == 0 ? in.number(1) : in.negate(in.apply(this == REM ? DIV : FLD, a, b));
        return anyWholeQuotient(in.value(a), in.value(b))
                ? in.apply(
                        Comparisons.IFELSE,
                        in.apply(Comparisons.IS_INTEGER, in.divide(a, b)),
                        in.number(Double.NaN),
                        slope)
                : slope;
    }

    private static boolean anyWholeQuotient(Value a, Value b) {
        if (a instanceof ArrayValue || b instanceof ArrayValue) {
            return true;
        }
        double quotient = ((Scalar) a).toDouble() / ((Scalar) b).toDouble();
        return quotient == Math.rint(quotient);
    }

    /// Where nothing is left there is a jump, which has no slope.
    @Override
    public Turn turnsOn(int i) {
        return isRemainder() ? Turn.SIGNS : Turn.NOTHING;
    }

    @Override
    public @Nullable String kink(List<Value> x) {
        return x.get(0) instanceof Scalar a
                        && x.get(1) instanceof Scalar b
                        && anyWholeQuotient(a, b)
                ? "`%s` jumps here; %s"
                        .formatted(
                                symbol, isRemainder() ? "it has no slope" : "we take the slope 0")
                : null;
    }

    @Override
    public Interval domain(int i) {
        return i == 0 ? new Interval(4.1, 5.9) : new Interval(2, 2.04);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return switch (this) {
            case DIV, FLD ->
                    new Notation.Delimited("⌊", infix(Operator.SLASH, x.get(0), x.get(1)), "⌋");
            case CLD -> new Notation.Delimited("⌈", infix(Operator.SLASH, x.get(0), x.get(1)), "⌉");
            case REM, MOD -> new Notation.Apply(this == REM ? "rem" : symbol, x);
        };
    }

    @Override
    public String sentence() {
        return isRemainder()
                ? "passes its gradient on to the dividend, and minus the whole quotient times it to the divisor"
                : "is flat between its jumps, so nothing passes";
    }

    @Override
    public String tangentSentence() {
        return isRemainder()
                ? "takes the dividend's tangent, less the whole quotient times the divisor's"
                : ScalarOp.ofTangents(sentence());
    }
}
