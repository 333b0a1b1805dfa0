package wengert.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.Stub;

/// A plain arrangement for graphs too large to be looked at card by card: each card one column to the right of its
/// last argument, near its arguments' heights, links straight from card to card. It takes time in proportion to the
/// graph.
final class Draft {

    private static final double BETWEEN_COLUMNS = 110;
    private static final double BETWEEN_CARDS = 18;

    /// More cards than this in a column go on in a column of their own beside it.
    private static final int TALLEST = 400;

    private final VisibleGraph visible;
    private final Sizes sizes;
    private final Flow flow;
    private final List<List<Link>> into = new ArrayList<>();

    /// By link: how far down the side of its card it enters.
    private final double[] entry;

    Draft(VisibleGraph visible, Sizes sizes, Flow flow) {
        this.visible = visible;
        this.sizes = sizes;
        this.flow = flow;
        visible.cards().forEach(_ -> into.add(new ArrayList<>(2)));
        entry = Slots.of(visible, sizes, flow);
        visible.links().forEach(link -> into.get(link.to().index()).add(link));
    }

    Placement placement() {
        int n = visible.cards().size();
        double[] height = new double[n];
        var boxes = new Rect[n];
        double along = 0;
        for (List<Card> column : columns()) {
            column.sort(Comparator.comparingDouble(card -> wish(card, height)));
            double total = 0;
            double widest = 0;
            for (Card card : column) {
                total += across(card) + BETWEEN_CARDS;
                widest =
                        Math.max(
                                widest,
                                flow.along(sizes.width(card), sizes.height(card))
                                        + sizes.beside(card));
            }
            double across = -total / 2;
            for (Card card : column) {
                boxes[card.index()] =
                        flow.rect(along, across, sizes.width(card), sizes.height(card));
                across += across(card) + BETWEEN_CARDS;
                height[card.index()] = across;
            }
            along += widest + BETWEEN_COLUMNS;
        }
        List<Rect> cards = Arrays.asList(boxes);
        var curves = new ArrayList<Curve>();
        var labels = new ArrayList<Rect>();
        for (Link link : visible.links()) {
            Curve curve = curve(link, boxes);
            curves.add(curve);
            Point middle = curve.at(0.5);
            double width = sizes.label(link);
            labels.add(
                    new Rect(
                            middle.x() - width / 2,
                            middle.y() - sizes.labelHeight() / 2,
                            width,
                            sizes.labelHeight()));
        }
        var stubs = new ArrayList<Rect>();
        var ways = new ArrayList<Curve>();
        for (Stub stub : visible.stubs()) {
            Rect from = boxes[stub.from().index()];
            stubs.add(
                    new Rect(
                            from.x(),
                            from.bottom() + BETWEEN_CARDS,
                            sizes.width(stub),
                            sizes.height(stub)));
            ways.add(
                    Curve.straight(
                            new Point(from.centerX(), from.bottom()),
                            new Point(from.centerX(), from.bottom() + BETWEEN_CARDS)));
        }
        return new Placement(visible, flow, cards, curves, labels, Map.of(), stubs, ways)
                .withResults(sizes)
                .withMargin(Layout.MARGIN)
                .indexed();
    }

    private double across(Card card) {
        return flow.across(sizes.width(card), sizes.height(card));
    }

    private Curve curve(Link link, Rect[] boxes) {
        Rect from = boxes[link.from().index()];
        Rect to = boxes[link.to().index()];
        double height = entry[link.index()];
        boolean right = flow == Flow.RIGHT;
        return flow.curve(
                List.of(
                        right
                                ? new Point(from.right(), from.centerY())
                                : new Point(from.bottom(), from.centerX()),
                        right
                                ? new Point(to.x(), to.y() + height)
                                : new Point(to.y(), to.x() + height)));
    }

    /// The mean height of a card's arguments.
    private double wish(Card card, double[] height) {
        return into.get(card.index()).stream()
                .mapToDouble(link -> height[link.from().index()])
                .average()
                .orElse(0);
    }

    private List<List<Card>> columns() {
        int[] depth = new int[visible.cards().size()];
        // links come in the order of their users, so that arguments have their place before
        for (Link link : visible.links()) {
            int at = link.to().index();
            depth[at] = Math.max(depth[at], depth[link.from().index()] + 1);
        }
        // what nothing leads into stands right before its first use
        var first = new HashMap<Card, Integer>();
        for (Link link : visible.links()) {
            if (into.get(link.from().index()).isEmpty()) {
                first.merge(link.from(), depth[link.to().index()] - 1, Math::min);
            }
        }
        first.forEach((card, column) -> depth[card.index()] = column);
        var columns = new ArrayList<List<Card>>();
        for (Card card : visible.cards()) {
            while (columns.size() <= depth[card.index()]) {
                columns.add(new ArrayList<>());
            }
            columns.get(depth[card.index()]).add(card);
        }
        var split = new ArrayList<List<Card>>();
        for (List<Card> column : columns) {
            for (int k = 0; k < column.size(); k += TALLEST) {
                split.add(new ArrayList<>(column.subList(k, Math.min(column.size(), k + TALLEST))));
            }
        }
        return split;
    }
}
