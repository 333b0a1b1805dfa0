package wengert.ops;

/// The error function and its kin, by series in twice the precision of a double and by continued
/// fractions.
final class ErrorSeries {

    private static final Twofold SQRT_PI = new Twofold(0x1.c5bf891b4ef6bp0, -0x1.618f13eb7ca89p-54);
    private static final Twofold TWO_OVER_SQRT_PI = Twofold.of(2).over(SQRT_PI);

    /// Below, the series is used for erfc; above, the continued fraction.
    private static final double FRACTION = 3;

    private ErrorSeries() {}

    static double erf(double x) {
        double a = Math.abs(x);
        double value = a > 6 ? 1 : a < FRACTION ? series(a).value() : 1 - erfc(a);
        return Double.isNaN(x) ? x : Math.copySign(value, x);
    }

    /// DLMF 7.6.1
    private static Twofold series(double x) {
        Twofold square = Twofold.product(x, x);
        Twofold term = Twofold.of(x);
        Twofold sum = term;
        for (int k = 1; Math.abs(term.high()) > 1e-33 * Math.abs(sum.high()); k++) {
            term = term.times(square).over(-k);
            sum = sum.plus(term.over(2.0 * k + 1));
        }
        return sum.times(TWO_OVER_SQRT_PI);
    }

    static double erfc(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        return x < FRACTION ? complement(x).value() : timesGaussian(erfcx(0, x), x);
    }

    /// erfc below the fraction.
    private static Twofold complement(double x) {
        return x < -FRACTION
                ? Twofold.sum(2, -erfc(-x))
                : Twofold.ONE.minus(x < 0 ? series(-x).negated() : series(x));
    }

    /// value · exp(-x²), the square taken exactly
    private static double timesGaussian(double value, double x) {
        Twofold square = Twofold.product(x, x);
        double gaussian = Math.exp(-square.high());
        return value * (gaussian - gaussian * square.low());
    }

    static double erfcx(double x) {
        return erfcx(0, x);
    }

