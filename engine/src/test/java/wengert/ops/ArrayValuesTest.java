package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Ranges;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.Structured;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// What operations on arrays compute, refuse and keep of structure.
class ArrayValuesTest {

    private static final Tensor WHOLE = ints(3, 1, 2);
    private static final Tensor SQUARE = matrix(2, 2, 4, 0.3, 1, 3); // [4 1; 0.3 3]
    private static final Tensor WIDE = matrix(2, 3, 1, 2, 3, 4, 5, 6); // [1 3 5; 2 4 6]

    @TestFactory
    Stream<DynamicTest> computes() {
        return Stream.of(
                // element types
                fact("sum of Bools", Int64.of(2), Reductions.Sum.ALL, bools(true, false, true)),
                fact("sum of whole numbers", Int64.of(6), Reductions.Sum.ALL, WHOLE),
                fact("mean of whole numbers", Float64.of(2), Reductions.Mean.ALL, WHOLE),
                fact("prod of whole numbers", Int64.of(6), Reductions.Product.ALL, WHOLE),
                fact("sum of fractions", new Rational(5, 6), Reductions.Sum.ALL, fractions()),
                fact(
                        "sum of complex numbers",
                        Complex.of(4, 6),
                        Reductions.Sum.ALL,
                        complex(1, 2, 3, 4)),
                fact(
                        "dot conjugates the left",
                        Complex.of(11, -2),
                        Products.DOT,
                        complex(1, 2),
                        complex(3, 4)),
                fact(
                        "exact products",
                        ints(0, (1L << 54) | 1),
                        Products.MATMUL,
                        intMatrix(2, 2, 0, 0, 0, 1),
                        ints(5, (1L << 54) | 1)),
                fact("maximum of whole numbers", Int64.of(3), Reductions.Extremum.MAXIMUM, WHOLE),
                fact("sort", ints(1, 2, 3), Ordering.Sort.RISING, WHOLE),
                fact(
                        "cumsum of Bools",
                        ints(1, 1, 2),
                        new Cumulative.Sum(1),
                        bools(true, false, true)),
                fact(
                        "inverse of fractions",
                        fraction(1, 2, 2),
                        Determinants.INV,
                        fraction(2, 1, 2)),
                // broadcasting
                fact(
                        "comparison gives bits",
                        Tensor.bits(new int[] {2}, new boolean[] {true, false}),
                        new Broadcast(scalar("<", 2)),
                        Tensor.vector(1, 3),
                        Int64.of(2)),
                fact(
                        "column and row",
                        matrix(2, 2, 11, 12, 21, 22),
                        new Broadcast(Arithmetic.PLUS),
                        Tensor.vector(1, 2),
                        matrix(1, 2, 10, 20)),
                fact(
                        "empty stays whole",
                        ints(),
                        new Broadcast(Arithmetic.PLUS),
                        ints(),
                        Int64.of(1)),
                fact(
                        "fill stays",
                        new Fill(Float64.of(3), new int[] {2}),
                        new Broadcast(Arithmetic.TIMES),
                        new Fill(Float64.of(1.5), new int[] {2}),
                        Int64.of(2)),
                fact(
                        "a false factor is a strong zero",
                        Tensor.vector(0),
                        new Broadcast(Arithmetic.TIMES),
                        Tensor.vector(Double.NaN),
                        bools(false)),
                fact(
                        "range shifted",
                        Ranges.of(Int64.of(2), Int64.of(4)),
                        new Broadcast(Arithmetic.PLUS),
                        Ranges.of(Int64.of(1), Int64.of(3)),
                        Int64.of(1)),
                // shapes
                fact(
                        "row times vector",
                        Float64.of(11),
                        Products.MATMUL,
                        row(1, 2),
                        Tensor.vector(3, 4)),
                fact("row times matrix is a row", row(5, 11, 17), Products.MATMUL, row(1, 2), WIDE),
                fact("transposed twice", Tensor.vector(1, 2), Transposition.ADJOINT, row(1, 2)),
                fact("diag of a wide matrix", Tensor.vector(1, 4), new Diagonals.Diag(0), WIDE),
                fact(
                        "hcat promotes",
                        matrix(1, 2, 1, 2.5),
                        new Concatenation.Cat(2),
                        Int64.of(1),
                        Float64.of(2.5)),
                fact(
                        "vcat of whole numbers",
                        ints(3, 1, 2, 7),
                        new Concatenation.Cat(1),
                        WHOLE,
                        Int64.of(7)),
                fact(
                        "blocks",
                        matrix(2, 2, 1, 3, 2, 4),
                        new Concatenation.Blocks(Ints.of(2, 2)),
                        Float64.of(1),
                        Float64.of(2),
                        Float64.of(3),
                        Float64.of(4)),
                fact(
                        "repeat inner",
                        ints(3, 3, 1, 1, 2, 2),
                        new Moves.Repeat(Ints.of(2), Ints.of(1)),
                        WHOLE),
                fact("circshift", ints(2, 3, 1), new Moves.CircShift(Ints.of(1)), WHOLE),
                fact(
                        "stack promotes",
                        Tensor.vector(1, 2.5),
                        new Indexing.Stack(2),
                        Int64.of(1),
                        Float64.of(2.5)),
                fact("kron", ints(3, 6, 1, 2, 2, 4), Products.KRON, WHOLE, ints(1, 2)),
                fact("diff", ints(-2, 1), new Cumulative.Diff(1), WHOLE),
                // matrices
                fact("det", Float64.of(11.7), Determinants.DET, SQUARE),
                fact(
                        "det of whole numbers",
                        Float64.of(-2),
                        Determinants.DET,
                        intMatrix(2, 2, 1, 3, 2, 4)),
                fact("det of nothing", Float64.of(1), Determinants.DET, matrix(0, 0)),
                fact("trace", Float64.of(7), Determinants.TRACE, SQUARE),
                fact(
                        "power",
                        intMatrix(2, 2, 7, 15, 10, 22),
                        new Products.MatrixPower(2),
                        intMatrix(2, 2, 1, 3, 2, 4)),
                fact(
                        "convolution",
                        Tensor.vector(1, 3, 5, 3),
                        Convolution.FULL,
                        Tensor.vector(1, 2, 3),
                        Tensor.vector(1, 1)),
                fact(
                        "correlation",
                        Tensor.vector(3, 5),
                        Convolution.VALID,
                        Tensor.vector(1, 2, 3),
                        Tensor.vector(1, 1)),
                // norms
                fact(
                        "norm without overflow",
                        Float64.of(5e200),
                        Norms.Norm.EUCLIDEAN,
                        Tensor.vector(3e200, 4e200)),
                fact("norm 1", Float64.of(7), new Norms.Norm(1), Tensor.vector(3, -4)),
                fact("norm of nothing", Float64.ZERO, Norms.Norm.EUCLIDEAN, Tensor.vector()),
                fact(
                        "logsumexp far out",
                        Float64.of(1000 + Math.log(2)),
                        new Softmax(Softmax.Kind.LOGSUMEXP, Ints.of()),
                        Tensor.vector(1000, 1000)));
    }

