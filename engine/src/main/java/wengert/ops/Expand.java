package wengert.ops;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// Repeats a number, or an array along its dimensions of length 1, to fill `size`: what `.+` does
/// to its arguments.
///
/// A number becomes a [Fill], which is why the gradient of `sum` is one. The transpose of [SumTo].
public record Expand(Ints size) implements Linear {

    public Expand(int... size) {
        this(Ints.of(size));
    }

    /// `v`, repeated to the size of `model`; unchanged where it has it already.
    public static <V> V like(Algebra<V> in, V v, V model) {
        Value to = in.value(model);
        return to instanceof Scalar || Strides.sameSize(in.value(v), to)
                ? v
                : in.apply(new Expand(Ints.of(Strides.size(to))), v);
    }

    @Override
    public String symbol() {
        return "fill";
    }

    @Override
    public Value evaluate(Value x) {
        int[] large = size.array();
        if (x instanceof Scalar s) {
            return new Fill(s, large);
        }
        ArrayValue array = (ArrayValue) x;
        if (Arrays.equals(array.size(), large)) {
            return array;
        }
        Broadcasting.common(array.size(), large);
        if (array instanceof Fill(Scalar value, int[] _)) {
            return new Fill(value, large);
        }
        Tensor dense = array.dense();
        int[] places = new int[size.product()];
        Strides.walk(large, array.size(), (k, j) -> places[k] = j);
        return Indexing.gather(dense, places, large);
    }

    @Override
    public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
        return SumTo.like(in, adjoint, x);
    }

    @Override
    public String sign() {
        return Unicode.text(ones());
    }

    /// `x ⊙ 𝟏₃ₓ₄`: an array beside ones is repeated to fit them.
    @Override
    public Notation notation(List<Notation> x) {
        return Notation.infix(Notation.Operator.HADAMARD, x.getFirst(), ones());
    }

    /// The same of a number: `x · 𝟏₄`.
    Notation ofNumber(Notation x) {
        return Notation.infix(Notation.Operator.TIMES, x, ones());
    }

    private Notation ones() {
        return new Notation.Bold(
                "1", size.stream().mapToObj(Integer::toString).collect(joining("×")));
    }

    @Override
    public String sentence() {
        return "adds up the gradients of all the copies";
    }

    @Override
    public String tangentSentence() {
        return "gives every copy the same tangent";
    }
}
