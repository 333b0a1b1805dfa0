package wengert.layout;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Orders the nodes within their layers so that few wires cross.
///
/// It goes to and fro over the layers, each time moving nodes to the middle of those they are wired to, and then swaps
/// neighbours wherever that helps. It begins with the order of the program, which is a good guess; of a small plan it
/// also tries what comes of shaking the best found so far, and tries every place in its layer for every node.
final class Crossings {

    /// A plan with fewer pieces than this is searched more thoroughly.
    private static final int SMALL = 1200;

    private static final int SHAKES = 24;
    private static final int PATIENCE = 5;
    private static final long WORK = 1_500_000;

    private final Lanes lanes;
    private final double[] hints;
    private final Progress progress;
    private final int[][] order;
    private final int[] at;

    /// By piece: the how-manieth place of its node it leaves from or goes to; pieces that meet share one.
    private final int[] exitPort;

    private final int[] entryPort;
    private final int[] exits;
    private final int[] entries;

    /// By node: how many places to leave from or go to are above it in its layer.
    private final int[] exitBase;

    private final int[] entryBase;
    private final int[][] keys;
    private int[] tree = new int[64];
    private final Random random = new Random(20);

    /// @param hints where items stood across before, to be kept as far as possible; NaN where that is not known
    Crossings(Lanes lanes, double[] hints, Progress progress) {
        this.lanes = lanes;
        this.hints = hints;
        this.progress = progress;
        at = new int[lanes.nodes];
        exitPort = new int[lanes.pieces()];
        entryPort = new int[lanes.pieces()];
        exits = ports(lanes.out, lanes.exit, exitPort, _ -> false);
        entries = ports(lanes.in, lanes.entry, entryPort, lanes::free);
        exitBase = new int[lanes.nodes];
        entryBase = new int[lanes.nodes];
        keys = new int[lanes.nodes][];
        order = Adjacency.of(lanes.layers, lanes.nodes, v -> lanes.layer[v]);
    }

    private static int[] ports(int[][] pieces, double[] where, int[] port, IntPredicate oneForAll) {
        int[] counts = new int[pieces.length];
        for (int v = 0; v < pieces.length; v++) {
            int[] own = pieces[v];
            for (int k = 0; k < own.length; k++) {
                boolean same = k > 0 && where[own[k]] == where[own[k - 1]] || oneForAll.test(v);
                port[own[k]] = k == 0 ? 0 : port[own[k - 1]] + (same ? 0 : 1);
                counts[v] = port[own[k]] + 1;
            }
        }
        return counts;
    }

    /// What of the plan counts here: two plans of one shape have the same order.
    private IntBuffer shape() {
        int n = lanes.pieces();
        int[] shape = new int[lanes.nodes + 4 * n];
        System.arraycopy(lanes.layer, 0, shape, 0, lanes.nodes);
        System.arraycopy(lanes.from, 0, shape, lanes.nodes, n);
        System.arraycopy(lanes.to, 0, shape, lanes.nodes + n, n);
        System.arraycopy(exitPort, 0, shape, lanes.nodes + 2 * n, n);
        System.arraycopy(entryPort, 0, shape, lanes.nodes + 3 * n, n);
        return IntBuffer.wrap(shape);
    }

    /// Finds an order with few crossings.
    ///
    /// @param known the orders that have been found, by shape: the turns of a loop are mostly alike
    /// @return by layer its nodes, from the top
    int[][] found(Map<IntBuffer, int[][]> known) {
        boolean kept = seed();
        IntBuffer shape = shape();
        int[][] same = kept ? null : known.get(shape);
        if (same != null) {
            return same;
        }
        search(kept);
        if (!kept) {
            known.put(shape, order);
        }
        return order;
    }

    private void search(boolean kept) {
        boolean small = lanes.pieces() <= SMALL;
        if (kept) {
            swap(20);
            return;
        }
        int[][] best = copy();
        long least = improve(total(), best);
        if (small) {
            for (int shake = 0; shake < SHAKES && least > 0; shake++) {
                progress.check();
                restore(best);
                if (shake == 0) {
                    reverse();
                } else {
                    shake();
                }
                least = improve(least, best);
            }
        }
        restore(best);
    }