    private static DynamicTest fact(String name, Value expected, Op op, Value... x) {
        return dynamicTest(name, () -> assertClose(expected, op.evaluate(List.of(x))));
    }

    private static void assertClose(Value expected, Value found) {
        if (expected instanceof Float64(double wanted) && found instanceof Float64(double number)) {
            assertEquals(wanted, number, 1e-14 * Math.max(1, Math.abs(wanted)));
        } else {
            assertEquals(expected, found);
        }
    }

    @TestFactory
    Stream<DynamicTest> refuses() {
        return Stream.of(
                refusal(
                        "DimensionMismatch",
                        "dimension 1 has lengths 3 and 2",
                        new Broadcast(Arithmetic.TIMES),
                        WHOLE,
                        ints(1, 2)),
                refusal(
                        "DimensionMismatch",
                        "left side is a 3-element vector and the right side a 1-element vector",
                        new Entrywise(Arithmetic.PLUS),
                        WHOLE,
                        ints(1)),
                refusal(
                        "MethodError",
                        "`+` of a 3-element vector and a number",
                        new Entrywise(Arithmetic.PLUS),
                        WHOLE,
                        Int64.ONE),
                refusal(
                        "DimensionMismatch",
                        "left side is a 2×3 matrix and the right side a 2×3 matrix",
                        Products.MATMUL,
                        WIDE,
                        WIDE),
                refusal(
                        "MethodError",
                        "`*` of a 3-element vector and a 3-element vector",
                        Products.MATMUL,
                        WHOLE,
                        WHOLE),
                refusal(
                        "DimensionMismatch",
                        "left side has 3 elements and the right side 2",
                        Products.DOT,
                        WHOLE,
                        ints(1, 2)),
                refusal(
                        "DimensionMismatch",
                        "the array has 3, the new size 2×2 holds 4",
                        new Shapes.Reshape(2, 2),
                        WHOLE),
                refusal(
                        "ArgumentError",
                        "`maximum` of nothing",
                        Reductions.Extremum.MAXIMUM,
                        ints()),
                refusal(
                        "SingularException",
                        "a 2×2 matrix is singular",
                        Determinants.INV,
                        matrix(2, 2, 1, 2, 2, 4)),
                refusal(
                        "SingularException",
                        "no pivot in column 2",
                        Solving.SOLVE,
                        matrix(2, 2, 1, 2, 2, 4),
                        Tensor.vector(1, 2)),
                refusal(
                        "DimensionMismatch",
                        "`inv` needs a square matrix, found a 2×3 matrix",
                        Determinants.INV,
                        WIDE),
                refusal(
                        "DomainError",
                        "determinant is negative",
                        Determinants.LOGDET,
                        matrix(2, 2, 1, 2, 2, 1)),
                refusal(
                        "PosDefException",
                        "not positive definite",
                        Decompositions.CHOLESKY,
                        matrix(2, 2, 1, 2, 2, 1)),
                refusal("PosDefException", "not symmetric", Decompositions.CHOLESKY, SQUARE),
                refusal(
                        "DimensionMismatch",
                        "two vectors with 3 elements",
                        Products.CROSS,
                        WHOLE,
                        ints(1, 2)),
                refusal(
                        "DimensionMismatch",
                        "`hcat` needs equal lengths along dimension 1",
                        new Concatenation.Cat(2),
                        WHOLE,
                        ints(1, 2)),
                refusal(
                        "DimensionMismatch",
                        "rows need equal lengths",
                        new Concatenation.Blocks(Ints.of(2, 1)),
                        Int64.ONE,
                        Int64.ONE,
                        Int64.ONE));
    }

