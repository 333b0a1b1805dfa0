package wengert.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Nodes while they are recorded.
///
/// They are in chunks, each of which knows the one before it and none that comes after. One array of all would be among the
/// collector's old objects from the start, as everything large is; and what an old object points to is copied as
/// if it were in use, here every node of a recording that is long gone.
final class Roll {

    private static final int FIRST = 16;

    private Node[] last = new Node[FIRST];
    private int filled;
    private @Nullable Full before;
    private int size;

    /// A full chunk.
    private record Full(Node[] nodes, @Nullable Full before) {}

    int size() {
        return size;
    }

    void add(Node node) {
        if (filled == last.length) {
            grow();
        }
        last[filled++] = node;
        size++;
    }

    private void grow() {
        if (filled < Chunks.SIZE) {
            last = Arrays.copyOf(last, 2 * filled);
        } else {
            before = new Full(last, before);
            last = new Node[Chunks.SIZE];
            filled = 0;
        }
    }

    /// What is there by now. Full chunks are shared with it, since they change no more.
    Chunks nodes() {
        int full = size / Chunks.SIZE;
        boolean rest = size % Chunks.SIZE != 0;
        var chunks = new Node[rest ? full + 1 : full][];
        if (rest) {
            chunks[full] = Arrays.copyOf(last, filled);
        } else if (full > 0) {
            chunks[--full] = last;
        }
        for (Full chunk = before; chunk != null; chunk = chunk.before) {
            chunks[--full] = chunk.nodes;
        }
        return new Chunks(chunks, size);
    }
}
