package wengert.layout;

import java.util.Arrays;
import java.util.List;

/// Finds out how far across each node stands, in the order given within the layers, so that wires run level where
/// they can and close to level elsewhere.
///
/// First every layer in turn is brought as close to its neighbours as the room between nodes allows (least squares
/// with an order to keep, which pooling neighbours solves exactly). From there the [Simplex] method finds heights at
/// which wires rise and fall as little as they can in all, so that most of them are level.
final class Heights {

    private static final int SWEEPS = 14;

    /// Places are whole numbers of this small a part of a pixel.
    private static final double FINE = 64;

    private static final int MOST_STEPS = 1_000_000;

    private final Lanes lanes;
    private final int[][] order;
    private final Progress progress;
    private final double[] y;

    private Heights(Lanes lanes, int[][] order, Progress progress) {
        this.lanes = lanes;
        this.order = order;
        this.progress = progress;
        y = new double[lanes.nodes];
    }

    /// Where each node begins across the flow.
    static double[] of(Lanes lanes, int[][] order, Progress progress) {
        return new Heights(lanes, order, progress).found();
    }

    private double[] found() {
        for (int[] nodes : order) {
            double[] offsets = offsets(nodes);
            double total = offsets[nodes.length];
            for (int k = 0; k < nodes.length; k++) {
                y[nodes[k]] = offsets[k] - total / 2;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            progress.step(0.5 * sweep / SWEEPS);
            boolean both = sweep >= SWEEPS - 4;
            if (sweep % 2 == 0) {
                for (int layer = 0; layer < order.length; layer++) {
                    pull(order[layer], true, both);
                }
            } else {
                for (int layer = order.length - 1; layer >= 0; layer--) {
                    pull(order[layer], both, true);
                }
            }
        }
        straighten();
        double least = Arrays.stream(y).min().orElse(0);
        for (int v = 0; v < y.length; v++) {
            y[v] -= least;
        }
        return y;
    }

    /// By place in a layer: how far from the first node a node is at least; at last, how much room all take.
    private double[] offsets(int[] nodes) {
        double[] offsets = new double[nodes.length + 1];
        for (int k = 0; k < nodes.length; k++) {
            double next = k + 1 < nodes.length ? lanes.between(nodes[k], nodes[k + 1]) : 0;
            offsets[k + 1] = offsets[k] + lanes.across(nodes[k]) + next;
        }
        return offsets;
    }

    /// A piece between two passing points should be level above all, lest long wires wriggle, then what goes on in one
    /// line; a piece that something hangs by gives way to both.
    private int weight(int piece) {
        boolean a = lanes.passes(lanes.from[piece]);
        boolean b = lanes.passes(lanes.to[piece]);
        if (a || b) {
            return a && b ? 8 : 2;
        }
        return lanes.isLoose(piece) ? 1 : lanes.isThread(piece) ? 3 : 2;
    }

    private void pull(int[] nodes, boolean fromBefore, boolean fromAfter) {
        int n = nodes.length;
        double[] offsets = offsets(nodes);
        double[] wish = new double[n];
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            int v = nodes[k];
            double sum = 0;
            double weight = 0;
            if (fromBefore) {
                for (int piece : lanes.in[v]) {
                    double w = weight(piece);
                    sum += w * (y[lanes.from[piece]] + lanes.exit[piece] - lanes.entry[piece]);
                    weight += w;
                }
            }
            if (fromAfter) {
                for (int piece : lanes.out[v]) {
                    double w = weight(piece);
                    sum += w * (y[lanes.to[piece]] + lanes.entry[piece] - lanes.exit[piece]);
                    weight += w;
                }
            }
            wish[k] = (weight == 0 ? y[v] : sum / weight) - offsets[k];
            weights[k] = Math.max(weight, 0.05);
        }
        pool(wish, weights);
        for (int k = 0; k < n; k++) {
            y[nodes[k]] = wish[k] + offsets[k];
        }
    }

    /// Makes numbers rise, changing them as little as that takes: where one is below the one before, both become
    /// their mean.
    private static void pool(double[] values, double[] weights) {
        int n = values.length;
        double[] mean = new double[n];
        double[] weight = new double[n];
        int[] size = new int[n];
        int pools = 0;
        for (int k = 0; k < n; k++) {
            mean[pools] = values[k];
            weight[pools] = weights[k];
            size[pools] = 1;
            pools++;
            while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
                double both = weight[pools - 2] + weight[pools - 1];
                mean[pools - 2] =
                        (mean[pools - 2] * weight[pools - 2] + mean[pools - 1] * weight[pools - 1])
                                / both;
                weight[pools - 2] = both;
                size[pools - 2] += size[pools - 1];
                pools--;
            }
        }
        int k = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int i = 0; i < size[pool]; i++) {
                values[k++] = mean[pool];
            }
        }
    }

    /// Moves everything to where wires rise and fall as little as can be.
    private void straighten() {
        int n = lanes.nodes;
        int pieces = lanes.pieces();
        List<Plan.Level> levels = lanes.plan.levels();
        int[] start = new int[n + pieces + levels.size()];
        var arcs = new Simplex.Arcs();
        for (int[] nodes : order) {
            for (int k = 0; k < nodes.length; k++) {
                int v = nodes[k];
                start[v] = fine(y[v]);
                if (k > 0) {
                    int above = nodes[k - 1];
                    int room = fine(lanes.across(above) + lanes.between(above, v));
                    arcs.add(above, v, room, 0);
                    start[v] = Math.max(start[v], start[above] + room);
                }
            }
        }
        for (int piece = 0; piece < pieces; piece++) {
            int a = lanes.from[piece];
            int b = lanes.to[piece];
            int exit = fine(lanes.exit[piece]);
            int entry = fine(lanes.entry[piece]);
            start[n + piece] = Math.min(start[a] + exit, start[b] + entry);
            arcs.add(n + piece, a, -exit, weight(piece));
            arcs.add(n + piece, b, -entry, weight(piece));
        }
        for (int k = 0; k < levels.size(); k++) {
            int a = levels.get(k).a();
            int b = levels.get(k).b();
            start[n + pieces + k] = Math.min(start[a], start[b]);
            arcs.add(n + pieces + k, a, 0, levels.get(k).weight());
            arcs.add(n + pieces + k, b, 0, levels.get(k).weight());
        }
        int[] places = new Simplex(start, arcs).places(MOST_STEPS, progress);
        for (int v = 0; v < n; v++) {
            y[v] = places[v] / FINE;
        }
    }

    private static int fine(double across) {
        return (int) Math.round(across * FINE);
    }
}
