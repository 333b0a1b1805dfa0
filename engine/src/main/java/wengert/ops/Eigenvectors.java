package wengert.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Tensor;

/// Eigenvectors of matrices that need not be symmetric. EJML gives the eigenvalues, and the vectors
/// of real ones; inverse iteration gives the others.
final class Eigenvectors {

    private Eigenvectors() {}

    static Spectra.General of(EigenDecomposition_F64<DMatrixRMaj> from, double[] a, int n) {
        boolean real = IntStream.range(0, n).allMatch(k -> from.getEigenvalue(k).isReal());
        int[] order =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(k -> from.getEigenvalue(k).real)
                                        .thenComparingDouble(k -> from.getEigenvalue(k).imaginary))
                        .mapToInt(Integer::intValue)
                        .toArray();
        var values = new ArrayList<Scalar>(n);
        Scalar[] vectors = new Scalar[n * n];
        for (int j = 0; j < n; j++) {
            Complex_F64 value = from.getEigenvalue(order[j]);
            values.add(real ? new Float64(value.real) : Complex.of(value.real, value.imaginary));
            DMatrixRMaj vector = from.getEigenVector(order[j]);
            Scalar[] column = vector != null ? normalized(vector, n, real) : iterated(a, n, value);
            System.arraycopy(column, 0, vectors, j * n, n);
        }
        return new Spectra.General(values, Scalars.collect(new int[] {n, n}, List.of(vectors)));
    }

    private static Scalar[] normalized(DMatrixRMaj vector, int n, boolean real) {
        double length = 0;
        int largest = 0;
        for (int i = 0; i < n; i++) {
            length = Math.hypot(length, vector.get(i));
            largest =
                    Math.abs(vector.get(i)) > Math.abs(vector.get(largest)) * (1 + 1e-10)
                            ? i
                            : largest;
        }
        double scale = vector.get(largest) < 0 ? -length : length;
        Scalar[] column = new Scalar[n];
        Arrays.setAll(
                column,
                i ->
                        real
                                ? new Float64(vector.get(i) / scale)
                                : Complex.of(vector.get(i) / scale, 0));
        return column;
    }

    /// Solves with A - λI for a λ a little beside the eigenvalue, twice; the largest entry is made
    /// real, as in LAPACK.
    private static Scalar[] iterated(double[] a, int n, Complex_F64 value) {
        double off = 1e-10 * Math.max(1e-300, value.getMagnitude());
        Scalar[] shifted = new Scalar[n * n];
        for (int k = 0; k < shifted.length; k++) {
            boolean diagonal = k % n == k / n;
            shifted[k] =
                    Complex.of(
                            a[k] - (diagonal ? value.real + off : 0),
                            diagonal ? -value.imaginary : 0);
        }
        var f = Dense.eliminate(Dense.tensor(new int[] {n, n}, shifted), n);
        Scalar[] x = new Scalar[n];
        Arrays.setAll(x, i -> Complex.of(1, 0.1 * i));
        for (int k = 0; k < 3; k++) {
            x = unit(Dense.solve(f, Dense.tensor(new int[] {n}, x), 1));
        }
        return x;
    }

    static Scalar[] unit(Scalar[] x) {
        double length = 0;
        int largest = 0;
        for (int i = 0; i < x.length; i++) {
            length = Math.hypot(length, Scalars.magnitude(x[i]));
            largest =
                    Scalars.magnitude(x[i]) > Scalars.magnitude(x[largest]) * (1 + 1e-10)
                            ? i
                            : largest;
        }
        double size = Scalars.magnitude(x[largest]);
        Scalar turn = Scalars.divide(Scalars.conjugate(x[largest]), new Float64(size * length));
        Scalar[] result = new Scalar[x.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Scalars.times(x[i], turn);
        }
        result[largest] = Complex.of(size / length, 0);
        return result;
    }

    /// A change of the vectors, less what would alter a length or make the largest entry of a
    /// column complex.
    static <V> V kept(Calculus<V> c, V v, V change) {
        V lengths = c.sum(c.real(c.times(c.conj(v), change)), Ints.of(1));
        V kept = c.minus(change, c.times(v, lengths));
        if (!Complex.isIn(c.in().value(v))) {
            return kept;
        }
        return c.minus(kept, c.times(v, imaginary(c, turn(c, v, change))));
    }

    /// By how much a change turns the phase of the largest entry of each column, as a row.
    static <V> V turn(Calculus<V> c, V v, V change) {
        return c.divide(imaginaryPart(c, largest(c, v, change)), c.real(largest(c, v, v)));
    }

    /// The transpose of [#turn], from one number for each column.
    static <V> V turnTransposed(Calculus<V> c, V v, V turn) {
        V shares = c.divide(turn, c.fit(c.real(largest(c, v, v)), turn));
        var scatter = new Indexing.Scatter(Ints.of(c.size(v)), places(c.array(v)));
        return c.in().apply(scatter, c.fit(imaginary(c, shares), largest(c, v, v)));
    }

    /// The transpose of [#kept], where complex numbers count as pairs.
    static <V> V keptTransposed(Calculus<V> c, V v, V adjoint) {
        V products = c.sum(c.times(c.conj(v), adjoint), Ints.of(1));
        V kept = c.minus(adjoint, c.times(v, c.real(products)));
        if (!Complex.isIn(c.in().value(v))) {
            return kept;
        }
        return c.minus(kept, turnTransposed(c, v, imaginaryPart(c, products)));
    }

    /// Of each column of `m` the entry where that of `v` is largest, as a row.
    private static <V> V largest(Calculus<V> c, V v, V m) {
        Ints places = places(c.array(v));
        return c.in().apply(new Indexing.GetIndex(places, Ints.of(1, places.length())), m);
    }

    private static Ints places(ArrayValue v) {
        int n = v.size()[0];
        int[] places = new int[v.size()[1]];
        for (int j = 0; j < places.length; j++) {
            places[j] = j * n;
            for (int k = j * n; k < (j + 1) * n; k++) {
                double size = Scalars.magnitude(Scalars.at(v, k));
                if (size > Scalars.magnitude(Scalars.at(v, places[j])) * (1 + 1e-10)) {
                    places[j] = k;
                }
            }
        }
        return Ints.of(places);
    }

    static <V> V imaginary(Calculus<V> c, V v) {
        return c.times(c.in().constant(Complex.of(0, 1)), v);
    }

    static <V> V imaginaryPart(Calculus<V> c, V z) {
        return c.in().elementwise().apply(ComplexParts.IMAG, z);
    }

    /// The gradient of a real matrix is real.
    static <V> V real(Calculus<V> c, V a, V share) {
        return Scalars.isReal((ArrayValue) c.in().value(a)) ? c.real(share) : share;
    }

    /// Complex eigenvectors keep their largest entry real.
    static <V> V keptPhase(Calculus<V> c, V v, V change) {
        return Complex.isIn(c.in().value(v)) ? kept(c, v, change) : change;
    }

    static <V> V keptPhaseBack(Calculus<V> c, V v, V adjoint) {
        return Complex.isIn(c.in().value(v)) ? keptTransposed(c, v, adjoint) : adjoint;
    }

    /// F[i, j] = 1 / (vⱼ - vᵢ), and 0 where the two are equal.
    static <V> V gaps(Calculus<V> c, V v) {
        ArrayValue value = c.array(v);
        int n = value.length();
        double[] equal = new double[n * n];
        double[] different = new double[n * n];
        for (int k = 0; k < n * n; k++) {
            boolean same = value.get(k % n).equals(value.get(k / n));
            equal[k] = same ? 1 : 0;
            different[k] = same ? 0 : 1;
        }
        int[] size = {n, n};
        V gap = c.minus(c.reshape(v, 1, n), v);
        return c.divide(
                c.constant(Tensor.of(size, different)),
                c.plus(gap, c.constant(Tensor.of(size, equal))));
    }
}
