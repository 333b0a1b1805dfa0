package wengert.ops;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Tensor;
import wengert.value.Value;

/// A window moved over an array of the same number of dimensions. The two operations are each
/// other's transposes.
public enum Convolution implements Op {
    /// `y[k] = ∑ x[k - j] w[j]`, everywhere where they overlap: `conv(x, w)`, of length n + m - 1.
    FULL(
            "conv",
            "slides the other side over the incoming gradient and adds up where they overlap",
            "follows the product rule: slides each side's tangent over the other side, and adds up") {
        @Override
        int length(int n, int m) {
            return n == 0 || m == 0 ? 0 : n + m - 1;
        }

        @Override
        double[] slide(double[] x, int[] n, double[] w, int[] m, int[] size) {
            double[] y = new double[Strides.length(size)];
            int[] base = places(n, size);
            int[] shift = places(m, size);
            for (int k = 0; k < x.length; k++) {
                for (int j = 0; j < w.length; j++) {
                    y[base[k] + shift[j]] += x[k] * w[j];
                }
            }
            return y;
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return in.apply(VALID, adjoint, x.get(1 - i));
        }
    },
    /// `y[k] = ∑ x[k + j] w[j]`, where the window lies inside: cross-correlation, of length n - m +
    /// 1.
    VALID(
            "crosscor",
            "slides the window back over the incoming gradient; the window gets the signal under it",
            "follows the product rule: slides the window over the signal's tangent, and the window's tangent over the signal, and adds up") {
        @Override
        int length(int n, int m) {
            if (m > n || m == 0) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "the window must fit into the array: lengths %d and %d".formatted(m, n));
            }
            return n - m + 1;
        }

        @Override
        double[] slide(double[] x, int[] n, double[] w, int[] m, int[] size) {
            double[] y = new double[Strides.length(size)];
            int[] base = places(size, n);
            int[] shift = places(m, n);
            for (int k = 0; k < y.length; k++) {
                double sum = 0;
                for (int j = 0; j < w.length; j++) {
                    sum += x[base[k] + shift[j]] * w[j];
                }
                y[k] = sum;
            }
            return y;
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return i == 0 ? in.apply(FULL, adjoint, x.get(1)) : in.apply(this, x.get(0), adjoint);
        }
    };

    private final String symbol;
    private final String sentence;
    private final String tangents;

    Convolution(String symbol, String sentence, String tangents) {
        this.symbol = symbol;
        this.sentence = sentence;
        this.tangents = tangents;
    }

    abstract int length(int n, int m);

    abstract double[] slide(double[] x, int[] n, double[] w, int[] m, int[] size);

    /// The places in an array of size `large` of a block of size `small` at its start.
    private static int[] places(int[] small, int[] large) {
        int[] places = new int[Strides.length(small)];
        for (int k = 0; k < places.length; k++) {
            int rest = k;
            int stride = 1;
            for (int d = 0; d < small.length; d++) {
                places[k] += rest % small[d] * stride;
                rest /= small[d];
                stride *= large[d];
            }
        }
        return places;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public Value evaluate(List<Value> x) {
        ArrayValue a = (ArrayValue) x.get(0);
        ArrayValue w = (ArrayValue) x.get(1);
        int[] n = a.size();
        int[] m = w.size();
        if (n.length != m.length || !Scalars.isReal(a) || !Scalars.isReal(w)) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`%s` needs real arrays of as many dimensions: the left side is %s and the right side %s"
                            .formatted(symbol, Strides.noun(n), Strides.noun(m)));
        }
        int[] size = new int[n.length];
        Arrays.setAll(size, d -> length(n[d], m[d]));
        double[] y = slide(a.dense().doubles(), n, w.dense().doubles(), m, size);
        if (Scalars.isWhole(a) && Scalars.isWhole(w)) {
            return Tensor.of(size, Arrays.stream(y).mapToLong(Math::round).toArray());
        }
        return Tensor.of(size, y);
    }

    @Override
    public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        V dense = dx.get(0);
        V window = dx.get(1);
        return new Calculus<>(in)
                .add(
                        dense == null ? null : in.apply(this, dense, x.get(1)),
                        window == null ? null : in.apply(this, x.get(0), window));
    }

    @Override
    public Notation notation(List<Notation> x) {
        return Notation.apply(symbol, x.get(0), x.get(1));
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String tangentSentence() {
        return tangents;
    }
}
