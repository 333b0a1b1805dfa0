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
    private final double[] anchors;
    private final Progress progress;
    private final Ordering order;
    private long count = Long.MAX_VALUE;

    /// @param hints where items stood across before, to be kept as far as possible; NaN where that is not known
    /// @param anchors where items on the border lead outside; NaN, or nothing, where that does not matter
    Crossings(Lanes lanes, double[] hints, double[] anchors, Progress progress) {
        this.lanes = lanes;
        this.hints = hints;
        this.anchors = anchors;
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
            follow(hints);
        } else {
            program(order);
            new Averages(order, progress).improve();
            count = order.total();
        }
    }

    /// Finds a first order without the [Leaves], in so many sweeps, and puts them in.
    void beginBare(int sweeps) {
        var leaves = new Leaves(lanes);
        var bare = new Ordering(lanes, anchors, leaves::has);
        program(bare);
        new Averages(bare, progress).improve();
        cool(bare, sweeps);
        leaves.hang(bare, order);
        count = order.total();
    }

    /// Takes over an order as a first one, as far as it can be.
    ///
    /// @param heights where items stand across; NaN where that is not known
    void follow(double[] heights) {
        seed(heights);
        new Swaps(order).swap(20);
        count = order.total();
    }

    /// Goes on from where another search for the same layers and ways has come.
    void copy(Crossings other) {
        order.restore(other.order.layers);
        count = other.count;
    }

    /// Makes it better, for as long as it takes to try so many times for each pair of neighbours whether they had better
    /// swap.
    void cool(int sweeps) {
        if (count > 0) {
            cool(order, sweeps);
            count = order.total();
        }
    }

    private void cool(Ordering some, int sweeps) {
        new Annealing(some, progress).cool(sweeps);
        var swaps = new Swaps(some);
        swaps.swap(20);
        swaps.sift(4);
    }

    /// Begins with the order in which the program was written; wires stand right behind where they come from.
    private void program(Ordering some) {
        double[] wish = new double[lanes.nodes];
        for (int v = 0; v < lanes.items; v++) {
            wish[v] = v;
        }
        for (int[] way : lanes.ways) {
            for (int k = 1; k < way.length - 1; k++) {
                wish[way[k]] = way[0] + 0.5;
            }
        }
        sort(some, wish);
    }

    private void seed(double[] heights) {
        double[] wish = new double[lanes.nodes];
        for (int v = 0; v < lanes.items; v++) {
            wish[v] = isNew(v, heights) ? v : heights[v];
        }
        borrow(wish, heights);
        for (int[] way : lanes.ways) {
            double first = wish[way[0]];
            double last = wish[way[way.length - 1]];
            for (int k = 1; k < way.length - 1; k++) {
                wish[way[k]] = first + k / (way.length - 1.0) * (last - first);
            }
        }
        sort(order, wish);
    }

    /// What has not been there before stands where something it is wired to was.
    private void borrow(double[] wish, double[] heights) {
        for (Plan.Wire wire : lanes.plan.wires()) {
            boolean fromNew = isNew(wire.from(), heights);
            boolean toNew = isNew(wire.to(), heights);
            if (fromNew && !toNew) {
                wish[wire.from()] = wish[wire.to()] + wire.entry();
            } else if (toNew && !fromNew) {
                wish[wire.to()] = wish[wire.from()] + wire.exit();
            }
        }
    }

    private static boolean isNew(int item, double[] heights) {
        return item >= heights.length || Double.isNaN(heights[item]);
    }

    private static void sort(Ordering some, double[] wish) {
        for (int layer = 0; layer < some.layers.length; layer++) {
            sort(some.layers[layer], wish);
            some.number(layer);
        }
    }

    private static void sort(int[] nodes, double[] wish) {
        Integer[] boxed = IntStream.of(nodes).boxed().toArray(Integer[]::new);
        Arrays.sort(boxed, Comparator.comparingDouble(v -> wish[v]));
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = boxed[k];
        }
    }
}
