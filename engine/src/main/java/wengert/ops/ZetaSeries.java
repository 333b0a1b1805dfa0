package wengert.ops;

/// Riemann's ζ(s) and its derivatives, by the formula of Euler and Maclaurin (DLMF 25.2.9) read
/// over truncated Taylor series in s.
final class ZetaSeries {

    private static final int START = 30;

    private ZetaSeries() {}

    static double zeta(int order, double s) {
        if (s == 1) {
            return order % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (s < -6) {
            return order == 0 ? reflected(s) : Double.NaN;
        }
        if (s > 1075) {
            return order == 0 ? 1 : 0;
        }
        Twofold[] sum = power(1, s, order);
        for (int k = 2; k < START; k++) {
            sum = plus(sum, power(k, s, order));
        }
        Twofold[] last = power(START, s, order);
        sum = plus(sum, scaled(last, Twofold.of(0.5)));
        sum = plus(sum, over(scaled(last, Twofold.of(START)), Twofold.sum(s, -1)));
        Twofold[] factor = timesLinear(scaled(last, Twofold.ratio(0.5, START)), Twofold.of(s));
        for (int k = 1; k <= GammaSeries.bernoulliCount(); k++) {
            sum = plus(sum, scaled(factor, GammaSeries.bernoulli(k)));
            factor = timesLinear(factor, Twofold.sum(s, 2.0 * k - 1));
            factor = timesLinear(factor, Twofold.sum(s, 2.0 * k));
            double below = (2.0 * k + 1) * (2.0 * k + 2) * START * START;
            factor = scaled(factor, Twofold.ratio(1, below));
        }
        Twofold value = sum[order];
        for (int k = 2; k <= order; k++) {
            value = value.times(k);
        }
        return value.value();
    }

    /// DLMF 25.4.1
    private static double reflected(double s) {
        if (s == Math.rint(s) && s % 2 == 0) {
            return 0;
        }
        double one = 1 - s;
        Twofold size = Twofold.PI.times(2).log().times(-one).exp().times(2);
        return size.times(GammaSeries.gamma(Twofold.sum(1, -s)))
                .times(Twofold.of(zeta(0, one)).times(Angles.sinPi(s / 2)))
                .value();
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

    private static Twofold[] plus(Twofold[] a, Twofold[] b) {
        var sum = new Twofold[a.length];
        for (int n = 0; n < a.length; n++) {
            sum[n] = a[n].plus(b[n]);
        }
        return sum;
    }

    private static Twofold[] scaled(Twofold[] a, Twofold by) {
        var product = new Twofold[a.length];
        for (int n = 0; n < a.length; n++) {
            product[n] = a[n].times(by);
        }
        return product;
    }

    /// a · (start + step), the step being the variable of the series.
    private static Twofold[] timesLinear(Twofold[] a, Twofold start) {
        Twofold[] product = scaled(a, start);
        for (int n = 1; n < a.length; n++) {
            product[n] = product[n].plus(a[n - 1]);
        }
        return product;
    }

    /// a / (start + step)
    private static Twofold[] over(Twofold[] a, Twofold start) {
        var quotient = new Twofold[a.length];
        quotient[0] = a[0].over(start);
        for (int n = 1; n < a.length; n++) {
            quotient[n] = a[n].minus(quotient[n - 1]).over(start);
        }
        return quotient;
    }
}
