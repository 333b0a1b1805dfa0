package wengert.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.display.VisibleGraph.Stub;
import wengert.trace.Group;

/// Arranges groups from the inside outwards: what is in a group is a plan of its own, and the group is then one item,
/// with places on its border where links come in and go out, of the plan around it.
///
/// So what is in a group looks the same whatever is around it, and calls that are alike look alike.
final class Nesting {

    private static final double GROUP_MARGIN = 16;
    private static final double BORDER_GAP = 32;

    /// With more links than this, those that carry one value run together until they part.
    private static final int MOST_APART = 160;

    private final VisibleGraph visible;
    private final Sizes sizes;
    private final Flow flow;
    private final Sheet.Gaps gaps;
    private final Hints hints;
    private final Progress progress;
    private final Search search;
    private final List<Box.Lead> leads = new ArrayList<>();
    private final Box root = new Box(null, null);
    private final Map<Group, Box> boxes = new LinkedHashMap<>();
    private final double[] entries;
    private int done;

    Nesting(VisibleGraph visible, Sizes sizes, Flow flow, Hints hints, Progress progress) {
        this.visible = visible;
        this.sizes = sizes;
        this.flow = flow;
        this.hints = hints;
        this.progress = progress;
        entries = Slots.of(visible, sizes, flow);
        gaps = new Sheet.Gaps(Layout.LEAST_GAP, BORDER_GAP);
        search = new Search(visible.links().size() > MOST_APART, gaps, progress);
    }

    Placement placement(double margin) {
        for (Group group : visible.openGroups()) {
            box(group);
        }
        visible.cards().forEach(card -> box(card.in()).cards.add(card));
        visible.stubs().forEach(stub -> box(stub.in()).stubs.add(stub));
        for (Link link : visible.links()) {
            lead(link.from(), link.to(), box(link.to().in()));
        }
        for (Stub stub : visible.stubs()) {
            lead(stub.from(), null, box(stub.in()));
        }
        arrange(root);
        locate(root, 0, 0);
        return harvest(margin);
    }

    private Box box(@Nullable Group group) {
        if (group == null) {
            return root;
        }
        Box known = boxes.get(group);
        if (known == null) {
            Box outer = box(visible.around(group));
            known = new Box(group, outer);
            outer.inner.add(known);
            boxes.put(group, known);
        }
        return known;
    }

    /// Notes a link in every group whose border it crosses, and in the one that holds both its ends.
    private void lead(Card from, @Nullable Card to, Box target) {
        Box home = box(from.in());
        var lead = new Box.Lead(leads.size(), from, to, home, target);
        leads.add(lead);
        Box a = home;
        Box b = target;
        while (a != b) {
            if (a.depth >= b.depth && a.outer != null) {
                a.leads.add(lead);
                a = a.outer;
            } else if (b.outer != null) {
                b.leads.add(lead);
                b = b.outer;
            }
        }
        a.leads.add(lead);
    }

    private void arrange(Box box) {
        box.inner.forEach(this::arrange);
        plan(box);
        done++;
        double share = 1.0 / (boxes.size() + 1);
        progress.part((done - 1) * share, done * share);
        arrange(box, new double[0]);
        if (new Agreement(box).reach(this::mend)) {
            plan(box);
            arrange(box, new double[0]);
        }
        climb(box);
    }

    private void mend(Box box, double[] anchors) {
        arrange(box, anchors);
        Staircase stairs = Staircase.of(box);
        if (stairs != null && !stairs.climb(Staircase.Way.DOWN)) {
            stairs.climb(Staircase.Way.UP);
        }
    }

    /// Puts what is in a box on a staircase if that is better: best of all one that leads down, if need be with its steps
    /// arranged for that.
    private void climb(Box box) {
        Staircase stairs = Staircase.of(box);
        if (stairs == null || stairs.climb(Staircase.Way.DOWN)) {
            return;
        }
        box.inner.forEach(step -> arrange(step, stairs.anchors(step)));
        plan(box);
        arrange(box, new double[0]);
        Staircase again = Staircase.of(box);
        if (again == null || !again.climb(Staircase.Way.DOWN)) {
            box.inner.forEach(step -> arrange(step, new double[0]));
            plan(box);
            arrange(box, new double[0]);
            Staircase last = Staircase.of(box);
            if (last != null) {
                last.climb(Staircase.Way.UP);
            }
        }
    }

