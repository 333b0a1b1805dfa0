package wengert.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Finds out how far across each node stands, in the order given within the layers, so that wires run level where
/// they can and close to level elsewhere.
///
/// First every layer in turn is brought as close to its neighbours as the room between nodes allows (least squares
/// with an order to keep, which pooling neighbours solves exactly). Then nodes that can stand on one level line are
/// made a row, and rows move as one to where they pull least.
final class Heights {

    private static final int SWEEPS = 14;
    private static final int ROUNDS = 10;

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
            double total = offsets(nodes)[nodes.length];
            double[] offsets = offsets(nodes);
            for (int k = 0; k < nodes.length; k++) {
                y[nodes[k]] = offsets[k] - total / 2;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            progress.step(0.6 * sweep / SWEEPS);
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
        new Rows().settle();
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

    /// A piece between two passing points should be level above all, lest long wires wriggle.
    private double weight(int piece) {
        boolean a = lanes.passes(lanes.from[piece]);
        boolean b = lanes.passes(lanes.to[piece]);
        return a && b ? 8 : a || b ? 2 : 1;
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

    /// Nodes that stand on one level line.
    private final class Rows {

        /// By node: its row, and how far it begins from where the row is.
        private final int[] row = new int[lanes.nodes];

        private final double[] shift = new double[lanes.nodes];
        private final List<int[]> members = new ArrayList<>();
        private final int[] before = new int[lanes.nodes];
        private final int[] after = new int[lanes.nodes];
        private final int[] place = new int[lanes.nodes];
        private double[] position = new double[0];
        private int[] sequence = new int[0];

        void settle() {
            Arrays.fill(before, -1);
            Arrays.fill(after, -1);
            for (int[] nodes : order) {
                for (int k = 0; k < nodes.length; k++) {
                    place[nodes[k]] = k;
                }
            }
            for (int layer = 0; layer + 1 < order.length; layer++) {
                join(layer);
            }
            collect();
            separate();
            for (int round = 0; round < ROUNDS; round++) {
                progress.step(0.6 + 0.4 * round / ROUNDS);
                if (!move(round % 2 == 0)) {
                    break;
                }
            }
            for (int r = 0; r < members.size(); r++) {
                for (int v : members.get(r)) {
                    y[v] = position[r] + shift[v];
                }
            }
        }

        /// Chooses the pieces after a layer that shall be level: long wires first, then those that nearly are.
        private void join(int layer) {
            var pieces = new ArrayList<Integer>();
            for (int v : order[layer]) {
                for (int piece : lanes.out[v]) {
                    pieces.add(piece);
                }
            }
            pieces.sort(
                    Comparator.comparingDouble((Integer piece) -> -weight(piece))
                            .thenComparingDouble(this::slope));
            var taken = new TreeMap<Integer, Integer>();
            for (int piece : pieces) {
                int a = lanes.from[piece];
                int b = lanes.to[piece];
                if (after[a] >= 0 || before[b] >= 0) {
                    continue;
                }
                var above = taken.lowerEntry(place[a]);
                var below = taken.higherEntry(place[a]);
                boolean apart =
                        (above == null || above.getValue() < place[b])
                                && (below == null || below.getValue() > place[b]);
                if (apart) {
                    taken.put(place[a], place[b]);
                    after[a] = piece;
                    before[b] = piece;
                }
            }
        }

        private double slope(int piece) {
            return Math.abs(
                    y[lanes.from[piece]]
                            + lanes.exit[piece]
                            - y[lanes.to[piece]]
                            - lanes.entry[piece]);
        }

        private void collect() {
            for (int v = 0; v < lanes.nodes; v++) {
                if (before[v] >= 0) {
                    continue;
                }
                var own = new ArrayList<Integer>();
                int at = v;
                own.add(at);
                row[at] = members.size();
                while (after[at] >= 0) {
                    int piece = after[at];
                    int next = lanes.to[piece];
                    shift[next] = shift[at] + lanes.exit[piece] - lanes.entry[piece];
                    row[next] = members.size();
                    own.add(next);
                    at = next;
                }
                members.add(own.stream().mapToInt(Integer::intValue).toArray());
            }
            position = new double[members.size()];
        }

        /// Puts each row where its nodes were, as far as there is room: the mean of pushing down and pushing up.
        private void separate() {
            sequence = sorted();
            double[] wish = new double[position.length];
            for (int r = 0; r < wish.length; r++) {
                double[] were =
                        Arrays.stream(members.get(r)).mapToDouble(v -> y[v] - shift[v]).toArray();
                Arrays.sort(were);
                wish[r] = were[were.length / 2];
            }
            double[] down = wish.clone();
            for (int r : sequence) {
                for (int v : members.get(r)) {
                    int up = neighbour(v, -1);
                    if (up >= 0) {
                        down[r] = Math.max(down[r], down[row[up]] + room(up, v));
                    }
                }
            }
            double[] rise = wish.clone();
            for (int k = sequence.length - 1; k >= 0; k--) {
                int r = sequence[k];
                for (int v : members.get(r)) {
                    int low = neighbour(v, 1);
                    if (low >= 0) {
                        rise[r] = Math.min(rise[r], rise[row[low]] - room(v, low));
                    }
                }
            }
            for (int r = 0; r < wish.length; r++) {
                position[r] = (down[r] + rise[r]) / 2;
            }
        }

        /// How far apart the rows of two neighbours are at least.
        private double room(int upper, int lower) {
            return shift[upper] + lanes.across(upper) + lanes.between(upper, lower) - shift[lower];
        }

        private int neighbour(int v, int step) {
            int[] nodes = order[lanes.layer[v]];
            int k = place[v] + step;
            return k >= 0 && k < nodes.length ? nodes[k] : -1;
        }

        /// Rows from the top down: each after all that are right above one of its nodes.
        private int[] sorted() {
            int n = members.size();
            int[] missing = new int[n];
            for (int v = 0; v < lanes.nodes; v++) {
                if (neighbour(v, -1) >= 0) {
                    missing[row[v]]++;
                }
            }
            int[] sorted = new int[n];
            int count = 0;
            for (int r = 0; r < n; r++) {
                if (missing[r] == 0) {
                    sorted[count++] = r;
                }
            }
            for (int read = 0; read < count; read++) {
                for (int v : members.get(sorted[read])) {
                    int low = neighbour(v, 1);
                    if (low >= 0 && --missing[row[low]] == 0) {
                        sorted[count++] = row[low];
                    }
                }
            }
            return Arrays.copyOf(sorted, count);
        }

        /// Moves each row to where it pulls least, between the rows above and below; whether any moved.
        private boolean move(boolean downwards) {
            boolean moved = false;
            for (int k = 0; k < sequence.length; k++) {
                int r = sequence[downwards ? k : sequence.length - 1 - k];
                double top = Double.NEGATIVE_INFINITY;
                double bottom = Double.POSITIVE_INFINITY;
                for (int v : members.get(r)) {
                    int up = neighbour(v, -1);
                    int low = neighbour(v, 1);
                    if (up >= 0) {
                        top = Math.max(top, position[row[up]] + room(up, v));
                    }
                    if (low >= 0) {
                        bottom = Math.min(bottom, position[row[low]] - room(v, low));
                    }
                }
                double wish = wish(r);
                double to = Math.max(top, Math.min(bottom, wish));
                if (top <= bottom && Math.abs(to - position[r]) > 0.5) {
                    position[r] = to;
                    moved = true;
                }
            }
            return moved;
        }

        /// The median of where its wires to other rows would have it.
        private double wish(int r) {
            var pulls = new ArrayList<double[]>();
            double all = 0;
            for (int v : members.get(r)) {
                for (int piece : lanes.in[v]) {
                    int u = lanes.from[piece];
                    if (row[u] != r) {
                        double there = position[row[u]] + shift[u] + lanes.exit[piece];
                        pulls.add(
                                new double[] {
                                    there - lanes.entry[piece] - shift[v], weight(piece)
                                });
                        all += weight(piece);
                    }
                }
                for (int piece : lanes.out[v]) {
                    int u = lanes.to[piece];
                    if (row[u] != r) {
                        double there = position[row[u]] + shift[u] + lanes.entry[piece];
                        pulls.add(
                                new double[] {there - lanes.exit[piece] - shift[v], weight(piece)});
                        all += weight(piece);
                    }
                }
            }
            if (pulls.isEmpty()) {
                return position[r];
            }
            pulls.sort(Comparator.comparingDouble(pull -> pull[0]));
            double sum = 0;
            for (int k = 0; k < pulls.size(); k++) {
                sum += pulls.get(k)[1];
                if (2 * sum > all) {
                    return pulls.get(k)[0];
                }
                if (2 * sum == all) {
                    double low = pulls.get(k)[0];
                    double high = pulls.get(Math.min(k + 1, pulls.size() - 1))[0];
                    return Math.max(low, Math.min(high, position[r]));
                }
            }
            return position[r];
        }
    }
}
