package wengert.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;

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
    private final List<List<Link>> into = new ArrayList<>();

    /// By link: which of its card's entries it takes, from 0.
    private final int[] entry;

    Draft(VisibleGraph visible, Sizes sizes) {
        this.visible = visible;
        this.sizes = sizes;
        visible.cards().forEach(_ -> into.add(new ArrayList<>(2)));
        entry = new int[visible.links().size()];
        for (Link link : visible.links()) {
            List<Link> together = into.get(link.to().index());
            entry[link.index()] = together.size();
            together.add(link);
        }
    }

    Placement placement(@Nullable String remark) {
        int n = visible.cards().size();
        double[] height = new double[n];
        var boxes = new Rect[n];
        double x = 0;
        for (List<Card> column : columns()) {
            column.sort(Comparator.comparingDouble(card -> wish(card, height)));
            double total = 0;
            double width = 0;
            for (Card card : column) {
                total += sizes.height(card) + BETWEEN_CARDS;
                width = Math.max(width, sizes.width(card) + sizes.beside(card));
            }
            double y = -total / 2;
            for (Card card : column) {
                boxes[card.index()] = new Rect(x, y, sizes.width(card), sizes.height(card));
                y += sizes.height(card) + BETWEEN_CARDS;
                height[card.index()] = y;
            }
            x += width + BETWEEN_COLUMNS;
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
        return new Placement(visible, cards, curves, labels, Map.of(), remark)
                .withResults(sizes)
                .withMargin(28)
                .indexed();
    }

    private Curve curve(Link link, Rect[] boxes) {
        Rect from = boxes[link.from().index()];
        Rect to = boxes[link.to().index()];
        double height =
                LayeredLayout.entryHeight(
                        to.height(), entry[link.index()], into.get(link.to().index()).size());
        return Curve.level(
                List.of(
                        new Point(from.right(), from.centerY()),
                        new Point(to.x(), to.y() + height)));
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
