package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wengert.library.Factorization.Form;
import wengert.ops.Decompositions;
import wengert.ops.Determinants;
import wengert.ops.Eigensystems;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.ops.Products;
import wengert.ops.Shapes;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
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
        products(module);
        Lengths.declare(module);
        scalars(module);
        parts(module);
        factorizations(module);
        questions(module);
        inPlace(module);
        MatrixEquations.declare(module);
        return module;
    }

    private static void products(Catalog module) {
        module.function(
                "dot(x, [A], y)",
                "sum of the products of the elements; `x' * A * y`",
                call ->
                        call.count() == 3
                                ? quadratic(call.machine(), call.at(0), call.at(1), call.at(2))
                                : dot(call.machine(), call.at(0), call.at(1)));
        module.alias("⋅", "dot");
        module.function(
                "cross(x, y)",
                "the vector at right angles to both",
                (m, x, y) -> {
                    if (!Read.isVector(x) || !Read.isVector(y)) {
                        throw Operators.noMethod("cross", x, y);
                    }
                    return m.apply(Products.CROSS, x, y);
                });
        module.alias("×", "cross");
        module.function(
                "kron(A, Bs...)",
                "every element times the whole of the next",
                call -> {
                    Value product = call.at(0);
                    for (Value next : call.from(1)) {
                        product =
                                Read.isNumber(product) || Read.isNumber(next)
                                        ? Operators.times(call.machine(), product, next)
                                        : call.apply(
                                                Products.KRON,
                                                Read.numbers(product),
                                                Read.numbers(next));
                    }
                    return product;
                });
        module.function("transpose(A)", "rows as columns", (m, x) -> Applied.transpose(m, x));
        module.function(
                "adjoint(A)", "`A'`: rows as columns, conjugated", (m, x) -> Applied.adjoint(m, x));
    }

    private static Value dot(Machine m, Value x, Value y) {
        if (Read.isNumber(x) && Read.isNumber(y)) {
            boolean complex = Read.plain(x) instanceof Complex;
            return m.apply(
                    Operators.TIMES,
                    complex ? m.apply(ScalarFunctions.operation("conj", 1), x) : x,
                    y);
        }
        if (Read.isArray(x)
                && Read.isArray(y)
                && (Read.isNumeric(x) && Read.isNumeric(y) || Read.length(x) == 0)) {
            return m.apply(Products.DOT, x, y);
        }
        boolean lists = !Read.isNumber(x) && !Read.isNumber(y);
        if (!lists) {
            throw Operators.noMethod("dot", x, y);
        }
        List<Value> a = Read.all(m, x);
        List<Value> b = Read.all(m, y);
        if (a.size() != b.size()) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`⋅` needs equal lengths: the left side has %s and the right side %s"
                            .formatted(Words.elements(a.size()), Words.elements(b.size())));
        }
        Value sum = Int64.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = Operators.plus(m, sum, dot(m, a.get(i), b.get(i)));
        }
        return sum;
    }

    private static Value quadratic(Machine m, Value x, Value a, Value y) {
        return a instanceof UniformScaling(Value factor)
                ? Operators.times(m, factor, dot(m, x, y))
                : m.apply(Products.QUADRATIC, Read.numbers(x), Read.matrix(a), Read.numbers(y));
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
                call -> call.apply(new Shapes.Diag(shift(call)), Read.matrix(call.at(0))));
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
                        Value matrix = call.apply(new Shapes.DiagMatrix(k), Read.numbers(vector));
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
                                new Shapes.Triangle(Structured.Kind.UPPER, shift(call)),
                                Read.matrix(call.at(0))));
        module.function(
                "tril(A, [k])",
                "the lower triangle",
                call ->
                        call.apply(
                                new Shapes.Triangle(Structured.Kind.LOWER, shift(call)),
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
                        m.apply(new Shapes.DiagMatrix(-1), Read.numbers(lower)),
                        m.apply(new Shapes.DiagMatrix(0), Read.numbers(diagonal)));
        return m.apply(plus, below, m.apply(new Shapes.DiagMatrix(1), Read.numbers(upper)));
    }

    private static void factorizations(Catalog module) {
        factorization(
                module,
                "cholesky(A; check)",
                "`A = L * L'` of a positive definite matrix",
                Form.CHOLESKY);
        factorization(module, "lu(A; check)", "`A[p, :] = L * U`", Form.LU);
        factorization(module, "qr(A)", "`A = Q * R`", Form.QR);
        factorization(module, "svd(A; full)", "`A = U * Diagonal(S) * Vt`", Form.SVD);
        factorization(module, "eigen(A)", "eigenvalues and eigenvectors", Form.EIGEN);
        module.alias("factorize", "lu");
        module.function(
                "svdvals(A)",
                "singular values, the largest first",
                (m, a) -> m.apply(Decompositions.SINGULAR_VALUES, Read.matrix(a)));
        module.function(
                "eigvals(A)",
                "eigenvalues",
                (m, a) -> {
                    Operators.square("eigvals", a);
                    return MatrixFunctions.eigenvalues(m, a);
                });
        module.function(
                "eigvecs(A)",
                "eigenvectors as columns",
                (m, a) -> {
                    Operators.square("eigvecs", a);
                    return MatrixFunctions.eigenvectors(m, a);
                });
        module.function(
                "eigmax(A)",
                "the largest eigenvalue",
                (m, a) -> {
                    Operators.square("eigmax", a);
                    notEmpty(a);
                    Value values = MatrixFunctions.eigenvalues(m, a);
                    return m.element(values, Read.length(values) - 1);
                });
        module.function(
                "eigmin(A)",
                "the smallest eigenvalue",
                (m, a) -> {
                    Operators.square("eigmin", a);
                    notEmpty(a);
                    return m.element(MatrixFunctions.eigenvalues(m, a), 0);
                });
        module.function(
                "nullspace(A)",
                "vectors that the matrix sends to 0, as columns",
                (m, a) -> nullspace(m, a));
    }

    private static void notEmpty(Value matrix) {
        if (Read.length(matrix) == 0) {
            throw new Unfit(matrix, "without rows there are no eigenvalues");
        }
    }

    private static void factorization(Catalog module, String signature, String summary, Form form) {
        module.function(
                signature,
                summary,
                call -> {
                    Value a = call.at(0);
                    if (!Read.isMatrix(a)) {
                        throw new Unfit(a, "it takes matrices");
                    }
                    if (form == Form.CHOLESKY || form == Form.EIGEN || form == Form.LU) {
                        Operators.square(call.function(), a);
                    }
                    return new Factorization(call.machine(), form, a);
                });
    }

    /// The eigenvectors of AᵀA whose eigenvalues are 0.
    private static Value nullspace(Machine m, Value a) {
        Value gram = m.apply(Products.MATMUL, Applied.adjoint(m, Read.matrix(a)), a);
        List<Value> values = Read.all(m, m.apply(Eigensystems.SYMMETRIC_VALUES, gram));
        double largest = values.isEmpty() ? 0 : Read.number(values.getLast());
        long zeros = values.stream().filter(v -> Read.number(v) <= largest * 1e-14).count();
        Value vectors = m.apply(Eigensystems.SYMMETRIC_VECTORS, gram);
        return Lookup.get(m, vectors, List.of(Lookup.COLON, Shaping.upTo((int) zeros)));
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

    private static void inPlace(Catalog module) {
        module.function(
                "mul!(C, A, B, [α], [β])",
                "writes `A * B` to `C`; `A * B * α + C * β`",
                call -> {
                    Machine m = call.machine();
                    Value product = Operators.times(m, call.at(1), call.at(2));
                    if (call.count() > 3) {
                        product = Operators.times(m, product, call.at(3));
                    }
                    if (call.count() > 4) {
                        product =
                                Operators.plus(
                                        m, product, Operators.times(m, call.at(0), call.at(4)));
                    }
                    return written(m, call.at(0), product);
                });
        module.function(
                "ldiv!([Y], A, B)",
                "writes `A \\ B` to `Y`, or to `B`",
                call -> {
                    Value target = call.count() == 3 ? call.at(0) : call.at(1);
                    return written(
                            call.machine(),
                            target,
                            Operators.leftDivide(
                                    call.machine(), call.at(call.count() - 2), call.last()));
                });
        module.function(
                "rmul!(A, b)",
                "multiplies `A` by `b` from the right",
                (m, a, b) -> written(m, a, Operators.times(m, a, b)));
        module.function(
                "lmul!(a, B)",
                "multiplies `B` by `a` from the left",
                (m, a, b) -> written(m, b, Operators.times(m, a, b)));
        module.function(
                "axpy!(a, x, y)",
                "adds `a * x` to `y`",
                (m, a, x, y) -> written(m, y, Operators.plus(m, Operators.times(m, a, x), y)));
        module.function(
                "axpby!(a, x, b, y)",
                "writes `a * x + b * y` to `y`",
                call ->
                        written(
                                call.machine(),
                                call.at(3),
                                Operators.plus(
                                        call.machine(),
                                        Operators.times(call.machine(), call.at(0), call.at(1)),
                                        Operators.times(call.machine(), call.at(2), call.at(3)))));
        module.function(
                "normalize!(x)",
                "divides `x` by its norm",
                (m, x) -> written(m, x, Operators.divide(m, x, Lengths.norm(m, x, 2))));
    }

    private static Value written(Machine m, Value target, Value result) {
        ArrayRef array = Read.array(target);
        if (!java.util.Arrays.equals(array.size(), Read.size(result))) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "%s cannot be written to %s".formatted(Words.a(result), Words.a(target)));
        }
        m.replace(array, array.size(), new ArrayList<>(Read.all(m, result)));
        return target;
    }
}
