package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Ranges;
import wengert.value.Rational;
import wengert.value.Tensor;
import wengert.value.Value;

/// What operations on arrays compute and refuse.
class ArrayValuesTest {

    private static final Tensor WHOLE = Given.ints(3, 1, 2);

    private static final Tensor SQUARE = Given.matrix(2, 2, 4, 0.3, 1, 3); // [4 1; 0.3 3]

    private static final Tensor WIDE = Given.matrix(2, 3, 1, 2, 3, 4, 5, 6); // [1 3 5; 2 4 6]

    @TestFactory
    Stream<DynamicTest> computes() {
        return Stream.of(
                // element types
                fact(
                        "sum of Bools",
                        Int64.of(2),
                        Reductions.Sum.ALL,
                        Given.bools(true, false, true)),
                fact("sum of whole numbers", Int64.of(6), Reductions.Sum.ALL, WHOLE),
                fact("mean of whole numbers", Float64.of(2), Reductions.Mean.ALL, WHOLE),
                fact("prod of whole numbers", Int64.of(6), Reductions.Product.ALL, WHOLE),
                fact("sum of fractions", new Rational(5, 6), Reductions.Sum.ALL, Given.fractions()),
                fact(
                        "sum of complex numbers",
                        Complex.of(4, 6),
                        Reductions.Sum.ALL,
                        Given.complex(1, 2, 3, 4)),
                fact(
                        "dot conjugates the left",
                        Complex.of(11, -2),
                        Products.DOT,
                        Given.complex(1, 2),
                        Given.complex(3, 4)),
                fact(
                        "exact products",
                        Given.ints(0, (1L << 54) | 1),
                        Products.MATMUL,
                        Given.intMatrix(2, 2, 0, 0, 0, 1),
                        Given.ints(5, (1L << 54) | 1)),
                fact("maximum of whole numbers", Int64.of(3), Reductions.Extremum.MAXIMUM, WHOLE),
                fact("sort", Given.ints(1, 2, 3), Ordering.Sort.RISING, WHOLE),
                fact(
                        "cumsum of Bools",
                        Given.ints(1, 1, 2),
                        new Cumulative.Sum(1),
                        Given.bools(true, false, true)),
                fact(
                        "inverse of fractions",
                        Given.fraction(1, 2, 2),
                        Determinants.INV,
                        Given.fraction(2, 1, 2)),
                // broadcasting
                fact(
                        "comparison gives bits",
                        Tensor.bits(new int[] {2}, new boolean[] {true, false}),
                        new Broadcast(scalar("<", 2)),
                        Tensor.vector(1, 3),
                        Int64.of(2)),
                fact(
                        "column and row",
                        Given.matrix(2, 2, 11, 12, 21, 22),
                        new Broadcast(Arithmetic.PLUS),
                        Tensor.vector(1, 2),
                        Given.matrix(1, 2, 10, 20)),
                fact(
                        "empty stays whole",
                        Given.ints(),
                        new Broadcast(Arithmetic.PLUS),
                        Given.ints(),
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
                        Given.bools(false)),
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
                        Given.row(1, 2),
                        Tensor.vector(3, 4)),
                fact(
                        "row times matrix is a row",
                        Given.row(5, 11, 17),
                        Products.MATMUL,
                        Given.row(1, 2),
                        WIDE),
                fact(
                        "transposed twice",
                        Tensor.vector(1, 2),
                        Transposition.ADJOINT,
                        Given.row(1, 2)),
                fact("diag of a wide matrix", Tensor.vector(1, 4), new Diagonals.Diag(0), WIDE),
                fact(
                        "hcat promotes",
                        Given.matrix(1, 2, 1, 2.5),
                        new Concatenation.Cat(2),
                        Int64.of(1),
                        Float64.of(2.5)),
                fact(
                        "vcat of whole numbers",
                        Given.ints(3, 1, 2, 7),
                        new Concatenation.Cat(1),
                        WHOLE,
                        Int64.of(7)),
                fact(
                        "blocks",
                        Given.matrix(2, 2, 1, 3, 2, 4),
                        new Concatenation.Blocks(Ints.of(2, 2)),
                        Float64.of(1),
                        Float64.of(2),
                        Float64.of(3),
                        Float64.of(4)),
                fact(
                        "repeat inner",
                        Given.ints(3, 3, 1, 1, 2, 2),
                        new Moves.Repeat(Ints.of(2), Ints.of(1)),
                        WHOLE),
                fact("circshift", Given.ints(2, 3, 1), new Moves.CircShift(Ints.of(1)), WHOLE),
                fact(
                        "stack promotes",
                        Tensor.vector(1, 2.5),
                        new Indexing.Stack(2),
                        Int64.of(1),
                        Float64.of(2.5)),
                fact("kron", Given.ints(3, 6, 1, 2, 2, 4), Products.KRON, WHOLE, Given.ints(1, 2)),
                fact("diff", Given.ints(-2, 1), new Cumulative.Diff(1), WHOLE),
                // matrices
                fact("det", Float64.of(11.7), Determinants.DET, SQUARE),
                fact(
                        "det of whole numbers",
                        Float64.of(-2),
                        Determinants.DET,
                        Given.intMatrix(2, 2, 1, 3, 2, 4)),
                fact("det of nothing", Float64.of(1), Determinants.DET, Given.matrix(0, 0)),
                fact("trace", Float64.of(7), Determinants.TRACE, SQUARE),
                fact(
                        "power",
                        Given.intMatrix(2, 2, 7, 15, 10, 22),
                        new Products.MatrixPower(2),
                        Given.intMatrix(2, 2, 1, 3, 2, 4)),
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
                        Given.ints(1, 2)),
                refusal(
                        "DimensionMismatch",
                        "left side is a 3-element vector and the right side a 1-element vector",
                        new Entrywise(Arithmetic.PLUS),
                        WHOLE,
                        Given.ints(1)),
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
                        Given.ints(1, 2)),
                refusal(
                        "DimensionMismatch",
                        "the array has 3, the new size 2×2 holds 4",
                        new Shapes.Reshape(2, 2),
                        WHOLE),
                refusal(
                        "ArgumentError",
                        "`maximum` of nothing",
                        Reductions.Extremum.MAXIMUM,
                        Given.ints()),
                refusal(
                        "SingularException",
                        "a 2×2 matrix is singular",
                        Determinants.INV,
                        Given.matrix(2, 2, 1, 2, 2, 4)),
                refusal(
                        "SingularException",
                        "no pivot in column 2",
                        Solving.SOLVE,
                        Given.matrix(2, 2, 1, 2, 2, 4),
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
                        Given.matrix(2, 2, 1, 2, 2, 1)),
                refusal(
                        "PosDefException",
                        "not positive definite",
                        Decompositions.CHOLESKY,
                        Given.matrix(2, 2, 1, 2, 2, 1)),
                refusal("PosDefException", "not symmetric", Decompositions.CHOLESKY, SQUARE),
                refusal(
                        "DimensionMismatch",
                        "two vectors with 3 elements",
                        Products.CROSS,
                        WHOLE,
                        Given.ints(1, 2)),
                refusal(
                        "DimensionMismatch",
                        "`hcat` needs equal lengths along dimension 1",
                        new Concatenation.Cat(2),
                        WHOLE,
                        Given.ints(1, 2)),
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
                () -> Given.assertRefused(kind, message, () -> op.evaluate(List.of(x))));
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

    private static ScalarOp scalar(String name, int arity) {
        return Objects.requireNonNull(Operations.scalar(name, arity));
    }
}
