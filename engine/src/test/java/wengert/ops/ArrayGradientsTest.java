package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.Tensor;
import wengert.value.Value;

/// What operations on arrays hand back, what they keep of structure, and identities of matrices.
class ArrayGradientsTest {

    private static final Tensor WHOLE = Given.ints(3, 1, 2);

    private static void assertMatrix(Value expected, Value found) {
        var c = new Calculus<Value>(Values.IN);
        Value distance = Norms.Norm.EUCLIDEAN.evaluate(List.of(c.minus(expected, found)));
        assertEquals(0, ((Scalar) distance).toDouble(), 1e-12);
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
                Selection.of(
                        new int[] {3}, List.of(Selection.index(Given.bools(true, false, true)))));
        assertEquals(
                new Indexing.GetIndex(Ints.of(1, 0), Ints.of(2)),
                Selection.of(new int[] {3}, List.of(Selection.index(Given.ints(2, 1)))));
        Given.assertRefused(
                "BoundsError",
                "a 2×3 matrix has no index [3, 2]",
                () -> Selection.of(size, List.of(Selection.index(Int64.of(3)), second)));
        Given.assertRefused(
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
        assertEquals(Given.row(2, 4), op.evaluate(List.of(Int64.of(2), Given.row(1, 2))));
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
        Tensor turn = Given.matrix(2, 2, 0, 1, -1, 0);
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
        Value turn = AnalyticFunctions.EXP.evaluate(List.of(Given.matrix(2, 2, 0, 7, -7, 0)));
        assertMatrix(Given.matrix(2, 2, Math.cos(7), Math.sin(7), -Math.sin(7), Math.cos(7)), turn);
    }
}
