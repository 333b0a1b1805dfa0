package wengert.value;

import java.util.Arrays;
import java.util.List;

/// A dense array of any number of dimensions, stored column by column.
///
/// The storage belongs to the tensor: whoever makes one hands over its array and forgets it, whoever asks for
/// [#doubles] only reads.
public final class Tensor implements ArrayValue {

    private final int[] size;
    private final Object storage; // double[], long[], boolean[] or Value[]
    private final ElementType elementType;
    private final boolean bits;

    /// For [ElementType#ANY]: the type that Julia would name.
    private final Type declared;

    private Tensor(
            int[] size,
            Object storage,
            int length,
            ElementType elementType,
            Type declared,
            boolean bits) {
        int product = 1;
        for (int n : size) {
            product *= n;
        }
        if (product != length) {
            throw new IllegalArgumentException(
                    length + " elements for the size " + Arrays.toString(size));
        }
        this.size = size.clone();
        this.storage = storage;
        this.elementType = elementType;
        this.declared = declared;
        this.bits = bits;
    }

    public static Tensor of(int[] size, double[] data) {
        return new Tensor(size, data, data.length, ElementType.FLOAT64, Types.FLOAT64, false);
    }

    public static Tensor of(int[] size, long[] data) {
        return new Tensor(size, data, data.length, ElementType.INT64, Types.INT64, false);
    }

    public static Tensor of(int[] size, boolean[] data) {
        return new Tensor(size, data, data.length, ElementType.BOOL, Types.BOOL, false);
    }

    /// A `BitArray`, which is what comparing element by element gives.
    public static Tensor bits(int[] size, boolean[] data) {
        return new Tensor(size, data, data.length, ElementType.BOOL, Types.BOOL, true);
    }

    /// An array of anything; `declared` is its element type in Julia's words.
    public static Tensor of(int[] size, Value[] data, Type declared) {
        return new Tensor(size, data, data.length, ElementType.ANY, declared, false);
    }

    public static Tensor vector(double... data) {
        return of(new int[] {data.length}, data);
    }

    /// An array of `elements` in the tightest storage: if all are [Float64], [Int64] or [Bool], in a flat array of these;
    /// otherwise as they are, under the narrowest type common to all.
    public static Tensor collect(int[] size, List<? extends Value> elements) {
        return Elements.collect(size, elements);
    }

    @Override
    public int[] size() {
        return size.clone();
    }

    @Override
    public int length() {
        int length = 1;
        for (int n : size) {
            length *= n;
        }
        return length;
    }

    @Override
    public int size(int d) {
        return d < size.length ? size[d] : 1;
    }

    @Override
    public int dimensions() {
        return size.length;
    }

    @Override
    public ElementType elementType() {
        return elementType;
    }

    public Type declared() {
        return declared;
    }

    /// Whether it is a `BitArray`.
    public boolean isBits() {
        return bits;
    }

    @Override
    public Value get(int i) {
        return switch (elementType) {
            case FLOAT64 -> new Float64(((double[]) storage)[i]);
            case INT64 -> Int64.of(((long[]) storage)[i]);
            case BOOL -> Bool.of(((boolean[]) storage)[i]);
            case ANY -> ((Value[]) storage)[i];
        };
    }

    @Override
    public double at(int i) {
        return switch (elementType) {
            case FLOAT64 -> ((double[]) storage)[i];
            case INT64 -> ((long[]) storage)[i];
            case BOOL -> ((boolean[]) storage)[i] ? 1 : 0;
            case ANY -> ((Scalar) ((Value[]) storage)[i]).toDouble();
        };
    }

    /// All elements as doubles, to be read and never written: the storage itself where it is one of doubles.
    public double[] doubles() {
        if (storage instanceof double[] data) {
            return data;
        }
        double[] copy = new double[length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = at(i);
        }
        return copy;
    }

    /// The elements of an integer array, to be read and never written.
    public long[] longs() {
        return (long[]) storage;
    }

    public boolean[] booleans() {
        return (boolean[]) storage;
    }

    public Value[] values() {
        return (Value[]) storage;
    }

    @Override
    public Tensor dense() {
        return this;
    }

    /// The same elements in another shape.
    public Tensor reshaped(int... newSize) {
        return new Tensor(newSize, storage, length(), elementType, declared, bits);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Tensor other
                && elementType == other.elementType
                && Arrays.equals(size, other.size)
                && switch (elementType) {
                    case FLOAT64 -> Arrays.equals((double[]) storage, (double[]) other.storage);
                    case INT64 -> Arrays.equals((long[]) storage, (long[]) other.storage);
                    case BOOL -> Arrays.equals((boolean[]) storage, (boolean[]) other.storage);
                    case ANY -> Arrays.equals((Value[]) storage, (Value[]) other.storage);
                };
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(size) + length();
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(size);
    }
}
