package wengert.explore;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import wengert.compile.FastGradient;

/// A slice that is being found: of ever more places, each between two that are known.
final class Growing {

    /// So many places are a curve.
    private static final int CURVE = 120;

    /// As long as this nobody notices that there is nothing yet, in nanoseconds; and what takes longer is told so often.
    private static final long MOMENT = 120_000_000;

    private final Asking asking;
    private final int number;
    private final Reach reach;
    private final Consumer<Slice> told;
    private final BooleanSupplier overtaken;
    private final double[] there;
    private final double[] gradient;
    private final double[] value;
    private final double[] slope;
    private final boolean[] asked;
    private final long began = System.nanoTime();
    private long last = began;
    private boolean seen;
    private int found;

    Growing(
            FastGradient fast,
            double[] from,
            int number,
            Reach reach,
            int count,
            Consumer<Slice> told,
            BooleanSupplier overtaken) {
        this.number = number;
        this.reach = reach;
        this.told = told;
        this.overtaken = overtaken;
        asking = new Asking(fast, this::isOver);
        there = from.clone();
        gradient = new double[from.length];
        value = new double[count];
        slope = new double[count];
        asked = new boolean[count];
    }

    /// Asks at all places, and tells of them unless it is overtaken.
    void grow() {
        int count = value.length;
        ask(0);
        ask(count - 1);
        for (int stride = Integer.highestOneBit(count - 1); stride >= 1; stride /= 2) {
            for (int i = stride; i < count; i += 2 * stride) {
                if (isOver()) {
                    return;
                }
                ask(i);
                if (System.nanoTime() - last > MOMENT) {
                    tell();
                }
            }
            if (!seen && found >= CURVE) {
                tell();
            }
        }
        tell();
    }

    private boolean isOver() {
        return overtaken.getAsBoolean() && (seen || System.nanoTime() - began > MOMENT);
    }

    private void ask(int i) {
        if (!asked[i]) {
            there[number] = place(i);
            value[i] = Slice.value(asking, there, gradient);
            slope[i] = Double.isNaN(value[i]) ? Double.NaN : gradient[number];
            asked[i] = true;
            found++;
        }
    }

    private double place(int i) {
        return reach.low() + reach.width() * i / (value.length - 1);
    }

    private void tell() {
        told.accept(known());
        seen = true;
        last = System.nanoTime();
    }

    /// What is known so far.
    Slice known() {
        double[] x = new double[found];
        double[] y = new double[found];
        double[] dy = new double[found];
        int k = 0;
        for (int i = 0; i < value.length; i++) {
            if (asked[i]) {
                x[k] = place(i);
                y[k] = value[i];
                dy[k] = slope[i];
                k++;
            }
        }
        return new Slice(number, x, y, dy);
    }
}
