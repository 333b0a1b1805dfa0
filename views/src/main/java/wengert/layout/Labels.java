package wengert.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Link;
import wengert.trace.Group;

/// Finds a place beside each link for what is written on it while it is at work.
///
/// Of some places along the curve, on either side, it takes the one that covers least: never a card, a group's title or
/// a branch that was not taken if it can be helped, then no other label, then as little as possible of other curves and of
/// the borders of groups, then close to the middle.
final class Labels {

    private static final double CELL = 160;
    private static final double CLEARANCE = 8;
    private static final double ABOVE_TITLE = 6;

    /// With more links than this, only a few places are tried for each label.
    private static final int MANY = 2000;

    private static final double[] PARTS = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

    private static final double[] FEW_PARTS = {0.5, 0.34, 0.66};
    private static final double[] NO_FURTHER = {0};

    /// How much further above or below a slanting curve a label may be.
    private static final double[] FURTHER = {0, 8, 16, 24};

    /// How far from its curve a label may be where there is no room beside it.
    private static final double FURTHEST = 120;

    private static final int DIRECTIONS = 16;
    private static final int MOST_TO_LOOK_AROUND = 400;

    private static final int NO_LINK = -1;

    private final VisibleGraph visible;
    private final Sizes sizes;
    private final List<Curve> curves;
    private final Map<Long, List<Rect>> taken = new HashMap<>();
    private final Map<Long, List<Rect>> labels = new HashMap<>();
    private final Map<Long, List<Sample>> samples = new HashMap<>();

    private record Sample(int curve, Point point) {}

    /// @param cards where nothing may be covered: cards, and what is like them
    /// @param groups the boxes of the open groups, whose titles are not to be covered either
    /// @param curves those of the links, and after them any others
    Labels(
            VisibleGraph visible,
            Sizes sizes,
            List<Rect> cards,
            Map<Group, Rect> groups,
            List<Curve> curves) {
        this.visible = visible;
        this.sizes = sizes;
        this.curves = curves;
        cards.forEach(card -> put(taken, card));
        groups.forEach((group, box) -> {
            put(taken, title(box, sizes.title(group)));
            addSide(box.x(), box.y(), box.right(), box.y());
            addSide(box.x(), box.bottom(), box.right(), box.bottom());
            addSide(box.x(), box.y(), box.x(), box.bottom());
            addSide(box.right(), box.y(), box.right(), box.bottom());
        });
        for (int k = 0; k < curves.size(); k++) {
            int count = samples(curves.get(k).length());
            for (int i = 0; i <= count; i++) {
                add(new Sample(k, curves.get(k).at(i / (double) count)));
            }
        }
    }

    private static int samples(double length) {
        return (int) Math.clamp(length / 12, 4, 200);
    }

    /// A side of a group's box is a line, too.
    private void addSide(double x, double y, double toX, double toY) {
        int count = samples(Math.hypot(toX - x, toY - y));
        for (int i = 0; i <= count; i++) {
            double part = i / (double) count;
            add(new Sample(NO_LINK, new Point(x + part * (toX - x), y + part * (toY - y))));
        }
    }

    private void add(Sample sample) {
        Point p = sample.point();
        samples.computeIfAbsent(cell(p.x(), p.y()), _ -> new ArrayList<>()).add(sample);
    }

    private Rect title(Rect box, double width) {
        return new Rect(
                box.x(), box.y() + ABOVE_TITLE, Math.min(box.width(), width), sizes.titleHeight());
    }

    List<Rect> places() {
        var places = new ArrayList<Rect>();
        for (Link link : visible.links()) {
            Rect best = best(choice(link));
            put(labels, best);
            places.add(best);
        }
        return places;
    }

    /// The same places for what is written now; what has outgrown its place gets another, as close to it as any.
    List<Rect> places(List<Rect> before) {
        for (Link link : visible.links()) {
            if (fits(link, before, sizes)) {
                put(labels, before.get(link.index()));
            }
        }
        var places = new ArrayList<>(before);
        for (Link link : visible.links()) {
            if (!fits(link, before, sizes)) {
                Rect old = before.get(link.index());
                Choice choice = choice(link);
                choice.consider(old.centerX(), old.centerY(), 0);
                Rect best = best(choice);
                put(labels, best);
                places.set(link.index(), best);
            }
        }
        return places;
    }

    /// Whether there is room at a place for all that is written on a link.
    static boolean fits(Link link, List<Rect> places, Sizes sizes) {
        return sizes.label(link) <= places.get(link.index()).width() + 0.5;
    }

