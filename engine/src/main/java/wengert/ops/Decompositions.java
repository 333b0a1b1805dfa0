package wengert.ops;

import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.JuliaError;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// The parts of `cholesky`, `qr`, `lu` and `svd`, one operation for each part. A part's rule applies
/// its sibling operations where it needs the other parts.
///
/// In the rules Φ keeps the lower triangle with half the diagonal.
public enum Decompositions implements MatrixOp {
    /// `cholesky(A).L`; of A the upper triangle counts and the gradient is symmetric.
    ///
    /// Source: I. Murray, "Differentiation of the Cholesky decomposition" (2016), formulas 8 and
    /// 10.
    CHOLESKY(
            "cholesky",
            "L",
            "solves with the factor on both sides of its gradient, and makes the result symmetric",
            "solves with the factor on both sides of the tangent, and keeps the lower triangle, half of the diagonal") {
        @Override
        public void check(int[] size) {
            Shapes.square("cholesky", size);
        }

        @Override
        public Value of(ArrayValue a) {
            return Triangular.cholesky(a);
        }

        // L̇ = L Φ(L⁻¹ Ȧ L⁻ᵀ)
        @Override
        public <V> V tangent(Calculus<V> c, V a, V l, V da) {
            V inner = c.solve(l, c.t(c.solve(l, c.t(c.symmetric(da)))));
            return c.mul(l, phi(c, inner));
        }

        // Ā = L⁻ᵀ Φ(Lᵀ L̄) L⁻¹, made symmetric
        @Override
        public <V> V share(Calculus<V> c, V a, V l, V adjoint) {
            V lt = c.t(l);
            V p = phi(c, c.mul(lt, adjoint));
            V s = c.t(c.solve(lt, c.t(c.solve(lt, p))));
            return c.symmetric(s);
        }
    },
    /// `Matrix(qr(A).Q)`, as many columns as A; of matrices that are not wide.
    ///
    /// Source: S. F. Walter and L. Lehmann, "Algorithmic differentiation of linear algebra
    /// functions" (2018), section 3.2; M. Seeger et al., "Auto-differentiating linear algebra"
    /// (2017), section 4.3 for the reverse rule.
    QR_Q(
            "qr",
            "Q",
            "turns its gradient back through the triangle R",
            "sees the tangent through the triangle R, and turns Q by what is not triangular in it") {
        @Override
        public Value of(ArrayValue a) {
            return Spectra.qr(a).q();
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V q, V da) {
            V r = c.in().apply(QR_R, a);
            V scaled = divide(c, notWide(c, a, da), r);
            V inner = c.mul(c.t(q), scaled);
            return c.plus(c.mul(q, c.minus(skew(c, inner), inner)), scaled);
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V q, V adjoint) {
            V r = c.in().apply(QR_R, a);
            V m = c.negate(c.mul(c.t(notWide(c, a, adjoint)), q));
            return divide(c, c.plus(adjoint, c.mul(q, mirrored(c, m))), c.t(r));
        }
    },
    /// `qr(A).R`; source as for Q.
    QR_R(
            "qr",
            "R",
            "turns its gradient back through the orthogonal factor",
            "sees the tangent through the orthogonal factor, and keeps what is triangular in it") {
        @Override
        public Value of(ArrayValue a) {
            return Spectra.qr(a).r();
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V r, V da) {
            V q = c.in().apply(QR_Q, a);
            V inner = c.mul(c.t(q), divide(c, notWide(c, a, da), r));
            return c.mul(c.minus(inner, skew(c, inner)), r);
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V r, V adjoint) {
            V q = c.in().apply(QR_Q, a);
            V m = c.mul(r, c.t(notWide(c, a, adjoint)));
            return divide(c, c.mul(q, mirrored(c, m)), c.t(r));
        }
    },
    /// `lu(A).L` of a square matrix; the order of the rows is flat.
    ///
    /// Source: F. R. de Hoog, R. S. Anderssen, M. A. Lukas, "Differentiation of matrix functionals
    /// using triangular factorization" (2011): L⁻¹ P Ȧ U⁻¹ = L⁻¹ L̇ + U̇ U⁻¹, strictly lower plus
    /// upper.
    LU_L(
            "lu",
            "L",
            "solves with both triangles on either side of its gradient",
            "solves with both triangles around the tangent, and keeps what is below the diagonal") {
        @Override
        public void check(int[] size) {
            Shapes.square("lu", size);
        }

        @Override
        public Value of(ArrayValue a) {
            return Triangular.lower(Triangular.eliminated(a));
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V l, V da) {
            return c.mul(l, strict(c, inner(c, l, c.in().apply(LU_U, a), a, da)));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V l, V adjoint) {
            V inner = strict(c, c.mul(c.t(l), adjoint));
            return outer(c, l, c.in().apply(LU_U, a), a, inner);
        }

        @Override
        public Op decider(int i) {
            return Triangular.ROWS;
        }
    },
    /// `lu(A).U`; source as for L.
    LU_U(
            "lu",
            "U",
            "solves with both triangles on either side of its gradient",
            "solves with both triangles around the tangent, and keeps the rest: the diagonal and what is above it") {
        @Override
        public void check(int[] size) {
            Shapes.square("lu", size);
        }

        @Override
        public Value of(ArrayValue a) {
            return Triangular.upper(Triangular.eliminated(a));
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V u, V da) {
            return c.mul(c.triu(inner(c, c.in().apply(LU_L, a), u, a, da)), u);
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V u, V adjoint) {
            V inner = c.triu(c.mul(adjoint, c.t(u)));
            return outer(c, c.in().apply(LU_L, a), u, a, inner);
        }

        @Override
        public Op decider(int i) {
            return Triangular.ROWS;
        }
    },
    /// `svdvals(A)`: Ṡ = diag(Uᵀ Ȧ V) (M. B. Giles 2008, section 3.2).
    SINGULAR_VALUES(
            "svd",
            "S",
            "puts its gradient between the singular vectors",
            "sees the tangent between the singular vectors: its diagonal tells how the values move") {
        @Override
        public Value of(ArrayValue a) {
            return Spectra.svd(a).s();
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V s, V da) {
            V u = c.in().apply(LEFT_VECTORS, a);
            V v = c.in().apply(RIGHT_VECTORS, a);
            return c.real(c.diag(c.mul(c.t(u), da, v)));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V s, V adjoint) {
            V u = c.in().apply(LEFT_VECTORS, a);
            V v = c.in().apply(RIGHT_VECTORS, a);
            return c.mul(c.columns(u, adjoint), c.t(v));
        }
    },
    /// `svd(A).U`, thin.
    ///
    /// Source: J. Townsend, "Differentiating the singular value decomposition" (2016), formulas 17
    /// and 31; equal singular values leave their vectors undetermined, and we pass nothing between
    /// them.
    LEFT_VECTORS(
            "svd",
            "U",
            "turns its gradient back through the other singular vectors, near values counting most",
            "sees the tangent between the singular vectors, which turn each other by it, near values most") {
        @Override
        public Value of(ArrayValue a) {
            return Spectra.svd(a).u();
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V u, V da) {
            return Eigenvectors.keptPhase(c, u, new SingularVectors<>(c, a).leftTangent(da));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V u, V adjoint) {
            return new SingularVectors<>(c, a).leftShare(Eigenvectors.keptPhaseBack(c, u, adjoint));
        }
    },
    /// `svd(A).V`, thin: the left vectors of Aᵀ.
    RIGHT_VECTORS(
            "svd",
            "V",
            "turns its gradient back through the other singular vectors, near values counting most",
            "sees the tangent between the singular vectors, which turn each other by it, near values most") {
        @Override
        public Value of(ArrayValue a) {
            return Spectra.svd(a).v();
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V v, V da) {
            var vectors = new SingularVectors<>(c, a);
            V tangent = vectors.rightTangent(da);
            return Complex.isIn(c.in().value(a)) ? c.minus(tangent, vectors.phases(da)) : tangent;
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V v, V adjoint) {
            var vectors = new SingularVectors<>(c, a);
            V share = vectors.rightShare(adjoint);
            return Complex.isIn(c.in().value(a))
                    ? c.minus(share, vectors.phasesShare(adjoint))
                    : share;
        }
    };

