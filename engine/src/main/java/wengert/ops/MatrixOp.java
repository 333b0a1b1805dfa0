package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// An operation on one matrix, with its rule in the words of [Calculus].
interface MatrixOp extends Op {

    /// Refuses a matrix of a size that does not fit.
    default void check(int[] size) {
        Shapes.square(symbol(), size);
    }

    /// The result for a matrix whose size fits.
    Value of(ArrayValue a);

    /// The tangent of the result `y`, given the tangent `da` of the matrix.
    <V> V tangent(Calculus<V> c, V a, V y, V da);

    /// The share of the adjoint of the result `y` that the matrix receives.
    <V> V share(Calculus<V> c, V a, V y, V adjoint);

    @Override
    default Value evaluate(List<Value> x) {
        check(Strides.size(x.getFirst()));
        return of((ArrayValue) x.getFirst());
    }

    @Override
    default <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        V da = dx.getFirst();
        return da == null ? null : tangent(new Calculus<>(in), x.getFirst(), y, da);
    }

    @Override
    default <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        return share(new Calculus<>(in), x.getFirst(), y, adjoint);
    }

    @Override
    default Notation notation(List<Notation> x) {
        return Notation.apply(sign(), x.getFirst());
    }
}
