package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// An operation on two numbers.
interface BinaryOp extends ScalarOp {

    @Override
    double evaluate(double a, double b);

    /// The partial derivative in argument `i`; null where the operation is flat in it.
    <V> @Nullable V derivative(Algebra<V> in, V a, V b, V y, int i);

    /// The result for numbers of any types; for real ones as [#evaluate(double, double)] if it is
    /// not overridden.
    default Scalar exact(Scalar a, Scalar b) {
        if (Tower.isComplex(a) || Tower.isComplex(b)) {
            throw Refusals.noMethod(symbol(), List.of(a, b));
        }
        return new Float64(evaluate(a.toDouble(), b.toDouble()));
    }

    @Override
    default int arity() {
        return 2;
    }

    @Override
    default double evaluate(double... x) {
        return evaluate(x[0], x[1]);
    }

    @Override
    default Value evaluate(List<Value> x) {
        if (x.get(0) instanceof Scalar a && x.get(1) instanceof Scalar b) {
            return exact(a, b);
        }
        throw Refusals.noMethod(symbol(), x);
    }

    @Override
    default <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
        return derivative(in, x.get(0), x.get(1), y, i);
    }

    @Override
    default Notation notation(List<Notation> x) {
        return new Notation.Apply(symbol(), x);
    }
}