    /// The order to begin with; whether it is one to be kept.
    private boolean seed() {
        double[] wish = new double[lanes.nodes];
        double known = 0;
        for (int v = 0; v < lanes.items; v++) {
            boolean hinted = v < hints.length && !Double.isNaN(hints[v]);
            known += hinted ? 1 : 0;
            wish[v] = hinted ? hints[v] : v;
        }
        boolean kept = known > 0 && known >= 0.5 * hints.length;
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
        for (int layer = 0; layer < order.length; layer++) {
            sort(order[layer], wish);
            number(layer);
        }
        return kept;
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

    private void reverse() {
        for (int layer = 0; layer < order.length; layer++) {
            int[] nodes = order[layer];
            for (int k = 0; k < nodes.length / 2; k++) {
                int v = nodes[k];
                nodes[k] = nodes[nodes.length - 1 - k];
                nodes[nodes.length - 1 - k] = v;
            }
            number(layer);
        }
    }

    private void shake() {
        for (int layer = 0; layer < order.length; layer++) {
            int[] nodes = order[layer];
            int swaps = 1 + nodes.length / 4;
            for (int k = 0; k < swaps && random.nextInt(3) > 0; k++) {
                int a = random.nextInt(nodes.length);
                int b = random.nextInt(nodes.length);
                int v = nodes[a];
                nodes[a] = nodes[b];
                nodes[b] = v;
            }
            number(layer);
        }
    }

    private int[][] copy() {
        int[][] copy = new int[order.length][];
        keep(copy);
        return copy;
    }

    private void keep(int[][] best) {
        for (int layer = 0; layer < order.length; layer++) {
            best[layer] = order[layer].clone();
        }
    }

    private void restore(int[][] best) {
        for (int layer = 0; layer < order.length; layer++) {
            System.arraycopy(best[layer], 0, order[layer], 0, best[layer].length);
            number(layer);
        }
    }

    /// Goes to and fro until that no longer helps.
    ///
    /// @param best keeps the best found, if it has fewer crossings than `least`
    /// @return the fewest crossings known
    private long improve(long least, int[][] best) {
        long known = least;
        long own = Long.MAX_VALUE;
        int idle = 0;
        int rounds = Math.clamp(WORK / (lanes.pieces() + 1), 12, 60);
        for (int round = 0; round < rounds && idle < PATIENCE && known > 0; round++) {
            progress.step(round / (double) rounds);
            boolean mean = round % 4 < 2;
            if (round % 2 == 0) {
                for (int layer = 1; layer < order.length; layer++) {
                    center(layer, true, mean);
                }
            } else {
                for (int layer = order.length - 2; layer >= 0; layer--) {
                    center(layer, false, mean);
                }
            }
            swap(lanes.pieces() <= SMALL ? 12 : 3);
            if (lanes.pieces() <= SMALL) {
                sift();
            }
            long now = total();
            if (now < own) {
                own = now;
                idle = 0;
            } else {
                idle++;
            }
            if (now < known) {
                known = now;
                keep(best);
            }
        }
        return known;
    }

    private void number(int layer) {
        int exit = 0;
        int entry = 0;
        int[] nodes = order[layer];
        for (int k = 0; k < nodes.length; k++) {
            int v = nodes[k];
            at[v] = k;
            exitBase[v] = exit;
            entryBase[v] = entry;
            exit += exits[v];
            entry += entries[v];
        }
    }

    private int exitKey(int piece) {
        return exitBase[lanes.from[piece]] + exitPort[piece];
    }

    private int entryKey(int piece) {
        return entryBase[lanes.to[piece]] + entryPort[piece];
    }

    /// Moves the nodes of a layer to the middle of what they are wired to on one side. What is not wired stays.
    private void center(int layer, boolean fromBefore, boolean mean) {
        int[] nodes = order[layer];
        double[] wish = new double[nodes.length];
        int count = 0;
        for (int k = 0; k < nodes.length; k++) {
            int[] pieces = fromBefore ? lanes.in[nodes[k]] : lanes.out[nodes[k]];
            wish[k] = pieces.length == 0 ? Double.NaN : middle(pieces, fromBefore, mean);
            count += pieces.length == 0 ? 0 : 1;
        }
        if (count < 2) {
            return;
        }
        Integer[] wired =
                IntStream.range(0, nodes.length)
                        .filter(k -> !Double.isNaN(wish[k]))
                        .boxed()
                        .toArray(Integer[]::new);
        int[] places = Arrays.stream(wired).mapToInt(Integer::intValue).toArray();
        Arrays.sort(wired, Comparator.comparingDouble(k -> wish[k]));
        int[] before = nodes.clone();
        for (int k = 0; k < places.length; k++) {
            nodes[places[k]] = before[wired[k]];
        }
        number(layer);
    }

    private double middle(int[] pieces, boolean fromBefore, boolean mean) {
        if (mean) {
            double sum = 0;
            for (int piece : pieces) {
                sum += fromBefore ? exitKey(piece) : entryKey(piece);
            }
            return sum / pieces.length;
        }
        int[] sorted = new int[pieces.length];
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = fromBefore ? exitKey(pieces[k]) : entryKey(pieces[k]);
        }
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
    }

