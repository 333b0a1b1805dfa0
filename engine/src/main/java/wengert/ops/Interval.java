package wengert.ops;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The numbers from `low` to `high`.
public record Interval(double low, double high) {

    public Interval {
        if (!(low < high)) {
            throw new IllegalArgumentException("no interval from " + low + " to " + high);
        }
    }

    /// `count` points inside, none on a border and none on a round number.
    public DoubleStream points(int count) {
        return IntStream.range(0, count)
                .mapToDouble(k -> low + (high - low) * (k + 0.6180339887) / (count + 0.31));
    }
}
