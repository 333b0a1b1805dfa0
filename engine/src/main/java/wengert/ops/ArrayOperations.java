package wengert.ops;

import java.util.ArrayList;
import java.util.List;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// The list of all operations on arrays, each with arguments at which it can be tried: the gradient
/// checks and the documentation go through it.
public final class ArrayOperations {

    private ArrayOperations() {}

    /// An operation and arguments for it, inside its domain and away from its kinks.
    public record Sample(Op op, List<Value> arguments) {

        public Sample {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            var text = new ArrayList<String>();
            for (Value value : arguments) {
                int[] size = Strides.size(value);
                text.add(size.length == 0 ? "number" : Strides.words(size));
            }
            return op + " of " + String.join(", ", text);
        }
    }

    /// Every operation on arrays, most of them with arguments of several shapes.
    public static List<Sample> samples() {
        var all = new ArrayList<Sample>();
        broadcasting(all);
        reductions(all);
        indexing(all);
        shapes(all);
        concatenation(all);
        products(all);
        norms(all);
        systems(all);
        decompositions(all);
        complexNumbers(all);
        return List.copyOf(all);
    }

    /// An array of numbers between 0.3 and 2.3 that follow no pattern, the same each time.
    static Tensor numbers(int... size) {
        double[] data = new double[Strides.length(size)];
        for (int k = 0; k < data.length; k++) {
            double turn = (k + 1) * 0.6180339887498949;
            data[k] = 0.3 + 2 * (turn - Math.floor(turn)) * (k % 3 == 1 ? 0.9 : 1);
        }
        return Tensor.of(size, data);
    }

    /// The same numbers, every other one negative.
    static Tensor mixed(int... size) {
        double[] data = numbers(size).doubles().clone();
        for (int k = 1; k < data.length; k += 2) {
            data[k] = -data[k];
        }
        return Tensor.of(size, data);
    }

    /// A square matrix that is far from singular.
    static Tensor regular(int n) {
        double[] data = mixed(n, n).doubles().clone();
        for (int i = 0; i < n; i++) {
            data[i * n + i] += 3 + i;
        }
        return Tensor.of(new int[] {n, n}, data);
    }

