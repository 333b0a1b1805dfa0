package wengert.sweep;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import wengert.trace.Graph;

/// Every reverse sweep of a graph: that of the whole result, and where several numbers come out, that of each alone.
final class Backward extends AbstractList<Mode> implements RandomAccess {

    private final List<Mode.Row> rows;

    /// A first result of one number is its whole already.
    private final int left;

    Backward(Graph graph) {
        rows = Jacobian.rows(graph);
        left = Mode.numbers(graph.output().plain()) == 1 ? 1 : 0;
    }

    @Override
    public int size() {
        return 1 + rows.size() - left;
    }

    @Override
    public Mode get(int place) {
        return place == 0 ? Mode.REVERSE : rows.get(place - 1 + left);
    }

    @Override
    public int indexOf(Object other) {
        if (other instanceof Mode.Reverse) {
            return 0;
        }
        int row = rows.indexOf(other);
        return row < left ? -1 : row - left + 1;
    }

    @Override
    public boolean contains(Object other) {
        return indexOf(other) >= 0;
    }
}
