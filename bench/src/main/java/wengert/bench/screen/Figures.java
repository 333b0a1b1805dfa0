package wengert.bench.screen;

import java.util.Arrays;

/// Times of the same thing done again and again, in milliseconds.
record Figures(double median, double worst) {

    /// @param times in nanoseconds
    static Figures of(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Figures(sorted[sorted.length / 2] / 1e6, sorted[sorted.length - 1] / 1e6);
    }

    @Override
    public String toString() {
        return "%6.1f (%5.1f)".formatted(median, worst);
    }
}
