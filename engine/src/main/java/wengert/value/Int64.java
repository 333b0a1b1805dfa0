package wengert.value;

/// A whole number of 64 bits, which wraps round when it overflows, as Julia's does.
public record Int64(long value) implements Scalar {

    public static final Int64 ZERO = new Int64(0);
    public static final Int64 ONE = new Int64(1);

    public static Int64 of(long value) {
        return value == 0 ? ZERO : value == 1 ? ONE : new Int64(value);
    }

    @Override
    public double toDouble() {
        return value;
    }
}
