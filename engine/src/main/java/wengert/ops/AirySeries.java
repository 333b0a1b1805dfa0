package wengert.ops;

/// The Airy functions of real numbers and their derivatives.
///
/// Near the origin by their power series in twice the precision of a double. Far out on the left by
/// their asymptotic expansions; on the right Ai by the integral of K and Bi by its expansion.
final class AirySeries {

    private static final Twofold AI_0 = new Twofold(0x1.6b8c7962715b8p-2, 0x1.7a96d7bb04e65p-56);
    private static final Twofold MINUS_AI_PRIME_0 =
            new Twofold(0x1.0907f42b70f8bp-2, -0x1.d1459035afde2p-56);
    private static final Twofold SQRT_3 = Twofold.of(3).sqrt();

    private static final double LEFT = -11;
    private static final double RIGHT = 8;
    private static final double RIGHT_OF_BI = 11;

    private AirySeries() {}

    static double ai(double x) {
        return x < LEFT
                ? oscillating(-x, 0.25)
                : x <= RIGHT ? near(x, false, 0).value() : scaledBack(aiScaled(x), x, -1);
    }

    static double aiPrime(double x) {
        return x < LEFT
                ? oscillatingPrime(-x, 0.25)
                : x <= RIGHT ? near(x, false, 1).value() : scaledBack(aiPrimeScaled(x), x, -1);
    }

    static double bi(double x) {
        return x < LEFT
                ? oscillating(-x, -0.25)
                : x <= RIGHT_OF_BI ? near(x, true, 0).value() : scaledBack(growing(x, 0), x, 1);
    }

    static double biPrime(double x) {
        return x < LEFT
                ? oscillatingPrime(-x, -0.25)
                : x <= RIGHT_OF_BI ? near(x, true, 1).value() : scaledBack(growing(x, 1), x, 1);
    }

    /// exp(ζ) Ai(x) with ζ = ⅔ x√x; x is not negative.
    static double aix(double x) {
        positive("airyaix", x);
        return x <= RIGHT ? near(x, false, 0).times(zeta(x).exp()).value() : aiScaled(x);
    }

    static double aiPrimex(double x) {
        positive("airyaiprimex", x);
        return x <= RIGHT ? near(x, false, 1).times(zeta(x).exp()).value() : aiPrimeScaled(x);
    }

    /// exp(-ζ) Bi(x); Bi(x) itself where x is negative.
    static double bix(double x) {
        return x <= 0
                ? bi(x)
                : x <= RIGHT_OF_BI
                        ? near(x, true, 0).times(zeta(x).negated().exp()).value()
                        : growing(x, 0);
    }

    static double biPrimex(double x) {
        return x <= 0
                ? biPrime(x)
                : x <= RIGHT_OF_BI
                        ? near(x, true, 1).times(zeta(x).negated().exp()).value()
                        : growing(x, 1);
    }

    /// The slope of [#aix]: exp(ζ) (Ai' + √x Ai), far out from that of the scaled K.
    static double aixSlope(double x) {
        positive("airyaix", x);
        if (x <= RIGHT) {
            Twofold sum = near(x, false, 1).plus(Twofold.of(x).sqrt().times(near(x, false, 0)));
            return sum.times(zeta(x).exp()).value();
        }
        if (x > RIGHT_OF_BI) {
            return decaying(x, 2);
        }
        // the two nearly cancel, so the last digits of ζ count: the slope falls about as ζ^-3/2
        Twofold zeta = zeta(x);
        Twofold slope = BesselSeries.scaledKSlope(1.0 / 3, zeta.high());
        Twofold k = BesselSeries.scaledK(1.0 / 3, zeta.high()).plus(slope.times(zeta.low()));
        slope = slope.times(Twofold.sum(1, -1.5 * zeta.low() / zeta.high()));
        Twofold root = Twofold.of(x).sqrt();
        return k.over(root.times(2)).plus(slope.times(x)).over(Twofold.PI.times(SQRT_3)).value();
    }

    /// The slope of [#bix]: exp(-ζ) (Bi' - √x Bi), and of Bi itself where x is negative.
    static double bixSlope(double x) {
        if (x <= 0) {
            return biPrime(x);
        }
        if (x > RIGHT_OF_BI) {
            return growing(x, 2);
        }
        Twofold sum = near(x, true, 1).minus(Twofold.of(x).sqrt().times(near(x, true, 0)));
        return sum.times(zeta(x).negated().exp()).value();
    }

    private static void positive(String function, double x) {
        if (x < 0) {
            throw Refusals.domain(function, x, "its argument starts at 0");
        }
    }

    private static Twofold zeta(double x) {
        return Twofold.of(x).sqrt().times(x).times(2).over(3);
    }

    private static double scaledBack(double scaled, double x, int sign) {
        return zeta(x).times(sign).exp().times(scaled).value();
    }

    /// DLMF 9.4.1 to 9.4.4; `derivative` is 0 or 1.
    private static Twofold near(double x, boolean second, int derivative) {
        Twofold f = power(x, 0, derivative).times(AI_0);
        Twofold g = power(x, 1, derivative).times(MINUS_AI_PRIME_0);
        return second ? f.plus(g).times(SQRT_3) : f.minus(g);
    }

