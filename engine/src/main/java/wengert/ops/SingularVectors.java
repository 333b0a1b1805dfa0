package wengert.ops;

/// How the singular vectors of a matrix move with it, and back.
///
/// Source: J. Townsend, "Differentiating the singular value decomposition" (2016), formulas 17 and 31. The vectors of a
/// complex matrix are determined up to their phases, which the largest entry of each left vector settles by being
/// real: the left vectors turn so that it stays so, and the right ones along with them.
final class SingularVectors<V> {

    private final Calculus<V> c;
    private final V u;
    private final V s;
    private final V v;

    SingularVectors(Calculus<V> c, V a) {
        this.c = c;
        this.u = c.in().apply(Decompositions.LEFT_VECTORS, a);
        this.s = c.in().apply(Decompositions.SINGULAR_VALUES, a);
        this.v = c.in().apply(Decompositions.RIGHT_VECTORS, a);
    }

    private V gaps() {
        return Eigenvectors.gaps(c, c.times(s, s));
    }

    private V inverse() {
        return c.divide(c.in().number(1), s);
    }

    /// The change of U without a turn of phases.
    V leftTangent(V da) {
        V inner = c.columns(c.mul(c.t(u), da, v), s);
        V turn = c.mul(u, c.times(gaps(), c.plus(inner, c.t(inner))));
        V image = c.mul(da, v);
        V beside = c.minus(image, c.mul(u, c.mul(c.t(u), image)));
        return c.plus(turn, c.columns(beside, inverse()));
    }

    V leftShare(V adjoint) {
        V ut = c.mul(c.t(u), adjoint);
        V inner = c.times(gaps(), c.minus(ut, c.t(ut)));
        V turn = c.columns(c.mul(u, inner), s);
        V beside = c.columns(c.minus(adjoint, c.mul(u, ut)), inverse());
        return c.mul(c.plus(turn, beside), c.t(v));
    }

    V rightTangent(V da) {
        V inner = c.times(s, c.mul(c.t(u), da, v));
        V turn = c.mul(v, c.times(gaps(), c.plus(inner, c.t(inner))));
        V image = c.mul(c.t(da), u);
        V beside = c.minus(image, c.mul(v, c.mul(c.t(v), image)));
        return c.plus(turn, c.columns(beside, inverse()));
    }

    V rightShare(V adjoint) {
        V vt = c.mul(c.t(v), adjoint);
        V inner = c.times(gaps(), c.minus(vt, c.t(vt)));
        V turn = c.mul(u, c.times(s, c.mul(inner, c.t(v))));
        V beside = c.columns(c.minus(adjoint, c.mul(v, vt)), inverse());
        return c.plus(turn, c.mul(u, c.t(beside)));
    }

    /// What turns the phases of V: those of U, and what is imaginary in Uᴴ Ȧ V, which no other change takes up.
    V phases(V da) {
        V own = c.divide(Eigenvectors.imaginaryPart(c, c.diag(c.mul(c.t(u), da, v))), s);
        V ofU = c.reshape(Eigenvectors.turn(c, u, leftTangent(da)), c.array(own).length());
        return c.columns(v, Eigenvectors.imaginary(c, c.plus(own, ofU)));
    }

    /// The transpose of [#phases], where complex numbers count as pairs.
    V phasesShare(V adjoint) {
        V products = Eigenvectors.imaginaryPart(c, c.diag(c.mul(c.t(v), adjoint)));
        V own = c.mul(c.columns(u, Eigenvectors.imaginary(c, c.divide(products, s))), c.t(v));
        return c.plus(own, leftShare(Eigenvectors.turnTransposed(c, u, products)));
    }
}