    /// Arranges what has been planned.
    ///
    /// @param anchors where items on the border lead outside, as far as that matters
    private void arrange(Box box, double[] anchors) {
        progress.check();
        var groups = new ArrayList<@Nullable Group>();
        box.inner.forEach(inner -> groups.add(inner.group));
        double[] before = hints.of(box.cards, groups, box.stubs.size());
        box.arranged(Sheet.of(box.plan(), gaps, before, anchors, search, progress));
        if (box.group != null) {
            double title = sizes.titleHeight() + GROUP_MARGIN;
            double start = box.entries.isEmpty() ? GROUP_MARGIN : 0;
            box.before = flow == Flow.RIGHT ? start : box.entries.isEmpty() ? title : title - 10;
            box.above = flow == Flow.RIGHT ? title : GROUP_MARGIN;
        }
    }

    /// Plans a box anew; the groups in it have been arranged.
    private void plan(Box box) {
        box.replan();
        for (Card card : box.cards) {
            double body = flow.along(sizes.width(card), sizes.height(card));
            double across = flow.across(sizes.width(card), sizes.height(card));
            double beside = sizes.beside(card);
            double leaves = card instanceof GroupCard && beside < 10 ? body + beside : body;
            box.add(
                    card,
                    new Plan.Item(
                            body + beside,
                            across,
                            leaves,
                            Plan.Place.ANYWHERE,
                            isCommutative(card)));
        }
        for (Stub stub : box.stubs) {
            double along = flow.along(sizes.width(stub), sizes.height(stub));
            double across = flow.across(sizes.width(stub), sizes.height(stub));
            box.add(stub, new Plan.Item(along, across, along, Plan.Place.ANYWHERE));
        }
        for (Box inner : box.inner) {
            Sheet sheet = inner.sheet();
            double along = inner.before + sheet.length() + behind(inner);
            double title = inner.group == null ? 0 : sizes.title(inner.group);
            double across = inner.above + sheet.breadth() + below(inner);
            if (flow == Flow.RIGHT) {
                along = Math.max(along, title);
            } else {
                across = Math.max(across, title);
            }
            box.add(inner, new Plan.Item(along, across, along, Plan.Place.ANYWHERE));
        }
        var drawn = new HashMap<List<Object>, Integer>();
        for (Box.Lead lead : box.leads) {
            wire(box, lead, drawn);
        }
        if (flow == Flow.DOWN && box.group != null && !box.entries.isEmpty()) {
            box.plan().keepForTitle(sizes.title(box.group));
        }
        level(box);
    }

    /// Groups that hand on several values to each other, such as the turns of a loop, had better not be a staircase.
    private static void level(Box box) {
        var handed = new LinkedHashMap<List<Box>, Set<Card>>();
        for (Box.Lead lead : box.leads) {
            if (box.holds(lead.home()) && box.holds(lead.target())) {
                Box from = box.towards(lead.home());
                Box to = box.towards(lead.target());
                if (from != box && to != box && from != to) {
                    handed.computeIfAbsent(List.of(from, to), _ -> new HashSet<>())
                            .add(lead.from());
                }
            }
        }
        handed.forEach((pair, values) -> {
            if (values.size() > 1) {
                int from = box.item(pair.getFirst());
                int to = box.item(pair.getLast());
                box.plan().add(new Plan.Level(from, to, 2 * values.size() + 1));
            }
        });
    }

    private static boolean isCommutative(Card card) {
        var op = card instanceof NodeCard single ? single.node().op() : null;
        return op == null || op.commutative();
    }

    private double behind(Box box) {
        return box.exits.isEmpty() ? GROUP_MARGIN : 0;
    }

    private static double below(Box box) {
        return box.group == null ? 0 : GROUP_MARGIN;
    }

    /// Draws the part of a lead that runs in a box.
    private void wire(Box box, Box.Lead lead, Map<List<Object>, Integer> drawn) {
        int from;
        double exit;
        Box source = box.towards(lead.home());
        if (box.holds(lead.home())) {
            if (source == box) {
                from = box.item(lead.from());
                exit = flow.across(sizes.width(lead.from()), sizes.height(lead.from())) / 2;
            } else {
                from = box.item(source);
                exit = source.exitPort(lead.from());
            }
        } else {
            from = box.entry(lead.from());
            exit = 0;
        }
        int to;
        double entry;
        Box sink = box.towards(lead.target());
        if (box.holds(lead.target())) {
            if (sink == box && lead.to() != null) {
                to = box.item(lead.to());
                entry = entries[lead.number()];
            } else if (sink == box) {
                Stub stub = visible.stubs().get(lead.number() - visible.links().size());
                to = box.item(stub);
                entry = flow.across(sizes.width(stub), sizes.height(stub)) / 2;
            } else {
                to = box.item(sink);
                entry = sink.entryPort(lead.from());
            }
        } else {
            to = box.exit(lead.from());
            entry = 0;
        }
        int wire =
                drawn.computeIfAbsent(
                        List.of(from, exit, to, entry),
                        _ -> box.plan().add(new Plan.Wire(from, exit, to, entry, room(box, lead))));
        box.lead(lead, wire);
    }

