package wengert.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import wengert.compile.FastGradient;
import wengert.value.JuliaError;

/// Gradient descent: step by step against the gradient, from where the inputs are.
///
/// @param rate how long a step is, in lengths of the gradient
/// @param steps how many at the most
/// @param momentum how much of each step is added to the next; 0 for plain descent
public record Descent(double rate, int steps, double momentum) {

    /// How it ended.
    public enum End {
        /// Somebody is still on the way.
        RUNNING,
        /// The steps are used up.
        USED_UP,
        /// The gradient is 0, or as good as.
        ARRIVED,
        /// The value grew and grew.
        DIVERGED,
        /// The program gives no value there.
        LOST,
        STOPPED
    }

    /// Where it went.
    ///
    /// @param places some of the places that it came by, in order, the first and the last among them
    /// @param values the value before the first step and after each
    /// @param gradient how large the gradient is at the end
    /// @param sentence what is to be said about it
    @SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
    public record Way(
            List<double[]> places, double[] values, double gradient, End end, String sentence) {
        public Way {
            places = List.copyOf(places);
        }

        public double[] last() {
            return places.getLast();
        }

        /// How many steps were taken.
        public int taken() {
            return values.length - 1;
        }
    }

    /// As many places are kept, and one time more at the most.
    private static final int PLACES = 1000;

    /// What is kept of them in all is no more than this.
    private static final int NUMBERS = 1_000_000;

    /// How often a direction is tried for its curvature, and how far.
    private static final int TRIES = 8;

    private static final double SMALL = 1e-4;

    private static final double USUAL_RATE = 0.1;

    /// A gradient this small beside the first ends the way.
    private static final double FLAT = 1e-12;

    /// A value that has grown so much is on its way to infinity.
    private static final double FAR_OFF = 1e12;

    public Descent {
        if (!(rate > 0) || !Double.isFinite(rate)) {
            throw new IllegalArgumentException("a step size of " + rate);
        }
        if (steps < 1) {
            throw new IllegalArgumentException(steps + " steps");
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("a momentum of " + momentum);
        }
    }

    /// A step size that does not overshoot near `x`: one over the largest curvature that a few tries find, as a round number.
    ///
    /// @param cancelled whether nobody waits for it any more; then it is the usual one
    public static double sensibleRate(FastGradient fast, double[] x, BooleanSupplier cancelled) {
        var asking = new Asking(fast, cancelled);
        double[] here = new double[x.length];
        double[] there = new double[x.length];
        double curvature = 0;
        try {
            asking.at(x, here);
            double[] direction = here.clone();
            for (int k = 0; k < TRIES; k++) {
                double length = norm(direction);
                if (!(length > 0) || !Double.isFinite(length)) {
                    break;
                }
                double far = SMALL * Math.max(1, norm(x));
                double[] next = x.clone();
                for (int i = 0; i < x.length; i++) {
                    next[i] += far * direction[i] / length;
                }
                if (cancelled.getAsBoolean()) {
                    return USUAL_RATE;
                }
                asking.at(next, there);
                for (int i = 0; i < x.length; i++) {
                    direction[i] = (there[i] - here[i]) / far;
                }
                curvature = Math.max(curvature, norm(direction));
            }
        } catch (JuliaError nothingThere) {
            return USUAL_RATE;
        }
        double rate = 1 / curvature;
        return Double.isFinite(rate) && rate > 1e-300 ? Reach.roundDown(rate) : USUAL_RATE;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }

    /// Goes.
    ///
    /// @param stopped whether to stop here
    /// @param underway told after each step that it can be asked how far it is
    public Way from(
            FastGradient fast,
            double[] start,
            BooleanSupplier stopped,
            Consumer<Supplier<Way>> underway) {
        return new Walk(new Asking(fast, stopped), start).go(stopped, underway);
    }

    private final class Walk {
        private final Asking asking;
        private final double[] x;
        private final double[] gradient;
        private final double[] speed;
        private final List<double[]> places = new ArrayList<>();
        private final int most;
        private double[] values;
        private int taken;
        private int stride = 1;

