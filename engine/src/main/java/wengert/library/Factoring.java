package wengert.library;

import java.util.List;
import wengert.library.Factorization.Form;
import wengert.ops.Decompositions;
import wengert.ops.Eigensystems;
import wengert.ops.Products;
import wengert.value.Value;

/// Factorizations of matrices, and what their parts say: eigenvalues, singular values, the null space.
final class Factoring {

    private Factoring() {}

    static void declare(Catalog module) {
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

    static void factorization(Catalog module, String signature, String summary, Form form) {
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
        return Lookup.get(m, vectors, List.of(Lookup.COLON, Sizes.upTo((int) zeros)));
    }
}
