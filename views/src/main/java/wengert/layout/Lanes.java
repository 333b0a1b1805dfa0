package wengert.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A plan in layers, with a point for each layer that a wire passes: what is left are pieces from one layer to the
/// next.
///
/// Nodes are the items and after them the passing points. Wires that leave one item at one place may share their
/// points until they part.
final class Lanes {

    private static final double BETWEEN_ITEMS = 24;
    private static final double BETWEEN_WIRES = 12;
    private static final double BESIDE_ITEMS = 16;

    final Plan plan;
    final int items;
    final int nodes;
    final int layers;
    final int[] layer;

    /// Of each piece where it begins and ends, and where at these nodes.
    final int[] from;

    final int[] to;
    final double[] exit;
    final double[] entry;

    /// By node: the pieces that lead on from it, and those that lead to it, in the order of where they meet it.
    final int[][] out;

    final int[][] in;

    /// By wire: the nodes that it passes, from item to item.
    final int[][] ways;

    /// By wire: the last of its pieces, which enters the item that it leads to.
    private final int[] last;

    Lanes(Plan plan, int[] ranks, boolean shared) {
        this.plan = plan;
        items = plan.items().size();
        var layerOf = new ArrayList<Integer>();
        for (int rank : ranks) {
            layerOf.add(rank);
        }
        var pieces = new ArrayList<Plan.Wire>();
        var known = new HashMap<Object, Integer>();
        Map<Long, Integer> drawn = new HashMap<>();
        ways = new int[plan.wires().size()][];
        last = new int[ways.length];
        for (int k = 0; k < ways.length; k++) {
            Plan.Wire wire = plan.wires().get(k);
            int step = ranks[wire.from()] <= ranks[wire.to()] ? 1 : -1;
            int length = Math.abs(ranks[wire.to()] - ranks[wire.from()]);
            int[] way = new int[length + 1];
            way[0] = wire.from();
            way[length] = wire.to();
            for (int i = 1; i < length; i++) {
                int at = ranks[wire.from()] + i * step;
                if (shared) {
                    var key = List.of(wire.from(), wire.exit(), at);
                    way[i] = known.computeIfAbsent(key, _ -> pass(layerOf, at));
                } else {
                    way[i] = pass(layerOf, at);
                }
            }
            for (int i = 0; i < length; i++) {
                boolean first = i == 0;
                boolean ending = i == length - 1;
                int a = step > 0 ? way[i] : way[i + 1];
                int b = step > 0 ? way[i + 1] : way[i];
                long key = ((long) a << 32) | b;
                if (a < items || b < items || drawn.putIfAbsent(key, k) == null) {
                    double exit = first ? wire.exit() : 0;
                    double entry = ending ? wire.entry() : 0;
                    pieces.add(
                            step > 0
                                    ? new Plan.Wire(a, exit, b, entry)
                                    : new Plan.Wire(a, entry, b, exit));
                }
            }
            ways[k] = way;
            last[k] = step > 0 ? pieces.size() - 1 : -1;
        }
        nodes = layerOf.size();
        layer = layerOf.stream().mapToInt(Integer::intValue).toArray();
        layers = 1 + Arrays.stream(layer).max().orElse(-1);
        from = pieces.stream().mapToInt(Plan.Wire::from).toArray();
        to = pieces.stream().mapToInt(Plan.Wire::to).toArray();
        exit = pieces.stream().mapToDouble(Plan.Wire::exit).toArray();
        entry = pieces.stream().mapToDouble(Plan.Wire::entry).toArray();
        out = Adjacency.of(nodes, from.length, k -> from[k]);
        in = Adjacency.of(nodes, to.length, k -> to[k]);
        for (int v = 0; v < nodes; v++) {
            sort(out[v], exit);
            sort(in[v], entry);
        }
    }

    private static int pass(List<Integer> layerOf, int at) {
        layerOf.add(at);
        return layerOf.size() - 1;
    }

