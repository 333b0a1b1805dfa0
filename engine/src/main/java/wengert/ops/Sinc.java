package wengert.ops;

/// sinc(x) = sin(πx) / (πx) and its derivatives.
final class Sinc {

    private Sinc() {}

    static double evaluate(int order, double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        return Math.abs(x) < 0.5 * (order + 1) ? series(order, x) : recurrence(order, x);
    }

    /// Σ (-1)ᵏ (πx)²ᵏ / (2k + 1)!, differentiated.
    private static double series(int order, double x) {
        int k = (order + 1) / 2;
        Twofold term = Twofold.ONE;
        for (int n = 1; n <= 2 * k; n++) {
            term = term.times(Twofold.PI);
        }
        // (2k)! / (2k + 1)! / (2k - order)!, where 2k - order is 0 or 1
        term = term.over(k % 2 == 0 ? 2.0 * k + 1 : -(2.0 * k + 1));
        term = 2 * k == order ? term : term.times(x);
        Twofold square = Twofold.product(x, x).times(Twofold.PI.square());
        Twofold sum = term;
        double size = x == 0 ? 0 : 1;
        for (int n = 2 * k; size > 1e-20; n += 2) {
            double rising = (n + 1.0) * (n + 2.0) / ((n + 2.0) * (n + 3.0));
            term = term.times(square).times(-rising);
            term = term.over((n + 1.0 - order) * (n + 2.0 - order));
            sum = sum.plus(term);
            size = Math.abs(term.high()) / Math.abs(sum.high());
        }
        return sum.value();
    }

    /// From x f⁽ⁿ⁾ + n f⁽ⁿ⁻¹⁾ = πⁿ⁻¹ sin(πx + nπ/2).
    private static double recurrence(int order, double x) {
        double value = Angles.sinPi(x) / (Math.PI * x);
        double power = 1;
        for (int n = 1; n <= order; n++) {
            double wave =
                    switch (n % 4) {
                        case 0 -> Angles.sinPi(x);
                        case 1 -> Angles.cosPi(x);
                        case 2 -> -Angles.sinPi(x);
                        default -> -Angles.cosPi(x);
                    };
            value = (power * wave - n * value) / x;
            power *= Math.PI;
        }
        return value;
    }
}
