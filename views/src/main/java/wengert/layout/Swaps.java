package wengert.layout;

/// Makes an order better by small moves, each of which takes crossings away: neighbours swap, or a node goes to the best
/// place in its layer.
final class Swaps {

    /// A layer with more nodes than this is not searched for the best place of each.
    private static final int MANY = 60;

    private final Ordering order;

    Swaps(Ordering order) {
        this.order = order;
    }

    /// Swaps neighbours where that helps, layer by layer, at most so many times.
    void swap(int rounds) {
        int last = order.layers.length - 1;
        boolean[] quiet = new boolean[last + 1];
        boolean any = true;
        for (int round = 0; round < rounds && any; round++) {
            any = false;
            for (int layer = 0; layer <= last; layer++) {
                if (!quiet[layer]) {
                    boolean changed = swapIn(layer);
                    any |= changed;
                    quiet[layer] = !changed;
                    if (changed) {
                        quiet[Math.max(0, layer - 1)] = false;
                        quiet[Math.min(last, layer + 1)] = false;
                    }
                }
            }
        }
    }

    private boolean swapIn(int layer) {
        int[] nodes = order.layers[layer];
        boolean changed = false;
        for (int k = 0; k + 1 < nodes.length; k++) {
            if (order.gain(nodes[k], nodes[k + 1]) > 0) {
                order.exchange(layer, k);
                changed = true;
            }
        }
        return changed;
    }

    /// Tries every place in its layer for every node, until nothing moves any more or so many times.
    void sift(int rounds) {
        boolean any = true;
        for (int round = 0; round < rounds && any; round++) {
            any = false;
            for (int layer = 0; layer < order.layers.length; layer++) {
                int[] nodes = order.layers[layer];
                if (nodes.length > 1 && nodes.length <= MANY) {
                    for (int v : nodes.clone()) {
                        any |= siftIn(nodes, v);
                    }
                    order.number(layer);
                }
            }
        }
    }

    private boolean siftIn(int[] nodes, int v) {
        int place = 0;
        while (nodes[place] != v) {
            place++;
        }
        int best = place;
        int most = 0;
        int sum = 0;
        for (int k = place + 1; k < nodes.length; k++) {
            sum += order.gain(v, nodes[k]);
            if (sum > most) {
                most = sum;
                best = k;
            }
        }
        sum = 0;
        for (int k = place - 1; k >= 0; k--) {
            sum += order.gain(nodes[k], v);
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
        return best != place;
    }
}
