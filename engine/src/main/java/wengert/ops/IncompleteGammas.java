package wengert.ops;

import java.util.List;
import wengert.notation.Notation;

/// The incomplete gamma functions, DLMF 8.2.
///
/// There is no slope in the first argument here: it is NaN, as in DiffRules.
enum IncompleteGammas implements BinaryOp {
    /// The integral of tᵃ⁻¹ exp(-t) from x on.
    UPPER(
            "gamma",
            "Γ",
            "multiplies the gradient by what is integrated, at the start of the interval, with a minus") {
        @Override
        public double evaluate(double a, double x) {
            return IncompleteGammaSeries.upper(a, x);
        }

        @Override
        <V> V slope(Algebra<V> in, V a, V x, V y) {
            return in.negate(in.apply(DENSITY, a, x));
        }
    },
    /// The logarithm of the same.
    LOG_UPPER(
            "loggamma",
            "log Γ",
            "multiplies the gradient by what is integrated, at the start of the interval, over the integral, with a minus") {
        @Override
        public double evaluate(double a, double x) {
            return IncompleteGammaSeries.logUpper(a, x).value();
        }

        @Override
        <V> V slope(Algebra<V> in, V a, V x, V y) {
            return in.negate(in.apply(HAZARD, a, x));
        }
    },
    /// The share of Γ(a) up to x.
    LOWER_SHARE(
            "gamma_inc_p",
            "P",
            "multiplies the gradient by the density of the gamma distribution") {
        @Override
        public double evaluate(double a, double x) {
            return IncompleteGammaSeries.lowerShare(a, x);
        }

        @Override
        <V> V slope(Algebra<V> in, V a, V x, V y) {
            return in.apply(GAMMA_DENSITY, a, x);
        }
    },
    /// The share of Γ(a) from x on.
    UPPER_SHARE(
            "gamma_inc_q",
            "Q",
            "multiplies the gradient by minus the density of the gamma distribution") {
        @Override
        public double evaluate(double a, double x) {
            return IncompleteGammaSeries.upperShare(a, x);
        }

        @Override
        <V> V slope(Algebra<V> in, V a, V x, V y) {
            return in.negate(in.apply(GAMMA_DENSITY, a, x));
        }
    },
    /// xᵃ⁻¹ exp(-x)
    DENSITY("gammadensity", "γ′", "multiplies the gradient by its result and by (a − 1) / x − 1") {
        @Override
        public double evaluate(double a, double x) {
            return IncompleteGammaSeries.density(a, x);
        }

        @Override
        <V> V slope(Algebra<V> in, V a, V x, V y) {
            return in.times(y, falling(in, a, x));
        }
    },
    /// xᵃ⁻¹ exp(-x) / Γ(a)
    GAMMA_DENSITY(
            "gammashare", "P′", "multiplies the gradient by its result and by (a − 1) / x − 1") {
        @Override
        public double evaluate(double a, double x) {
            return IncompleteGammaSeries.densityShare(a, x);
        }

        @Override
        <V> V slope(Algebra<V> in, V a, V x, V y) {
            return in.times(y, falling(in, a, x));
        }
    },
    /// xᵃ⁻¹ exp(-x) / Γ(a, x)
    HAZARD(
            "gammahazard",
            "γ′/Γ",
            "multiplies the gradient by its result and by how fast that grows") {
        @Override
        public double evaluate(double a, double x) {
            return IncompleteGammaSeries.hazard(a, x);
        }

        @Override
        <V> V slope(Algebra<V> in, V a, V x, V y) {
            return in.times(y, in.plus(falling(in, a, x), y));
        }
    };

    private final String symbol;
    private final String letter;
    private final String sentence;

    IncompleteGammas(String symbol, String letter, String sentence) {
        this.symbol = symbol;
        this.letter = letter;
        this.sentence = sentence;
    }

    abstract <V> V slope(Algebra<V> in, V a, V x, V y);

    @Override
    public <V> V derivative(Algebra<V> in, V a, V x, V y, int i) {
        return i == 0 ? in.number(Double.NaN) : slope(in, a, x, y);
    }

    /// (a - 1) / x - 1
    private static <V> V falling(Algebra<V> in, V a, V x) {
        return in.divide(in.minus(in.minus(a, in.number(1)), x), x);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public boolean isOrder(int i) {
        return i == 0;
    }

    @Override
    public Interval domain(int i) {
        return i == 0 ? new Interval(1, 4) : new Interval(0.3, 6);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply(letter, x);
    }
}