        Walk(Asking asking, double[] start) {
            this.asking = asking;
            this.x = start.clone();
            this.gradient = new double[x.length];
            this.speed = new double[x.length];
            this.values = new double[Math.min(steps, 1024) + 1];
            this.most = Math.clamp(NUMBERS / Math.max(1, x.length), 2, 2 * PLACES);
        }

        Way go(BooleanSupplier stopped, Consumer<Supplier<Way>> underway) {
            String trouble = evaluate();
            if (!trouble.isEmpty()) {
                return way(End.LOST, "There is no value to begin with: " + trouble + ".");
            }
            double first = norm();
            while (true) {
                double size = norm();
                if (size <= FLAT * first || size == 0) {
                    return way(End.ARRIVED, arrived());
                }
                if (taken == steps) {
                    return way(End.USED_UP, usedUp(first));
                }
                if (stopped.getAsBoolean()) {
                    return way(End.STOPPED, "Stopped after %s.".formatted(steps(taken)));
                }
                step();
                trouble = evaluate();
                double value = values[taken];
                if (!trouble.isEmpty()) {
                    return way(End.LOST, lost(trouble));
                }
                if (!Double.isFinite(value + norm())
                        || Math.abs(value) > FAR_OFF * (1 + Math.abs(values[0]))) {
                    return way(End.DIVERGED, diverged(value));
                }
                underway.accept(this::underway);
            }
        }

        private void step() {
            for (int k = 0; k < x.length; k++) {
                speed[k] = momentum * speed[k] + gradient[k];
                x[k] -= rate * speed[k];
            }
            taken++;
        }

        /// Finds value and gradient where it is now.
        ///
        /// @return why there are none; empty if there are
        private String evaluate() {
            if (taken == values.length) {
                values = Arrays.copyOf(values, Math.min(steps + 1, 2 * taken));
            }
            String trouble = "";
            try {
                values[taken] = asking.at(x, gradient);
            } catch (JuliaError error) {
                values[taken] = Double.NaN;
                trouble = error.message();
            }
            if (taken % stride == 0) {
                places.add(x.clone());
                if (places.size() >= most) {
                    thin();
                }
            }
            return trouble;
        }

        /// Keeps every other place.
        private void thin() {
            for (int k = 1; k < places.size(); k++) {
                places.remove(k);
            }
            stride *= 2;
        }

        private double norm() {
            return Descent.norm(gradient);
        }

        private Way underway() {
            return way(End.RUNNING, String.format(Locale.ROOT, "%,d of %,d steps.", taken, steps));
        }

        private Way way(End end, String sentence) {
            var all = new ArrayList<>(places);
            if (!Arrays.equals(all.getLast(), x)) {
                all.add(x.clone());
            }
            return new Way(all, Arrays.copyOf(values, taken + 1), norm(), end, sentence);
        }

        private String arrived() {
            return taken == 0
                    ? "The gradient is 0 here: there is nowhere to go."
                    : "Arrived after %s: the gradient is 0, to as many digits as there are."
                            .formatted(steps(taken));
        }

        private String usedUp(double first) {
            double left = norm() / first;
            String far =
                    left < 1e-3
                            ? "the gradient has shrunk to %s of what it was".formatted(number(left))
                            : "the gradient is still %s".formatted(number(norm()));
            return "After %s %s.".formatted(steps(taken), far);
        }

        private String diverged(double value) {
            return "Diverged: after %s the value is %s. A smaller step size may help."
                    .formatted(steps(taken), number(value));
        }

        private String lost(String trouble) {
            return String.format(
                    Locale.ROOT,
                    "Step %,d leads to where there is no value: %s. A smaller step size may help.",
                    taken,
                    trouble);
        }

        private static String steps(int count) {
            return count == 1 ? "1 step" : String.format(Locale.ROOT, "%,d steps", count);
        }

        private static String number(double x) {
            return Double.isNaN(x) ? "not a number" : String.format(Locale.ROOT, "%.3g", x);
        }
    }
}