    /// Sorts pieces by where they meet their node; there are few of them, and mostly in order.
    private static void sort(int[] pieces, double[] where) {
        for (int i = 1; i < pieces.length; i++) {
            int piece = pieces[i];
            int k = i - 1;
            while (k >= 0 && where[pieces[k]] > where[piece]) {
                pieces[k + 1] = pieces[k];
                k--;
            }
            pieces[k + 1] = piece;
        }
    }

    /// Where a wire enters the item that it leads to.
    double entryOf(int wire) {
        return last[wire] < 0 ? plan.wires().get(wire).entry() : entry[last[wire]];
    }

    /// Whether nothing leads to a node, and it is used once, in the next layer, such as a constant: it can stand wherever
    /// what uses it stands.
    boolean hangs(int node) {
        return node < items
                && in[node].length == 0
                && out[node].length == 1
                && to[out[node][0]] < items
                && plan.items().get(node).place() == Plan.Place.ANYWHERE;
    }

    /// Whether a piece has something at one of its ends that hangs by it.
    boolean isLoose(int piece) {
        return hangs(from[piece]) || dangles(to[piece]);
    }

    /// Whether a node is the end of one thing among several that a value goes to, such as a branch that was not taken.
    private boolean dangles(int node) {
        return node < items
                && out[node].length == 0
                && in[node].length == 1
                && out[from[in[node][0]]].length > 1
                && plan.items().get(node).place() == Plan.Place.ANYWHERE;
    }

    /// Whether a piece goes on in one line: nothing else goes out where it begins, and where it ends nothing else comes in but
    /// what hangs there.
    boolean isThread(int piece) {
        for (int other : out[from[piece]]) {
            if (other != piece && !dangles(to[other])) {
                return false;
            }
        }
        for (int other : in[to[piece]]) {
            if (other != piece && !hangs(from[other])) {
                return false;
            }
        }
        return true;
    }

    /// Whether it does not matter in which order wires enter a node.
    boolean free(int node) {
        return node < items && plan.items().get(node).free();
    }

    /// Puts the room for the title before everything else in the first layer.
    void titleFirst(int[][] order) {
        int title = plan.title();
        if (title >= 0) {
            int[] nodes = order[layer[title]];
            int place = 0;
            while (nodes[place] != title) {
                place++;
            }
            System.arraycopy(nodes, 0, nodes, 1, place);
            nodes[0] = title;
        }
    }

    /// Lets wires enter items that do not mind in the order in which they come.
    void untwist(int[][] order) {
        int[] at = new int[nodes];
        for (int[] own : order) {
            for (int k = 0; k < own.length; k++) {
                at[own[k]] = k;
            }
        }
        for (int v = 0; v < items; v++) {
            if (free(v) && in[v].length > 1) {
                int[] sorted =
                        Arrays.stream(in[v])
                                .boxed()
                                .sorted(
                                        Comparator.comparingInt((Integer piece) -> at[from[piece]])
                                                .thenComparingDouble(piece -> exit[piece]))
                                .mapToInt(Integer::intValue)
                                .toArray();
                in[v] = sorted;
                boolean[] hanging = new boolean[sorted.length];
                for (int k = 0; k < sorted.length; k++) {
                    hanging[k] = hangs(from[sorted[k]]);
                }
                double[] entries = Slots.entries(across(v), hanging);
                for (int k = 0; k < sorted.length; k++) {
                    entry[sorted[k]] = entries[k];
                }
            }
        }
    }

    int pieces() {
        return from.length;
    }

    /// The layers of the items.
    int[] ranks() {
        return Arrays.copyOf(layer, items);
    }

    double across(int node) {
        return node < items ? plan.items().get(node).across() : 0;
    }

    double along(int node) {
        return node < items ? plan.items().get(node).along() : 0;
    }

    boolean passes(int node) {
        return node >= items;
    }

    /// How much room there is to be between two neighbours in a layer.
    double between(int a, int b) {
        boolean wires = across(a) == 0 && across(b) == 0;
        boolean boxes = across(a) > 0 && across(b) > 0;
        return wires ? BETWEEN_WIRES : boxes ? BETWEEN_ITEMS : BESIDE_ITEMS;
    }
}
