package wengert.ops;

import org.jspecify.annotations.Nullable;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// The short words in which rules about arrays are written: `plus`, `times` element by element,
/// `mul` for the matrix product, `t` for the conjugate transpose.
record Calculus<V>(Algebra<V> in) {

    /// The sum; null stands for zero.
    @Nullable V add(@Nullable V a, @Nullable V b) {
        return a == null ? b : b == null ? a : plus(a, b);
    }

    V plus(V a, V b) {
        return in.elementwise().plus(a, b);
    }

    V minus(V a, V b) {
        return in.elementwise().minus(a, b);
    }

    V times(V a, V b) {
        return in.elementwise().times(a, b);
    }

    V divide(V a, V b) {
        return in.elementwise().divide(a, b);
    }

    V negate(V a) {
        return in.elementwise().negate(a);
    }

    V conj(V a) {
        return in.elementwise().conjugate(a);
    }

    /// The real part; `a` itself where it is real.
    V real(V a) {
        return Complex.isIn(in.value(a)) ? in.elementwise().apply(ComplexParts.REAL, a) : a;
    }

    V power(V a, V exponent) {
        return in.elementwise().power(a, exponent);
    }

    V half(V a) {
        return times(in.number(0.5), a);
    }

    /// The matrix product, or the plain one where a factor is a number.
    V mul(V a, V b) {
        return isScalar(a) || isScalar(b) ? times(a, b) : in.apply(Products.MATMUL, a, b);
    }

    V mul(V a, V b, V c) {
        return mul(mul(a, b), c);
    }

    /// The conjugate transpose.
    V t(V a) {
        return isScalar(a)
                ? in.conjugate(a)
                : in.apply(
                        Complex.isIn(in.value(a)) ? Transposition.ADJOINT : Transposition.TRANSPOSE,
                        a);
    }

    /// Half the sum with the conjugate transpose.
    V symmetric(V a) {
        return half(plus(a, t(a)));
    }

    /// Column j of `m` times vⱼ.
    V columns(V m, V v) {
        return times(m, reshape(v, 1, array(v).length()));
    }

    /// `A \ B`
    V solve(V a, V b) {
        return in.apply(Solving.SOLVE, a, b);
    }

    V reshape(V a, int... size) {
        return in.apply(new Shapes.Reshape(Ints.of(size)), a);
    }

    /// `v` in the shape of `model`, which has as many elements.
    V fit(V v, V model) {
        Value from = in.value(v);
        Value to = in.value(model);
        if (to instanceof Scalar) {
            return from instanceof Scalar ? v : in.apply(Reductions.Sum.ALL, v);
        }
        if (from instanceof Scalar) {
            return in.apply(new Expand(Ints.of(Strides.size(to))), v);
        }
        return Strides.sameSize(from, to) ? v : reshape(v, Strides.size(to));
    }

    /// The dense form of a sparse or structured array.
    V dense(V a) {
        return in.value(a) instanceof Tensor ? a : in.apply(Shapes.COLLECT, a);
    }

    V sum(V a) {
        return isScalar(a) ? a : in.apply(Reductions.Sum.ALL, a);
    }

    /// The sum along `dims`, which stay with length 1; over everything where there are none.
    V sum(V a, Ints dims) {
        return in.apply(new Reductions.Sum(dims), a);
    }

    V expand(V a, V model) {
        return Expand.like(in, a, model);
    }

    /// A matrix with the vector `v` as its diagonal.
    V diagonal(V v) {
        return in.apply(new Shapes.Wrap(Structured.Kind.DIAGONAL), v);
    }

    V diag(V a) {
        return in.apply(new Diagonals.Diag(0), a);
    }

    /// The lower triangle, the rest being 0.
    V tril(V a) {
        return in.apply(new Diagonals.Triangle(Structured.Kind.LOWER, 0), a);
    }

    V triu(V a) {
        return in.apply(new Diagonals.Triangle(Structured.Kind.UPPER, 0), a);
    }

    V zeros(V model) {
        return in.value(model) instanceof ArrayValue a
                ? in.constant(new Fill(Float64.ZERO, a.size()))
                : in.number(0.0);
    }

    V constant(Tensor values) {
        return in.constant(values);
    }

    ArrayValue array(V a) {
        return (ArrayValue) in.value(a);
    }

    int[] size(V a) {
        return Strides.size(in.value(a));
    }

    boolean isScalar(V a) {
        return in.value(a) instanceof Scalar;
    }
}
