package wengert.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.AnalyticFunctions;
import wengert.ops.Determinants;
import wengert.ops.Diagonals;
import wengert.ops.Eigensystems;
import wengert.ops.Products;
import wengert.ops.Solving;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Value;

/// Functions of square matrices: powers, the exponential, the logarithm, the square root, and what is made of these.
final class MatrixFunctions {

    private MatrixFunctions() {}

    static Value solve(Machine m, Value a, Value b) {
        return m.apply(Solving.SOLVE, Read.matrix(a), Read.numbers(b));
    }

    static Value exponential(Machine m, Value a) {
        finite(m, a);
        return m.apply(AnalyticFunctions.EXP, a);
    }

    static Value power(Machine m, Value a, Value n) {
        Value plain = Read.plain(n);
        if (plain instanceof Int64) {
            return m.apply(new Products.MatrixPower(Read.whole(n)), a);
        }
        if (plain instanceof Float64(double x) && x == Math.rint(x) && n == plain) {
            return m.apply(new Products.MatrixPower((long) x), a);
        }
        if (!(plain instanceof Float64 || plain instanceof Rational || plain instanceof Complex)) {
            throw Operators.noMethod("^", a, n);
        }
        finite(m, a);
        if (n == plain && plain instanceof Float64(double half) && half == 0.5) {
            return root(m, a);
        }
        return AnalyticFunctions.hasLogarithm(Read.content(m, a))
                ? exponential(m, Operators.times(m, n, logarithm(m, a)))
                : composed(m, a, n);
    }

    /// A power of a symmetric matrix without a logarithm, V diag(λⁿ) V⁻¹ with its eigenvectors V.
    private static Value composed(Machine m, Value a, Value n) {
        Value vectors = eigenvectors(m, a);
        Value powers = m.broadcast(Library.base("^"), List.of(eigenvalues(m, a), n));
        Value scaled =
                m.apply(Products.MATMUL, vectors, m.apply(new Diagonals.DiagMatrix(0), powers));
        return m.apply(Solving.DIVIDE, scaled, vectors);
    }

    /// The function called `name` of a square matrix; null where there is no such function of matrices.
    ///
    /// All rest on the exponential, the logarithm and the square root, whose rules hold whatever the eigenvalues are.
    static @Nullable Value apply(Machine m, String name, Value a) {
        return switch (name) {
            case "inv" -> m.apply(Determinants.INV, a);
            case "exp" -> exponential(m, a);
            case "log" -> logarithm(m, a);
            case "sqrt" -> root(m, a);
            case "cis" -> exponential(m, turned(m, a));
            case "cos" -> cosine(m, a);
            case "sin" -> sine(m, a);
            case "tan" -> MatrixFunctions.solve(m, cosine(m, a), sine(m, a));
            case "cosh" -> half(m, sum(m, exponential(m, a), exponential(m, minus(m, a))));
            case "sinh" ->
                    half(m, sum(m, exponential(m, a), minus(m, exponential(m, minus(m, a)))));
            case "tanh" ->
                    MatrixFunctions.solve(
                            m,
                            sum(m, exponential(m, a), exponential(m, minus(m, a))),
                            sum(m, exponential(m, a), minus(m, exponential(m, minus(m, a)))));
            case "sec" -> m.apply(Determinants.INV, cosine(m, a));
            case "csc" -> m.apply(Determinants.INV, sine(m, a));
            case "cot" -> MatrixFunctions.solve(m, sine(m, a), cosine(m, a));
            case "asin" -> real(m, a, arcsine(m, a));
            case "acos" ->
                    real(
                            m,
                            a,
                            sum(
                                    m,
                                    identity(m, a, new Float64(Math.PI / 2)),
                                    minus(m, arcsine(m, a))));
            case "atan" -> {
                Value ia = turned(m, a);
                Value one = identity(m, a, Int64.ONE);
                Value gap =
                        sum(
                                m,
                                logarithm(m, sum(m, one, minus(m, ia))),
                                minus(m, logarithm(m, sum(m, one, ia))));
                yield real(m, a, half(m, turned(m, gap)));
            }
            case "asinh" -> {
                Value square = sum(m, Operators.times(m, a, a), identity(m, a, Int64.ONE));
                yield logarithm(m, sum(m, a, root(m, square)));
            }
            case "acosh" -> {
                Value below = root(m, sum(m, a, identity(m, a, Int64.of(-1))));
                Value above = root(m, sum(m, a, identity(m, a, Int64.ONE)));
                yield logarithm(m, sum(m, a, Operators.times(m, below, above)));
            }
            case "atanh" -> {
                Value one = identity(m, a, Int64.ONE);
                Value below = logarithm(m, sum(m, one, minus(m, a)));
                yield half(m, sum(m, logarithm(m, sum(m, one, a)), minus(m, below)));
            }
            default -> null;
        };
    }

