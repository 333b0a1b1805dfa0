package wengert.explore;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How far a number may be moved, both ways. The ends are round numbers.
public record Reach(double low, double high) {

    /// Into how many places at the least a reach is divided.
    private static final int PLACES = 200;

    /// What there is around a number of which nothing is known.
    private static final double USUAL = 2;

    /// As large as a number can be that is moved by hand.
    private static final double LARGEST = 1e300;

    public Reach {
        if (!(low < high)) {
            throw new IllegalArgumentException("nothing from " + low + " to " + high);
        }
    }

    /// From below 0 to above it, so that a number can change its sign, with room on both sides of `x`.
    public static Reach around(double x) {
        if (!Double.isFinite(x) || x == 0) {
            return new Reach(-USUAL, USUAL);
        }
        double end = roundUp(Math.min(2 * Math.abs(x), LARGEST));
        return new Reach(-end, end);
    }

    /// This, as much wider as it takes to have room on both sides of `x`.
    public Reach including(double x) {
        boolean inside = x > low + 0.01 * width() && x < high - 0.01 * width();
        if (inside || !Double.isFinite(x)) {
            return this;
        }
        Reach other = around(x);
        return new Reach(Math.min(low, other.low), Math.max(high, other.high));
    }

    public boolean holds(double x) {
        return low <= x && x <= high;
    }

    public double width() {
        return high - low;
    }

    /// The distance of numbers that are worth telling apart: a power of ten.
    public double step() {
        return Math.pow(10, exponent());
    }

    /// The nearest number with as few digits as tell it apart.
    public double snap(double x) {
        if (!Double.isFinite(x)) {
            return x;
        }
        return new BigDecimal(x).setScale(-exponent(), RoundingMode.HALF_EVEN).doubleValue();
    }

    private int exponent() {
        return (int) Math.floor(Math.log10(width() / PLACES) + 1e-9);
    }

    /// The next of 1, 2, 5, 10, 20, …
    static double roundUp(double x) {
        double power = Math.pow(10, Math.floor(Math.log10(x)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= x * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    /// The one of 1, 2, 5, 10, 20, … before.
    static double roundDown(double x) {
        double power = Math.pow(10, Math.floor(Math.log10(x)));
        double digit = x / power * (1 + 1e-9);
        return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
    }
}
