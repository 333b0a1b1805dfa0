package wengert.ops;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Structured;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// Linear systems. A square matrix gives the solution, a tall one the least squares, a wide one the
/// shortest solution.
///
/// The rules for square systems are in M. B. Giles (2008), section 2.2.3; those for others follow
/// from the normal equations x = (AᵀA)⁻¹Aᵀb and x = Aᵀ(AAᵀ)⁻¹b, for matrices of full rank.
public enum Solving implements Op {
    /// `A \ B`
    SOLVE("\\") {
        @Override
        public Value evaluate(List<Value> x) {
            ArrayValue a = (ArrayValue) x.get(0);
            ArrayValue b = (ArrayValue) x.get(1);
            int[] m = a.size();
            Shapes.matrix("\\", m);
            if (b.dimensions() < 1 || m[0] != b.size()[0]) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "`\\` needs equally many rows: the left side is %s and the right side %s"
                                .formatted(Strides.noun(m), Strides.noun(b.size())));
            }
            return m[0] == m[1] ? square(a, b) : Spectra.leastSquares(a, b);
        }

        // Square: Ẋ = A \ (Ḃ - Ȧ X).
        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            var c = new Calculus<>(in);
            V a = x.get(0);
            V da = dx.get(0);
            V db = dx.get(1);
            int[] m = c.size(a);
            V drive = c.add(db, da == null ? null : c.negate(c.mul(da, y)));
            if (drive == null) {
                return null;
            }
            if (m[0] == m[1]) {
                return c.solve(a, drive);
            }
            V at = c.t(a);
            if (m[0] > m[1]) {
                V right = c.mul(at, drive);
                if (da != null) {
                    right = c.plus(right, c.mul(c.t(da), c.minus(x.get(1), c.mul(a, y))));
                }
                return c.solve(c.mul(at, a), right);
            }
            V gram = c.mul(a, at);
            V tangent = c.mul(at, c.solve(gram, drive));
            if (da != null) {
                // ẋ = A⁺(ḃ - Ȧx) + (I - A⁺A) Ȧᵀw with w = (AAᵀ)⁻¹b
                V turned = c.mul(c.t(da), c.solve(gram, x.get(1)));
                V seen = c.mul(at, c.solve(gram, c.mul(a, turned)));
                tangent = c.plus(tangent, c.minus(turned, seen));
            }
            return tangent;
        }

        // Square: B̄ = Aᵀ \ X̄ and Ā = -B̄ Xᵀ.
        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            var c = new Calculus<>(in);
            V a = x.get(0);
            V b = x.get(1);
            int[] m = c.size(a);
            if (m[0] == m[1]) {
                V share = c.solve(c.t(a), adjoint);
                return i == 1 ? share : c.negate(outer(c, share, y));
            }
            V at = c.t(a);
            if (m[0] > m[1]) {
                V z = c.solve(c.mul(at, a), adjoint);
                return i == 1
                        ? c.mul(a, z)
                        : c.minus(outer(c, c.minus(b, c.mul(a, y)), z), outer(c, c.mul(a, z), y));
            }
            V gram = c.mul(a, at);
            V u = c.solve(gram, c.mul(a, adjoint));
            return i == 1
                    ? u
                    : c.minus(
                            outer(c, c.solve(gram, b), c.minus(adjoint, c.mul(at, u))),
                            outer(c, u, y));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(
                    Notation.Operator.TIMES, new Notation.Inverse(x.get(0)), x.get(1));
        }
    },
    /// `B / A`, which solves from the right: X A = B.
    DIVIDE("/") {
        @Override
        public Value evaluate(List<Value> x) {
            ArrayValue b = (ArrayValue) x.get(0);
            ArrayValue a = (ArrayValue) x.get(1);
            Shapes.matrix("/", a.size());
            if (b.dimensions() != 2 || b.size()[1] != a.size()[1]) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "`/` needs equally many columns: the left side is %s and the right side %s"
                                .formatted(Strides.noun(b.size()), Strides.noun(a.size())));
            }
            Value solution = SOLVE.evaluate(List.of(turn(a), turn(b)));
            return Transposition.TRANSPOSE.evaluate(solution);
        }

        private Value turn(ArrayValue a) {
            return Transposition.TRANSPOSE.evaluate(a);
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = SOLVE.jvp(in, turned(in, x), turn(in, y), turnedTangents(in, dx));
            return tangent == null ? null : new Calculus<>(in).fit(turn(in, tangent), y);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            V share = SOLVE.vjp(in, turned(in, x), turn(in, y), turn(in, adjoint), 1 - i);
            return share == null ? null : new Calculus<>(in).fit(turn(in, share), x.get(i));
        }

        private <V> V turn(Algebra<V> in, V v) {
            return in.apply(Transposition.TRANSPOSE, v);
        }

        private <V> List<V> turned(Algebra<V> in, List<V> x) {
            return List.of(turn(in, x.get(1)), turn(in, x.get(0)));
        }

        private <V> List<@Nullable V> turnedTangents(Algebra<V> in, List<@Nullable V> dx) {
            var result = new ArrayList<@Nullable V>();
            for (V tangent : dx.reversed()) {
                result.add(tangent == null ? null : turn(in, tangent));
            }
            return result;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(
                    Notation.Operator.TIMES, x.get(0), new Notation.Inverse(x.get(1)));
        }
    };

    private final String symbol;

    Solving(String symbol) {
        this.symbol = symbol;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sentence() {
        return "solves the transposed system for the gradient of the right side; the matrix gets minus that, times the solution";
    }

    @Override
    public String tangentSentence() {
        return "solves the same system for the tangent of the right side, less the matrix's tangent times the solution";
    }

    /// a bᴴ, where both are vectors or matrices alike.
    private static <V> V outer(Calculus<V> c, V a, V b) {
        return c.mul(a, c.t(b));
    }

    static boolean isTriangle(Kind kind) {
        return kind == Kind.UPPER || kind == Kind.LOWER || kind == Kind.UNIT_LOWER;
    }

    /// A⁻¹ B
    static Tensor square(ArrayValue a, ArrayValue b) {
        int n = a.size()[0];
        int[] size = b.size();
        int columns = n == 0 ? 0 : b.length() / n;
        if (!Scalars.isNumeric(a) || !Scalars.isNumeric(b)) {
            var f = Dense.eliminate(a.dense(), n);
            if (f.singular() > 0) {
                throw Dense.singular(f.singular(), a.size());
            }
            return Dense.tensor(size, Dense.solve(f, b.dense(), columns));
        }
        if (a instanceof Structured(Kind kind, Tensor _) && isTriangle(kind)) {
            return triangle(kind, a, b, n, columns);
        }
        double[] data = a.dense().doubles();
        if (isTriangular(data, n)) {
            return triangle(isLower(data, n) ? Kind.LOWER : Kind.UPPER, a, b, n, columns);
        }
        var f = Dense.eliminate(data, n);
        if (f.singular() > 0) {
            throw Dense.singular(f.singular(), a.size());
        }
        return Tensor.of(size, Dense.solve(f, b.dense().doubles(), columns));
    }

    private static boolean isTriangular(double[] a, int n) {
        return isLower(a, n) || isUpper(a, n);
    }

    private static boolean isLower(double[] a, int n) {
        for (int j = 1; j < n; j++) {
            for (int i = 0; i < j; i++) {
                if (a[j * n + i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isUpper(double[] a, int n) {
        for (int j = 0; j < n; j++) {
            for (int i = j + 1; i < n; i++) {
                if (a[j * n + i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Tensor triangle(Kind kind, ArrayValue a, ArrayValue b, int n, int columns) {
        double[] data = a.dense().doubles();
        for (int k = 0; k < n; k++) {
            if (data[k * n + k] == 0) {
                throw Dense.singular(k + 1, a.size());
            }
        }
        double[] x = b.dense().doubles().clone();
        for (int j = 0; j < columns; j++) {
            switch (kind) {
                case UPPER -> Dense.backward(data, n, x, j * n);
                case UNIT_LOWER -> Dense.forward(data, n, x, j * n, Dense.Diagonal.ONES);
                default -> Dense.forward(data, n, x, j * n, Dense.Diagonal.STORED);
            }
        }
        return Tensor.of(b.size(), x);
    }
}
