package wengert.ops;

import java.util.function.DoubleUnaryOperator;

/// The Bessel functions of real order and positive argument.
///
/// Near the origin by power series in twice the precision of a double, far out by Hankel's
/// expansions; K by the trapezoidal rule, which for its integral converges faster than any power
/// of the step.
final class BesselSeries {

    private static final Twofold EULER = new Twofold(0x1.2788cfc6fb619p-1, -0x1.6cb90701fbfabp-58);

    /// Up to here the alternating series keep enough digits in twice the precision.
    private static final double SERIES = 28;

    /// The terms of I all have one sign, so that only their number counts.
    private static final double SERIES_OF_I = 100;

    private BesselSeries() {}

    private static boolean isWhole(double order) {
        return order == Math.rint(order);
    }

    private static double signOfOrder(double order) {
        return order % 2 == 0 ? 1 : -1;
    }

    /// Refuses arguments below 0 where the function is not real.
    private static void positive(String function, double x) {
        if (x < 0) {
            throw Refusals.domain(function, x, "its argument starts at 0");
        }
    }

    /// The largest order that recurrences go to.
    private static final double MOST = 100_000;

    static double j(double order, double x) {
        if (!(Math.abs(order) < MOST)) {
            return Double.NaN; // the recurrence would be too long to be worth having
        }
        if (isWhole(order) && (x < 0 || order < 0)) {
            double sign = signOfOrder(order);
            return (x < 0 ? sign : 1) * (order < 0 ? sign : 1) * j(Math.abs(order), Math.abs(x));
        }
        positive("besselj", x);
        return x <= SERIES || order >= x
                ? series(order, x, -1).value()
                : Double.isInfinite(x) ? 0 : upward(order, x, mu -> hankel(mu, x, false));
    }

    static double y(double order, double x) {
        if (!(Math.abs(order) < MOST)) {
            return Double.NaN; // the recurrence would be too long to be worth having
        }
        positive("bessely", x);
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (isWhole(order)) {
            return order < 0 ? signOfOrder(order) * y(-order, x) : yWhole((int) order, x);
        }
        if (x > SERIES && Math.abs(order) < x) {
            return Double.isInfinite(x) ? 0 : upward(order, x, mu -> hankel(mu, x, true));
        }
        // DLMF 10.2.3
        return series(order, x, -1)
                .times(Angles.cosPi(order))
                .minus(series(-order, x, -1))
                .over(Angles.sinPi(order))
                .value();
    }

    static double i(double order, double x) {
        if (!(Math.abs(order) < MOST)) {
            return Double.NaN; // the recurrence would be too long to be worth having
        }
        if (isWhole(order) && (x < 0 || order < 0)) {
            return (x < 0 ? signOfOrder(order) : 1) * i(Math.abs(order), Math.abs(x));
        }
        positive("besseli", x);
        if (x <= SERIES_OF_I || (order * order > x && x < 700)) {
            return series(order, x, 1).value();
        }
        return Double.isInfinite(x) ? x : Twofold.of(x).exp().times(hankelOfI(order, x)).value();
    }

    /// exp(-|x|) I(x)
    static double ix(double order, double x) {
        if (!(Math.abs(order) < MOST)) {
            return Double.NaN; // the recurrence would be too long to be worth having
        }
        if (isWhole(order) && (x < 0 || order < 0)) {
            return (x < 0 ? signOfOrder(order) : 1) * ix(Math.abs(order), Math.abs(x));
        }
        positive("besselix", x);
        if (x <= SERIES_OF_I || (order * order > x && x < 700)) {
            return series(order, x, 1).times(Twofold.of(-x).exp()).value();
        }
        return Double.isInfinite(x) ? 0 : hankelOfI(order, x);
    }

    static double k(double order, double x) {
        if (!(Math.abs(order) < MOST)) {
            return Double.NaN; // the recurrence would be too long to be worth having
        }
        positive("besselk", x);
        return x == 0
                ? Double.POSITIVE_INFINITY
                : Twofold.of(-x).exp().times(scaledK(order, x)).value();
    }

    /// The slope of exp(-|x|) I(x), which is exp(-|x|) (I' - I) for positive x.
    static double ixSlope(double order, double x) {
        if (isWhole(order) && (x < 0 || order < 0)) {
            return (x < 0 ? -signOfOrder(order) : 1) * ixSlope(Math.abs(order), Math.abs(x));
        }
        positive("besselix", x);
        if (x <= SERIES_OF_I || (order * order > x && x < 700)) {
            return seriesOrReflected(order - 1, x)
                    .plus(series(order + 1, x, 1))
                    .times(0.5)
                    .minus(series(order, x, 1))
                    .times(Twofold.of(-x).exp())
                    .value();
        }
        return Double.isInfinite(x) ? 0 : hankelSlopeOfI(order, x);
    }

    private static Twofold seriesOrReflected(double order, double x) {
        return series(isWhole(order) ? Math.abs(order) : order, x, 1);
    }

    /// The slope of exp(x) K(x), which is exp(x) (K' + K).
    static double kxSlope(double order, double x) {
        positive("besselkx", x);
        return scaledKSlope(order, x).value();
    }

