package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// An operation on one number.
interface UnaryOp extends ScalarOp {

    @Override
    double evaluate(double x);

    /// The derivative; null where the operation is flat.
    <V> @Nullable V derivative(Algebra<V> in, V x, V y);

    /// The result for a real number of any type.
    default Scalar real(Scalar x) {
        return new Float64(evaluate(x.toDouble()));
    }

    /// The result for a complex number.
    default Scalar complex(Complex z) {
        throw Refusals.noMethod(symbol(), List.of(z));
    }

    default Interval domain() {
        return new Interval(-3, 3);
    }

    @Override
    default int arity() {
        return 1;
    }

    @Override
    default double evaluate(double... x) {
        return evaluate(x[0]);
    }

    @Override
    default Value evaluate(List<Value> x) {
        return evaluate(x.get(0));
    }

    @Override
    default Value evaluate(Value number) {
        if (number instanceof Float64(double value) && elementType() == ElementType.FLOAT64) {
            return new Float64(evaluate(value));
        }
        if (number instanceof Complex z) {
            return complex(z);
        }
        if (number instanceof Scalar scalar) {
            return real(scalar);
        }
        throw Refusals.noMethod(symbol(), List.of(number));
    }

    @Override
    default <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
        return derivative(in, x.getFirst(), y);
    }

    @Override
    default Interval domain(int i) {
        return domain();
    }

    @Override
    default Notation notation(List<Notation> x) {
        return new Notation.Apply(symbol(), x);
    }
}
