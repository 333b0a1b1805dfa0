package wengert.ops;

/// A number of twice the precision of a double, as the sum of two: `high` the nearest double, `low`
/// what is missing.
///
/// Series whose terms cancel are added up in it, so that the sum still has all the digits of a
/// double. The algorithms are those of T. J. Dekker, "A floating-point technique for extending
/// the available precision" (1971), with a fused multiplication where he splits.
record Twofold(double high, double low) {

    static final Twofold ZERO = new Twofold(0, 0);
    static final Twofold ONE = new Twofold(1, 0);
    static final Twofold PI = new Twofold(0x1.921fb54442d18p1, 0x1.1a62633145c07p-53);
    static final Twofold LN_2 = new Twofold(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    static Twofold of(double x) {
        return new Twofold(x, 0);
    }

    /// a + b, exactly.
    static Twofold sum(double a, double b) {
        double s = a + b;
        double shift = s - a;
        return new Twofold(s, (a - (s - shift)) + (b - shift));
    }

    /// a b, exactly.
    static Twofold product(double a, double b) {
        double p = a * b;
        return new Twofold(p, Math.fma(a, b, -p));
    }

    static Twofold ratio(double a, double b) {
        return of(a).over(of(b));
    }

    double value() {
        return high + low;
    }

    boolean isZero() {
        return high == 0;
    }

    Twofold plus(Twofold other) {
        Twofold s = sum(high, other.high);
        Twofold t = sum(low, other.low);
        Twofold first = quick(s.high, s.low + t.high);
        return quick(first.high, first.low + t.low);
    }

    Twofold plus(double other) {
        return plus(of(other));
    }

    Twofold minus(Twofold other) {
        return plus(other.negated());
    }

    Twofold negated() {
        return new Twofold(-high, -low);
    }

    Twofold times(Twofold other) {
        Twofold p = product(high, other.high);
        return quick(p.high, p.low + (high * other.low + low * other.high));
    }

    Twofold times(double other) {
        Twofold p = product(high, other);
        return quick(p.high, Math.fma(low, other, p.low));
    }

    Twofold over(Twofold other) {
        double first = high / other.high;
        Twofold rest = minus(other.times(first));
        double second = rest.high / other.high;
        double third = rest.minus(other.times(second)).high / other.high;
        return quick(first, second).plus(third);
    }

    Twofold over(double other) {
        return over(of(other));
    }

    Twofold square() {
        return times(this);
    }

    Twofold sqrt() {
        if (high == 0) {
            return ZERO;
        }
        double root = Math.sqrt(high);
        return quick(root, minus(product(root, root)).high / (2 * root));
    }

    /// To a whole power.
    Twofold power(int n) {
        Twofold result = ONE;
        Twofold square = this;
        for (int rest = Math.abs(n); rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result = result.times(square);
            }
            square = rest > 1 ? square.square() : square;
        }
        return n < 0 ? ONE.over(result) : result;
    }

    /// To any power; the base is positive.
    Twofold power(double p) {
        return p == Math.rint(p) && Math.abs(p) < 64 ? power((int) p) : log().times(p).exp();
    }

    Twofold exp() {
        if (high > 709.9 || high < -745 || Double.isNaN(high)) {
            return of(Math.exp(high));
        }
        double k = Math.rint(high / LN_2.high);
        Twofold r = minus(LN_2.times(k)).times(0x1p-8);
        Twofold term = r;
        Twofold sum = r;
        for (int n = 2; n < 12; n++) {
            term = term.times(r).over(n);
            sum = sum.plus(term);
        }
        // expm1 of twice the argument, eight times over, which keeps the small part apart
        for (int n = 0; n < 8; n++) {
            sum = sum.times(2).plus(sum.square());
        }
        Twofold result = sum.plus(ONE);
        int half = (int) k / 2;
        return result.scaled(half).scaled((int) k - half);
    }

    private Twofold scaled(int exponent) {
        return new Twofold(Math.scalb(high, exponent), Math.scalb(low, exponent));
    }

    /// The natural logarithm, by one step of Newton's method from that of a double.
    Twofold log() {
        if (high <= 0 || !Double.isFinite(high)) {
            return of(Math.log(high));
        }
        int exponent = Math.getExponent(high * 1.4142135623730951);
        Twofold rest = exponent < -1000 ? this : scaled(-exponent);
        Twofold guess = of(Math.log(rest.high));
        Twofold error = rest.times(guess.negated().exp()).minus(ONE);
        // log(1 + e) = e - e²/2, what follows being below the last digit
        Twofold small = guess.plus(error).minus(error.square().times(0.5));
        return exponent < -1000 ? small : small.plus(LN_2.times(exponent));
    }

    private static Twofold quick(double a, double b) {
        double s = a + b;
        return new Twofold(s, b - (s - a));
    }
}
