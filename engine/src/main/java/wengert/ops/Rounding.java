package wengert.ops;

import java.math.BigInteger;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Bool;
import wengert.value.Float64;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Value;

/// Rounding to whole numbers: stairs, flat between the jumps.
///
/// As in ChainRules nothing flows back, at the jumps either.
enum Rounding implements UnaryOp {
    FLOOR("floor", Math::floor, "⌊", "⌋"),
    CEIL("ceil", Math::ceil, "⌈", "⌉"),
    TRUNC("trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x), "", ""),
    ROUND("round", Math::rint, "⌊", "⌉");

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String open;
    private final String close;

    Rounding(String symbol, DoubleUnaryOperator function, String open, String close) {
        this.symbol = symbol;
        this.function = function;
        this.open = open;
        this.close = close;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public double evaluate(double x) {
        return function.applyAsDouble(x);
    }

    @Override
    public Scalar real(Scalar x) {
        return switch (x) {
            case Float64(double value) -> new Float64(evaluate(value));
            case Rational q when q.denominator() > 1 -> new Rational(exact(q), 1);
            case Bool b -> b;
            default -> x;
        };
    }

    private long exact(Rational q) {
        BigInteger[] parts =
                Tower.big(q.numerator()).divideAndRemainder(Tower.big(q.denominator()));
        long whole = parts[0].longValueExact();
        int side = q.numerator() < 0 ? -1 : 1;
        int half = parts[1].abs().shiftLeft(1).compareTo(Tower.big(q.denominator()));
        return switch (this) {
            case TRUNC -> whole;
            case FLOOR -> side < 0 ? whole - 1 : whole;
            case CEIL -> side > 0 ? whole + 1 : whole;
            case ROUND -> half > 0 || (half == 0 && (whole & 1) != 0) ? whole + side : whole;
        };
    }

    @Override
    public <V> @Nullable V derivative(Algebra<V> in, V x, V y) {
        return null;
    }

    @Override
    public @Nullable String kink(List<Value> x) {
        if (!(x.getFirst() instanceof Scalar a)) {
            return null;
        }
        double value = a.toDouble();
        boolean jumps =
                switch (this) {
                    case ROUND -> Math.abs(value - Math.rint(value)) == 0.5;
                    case TRUNC -> value == Math.rint(value) && value != 0;
                    case FLOOR, CEIL -> value == Math.rint(value);
                };
        return jumps ? "`%s` jumps here; we take the slope 0".formatted(symbol) : null;
    }

    @Override
    public Notation notation(List<Notation> x) {
        return open.isEmpty()
                ? new Notation.Apply(symbol, x)
                : new Notation.Delimited(open, x.getFirst(), close);
    }

    @Override
    public String sentence() {
        return "is flat between whole numbers, so nothing passes";
    }
}
