package wengert.ops;

/// The sum of many floats, in pairs of halves as Julia adds up, so that rounding errors stay small.
public final class Total {

    /// So many numbers are added up one after the other; of more, halves.
    public static final int SHORT = 1024;

    private Total() {}

    /// The sum of the elements from `from` to before `to`.
    public static double of(double[] data, int from, int to) {
        int length = to - from;
        if (length <= SHORT) {
            return inOrder(data, from, to);
        }
        int middle = (from + to) >>> 1;
        if (length / 2 > SHORT && length <= 4 * SHORT) {
            return inQuarters(data, from, middle, to);
        }
        return of(data, from, middle) + of(data, middle, to);
    }

    private static double inOrder(double[] data, int from, int to) {
        double sum = from < to ? data[from] : 0;
        for (int i = from + 1; i < to; i++) {
            sum += data[i];
        }
        return sum;
    }

    /// The same as both halves in turn, the four halves of which are gone through side by side: no addition has to wait for
    /// the one before it.
    private static double inQuarters(double[] data, int from, int middle, int to) {
        int second = (from + middle) >>> 1;
        int fourth = (middle + to) >>> 1;
        int length = second - from; // the others have as many elements, or one more
        double a = data[from];
        double b = data[second];
        double c = data[middle];
        double d = data[fourth];
        for (int i = 1; i < length; i++) {
            a += data[from + i];
            b += data[second + i];
            c += data[middle + i];
            d += data[fourth + i];
        }
        b += second + length < middle ? data[middle - 1] : -0.0;
        c += middle + length < fourth ? data[fourth - 1] : -0.0;
        d += fourth + length < to ? data[to - 1] : -0.0;
        return a + b + (c + d);
    }
}
