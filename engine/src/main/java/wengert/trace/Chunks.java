package wengert.trace;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/// The nodes of a graph, as they came from the [Roll] that they were recorded on.
final class Chunks extends AbstractList<Node> implements RandomAccess {

    private static final int BITS = 10;

    /// How many nodes are in a chunk; the last may have fewer.
    static final int SIZE = 1 << BITS;

    private final Node[][] chunks;
    private final int size;

    Chunks(Node[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    @Override
    public Node get(int index) {
        Objects.checkIndex(index, size);
        return chunks[index >> BITS][index & SIZE - 1];
    }

    @Override
    public int size() {
        return size;
    }
}
