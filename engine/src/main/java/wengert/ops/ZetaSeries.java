package wengert.ops;

/// Riemann's ζ(s), the alternating η(s) and their derivatives, all read over truncated Taylor series in s.
///
/// ζ by the formula of Euler and Maclaurin (DLMF 25.2.9), far to the left by reflection (DLMF 25.4.1).
final class ZetaSeries {

    private static final int START = 30;

    /// From here to the left the functions are reflected.
    private static final double LEFT = -6;

    /// From here to the left a power of two is taken out of the functions, which would be beyond a double.
    private static final double FAR_LEFT = -200;

    /// From here to the left only the zeros of the functions are within a double.
    private static final double BEYOND = -1000;

    /// How many terms of the alternating series are weighted.
    private static final int WEIGHTED = 46;

    private ZetaSeries() {}

    /// The derivative of ζ of some order.
    static double zeta(int order, double s) {
        if (s == 1) {
            return order % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (s > 1075) {
            return order == 0 ? 1 : 0;
        }
        if (s < LEFT && order == 0 && s == Math.rint(s) && s % 2 == 0) {
            return 0;
        }
        if (!(s >= BEYOND)) {
            return beyond(order, s, 1);
        }
        int lifted = lifted(s);
        Twofold[] series = s < LEFT ? reflected(order, s, lifted) : eulerMaclaurin(order, s);
        return Math.scalb(derivative(series, order), lifted);
    }

    /// The derivative of η of some order; η(s) = 1 - 2^-s + 3^-s - …
    static double eta(int order, double s) {
        if (s > 1075) {
            return order == 0 ? 1 : 0;
        }
        if (s < LEFT && order == 0 && s == Math.rint(s) && s % 2 == 0) {
            return 0;
        }
        if (!(s >= BEYOND)) {
            return beyond(order, s, -1);
        }
        if (s >= LEFT) {
            return derivative(alternating(order, s), order);
        }
        // η(s) = (1 - 2^(1 - s)) ζ(s), DLMF 25.2.3
        int lifted = lifted(s);
        int halvings = lifted == 0 ? 0 : (int) Math.rint(-s);
        Twofold[] factor = Taylor.scaled(power(2, s + halvings, order), Twofold.of(-2));
        factor[0] = factor[0].plus(Math.scalb(1.0, -halvings));
        Twofold[] series = Taylor.times(factor, reflected(order, s, lifted));
        return Math.scalb(derivative(series, order), lifted + halvings);
    }

    /// The power of two that is taken out: about the size of Γ(1 - s) (2π)^(s - 1).
    private static int lifted(double s) {
        if (s >= FAR_LEFT) {
            return 0;
        }
        double logarithm =
                GammaSeries.logGamma(Twofold.of(1 - s)).value() - (1 - s) * Math.log(2 * Math.PI);
        return (int) Math.rint(logarithm / Math.log(2));
    }

    /// Where the functions are infinite in doubles; which way, only a value itself says.
    private static double beyond(int order, double s, int sign) {
        return order == 0 && s > -0x1p52
                ? Math.copySign(Double.POSITIVE_INFINITY, sign * Angles.sinPi(s / 2))
                : Double.NaN;
    }

    private static double derivative(Twofold[] series, int order) {
        Twofold value = series[order];
        for (int k = 2; k <= order; k++) {
            value = value.times(k);
        }
        return value.value();
    }

    private static Twofold[] eulerMaclaurin(int order, double s) {
        Twofold[] sum = power(1, s, order);
        for (int k = 2; k < START; k++) {
            sum = Taylor.plus(sum, power(k, s, order));
        }
        Twofold[] last = power(START, s, order);
        sum = Taylor.plus(sum, Taylor.scaled(last, Twofold.of(0.5)));
        sum =
                Taylor.plus(
                        sum,
                        Taylor.overLinear(
                                Taylor.scaled(last, Twofold.of(START)), Twofold.sum(s, -1)));
        Twofold[] factor =
                Taylor.timesLinear(Taylor.scaled(last, Twofold.ratio(0.5, START)), Twofold.of(s));
        for (int k = 1; k <= GammaSeries.bernoulliCount(); k++) {
            sum = Taylor.plus(sum, Taylor.scaled(factor, GammaSeries.bernoulli(k)));
            factor = Taylor.timesLinear(factor, Twofold.sum(s, 2.0 * k - 1));
            factor = Taylor.timesLinear(factor, Twofold.sum(s, 2.0 * k));
            double below = (2.0 * k + 1) * (2.0 * k + 2) * START * START;
            factor = Taylor.scaled(factor, Twofold.ratio(1, below));
        }
        return sum;
    }

    /// ζ(s) = 2 (2π)^(s - 1) sin(πs/2) Γ(1 - s) ζ(1 - s), over a power of two.
    private static Twofold[] reflected(int order, double s, int lifted) {
        Twofold one = Twofold.sum(1, -s);
        Twofold[] exponent = GammaSeries.logGammaSeries(one, order);
        Twofold logarithm = Twofold.PI.times(2).log();
        exponent[0] =
                exponent[0].minus(one.times(logarithm)).minus(Twofold.of(2).log().times(lifted));
        if (order > 0) {
            exponent[1] = exponent[1].minus(logarithm);
        }
        Twofold[] mirrored = eulerMaclaurin(order, one.value());
        Twofold[] other = Taylor.turned(Taylor.times(Taylor.exp(exponent), mirrored));
        return Taylor.scaled(Taylor.times(other, sine(order, s)), Twofold.of(2));
    }

    /// The Taylor series of sin(πs/2).
    private static Twofold[] sine(int order, double s) {
        double turn = s / 2 - 2 * Math.rint(s / 4);
        Twofold angle = Twofold.PI.times(turn);
        Twofold[] both = {Taylor.sin(angle), Taylor.sin(Twofold.PI.times(0.5).minus(angle))};
        Twofold half = Twofold.PI.times(0.5);
        var series = new Twofold[order + 1];
        Twofold factor = Twofold.ONE;
        for (int n = 0; n <= order; n++) {
            Twofold derivative = both[n % 2];
            series[n] = factor.times(n / 2 % 2 == 0 ? derivative : derivative.negated());
            factor = factor.times(half).over(n + 1);
        }
        return series;
    }

    /// The Taylor series of k^-s.
    private static Twofold[] power(int k, double s, int order) {
        Twofold logarithm = Twofold.of(k).log().negated();
        var series = new Twofold[order + 1];
        series[0] = logarithm.times(s).exp();
        for (int n = 1; n <= order; n++) {
            series[n] = series[n - 1].times(logarithm).over(n);
        }
        return series;
    }

    /// η by the weights of H. Cohen, F. Rodriguez Villegas, D. Zagier, "Convergence acceleration of alternating
    /// series" (2000), algorithm 1.
    private static Twofold[] alternating(int order, double s) {
        int n = WEIGHTED;
        Twofold root = Twofold.of(8).sqrt().plus(3).power(n);
        Twofold d = root.plus(Twofold.ONE.over(root)).times(0.5);
        Twofold b = Twofold.of(-1);
        Twofold c = d.negated();
        Twofold[] sum = Taylor.scaled(power(1, s, order), Twofold.ZERO);
        for (int k = 0; k < n; k++) {
            c = b.minus(c);
            sum = Taylor.plus(sum, Taylor.scaled(power(k + 1, s, order), c));
            b = b.times((double) (k + n) * (k - n)).over((k + 0.5) * (k + 1));
        }
        return Taylor.scaled(sum, Twofold.ONE.over(d));
    }
}
