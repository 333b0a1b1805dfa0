package wengert.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Orders the nodes within their layers so that few wires cross.
///
/// It begins with the order of the program, which is a good guess, moves nodes to the middle of what they are wired to
/// ([Averages]), lets neighbours change places as in a metal that cools ([Annealing]), and at last takes what small
/// moves still give ([Swaps]). Of a plan that has been seen before it keeps the order as far as it can.
final class Crossings {

    private final Lanes lanes;
    private final double[] hints;
    private final Progress progress;
    private final Ordering order;
    private long count = Long.MAX_VALUE;

    /// @param hints where items stood across before, to be kept as far as possible; NaN where that is not known
    /// @param anchors where items on the border lead outside; NaN, or nothing, where that does not matter
    Crossings(Lanes lanes, double[] hints, double[] anchors, Progress progress) {
        this.lanes = lanes;
        this.hints = hints;
        this.progress = progress;
        order = new Ordering(lanes, anchors);
    }

    /// Whether so much is known of where things stood that their order is to be kept.
    static boolean keeps(double[] hints) {
        long known = Arrays.stream(hints).filter(hint -> !Double.isNaN(hint)).count();
        return known > 0 && known >= 0.5 * hints.length;
    }

    /// How often wires cross, as far as the search has come.
    long count() {
        return count;
    }

    /// By layer its nodes, from the top.
    int[][] layers() {
        return order.layers;
    }

    /// Finds a first order: the one that was, or one that does not cost much time.
    void begin() {
        if (keeps(hints)) {
            seed(true);
            new Swaps(order).swap(20);
        } else {
            seed(false);
            new Averages(order, progress).improve();
        }
        count = order.total();
    }

    /// Makes it better, for as long as it takes to try so many times for each pair of neighbours whether they had better
    /// swap.
    void cool(int sweeps) {
        if (count > 0) {
            new Annealing(order, progress).cool(sweeps);
            var swaps = new Swaps(order);
            swaps.swap(20);
            swaps.sift(4);
            count = order.total();
        }
    }

    private void seed(boolean kept) {
        double[] wish = new double[lanes.nodes];
        for (int v = 0; v < lanes.items; v++) {
            wish[v] = isNew(v) ? v : hints[v];
        }
        if (kept) {
            borrow(wish);
        }
        for (int[] way : lanes.ways) {
            double first = wish[way[0]];
            double last = wish[way[way.length - 1]];
            for (int k = 1; k < way.length - 1; k++) {
                double part = k / (way.length - 1.0);
                wish[way[k]] = kept ? first + part * (last - first) : first + 0.5;
            }
        }
        for (int layer = 0; layer < order.layers.length; layer++) {
            sort(order.layers[layer], wish);
            order.number(layer);
        }
    }

    /// What has not been there before stands where something it is wired to was.
    private void borrow(double[] wish) {
        for (Plan.Wire wire : lanes.plan.wires()) {
            if (isNew(wire.from()) && !isNew(wire.to())) {
                wish[wire.from()] = wish[wire.to()] + wire.entry();
            } else if (isNew(wire.to()) && !isNew(wire.from())) {
                wish[wire.to()] = wish[wire.from()] + wire.exit();
            }
        }
    }

    private boolean isNew(int item) {
        return item >= hints.length || Double.isNaN(hints[item]);
    }

    private static void sort(int[] nodes, double[] wish) {
        Integer[] boxed = IntStream.of(nodes).boxed().toArray(Integer[]::new);
        Arrays.sort(boxed, Comparator.comparingDouble(v -> wish[v]));
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = boxed[k];
        }
    }
}
