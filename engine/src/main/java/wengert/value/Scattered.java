package wengert.value;

import java.util.Arrays;

/// An array of zeros but for some places, which is what indexing hands back: `values[k]` is added at `places[k]`.
///
/// It lets a sweep add up the shares of n indexings in time n. A place may occur several times; its values add up.
public final class Scattered implements ArrayValue {

    private final int[] size;
    private final int[] places;
    private final Tensor values;

    public Scattered(int[] size, int[] places, Tensor values) {
        if (places.length != values.length()) {
            throw new IllegalArgumentException(
                    values.length() + " values for " + places.length + " places");
        }
        this.size = size.clone();
        this.places = places;
        this.values = values;
    }

    @Override
    public int[] size() {
        return size.clone();
    }

    /// Where the values go, column-major from 0; to be read only.
    public int[] places() {
        return places;
    }

    public Tensor values() {
        return values;
    }

    @Override
    public ElementType elementType() {
        return values.elementType();
    }

    @Override
    public Value get(int i) {
        return dense().get(i);
    }

    @Override
    public Tensor dense() {
        return Elements.scatter(size, places, values);
    }

    @Override
    public String toString() {
        return "Scattered" + Arrays.toString(size);
    }
}
