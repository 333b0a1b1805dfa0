package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// An operation on one argument that is linear in it: its tangent is the operation itself, applied
/// to the tangent.
interface Linear extends Op {

    Value evaluate(Value x);

    /// The transposed operation, applied to the adjoint; conjugate-transposed for complex numbers.
    <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint);

    @Override
    default Value evaluate(List<Value> x) {
        return evaluate(x.getFirst());
    }

    @Override
    default <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        V tangent = dx.getFirst();
        return tangent == null ? null : new Calculus<>(in).fit(in.apply(this, tangent), y);
    }

    @Override
    default <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        return transposed(in, x.getFirst(), adjoint);
    }
}
