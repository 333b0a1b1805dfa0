package wengert.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds an order by going to and fro over the layers and moving nodes, each time, to the middle of what they are wired
/// to on the side it comes from: to the mean, or to the median.
final class Averages {

    private static final int PATIENCE = 4;
    private static final int MOST_ROUNDS = 16;

    private final Ordering order;
    private final Progress progress;
    private final Swaps swaps;

    Averages(Ordering order, Progress progress) {
        this.order = order;
        this.progress = progress;
        swaps = new Swaps(order);
    }

    /// Goes to and fro until that no longer helps, and leaves the best order that it saw.
    void improve() {
        int[][] best = order.copy();
        long least = order.total();
        int idle = 0;
        for (int round = 0; round < MOST_ROUNDS && idle < PATIENCE && least > 0; round++) {
            progress.step(round / (double) MOST_ROUNDS);
            boolean mean = round % 4 < 2;
            if (round % 2 == 0) {
                for (int layer = 1; layer < order.layers.length; layer++) {
                    center(layer, true, mean);
                }
            } else {
                for (int layer = order.layers.length - 2; layer >= 0; layer--) {
                    center(layer, false, mean);
                }
            }
            swaps.swap(3);
            long now = order.total();
            idle++;
            if (now < least) {
                least = now;
                order.keep(best);
                idle = 0;
            }
        }
        order.restore(best);
    }

    /// Moves the nodes of a layer to the middle of what they are wired to on one side. What is not wired stays.
    private void center(int layer, boolean fromBefore, boolean mean) {
        int[] nodes = order.layers[layer];
        double[] wish = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            double[] places = order.places(nodes[k], fromBefore);
            wish[k] = places.length == 0 ? Double.NaN : mean ? mean(places) : median(places);
        }
        Integer[] wired =
                IntStream.range(0, nodes.length)
                        .filter(k -> !Double.isNaN(wish[k]))
                        .boxed()
                        .toArray(Integer[]::new);
        if (wired.length < 2) {
            return;
        }
        int[] places = Arrays.stream(wired).mapToInt(Integer::intValue).toArray();
        Arrays.sort(wired, Comparator.comparingDouble(k -> wish[k]));
        int[] before = nodes.clone();
        for (int k = 0; k < places.length; k++) {
            nodes[places[k]] = before[wired[k]];
        }
        order.number(layer);
    }

    private static double mean(double[] places) {
        double sum = 0;
        for (double place : places) {
            sum += place;
        }
        return sum / places.length;
    }

    private static double median(double[] places) {
        Arrays.sort(places);
        int half = places.length / 2;
        return places.length % 2 == 1 ? places[half] : (places[half - 1] + places[half]) / 2;
    }
}
