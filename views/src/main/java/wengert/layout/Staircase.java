package wengert.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;

/// Puts groups that stand in a row, such as the turns of a loop, on a staircase where they can go on side by side: where
/// each needs what the one before hands on only late, or the one before has it early. So values do not run along all of
/// a turn, and the picture is not many times as long as it is high.
///
/// A value that is there early leaves its turn between two layers instead of at its end, and one that is needed late
/// comes in between two layers. That is only done where it crosses nothing there.
final class Staircase {

    private static final int FEWEST = 3;
    private static final double BETWEEN = 28;
    private static final double LEAST_SHIFT = 40;
    private static final double NARROWEST = 32;
    private static final double WIDEST = 80;
    private static final double BETWEEN_WIRES = 12;

    /// Turns that are shifted by more than this part of their length had better stand in a row.
    private static final double MOST_SHIFT = 0.6;

    /// Of the length of all turns, what wires have to be shorter by.
    private static final double LEAST_GAIN = 0.15;

    private final Box box;
    private final List<Box> steps;
    private final Map<Box, Integer> numbers = new HashMap<>();
    private final List<Handing> handings = new ArrayList<>();

    /// By turn: what it hands on to the next, what comes into it from outside, and what goes from it to outside.
    private final List<List<Box.Lead>> handed = new ArrayList<>();

    private final List<List<Box.Lead>> coming = new ArrayList<>();
    private final List<List<Box.Lead>> going = new ArrayList<>();
    private final double[] x;
    private final double[] y;

    /// A value on its way from one turn to the next.
    ///
    /// @param from the number of the turn it comes from
    /// @param early whether it leaves that between two layers, or comes into the next between two
    private record Handing(Box.Lead lead, int from, boolean early) {}

    private Staircase(Box box) {
        this.box = box;
        steps =
                box.inner.stream()
                        .sorted((a, b) -> Double.compare(rowPlace(a), rowPlace(b)))
                        .toList();
        for (int k = 0; k < steps.size(); k++) {
            numbers.put(steps.get(k), k);
            handed.add(new ArrayList<>());
            coming.add(new ArrayList<>());
            going.add(new ArrayList<>());
        }
        x = new double[steps.size()];
        y = new double[steps.size()];
    }

    /// The staircase that what is in a box could stand on; null if it had better stand in a row.
    static @Nullable Staircase of(Box box) {
        box.inner.forEach(Box::straighten);
        if (box.cards.isEmpty()
                && box.stubs.isEmpty()
                && box.inner.size() >= FEWEST
                && box.inner.stream().noneMatch(Box::isStaircase)) {
            var stairs = new Staircase(box);
            return stairs.isChain() && stairs.isShort() ? stairs : null;
        }
        return null;
    }

    /// Arranges everything so, if nothing crosses then.
    ///
    /// @return whether it has
    boolean climb(Way way) {
        place(way.sign);
        boolean clear = crossings(way.sign) == 0;
        if (clear) {
            build();
        }
        return clear;
    }

    /// Where the next turn stands.
    enum Way {
        DOWN(1),
        UP(-1);

        private final int sign;

        Way(int sign) {
            this.sign = sign;
        }
    }

    /// Where values had better be on the borders of a turn for a staircase down: those that are needed late above all others,
    /// those that are there early below.
    double[] anchors(Box step) {
        double[] anchors = new double[step.plan().items().size()];
        for (Handing handing : handings) {
            if (handing.early && steps.get(handing.from) == step) {
                anchors[step.exit(handing.lead.from())] = 1;
            } else if (!handing.early && steps.get(handing.from + 1) == step) {
                anchors[step.entry(handing.lead.from())] = -1;
            }
        }
        return anchors;
    }

    private double rowPlace(Box step) {
        return box.sheet().along(box.item(step));
    }

    /// The number of the turn that something is in; -1 if it is outside.
    private int number(Box inside) {
        return box.holds(inside) ? numbers.getOrDefault(box.towards(inside), -1) : -1;
    }

