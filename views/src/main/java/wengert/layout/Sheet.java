package wengert.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A plan that has been arranged: where items stand and which way wires go, in the plan's own terms. A point's x is
/// along, its y across.
final class Sheet {

    private final double[] along;
    private final double[] across;
    private final List<List<Point>> wires;
    private final double length;
    private final double breadth;

    /// By wire: where the gap between layers is that it crosses first, and the one that it crosses last.
    private final Gap[] first;

    private final Gap[] last;

    /// The room between two layers, along.
    private record Gap(double from, double to) {

        static final Gap NONE = new Gap(Double.NaN, Double.NaN);

        double width() {
            return to - from;
        }
    }

    private Sheet(
            double[] along,
            double[] across,
            List<List<Point>> wires,
            double length,
            double breadth,
            Gap[] first,
            Gap[] last) {
        this.along = along;
        this.across = across;
        this.wires = wires;
        this.length = length;
        this.breadth = breadth;
        this.first = first;
        this.last = last;
    }

    /// The same items in other places.
    Sheet rearranged(
            double[] otherAlong, double[] otherAcross, double otherLength, double otherBreadth) {
        return new Sheet(otherAlong, otherAcross, wires, otherLength, otherBreadth, first, last);
    }

    /// Wires that rise this much in a gap of ordinary width make it wider.
    private static final double STEEP = 480;

    private static final double MOST_EXTRA = 20;

    /// How much room there is at least between layers, and between the border and what is next to it.
    record Gaps(double layers, double border) {}

    /// @param hints where items stood across before, NaN where not known; their order is kept
    /// @param anchors by item on the border, where across it leads outside; NaN, or nothing, where that does not matter
    static Sheet of(
            Plan plan,
            Gaps gaps,
            double[] hints,
            double[] anchors,
            Search search,
            Progress progress) {
        if (plan.items().isEmpty()) {
            return new Sheet(new double[0], new double[0], List.of(), 0, 0, new Gap[0], new Gap[0]);
        }
        double begin = progress.from();
        double end = progress.to();
        progress.part(begin, begin + 0.7 * (end - begin));
        Search.Result found = search.of(plan, hints, anchors);
        Lanes lanes = found.lanes(plan);
        progress.part(begin + 0.7 * (end - begin), begin + 0.95 * (end - begin));
        lanes.titleFirst(found.order());
        lanes.untwist(found.order());
        double[] y = Heights.of(lanes, found.order(), progress);
        progress.part(begin, end);
        return new Making(lanes, found.order(), y, gaps).sheet();
    }

    /// How long all wires would be together, if items stood in this order.
    static double wiring(Lanes lanes, int[][] order, Gaps gaps, Progress progress) {
        lanes.untwist(order);
        double[] y = Heights.of(lanes, order, progress);
        return new Making(lanes, order, y, gaps)
                .sheet().wires.stream().mapToDouble(way -> Curve.level(way).length()).sum();
    }

    /// Where an item begins along.
    double along(int item) {
        return along[item];
    }

    /// Where an item begins across.
    double across(int item) {
        return across[item];
    }

    /// The points that a wire passes, alternating between level stretches and bends.
    List<Point> wire(int number) {
        return wires.get(number);
    }

    int wires() {
        return wires.size();
    }

    /// How far along a wire leaves the layer that it begins in; NaN if it leads back.
    double leaves(int wire) {
        return first[wire].from;
    }

    /// How much room there is behind that layer.
    double roomAfter(int wire) {
        return first[wire].width();
    }

    /// How far along the layer is that a wire ends in; NaN if it leads back.
    double enters(int wire) {
        return last[wire].to;
    }

    /// How much room there is before that layer.
    double roomBefore(int wire) {
        return last[wire].width();
    }

    /// The points of a wire until it leaves the layer that it begins in.
    List<Point> start(int wire) {
        Point begin = wires.get(wire).getFirst();
        return List.of(begin, new Point(leaves(wire), begin.y()));
    }

    /// The points of a wire from the layer on that it ends in.
    List<Point> end(int wire) {
        Point stop = wires.get(wire).getLast();
        return List.of(new Point(enters(wire), stop.y()), stop);
    }

    /// How far everything reaches along.
    double length() {
        return length;
    }

    /// How far everything reaches across.
    double breadth() {
        return breadth;
    }

    private static final class Making {
        private final Lanes lanes;
        private final int[][] order;
        private final double[] y;
        private final double[] wanted;
        private final double[] left;
        private final double[] right;

