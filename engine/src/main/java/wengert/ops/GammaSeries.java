package wengert.ops;

/// The gamma function and its kin by Stirling's series, in twice the precision of a double.
///
/// Small arguments are first raised by the recurrence Γ(x + 1) = x Γ(x) (DLMF 5.5.1).
final class GammaSeries {

    private static final Twofold HALF_LOG_2_PI =
            new Twofold(0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55);

    /// From here Stirling's series holds to twice the precision.
    private static final double LARGE = 26;

    /// The Bernoulli numbers B₂, B₄, … as fractions.
    private static final double[][] BERNOULLI = {
        {1, 6},
        {-1, 30},
        {1, 42},
        {-1, 30},
        {5, 66},
        {-691, 2730},
        {7, 6},
        {-3617, 510},
        {43867, 798},
        {-174611, 330},
        {854513, 138},
        {-236364091, 2730},
        {8553103, 6},
        {-23749461029.0, 870},
        {8615841276005.0, 14322}
    };

    private GammaSeries() {}

    static Twofold bernoulli(int k) {
        return Twofold.ratio(BERNOULLI[k - 1][0], BERNOULLI[k - 1][1]);
    }

    static int bernoulliCount() {
        return BERNOULLI.length;
    }

    static double gamma(double x) {
        if (x == Math.rint(x) && x > 0 && x < 24) {
            double product = 1;
            for (int k = 2; k < x; k++) {
                product *= k;
            }
            return product;
        }
        if (x > 0) {
            return x > 171.7 ? Double.POSITIVE_INFINITY : gamma(Twofold.of(x)).value();
        }
        if (x == 0) {
            return 1 / x;
        }
        if (x == Math.rint(x)) {
            throw Refusals.domain("gamma", x, "it has poles at 0 and the negative whole numbers");
        }
        // reflection, DLMF 5.5.3
        return Twofold.PI.over(gamma(Twofold.sum(1, -x)).times(Angles.sinPi(x))).value();
    }

    /// Γ of a positive number.
    static Twofold gamma(Twofold x) {
        return logGammaOfLarge(raised(x)).exp().over(rise(x));
    }

    /// 1 / Γ(x), of any number; 0 at the poles of Γ.
    static Twofold inverseGamma(Twofold x) {
        if (x.high() > 0) {
            return logGammaOfLarge(raised(x)).negated().exp().times(rise(x));
        }
        if (!(x.high() > -FAR)) {
            return Twofold.of(Double.NaN);
        }
        Twofold product = Twofold.ONE;
        Twofold y = x;
        while (y.high() <= 0) {
            product = product.times(y);
            y = y.plus(1);
        }
        return product.isZero() ? Twofold.ZERO : product.over(gamma(y));
    }

    /// log |Γ(x)|
    static double logAbsGamma(double x) {
        if (x > 0) {
            return Double.isInfinite(x) ? x : logGamma(Twofold.of(x)).value();
        }
        if (x == Math.rint(x)) {
            return Double.POSITIVE_INFINITY;
        }
        Twofold sine = Twofold.of(Math.abs(Angles.sinPi(x)));
        return Twofold.PI.over(sine).log().minus(logGamma(Twofold.sum(1, -x))).value();
    }

    /// log Γ of a positive number.
    static Twofold logGamma(Twofold x) {
        return logGammaOfLarge(raised(x)).minus(rise(x).log());
    }

    /// The Taylor series of log Γ at a positive number.
    static Twofold[] logGammaSeries(Twofold x, int order) {
        var series = new Twofold[order + 1];
        series[0] = logGamma(x);
        for (int n = 1; n <= order; n++) {
            // the n-th derivative over n! is ψ, and from n = 2 on ± ζ(n, x) / n
            Twofold value = n == 1 ? digamma(x) : zeta(n, x).over(n);
            series[n] = n % 2 == 0 || n == 1 ? value : value.negated();
        }
        return series;
    }

    /// x (x + 1) (x + 2) … up to a number where Stirling's series holds.
    private static Twofold rise(Twofold x) {
        Twofold product = Twofold.ONE;
        for (Twofold y = x; y.high() < LARGE; y = y.plus(1)) {
            product = product.times(y);
        }
        return product;
    }

    private static Twofold raised(Twofold x) {
        Twofold y = x;
        while (y.high() < LARGE) {
            y = y.plus(1);
        }
        return y;
    }