    private static DynamicTest refusal(String kind, String message, Op op, Value... x) {
        return dynamicTest(
                kind + ": " + message,
                () -> assertRefused(kind, message, () -> op.evaluate(List.of(x))));
    }

    private static void assertRefused(String kind, String message, Executable call) {
        var error = assertThrows(JuliaError.class, call);
        assertEquals(kind, error.kind());
        assertTrue(error.message().contains(message), error.message());
    }

    @Test
    void indicesMeanPlaces() {
        int[] size = {2, 3};
        var all = new Selection.Index.All();
        var second = Selection.index(Int64.of(2));
        assertEquals(new Indexing.Element(3, 2), Selection.of(size, List.of(second, second)));
        assertEquals(new Indexing.Element(1), Selection.of(size, List.of(second)));
        assertEquals(
                new Indexing.GetIndex(Ints.of(2, 3), Ints.of(2)),
                Selection.of(size, List.of(all, second)));
        assertEquals(
                new Indexing.GetIndex(Ints.of(0, 2), Ints.of(2)),
                Selection.of(new int[] {3}, List.of(Selection.index(bools(true, false, true)))));
        assertEquals(
                new Indexing.GetIndex(Ints.of(1, 0), Ints.of(2)),
                Selection.of(new int[] {3}, List.of(Selection.index(ints(2, 1)))));
        assertRefused(
                "BoundsError",
                "a 2×3 matrix has no index [3, 2]",
                () -> Selection.of(size, List.of(Selection.index(Int64.of(3)), second)));
        assertRefused(
                "BoundsError",
                "a 3-element vector has no index [4]",
                () -> Selection.of(new int[] {3}, List.of(Selection.index(Int64.of(4)))));
    }

