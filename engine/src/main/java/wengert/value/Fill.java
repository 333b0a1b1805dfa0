package wengert.value;

import java.util.Arrays;
import java.util.Collections;

/// An array whose elements are all the same number, such as the gradient of `sum`; shows as `Fill(1.0, 4)`.
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and the accessor see to it
public record Fill(Scalar value, int[] size) implements ArrayValue {

    public Fill {
        size = size.clone();
    }

    @Override
    public int[] size() {
        return size.clone();
    }

    @Override
    public ElementType elementType() {
        return switch (value) {
            case Float64 f -> ElementType.FLOAT64;
            case Int64 i -> ElementType.INT64;
            case Bool b -> ElementType.BOOL;
            default -> ElementType.ANY;
        };
    }

    @Override
    public Value get(int i) {
        return value;
    }

    @Override
    public Tensor dense() {
        if (value instanceof Float64(double number)) {
            double[] data = new double[length()];
            Arrays.fill(data, number);
            return Tensor.of(size, data);
        }
        return Tensor.collect(size, Collections.nCopies(length(), value));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Fill other
                && value.equals(other.value)
                && Arrays.equals(size, other.size);
    }

    @Override
    public int hashCode() {
        return 31 * value.hashCode() + Arrays.hashCode(size);
    }
}
