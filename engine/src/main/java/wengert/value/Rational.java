package wengert.value;

/// A fraction in lowest terms with a denominator that is not negative; `1//0` is infinite.
public record Rational(long numerator, long denominator) implements Scalar {

    @Override
    public double toDouble() {
        return (double) numerator / denominator;
    }
}
