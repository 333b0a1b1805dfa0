package wengert.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Items that nothing leads to and that are used once, in the next layer: constants and copies of inputs. They can stand
/// beside whatever uses them, so an order is sought without them first, and they are put in where they cross least.
final class Leaves {

    private final Lanes lanes;

    Leaves(Lanes lanes) {
        this.lanes = lanes;
    }

    boolean has(int node) {
        return lanes.hangs(node);
    }

    /// Takes over an order that was found without leaves, and puts them in.
    void hang(Ordering bare, Ordering order) {
        int[] at = new int[lanes.nodes];
        for (int[] nodes : bare.layers) {
            for (int k = 0; k < nodes.length; k++) {
                at[nodes[k]] = k;
            }
        }
        for (int layer = order.layers.length - 1; layer >= 0; layer--) {
            int[] own = IntStream.of(order.layers[layer]).filter(this::has).toArray();
            int[] nodes = bare.layers[layer];
            double[] place = new double[lanes.nodes];
            for (int k = 0; k < nodes.length; k++) {
                place[nodes[k]] = k;
            }
            for (int v : own) {
                place[v] = gap(v, nodes, bare, at) - 0.5;
            }
            Integer[] sorted =
                    IntStream.concat(IntStream.of(nodes), IntStream.of(own))
                            .boxed()
                            .toArray(Integer[]::new);
            Arrays.sort(
                    sorted,
                    Comparator.<Integer>comparingDouble(v -> place[v])
                            .thenComparingInt(v -> has(v) ? bare.entryKey(lanes.out[v][0]) : 0));
            order.layers[layer] = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
            order.number(layer);
        }
    }

    /// Before which of the nodes a leaf crosses least; of several such places the one closest to what else its user
    /// takes.
    private int gap(int v, int[] nodes, Ordering bare, int[] at) {
        int piece = lanes.out[v][0];
        int key = bare.entryKey(piece);
        double sum = 0;
        int count = 0;
        for (int other : lanes.in[lanes.to[piece]]) {
            if (!has(lanes.from[other])) {
                sum += at[lanes.from[other]];
                count++;
            }
        }
        double wish = count == 0 ? nodes.length / 2.0 : sum / count + 0.5;
        int cost = 0;
        int least = 0;
        int best = 0;
        for (int k = 0; k <= nodes.length; k++) {
            if (cost < least || cost == least && Math.abs(k - wish) < Math.abs(best - wish)) {
                least = cost;
                best = k;
            }
            if (k < nodes.length) {
                for (int other : lanes.out[nodes[k]]) {
                    cost += Integer.signum(bare.entryKey(other) - key);
                }
            }
        }
        return best;
    }
}
