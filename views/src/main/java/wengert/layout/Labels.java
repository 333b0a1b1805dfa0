package wengert.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Link;

/// Finds a place beside each link for what is written on it while it is at work.
///
/// Of some places along the curve, on either side, it takes the one that covers least: never a card if it can be
/// helped, then no other label, then as little of other curves as possible, then close to the middle.
final class Labels {

    private static final double CELL = 160;
    private static final double CLEARANCE = 5;
    private static final double[] PARTS = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

    /// How much further above or below a slanting curve a label may be.
    private static final double[] FURTHER = {0, 8, 16, 24};

    private final VisibleGraph visible;
    private final Sizes sizes;
    private final List<Curve> curves;
    private final Map<Long, List<Rect>> cards = new HashMap<>();
    private final Map<Long, List<Rect>> labels = new HashMap<>();
    private final Map<Long, List<Sample>> samples = new HashMap<>();

    private record Sample(int curve, Point point) {}

    Labels(VisibleGraph visible, Sizes sizes, List<Rect> cards, List<Curve> curves) {
        this.visible = visible;
        this.sizes = sizes;
        this.curves = curves;
        cards.forEach(card -> put(this.cards, card));
        for (int k = 0; k < curves.size(); k++) {
            int count = (int) Math.clamp(curves.get(k).length() / 12, 4, 200);
            for (int i = 0; i <= count; i++) {
                Point p = curves.get(k).at(i / (double) count);
                samples.computeIfAbsent(cell(p.x(), p.y()), _ -> new ArrayList<>())
                        .add(new Sample(k, p));
            }
        }
    }

    List<Rect> places() {
        var places = new ArrayList<Rect>();
        for (Link link : visible.links()) {
            Rect best = best(link, sizes.label(link), sizes.labelHeight());
            put(labels, best);
            places.add(best);
        }
        return places;
    }

    private Rect best(Link link, double width, double height) {
        Curve curve = curves.get(link.index());
        Rect best = around(curve.at(0.5), width, height);
        double least = Double.MAX_VALUE;
        for (double part : PARTS) {
            Point p = curve.at(part);
            Point ahead = curve.at(part + 0.02);
            Point behind = curve.at(part - 0.02);
            double length = Math.max(1e-6, behind.to(ahead));
            double nx = -(ahead.y() - behind.y()) / length;
            double ny = (ahead.x() - behind.x()) / length;
            double away = (Math.abs(nx) * width + Math.abs(ny) * height) / 2 + CLEARANCE;
            for (int side = -1; side <= 1; side += 2) {
                Rect place =
                        around(
                                new Point(p.x() + side * away * nx, p.y() + side * away * ny),
                                width,
                                height);
                double cost =
                        cost(place, link.index()) + 40 * Math.abs(part - 0.5) + (side > 0 ? 4 : 0);
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
            for (double further : FURTHER) {
                for (int side = -1; side <= 1; side += 2) {
                    double down = side * (height / 2 + CLEARANCE + further);
                    Rect place = around(new Point(p.x(), p.y() + down), width, height);
                    double cost =
                            cost(place, link.index())
                                    + 40 * Math.abs(part - 0.5)
                                    + further
                                    + (side > 0 ? 4 : 0);
                    if (cost < least) {
                        least = cost;
                        best = place;
                    }
                }
            }
            Rect over = around(p, width, height);
            double cost = cost(over, link.index()) + 40 * Math.abs(part - 0.5) + 60;
            if (cost < least) {
                least = cost;
                best = over;
            }
        }
        return best;
    }

    private double cost(Rect place, int own) {
        double cost = 0;
        Rect wide = place.grown(4);
        for (long cell : cells(wide)) {
            for (Rect card : cards.getOrDefault(cell, List.of())) {
                cost += 100 * wide.overlap(card);
            }
            for (Rect label : labels.getOrDefault(cell, List.of())) {
                cost += 0.2 * wide.overlap(label);
            }
            for (Sample sample : samples.getOrDefault(cell, List.of())) {
                if (wide.contains(sample.point().x(), sample.point().y())) {
                    cost += sample.curve() == own ? 6 : 12;
                }
            }
        }
        return cost;
    }

    private static Rect around(Point center, double width, double height) {
        return new Rect(center.x() - width / 2, center.y() - height / 2, width, height);
    }

    private static void put(Map<Long, List<Rect>> grid, Rect rect) {
        for (long cell : cells(rect)) {
            grid.computeIfAbsent(cell, _ -> new ArrayList<>()).add(rect);
        }
    }

    private static List<Long> cells(Rect rect) {
        var cells = new ArrayList<Long>();
        for (long i = floor(rect.x()); i <= floor(rect.right()); i++) {
            for (long j = floor(rect.y()); j <= floor(rect.bottom()); j++) {
                cells.add((i << 32) ^ (j & 0xffffffffL));
            }
        }
        return cells;
    }

    private static long cell(double x, double y) {
        return (floor(x) << 32) ^ (floor(y) & 0xffffffffL);
    }

    private static long floor(double x) {
        return (long) Math.floor(x / CELL);
    }
}