    /// A symmetric matrix that is positive definite, with eigenvalues well apart.
    static Tensor definite(int n) {
        double[] data = numbers(n, n).doubles().clone();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < j; i++) {
                data[i * n + j] = data[j * n + i];
            }
            data[j * n + j] += 3 + 2 * j;
        }
        return Tensor.of(new int[] {n, n}, data);
    }

    private static void add(List<Sample> all, Op op, Value... arguments) {
        all.add(new Sample(op, List.of(arguments)));
    }

    private static void broadcasting(List<Sample> all) {
        for (int[] size : new int[][] {{3}, {1}, {0}, {2, 3}}) {
            add(all, new Broadcast(Arithmetic.TIMES), mixed(size), numbers(size));
        }
        add(all, new Broadcast(Arithmetic.PLUS), mixed(2), mixed(1, 3));
        add(all, new Broadcast(Arithmetic.TIMES), mixed(2), numbers(1, 3));
        add(all, new Broadcast(Arithmetic.DIVIDE), mixed(2, 3), numbers(2));
        add(all, new Broadcast(Arithmetic.MINUS), Float64.of(1.5), mixed(2, 1, 2));
        add(all, new Broadcast(Arithmetic.TIMES), Float64.of(1.5), mixed(0));
        add(all, new Broadcast(Arithmetic.NEGATE), mixed(4));
        add(all, new Entrywise(Arithmetic.PLUS), mixed(2, 2), numbers(2, 2));
        add(all, new Entrywise(Arithmetic.MINUS), mixed(3), numbers(3));
        add(all, new Entrywise(Arithmetic.NEGATE), mixed(3));
        add(all, new Entrywise(Arithmetic.TIMES), Float64.of(1.5), mixed(3));
        add(all, new Entrywise(Arithmetic.DIVIDE), mixed(3), Float64.of(1.5));
        add(all, SumTo.of(new int[] {2, 3}, new int[] {2, 1}), mixed(2, 3));
        add(all, new Expand(2, 3), Float64.of(0.7));
        add(all, new Expand(2, 3), mixed(2));
        add(all, Accumulate.SHARES, mixed(3), numbers(3), mixed(3));
        add(all, Accumulate.SHARES, Float64.of(0.7), Float64.of(0.2));
    }

    private static void reductions(List<Sample> all) {
        for (Ints dims : List.of(Ints.of(), Ints.of(1), Ints.of(2), Ints.of(1, 2), Ints.of(3))) {
            for (Op op :
                    List.of(
                            new Reductions.Sum(dims),
                            new Reductions.Mean(dims),
                            new Reductions.Product(dims),
                            new Reductions.Extremum(Ordering.Side.MAXIMUM, dims),
                            new Reductions.Extremum(Ordering.Side.MINIMUM, dims),
                            new Softmax(Softmax.Kind.LOGSUMEXP, dims),
                            new Softmax(Softmax.Kind.SOFTMAX, dims),
                            new Softmax(Softmax.Kind.LOGSOFTMAX, dims))) {
                add(all, op, mixed(3, 4));
            }
        }
        add(all, Reductions.Variance.ALL, mixed(4));
        add(all, new Reductions.Variance(Ints.of(2), 0), mixed(2, 3));
        add(all, Reductions.Sum.ALL, mixed(0));
        add(all, Reductions.Product.ALL, mixed(1));
        add(all, Reductions.Product.ALL, Tensor.vector(0.5, 0, -2));
        add(all, Reductions.Product.ALL, Tensor.vector(0.5, 0, -2, 0));
        add(
                all,
                new Reductions.Product(Ints.of(1, 2)),
                Tensor.of(new int[] {2, 2}, new double[] {0.5, 0, -2, 3}));
        for (int[] size : new int[][] {{4}, {1}, {0}, {2, 3}}) {
            add(all, new Cumulative.Sum(1), mixed(size));
            add(all, new Cumulative.Product(1), mixed(size));
            add(all, new Cumulative.Diff(1), mixed(size));
            add(all, new Cumulative.Recurrence(1), mixed(size), numbers(size));
        }
        add(all, new Cumulative.Sum(2), mixed(2, 3));
        add(all, new Cumulative.Product(2), Tensor.of(new int[] {1, 3}, new double[] {2, 0, 3}));
        add(all, new Cumulative.Diff(2), mixed(2, 3));
        add(all, Ordering.Sort.RISING, mixed(5));
        add(all, new Ordering.Sort(2, Ordering.Direction.FALLING), mixed(2, 3));
    }

    private static void indexing(List<Sample> all) {
        add(all, new Indexing.Element(1), mixed(3));
        add(all, new Indexing.Element(3, 2), mixed(2, 2));
        add(all, new Indexing.GetIndex(Ints.of(2, 0, 2), Ints.of(3)), mixed(3));
        add(all, new Indexing.GetIndex(Ints.of(), Ints.of(0)), mixed(3));
        add(all, new Indexing.Scatter(Ints.of(4), Ints.of(2, 0, 2)), mixed(3));
        add(all, new Indexing.Scatter(Ints.of(2, 2), Ints.of(3)), Float64.of(0.7));
        add(all, new Indexing.SetIndex(1), mixed(3), Float64.of(0.7));
        add(all, new Indexing.SetIndex(Ints.of(0, 2)), mixed(3), Float64.of(0.7));
        add(all, new Indexing.SetIndex(Ints.of(0, 2)), mixed(3), numbers(2));
        add(all, new Indexing.SetIndex(Ints.of(0, 2, 0)), mixed(3), numbers(3));
        add(all, new Indexing.Stack(2), Float64.of(0.7), Float64.of(-0.2));
        add(all, new Indexing.Stack(2, 1), Float64.of(0.7), Float64.of(-0.2));
    }

    private static void shapes(List<Sample> all) {
        add(all, Shapes.COLLECT, mixed(3));
        add(all, new Shapes.Reshape(3, 2), mixed(2, 3));
        add(all, new Shapes.Reshape(0, 2), mixed(0));
        add(all, new Moves.PermuteDims(Ints.of(2, 1)), mixed(2, 3));
        add(all, new Moves.PermuteDims(Ints.of(2, 1)), mixed(3));
        add(all, new Moves.PermuteDims(Ints.of(3, 1, 2)), mixed(2, 1, 3));
        add(all, new Moves.Reverse(Ints.of(1)), mixed(3));
        add(all, new Moves.Reverse(Ints.of(1, 2)), mixed(2, 3));
        add(all, new Moves.CircShift(Ints.of(1)), mixed(3));
        add(all, new Moves.CircShift(Ints.of(-1, 2)), mixed(2, 3));
        add(all, new Moves.Repeat(Ints.of(1), Ints.of(3)), mixed(2));
        add(all, new Moves.Repeat(Ints.of(2), Ints.of(1, 2)), mixed(2));
        for (int k : new int[] {0, 1, -1}) {
            add(all, new Diagonals.Diag(k), mixed(2, 3));
            add(all, new Diagonals.DiagMatrix(k), mixed(2));
            add(all, new Diagonals.Triangle(Structured.Kind.UPPER, k), mixed(2, 3));
            add(all, new Diagonals.Triangle(Structured.Kind.LOWER, k), mixed(3, 3));
        }
        add(all, new Shapes.Wrap(Structured.Kind.DIAGONAL), mixed(3));
        for (Structured.Kind kind : Structured.Kind.values()) {
            add(all, new Shapes.Wrap(kind), mixed(3, 3));
        }
        for (int[] size : new int[][] {{3}, {1}, {0}, {2, 3}}) {
            add(all, Transposition.TRANSPOSE, mixed(size));
            add(all, Transposition.ADJOINT, mixed(size));
        }
        add(all, Transposition.ADJOINT, new Structured(Structured.Kind.ADJOINT, mixed(3)));
        add(all, Transposition.TRANSPOSE, new Structured(Structured.Kind.UPPER, mixed(2, 2)));
    }

    private static void concatenation(List<Sample> all) {
        add(all, new Concatenation.Cat(1), mixed(2), Float64.of(0.7), numbers(3));
        add(all, new Concatenation.Cat(1), mixed(0), numbers(2));
        add(all, new Concatenation.Cat(1), mixed(1, 2), numbers(2, 2));
        add(all, new Concatenation.Cat(2), mixed(2), numbers(2, 2));
        add(all, new Concatenation.Cat(2), Float64.of(0.7), Float64.of(-0.2));
        add(all, new Concatenation.Cat(3), mixed(1, 2), numbers(1, 2));
        add(all, new Concatenation.Cat(Ints.of(1, 2)), mixed(1, 2), numbers(2, 1));
        add(all, new Concatenation.Blocks(Ints.of(2, 1)), mixed(2), numbers(2, 2), mixed(1, 3));
    }

    private static void products(List<Sample> all) {
        var row = new Structured(Structured.Kind.ADJOINT, numbers(3));
        add(all, Products.MATMUL, mixed(2, 3), numbers(3, 4));
        add(all, Products.MATMUL, mixed(2, 3), numbers(3));
        add(all, Products.MATMUL, row, mixed(3));
        add(all, Products.MATMUL, row, mixed(3, 2));
        add(all, Products.MATMUL, mixed(1, 3), numbers(3));
        add(all, Products.MATMUL, mixed(2), row);
        add(all, Products.MATMUL, mixed(2), numbers(1, 3));
        add(all, Products.MATMUL, mixed(2, 0), mixed(0, 3));
        add(
                all,
                Products.MATMUL,
                new Structured(Structured.Kind.TRANSPOSE, mixed(3, 2)),
                numbers(3));
        add(
                all,
                Products.MATMUL,
                new Structured(Structured.Kind.DIAGONAL, mixed(2)),
                numbers(2, 3));
        add(
                all,
                Products.MATMUL,
                mixed(3, 2),
                new Structured(Structured.Kind.DIAGONAL, numbers(2)));
        add(
                all,
                Products.MATMUL,
                new Structured(Structured.Kind.UPPER, mixed(2, 2)),
                numbers(2, 2));
        add(all, Products.DOT, mixed(3), numbers(3));
        add(all, Products.DOT, mixed(0), mixed(0));
        add(all, Products.DOT, mixed(2, 2), numbers(2, 2));
        add(all, Products.QUADRATIC, mixed(2), mixed(2, 3), numbers(3));
        add(all, Products.CROSS, mixed(3), numbers(3));
        add(all, Products.KRON, mixed(2), numbers(3));
        add(all, Products.KRON, mixed(2, 1), numbers(2, 3));
        for (int n : new int[] {-2, 0, 1, 2, 5}) {
            add(all, new Products.MatrixPower(n), regular(2));
        }
        add(all, Convolution.FULL, mixed(4), numbers(2));
        add(all, Convolution.VALID, mixed(4), numbers(2));
        add(all, Convolution.FULL, mixed(2, 3), numbers(2, 2));
        add(all, Convolution.VALID, mixed(3, 3), numbers(2, 2));
    }

    private static void norms(List<Sample> all) {
        for (double p :
                new double[] {
                    2, 1, 3, 1.5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0
                }) {
            add(all, new Norms.Norm(p), mixed(3));
        }
        add(all, Norms.Norm.EUCLIDEAN, mixed(2, 2));
        add(all, Norms.Norm.EUCLIDEAN, mixed(0));
    }

    private static void systems(List<Sample> all) {
        for (Determinants op : Determinants.values()) {
            add(all, op, regular(3));
        }
        add(all, AnalyticFunctions.EXP, mixed(2, 2));
        add(all, AnalyticFunctions.LOG, definite(3));
        add(all, AnalyticFunctions.SQRT, definite(3));
        add(all, Determinants.DET, Tensor.of(new int[] {2, 2}, new double[] {1, 2, 2, 4}));
        add(all, Determinants.PINV, mixed(3, 2));
        add(all, Determinants.PINV, mixed(2, 3));
        add(all, Determinants.INV, new Structured(Structured.Kind.DIAGONAL, mixed(3)));
        add(all, Solving.SOLVE, regular(3), mixed(3));
        add(all, Solving.SOLVE, regular(2), mixed(2, 3));
        add(all, Solving.SOLVE, mixed(4, 2), numbers(4));
        add(all, Solving.SOLVE, mixed(3, 2), numbers(3, 2));
        add(all, Solving.SOLVE, mixed(2, 3), numbers(2));
        add(all, Solving.SOLVE, new Structured(Structured.Kind.LOWER, regular(3)), mixed(3));
        add(all, Solving.DIVIDE, mixed(2, 3), regular(3));
        add(all, Solving.DIVIDE, new Structured(Structured.Kind.ADJOINT, mixed(3)), regular(3));
    }

    private static void decompositions(List<Sample> all) {
        for (Decompositions op : Decompositions.values()) {
            add(all, op, op == Decompositions.CHOLESKY ? definite(3) : regular(3));
        }
        add(all, Eigensystems.SYMMETRIC_VALUES, definite(3));
        add(all, Eigensystems.SYMMETRIC_VECTORS, definite(3));
        add(all, Eigensystems.EIGENVALUES, regular(3));
        add(all, Eigensystems.EIGENVECTORS, regular(3));
        for (Decompositions op :
                List.of(
                        Decompositions.QR_Q,
                        Decompositions.QR_R,
                        Decompositions.SINGULAR_VALUES,
                        Decompositions.LEFT_VECTORS,
                        Decompositions.RIGHT_VECTORS)) {
            add(all, op, mixed(4, 2));
        }
        add(all, Decompositions.SINGULAR_VALUES, mixed(2, 3));
        add(all, Decompositions.LEFT_VECTORS, mixed(2, 3));
        add(all, Decompositions.RIGHT_VECTORS, mixed(2, 3));
    }

    private static void complexNumbers(List<Sample> all) {
        for (Op op :
                List.of(
                        Reductions.Sum.ALL,
                        new Reductions.Mean(Ints.of(1)),
                        Reductions.Product.ALL,
                        Reductions.Variance.ALL,
                        new Cumulative.Sum(1),
                        new Cumulative.Product(1),
                        Norms.Norm.EUCLIDEAN,
                        new Norms.Norm(1),
                        new Norms.Norm(3),
                        new Norms.Norm(Double.POSITIVE_INFINITY),
                        Transposition.ADJOINT,
                        Transposition.TRANSPOSE,
                        new Indexing.GetIndex(Ints.of(1, 0, 1), Ints.of(3)))) {
            add(all, op, complex(3));
        }
        add(all, new Broadcast(Arithmetic.TIMES), complex(2), complex(1, 2));
        add(all, new Broadcast(Arithmetic.DIVIDE), complex(2), numbers(2));
        add(all, Products.MATMUL, complex(2, 3), complex(3, 2));
        add(all, Products.MATMUL, new Structured(Structured.Kind.ADJOINT, complex(3)), complex(3));
        add(
                all,
                Products.MATMUL,
                new Structured(Structured.Kind.ADJOINT, complex(2)),
                complex(2, 3));
        add(
                all,
                Products.MATMUL,
                complex(2),
                new Structured(Structured.Kind.TRANSPOSE, complex(3)));
        add(all, Products.DOT, complex(3), complex(3));
        add(all, Products.QUADRATIC, complex(2), complex(2, 2), complex(2));
        add(all, Products.CROSS, complex(3), complex(3));
        add(all, Products.KRON, complex(2), complex(2));
        add(all, new Products.MatrixPower(3), complex(2, 2));
        add(all, Determinants.TRACE, complex(2, 2));
        add(all, Determinants.DET, complex(2, 2));
        add(all, Determinants.INV, complex(2, 2));
        add(all, Determinants.LOGABSDET, complex(2, 2));
        add(all, AnalyticFunctions.EXP, complex(2, 2));
        add(all, Decompositions.QR_R, complex(2, 2));
        add(all, Decompositions.SINGULAR_VALUES, complex(2, 2));
        add(all, Eigensystems.EIGENVALUES, complex(2, 2));
        add(all, Solving.SOLVE, complex(2, 2), complex(2));
    }

    private static Tensor complex(int... size) {
        Tensor re = numbers(size);
        Tensor im = mixed(size);
        var elements = new ArrayList<Value>();
        for (int k = 0; k < re.length(); k++) {
            elements.add(Complex.of(re.at(k), 0.7 * im.at(re.length() - 1 - k)));
        }
        return Scalars.collect(size, elements);
    }
}
