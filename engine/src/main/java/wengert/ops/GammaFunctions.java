package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import wengert.notation.Notation;

/// The gamma function, its logarithm and the derivatives of that.
enum GammaFunctions implements UnaryOp {
    GAMMA(
            "gamma",
            "Γ",
            GammaSeries::gamma,
            "multiplies the gradient by its result and by digamma of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(y, in.apply(DIGAMMA, x));
        }
    },
    LOGGAMMA(
            "loggamma",
            "log Γ",
            GammaFunctions::logGamma,
            "multiplies the gradient by digamma of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(DIGAMMA, x);
        }
    },
    /// Of negative numbers, too: the logarithm of |Γ(x)|.
    LGAMMA(
            "lgamma",
            "log Γ",
            GammaSeries::logAbsGamma,
            "multiplies the gradient by digamma of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(DIGAMMA, x);
        }
    },
    LOGFACTORIAL(
            "logfactorial",
            "logfactorial",
            x -> GammaFunctions.logGamma(x + 1),
            "multiplies the gradient by digamma of one more than its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(DIGAMMA, in.plus(x, in.number(1)));
        }
    },
    DIGAMMA(
            "digamma",
            "ψ",
            GammaSeries::digamma,
            "multiplies the gradient by trigamma of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(TRIGAMMA, x);
        }
    },
    TRIGAMMA(
            "trigamma",
            "ψ₁",
            x -> GammaSeries.polygamma(1, x),
            "multiplies the gradient by polygamma of order 2 of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(SpecialPairs.POLYGAMMA, in.number(2), x);
        }
    },
    /// The x with digamma(x) = y.
    INVDIGAMMA(
            "invdigamma",
            "ψ⁻¹",
            GammaFunctions::invdigamma,
            "divides the gradient by trigamma of its result") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.divide(in.number(1), in.apply(TRIGAMMA, y));
        }

        @Override
        public Interval domain() {
            return new Interval(-3, 3);
        }
    };

    private final String symbol;
    private final String written;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String sentence;

    GammaFunctions(String symbol, String written, DoubleUnaryOperator function, String sentence) {
        this.symbol = symbol;
        this.written = written;
        this.function = function;
        this.sentence = sentence;
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
    public double evaluate(double x) {
        return function.applyAsDouble(x);
    }

    @Override
    public Interval domain() {
        return new Interval(0.1, 6);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply(written, x);
    }

    private static double logGamma(double x) {
        if (x < 0 && x != Math.rint(x) && Math.floor(x) % 2 != 0) {
            throw Refusals.domain("loggamma", x, "the gamma function is negative there");
        }
        return GammaSeries.logAbsGamma(x);
    }

    /// Newton's method from the guess of T. Minka, "Estimating a Dirichlet distribution" (2000).
    private static double invdigamma(double y) {
        double x = y >= -2.22 ? Math.exp(y) + 0.5 : -1 / (y + Constants.EULER_GAMMA);
        for (int k = 0; k < 12; k++) {
            double step = (GammaSeries.digamma(x) - y) / GammaSeries.polygamma(1, x);
            x = step < x ? x - step : x / 2;
        }
        return x;
    }
}
