package wengert.layout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Finds the groups of a box whose borders do not suit what is around them: where values come in in another order than
/// they come from, or go out in another than they are waited for.
///
/// It goes along the flow. A group that has been mended is what the next ones have to suit, so a group waits for none
/// that comes after it.
final class Agreement {

    private final Box box;
    private final Set<Box> mended = new HashSet<>();

    /// @param box what has been arranged, and all groups in it
    Agreement(Box box) {
        this.box = box;
    }

    /// Arranges anew the groups that do not suit.
    ///
    /// @return whether there were any
    boolean reach(Mender mender) {
        List<Box> along =
                box.inner.stream().sorted((a, b) -> Double.compare(begin(a), begin(b))).toList();
        for (Box inner : along) {
            double[] anchors = anchors(inner);
            if (disagrees(inner, anchors)) {
                mender.mend(inner, anchors);
                mended.add(inner);
            }
        }
        return !mended.isEmpty();
    }

    /// Arranges a group again.
    interface Mender {

        /// Finds places for what is in the group that suit what is around it.
        ///
        /// @param anchors by item on its border, where across it leads outside; NaN where that does not matter
        void mend(Box group, double[] anchors);
    }

    private double begin(Box inner) {
        return box.sheet().along(box.item(inner));
    }

    private double[] anchors(Box inner) {
        double[] anchors = new double[inner.plan().items().size()];
        Arrays.fill(anchors, Double.NaN);
        for (Box.Lead lead : inner.leads) {
            boolean comes = !inner.holds(lead.home());
            boolean goes = !inner.holds(lead.target());
            if (!comes && !goes) {
                continue;
            }
            List<Point> points = box.sheet().wire(box.wire(lead));
            if (comes) {
                Box source = box.holds(lead.home()) ? box.towards(lead.home()) : box;
                anchors[inner.entry(lead.from())] =
                        mended.contains(source)
                                ? across(source, group -> group.exitPort(lead.from()))
                                : turning(points.reversed());
            } else {
                Box sink = box.holds(lead.target()) ? box.towards(lead.target()) : box;
                if (sink == box) {
                    anchors[inner.exit(lead.from())] = turning(points);
                }
            }
        }
        return anchors;
    }

    private double across(Box inner, ToDoubleFunction<Box> port) {
        return box.sheet().across(box.item(inner)) + port.applyAsDouble(inner);
    }

    /// How far across a wire has come where it is first level again.
    private static double turning(List<Point> points) {
        double start = points.getFirst().y();
        for (Point point : points) {
            if (Math.abs(point.y() - start) > 0.5) {
                return point.y();
            }
        }
        return start;
    }

    private static boolean disagrees(Box inner, double[] anchors) {
        return disagree(inner, anchors, List.copyOf(inner.entries.values()))
                || disagree(inner, anchors, List.copyOf(inner.exits.values()));
    }

    private static boolean disagree(Box inner, double[] anchors, List<Integer> border) {
        int[] known =
                border.stream()
                        .filter(item -> !Double.isNaN(anchors[item]))
                        .sorted((a, b) ->
                                Double.compare(inner.sheet().across(a), inner.sheet().across(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int k = 1; k < known.length; k++) {
            if (anchors[known[k - 1]] > anchors[known[k]] + 0.5) {
                return true;
            }
        }
        return false;
    }
}