    static Twofold scaledKSlope(double order, double x) {
        double a = Math.abs(order);
        if (x <= 0.3) {
            Twofold neighbours = scaledK(Math.abs(a - 1), x).plus(scaledK(a + 1, x));
            return scaledK(a, x).minus(neighbours.times(0.5));
        }
        double step = Math.min(0.1, 0.4 / Math.sqrt(x));
        Twofold sum = Twofold.ZERO;
        double term = 1;
        for (int n = 1; n * n * step * step * x < 8 || term > 1e-18 * sum.high(); n++) {
            double t = n * step;
            double half = Math.sinh(t / 2);
            double square = 2 * half * half;
            term = square * Math.exp(-x * square) * Math.cosh(a * t);
            sum = sum.plus(term);
        }
        return sum.times(-step);
    }

    /// exp(x) K(x)
    static double kx(double order, double x) {
        if (!(Math.abs(order) < MOST)) {
            return Double.NaN; // the recurrence would be too long to be worth having
        }
        positive("besselkx", x);
        return x == 0 ? Double.POSITIVE_INFINITY : scaledK(order, x).value();
    }

    /// exp(x) K(x), by the recurrence DLMF 10.29.1 upward from orders below 2.
    static Twofold scaledK(double order, double x) {
        double a = Math.abs(order);
        double rest = a - Math.floor(a);
        Twofold previous = kSmallOrder(rest, x);
        Twofold current = a < 1 ? previous : kSmallOrder(rest + 1, x);
        for (double mu = rest + 1; mu < a - 0.5; mu++) {
            Twofold next = previous.plus(current.times(2 * mu).over(x));
            previous = current;
            current = next;
        }
        return current;
    }

    private static Twofold kSmallOrder(double order, double x) {
        return x > 1.5 ? kIntegral(order, x) : kNearZero(order, x).times(Twofold.of(x).exp());
    }

    /// (x/2)^ν Σ (± x²/4)ᵏ / (k! Γ(ν + k + 1)), DLMF 10.2.2 and 10.25.2.
    private static Twofold series(double order, double x, int sign) {
        if (x == 0) {
            return order == 0
                    ? Twofold.ONE
                    : order > 0 ? Twofold.ZERO : Twofold.of(Double.POSITIVE_INFINITY);
        }
        Twofold square = Twofold.product(x / 2, x / 2).times(sign);
        Twofold sum = Twofold.ONE;
        Twofold term = Twofold.ONE;
        double size = 1;
        for (int k = 1; size > 1e-34 || k < -order; k++) {
            term = term.times(square).over(Twofold.sum(order, k).times(k));
            sum = sum.plus(term);
            size = Math.abs(term.high()) / Math.abs(sum.high());
        }
        Twofold power =
                isWhole(order) && order < 40
                        ? Twofold.of(x / 2)
                                .power((int) order)
                                .times(GammaSeries.inverseGamma(Twofold.sum(order, 1)))
                        : largePower(order, x);
        return sum.times(power);
    }

    /// (x/2)^ν / Γ(ν + 1), by logarithms where Γ could overflow.
    private static Twofold largePower(double order, double x) {
        Twofold logarithm = Twofold.of(x / 2).log().times(order);
        Twofold next = Twofold.sum(order, 1);
        return order > 0
                ? logarithm.minus(GammaSeries.logGamma(next)).exp()
                : logarithm.exp().times(GammaSeries.inverseGamma(Twofold.sum(order, 1)));
    }

    /// From two small orders up (or down) to `order` by DLMF 10.6.1, which is stable below x.
    private static double upward(double order, double x, DoubleUnaryOperator small) {
        double rest = order - Math.floor(order);
        double step = order < 0 ? -1 : 1;
        double mu = order < 0 ? rest - 1 : rest;
        if (Math.abs(order - mu) < 0.5) {
            return small.applyAsDouble(mu);
        }
        double previous = small.applyAsDouble(mu);
        double current = small.applyAsDouble(mu + step);
        for (mu += step; Math.abs(order - mu) > 0.5; mu += step) {
            double next = 2 * step * mu / x * current - previous;
            previous = current;
            current = next;
        }
        return current;
    }

    /// J, or Y, of a small order far out, DLMF 10.17.3 and 10.17.4.
    private static double hankel(double order, double x, boolean second) {
        double p = 0;
        double q = 0;
        double term = 1;
        for (int k = 0; k < 60 && Math.abs(term) > 1e-19; k++) {
            switch (k % 4) {
                case 0 -> p += term;
                case 1 -> q += term;
                case 2 -> p -= term;
                default -> q -= term;
            }
            double odd = 2 * k + 1;
            term *= (4 * order * order - odd * odd) / (8 * x * (k + 1));
        }
        double turn = order / 2 + 0.25;
        double cosine = Math.cos(x) * Angles.cosPi(turn) + Math.sin(x) * Angles.sinPi(turn);
        double sine = Math.sin(x) * Angles.cosPi(turn) - Math.cos(x) * Angles.sinPi(turn);
        double value = second ? sine * p + cosine * q : cosine * p - sine * q;
        return value * Math.sqrt(2 / (Math.PI * x));
    }

