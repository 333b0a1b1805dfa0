package wengert.ops;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// Adds an array up over the dimensions along which an array of `size` would have to be expanded to
/// match it.
///
/// It is what broadcasting does to gradients, and the transpose of [Expand].
///
/// @param dims what is added up over, as it is written below the sign: it tells this sum from that of everything
public record SumTo(Ints size, Ints dims) implements Linear {

    /// The sum that makes an array of the size `large` as small as `small`.
    static SumTo of(int[] large, int[] small) {
        int[] dims =
                IntStream.range(0, large.length)
                        .filter(d -> Strides.along(small, d) != large[d])
                        .map(d -> d + 1)
                        .toArray();
        return new SumTo(Ints.of(small), Ints.of(dims));
    }

    /// `share`, added up to the shape of the argument `x` that was expanded; unchanged where it has
    /// it already.
    public static <V> V like(Algebra<V> in, V share, V x) {
        Value to = in.value(x);
        Value from = in.value(share);
        if (to instanceof ArrayValue array) {
            if (from instanceof Scalar) {
                return in.apply(new Expand(Ints.of(array.size())), share);
            }
            return Strides.sameSize(from, to)
                    ? share
                    : in.apply(of(Strides.size(from), array.size()), share);
        }
        return from instanceof Scalar ? share : in.apply(Reductions.Sum.ALL, share);
    }

    @Override
    public String symbol() {
        return "sum";
    }

    @Override
    public String sign() {
        return "∑";
    }

    @Override
    public Value evaluate(Value x) {
        ArrayValue array = (ArrayValue) x;
        int[] large = array.size();
        int[] small = size.array();
        int n = size.product();
        if (array instanceof Fill(Scalar value, int[] _) && n > 0) {
            return new Fill(Scalars.times(value, new Int64(array.length() / n)), small);
        }
        if (Scalars.isFloat(array)) {
            double[] data = array.dense().doubles();
            double[] sums = new double[n];
            Strides.walk(large, small, (k, j) -> sums[j] += data[k]);
            return Tensor.of(small, sums);
        }
        if (Scalars.isWhole(array)) {
            long[] data = Scalars.longs(array);
            long[] sums = new long[n];
            Strides.walk(large, small, (k, j) -> sums[j] += data[k]);
            return Tensor.of(small, sums);
        }
        Scalar[] sums = new Scalar[n];
        Arrays.fill(sums, array.length() == 0 ? Float64.ZERO : Scalars.zero(array));
        ArrayValue dense = array.dense();
        Strides.walk(large, small, (k, j) -> sums[j] = Scalars.plus(sums[j], Scalars.at(dense, k)));
        return Scalars.collect(small, List.of(sums));
    }

    @Override
    public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
        return Expand.like(in, adjoint, x);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Big("∑", Reductions.below(dims), x.getFirst());
    }

    @Override
    public String sentence() {
        return "gives every element the gradient of the sum it went into";
    }

    @Override
    public String tangentSentence() {
        return "adds up the tangents of all that goes into the same sum";
    }
}
