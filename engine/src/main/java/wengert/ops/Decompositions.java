package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// The parts of `cholesky`, `qr`, `lu`, `svd` and `eigen`, one operation for each part. A part's
/// rule applies its sibling operations where it needs the other parts.
///
/// In the rules Φ keeps the lower triangle with half the diagonal.
public enum Decompositions implements Op {
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
        void check(ArrayValue a) {
            Shapes.square("cholesky", a.size());
        }

        @Override
        Value of(ArrayValue a) {
            return Triangular.cholesky(a);
        }

        // L̇ = L Φ(L⁻¹ Ȧ L⁻ᵀ)
        @Override
        <V> V tangent(Calculus<V> c, V a, V l, V da) {
            V inner = c.solve(l, c.t(c.solve(l, c.t(symmetric(c, da)))));
            return c.mul(l, phi(c, inner));
        }

        // Ā = L⁻ᵀ Φ(Lᵀ L̄) L⁻¹, made symmetric
        @Override
        <V> V share(Calculus<V> c, V a, V l, V adjoint) {
            V lt = c.t(l);
            V p = phi(c, c.mul(lt, adjoint));
            V s = c.t(c.solve(lt, c.t(c.solve(lt, p))));
            return symmetric(c, s);
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
        Value of(ArrayValue a) {
            return Spectra.qr(a).q();
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V q, V da) {
            V r = c.in().apply(QR_R, a);
            V scaled = divide(c, notWide(c, a, da), r);
            V inner = c.mul(c.t(q), scaled);
            return c.plus(c.mul(q, c.minus(skew(c, inner), inner)), scaled);
        }

        @Override
        <V> V share(Calculus<V> c, V a, V q, V adjoint) {
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
        Value of(ArrayValue a) {
            return Spectra.qr(a).r();
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V r, V da) {
            V q = c.in().apply(QR_Q, a);
            V inner = c.mul(c.t(q), divide(c, notWide(c, a, da), r));
            return c.mul(c.minus(inner, skew(c, inner)), r);
        }

        @Override
        <V> V share(Calculus<V> c, V a, V r, V adjoint) {
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
        void check(ArrayValue a) {
            Shapes.square("lu", a.size());
        }

        @Override
        Value of(ArrayValue a) {
            return Triangular.lower(Triangular.eliminated(a));
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V l, V da) {
            return c.mul(l, strict(c, inner(c, l, c.in().apply(LU_U, a), a, da)));
        }

        @Override
        <V> V share(Calculus<V> c, V a, V l, V adjoint) {
            V inner = strict(c, c.mul(c.t(l), adjoint));
            return outer(c, l, c.in().apply(LU_U, a), a, inner);
        }
    },
    /// `lu(A).U`; source as for L.
    LU_U(
            "lu",
            "U",
            "solves with both triangles on either side of its gradient",
            "solves with both triangles around the tangent, and keeps the rest: the diagonal and what is above it") {
        @Override
        void check(ArrayValue a) {
            Shapes.square("lu", a.size());
        }

        @Override
        Value of(ArrayValue a) {
            return Triangular.upper(Triangular.eliminated(a));
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V u, V da) {
            return c.mul(c.triu(inner(c, c.in().apply(LU_L, a), u, a, da)), u);
        }

        @Override
        <V> V share(Calculus<V> c, V a, V u, V adjoint) {
            V inner = c.triu(c.mul(adjoint, c.t(u)));
            return outer(c, c.in().apply(LU_L, a), u, a, inner);
        }
    },
    /// `svdvals(A)`: Ṡ = diag(Uᵀ Ȧ V) (M. B. Giles 2008, section 3.2).
    SINGULAR_VALUES(
            "svd",
            "S",
            "puts its gradient between the singular vectors",
            "sees the tangent between the singular vectors: its diagonal tells how the values move") {
        @Override
        Value of(ArrayValue a) {
            return Spectra.svd(a).s();
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V s, V da) {
            V u = c.in().apply(LEFT_VECTORS, a);
            V v = c.in().apply(RIGHT_VECTORS, a);
            return c.real(c.diag(c.mul(c.t(u), da, v)));
        }

        @Override
        <V> V share(Calculus<V> c, V a, V s, V adjoint) {
            V u = c.in().apply(LEFT_VECTORS, a);
            V v = c.in().apply(RIGHT_VECTORS, a);
            return c.mul(columns(c, u, adjoint), c.t(v));
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
        Value of(ArrayValue a) {
            return Spectra.svd(a).u();
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V u, V da) {
            return keptPhase(c, u, new SingularVectors<>(c, a).leftTangent(da));
        }

        @Override
        <V> V share(Calculus<V> c, V a, V u, V adjoint) {
            return new SingularVectors<>(c, a).leftShare(keptPhaseBack(c, u, adjoint));
        }
    },
    /// `svd(A).V`, thin: the left vectors of Aᵀ.
    RIGHT_VECTORS(
            "svd",
            "V",
            "turns its gradient back through the other singular vectors, near values counting most",
            "sees the tangent between the singular vectors, which turn each other by it, near values most") {
        @Override
        Value of(ArrayValue a) {
            return Spectra.svd(a).v();
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V v, V da) {
            var vectors = new SingularVectors<>(c, a);
            V tangent = vectors.rightTangent(da);
            return Arithmetic.isReal(c.in().value(a))
                    ? tangent
                    : c.minus(tangent, vectors.phases(da));
        }

        @Override
        <V> V share(Calculus<V> c, V a, V v, V adjoint) {
            var vectors = new SingularVectors<>(c, a);
            V share = vectors.rightShare(adjoint);
            return Arithmetic.isReal(c.in().value(a))
                    ? share
                    : c.minus(share, vectors.phasesShare(adjoint));
        }
    },
    /// `eigvals(Symmetric(A))`, smallest first: λ̇ = diag(Vᵀ Ȧ V) (M. B. Giles 2008, section 3.1).
    SYMMETRIC_VALUES(
            "eigen",
            "values",
            "puts its gradient between the eigenvectors",
            "sees the tangent between the eigenvectors: its diagonal tells how the values move") {
        @Override
        void check(ArrayValue a) {
            Shapes.square("eigen", a.size());
        }

        @Override
        Value of(ArrayValue a) {
            return Spectra.symmetric(a).values();
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V values, V da) {
            V v = c.in().apply(SYMMETRIC_VECTORS, a);
            return c.real(c.diag(c.mul(c.t(v), da, v)));
        }

        @Override
        <V> V share(Calculus<V> c, V a, V values, V adjoint) {
            V v = c.in().apply(SYMMETRIC_VECTORS, a);
            return c.mul(columns(c, v, adjoint), c.t(v));
        }
    },
    /// `eigvecs(Symmetric(A))`: V̇ = V (F ∘ Vᵀ Ȧ V) with F[i, j] = 1 / (λⱼ - λᵢ) (M. B. Giles 2008,
    /// section 3.1). Equal eigenvalues leave their vectors undetermined, and we pass nothing
    /// between them.
    SYMMETRIC_VECTORS(
            "eigen",
            "vectors",
            "turns its gradient back through the other eigenvectors, near values counting most",
            "sees the tangent between the eigenvectors, which turn each other by it, near values most") {
        @Override
        void check(ArrayValue a) {
            Shapes.square("eigen", a.size());
        }

        @Override
        Value of(ArrayValue a) {
            return Spectra.symmetric(a).vectors();
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V v, V da) {
            V values = c.in().apply(SYMMETRIC_VALUES, a);
            V inner = c.times(gaps(c, values), c.mul(c.t(v), symmetric(c, da), v));
            return keptPhase(c, v, c.mul(v, inner));
        }

        @Override
        <V> V share(Calculus<V> c, V a, V v, V adjoint) {
            V values = c.in().apply(SYMMETRIC_VALUES, a);
            V inner = c.times(gaps(c, values), c.mul(c.t(v), keptPhaseBack(c, v, adjoint)));
            return symmetric(c, c.mul(v, inner, c.t(v)));
        }
    },
    /// `eigvals(A)` of any square matrix, complex where they are: λ̇ = diag(V⁻¹ Ȧ V) (M. B. Giles
    /// 2008, section 3.1).
    EIGENVALUES(
            "eigen",
            "values",
            "puts its gradient between the eigenvectors and their inverse",
            "sees the tangent between the eigenvectors and their inverse: its diagonal tells how the values move") {
        @Override
        void check(ArrayValue a) {
            Shapes.square("eigen", a.size());
        }

        @Override
        Value of(ArrayValue a) {
            var values = Spectra.general(a).values();
            return Scalars.collect(new int[] {values.size()}, values);
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V values, V da) {
            V v = c.in().apply(EIGENVECTORS, a);
            return c.diag(c.solve(v, c.mul(da, v)));
        }

        @Override
        <V> V share(Calculus<V> c, V a, V values, V adjoint) {
            V vt = c.t(c.in().apply(EIGENVECTORS, a));
            return Eigenvectors.real(c, a, c.solve(vt, c.mul(c.diagonal(adjoint), vt)));
        }
    },
    /// `eigvecs(A)` of any square matrix, each of length 1: V̇ = V (F ∘ V⁻¹ Ȧ V), less what would
    /// change a length or a phase.
    ///
    /// Source: C. Boeddeker et al., "On the computation of complex-valued gradients with
    /// application to statistically optimum beamforming" (2019), section 4.2, with the lengths kept
    /// as in ChainRules.
    EIGENVECTORS(
            "eigen",
            "vectors",
            "turns its gradient back through the other eigenvectors, near values counting most",
            "sees the tangent between the eigenvectors, which turn each other by it, near values most") {
        @Override
        void check(ArrayValue a) {
            Shapes.square("eigen", a.size());
        }

        @Override
        Value of(ArrayValue a) {
            return Spectra.general(a).vectors();
        }

        @Override
        <V> V tangent(Calculus<V> c, V a, V v, V da) {
            V values = c.in().apply(EIGENVALUES, a);
            V turn = c.mul(v, c.times(gaps(c, values), c.solve(v, c.mul(da, v))));
            return Eigenvectors.kept(c, v, turn);
        }

        @Override
        <V> V share(Calculus<V> c, V a, V v, V adjoint) {
            V values = c.in().apply(EIGENVALUES, a);
            V kept = Eigenvectors.keptTransposed(c, v, adjoint);
            V vt = c.t(v);
            V inner = c.times(c.conj(gaps(c, values)), c.mul(vt, kept));
            return Eigenvectors.real(c, a, c.solve(vt, c.mul(inner, vt)));
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

    void check(ArrayValue a) {
        Shapes.matrix(symbol, a.size());
    }

    abstract Value of(ArrayValue a);

    abstract <V> V tangent(Calculus<V> c, V a, V y, V da);

    abstract <V> V share(Calculus<V> c, V a, V y, V adjoint);

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sign() {
        return symbol + "." + part;
    }

    @Override
    public Value evaluate(List<Value> x) {
        ArrayValue a = (ArrayValue) x.getFirst();
        check(a);
        return of(a);
    }

    @Override
    public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        V tangent = dx.getFirst();
        return tangent == null ? null : tangent(new Calculus<>(in), x.getFirst(), y, tangent);
    }

    @Override
    public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        return share(new Calculus<>(in), x.getFirst(), y, adjoint);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return Notation.apply(sign(), x.getFirst());
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }

    private static <V> V symmetric(Calculus<V> c, V a) {
        return c.half(c.plus(a, c.t(a)));
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

    /// Complex eigenvectors keep their largest entry real.
    private static <V> V keptPhase(Calculus<V> c, V v, V change) {
        return Arithmetic.isReal(c.in().value(v)) ? change : Eigenvectors.kept(c, v, change);
    }

    private static <V> V keptPhaseBack(Calculus<V> c, V v, V adjoint) {
        return Arithmetic.isReal(c.in().value(v))
                ? adjoint
                : Eigenvectors.keptTransposed(c, v, adjoint);
    }

    /// A R⁻¹
    private static <V> V divide(Calculus<V> c, V a, V r) {
        return c.in().apply(Solving.DIVIDE, a, r);
    }

    private static <V> V strict(Calculus<V> c, V a) {
        return c.in().apply(new Shapes.Triangle(Kind.LOWER, -1), a);
    }

    /// The strict lower triangle less its conjugate transpose, and what is imaginary on the diagonal.
    private static <V> V skew(Calculus<V> c, V a) {
        V lower = strict(c, a);
        V skew = c.minus(lower, c.t(lower));
        if (Arithmetic.isReal(c.in().value(a))) {
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

    /// Column j times vⱼ.
    static <V> V columns(Calculus<V> c, V m, V v) {
        return c.times(m, c.reshape(v, 1, c.array(v).length()));
    }

    /// Row i times vᵢ.
    static <V> V rows(Calculus<V> c, V v, V m) {
        return c.times(v, m);
    }

    static <V> V inverse(Calculus<V> c, V v) {
        return c.divide(c.in().number(1), v);
    }

    /// F[i, j] = 1 / (vⱼ - vᵢ), and 0 where the two are equal.
    static <V> V gaps(Calculus<V> c, V v) {
        ArrayValue value = c.array(v);
        int n = value.length();
        double[] equal = new double[n * n];
        double[] different = new double[n * n];
        for (int k = 0; k < n * n; k++) {
            boolean same = value.get(k % n).equals(value.get(k / n));
            equal[k] = same ? 1 : 0;
            different[k] = same ? 0 : 1;
        }
        int[] size = {n, n};
        V gap = c.minus(c.reshape(v, 1, n), v);
        return c.divide(
                c.constant(Tensor.of(size, different)),
                c.plus(gap, c.constant(Tensor.of(size, equal))));
    }
}
