package wengert.ops;

import java.util.ArrayList;
import java.util.List;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// The trace, the determinant and the inverse of a matrix.
///
/// The rules are those of M. B. Giles, "Collected matrix derivative results for forward and reverse
/// mode algorithmic differentiation" (2008), sections 2.2 and 2.3, with conjugate transposes for
/// complex matrices.
public enum Determinants implements MatrixOp {
    /// `tr(A)`
    TRACE(
            "tr",
            "gives every element on the diagonal the same gradient; the others get 0",
            "adds up the tangents on the diagonal") {
        @Override
        public Value of(ArrayValue a) {
            return Reductions.total((ArrayValue) new Diagonals.Diag(0).evaluate(a));
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V y, V da) {
            return c.in().apply(this, da);
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V y, V adjoint) {
            return c.diagonal(c.in().apply(new Expand(c.size(a)[0]), adjoint));
        }
    },
    /// `det(A)`. Its gradient is the matrix of cofactors, also where A is singular.
    DET(
            "det",
            "gives each element its cofactor (the determinant times the inverse, transposed), times the gradient",
            "takes the trace of the inverse times the tangent, times the determinant") {
        @Override
        public Value of(ArrayValue a) {
            int n = a.size()[0];
            if (Scalars.isNumeric(a)) {
                return new Float64(Dense.determinant(Dense.eliminate(a.dense().doubles(), n)));
            }
            return Dense.determinant(Dense.eliminate(a.dense(), n));
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V y, V da) {
            return c.sum(c.times(cofactors(c, a, y), da));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V y, V adjoint) {
            return c.times(adjoint, c.conj(cofactors(c, a, y)));
        }

        private <V> V cofactors(Calculus<V> c, V a, V y) {
            int n = c.size(a)[0];
            if (!Scalars.isZero((Scalar) c.in().value(y))) {
                return c.times(y, c.in().apply(Transposition.TRANSPOSE, c.in().apply(INV, a)));
            }
            var minors = new ArrayList<V>(n * n);
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    int[] kept = new int[(n - 1) * (n - 1)];
                    int next = 0;
                    for (int p = 0; p < n * n; p++) {
                        if (p % n != i && p / n != j) {
                            kept[next++] = p;
                        }
                    }
                    V minor =
                            c.in().apply(
                                            this,
                                            c.in().apply(
                                                            new Indexing.GetIndex(
                                                                    Ints.of(kept),
                                                                    Ints.of(n - 1, n - 1)),
                                                            a));
                    minors.add((i + j) % 2 == 0 ? minor : c.negate(minor));
                }
            }
            return c.in().apply(new Indexing.Stack(n, n), minors);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Delimited("|", x.getFirst(), "|");
        }
    },
    /// `logdet(A)`
    LOGDET(
            "logdet",
            "gives the inverse, transposed, times the incoming gradient",
            "takes the trace of the inverse times the tangent") {
        @Override
        public Value of(ArrayValue a) {
            if (!Scalars.isReal(a)) {
                return logarithm(a);
            }
            var sign = signAndSize(a);
            if (sign[0] < 0) {
                throw new JuliaError(
                        "DomainError",
                        "`logdet` of a matrix whose determinant is negative",
                        "`logabsdet` takes its size");
            }
            return new Float64(sign[1]);
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V y, V da) {
            return c.in().apply(TRACE, c.solve(a, da));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V y, V adjoint) {
            return c.times(adjoint, c.t(c.in().apply(INV, a)));
        }
    },
    /// `logabsdet(A)[1]`: the logarithm of the determinant's size.
    LOGABSDET(
            "logabsdet",
            "gives the inverse, transposed, times the incoming gradient",
            "takes the trace of the inverse times the tangent") {
        @Override
        public Value of(ArrayValue a) {
            return new Float64(Scalars.isReal(a) ? signAndSize(a)[1] : logarithm(a).toDouble());
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V y, V da) {
            return c.real(c.in().apply(TRACE, c.solve(a, da)));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V y, V adjoint) {
            return c.times(adjoint, c.t(c.in().apply(INV, a)));
        }
    },
    /// `inv(A)`
    INV(
            "inv",
            "puts the gradient between two copies of the inverse, transposed, with a minus",
            "puts the tangent between two copies of the inverse, with a minus") {
        @Override
        public Value of(ArrayValue a) {
            int n = a.size()[0];
            if (a instanceof Structured(Structured.Kind kind, Tensor parent)
                    && kind == Structured.Kind.DIAGONAL) {
                for (int i = 0; i < n; i++) {
                    if (Scalars.isZero(Scalars.at(parent, i))) {
                        throw Dense.singular(i + 1, a.size());
                    }
                }
                Value inverse =
                        Broadcasting.evaluate(Arithmetic.DIVIDE, List.of(Int64.ONE, parent));
                return new Structured(kind, ((ArrayValue) inverse).dense());
            }
            Tensor inverse = Solving.square(a, eye(a, n));
            return a instanceof Structured(Structured.Kind kind, Tensor _)
                            && Solving.isTriangle(kind)
                    ? new Structured(kind, inverse)
                    : inverse;
        }

        private Tensor eye(ArrayValue a, int n) {
            return Scalars.isNumeric(a)
                    ? Dense.identity(n)
                    : (Tensor)
                            new Diagonals.DiagMatrix(0)
                                    .evaluate(new Fill(Int64.ONE, new int[] {n}));
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V y, V da) {
            return c.negate(c.mul(y, da, y));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V y, V adjoint) {
            V turned = c.t(y);
            return c.negate(c.mul(turned, adjoint, turned));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Inverse(x.getFirst());
        }
    },
    /// `pinv(A)`, of a matrix of any shape.
    ///
    /// Source: G. H. Golub and V. Pereyra, "The differentiation of pseudo-inverses and nonlinear
    /// least squares problems whose variables separate", SIAM J. Numer. Anal. 10 (1973), formula
    /// 4.12; it holds while the rank stays.
    PINV(
            "pinv",
            "puts the gradient between two copies of the pseudo-inverse, transposed, as for an inverse, and adds what happens in the directions that it cannot see",
            "puts the tangent between two copies of the pseudo-inverse, as for an inverse, and adds what happens in the directions that it cannot see") {
        @Override
        public void check(int[] size) {
            Shapes.matrix("pinv", size);
        }

        @Override
        public Value of(ArrayValue a) {
            return Spectra.pseudoInverse(a);
        }

        @Override
        public <V> V tangent(Calculus<V> c, V a, V p, V da) {
            V dt = c.t(da);
            V pt = c.t(p);
            V inside = c.negate(c.mul(p, da, p));
            V left = c.mul(c.mul(p, pt, dt), off(c, a, p));
            V right = c.mul(off(c, p, a), c.mul(dt, pt, p));
            return c.plus(inside, c.plus(left, right));
        }

        @Override
        public <V> V share(Calculus<V> c, V a, V p, V adjoint) {
            V at = c.t(adjoint);
            V pt = c.t(p);
            V inside = c.negate(c.mul(pt, adjoint, pt));
            V left = c.mul(off(c, a, p), c.mul(at, p, pt));
            V right = c.mul(c.mul(pt, p, at), off(c, p, a));
            return c.plus(inside, c.plus(left, right));
        }

        // I - A B
        private <V> V off(Calculus<V> c, V a, V b) {
            return c.minus(c.constant(Dense.identity(c.size(a)[0])), c.mul(a, b));
        }
    };

    private final String symbol;
    private final String sentence;
    private final String tangents;

    Determinants(String symbol, String sentence, String tangents) {
        this.symbol = symbol;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }

    /// The logarithm of the determinant of a complex matrix, its imaginary part between -π and π.
    private static Complex logarithm(ArrayValue a) {
        var f = Dense.eliminate(a.dense(), a.size()[0]);
        double size = 0;
        double angle = f.sign() < 0 ? Math.PI : 0;
        for (int k = 0; k < f.n(); k++) {
            Scalar pivot = f.lu().get(k * f.n() + k);
            size += Math.log(Scalars.magnitude(pivot));
            angle += Math.atan2(pivot instanceof Complex z ? z.imaginary() : 0, pivot.toDouble());
        }
        return Complex.of(size, Math.IEEEremainder(angle, 2 * Math.PI));
    }

    /// The determinant's sign and the logarithm of its size.
    static double[] signAndSize(ArrayValue a) {
        var f = Dense.eliminate(a.dense().doubles(), a.size()[0]);
        double sign = f.sign();
        double size = 0;
        for (int k = 0; k < f.n(); k++) {
            double pivot = f.lu()[k * f.n() + k];
            sign *= Math.signum(pivot);
            size += Math.log(Math.abs(pivot));
        }
        return new double[] {sign, size};
    }

    /// The sign of the determinant of a real matrix, the second part of `logabsdet(A)`; it is flat.
    public static double determinantSign(ArrayValue a) {
        return signAndSize(a)[0];
    }
}
