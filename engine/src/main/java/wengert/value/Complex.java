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

    /// Whether a value is a complex number or an array of them, as far as the first tells.
    public static boolean isIn(Value value) {
        return switch (value) {
            case Scalar scalar -> scalar instanceof Complex;
            case Scattered scattered -> isIn(scattered.values());
            case ArrayValue array when array.elementType() == ElementType.ANY ->
                    array instanceof Tensor tensor && tensor.declared().name().equals("Complex")
                            || array.length() > 0 && array.get(0) instanceof Complex;
            default -> false;
        };
    }

    public double imaginary() {
        return im.toDouble();
    }
}
