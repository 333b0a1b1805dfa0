package wengert.explore;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import wengert.compile.FastGradient;

/// Asks a study at one place after another, for who has many of them.
///
/// The first answers come by recording the program while fast code is made aside. Where that takes so long that somebody
/// would notice, the code is waited for: to record on and on would only keep the processors from making it.
final class Asking {

    /// A recording that takes longer, in nanoseconds, is not done again and again.
    private static final long LONG = 300_000_000;

    /// How often it is looked whether the code is there, in milliseconds.
    private static final long TICK = 10;

    private final FastGradient fast;
    private final BooleanSupplier givenUp;
    private long longest;

    /// @param givenUp whether nobody waits for answers any more
    Asking(FastGradient fast, BooleanSupplier givenUp) {
        this.fast = fast;
        this.givenUp = givenUp;
    }

    /// The value at `x`, with the gradient in `g`, as [FastGradient#at(double[], double[])] gives them.
    double at(double[] x, double[] g) {
        if (longest > LONG) {
            await();
        }
        long began = System.nanoTime();
        double value = fast.at(x, g);
        longest = Math.max(longest, System.nanoTime() - began);
        return value;
    }

    private void await() {
        try {
            while (fast.isUnderway() && !givenUp.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(TICK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // then it is recorded
        }
    }
}