    /// The derivative of order `n` of erfcx: (-1)ⁿ 2ⁿ n! exp(x²) iⁿerfc(x), DLMF 7.18.11.
    static double erfcx(int n, double x) {
        if (x < -26.7) {
            return n % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double value = x < FRACTION ? repeatedByRecurrence(n, x) : repeatedByFraction(n, x);
        for (int k = 1; k <= n; k++) {
            value *= -2.0 * k;
        }
        return value;
    }

    /// exp(x²) iⁿerfc(x) by its recurrence, DLMF 7.18.7.
    private static double repeatedByRecurrence(int n, double x) {
        Twofold previous = TWO_OVER_SQRT_PI;
        Twofold current = Twofold.product(x, x).exp().times(complement(x));
        for (int k = 1; k <= n; k++) {
            Twofold next = previous.times(0.5).minus(current.times(x)).over(k);
            previous = current;
            current = next;
        }
        return current.value();
    }

    /// The same by the continued fraction of the ratios of neighbours in that recurrence.
    private static double repeatedByFraction(int n, double x) {
        double ratio = 0;
        double product = Constants.TWO_OVER_SQRT_PI;
        for (int k = n + 40 + (int) (1200 / (x * x)); k >= 0; k--) {
            ratio = 1 / (2 * x + 2 * (k + 1) * ratio);
            if (k <= n) {
                product *= ratio;
            }
        }
        return product;
    }

    static double erfi(double x) {
        double a = Math.abs(x);
        double value =
                a > 26.7
                        ? Double.POSITIVE_INFINITY
                        : Twofold.product(a, a)
                                .exp()
                                .times(dawson(a))
                                .times(TWO_OVER_SQRT_PI)
                                .value();
        return Double.isNaN(x) ? x : Math.copySign(value, x);
    }

    /// The derivative of order `n` of Dawson's integral, from F' = 1 - 2xF (DLMF 7.5.1, 7.10.4).
    static double dawson(int n, double x) {
        double a = Math.abs(x);
        double value = a < 7 ? dawsonByRecurrence(n, a).value() : dawsonOfLarge(n, a);
        return n % 2 == 0 ? Math.copySign(1, x) * value : value;
    }

    private static Twofold dawsonByRecurrence(int n, double x) {
        Twofold previous = dawson(x);
        Twofold current = Twofold.ONE.minus(previous.times(2 * x));
        if (n == 0) {
            return previous;
        }
        for (int k = 1; k < n; k++) {
            Twofold next = current.times(-2 * x).minus(previous.times(2.0 * k));
            previous = current;
            current = next;
        }
        return current;
    }

    /// Dawson's integral of a positive number; its series has positive terms only.
    private static Twofold dawson(double x) {
        if (x >= 7) {
            return Twofold.of(dawsonOfLarge(0, x));
        }
        Twofold square = Twofold.product(x, x);
        Twofold term = Twofold.of(x);
        Twofold sum = term;
        for (int k = 1; term.high() > 1e-33 * sum.high(); k++) {
            term = term.times(square).over(k);
            sum = sum.plus(term.over(2.0 * k + 1));
        }
        return sum.times(square.negated().exp());
    }

    /// The asymptotic series, DLMF 7.12.3 with 7.5.2, differentiated `n` times.
    private static double dawsonOfLarge(int n, double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        double term = 0.5 / x;
        for (int k = 1; k <= n; k++) {
            term *= -k / x;
        }
        double sum = term;
        for (int k = 1; k < 40 && Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
            term *= (2 * k + n - 1) * (2.0 * k + n) / (4.0 * k * x * x);
            sum += term;
        }
        return sum;
    }

    /// The x with erf(x) = y.
    static double erfinv(double y) {
        double a = Math.abs(y);
        if (a > 1) {
            throw Refusals.domain("erfinv", y, "`erf` takes values between -1 and 1");
        }
        double x = a < 0.5 ? inverseNearZero(a) : erfcinv(1 - a);
        return Double.isNaN(y) ? y : Math.copySign(x, y);
    }

    private static double inverseNearZero(double y) {
        double x = y * Constants.HALF_SQRT_PI;
        for (int k = 0; k < 6; k++) {
            double error = series(x).minus(Twofold.of(y)).value();
            double step = error * Constants.HALF_SQRT_PI * Math.exp(x * x);
            x -= step / (1 + x * step);
        }
        return x;
    }

    /// The x with erfc(x) = p, by Halley's method.
    static double erfcinv(double p) {
        if (p < 0 || p > 2) {
            throw Refusals.domain("erfcinv", p, "`erfc` takes values between 0 and 2");
        }
        if (p == 0 || p == 2) {
            return p == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (p > 0.5) {
            return p > 1.5
                    ? -erfcinv(2 - p)
                    : 1 - p >= 0 ? inverseNearZero(1 - p) : -inverseNearZero(p - 1);
        }
        double x = Math.sqrt(-Math.log(p * Math.sqrt(-Math.log(p) * Math.PI)));
        for (int k = 0; k < 8; k++) {
            double step = (1 - p / erfc(x)) * erfcx(0, x) * Constants.HALF_SQRT_PI;
            x += step / (1 + x * step);
        }
        return x;
    }

    static double logerfc(double x) {
        return x < 0.5
                ? Math.log1p(-erf(x))
                : x < 1 ? Math.log(erfc(x)) : Math.log(erfcx(0, x)) - x * x;
    }

    static double logerfcx(double x) {
        return x < 0.5 ? Math.fma(x, x, Math.log1p(-erf(x))) : Math.log(erfcx(0, x));
    }

    /// The slope of logerfcx.
    static double logerfcxSlope(double x) {
        return x < -5
                ? 2 * x - Constants.TWO_OVER_SQRT_PI / erfcx(0, x)
                : erfcx(1, x) / erfcx(0, x);
    }

    /// erf(y) - erf(x), without cancellation where both are far from 0.
    static double erfBetween(double x, double y) {
        if (x > 1 && y > 1) {
            return erfc(x) - erfc(y);
        }
        if (x < -1 && y < -1) {
            return erfc(-y) - erfc(-x);
        }
        return Math.max(Math.abs(x), Math.abs(y)) < FRACTION
                ? signedSeries(y).minus(signedSeries(x)).value()
                : erf(y) - erf(x);
    }

    private static Twofold signedSeries(double x) {
        return x < 0 ? series(-x).negated() : series(x);
    }
}
