package wengert.sweep;

import java.util.List;
import java.util.Objects;
import wengert.trace.Node;

/// The numbers of several nodes in one row, counted without being made: an image has a million.
final class Numbers {

    /// For each node the place of its first number; at the end how many numbers there are.
    private final int[] starts;

    Numbers(List<Node> nodes) {
        starts = new int[nodes.size() + 1];
        for (int k = 0; k < nodes.size(); k++) {
            starts[k + 1] = Math.addExact(starts[k], Mode.numbers(nodes.get(k).plain()));
        }
    }

    int size() {
        return starts[starts.length - 1];
    }

    /// How many numbers a node has.
    int of(int node) {
        return starts[node + 1] - starts[node];
    }

    /// Whose number stands at a place.
    int node(int place) {
        Objects.checkIndex(place, size());
        int node = 0;
        while (starts[node + 1] <= place) {
            node++;
        }
        return node;
    }

    /// Which of its node's numbers stands at a place.
    int entry(int place) {
        return place - starts[node(place)];
    }

    /// The place of a number; negative if there is none.
    int place(int node, int entry) {
        return node < starts.length - 1 && entry < of(node) ? starts[node] + entry : -1;
    }
}
