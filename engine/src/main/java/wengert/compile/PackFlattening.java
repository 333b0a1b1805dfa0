package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.trace.Node;
import wengert.value.ElementType;
import wengert.value.Scalar;
import wengert.value.Tensor;

/// The part of [Flattening] that does the operations of a [pack][Packs] together.
final class PackFlattening {

    private final Flattening flat;
    private final Draft draft;
    private final Views views;

    PackFlattening(Flattening flat) {
        this.flat = flat;
        this.draft = flat.draft;
        this.views = flat.views;
    }

    /// Does all in one loop, if the numbers that they take lie together.
    ///
    /// @param places by node, where the results are put down
    /// @return whether that was so
    boolean found(List<Node> nodes, Place[] places) {
        var size = new Place.Size(new int[] {nodes.size()});
        var x = new ArrayList<Place.View>();
        for (int slot = 0; slot < nodes.getFirst().arguments().size(); slot++) {
            Place.View view = argument(nodes, slot, size);
            if (view == null) {
                return false;
            }
            x.add(view);
        }
        Op op = nodes.getFirst().op();
        Place.View y =
                op instanceof ScalarOp scalar ? each(scalar, nodes, x, size) : sum(nodes, x, size);
        if (y == null) {
            return false;
        }
        for (int k = 0; k < nodes.size(); k++) {
            places[nodes.get(k).index()] = Flattening.single(y.base() + y.offset(k));
        }
        return true;
    }

    private Place.@Nullable View argument(List<Node> nodes, int slot, Place.Size size) {
        int[] cells = new int[nodes.size()];
        for (int k = 0; k < cells.length; k++) {
            Node argument = nodes.get(k).arguments().get(slot);
            if (!(flat.place(argument) instanceof Place.Single(int cell, _))
                    || !(argument.plain() instanceof Scalar)) {
                return null;
            }
            cells[k] = cell;
        }
        boolean same = true;
        boolean constant = true;
        for (int cell : cells) {
            same &= cell == cells[0];
            constant &= cell < 0;
        }
        if (same) {
            return Views.number(cells[0], size, ElementType.FLOAT64);
        }
        if (constant) {
            double[] data = Arrays.stream(cells).mapToDouble(draft::constantAt).toArray();
            return flat.stored(Tensor.of(size.of(), data));
        }
        return views.regular(cells, size);
    }

    private Place.@Nullable View each(
            ScalarOp op, List<Node> nodes, List<Place.View> x, Place.Size size) {
        if (op.arity() != x.size() || x.size() > 3) {
            return null;
        }
        double[] at = new double[x.size()];
        for (Node node : nodes) {
            for (int i = 0; i < at.length; i++) {
                at[i] = ((Scalar) node.arguments().get(i).plain()).toDouble();
            }
            if (!Flattening.computes(op, at, node.plain())) {
                return null;
            }
        }
        Place.View y = views.room(size);
        int number = flat.number(op, x.size() > 1 ? x.get(1).base() : 0);
        views.emit(number, y, x.toArray(Place.View[]::new));
        return y;
    }

    private Place.@Nullable View sum(List<Node> nodes, List<Place.View> x, Place.Size size) {
        boolean real =
                nodes.stream()
                        .flatMap(n -> n.arguments().stream())
                        .allMatch(a -> Flattening.isFloat(flat.place(a)));
        return real ? views.sum(x, size) : null;
    }
}