    /// Whether values go from each turn to the next only, and all of them forward.
    private boolean isChain() {
        for (Box.Lead lead : box.leads) {
            int from = number(lead.home());
            int to = number(lead.target());
            if (from < 0) {
                coming.get(to).add(lead);
            } else if (to < 0) {
                going.get(from).add(lead);
            } else {
                handed.get(from).add(lead);
                if (to != from + 1
                        || Double.isNaN(leaves(lead, from))
                        || Double.isNaN(enters(lead, to))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// How far along a turn a value has left the layer where it is made.
    private double leaves(Box.Lead lead, int from) {
        Box step = steps.get(from);
        return step.before + step.sheet().leaves(step.wire(lead));
    }

    /// How far along a turn the layer is where a value is needed.
    private double enters(Box.Lead lead, int to) {
        Box step = steps.get(to);
        return step.before + step.sheet().enters(step.wire(lead));
    }

    private double roomAfter(Box.Lead lead, int from) {
        Box step = steps.get(from);
        return Math.clamp(step.sheet().roomAfter(step.wire(lead)), NARROWEST, WIDEST);
    }

    private double roomBefore(Box.Lead lead, int to) {
        Box step = steps.get(to);
        return Math.clamp(step.sheet().roomBefore(step.wire(lead)), NARROWEST, WIDEST);
    }

    private double length(int step) {
        return box.plan().items().get(box.item(steps.get(step))).along();
    }

    private double height(int step) {
        return box.plan().items().get(box.item(steps.get(step))).across();
    }

    /// Chooses where each value leaves or comes in, and how far each turn has to be shifted for that.
    ///
    /// @return whether wires are a good deal shorter so
    private boolean isShort() {
        double lengths = 0;
        double shifts = 0;
        double gain = 0;
        x[0] = box.sheet().along(box.item(steps.getFirst()));
        for (int k = 0; k + 1 < steps.size(); k++) {
            double shift = LEAST_SHIFT;
            for (var leads : byValue(handed.get(k)).values()) {
                double out = 0;
                double in = 0;
                for (Box.Lead lead : leads) {
                    out = Math.max(out, leaves(lead, k) + roomAfter(lead, k));
                    in = Math.max(in, length(k) - enters(lead, k + 1) + roomBefore(lead, k + 1));
                }
                boolean early = out <= in;
                shift = Math.max(shift, Math.min(out, in));
                for (Box.Lead lead : leads) {
                    handings.add(new Handing(lead, k, early));
                }
            }
            x[k + 1] = x[k] + shift;
            shifts += shift;
            lengths += length(k);
            gain += handed.get(k).size() * (length(k) - shift - height(k));
        }
        return shifts < MOST_SHIFT * lengths && gain > LEAST_GAIN * lengths;
    }

    private static Map<Card, List<Box.Lead>> byValue(List<Box.Lead> leads) {
        var byValue = new LinkedHashMap<Card, List<Box.Lead>>();
        leads.forEach(
                lead -> byValue.computeIfAbsent(lead.from(), _ -> new ArrayList<>()).add(lead));
        return byValue;
    }

    /// Puts the turns above each other.
    ///
    /// @param way 1 for each below the one before, -1 for each above it
    private void place(int way) {
        double across = 0;
        for (int i = 0; i < y.length; i++) {
            int step = way > 0 ? i : y.length - 1 - i;
            y[step] = across;
            across += height(step) + BETWEEN;
        }
    }

    /// How often wires that leave or come in between two layers cross others there; and those at the sides each other.
    private long crossings(int way) {
        var cuts = new HashMap<Box, Map<Integer, Handing>>();
        for (Handing handing : handings) {
            Box step = steps.get(handing.early ? handing.from : handing.from + 1);
            cuts.computeIfAbsent(step, _ -> new HashMap<>()).put(step.wire(handing.lead), handing);
        }
        long count = 0;
        for (Handing handing : handings) {
            int at = handing.early ? handing.from : handing.from + 1;
            Box step = steps.get(at);
            Sheet sheet = step.sheet();
            int own = step.wire(handing.lead);
            double middle =
                    handing.early
                            ? sheet.leaves(own) + roomAfter(handing.lead, at) / 2
                            : sheet.enters(own) - roomBefore(handing.lead, at) / 2;
            List<Point> points = sheet.wire(own);
            double begin = handing.early ? points.getFirst().y() : points.getLast().y();
            boolean outwards = handing.early ? way > 0 : way < 0;
            for (int wire = 0; wire < sheet.wires(); wire++) {
                Handing cut = cuts.get(step) == null ? null : cuts.get(step).get(wire);
                boolean gone =
                        cut != null
                                && (cut.early
                                        ? sheet.leaves(wire) < middle
                                        : sheet.enters(wire) > middle);
                double there = wire == own || gone ? Double.NaN : height(sheet.wire(wire), middle);
                if (outwards ? there > begin : there < begin) {
                    count++;
                }
            }
        }
        return count + besides(way);
    }

    /// Where a wire is across, so far along; NaN if it does not come there.
    private static double height(List<Point> points, double along) {
        for (int k = 1; k < points.size(); k++) {
            Point a = points.get(k - 1);
            Point b = points.get(k);
            if (a.x() <= along && along < b.x()) {
                return a.y() + (along - a.x()) / (b.x() - a.x()) * (b.y() - a.y());
            }
        }
        return Double.NaN;
    }

    /// Wires from outside lie on the left of the turns, those to outside on their right, where those between turns go up or
    /// down.
    private long besides(int way) {
        long count = twisted(coming) + twisted(going);
        for (Handing handing : handings) {
            int from = handing.from;
            int to = from + 1;
            for (Box.Lead lead : handing.early ? coming.get(to) : going.get(from)) {
                double above =
                        handing.early
                                ? entry(handing.lead, to) - entry(lead, to)
                                : exit(lead, from) - exit(handing.lead, from);
                count += way * above > 0 ? 1 : 0;
            }
        }
        return count;
    }

    /// How many values there are beyond the first that cross one border: they would cross each other.
    private static long twisted(List<List<Box.Lead>> crossing) {
        long values =
                crossing.stream().flatMap(List::stream).map(Box.Lead::from).distinct().count();
        return Math.max(0, values - 1);
    }

    private double entry(Box.Lead lead, int to) {
        return y[to] + steps.get(to).entryPort(lead.from());
    }

    private double exit(Box.Lead lead, int from) {
        return y[from] + steps.get(from).exitPort(lead.from());
    }

    private void build() {
        Sheet row = box.sheet();
        int last = steps.size() - 1;
        double behind = row.length() - row.along(box.item(steps.get(last))) - length(last);
        double end = 0;
        double[] along = new double[box.plan().items().size()];
        double[] across = new double[along.length];
        double breadth = 0;
        for (int k = 0; k <= last; k++) {
            int item = box.item(steps.get(k));
            along[item] = x[k];
            across[item] = y[k];
            end = Math.max(end, x[k] + length(k));
            breadth = Math.max(breadth, y[k] + height(k));
        }
        double length = end + behind;
        int title = box.plan().title();
        double beside = title < 0 ? 0 : box.plan().items().get(title).across() + BETWEEN_WIRES;
        border(across, box.entries, coming, this::entry, beside);
        border(across, box.exits, going, this::exit, Double.NEGATIVE_INFINITY);
        box.exits.values().forEach(item -> along[item] = length);
        box.arranged(row.rearranged(along, across, length, breadth));
        for (int k = 0; k <= last; k++) {
            for (Box.Lead lead : coming.get(k)) {
                double port = entry(lead, k);
                box.lead(
                        lead,
                        List.of(
                                new Point(0, across[box.entry(lead.from())]),
                                new Point(x[0], port),
                                new Point(x[k], port)));
            }
            for (Box.Lead lead : going.get(k)) {
                double port = exit(lead, k);
                box.lead(
                        lead,
                        List.of(
                                new Point(x[k] + length(k), port),
                                new Point(end, port),
                                new Point(length, across[box.exit(lead.from())])));
            }
        }
        handings.forEach(this::lead);
        box.becomeStaircase();
    }

    /// Where a lead goes through the border of a turn.
    private interface Port {
        double across(Box.Lead lead, int turn);
    }

    /// What crosses the border of the box does so at the height of the first turn that it goes to or comes from.
    ///
    /// @param first where the first may cross at least
    private static void border(
            double[] across,
            Map<Card, Integer> items,
            List<List<Box.Lead>> crossing,
            Port port,
            double first) {
        var seen = new HashSet<Integer>();
        double least = first;
        for (int k = 0; k < crossing.size(); k++) {
            for (Box.Lead lead : crossing.get(k)) {
                Integer item = items.get(lead.from());
                if (item != null && seen.add(item)) {
                    across[item] = Math.max(port.across(lead, k), least);
                    least = across[item] + BETWEEN_WIRES;
                }
            }
        }
    }

    private void lead(Handing handing) {
        Box.Lead lead = handing.lead;
        int from = handing.from;
        Box first = steps.get(from);
        Box second = steps.get(from + 1);
        if (handing.early) {
            Point out = first.sheet().start(first.wire(lead)).getLast();
            double left = x[from] + first.before + out.x();
            double port = entry(lead, from + 1);
            first.lead(lead, first.sheet().start(first.wire(lead)));
            box.lead(
                    lead,
                    List.of(
                            new Point(left, y[from] + first.above + out.y()),
                            new Point(left + roomAfter(lead, from), port),
                            new Point(x[from + 1], port)));
        } else {
            Point in = second.sheet().end(second.wire(lead)).getFirst();
            double right = x[from + 1] + second.before + in.x();
            double port = exit(lead, from);
            second.lead(lead, second.sheet().end(second.wire(lead)));
            box.lead(
                    lead,
                    List.of(
                            new Point(x[from] + length(from), port),
                            new Point(right - roomBefore(lead, from + 1), port),
                            new Point(right, y[from + 1] + second.above + in.y())));
        }
    }
}