    /// exp(-x) I far out, DLMF 10.40.1.
    private static double hankelOfI(double order, double x) {
        double sum = 0;
        double term = 1;
        for (int k = 0; k < 2 * x && Math.abs(term) > 1e-19; k++) {
            sum += term;
            double odd = 2 * k + 1;
            term *= -(4 * order * order - odd * odd) / (8 * x * (k + 1));
        }
        return sum / Math.sqrt(2 * Math.PI * x);
    }

    /// The slope of the same, term by term.
    private static double hankelSlopeOfI(double order, double x) {
        double sum = 0;
        double term = 1;
        for (int k = 0; k < 2 * x && Math.abs(term) > 1e-19; k++) {
            sum -= term * (k + 0.5) / x;
            double odd = 2 * k + 1;
            term *= -(4 * order * order - odd * odd) / (8 * x * (k + 1));
        }
        return sum / Math.sqrt(2 * Math.PI * x);
    }

    private static double yWhole(int n, double x) {
        double previous = x <= SERIES ? y0(x).value() : hankel(0, x, true);
        if (n == 0) {
            return Double.isInfinite(x) ? 0 : previous;
        }
        if (x > SERIES) {
            return Double.isInfinite(x) ? 0 : upward(n, x, mu -> hankel(mu, x, true));
        }
        Twofold before = y0(x);
        Twofold current = y1(x);
        for (int k = 1; k < n; k++) {
            Twofold next = current.times(2.0 * k).over(x).minus(before);
            before = current;
            current = next;
        }
        return current.value();
    }

    /// DLMF 10.8.2
    private static Twofold y0(double x) {
        Twofold logarithm = Twofold.of(x / 2).log().plus(EULER);
        return logarithm
                .times(series(0, x, -1))
                .minus(harmonicSeries(x, -1))
                .times(2)
                .over(Twofold.PI);
    }

    /// Σ Hₖ (± x²/4)ᵏ / k!²
    private static Twofold harmonicSeries(double x, int sign) {
        Twofold square = Twofold.product(x / 2, x / 2).times(sign);
        Twofold harmonic = Twofold.ZERO;
        Twofold term = Twofold.ONE;
        Twofold sum = Twofold.ZERO;
        double size = 1;
        for (int k = 1; size > 1e-34; k++) {
            harmonic = harmonic.plus(Twofold.ratio(1, k));
            term = term.times(square).over((double) k * k);
            sum = sum.plus(term.times(harmonic));
            size = Math.abs(term.high()) / Math.max(1e-6, Math.abs(sum.high()));
        }
        return sum;
    }

    /// DLMF 10.8.1
    private static Twofold y1(double x) {
        Twofold pole = Twofold.of(2).over(Twofold.PI.times(x));
        Twofold logarithm = Twofold.of(x / 2).log().times(series(1, x, -1)).times(2);
        return logarithm.minus(digammaSeries(x, -1)).over(Twofold.PI).minus(pole);
    }

    /// Σ (ψ(k + 1) + ψ(k + 2)) (± x²/4)ᵏ (x/2) / (k! (k + 1)!)
    private static Twofold digammaSeries(double x, int sign) {
        Twofold square = Twofold.product(x / 2, x / 2).times(sign);
        Twofold harmonic = EULER.times(-2).plus(1);
        Twofold term = Twofold.of(x / 2);
        Twofold sum = term.times(harmonic);
        double size = 1;
        for (int k = 1; size > 1e-34; k++) {
            harmonic = harmonic.plus(Twofold.ratio(1, k)).plus(Twofold.ratio(1, k + 1));
            term = term.times(square).over((double) k * (k + 1));
            sum = sum.plus(term.times(harmonic));
            size = Math.abs(term.high()) / Math.abs(sum.high());
        }
        return sum;
    }

    /// K of an order below 2: DLMF 10.31.1 and 10.31.2 for whole orders, 10.27.4 for others.
    private static Twofold kNearZero(double order, double x) {
        if (order == 0) {
            Twofold logarithm = Twofold.of(x / 2).log().plus(EULER);
            return harmonicSeries(x, 1).minus(logarithm.times(series(0, x, 1)));
        }
        if (order == 1) {
            Twofold logarithm = Twofold.of(x / 2).log().times(series(1, x, 1));
            return logarithm.plus(Twofold.ratio(1, x)).minus(digammaSeries(x, 1).times(0.5));
        }
        return series(-order, x, 1)
                .minus(series(order, x, 1))
                .times(Twofold.PI)
                .over(2 * Angles.sinPi(order));
    }

    /// exp(x) K from its integral, DLMF 10.32.9.
    private static Twofold kIntegral(double order, double x) {
        double step = Math.min(0.2, 0.65 / Math.sqrt(x));
        Twofold sum = Twofold.of(0.5);
        double term = 1;
        for (int n = 1; term > 1e-18 * sum.high(); n++) {
            double t = n * step;
            double half = Math.sinh(t / 2);
            term = Math.exp(-2 * x * half * half) * Math.cosh(order * t);
            sum = sum.plus(term);
        }
        return sum.times(step);
    }
}
