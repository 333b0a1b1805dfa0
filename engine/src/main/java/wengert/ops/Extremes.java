package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Value;

/// The greater and the lesser of numbers.
///
/// On a tie `max` hands its gradient to the second number and `min` to the first, as DiffRules and
/// ChainRules do. A number on the border of a `clamp` keeps its gradient.
enum Extremes implements ScalarOp {
    MAX(
            "max",
            2,
            "passes its gradient on to the greater number",
            "takes the tangent of the greater number") {
        @Override
        public double evaluate(double... x) {
            return evaluate(x[0], x[1]);
        }

        @Override
        public double evaluate(double a, double b) {
            return Math.max(a, b);
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.less(x[1], x[0]) ? x[0] : x[1];
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.apply(
                    i == 0 ? Comparisons.GREATER : Comparisons.LESS_EQUAL, x.get(0), x.get(1));
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return tie(x, "second");
        }
    },
    MIN(
            "min",
            2,
            "passes its gradient on to the lesser number",
            "takes the tangent of the lesser number") {
        @Override
        public double evaluate(double... x) {
            return evaluate(x[0], x[1]);
        }

        @Override
        public double evaluate(double a, double b) {
            return Math.min(a, b);
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.less(x[1], x[0]) ? x[1] : x[0];
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return in.apply(
                    i == 0 ? Comparisons.LESS_EQUAL : Comparisons.GREATER, x.get(0), x.get(1));
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return tie(x, "first");
        }
    },
    CLAMP(
            "clamp",
            3,
            "passes its gradient on to its number inside the limits, and outside to the limit that was hit",
            "takes the tangent of its number inside the limits, and outside that of the limit that was hit") {
        @Override
        public double evaluate(double... x) {
            return x[0] > x[2] ? x[2] : x[0] < x[1] ? x[1] : x[0];
        }

        @Override
        Scalar exact(Scalar[] x) {
            return Tower.less(x[2], x[0]) ? x[2] : Tower.less(x[0], x[1]) ? x[1] : x[0];
        }

        @Override
        public <V> V derivative(Algebra<V> in, List<V> x, V y, int i) {
            V number = x.get(0);
            V low = x.get(1);
            V high = x.get(2);
            return switch (i) {
                case 0 ->
                        in.times(
                                in.apply(Comparisons.LESS_EQUAL, low, number),
                                in.apply(Comparisons.LESS_EQUAL, number, high));
                case 1 -> in.apply(Comparisons.LESS, number, low);
                default -> in.apply(Comparisons.GREATER, number, high);
            };
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return x.get(0) instanceof Scalar a
                            && x.get(1) instanceof Scalar low
                            && x.get(2) instanceof Scalar high
                            && (Tower.equal(a, low) || Tower.equal(a, high))
                    ? "`clamp` has a corner at its limits; we take the slope 1"
                    : null;
        }

        @Override
        public Interval domain(int i) {
            return switch (i) {
                case 0 -> new Interval(-3, 3);
                case 1 -> new Interval(-2, -1);
                default -> new Interval(1, 2);
            };
        }
    };

    private final String symbol;
    private final int arity;
    private final String sentence;
    private final String tangents;

    Extremes(String symbol, int arity, String sentence, String tangents) {
        this.symbol = symbol;
        this.arity = arity;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    /// The result for real numbers of any types, in its own type.
    abstract Scalar exact(Scalar[] x);

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return arity;
    }

    @Override
    public boolean commutative() {
        return this == MAX || this == MIN;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }

    @Override
    public Value evaluate(List<Value> x) {
        var numbers = new Scalar[arity];
        boolean anyFloat = false;
        boolean anyRational = false;
        boolean allBool = true;
        for (int i = 0; i < arity; i++) {
            if (!(x.get(i) instanceof Scalar number) || number instanceof Complex) {
                throw Refusals.noMethod(symbol, x);
            }
            numbers[i] = number;
            anyFloat |= Tower.isFloat(number);
            anyRational |= Tower.isRational(number);
            allBool &= number instanceof Bool;
        }
        if (anyFloat) {
            var floats = new double[arity];
            for (int i = 0; i < arity; i++) {
                floats[i] = numbers[i].toDouble();
            }
            return new Float64(evaluate(floats));
        }
        Scalar result = exact(numbers);
        return anyRational
                ? Tower.rational(result)
                : allBool ? result : Int64.of(Tower.whole(result));
    }

    @Nullable String tie(List<Value> x, String side) {
        return x.get(0) instanceof Scalar a && x.get(1) instanceof Scalar b && Tower.equal(a, b)
                ? "a tie in `%s`; the %s number gets the gradient".formatted(symbol, side)
                : null;
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply(symbol, x);
    }
}
