package wengert.ops;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.Tensor;
import wengert.value.Value;

/// `logsumexp`, `softmax` and `logsoftmax`, along dimensions counted from 1 or over everything;
/// safe from overflow.
///
/// @param dims the dimensions that are added up; everything where there are none
public record Softmax(Kind kind, Ints dims) implements Op {

    /// Which of the three.
    public enum Kind {
        LOGSUMEXP(
                "logsumexp",
                "shares its gradient out in the proportions of the softmax",
                "takes the mean of the tangents, weighted in the proportions of the softmax"),
        SOFTMAX(
                "softmax",
                "passes on what a gradient has above their mean, in the proportions of the softmax",
                "passes on what a tangent has above their mean, in the proportions of the softmax"),
        LOGSOFTMAX(
                "logsoftmax",
                "passes its gradient on, less the sum of the gradients in the proportions of the softmax",
                "takes from each tangent their mean, weighted in the proportions of the softmax");

        private final String symbol;
        private final String sentence;
        private final String tangents;

        Kind(String symbol, String sentence, String tangents) {
            this.symbol = symbol;
            this.sentence = sentence;
            this.tangents = tangents;
        }
    }

    @Override
    public String symbol() {
        return kind.symbol;
    }

    @Override
    public Value evaluate(List<Value> x) {
        ArrayValue array = (ArrayValue) x.getFirst();
        int[] large = array.size();
        int[] small = dims.length() == 0 ? new int[0] : Strides.reduced(large, dims);
        double[] data = array.dense().doubles();
        double[] top = new double[Strides.length(small)];
        double[] sums = new double[top.length];
        Arrays.fill(top, Double.NEGATIVE_INFINITY);
        int[] own = dims.length() == 0 ? new int[large.length] : small;
        if (dims.length() == 0) {
            Arrays.fill(own, 1);
        }
        Strides.walk(large, own, (k, j) -> top[j] = Math.max(top[j], data[k]));
        Strides.walk(large, own, (k, j) -> sums[j] += Math.exp(data[k] - shift(top[j])));
        if (kind == Kind.LOGSUMEXP) {
            double[] result = new double[top.length];
            for (int j = 0; j < result.length; j++) {
                result[j] = Math.log(sums[j]) + shift(top[j]);
            }
            return dims.length() == 0 ? new Float64(result[0]) : Tensor.of(small, result);
        }
        double[] result = new double[data.length];
        boolean log = kind == Kind.LOGSOFTMAX;
        Strides.walk(
                large,
                own,
                (k, j) -> {
                    double off = data[k] - shift(top[j]);
                    result[k] = log ? off - Math.log(sums[j]) : Math.exp(off) / sums[j];
                });
        return Tensor.of(large, result);
    }

    /// The number taken off before the exponential; 0 where the largest element is infinite itself.
    private static double shift(double top) {
        return Double.isInfinite(top) ? 0 : top;
    }

    /// The same proportions.
    private <V> V shares(Algebra<V> in, V x, V y) {
        return kind == Kind.SOFTMAX ? y : in.apply(new Softmax(Kind.SOFTMAX, dims), x);
    }

    @Override
    public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        V tangent = dx.getFirst();
        if (tangent == null) {
            return null;
        }
        var c = new Calculus<>(in);
        V shares = shares(in, x.getFirst(), y);
        V mean = c.sum(c.times(shares, tangent), dims);
        return switch (kind) {
            case LOGSUMEXP -> mean;
            case SOFTMAX -> c.times(shares, c.minus(tangent, mean));
            case LOGSOFTMAX -> c.minus(tangent, mean);
        };
    }

    @Override
    public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        var c = new Calculus<>(in);
        V shares = shares(in, x.getFirst(), y);
        return switch (kind) {
            case LOGSUMEXP -> c.times(shares, adjoint);
            case SOFTMAX ->
                    c.times(shares, c.minus(adjoint, c.sum(c.times(shares, adjoint), dims)));
            case LOGSOFTMAX -> c.minus(adjoint, c.times(shares, c.sum(adjoint, dims)));
        };
    }

    @Override
    public Notation notation(List<Notation> x) {
        return Notation.apply(kind.symbol, x.getFirst());
    }

    @Override
    public String sentence() {
        return kind.sentence;
    }

    @Override
    public String tangentSentence() {
        return kind.tangents;
    }
}
