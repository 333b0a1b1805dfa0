package wengert.ops;

import wengert.value.Complex;

/// Exponential, sine and cosine integrals, and the complete elliptic integrals.
final class IntegralSeries {

    private static final Twofold EULER = new Twofold(0x1.2788cfc6fb619p-1, -0x1.6cb90701fbfabp-58);

    /// Up to here the power series of Si and Ci keep enough digits in twice the precision.
    private static final double SERIES = 24;

    private IntegralSeries() {}

    /// DLMF 6.6.5, and 6.2.14 with E₁ of an imaginary number far out.
    static double sinint(double x) {
        double a = Math.abs(x);
        double value;
        if (a < SERIES) {
            value = trigonometricSeries(a, 1).value();
        } else if (Double.isInfinite(a)) {
            value = Math.PI / 2;
        } else {
            Complex e = exponentialIntegral(a);
            value = Math.PI / 2 + e.imaginary();
        }
        return Double.isNaN(x) ? x : Math.copySign(value, x);
    }

    /// DLMF 6.6.6
    static double cosint(double x) {
        if (x < 0) {
            throw Refusals.domain("cosint", x, "its argument starts at 0");
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x < SERIES) {
            Twofold series = trigonometricSeries(x, 2);
            return series.plus(EULER).plus(Twofold.of(x).log()).value();
        }
        return Double.isInfinite(x) ? 0 : -exponentialIntegral(x).toDouble();
    }

    /// ± Σ xᵏ / (k k!), k counting on by twos from `first`, with signs in turn.
    private static Twofold trigonometricSeries(double x, int first) {
        Twofold square = Twofold.product(x, x);
        Twofold term = first == 1 ? Twofold.of(x) : square.times(-0.5);
        Twofold sum = term.over(first);
        for (int k = first + 2; Math.abs(term.high()) > 1e-33 * Math.abs(sum.high()); k += 2) {
            term = term.times(square).over(-(double) k * (k - 1));
            sum = sum.plus(term.over(k));
        }
        return sum;
    }

    /// E₁(ix) by its continued fraction, DLMF 6.9.1.
    private static Complex exponentialIntegral(double x) {
        Complex z = Complex.of(0, x);
        Complex below = z;
        for (int k = 30 + (int) (1500 / x); k >= 1; k--) {
            Complex inner =
                    ComplexFunctions.plus(
                            Complex.of(1, 0), ComplexFunctions.divide(Complex.of(k, 0), below));
            below = ComplexFunctions.plus(z, ComplexFunctions.divide(Complex.of(k, 0), inner));
        }
        return ComplexFunctions.divide(Complex.of(Math.cos(x), -Math.sin(x)), below);
    }

    /// E₁ of a positive number.
    static double expint(double x) {
        return expint(1, x);
    }

    /// The generalized exponential integral of order ν, DLMF 8.19.
    static double expint(double order, double x) {
        if (x < 0) {
            throw Refusals.domain("expint", x, "its argument starts at 0");
        }
        if (x == 0) {
            return order > 1 ? 1 / (order - 1) : Double.POSITIVE_INFINITY;
        }
        if (Double.isInfinite(x)) {
            return 0;
        }
        if (order == Math.rint(order) && order <= 0) {
            return exponentialPolynomial((int) -order, x);
        }
        if (x > 1.5) {
            return Math.exp(-x) * fraction(order, x);
        }
        return order == Math.rint(order) ? wholeOrder((int) order, x) : anyOrder(order, x);
    }

    /// exp(x) E_ν(x), DLMF 8.19.17.
    private static double fraction(double order, double x) {
        double below = x;
        for (int k = 40 + (int) (600 / x); k >= 1; k--) {
            below = x + (order + k - 1) / (1 + k / below);
        }
        return 1 / below;
    }

    /// E₋ₙ(x), by the recurrence DLMF 8.19.12 from E₀.
    private static double exponentialPolynomial(int n, double x) {
        double exponential = Math.exp(-x);
        double value = exponential / x;
        for (int k = 1; k <= n; k++) {
            value = (exponential + k * value) / x;
        }
        return value;
    }

    private static double wholeOrder(int n, double x) {
        Twofold exponential = Twofold.of(-x).exp();
        Twofold value = logarithmicSeries(-x).negated();
        for (int k = 1; k < n; k++) {
            value = exponential.minus(value.times(x)).over(k);
        }
        return value.value();
    }

