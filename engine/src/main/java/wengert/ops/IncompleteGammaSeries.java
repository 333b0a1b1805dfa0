package wengert.ops;

/// The incomplete gamma functions of real numbers, in twice the precision of a double: by the power series below
/// the hump of the integrand (DLMF 8.7.1), by the continued fraction above it (DLMF 8.9.2).
final class IncompleteGammaSeries {

    /// How far the first argument may go, so that sums stay short enough.
    private static final double FAR = 1e7;

    private IncompleteGammaSeries() {}

    private static void check(String function, double a, double x) {
        if (x < 0) {
            throw Refusals.domain(function, x, "its second argument starts at 0");
        }
        if (Math.abs(a) > FAR) {
            throw Refusals.domain(function, a, "its first argument ends at ten million here");
        }
    }

    /// Γ(a, x)
    static double upper(double a, double x) {
        check("gamma", a, x);
        if (Double.isNaN(a) || Double.isNaN(x)) {
            return Double.NaN;
        }
        if (a <= 0) {
            return x == 0 ? Double.POSITIVE_INFINITY : ofNegative(a, x).value();
        }
        if (x == 0) {
            return GammaSeries.gamma(a);
        }
        return Double.isInfinite(x) ? 0 : logUpper(a, x).exp().value();
    }

    /// Γ(a, x) = xᵃ E₁₋ₐ(x), DLMF 8.19.1.
    private static Twofold ofNegative(double a, double x) {
        if (Double.isInfinite(x)) {
            return Twofold.ZERO;
        }
        if (x > 1.5) {
            return weight(a, x).exp().over(fraction(a, x));
        }
        double integral = IntegralSeries.expint(1 - a, x);
        return Twofold.of(x).log().times(a).exp().times(integral);
    }

    /// log Γ(a, x)
    static Twofold logUpper(double a, double x) {
        check("loggamma", a, x);
        if (Double.isInfinite(x)) {
            return Twofold.of(Double.NEGATIVE_INFINITY);
        }
        if (a <= 0) {
            return ofNegative(a, x).log();
        }
        if (x == 0) {
            return GammaSeries.logGamma(Twofold.of(a));
        }
        if (above(a, x)) {
            return weight(a, x).minus(fraction(a, x).log());
        }
        Twofold whole = GammaSeries.logGamma(Twofold.of(a));
        Twofold below = lower(a, x, whole);
        return whole.plus(Twofold.ONE.minus(below).log());
    }

    /// Γ(a, x) / Γ(a)
    static double upperShare(double a, double x) {
        return share(a, x, true);
    }

    /// 1 - Γ(a, x) / Γ(a)
    static double lowerShare(double a, double x) {
        return share(a, x, false);
    }

    private static double share(double a, double x, boolean upper) {
        check("gamma_inc", a, x);
        if (a <= 0) {
            throw Refusals.domain("gamma_inc", a, "its first argument is above 0");
        }
        if (x == 0 || Double.isInfinite(x)) {
            return (x == 0) == upper ? 1 : 0;
        }
        Twofold whole = GammaSeries.logGamma(Twofold.of(a));
        boolean above = above(a, x);
        Twofold found =
                above ? weight(a, x).minus(whole).exp().over(fraction(a, x)) : lower(a, x, whole);
        return above == upper ? found.value() : Twofold.ONE.minus(found).value();
    }

    /// xᵃ⁻¹ exp(-x)
    static double density(double a, double x) {
        return x == 0 ? Math.pow(0, a - 1) : weight(a, x).minus(Twofold.of(x).log()).exp().value();
    }

    /// xᵃ⁻¹ exp(-x) / Γ(a)
    static double densityShare(double a, double x) {
        Twofold whole = GammaSeries.logGamma(Twofold.of(a));
        return x == 0
                ? Math.pow(0, a - 1) / whole.exp().value()
                : weight(a, x).minus(Twofold.of(x).log()).minus(whole).exp().value();
    }

    /// xᵃ⁻¹ exp(-x) / Γ(a, x)
    static double hazard(double a, double x) {
        if (x == 0) {
            return Math.pow(0, a - 1) / upper(a, 0);
        }
        return above(a, x)
                ? fraction(a, x).over(x).value()
                : weight(a, x).minus(Twofold.of(x).log()).minus(logUpper(a, x)).exp().value();
    }

    private static boolean above(double a, double x) {
        return x > a + 1 && x > 1.5;
    }

    /// log(xᵃ exp(-x))
    private static Twofold weight(double a, double x) {
        return Twofold.of(x).log().times(a).minus(Twofold.of(x));
    }

    /// The share of Γ(a) up to x, by its power series.
    private static Twofold lower(double a, double x, Twofold whole) {
        Twofold term = Twofold.ONE.over(a);
        Twofold sum = term;
        for (int k = 1; term.high() > 1e-33 * sum.high(); k++) {
            term = term.times(x).over(Twofold.sum(a, k));
            sum = sum.plus(term);
        }
        return sum.times(weight(a, x).minus(whole).exp());
    }

    /// xᵃ exp(-x) / Γ(a, x), by Lentz's method.
    private static Twofold fraction(double a, double x) {
        Twofold b = Twofold.sum(x, 1).plus(-a);
        Twofold value = b;
        Twofold c = b;
        Twofold d = Twofold.ZERO;
        for (int k = 1; k < 100_000; k++) {
            Twofold numerator = Twofold.sum(a, -k).times(k);
            b = b.plus(2);
            d = Twofold.ONE.over(b.plus(numerator.times(d)));
            c = b.plus(numerator.over(c));
            Twofold factor = c.times(d);
            value = value.times(factor);
            if (Math.abs(factor.plus(-1).value()) < 1e-21) {
                break;
            }
        }
        return value;
    }
}
