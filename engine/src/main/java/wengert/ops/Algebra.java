package wengert.ops;

import java.util.List;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Value;

/// What derivative rules calculate with.
///
/// Over values it computes, over tracked values it records a new graph, over terms it writes the
/// formula. A rule only ever applies operations; the convenience methods below are the usual ones.
///
/// @param <V> a number or an array, in whatever form this algebra has them
public interface Algebra<V> {

    /// `op` applied to `x`.
    V apply(Op op, List<V> x);

    /// A constant.
    V constant(Value value);

    /// The plain value behind `v`: for shapes and for choosing a branch, never to calculate with.
    Value value(V v);

    default V number(long value) {
        return constant(Int64.of(value));
    }

    default V number(double value) {
        return constant(new Float64(value));
    }

    default V plus(V a, V b) {
        return apply(Arithmetic.PLUS, List.of(a, b));
    }

    default V minus(V a, V b) {
        return apply(Arithmetic.MINUS, List.of(a, b));
    }

    /// `a * b`; a factor that is the constant whole number 1 is left out.
    default V times(V a, V b) {
        return isOne(a) ? b : isOne(b) ? a : apply(Arithmetic.TIMES, List.of(a, b));
    }

    default V divide(V a, V b) {
        return isOne(b) ? a : apply(Arithmetic.DIVIDE, List.of(a, b));
    }

    default V negate(V a) {
        return apply(Arithmetic.NEGATE, List.of(a));
    }

    default V power(V a, V b) {
        return apply(Arithmetic.POWER, List.of(a, b));
    }

    default V square(V a) {
        return times(a, a);
    }

    default V apply(Op op, V x) {
        return apply(op, List.of(x));
    }

    default V apply(Op op, V x, V y) {
        return apply(op, List.of(x, y));
    }

    default V apply(Op op, V x, V y, V z) {
        return apply(op, List.of(x, y, z));
    }

    /// The complex conjugate; `a` itself where it is real.
    default V conjugate(V a) {
        return Complex.isIn(value(a)) ? apply(Arithmetic.CONJUGATE, a) : a;
    }

    /// Whether `a` is the untracked constant whole number 1, so that a product with it can be left out.
    default boolean isOne(V a) {
        return a instanceof Int64(long one) && one == 1;
    }

    /// The same algebra, element by element: every scalar operation is broadcast.
    default Algebra<V> elementwise() {
        return new Elementwise<>(this);
    }
}
