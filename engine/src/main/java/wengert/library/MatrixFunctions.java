package wengert.library;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Decompositions;
import wengert.ops.Factorizations;
import wengert.ops.Products;
import wengert.ops.Shapes;
import wengert.ops.Solving;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Value;

/// Functions of square matrices: powers, the exponential, and others by way of the eigenvalues.
final class MatrixFunctions {

    private static final Set<String> BY_EIGENVALUES =
            Set.of(
                    "log", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos",
                    "atan");

    private MatrixFunctions() {}

    static Value solve(Machine m, Value a, Value b) {
        return m.apply(Solving.SOLVE, Read.matrix(a), Read.numbers(b));
    }

    static Value exponential(Machine m, Value a) {
        finite(m, a);
        return m.apply(Factorizations.EXP, a);
    }

    static Value power(Machine m, Value a, Value n) {
        Value plain = Read.plain(n);
        if (plain instanceof Int64(long whole)) {
            return m.apply(new Products.MatrixPower(Read.saturated(whole)), a);
        }
        if (plain instanceof Float64(double x) && x == Math.rint(x) && n == plain) {
            return m.apply(new Products.MatrixPower(Read.saturated((long) x)), a);
        }
        if (!(plain instanceof Float64 || plain instanceof Rational)) {
            throw Operators.noMethod("^", a, n);
        }
        Value values = eigenvalues(m, a);
        boolean complex =
                isReal(m, values) && Read.all(m, values).stream().anyMatch(v -> Read.number(v) < 0);
        Value base = complex ? m.broadcast(Library.base("complex"), List.of(values)) : values;
        return composed(m, a, m.broadcast(Library.base("^"), List.of(base, n)));
    }

    /// The function called `name` of a square matrix; null where there is no such function of matrices.
    static @Nullable Value apply(Machine m, String name, Value a) {
        if (name.equals("exp")) {
            return exponential(m, a);
        }
        if (name.equals("inv")) {
            return m.apply(Factorizations.INV, a);
        }
        if (!BY_EIGENVALUES.contains(name)) {
            return null;
        }
        Value values = eigenvalues(m, a);
        boolean roots = name.equals("log") || name.equals("sqrt");
        boolean complex =
                roots
                        && isReal(m, values)
                        && Read.all(m, values).stream().anyMatch(v -> Read.number(v) < 0);
        Value base = complex ? m.broadcast(Library.base("complex"), List.of(values)) : values;
        return composed(m, a, m.apply(new Broadcast(ScalarFunctions.operation(name, 1)), base));
    }

    /// V diag(values) V⁻¹ with the eigenvectors V of `a`.
    private static Value composed(Machine m, Value a, Value values) {
        Value vectors = eigenvectors(m, a);
        Value scaled = m.apply(Products.MATMUL, vectors, m.apply(new Shapes.DiagMatrix(0), values));
        Value result =
                isSymmetric(m, a)
                        ? m.apply(Products.MATMUL, scaled, Applied.adjoint(m, vectors))
                        : m.apply(Solving.DIVIDE, scaled, vectors);
        boolean negligible =
                !isReal(m, result)
                        && Read.all(m, result).stream()
                                .allMatch(e ->
                                        !(Read.plain(e) instanceof Complex c)
                                                || Math.abs(c.imaginary())
                                                        <= 1e-12 * (1 + Math.abs(c.toDouble())));
        return negligible ? m.broadcast(Library.base("real"), List.of(result)) : result;
    }

    private static boolean isReal(Machine m, Value array) {
        return Read.all(m, array).stream().noneMatch(e -> Read.plain(e) instanceof Complex);
    }

    /// Refuses a matrix with infinite elements or NaN, which no iteration would come to an end with.
    static void finite(Machine m, Value a) {
        for (Value element : Read.all(m, a)) {
            if (!(Read.plain(element) instanceof Scalar x) || x instanceof Complex) {
                throw new Unfit(a, "it takes matrices of real numbers");
            }
            if (!Double.isFinite(x.toDouble())) {
                throw new JuliaError(
                        "ArgumentError", "the matrix has an element that is " + Words.brief(x));
            }
        }
    }

    static Value eigenvalues(Machine m, Value a) {
        finite(m, a);
        return m.apply(
                isSymmetric(m, a) ? Decompositions.SYMMETRIC_VALUES : Decompositions.EIGENVALUES,
                a);
    }

    static Value eigenvectors(Machine m, Value a) {
        finite(m, a);
        return m.apply(
                isSymmetric(m, a) ? Decompositions.SYMMETRIC_VECTORS : Decompositions.EIGENVECTORS,
                a);
    }

    /// Whether a matrix is real and equals its transpose.
    static boolean isSymmetric(Machine m, Value a) {
        if (!Read.isSquare(a)) {
            return false;
        }
        int n = Read.size(a)[0];
        ArrayValue plain = Read.content(m, a).dense();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i <= j; i++) {
                Scalar x = (Scalar) Read.plain(plain.get(i + j * n));
                if (x instanceof Complex || !x.equals(Read.plain(plain.get(j + i * n)))) {
                    return false;
                }
            }
        }
        return true;
    }
}
