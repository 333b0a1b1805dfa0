package wengert.explore;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The numbers along an axis, and where each of them is: from 0 at its beginning to 1 at its end.
///
/// @param logarithmic whether equal distances are equal ratios; then all numbers are above 0
public record Scale(double low, double high, boolean logarithmic) {

    /// A number that is written at an axis.
    public record Tick(double at, String text) {}

    /// What numbers have to lie between to be seen in spite of a few that lie far out.
    private static final double OUTERMOST = 0.02;

    /// How many times as far as most numbers the rest may reach without being left out.
    private static final double FAR = 3;

    private static final double MARGIN = 0.06;

    public Scale {
        if (!(low < high) || (logarithmic && low <= 0)) {
            throw new IllegalArgumentException("no scale from " + low + " to " + high);
        }
    }

    public static Scale of(Reach reach) {
        return new Scale(reach.low(), reach.high(), false);
    }

    /// A scale on which these numbers can be seen. What is not finite does not count, and of a few that lie far from the others
    /// only the direction is seen.
    public static Scale around(double... numbers) {
        double[] sorted = Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Scale(-1, 1, false);
        }
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        double inner = sorted[(int) (OUTERMOST * (sorted.length - 1))];
        double outer = sorted[(int) Math.ceil((1 - OUTERMOST) * (sorted.length - 1))];
        double width = outer - inner;
        double from = inner - least > FAR * width && width > 0 ? inner - width / 4 : least;
        double to = most - outer > FAR * width && width > 0 ? outer + width / 4 : most;
        return spread(from, to);
    }

    private static Scale spread(double from, double to) {
        double room = MARGIN * (to - from);
        double least = 1e-9 * Math.max(Math.abs(from), Math.abs(to));
        if (room <= least) {
            room = Math.max(1e-12, Math.max(Math.abs(from) / 2, least)); // all the same
            if (from == 0) {
                room = 1;
            }
        }
        return new Scale(from - room, to + room, false);
    }

    /// A logarithmic scale for numbers above 0, whole powers of ten at its ends.
    public static Scale ofPowers(double least, double most) {
        double low = Math.floor(Math.log10(least));
        double high = Math.max(low + 1, Math.ceil(Math.log10(most)));
        return new Scale(Math.pow(10, low), Math.pow(10, high), true);
    }

    /// Where a number is; outside of 0 to 1 for one that lies beyond the ends.
    public double place(double x) {
        return logarithmic
                ? (Math.log10(x) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
                : (x - low) / (high - low);
    }

    /// The number at a place.
    public double at(double place) {
        return logarithmic ? low * Math.pow(high / low, place) : low + place * (high - low);
    }

    /// About as many round numbers, with their texts.
    public List<Tick> ticks(int about) {
        var ticks = new ArrayList<Tick>();
        if (logarithmic) {
            int first = (int) Math.round(Math.log10(low));
            int last = (int) Math.round(Math.log10(high));
            int stride = Math.max(1, (int) Math.ceil((last - first) / (double) Math.max(1, about)));
            for (int power = first; power <= last; power += stride) {
                double at = Math.pow(10, power);
                ticks.add(
                        new Tick(
                                at,
                                power >= -2 && power <= 4
                                        ? plain(at, Math.max(0, -power))
                                        : "1e" + power));
            }
            return ticks;
        }
        double step = Reach.roundUp((high - low) / Math.max(1, about));
        // so few say little of how far it is from one to the next
        if (Math.floor(high / step) - Math.ceil(low / step) < 2) {
            step = Reach.roundDown(step / 2);
        }
        int decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + 1e-9));
        boolean huge = Math.max(Math.abs(low), Math.abs(high)) >= 1e5;
        for (double k = Math.ceil(low / step);
                k * step <= high * (1 + 1e-12) || k * step <= high;
                k++) {
            double at = k * step;
            ticks.add(new Tick(at, huge || decimals > 5 ? scientific(at) : plain(at, decimals)));
            if (ticks.size() > 100) {
                break; // numbers so close that their step is lost
            }
        }
        return ticks;
    }

    private static String plain(double x, int decimals) {
        return new BigDecimal(x)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace("-", "−");
    }

    private static String scientific(double x) {
        if (x == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, "%.2e", x)
                .replaceAll("0+e", "e")
                .replace(".e", "e")
                .replaceAll("e\\+?(-?)0*(\\d)", "e$1$2")
                .replace("-", "−");
    }
}
