package wengert.value;

/// An array that never changes: dense, or with a structure that is kept because it says something.
///
/// Elements are numbered column by column from 0, as Julia stores them.
public sealed interface ArrayValue extends Value
        permits Tensor, Fill, Range, Scattered, Structured {

    /// The lengths of the dimensions; empty for an array of no dimensions.
    int[] size();

    /// The number of elements.
    default int length() {
        int length = 1;
        for (int n : size()) {
            length *= n;
        }
        return length;
    }

    /// The length of dimension `d`, from 0; 1 beyond the last.
    default int size(int d) {
        int[] size = size();
        return d < size.length ? size[d] : 1;
    }

    default int dimensions() {
        return size().length;
    }

    ElementType elementType();

    /// Element `i` in column-major order, from 0.
    Value get(int i);

    /// Element `i` as a double.
    default double at(int i) {
        return ((Scalar) get(i)).toDouble();
    }

    /// The same array with every element stored.
    Tensor dense();
}