    // ---- structure

    @Test
    void theGradientOfASumIsAFill() {
        Value share =
                Reductions.Sum.ALL.vjp(
                        Values.IN, List.of(Tensor.vector(1, 2)), Float64.of(3), Float64.ONE, 0);
        assertEquals(new Fill(Float64.ONE, new int[] {2}), share);
    }

    @Test
    void indexingHandsBackOneNumber() {
        Value share =
                new Indexing.Element(1)
                        .vjp(
                                Values.IN,
                                List.of(Tensor.vector(1, 2, 3)),
                                Float64.of(2),
                                Float64.of(5),
                                0);
        assertEquals(1, assertInstanceOf(Scattered.class, share).places().length);
        assertEquals(Tensor.vector(0, 5, 0), Accumulate.all(Values.IN, List.of(share)));
    }

    @Test
    void sharesAreAddedInPlace() {
        int n = 20_000;
        var shares = new ArrayList<Value>();
        for (int k = 0; k < n; k++) {
            shares.add(new Scattered(new int[] {n}, new int[] {k}, Tensor.vector(1)));
        }
        var sum = (ArrayValue) Accumulate.all(Values.IN, shares);
        assertEquals(Float64.of(n), Reductions.Sum.ALL.evaluate(sum));
    }

    @Test
    void fillsAddUpToAFill() {
        var fill = new Fill(Float64.ONE, new int[] {2});
        assertEquals(
                new Fill(Float64.of(2), new int[] {2}),
                Accumulate.all(Values.IN, List.of(fill, fill)));
    }

    @Test
    void aRowStaysARow() {
        var op = new Entrywise(Arithmetic.TIMES);
        assertEquals(row(2, 4), op.evaluate(List.of(Int64.of(2), row(1, 2))));
    }

    @Test
    void detachedValuesPassNothing() {
        assertNull(Shapes.DETACH.vjp(Values.IN, List.of(Float64.ONE), Float64.ONE, Float64.ONE, 0));
        assertNull(new Norms.Norm(0).vjp(Values.IN, List.of(WHOLE), Float64.of(3), Float64.ONE, 0));
    }

    // ---- edges

    @Test
    void theFirstOfEqualElementsWins() {
        Tensor tie = Tensor.vector(1, 3, 3);
        Value share =
                Reductions.Extremum.MAXIMUM.vjp(
                        Values.IN, List.of(tie), Float64.of(3), Float64.ONE, 0);
        assertEquals(Tensor.vector(0, 1, 0), Accumulate.all(Values.IN, List.of(share)));
        assertEquals(
                "a tie; the gradient goes to the first of the equal elements",
                Reductions.Extremum.MAXIMUM.kink(List.of(tie)));
        assertNull(Reductions.Extremum.MINIMUM.kink(List.of(tie)));
    }

    @Test
    void theNormIsFlatAtZero() {
        Tensor zero = Tensor.vector(0, 0);
        Value share =
                Norms.Norm.EUCLIDEAN.vjp(Values.IN, List.of(zero), Float64.ZERO, Float64.ONE, 0);
        assertEquals(zero, assertInstanceOf(ArrayValue.class, share).dense());
        assertTrue(
                String.valueOf(Norms.Norm.EUCLIDEAN.kink(List.of(zero)))
                        .startsWith("the norm has a tip"));
    }

