package wengert.library;

import wengert.ops.Entrywise;
import wengert.ops.Products;
import wengert.ops.Solving;
import wengert.ops.Transposition;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Value;

/// Linear equations whose unknown is a matrix between others, solved as one system for its elements.
final class MatrixEquations {

    private MatrixEquations() {}

    static void declare(Catalog module) {
        module.function(
                "sylvester(A, B, C)",
                "the `X` with `A * X + X * B + C = 0`",
                MatrixEquations::sylvester);
        module.function(
                "lyap(A, C)",
                "the `X` with `A * X + X * A' + C = 0`",
                (m, a, c) ->
                        Read.isNumber(a)
                                ? Operators.divide(
                                        m, minus(m, c), Operators.times(m, Int64.of(2), a))
                                : sylvester(m, a, Applied.adjoint(m, a), c));
    }

    /// The elements of X, column after column, solve (I ⊗ A + Bᵀ ⊗ I) x = -c.
    private static Value sylvester(Machine m, Value a, Value b, Value c) {
        if (!Read.isSquare(a) || !Read.isSquare(b)) {
            throw new Unfit(Read.isSquare(a) ? b : a, "it takes square matrices");
        }
        int[] size = Read.size(Read.matrix(c));
        int rows = Read.size(a)[0];
        int columns = Read.size(b)[0];
        if (size[0] != rows || size[1] != columns) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "the right side has to be a %d×%d matrix, found %s"
                            .formatted(rows, columns, Words.a(c)));
        }
        m.allocate((long) rows * columns * rows * columns);
        Value left = m.apply(Products.KRON, identity(m, columns), Applied.dense(m, a));
        Value turned = m.apply(Transposition.TRANSPOSE, Applied.dense(m, b));
        Value right = m.apply(Products.KRON, turned, identity(m, rows));
        Value system = m.apply(new Entrywise(Operators.PLUS), left, right);
        Value known = Shaping.reshape(m, Applied.dense(m, c), rows * columns);
        Value x = m.apply(Solving.SOLVE, system, minus(m, known));
        return Shaping.reshape(m, x, rows, columns);
    }

    private static Value minus(Machine m, Value x) {
        return Operators.times(m, Int64.of(-1), x);
    }

    private static Value identity(Machine m, int n) {
        return UniformScaling.IDENTITY.matrix(m, n);
    }
}
