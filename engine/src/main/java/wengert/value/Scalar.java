package wengert.value;

/// A number.
public sealed interface Scalar extends Value
        permits Bool, Int64, WholeNumber, Float64, ShortFloat, Rational, Complex {

    /// The number as a double, as Julia's `Float64(x)`; the real part of a complex number.
    double toDouble();
}
