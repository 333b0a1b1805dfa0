package wengert.ops;

import wengert.value.ArrayValue;
import wengert.value.Value;

/// The parts of `eigen`, for symmetric matrices and for any square ones. Each part's rule applies the
/// operation that gives the other.
public enum Eigensystems implements MatrixOp {
    /// `eigvals(Symmetric(A))`, smallest first: λ̇ = diag(Vᵀ Ȧ V) (M. B. Giles 2008, section 3.1).
    SYMMETRIC_VALUES(
            "values",
            "puts its gradient between the eigenvectors",
            "sees the tangent between the eigenvectors: its diagonal tells how the values move") {
        @Override
        public Value of(ArrayValue a) {
            return Spectra.symmetric(a).values();
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V values, V da) {
            V v = c.in().apply(SYMMETRIC_VECTORS, a);
            return c.real(c.diag(c.mul(c.t(v), da, v)));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V values, V adjoint) {
            V v = c.in().apply(SYMMETRIC_VECTORS, a);
            return c.mul(c.columns(v, adjoint), c.t(v));
        }
    },
    /// `eigvecs(Symmetric(A))`: V̇ = V (F ∘ Vᵀ Ȧ V) with F[i, j] = 1 / (λⱼ - λᵢ) (M. B. Giles 2008,
    /// section 3.1). Equal eigenvalues leave their vectors undetermined, and we pass nothing
    /// between them.
    SYMMETRIC_VECTORS(
            "vectors",
            "turns its gradient back through the other eigenvectors, near values counting most",
            "sees the tangent between the eigenvectors, which turn each other by it, near values most") {
        @Override
        public Value of(ArrayValue a) {
            return Spectra.symmetric(a).vectors();
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V v, V da) {
            V values = c.in().apply(SYMMETRIC_VALUES, a);
            V inner = c.times(Eigenvectors.gaps(c, values), c.mul(c.t(v), c.symmetric(da), v));
            return Eigenvectors.keptPhase(c, v, c.mul(v, inner));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V v, V adjoint) {
            V values = c.in().apply(SYMMETRIC_VALUES, a);
            V inner =
                    c.times(
                            Eigenvectors.gaps(c, values),
                            c.mul(c.t(v), Eigenvectors.keptPhaseBack(c, v, adjoint)));
            return c.symmetric(c.mul(v, inner, c.t(v)));
        }
    },
    /// `eigvals(A)` of any square matrix, complex where they are: λ̇ = diag(V⁻¹ Ȧ V) (M. B. Giles
    /// 2008, section 3.1).
    EIGENVALUES(
            "values",
            "puts its gradient between the eigenvectors and their inverse",
            "sees the tangent between the eigenvectors and their inverse: its diagonal tells how the values move") {
        @Override
        public Value of(ArrayValue a) {
            var values = Spectra.general(a).values();
            return Scalars.collect(new int[] {values.size()}, values);
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V values, V da) {
            V v = c.in().apply(EIGENVECTORS, a);
            return c.diag(c.solve(v, c.mul(da, v)));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V values, V adjoint) {
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
            "vectors",
            "turns its gradient back through the other eigenvectors, near values counting most",
            "sees the tangent between the eigenvectors, which turn each other by it, near values most") {
        @Override
        public Value of(ArrayValue a) {
            return Spectra.general(a).vectors();
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V v, V da) {
            V values = c.in().apply(EIGENVALUES, a);
            V turn = c.mul(v, c.times(Eigenvectors.gaps(c, values), c.solve(v, c.mul(da, v))));
            return Eigenvectors.kept(c, v, turn);
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V v, V adjoint) {
            V values = c.in().apply(EIGENVALUES, a);
            V kept = Eigenvectors.keptTransposed(c, v, adjoint);
            V vt = c.t(v);
            V inner = c.times(c.conj(Eigenvectors.gaps(c, values)), c.mul(vt, kept));
            return Eigenvectors.real(c, a, c.solve(vt, c.mul(inner, vt)));
        }
    };

    private final String part;
    private final String sentence;
    private final String tangents;

    Eigensystems(String part, String sentence, String tangents) {
        this.part = part;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    @Override
    public String symbol() {
        return "eigen";
    }

    @Override
    public String sign() {
        return "eigen." + part;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }
}
