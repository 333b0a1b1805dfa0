package wengert.value;

/// A complex number; its parts are both [Int64], both [Float64], both [Bool] or both [Rational].
public record Complex(Scalar re, Scalar im) implements Scalar {

    public Complex {
        if (re instanceof Complex || im instanceof Complex || re.getClass() != im.getClass()) {
            throw new IllegalArgumentException("no complex number of " + re + " and " + im);
        }
    }

    public static Complex of(double re, double im) {
        return new Complex(new Float64(re), new Float64(im));
    }

    @Override
    public double toDouble() {
        return re.toDouble();
    }

    public double imaginary() {
        return im.toDouble();
    }
}