    private static Value logarithm(Machine m, Value a) {
        finite(m, a);
        return m.apply(AnalyticFunctions.LOG, a);
    }

    private static Value root(Machine m, Value a) {
        finite(m, a);
        return m.apply(AnalyticFunctions.SQRT, a);
    }

    // of a real matrix the parts of exp(iA); of others Euler's formulas
    private static Value cosine(Machine m, Value a) {
        Value ahead = exponential(m, turned(m, a));
        return Read.isReal(m, a)
                ? m.broadcast(Library.base("real"), List.of(ahead))
                : half(m, sum(m, ahead, exponential(m, minus(m, turned(m, a)))));
    }

    private static Value sine(Machine m, Value a) {
        Value ahead = exponential(m, turned(m, a));
        return Read.isReal(m, a)
                ? m.broadcast(Library.base("imag"), List.of(ahead))
                : minus(
                        m,
                        half(
                                m,
                                turned(
                                        m,
                                        sum(
                                                m,
                                                ahead,
                                                minus(
                                                        m,
                                                        exponential(m, minus(m, turned(m, a))))))));
    }

    // -i log(iA + √(I - A²))
    private static Value arcsine(Machine m, Value a) {
        Value square = minus(m, Operators.times(m, a, a));
        Value root = root(m, sum(m, identity(m, a, Int64.ONE), square));
        return minus(m, turned(m, logarithm(m, sum(m, turned(m, a), root))));
    }

    /// i times a matrix.
    private static Value turned(Machine m, Value a) {
        return Operators.times(m, Complex.of(0, 1), Applied.dense(m, Read.numbers(a)));
    }

    private static Value sum(Machine m, Value a, Value b) {
        return Operators.plus(m, a, b);
    }

    private static Value minus(Machine m, Value a) {
        return Operators.times(m, Int64.of(-1), a);
    }

    private static Value half(Machine m, Value a) {
        return Operators.times(m, new Float64(0.5), a);
    }

    private static Value identity(Machine m, Value like, Value factor) {
        return new UniformScaling(factor).matrix(m, Read.size(like)[0]);
    }

    /// `result`, without imaginary parts that are nothing but rounding.
    private static Value real(Machine m, Value a, Value result) {
        boolean negligible =
                Read.isReal(m, a)
                        && Read.all(m, result).stream()
                                .allMatch(e ->
                                        !(Read.plain(e) instanceof Complex c)
                                                || Math.abs(c.imaginary())
                                                        <= 1e-12 * (1 + Math.abs(c.toDouble())));
        return negligible && !Read.isReal(m, result)
                ? m.broadcast(Library.base("real"), List.of(result))
                : result;
    }

    /// Refuses a matrix with infinite elements or NaN, which no iteration would come to an end with.
    static void finite(Machine m, Value a) {
        for (Value element : Read.all(m, a)) {
            if (!(Read.plain(element) instanceof Scalar x)) {
                throw new Unfit(a, "it takes matrices of numbers");
            }
            if (!Double.isFinite(x.toDouble())
                    || x instanceof Complex z && !Double.isFinite(z.imaginary())) {
                throw new JuliaError(
                        "ArgumentError", "the matrix has an element that is " + Words.brief(x));
            }
        }
    }

    static Value eigenvalues(Machine m, Value a) {
        finite(m, a);
        return m.apply(
                isSymmetric(m, a) ? Eigensystems.SYMMETRIC_VALUES : Eigensystems.EIGENVALUES, a);
    }

    static Value eigenvectors(Machine m, Value a) {
        finite(m, a);
        return m.apply(
                isSymmetric(m, a) ? Eigensystems.SYMMETRIC_VECTORS : Eigensystems.EIGENVECTORS, a);
    }

    /// Whether a matrix equals its conjugate transpose.
    static boolean isSymmetric(Machine m, Value a) {
        if (!Read.isSquare(a)) {
            return false;
        }
        int n = Read.size(a)[0];
        ArrayValue plain = Read.content(m, a).dense();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i <= j; i++) {
                Scalar x = (Scalar) Read.plain(plain.get(i + j * n));
                Scalar mirrored = (Scalar) Read.plain(plain.get(j + i * n));
                if (x instanceof Complex || mirrored instanceof Complex
                        ? x.toDouble() != mirrored.toDouble()
                                || imaginary(x) != -imaginary(mirrored)
                        : !x.equals(mirrored)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double imaginary(Scalar x) {
        return x instanceof Complex z ? z.imaginary() : 0;
    }
}