        Making(Lanes lanes, int[][] order, double[] y, Gaps gaps) {
            this.lanes = lanes;
            this.order = order;
            this.y = y;
            wanted = wanted(lanes, order.length);
            left = new double[order.length];
            right = new double[order.length];
            double x = 0;
            for (int layer = 0; layer < order.length; layer++) {
                double widest = 0;
                for (int v : order[layer]) {
                    widest = Math.max(widest, lanes.along(v));
                }
                left[layer] = x;
                right[layer] = x + widest;
                x += widest + gap(layer, gaps);
            }
        }

        private double gap(int layer, Gaps gaps) {
            boolean border = isBorder(layer) || layer + 1 < order.length && isBorder(layer + 1);
            double steepest = 0;
            for (int v : order[layer]) {
                for (int piece : lanes.out[v]) {
                    double rise =
                            y[v] + lanes.exit[piece] - y[lanes.to[piece]] - lanes.entry[piece];
                    steepest = Math.max(steepest, Math.abs(rise));
                }
            }
            double extra = Math.clamp((steepest - STEEP) / 8, 0, MOST_EXTRA);
            return (border ? gaps.border() : Math.max(gaps.layers(), wanted[layer])) + extra;
        }

        /// After each layer, how much room the wires want that cross only this gap.
        private static double[] wanted(Lanes lanes, int layers) {
            double[] wanted = new double[layers];
            for (Plan.Wire wire : lanes.plan.wires()) {
                int before = Math.min(lanes.layer[wire.from()], lanes.layer[wire.to()]);
                int after = Math.max(lanes.layer[wire.from()], lanes.layer[wire.to()]);
                if (after == before + 1) {
                    wanted[before] = Math.max(wanted[before], wire.room());
                }
            }
            return wanted;
        }

        private boolean isBorder(int layer) {
            for (int v : order[layer]) {
                if (lanes.passes(v) || lanes.plan.items().get(v).place() == Plan.Place.ANYWHERE) {
                    return false;
                }
            }
            return true;
        }

        Sheet sheet() {
            double[] along = new double[lanes.items];
            double breadth = 0;
            for (int v = 0; v < lanes.items; v++) {
                int layer = lanes.layer[v];
                double room = right[layer] - left[layer] - lanes.along(v);
                // what nothing leads to stands close to where it is used
                along[v] = left[layer] + (lanes.in[v].length == 0 ? room : room / 2);
                breadth = Math.max(breadth, y[v] + lanes.across(v));
            }
            for (int v = lanes.items; v < lanes.nodes; v++) {
                breadth = Math.max(breadth, y[v]);
            }
            var wires = new ArrayList<List<Point>>(lanes.ways.length);
            for (int k = 0; k < lanes.ways.length; k++) {
                wires.add(points(k, along));
            }
            var first = new Gap[lanes.ways.length];
            var last = new Gap[lanes.ways.length];
            for (int k = 0; k < lanes.ways.length; k++) {
                int begin = lanes.layer[lanes.ways[k][0]];
                int end = lanes.layer[lanes.ways[k][lanes.ways[k].length - 1]];
                first[k] = begin < end ? gapAfter(begin) : Gap.NONE;
                last[k] = begin < end ? gapAfter(end - 1) : Gap.NONE;
            }
            return new Sheet(
                    along,
                    Arrays.copyOf(y, lanes.items),
                    wires,
                    right[right.length - 1],
                    breadth,
                    first,
                    last);
        }

        private Gap gapAfter(int layer) {
            return new Gap(right[layer], left[layer + 1]);
        }

        private List<Point> points(int number, double[] along) {
            Plan.Wire wire = lanes.plan.wires().get(number);
            int[] way = lanes.ways[number];
            var points = new ArrayList<Point>();
            int from = wire.from();
            double start = y[from] + wire.exit();
            boolean back = lanes.layer[from] > lanes.layer[wire.to()];
            put(points, along[from] + lanes.plan.items().get(from).body(), start);
            if (!back) {
                put(points, right[lanes.layer[from]], start);
            }
            for (int k = 1; k < way.length - 1; k++) {
                int layer = lanes.layer[way[k]];
                put(points, back ? right[layer] : left[layer], y[way[k]]);
                put(points, back ? left[layer] : right[layer], y[way[k]]);
            }
            double end = y[wire.to()] + lanes.entryOf(number);
            if (!back) {
                put(points, left[lanes.layer[wire.to()]], end);
            }
            put(points, along[wire.to()], end);
            return points;
        }

        private static void put(List<Point> points, double x, double y) {
            if (!points.isEmpty()) {
                Point last = points.getLast();
                if (Math.abs(last.x() - x) < 0.5 && Math.abs(last.y() - y) < 0.5) {
                    return;
                }
            }
            points.add(new Point(x, y));
        }
    }
}