    /// γ + log |x| + Σ xᵏ / (k k!), which is Ei(x) (DLMF 6.6.2).
    private static Twofold logarithmicSeries(double x) {
        Twofold sum = EULER.plus(Twofold.of(Math.abs(x)).log());
        Twofold term = Twofold.ONE;
        double size = 1;
        for (int k = 1; size > 1e-33; k++) {
            term = term.times(x).over(k);
            sum = sum.plus(term.over(k));
            size = Math.abs(term.high()) / Math.max(1, Math.abs(sum.high()));
        }
        return sum;
    }

    /// DLMF 8.19.10
    private static double anyOrder(double order, double x) {
        Twofold above = Twofold.sum(1, -order);
        Twofold sum =
                Twofold.ONE
                        .over(GammaSeries.inverseGamma(above))
                        .times(Twofold.of(x).log().times(above.negated()).exp());
        Twofold term = Twofold.ONE;
        for (int k = 0; Math.abs(term.high()) > 1e-33; k++) {
            sum = sum.minus(term.over(above.plus(k)));
            term = term.times(-x).over(k + 1);
        }
        return sum.value();
    }

    /// Ei
    static double expinti(double x) {
        if (x < 0) {
            return -expint(1, -x);
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x < 45) {
            return logarithmicSeries(x).value();
        }
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 45 && term > 1e-18; k++) {
            term *= k / x;
            sum += term;
        }
        return Math.exp(x) / x * sum;
    }

    /// The derivative of order `n` of the complete elliptic integral K(m).
    static double ellipk(int n, double m) {
        if (m >= 1) {
            return unit("ellipk", m, Double.POSITIVE_INFINITY);
        }
        return elliptic(n, m, 0.5);
    }

    /// The derivative of order `n` of the complete elliptic integral E(m).
    static double ellipe(int n, double m) {
        if (m >= 1) {
            return unit("ellipe", m, n == 0 ? 1 : Double.NEGATIVE_INFINITY);
        }
        return elliptic(n, m, -0.5);
    }

    private static double unit(String function, double m, double value) {
        if (m > 1) {
            throw Refusals.domain(function, m, "the parameter ends at 1");
        }
        return value;
    }

    /// K (a = 1/2) and E (a = -1/2) are π/2 times the hypergeometric function of a, 1/2; 1; m (DLMF
    /// 19.5.1, 19.5.2): its series for small m, elsewhere the arithmetic-geometric mean and the
    /// hypergeometric equation (DLMF 15.10.1), differentiated.
    private static double elliptic(int n, double m, double a) {
        if (Math.abs(m) < 0.3) {
            return hypergeometric(n, m, a);
        }
        Twofold[] both = arithmeticGeometricMean(m);
        Twofold one = Twofold.sum(1, -m);
        Twofold value = a > 0 ? both[0] : both[1];
        if (n == 0) {
            return value.value();
        }
        Twofold slope =
                a > 0
                        ? both[1].over(one).minus(both[0]).over(2 * m)
                        : both[1].minus(both[0]).over(2 * m);
        for (int k = 0; k + 1 < n; k++) {
            Twofold next =
                    value.times((a + k) * (0.5 + k))
                            .minus(
                                    slope.times(
                                            Twofold.of(1.0 + k)
                                                    .minus(Twofold.product(a + 1.5 + 2 * k, m))))
                            .over(one.times(m));
            value = slope;
            slope = next;
        }
        return slope.value();
    }

    private static double hypergeometric(int n, double m, double a) {
        Twofold term = Twofold.PI.times(0.5);
        for (int k = 0; k < n; k++) {
            term = term.times((a + k) * (0.5 + k)).over(1.0 + k);
        }
        Twofold sum = term;
        for (int k = n; Math.abs(term.high()) > 1e-20 * Math.abs(sum.high()); k++) {
            term = term.times((a + k) * (0.5 + k)).times(m).over((1.0 + k) * (k - n + 1));
            sum = sum.plus(term);
        }
        return sum.value();
    }

    /// K and E, DLMF 19.8.5 and 19.8.6.
    private static Twofold[] arithmeticGeometricMean(double m) {
        Twofold a = Twofold.ONE;
        Twofold b = Twofold.sum(1, -m).sqrt();
        Twofold sum = Twofold.of(m / 2);
        double weight = 1;
        for (int k = 0; k < 12; k++) {
            Twofold half = a.minus(b).times(0.5);
            sum = sum.plus(half.square().times(weight));
            Twofold mean = a.plus(b).times(0.5);
            b = a.times(b).sqrt();
            a = mean;
            weight *= 2;
        }
        Twofold k = Twofold.PI.over(a.times(2));
        return new Twofold[] {k, k.times(Twofold.ONE.minus(sum))};
    }
}
