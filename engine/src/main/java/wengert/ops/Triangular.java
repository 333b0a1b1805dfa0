package wengert.ops;

import java.util.Arrays;
import java.util.List;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// Factors that are triangles: Cholesky's, and those of Gauss elimination.
public final class Triangular {

    private Triangular() {}

    /// L with A = L Lᵀ.
    static Tensor cholesky(ArrayValue a) {
        if (!Scalars.isReal(a)) {
            return complexCholesky(a);
        }
        int[] size = a.size();
        int n = size[0];
        double[] data = a.dense().doubles();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < j; i++) {
                double difference = Math.abs(data[j * n + i] - data[i * n + j]);
                if (difference > 1e-12 * (Math.abs(data[j * n + i]) + Math.abs(data[i * n + j]))) {
                    throw new JuliaError(
                            "PosDefException",
                            "the matrix is not symmetric: [%d, %d] and [%d, %d] differ"
                                    .formatted(i + 1, j + 1, j + 1, i + 1),
                            "`Symmetric(A)` takes its upper triangle");
                }
            }
        }
        double[] l = new double[n * n];
        for (int j = 0; j < n; j++) {
            double pivot = data[j * n + j];
            for (int k = 0; k < j; k++) {
                pivot -= l[k * n + j] * l[k * n + j];
            }
            if (!(pivot > 0)) {
                throw new JuliaError(
                        "PosDefException",
                        "%s is not positive definite: its leading %d×%d block has no positive pivot"
                                .formatted(Strides.noun(size), j + 1, j + 1));
            }
            double root = Math.sqrt(pivot);
            l[j * n + j] = root;
            for (int i = j + 1; i < n; i++) {
                double sum = data[j * n + i];
                for (int k = 0; k < j; k++) {
                    sum -= l[k * n + i] * l[k * n + j];
                }
                l[j * n + i] = sum / root;
            }
        }
        return Tensor.of(size, l);
    }

    private static Tensor complexCholesky(ArrayValue a) {
        int[] size = a.size();
        int n = size[0];
        Scalar[] l = new Scalar[n * n];
        Arrays.fill(l, Complex.of(0, 0));
        for (int j = 0; j < n; j++) {
            double pivot = Scalars.at(a, j * n + j).toDouble();
            for (int k = 0; k < j; k++) {
                double part = Scalars.magnitude(l[k * n + j]);
                pivot -= part * part;
            }
            if (!(pivot > 0) || Math.abs(imaginary(Scalars.at(a, j * n + j))) > 1e-12 * pivot) {
                throw new JuliaError(
                        "PosDefException",
                        "%s is not Hermitian and positive definite: its leading %d×%d block has no positive pivot"
                                .formatted(Strides.noun(size), j + 1, j + 1));
            }
            double root = Math.sqrt(pivot);
            l[j * n + j] = Complex.of(root, 0);
            for (int i = j + 1; i < n; i++) {
                Scalar sum = Scalars.at(a, j * n + i);
                Scalar mirrored = Scalars.conjugate(Scalars.at(a, i * n + j));
                double apart = Scalars.magnitude(Scalars.minus(sum, mirrored));
                if (apart > 1e-12 * (Scalars.magnitude(sum) + Scalars.magnitude(mirrored))) {
                    throw new JuliaError(
                            "PosDefException",
                            "the matrix is not Hermitian: [%d, %d] and [%d, %d] do not mirror each other"
                                    .formatted(i + 1, j + 1, j + 1, i + 1),
                            "`Hermitian(A)` takes its upper triangle");
                }
                for (int k = 0; k < j; k++) {
                    sum =
                            Scalars.minus(
                                    sum,
                                    Scalars.times(l[k * n + i], Scalars.conjugate(l[k * n + j])));
                }
                l[j * n + i] = Scalars.divide(sum, new Float64(root));
            }
        }
        return Scalars.collect(size, List.of(l));
    }

    private static double imaginary(Scalar z) {
        return z instanceof Complex c ? c.imaginary() : 0;
    }

    /// The two triangles of an elimination in one matrix, and the order of the rows.
    record Eliminated(Tensor factors, Ints order) {}

    static Eliminated eliminated(ArrayValue a) {
        int n = a.size()[0];
        if (Scalars.isReal(a)) {
            var f = Dense.eliminate(a.dense().doubles(), n);
            refuseSingular(f.singular(), a);
            return new Eliminated(f.factors(), f.order());
        }
        var f = Dense.eliminate(a.dense(), n);
        refuseSingular(f.singular(), a);
        return new Eliminated(Scalars.collect(new int[] {n, n}, f.lu()), f.order());
    }

    private static void refuseSingular(int column, ArrayValue a) {
        if (column > 0) {
            throw Dense.singular(column, a.size());
        }
    }

    static Value lower(Eliminated f) {
        var c = new Calculus<Value>(Values.IN);
        Value strict = new Diagonals.Triangle(Kind.LOWER, -1).evaluate(f.factors());
        return ((ArrayValue) c.plus(strict, Dense.identity(f.factors().size()[0]))).dense();
    }

    static Value upper(Eliminated f) {
        return new Diagonals.Triangle(Kind.UPPER, 0).evaluate(f.factors());
    }

    /// `lu(A).p`: the row of A that each row of the factors comes from, counted from 1. It is flat.
    public static int[] order(ArrayValue a) {
        return eliminated(a).order().stream().map(i -> i + 1).toArray();
    }

    /// In which order elimination takes the rows.
    public static final Question ROWS =
            new Question() {
                @Override
                public String symbol() {
                    return "rows";
                }

                @Override
                public Value evaluate(List<Value> x) {
                    return Scalars.whole(order((ArrayValue) x.getFirst()));
                }
            };

    /// The operation that puts rows in the order of the elimination of `a`.
    static Op rows(ArrayValue a) {
        return rows(a.size(), eliminated(a).order().array());
    }

    /// The operation that undoes [#rows].
    static Op rowsBack(ArrayValue a) {
        int[] order = eliminated(a).order().array();
        int[] back = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            back[order[i]] = i;
        }
        return rows(a.size(), back);
    }

    private static Op rows(int[] size, int[] order) {
        int[] places = new int[size[0] * size[1]];
        Arrays.setAll(places, k -> k / size[0] * size[0] + order[k % size[0]]);
        return new Indexing.GetIndex(Ints.of(places), Ints.of(size));
    }
}