    /// DLMF 5.11.1
    private static Twofold logGammaOfLarge(Twofold z) {
        Twofold sum = z.plus(-0.5).times(z.log()).minus(z).plus(HALF_LOG_2_PI);
        Twofold inverse = Twofold.ONE.over(z);
        Twofold power = inverse;
        Twofold square = inverse.square();
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum = sum.plus(bernoulli(k).times(power).over(2.0 * k * (2 * k - 1)));
            power = power.times(square);
        }
        return sum;
    }

    /// log |B(a, b)| of positive numbers.
    static double logBeta(double a, double b) {
        Twofold sum = Twofold.sum(a, b);
        return logGamma(Twofold.of(a)).plus(logGamma(Twofold.of(b))).minus(logGamma(sum)).value();
    }

    /// B(a, b) = Γ(a) Γ(b) / Γ(a + b)
    static double beta(double a, double b) {
        if (a > 0 && b > 0) {
            return logGamma(Twofold.of(a))
                    .plus(logGamma(Twofold.of(b)))
                    .minus(logGamma(Twofold.sum(a, b)))
                    .exp()
                    .value();
        }
        return inverseGamma(Twofold.sum(a, b))
                .over(inverseGamma(Twofold.of(a)))
                .over(inverseGamma(Twofold.of(b)))
                .value();
    }

    /// ψ, DLMF 5.11.2
    static double digamma(double x) {
        if (x <= 0) {
            if (x == Math.rint(x)) {
                return Double.NaN;
            }
            return digamma(Twofold.sum(1, -x))
                    .minus(Twofold.PI.times(Angles.cosPi(x)).over(Angles.sinPi(x)))
                    .value();
        }
        return digamma(Twofold.of(x)).value();
    }

    /// ψ(a) - ψ(a + b) of positive numbers.
    static double digammaStep(double a, double b) {
        return digamma(Twofold.of(a)).minus(digamma(Twofold.sum(a, b))).value();
    }

    /// ψ₁(a) - ψ₁(a + b) of positive numbers.
    static double trigammaStep(double a, double b) {
        return zeta(2, Twofold.of(a)).minus(zeta(2, Twofold.sum(a, b))).value();
    }

    private static Twofold digamma(Twofold x) {
        Twofold sum = Twofold.ZERO;
        Twofold z = x;
        for (; z.high() < LARGE; z = z.plus(1)) {
            sum = sum.minus(Twofold.ONE.over(z));
        }
        Twofold inverse = Twofold.ONE.over(z);
        Twofold square = inverse.square();
        Twofold power = square;
        sum = sum.plus(z.log()).minus(inverse.times(0.5));
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum = sum.minus(bernoulli(k).times(power).over(2.0 * k));
            power = power.times(square);
        }
        return sum;
    }

    /// The m-th derivative of ψ, from Hurwitz' zeta function (DLMF 25.11.12).
    static double polygamma(int m, double x) {
        if (m == 0) {
            return digamma(x);
        }
        if (m > FAR) {
            return Double.NaN; // m! has overflowed long before
        }
        Twofold factorial = Twofold.ONE;
        for (int k = 2; k <= m; k++) {
            factorial = factorial.times(k);
        }
        double value = zeta(m + 1.0, x).times(factorial).value();
        return m % 2 == 0 ? -value : value;
    }

    /// How far out the recurrences go.
    private static final double FAR = 100_000;

    /// Hurwitz' ζ(s, q) by the formula of Euler and Maclaurin, DLMF 25.11.7.
    static Twofold zeta(double s, double q) {
        if (!(Math.abs(s) < FAR) || !(Math.abs(q) < FAR)) {
            return Twofold.of(Double.NaN); // the sum would be too long to be worth having
        }
        return zeta(s, Twofold.of(q));
    }

    private static Twofold zeta(double s, Twofold q) {
        Twofold sum = Twofold.ZERO;
        Twofold z = q;
        double enough = LARGE + Math.abs(s);
        for (; z.high() < enough; z = z.plus(1)) {
            sum = sum.plus(inversePower(z, s));
        }
        Twofold power = inversePower(z, s);
        sum = sum.plus(power.times(z).over(Twofold.sum(s, -1))).plus(power.times(0.5));
        Twofold inverse = Twofold.ONE.over(z);
        Twofold square = inverse.square();
        Twofold factor = power.times(inverse).times(s).times(0.5);
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum = sum.plus(bernoulli(k).times(factor));
            factor =
                    factor.times(square)
                            .times(Twofold.sum(s, 2.0 * k - 1))
                            .times(Twofold.sum(s, 2.0 * k))
                            .over((2.0 * k + 1) * (2.0 * k + 2));
        }
        return sum;
    }

    private static Twofold inversePower(Twofold z, double s) {
        boolean whole = s == Math.rint(s) && Math.abs(s) < 1000;
        if (z.high() == 0) {
            return Twofold.of(Double.POSITIVE_INFINITY);
        }
        if (z.high() < 0 && !whole) {
            throw Refusals.domain("`zeta` of a negative number and an order that is not whole");
        }
        return whole ? z.power((int) -s) : z.log().times(-s).exp();
    }
}