    /// The solution x^first (1 + …) of w'' = x w, or its derivative.
    private static Twofold power(double x, int first, int derivative) {
        Twofold square = Twofold.product(x, x);
        Twofold cube = square.times(x);
        boolean risen = derivative == 1 && first == 0; // its constant is gone
        Twofold term =
                risen ? square.times(0.5) : first == derivative ? Twofold.ONE : Twofold.of(x);
        Twofold sum = term;
        double size = x == 0 ? 0 : 1;
        for (int n = risen ? 3 : first; size > 1e-34; n += 3) {
            double below = derivative == 0 ? (n + 2.0) * (n + 3) : n * (n + 2.0);
            term = term.times(cube).over(below);
            sum = sum.plus(term);
            size = Math.abs(term.high()) / Math.abs(sum.high());
        }
        return sum;
    }

    /// exp(ζ) Ai(x) = π⁻¹ √(x/3) exp(ζ) K⅓(ζ), DLMF 9.6.2.
    private static double aiScaled(double x) {
        return x > RIGHT_OF_BI
                ? decaying(x, 0)
                : Twofold.of(x)
                        .over(3)
                        .sqrt()
                        .over(Twofold.PI)
                        .times(BesselSeries.scaledK(1.0 / 3, zeta(x).value()))
                        .value();
    }

    /// exp(ζ) Ai'(x), DLMF 9.6.3.
    private static double aiPrimeScaled(double x) {
        return x > RIGHT_OF_BI
                ? decaying(x, 1)
                : BesselSeries.scaledK(2.0 / 3, zeta(x).value())
                        .times(-x)
                        .over(Twofold.PI.times(SQRT_3))
                        .value();
    }

    /// exp(-ζ) times Bi(x), Bi'(x) (DLMF 9.7.7 and 9.7.8) or Bi'(x) - √x Bi(x).
    private static double growing(double x, int kind) {
        return expansion(x, kind, 1).over(Twofold.PI.sqrt()).value();
    }

    /// exp(ζ) times Ai(x), Ai'(x) (DLMF 9.7.5 and 9.7.6) or Ai'(x) + √x Ai(x).
    private static double decaying(double x, int kind) {
        Twofold half = expansion(x, kind, -1).over(Twofold.PI.sqrt().times(2));
        return kind == 0 ? half.value() : half.negated().value();
    }

    private static Twofold expansion(double x, int kind, int sign) {
        Twofold zeta = zeta(x).times(sign);
        Twofold sum = Twofold.ZERO;
        Twofold u = Twofold.ONE;
        for (int k = 0; k < 40 && Math.abs(u.high()) > 1e-20; k++) {
            double factor =
                    switch (kind) {
                        case 0 -> 1;
                        case 1 -> 6.0 * k + 1;
                        default -> 12.0 * k;
                    };
            sum = sum.plus(u.times(factor).over(kind == 0 ? 1 : 1 - 6.0 * k));
            u = u.times(ratio(k)).over(zeta);
        }
        Twofold root = Twofold.of(x).sqrt().sqrt();
        return kind == 0 ? sum.over(root) : sum.times(root);
    }

    /// u(k + 1) / u(k) of DLMF 9.7.2.
    private static double ratio(int k) {
        return (6.0 * k + 5) * (6.0 * k + 3) * (6.0 * k + 1) / (216.0 * (k + 1) * (2 * k + 1));
    }

    /// Ai(-z), or with a turn of -1/4 Bi(-z), DLMF 9.7.9 and 9.7.11.
    private static double oscillating(double z, double turn) {
        double[] sums = sums(z, false);
        double[] wave = wave(z, turn);
        return (wave[0] * sums[0] + wave[1] * sums[1])
                / (Math.sqrt(Math.PI) * Math.sqrt(Math.sqrt(z)));
    }

    /// Ai'(-z) or Bi'(-z), DLMF 9.7.10 and 9.7.12.
    private static double oscillatingPrime(double z, double turn) {
        double[] sums = sums(z, true);
        double[] wave = wave(z, turn);
        return (wave[1] * sums[0] - wave[0] * sums[1])
                * Math.sqrt(Math.sqrt(z))
                / Math.sqrt(Math.PI);
    }

    /// The alternating sums of even and of odd terms.
    private static double[] sums(double z, boolean derivative) {
        double zeta = zeta(z).value();
        double even = 0;
        double odd = 0;
        double u = 1;
        for (int k = 0; k < 40 && u > 1e-18; k++) {
            double term = derivative ? u * (6.0 * k + 1) / (1 - 6.0 * k) : u;
            double signed = k / 2 % 2 == 0 ? term : -term;
            if (k % 2 == 0) {
                even += signed;
            } else {
                odd += signed;
            }
            u *= ratio(k) / zeta;
        }
        return new double[] {even, odd};
    }

    /// cos(ζ - turn π) and sin(ζ - turn π), ζ taken in twice the precision.
    private static double[] wave(double z, double turn) {
        Twofold angle = zeta(z).minus(Twofold.PI.times(turn));
        double cosine = Math.cos(angle.high());
        double sine = Math.sin(angle.high());
        return new double[] {cosine - angle.low() * sine, sine + angle.low() * cosine};
    }
}
