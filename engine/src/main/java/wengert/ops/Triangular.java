package wengert.ops;

import java.util.Arrays;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// Factors that are triangles: Cholesky's, and those of Gauss elimination.
public final class Triangular {

    private Triangular() {}

    /// L with A = L Lᵀ.
    static Tensor cholesky(ArrayValue a) {
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

    static Dense.Floats eliminated(ArrayValue a) {
        var f = Dense.eliminate(a.dense().doubles(), a.size()[0]);
        if (f.singular() > 0) {
            throw Dense.singular(f.singular(), a.size());
        }
        return f;
    }

    static Value lower(Dense.Floats f) {
        int n = f.n();
        double[] l = f.lu().clone();
        for (int k = 0; k < l.length; k++) {
            l[k] = k % n == k / n ? 1 : k % n > k / n ? l[k] : 0;
        }
        return Tensor.of(new int[] {n, n}, l);
    }

    static Value upper(Dense.Floats f) {
        int n = f.n();
        return new Shapes.Triangle(Kind.UPPER, 0).evaluate(Tensor.of(new int[] {n, n}, f.lu()));
    }

    /// `lu(A).p`: the row of A that each row of the factors comes from, counted from 1. It is flat.
    public static int[] order(ArrayValue a) {
        return eliminated(a).order().stream().map(i -> i + 1).toArray();
    }

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
