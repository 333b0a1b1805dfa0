package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.Complex;

/// An operation that gives real numbers for complex ones, so that only the real part of what its
/// derivative hands on counts.
///
/// Its `derivative` d is such that a small change dz of the argument changes the result by the real
/// part of d dz. The share of an adjoint is then its real part times the conjugate of d, which is
/// Zygote's convention.
interface RealValued extends ScalarOp {

    @Override
    default <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        return ScalarOp.super.vjp(in, x, y, realPart(in, adjoint), i);
    }

    @Override
    default <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        V tangent = ScalarOp.super.jvp(in, x, y, dx);
        return tangent == null ? null : realPart(in, tangent);
    }

    private static <V> V realPart(Algebra<V> in, V a) {
        return Complex.isIn(in.value(a)) ? in.apply(ComplexParts.REAL, a) : a;
    }
}
