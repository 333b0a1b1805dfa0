package wengert.value;

/// A floating-point number of 64 bits. Equality is of bits, so that `NaN` equals itself here.
public record Float64(double value) implements Scalar {

    public static final Float64 ZERO = new Float64(0);
    public static final Float64 ONE = new Float64(1);

    public static Float64 of(double value) {
        return new Float64(value);
    }

    @Override
    public double toDouble() {
        return value;
    }
}