    private final String symbol;
    private final String part;
    private final String sentence;
    private final String tangents;

    Decompositions(String symbol, String part, String sentence, String tangents) {
        this.symbol = symbol;
        this.part = part;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    @Override
    public void check(int[] size) {
        Shapes.matrix(symbol, size);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sign() {
        return symbol + "." + part;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }

    /// The lower triangle with half the diagonal.
    private static <V> V phi(Calculus<V> c, V a) {
        int n = c.size(a)[0];
        double[] mask = new double[n * n];
        for (int k = 0; k < mask.length; k++) {
            mask[k] = k % n > k / n ? 1 : k % n == k / n ? 0.5 : 0;
        }
        return c.times(a, c.constant(Tensor.of(new int[] {n, n}, mask)));
    }

    /// A R⁻¹
    private static <V> V divide(Calculus<V> c, V a, V r) {
        return c.in().apply(Solving.DIVIDE, a, r);
    }

    private static <V> V strict(Calculus<V> c, V a) {
        return c.in().apply(new Diagonals.Triangle(Kind.LOWER, -1), a);
    }

    /// The strict lower triangle less its conjugate transpose, and what is imaginary on the diagonal.
    private static <V> V skew(Calculus<V> c, V a) {
        V lower = strict(c, a);
        V skew = c.minus(lower, c.t(lower));
        if (!Complex.isIn(c.in().value(a))) {
            return skew;
        }
        V diagonal = c.diag(a);
        return c.plus(skew, c.dense(c.diagonal(c.minus(diagonal, c.real(diagonal)))));
    }

    /// The lower triangle, mirrored at the diagonal, of which the real part counts.
    private static <V> V mirrored(Calculus<V> c, V a) {
        V lower = strict(c, a);
        return c.plus(c.plus(lower, c.t(lower)), c.dense(c.diagonal(c.real(c.diag(a)))));
    }

    private static <V> V notWide(Calculus<V> c, V a, V v) {
        int[] size = c.size(a);
        if (size[0] < size[1]) {
            throw new JuliaError(
                    "ArgumentError",
                    "the derivative of `qr` is known for matrices that are not wide, found "
                            + Strides.noun(size));
        }
        return v;
    }

    /// L⁻¹ P Ȧ U⁻¹
    private static <V> V inner(Calculus<V> c, V l, V u, V a, V da) {
        return divide(c, c.solve(l, c.in().apply(Triangular.rows(c.array(a)), da)), u);
    }

    /// Pᵀ L⁻ᵀ M U⁻ᵀ
    private static <V> V outer(Calculus<V> c, V l, V u, V a, V m) {
        V turned = divide(c, c.solve(c.t(l), m), c.t(u));
        return c.in().apply(Triangular.rowsBack(c.array(a)), turned);
    }
}
