package wengert.layout;

import java.util.SplittableRandom;

/// Makes an order better by letting neighbours swap at random: always where that takes crossings away or changes
/// nothing, and now and then where it adds some, ever more seldom as it cools. So long wires wander over plateaus
/// where no single swap helps, and out of hollows where every one harms.
///
/// The numbers it draws are the same every time.
final class Annealing {

    private static final double HOT = 0.7;
    private static final double COLD = 0.1;

    /// A swap that adds more crossings than this is never tried.
    private static final int MOST_HARM = 12;

    private static final int SEED = 7;

    private final Ordering order;
    private final Progress progress;

    /// By pair of neighbours: its layer, and the place there of the upper one.
    private final int[] layerOf;

    private final int[] placeOf;

    Annealing(Ordering order, Progress progress) {
        this.order = order;
        this.progress = progress;
        int pairs = 0;
        for (int[] nodes : order.layers) {
            pairs += Math.max(0, nodes.length - 1);
        }
        layerOf = new int[pairs];
        placeOf = new int[pairs];
        int pair = 0;
        for (int layer = 0; layer < order.layers.length; layer++) {
            for (int k = 0; k + 1 < order.layers[layer].length; k++) {
                layerOf[pair] = layer;
                placeOf[pair++] = k;
            }
        }
    }

    /// Cools in so many sweeps, in each of which there is a try for every pair, and leaves the best order that it saw.
    void cool(int sweeps) {
        var random = new SplittableRandom(SEED);
        int[][] best = order.copy();
        long now = order.total();
        long least = now;
        long[] chance = new long[MOST_HARM + 1];
        for (int sweep = 0; sweep < sweeps && least > 0; sweep++) {
            if (sweep % 16 == 0) {
                progress.step(sweep / (double) sweeps);
            }
            double heat = HOT * Math.pow(COLD / HOT, sweep / (double) sweeps);
            for (int harm = 0; harm <= MOST_HARM; harm++) {
                chance[harm] = (long) (Math.exp(-harm / heat) * (1L << 31));
            }
            for (int k = 0; k < layerOf.length; k++) {
                long drawn = random.nextLong();
                int pair = (int) ((drawn >>> 32) * layerOf.length >>> 32);
                int layer = layerOf[pair];
                int place = placeOf[pair];
                int[] nodes = order.layers[layer];
                int gain = order.gain(nodes[place], nodes[place + 1]);
                if (gain >= 0
                        || -gain <= MOST_HARM && (drawn & Integer.MAX_VALUE) < chance[-gain]) {
                    order.exchange(layer, place);
                    now -= gain;
                }
            }
            if (now < least) {
                least = now;
                order.keep(best);
            }
        }
        order.restore(best);
    }
}
