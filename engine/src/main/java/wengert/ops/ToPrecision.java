package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.ShortFloat.Precision;

/// A float as one of more or of fewer bits: `Float64(x)`, `Float32(x)`.
///
/// Rounding is taken as what it stands for, the number itself, so its slope is 1.
///
/// @param precision null for 64 bits
public record ToPrecision(@Nullable Precision precision) implements UnaryOp {

    @Override
    public String symbol() {
        return precision == null ? "Float64" : precision.type().name();
    }

    @Override
    public ElementType elementType() {
        return precision == null ? ElementType.FLOAT64 : ElementType.ANY;
    }

    @Override
    public double evaluate(double x) {
        return precision == null ? x : precision.round(x);
    }

    @Override
    public Scalar real(Scalar x) {
        return precision == null
                ? new Float64(x.toDouble())
                : ShortFloat.of(precision, x.toDouble());
    }

    @Override
    public Scalar complex(Complex z) {
        return new Complex(real(z.re()), real(z.im()));
    }

    @Override
    public <V> V derivative(Algebra<V> in, V x, V y) {
        return in.number(1);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return x.getFirst();
    }

    @Override
    public String sentence() {
        return "passes its gradient on unchanged";
    }
}
