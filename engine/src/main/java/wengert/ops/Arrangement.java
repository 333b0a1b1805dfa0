package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Scalar;
import wengert.value.Value;

/// An operation whose result consists of its argument's elements, each at a place of its own
/// choosing.
public interface Arrangement extends Linear {

    Ints size(int[] of);

    /// For each place of the result the place it comes from.
    int[] places(int[] of);

    @Override
    default Value evaluate(Value x) {
        ArrayValue array = (ArrayValue) x;
        int[] of = array.size();
        return array instanceof Fill(Scalar value, int[] _)
                ? new Fill(value, size(of).array())
                : Indexing.gather(array, places(of), size(of).array());
    }

    @Override
    default <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
        int[] of = Strides.size(in.value(x));
        return in.apply(new Indexing.Scatter(Ints.of(of), Ints.of(places(of))), adjoint);
    }

    @Override
    default Notation notation(List<Notation> x) {
        return Notation.apply(symbol(), x.getFirst());
    }

    @Override
    default String sentence() {
        return "sends each gradient back to where its element came from";
    }

    @Override
    default String tangentSentence() {
        return "moves the tangents, as it did the elements";
    }
}
