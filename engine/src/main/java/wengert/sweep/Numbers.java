package wengert.sweep;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import wengert.trace.Node;

/// The numbers of several nodes in one row, each with the sweep that it stands for. Sweeps are made when they are asked
/// for: an image has a million.
abstract class Numbers<M extends Mode> extends AbstractList<M> implements RandomAccess {

    /// For each node the place of its first number; at the end how many numbers there are.
    private final int[] starts;

    Numbers(List<Node> nodes) {
        starts = new int[nodes.size() + 1];
        for (int k = 0; k < nodes.size(); k++) {
            starts[k + 1] = Math.addExact(starts[k], Mode.numbers(nodes.get(k).plain()));
        }
    }

    /// The sweep that a number of a node stands for.
    abstract M sweep(int node, int entry);

    @Override
    public final int size() {
        return starts[starts.length - 1];
    }

    @Override
    public final M get(int place) {
        Objects.checkIndex(place, size());
        int node = 0;
        while (starts[node + 1] <= place) {
            node++;
        }
        return sweep(node, place - starts[node]);
    }

    @Override
    public final boolean contains(Object other) {
        return indexOf(other) >= 0;
    }

    /// How many numbers a node has.
    final int count(int node) {
        return starts[node + 1] - starts[node];
    }

    /// The place of a number; negative if there is none.
    final int place(int node, int entry) {
        return node < starts.length - 1 && entry < count(node) ? starts[node] + entry : -1;
    }
}
