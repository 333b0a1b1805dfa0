package wengert.library;

import java.util.List;
import java.util.Set;
import wengert.ops.Decompositions;
import wengert.ops.Determinants;
import wengert.ops.Diagonals;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.value.Bool;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.Pair;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// `LinearAlgebra`: products, norms, factorizations, and matrices with a structure.
final class LinearAlgebraModule {

    /// The types that `using LinearAlgebra` brings in.
    static final Set<String> TYPES =
            Set.of(
                    "Diagonal",
                    "UpperTriangular",
                    "LowerTriangular",
                    "UnitLowerTriangular",
                    "Symmetric",
                    "Hermitian",
                    "Adjoint",
                    "Transpose");

    private LinearAlgebraModule() {}

    static Catalog module() {
        var module = new Catalog("LinearAlgebra");
        for (String name : TYPES.stream().sorted().toList()) {
            Type type = Types.named(name);
            module.constant(name, type == null ? Type.of(name) : type);
        }
        module.constant("I", UniformScaling.IDENTITY);
        module.constant("UniformScaling", Type.of("UniformScaling"));
        MatrixProducts.declare(module);
        Lengths.declare(module);
        scalars(module);
        parts(module);
        Factoring.declare(module);
        questions(module);
        MatrixEquations.declare(module);
        return module;
    }

    private static void scalars(Catalog module) {
        module.function(
                "tr(A)",
                "sum of the diagonal",
                (m, a) -> Read.isNumber(a) ? a : m.apply(Determinants.TRACE, Read.matrix(a)));
        module.function(
                "det(A)",
                "determinant",
                (m, a) ->
                        Read.isNumber(a)
                                ? a
                                : a instanceof Factorization f
                                        ? f.determinant(m)
                                        : m.apply(Determinants.DET, Read.matrix(a)));
        module.function(
                "logdet(A)",
                "logarithm of the determinant",
                (m, a) ->
                        Read.isNumber(a)
                                ? m.apply(ScalarFunctions.operation("log", 1), a)
                                : a instanceof Factorization f
                                        ? f.logDeterminant(m)
                                        : m.apply(Determinants.LOGDET, Read.matrix(a)));
        module.function(
                "logabsdet(A)",
                "logarithm of the determinant's size, and its sign",
                (m, a) -> {
                    Value matrix = a instanceof Factorization f ? f.matrix() : a;
                    return Tuple.of(
                            m.apply(Determinants.LOGABSDET, Read.matrix(matrix)),
                            sign(m, Read.matrix(matrix)));
                });
        module.function("inv(A)", "the inverse", (m, a) -> inverse(m, a));
        module.function(
                "pinv(A)",
                "the pseudo-inverse",
                (m, a) ->
                        Read.isNumber(a)
                                ? inverse(m, a)
                                : m.apply(Determinants.PINV, Read.matrix(a)));
        module.function(
                "rank(A; atol, rtol)",
                "how many rows are independent",
                call -> {
                    Value values =
                            call.apply(Decompositions.SINGULAR_VALUES, Read.matrix(call.at(0)));
                    List<Value> all = Read.all(call.machine(), values);
                    double largest = all.isEmpty() ? 0 : Read.number(all.getFirst());
                    int[] size = Read.size(call.at(0));
                    Value atol = call.keyword("atol");
                    Value rtol = call.keyword("rtol");
                    double relative =
                            rtol != null
                                    ? Read.number(rtol)
                                    : atol != null ? 0 : Math.min(size[0], size[1]) * Math.ulp(1.0);
                    double limit =
                            Math.max(atol == null ? 0 : Read.number(atol), relative * largest);
                    return Read.of(all.stream().filter(s -> Read.number(s) > limit).count());
                });
    }

    /// The second part of `logabsdet`, which is flat for real matrices and a phase for complex ones.
    private static Value sign(Machine m, Value matrix) {
        return Read.isReal(m, matrix)
                ? new Float64(Determinants.determinantSign(Read.content(m, matrix)))
                : m.apply(ScalarFunctions.operation("sign", 1), m.apply(Determinants.DET, matrix));
    }

    /// `inv(x)` of a number, a matrix or a factorization.
    static Value inverse(Machine m, Value a) {
        if (Read.isNumber(a)) {
            return m.apply(ScalarFunctions.operation("inv", 1), a);
        }
        if (a instanceof UniformScaling(Value factor)) {
            return new UniformScaling(inverse(m, factor));
        }
        if (a instanceof Factorization f) {
            return m.apply(Determinants.INV, f.matrix());
        }
        if (!Read.isArray(a)) {
            throw new Unfit(a, "it takes numbers and square matrices");
        }
        if (!Read.isMatrix(a)) {
            throw new Unfit(
                    a,
                    "it takes numbers and square matrices",
                    "write `inv.(x)` to do it for each element");
        }
        return m.apply(Determinants.INV, a);
    }