    /// Swaps neighbours where that helps, layer by layer, at most so many times.
    private void swap(int rounds) {
        boolean[] quiet = new boolean[order.length];
        for (int round = 0; round < rounds; round++) {
            boolean any = false;
            for (int layer = 0; layer < order.length; layer++) {
                if (!quiet[layer]) {
                    boolean changed = swapIn(layer);
                    any |= changed;
                    quiet[layer] = !changed;
                    if (changed) {
                        quiet[Math.max(0, layer - 1)] = false;
                        quiet[Math.min(order.length - 1, layer + 1)] = false;
                    }
                }
            }
            if (!any) {
                return;
            }
        }
    }

    private boolean swapIn(int layer) {
        int[] nodes = order[layer];
        collect(nodes);
        boolean changed = false;
        for (int k = 0; k + 1 < nodes.length; k++) {
            if (gain(nodes[k], nodes[k + 1]) > 0) {
                int v = nodes[k];
                nodes[k] = nodes[k + 1];
                nodes[k + 1] = v;
                changed = true;
            }
        }
        if (changed) {
            number(layer);
        }
        return changed;
    }

    /// Notes for each node of a layer the sorted places of what it is wired to: first before it, then after it.
    private void collect(int[] nodes) {
        for (int v : nodes) {
            int[] in = lanes.in[v];
            int[] out = lanes.out[v];
            int[] own = new int[in.length + out.length];
            for (int k = 0; k < in.length; k++) {
                own[k] = exitKey(in[k]);
            }
            for (int k = 0; k < out.length; k++) {
                own[in.length + k] = entryKey(out[k]);
            }
            if (in.length > 1) {
                Arrays.sort(own, 0, in.length);
            }
            if (out.length > 1) {
                Arrays.sort(own, in.length, own.length);
            }
            keys[v] = own;
        }
    }

    /// How many crossings go away if `v`, right above `w`, goes below it.
    private int gain(int v, int w) {
        int a = lanes.in[v].length;
        int b = lanes.in[w].length;
        return inversions(keys[v], 0, a, keys[w], 0, b)
                + inversions(keys[v], a, keys[v].length, keys[w], b, keys[w].length);
    }

    /// How many pairs have the first greater than the second, less those that have it smaller.
    private static int inversions(int[] a, int a0, int a1, int[] b, int b0, int b1) {
        int sum = 0;
        int smaller = b0;
        int notGreater = b0;
        for (int k = a0; k < a1; k++) {
            while (smaller < b1 && b[smaller] < a[k]) {
                smaller++;
            }
            while (notGreater < b1 && b[notGreater] <= a[k]) {
                notGreater++;
            }
            sum += smaller - b0 - (b1 - notGreater);
        }
        return sum;
    }

    /// Tries every place in its layer for every node.
    private void sift() {
        for (int layer = 0; layer < order.length; layer++) {
            int[] nodes = order[layer];
            if (nodes.length < 3) {
                continue;
            }
            collect(nodes);
            for (int v : nodes.clone()) {
                siftIn(nodes, v);
            }
            number(layer);
        }
    }

    private void siftIn(int[] nodes, int v) {
        int place = 0;
        while (nodes[place] != v) {
            place++;
        }
        int best = place;
        int most = 0;
        int sum = 0;
        for (int k = place + 1; k < nodes.length; k++) {
            sum += gain(v, nodes[k]);
            if (sum > most) {
                most = sum;
                best = k;
            }
        }
        sum = 0;
        for (int k = place - 1; k >= 0; k--) {
            sum -= gain(v, nodes[k]);
            if (sum > most) {
                most = sum;
                best = k;
            }
        }
        if (best > place) {
            System.arraycopy(nodes, place + 1, nodes, place, best - place);
        } else if (best < place) {
            System.arraycopy(nodes, best, nodes, best + 1, place - best);
        }
        nodes[best] = v;
    }

    private long total() {
        long total = 0;
        for (int layer = 0; layer + 1 < order.length; layer++) {
            total += crossings(layer);
        }
        return total;
    }

    /// How often pieces between a layer and the next cross.
    private long crossings(int layer) {
        int size = 0;
        for (int v : order[layer + 1]) {
            size += entries[v];
        }
        if (tree.length <= size + 1) {
            tree = new int[2 * size + 2];
        }
        Arrays.fill(tree, 0, size + 1, 0);
        long count = 0;
        int inserted = 0;
        for (int v : order[layer]) {
            int[] own = lanes.out[v];
            int k = 0;
            while (k < own.length) {
                int end = k;
                while (end < own.length && exitPort[own[end]] == exitPort[own[k]]) {
                    count += inserted - upTo(entryKey(own[end]) + 1);
                    end++;
                }
                for (; k < end; k++) {
                    insert(entryKey(own[k]) + 1, size);
                    inserted++;
                }
            }
        }
        return count;
    }

    private void insert(int key, int size) {
        for (int k = key; k <= size; k += k & -k) {
            tree[k]++;
        }
    }

    private int upTo(int key) {
        int sum = 0;
        for (int k = key; k > 0; k -= k & -k) {
            sum += tree[k];
        }
        return sum;
    }
}
