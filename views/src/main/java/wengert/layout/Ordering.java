package wengert.layout;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// In which order the nodes of each layer stand, and how often pieces cross on their way from layer to layer.
///
/// Pieces are compared by where they meet a layer, counted from the top: pieces that meet a node at one place have one
/// number and never cross there, and so have all pieces that enter an item which takes them in any order.
final class Ordering {

    final Lanes lanes;

    /// By layer: its nodes, from the top.
    final int[][] layers;

    /// By piece: the how-manieth place of its node it leaves from or goes to.
    final int[] exitPort;

    final int[] entryPort;

    /// By node: how many places it has to leave from and to go to.
    private final int[] exits;

    private final int[] entries;

    /// By node: how many places to leave from or go to are above it in its layer.
    private final int[] exitBase;

    private final int[] entryBase;

    /// By node: the pieces that lead to it and on from it, in one row, and where in the row each node's begin.
    private final int[] begin;

    private final int[] middle;
    private final int[] neighbour;
    private final int[] port;

    /// Where on the other side of the border an item on the border leads; NaN for all others.
    private final double[] anchors;

    private int[] tree = new int[64];

    /// @param anchors by item: where across it leads outside, if it is on the border and that is known; else NaN
    Ordering(Lanes lanes, double[] anchors) {
        this(lanes, anchors, _ -> false);
    }

    /// @param absent nodes that are left out for the moment; none of them leads to another
    Ordering(Lanes lanes, double[] anchors, IntPredicate absent) {
        this.lanes = lanes;
        this.anchors = Arrays.copyOf(anchors, lanes.nodes);
        Arrays.fill(this.anchors, Math.min(anchors.length, lanes.nodes), lanes.nodes, Double.NaN);
        int pieces = lanes.pieces();
        exitPort = new int[pieces];
        entryPort = new int[pieces];
        exits = ports(lanes.out, lanes.exit, exitPort, _ -> false);
        entries = ports(lanes.in, lanes.entry, entryPort, lanes::free);
        exitBase = new int[lanes.nodes];
        entryBase = new int[lanes.nodes];
        begin = new int[lanes.nodes + 1];
        middle = new int[lanes.nodes];
        neighbour = new int[2 * pieces];
        port = new int[2 * pieces];
        int at = 0;
        for (int v = 0; v < lanes.nodes; v++) {
            begin[v] = at;
            for (int piece : lanes.in[v]) {
                if (!absent.test(lanes.from[piece])) {
                    neighbour[at] = lanes.from[piece];
                    port[at++] = exitPort[piece];
                }
            }
            middle[v] = at;
            for (int piece : lanes.out[v]) {
                neighbour[at] = lanes.to[piece];
                port[at++] = entryPort[piece];
            }
        }
        begin[lanes.nodes] = at;
        int[][] all = Adjacency.of(lanes.layers, lanes.nodes, v -> lanes.layer[v]);
        for (int layer = 0; layer < all.length; layer++) {
            all[layer] = IntStream.of(all[layer]).filter(absent.negate()).toArray();
        }
        layers = all;
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

    /// Takes note of a layer's order.
    void number(int layer) {
        int exit = 0;
        int entry = 0;
        for (int v : layers[layer]) {
            exitBase[v] = exit;
            entryBase[v] = entry;
            exit += exits[v];
            entry += entries[v];
        }
    }

    int[][] copy() {
        int[][] copy = new int[layers.length][];
        for (int layer = 0; layer < layers.length; layer++) {
            copy[layer] = layers[layer].clone();
        }
        return copy;
    }

    /// Notes the order as it is now in a copy of it.
    void keep(int[][] copy) {
        for (int layer = 0; layer < layers.length; layer++) {
            System.arraycopy(layers[layer], 0, copy[layer], 0, copy[layer].length);
        }
    }

    /// Makes the order what it was when it was copied.
    void restore(int[][] copy) {
        for (int layer = 0; layer < layers.length; layer++) {
            System.arraycopy(copy[layer], 0, layers[layer], 0, copy[layer].length);
            number(layer);
        }
    }

    /// Where a node's pieces on one side meet the layer there, in no order.
    double[] places(int v, boolean before) {
        int from = before ? begin[v] : middle[v];
        int to = before ? middle[v] : begin[v + 1];
        double[] places = new double[to - from];
        for (int k = from; k < to; k++) {
            places[k - from] = (before ? exitBase : entryBase)[neighbour[k]] + port[k];
        }
        return places;
    }

    /// Lets a node and the one right below it change places.
    void exchange(int layer, int place) {
        int[] nodes = layers[layer];
        int v = nodes[place];
        int w = nodes[place + 1];
        nodes[place] = w;
        nodes[place + 1] = v;
        exitBase[w] = exitBase[v];
        exitBase[v] += exits[w];
        entryBase[w] = entryBase[v];
        entryBase[v] += entries[w];
    }

    /// How many crossings go away if `v`, right above `w`, goes below it.
    int gain(int v, int w) {
        int gain = anchors[v] > anchors[w] ? 1 : anchors[v] < anchors[w] ? -1 : 0;
        gain += inversions(begin[v], middle[v], begin[w], middle[w], exitBase);
        return gain + inversions(middle[v], begin[v + 1], middle[w], begin[w + 1], entryBase);
    }

    /// How many pairs have the first greater than the second, less those that have it smaller.
    private int inversions(int a0, int a1, int b0, int b1, int[] base) {
        int sum = 0;
        for (int i = a0; i < a1; i++) {
            int a = base[neighbour[i]] + port[i];
            for (int j = b0; j < b1; j++) {
                int b = base[neighbour[j]] + port[j];
                sum += a > b ? 1 : a < b ? -1 : 0;
            }
        }
        return sum;
    }

    /// How often pieces cross in all.
    long total() {
        long total = 0;
        for (int layer = 0; layer + 1 < layers.length; layer++) {
            total += crossings(layer);
        }
        if (layers.length > 0) {
            total += outside(layers[0]);
        }
        if (layers.length > 1) {
            total += outside(layers[layers.length - 1]);
        }
        return total;
    }

    private long outside(int[] nodes) {
        long count = 0;
        for (int k = 0; k < nodes.length; k++) {
            for (int i = 0; i < k && !Double.isNaN(anchors[nodes[k]]); i++) {
                count += anchors[nodes[i]] > anchors[nodes[k]] ? 1 : 0;
            }
        }
        return count;
    }

    /// How often pieces between a layer and the next cross.
    long crossings(int layer) {
        int size = 0;
        for (int v : layers[layer + 1]) {
            size += entries[v];
        }
        if (tree.length <= size + 1) {
            tree = new int[2 * size + 2];
        }
        Arrays.fill(tree, 0, size + 1, 0);
        long count = 0;
        int inserted = 0;
        for (int v : layers[layer]) {
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

    /// How far down the next layer a piece enters it, counted in places to enter.
    int entryKey(int piece) {
        return entryBase[lanes.to[piece]] + entryPort[piece];
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