    private static void parts(Catalog module) {
        module.function(
                "diag(A, [k])",
                "the diagonal, or the `k`-th one above it",
                call -> call.apply(new Diagonals.Diag(shift(call)), Read.matrix(call.at(0))));
        module.function(
                "diagm(parts...)",
                "matrix with a vector on its diagonal, or `k => v` on others",
                call -> {
                    Value sum = null;
                    int n = 0;
                    for (Value part : call.arguments()) {
                        Value vector = part instanceof Pair pair ? pair.second() : part;
                        int k = part instanceof Pair pair ? (int) Read.whole(pair.first()) : 0;
                        n = Math.max(n, Read.length(vector) + Math.abs(k));
                        call.machine().allocate((long) n * n);
                    }
                    for (Value part : call.arguments()) {
                        Value vector = part instanceof Pair pair ? pair.second() : part;
                        int k = part instanceof Pair pair ? (int) Read.whole(pair.first()) : 0;
                        Value matrix =
                                call.apply(new Diagonals.DiagMatrix(k), Read.numbers(vector));
                        sum =
                                sum == null
                                        ? matrix
                                        : call.apply(new Entrywise(Operators.PLUS), sum, matrix);
                    }
                    if (sum == null) {
                        throw new JuliaError(
                                "MethodError", "`diagm` takes at least 1 argument, found 0");
                    }
                    return sum;
                });
        module.function(
                "Tridiagonal(lower, diagonal, upper)",
                "matrix with three diagonals",
                (m, l, d, u) -> tridiagonal(m, l, d, u));
        module.function(
                "SymTridiagonal(diagonal, beside)",
                "symmetric matrix with three diagonals",
                (m, d, e) -> tridiagonal(m, e, d, e));
        module.function(
                "triu(A, [k])",
                "the upper triangle",
                call ->
                        call.apply(
                                new Diagonals.Triangle(Structured.Kind.UPPER, shift(call)),
                                Read.matrix(call.at(0))));
        module.function(
                "tril(A, [k])",
                "the lower triangle",
                call ->
                        call.apply(
                                new Diagonals.Triangle(Structured.Kind.LOWER, shift(call)),
                                Read.matrix(call.at(0))));
    }

    private static int shift(Call call) {
        return call.count() == 1 ? 0 : Read.saturated(Read.whole(call.at(1)));
    }

    private static Value tridiagonal(Machine m, Value lower, Value diagonal, Value upper) {
        Op plus = new Entrywise(Operators.PLUS);
        Value below =
                m.apply(
                        plus,
                        m.apply(new Diagonals.DiagMatrix(-1), Read.numbers(lower)),
                        m.apply(new Diagonals.DiagMatrix(0), Read.numbers(diagonal)));
        return m.apply(plus, below, m.apply(new Diagonals.DiagMatrix(1), Read.numbers(upper)));
    }

    private static void questions(Catalog module) {
        module.function(
                "issymmetric(A)",
                "whether it equals its transpose",
                (m, a) ->
                        Bool.of(
                                Read.isNumber(a)
                                        || Read.isSquare(a)
                                                && Comparison.areEqual(
                                                        m, a, Applied.transpose(m, a))));
        module.function(
                "ishermitian(A)",
                "whether it equals its adjoint",
                (m, a) ->
                        Bool.of(
                                Read.isNumber(a)
                                        || Read.isSquare(a)
                                                && Comparison.areEqual(
                                                        m, a, Applied.adjoint(m, a))));
        module.function(
                "isposdef(A)",
                "whether it is positive definite",
                (m, a) -> Bool.of(isPositive(m, a)));
        where(module, "isdiag", "whether all is 0 but the diagonal", (i, j) -> i == j);
        where(module, "istriu", "whether all is 0 below the diagonal", (i, j) -> i <= j);
        where(module, "istril", "whether all is 0 above the diagonal", (i, j) -> i >= j);
    }

    private interface Place {
        boolean allowed(int i, int j);
    }

    private static void where(Catalog module, String name, String summary, Place place) {
        module.function(
                name + "(A)",
                summary,
                (m, a) -> {
                    int rows = Read.isNumber(a) ? 1 : Math.max(1, Read.size(a)[0]);
                    List<Value> all = Read.isNumber(a) ? List.of(a) : Read.all(m, a);
                    for (int k = 0; k < all.size(); k++) {
                        boolean zero =
                                Read.plain(all.get(k)) instanceof Scalar s && s.toDouble() == 0;
                        if (!zero && !place.allowed(k % rows, k / rows)) {
                            return Bool.FALSE;
                        }
                    }
                    return Bool.TRUE;
                });
    }

    private static boolean isPositive(Machine m, Value a) {
        if (Read.isNumber(a)) {
            return Read.number(a) > 0;
        }
        if (!MatrixFunctions.isSymmetric(m, a)) {
            return false;
        }
        try {
            Decompositions.CHOLESKY.evaluate(List.of(Read.plain(m.whole(a))));
            return true;
        } catch (JuliaError notPositive) {
            return false;
        }
    }
}