    @Test
    void factorsGiveTheMatrixBack() {
        Tensor a = ArrayOperations.mixed(4, 3);
        var c = new Calculus<Value>(Values.IN);
        var qr = Spectra.qr(a);
        assertMatrix(a, c.mul(qr.q(), qr.r()));
        var svd = Spectra.svd(a);
        assertMatrix(a, c.mul(svd.u(), c.diagonal(svd.s()), c.t(svd.v())));
        Tensor s = ArrayOperations.definite(5);
        var eigen = Spectra.symmetric(s);
        assertMatrix(s, c.mul(eigen.vectors(), c.diagonal(eigen.values()), c.t(eigen.vectors())));
        Value l = Decompositions.CHOLESKY.evaluate(List.of(s));
        assertMatrix(s, c.mul(l, c.t(l)));
        Tensor turn = matrix(2, 2, 0, 1, -1, 0);
        Value vectors = Eigensystems.EIGENVECTORS.evaluate(List.of(turn));
        Value values = Eigensystems.EIGENVALUES.evaluate(List.of(turn));
        assertMatrix(c.mul(turn, vectors), c.mul(vectors, c.diagonal(values)));
    }

    @Test
    void matrixProductsAgreeWithTheirDefinition() {
        Tensor a = ArrayOperations.mixed(70, 67);
        Tensor b = ArrayOperations.numbers(67, 5);
        double[] c = MatrixProduct.multiply(a.doubles(), b.doubles(), 70, 67, 5);
        for (int k = 0; k < c.length; k++) {
            double sum = 0;
            for (int p = 0; p < 67; p++) {
                sum += a.at(p * 70 + k % 70) * b.at(k / 70 * 67 + p);
            }
            assertEquals(sum, c[k], 1e-12);
        }
    }

    @Test
    void theMatrixExponentialOfARotation() {
        Value turn = AnalyticFunctions.EXP.evaluate(List.of(matrix(2, 2, 0, 7, -7, 0)));
        assertMatrix(matrix(2, 2, Math.cos(7), Math.sin(7), -Math.sin(7), Math.cos(7)), turn);
    }

    // ---- words

    static Stream<ArrayOperations.Sample> samples() {
        return ArrayOperations.samples().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void operationsSayWhatTheyDo(ArrayOperations.Sample sample) {
        Op op = sample.op();
        assertTrue(!op.sentence().isBlank() && !op.sentence().endsWith("."), op.sentence());
        assertTrue(!op.symbol().isBlank() && !op.sign().isBlank());
        List<Notation> names = sample.arguments().stream().map(_ -> Notation.symbol("x")).toList();
        assertTrue(!op.notation(names).toString().isBlank());
        op.kink(sample.arguments());
        assertEquals(op, sample.op());
        assertEquals(op.hashCode(), sample.op().hashCode());
    }

    private static void assertMatrix(Value expected, Value found) {
        var c = new Calculus<Value>(Values.IN);
        Value distance = Norms.Norm.EUCLIDEAN.evaluate(List.of(c.minus(expected, found)));
        assertEquals(0, ((Scalar) distance).toDouble(), 1e-12);
    }

    private static ScalarOp scalar(String name, int arity) {
        return Objects.requireNonNull(Operations.scalar(name, arity));
    }

    private static Tensor ints(long... data) {
        return Tensor.of(new int[] {data.length}, data);
    }

    private static Tensor intMatrix(int rows, int columns, long... data) {
        return Tensor.of(new int[] {rows, columns}, data);
    }

    private static Tensor bools(boolean... data) {
        return Tensor.of(new int[] {data.length}, data);
    }

    private static Tensor matrix(int rows, int columns, double... data) {
        return Tensor.of(new int[] {rows, columns}, data);
    }

    private static Structured row(double... data) {
        return new Structured(Kind.ADJOINT, Tensor.vector(data));
    }

    private static Tensor fractions() {
        return Scalars.collect(new int[] {2}, List.of(new Rational(1, 2), new Rational(1, 3)));
    }

    /// The diagonal matrix of p/q and 1.
    private static Tensor fraction(long p, long q, int n) {
        var zero = new Rational(0, 1);
        return Scalars.collect(
                new int[] {n, n}, List.of(new Rational(p, q), zero, zero, new Rational(1, 1)));
    }

    private static Tensor complex(double... parts) {
        var elements = new ArrayList<Value>();
        for (int k = 0; k < parts.length; k += 2) {
            elements.add(Complex.of(parts[k], parts[k + 1]));
        }
        return Scalars.collect(new int[] {elements.size()}, elements);
    }
}