    /// How wide the gap should be that the part of a lead in a box crosses: there its label should find its place, where
    /// the way through the borders of other groups is not long enough.
    private double room(Box box, Box.Lead lead) {
        if (!box.holds(lead.home()) || !box.holds(lead.target()) || lead.to() == null) {
            return 0;
        }
        int borders = lead.home().depth + lead.target().depth - 2 * box.depth;
        return Layout.gap(visible.links().get(lead.number()), sizes, flow)
                - borders * gaps.border();
    }

    private void locate(Box box, double x, double y) {
        box.x = x;
        box.y = y;
        for (Box inner : box.inner) {
            int item = box.item(inner);
            locate(
                    inner,
                    x + box.before + box.sheet().along(item),
                    y + box.above + box.sheet().across(item));
        }
    }

    private Placement harvest(double margin) {
        var cards = new Rect[visible.cards().size()];
        var stubs = new Rect[visible.stubs().size()];
        var groups = new LinkedHashMap<Group, Rect>();
        var all = new ArrayList<Box>();
        all.add(root);
        all.addAll(boxes.values());
        for (Box box : all) {
            Sheet sheet = box.sheet();
            double dx = box.x + box.before;
            double dy = box.y + box.above;
            for (Card card : box.cards) {
                int item = box.item(card);
                cards[card.index()] =
                        flow.rect(
                                dx + sheet.along(item),
                                dy + sheet.across(item),
                                sizes.width(card),
                                sizes.height(card));
            }
            for (Stub stub : box.stubs) {
                int item = box.item(stub);
                stubs[stub.index()] =
                        flow.rect(
                                dx + sheet.along(item),
                                dy + sheet.across(item),
                                sizes.width(stub),
                                sizes.height(stub));
            }
            if (box.group != null && box.outer != null) {
                Plan.Item item = box.outer.plan().items().get(box.outer.item(box));
                groups.put(
                        box.group,
                        flow == Flow.RIGHT
                                ? new Rect(box.x, box.y, item.along(), item.across())
                                : new Rect(box.y, box.x, item.across(), item.along()));
            }
        }
        var curves = new ArrayList<Curve>();
        for (Box.Lead lead : leads) {
            curves.add(flow.curve(points(lead)));
        }
        int links = visible.links().size();
        var ways = curves.subList(0, links);
        progress.check();
        List<Rect> boxed = Arrays.asList(cards);
        var taken = new ArrayList<Rect>(boxed);
        taken.addAll(Arrays.asList(stubs));
        List<Rect> labels = new Labels(visible, sizes, taken, groups, curves).places();
        var stubCurves = curves.subList(links, curves.size());
        return new Placement(
                        visible,
                        flow,
                        boxed,
                        ways,
                        labels,
                        groups,
                        Arrays.asList(stubs),
                        stubCurves)
                .withResults(sizes)
                .withMargin(margin)
                .indexed();
    }

    /// The whole way of a lead: out of the groups it begins in, over to the others, into those it ends in.
    private List<Point> points(Box.Lead lead) {
        var points = new ArrayList<Point>();
        Box common = lead.home();
        while (!common.holds(lead.target()) && common.outer != null) {
            add(points, common, lead);
            common = common.outer;
        }
        add(points, common, lead);
        var inwards = new ArrayList<Box>();
        for (Box b = lead.target(); b != common && b.outer != null; b = b.outer) {
            inwards.add(b);
        }
        inwards.reversed().forEach(b -> add(points, b, lead));
        return points;
    }

    private static void add(List<Point> points, Box box, Box.Lead lead) {
        double dx = box.x + box.before;
        double dy = box.y + box.above;
        for (Point p : box.way(lead)) {
            points.add(new Point(p.x() + dx, p.y() + dy));
        }
    }
}