    private Choice choice(Link link) {
        return new Choice(link, sizes.label(link), sizes.labelHeight());
    }

    /// The best of some places, as they are tried.
    private final class Choice {
        private final int link;
        private final double width;
        private final double height;
        private Rect best;
        private double least = Double.MAX_VALUE;

        Choice(Link link, double width, double height) {
            this.link = link.index();
            this.width = width;
            this.height = height;
            best = around(curves.get(this.link).at(0.5), width, height);
        }

        void consider(double x, double y, double handicap) {
            if (handicap >= least) {
                return;
            }
            Rect place = around(new Point(x, y), width, height);
            double cost = cost(place, link, least - handicap) + handicap;
            if (cost < least) {
                least = cost;
                best = place;
            }
        }

        boolean covers() {
            return overlap(taken, best) > 0 || overlap(labels, best) > 0;
        }
    }

    private Rect best(Choice choice) {
        Curve curve = curves.get(choice.link);
        double width = choice.width;
        double height = choice.height;
        for (double part : curves.size() > MANY ? FEW_PARTS : PARTS) {
            Point p = curve.at(part);
            Point ahead = curve.at(part + 0.02);
            Point behind = curve.at(part - 0.02);
            double length = Math.max(1e-6, behind.to(ahead));
            double nx = -(ahead.y() - behind.y()) / length;
            double ny = (ahead.x() - behind.x()) / length;
            double away = (Math.abs(nx) * width + Math.abs(ny) * height) / 2 + CLEARANCE;
            double off = 40 * Math.abs(part - 0.5);
            for (int side = -1; side <= 1; side += 2) {
                double below = side > 0 ? 4 : 0;
                choice.consider(p.x() + side * away * nx, p.y() + side * away * ny, off + below);
                for (double further : curves.size() > MANY ? NO_FURTHER : FURTHER) {
                    double down = side * (height / 2 + CLEARANCE + further);
                    choice.consider(p.x(), p.y() + down, off + below + further);
                }
            }
            choice.consider(p.x(), p.y(), off + 60);
        }
        if (width > 0 && visible.links().size() <= MOST_TO_LOOK_AROUND && choice.covers()) {
            lookAround(curve, choice);
        }
        return choice.best;
    }

    /// Where everything is narrow, a label may stand further off, but still as close as it can.
    private void lookAround(Curve curve, Choice choice) {
        for (double part : PARTS) {
            Point p = curve.at(part);
            for (double off = 12; off <= FURTHEST; off += 12) {
                for (int k = 0; k < DIRECTIONS; k++) {
                    double angle = 2 * Math.PI * k / DIRECTIONS;
                    choice.consider(
                            p.x() + off * Math.cos(angle),
                            p.y() + off * Math.sin(angle),
                            40 * Math.abs(part - 0.5) + off);
                }
            }
        }
    }

    private static double overlap(Map<Long, List<Rect>> grid, Rect place) {
        double overlap = 0;
        for (long cell : cells(place)) {
            for (Rect other : grid.getOrDefault(cell, List.of())) {
                overlap += place.overlap(other);
            }
        }
        return overlap;
    }

    /// What a place covers; where that is more than `most`, some of it.
    private double cost(Rect place, int own, double most) {
        double cost = 0;
        Rect wide = place.grown(4);
        for (long cell : cells(wide)) {
            for (Rect card : taken.getOrDefault(cell, List.of())) {
                cost += 100 * wide.overlap(card);
            }
            for (Rect label : labels.getOrDefault(cell, List.of())) {
                cost += 20 * wide.overlap(label);
            }
            if (cost > most) {
                return cost;
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

    private static long[] cells(Rect rect) {
        long left = floor(rect.x());
        long top = floor(rect.y());
        int wide = (int) (floor(rect.right()) - left + 1);
        int high = (int) (floor(rect.bottom()) - top + 1);
        long[] cells = new long[wide * high];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = key(left + k / high, top + k % high);
        }
        return cells;
    }

    private static long cell(double x, double y) {
        return key(floor(x), floor(y));
    }

    /// Mixed, since tables would put `column ^ row` of many cells into one place.
    private static long key(long column, long row) {
        return ((column << 32) ^ (row & 0xffffffffL)) * 0x9E3779B97F4A7C15L;
    }

    private static long floor(double x) {
        return (long) Math.floor(x / CELL);
    }
}
