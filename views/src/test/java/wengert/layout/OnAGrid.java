package wengert.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.trace.Group;
import wengert.trace.Node;

/// Cards in rows, one after the other, links straight: a placement that stays what it is when layouts get better.
public final class OnAGrid {

    private static final int COLUMNS = 4;
    private static final double WIDE = 420;
    private static final double HIGH = 260;

    private OnAGrid() {}

    public static Placement of(VisibleGraph visible, Sizes sizes) {
        var cards = new ArrayList<Rect>();
        for (Card card : visible.cards()) {
            cards.add(at(card.index(), sizes.width(card), sizes.height(card)));
        }
        var links = new ArrayList<Curve>();
        var labels = new ArrayList<Rect>();
        for (var link : visible.links()) {
            Rect from = cards.get(link.from().index());
            Rect to = cards.get(link.to().index());
            Curve curve =
                    Curve.straight(
                            new Point(from.right(), from.centerY()),
                            new Point(to.x(), to.centerY()));
            links.add(curve);
            double width = sizes.label(link);
            labels.add(
                    new Rect(
                            curve.at(0.5).x() - width / 2,
                            curve.at(0.5).y() + 10,
                            width,
                            sizes.labelHeight()));
        }
        var stubs = new ArrayList<Rect>();
        var ways = new ArrayList<Curve>();
        for (var stub : visible.stubs()) {
            Rect box = at(cards.size() + stub.index(), sizes.width(stub), sizes.height(stub));
            stubs.add(box);
            Rect from = cards.get(stub.from().index());
            ways.add(
                    Curve.straight(
                            new Point(from.right(), from.centerY()),
                            new Point(box.x(), box.centerY())));
        }
        return new Placement(
                visible, Flow.RIGHT, cards, links, labels, boxes(visible, cards), stubs, ways);
    }

    private static Rect at(int index, double width, double height) {
        return new Rect(WIDE * (index % COLUMNS), HIGH * (index / COLUMNS), width, height);
    }

    private static Map<Group, Rect> boxes(VisibleGraph visible, List<Rect> cards) {
        var boxes = new LinkedHashMap<Group, Rect>();
        for (Group group : visible.openGroups()) {
            Rect around = null;
            for (Card card : visible.cards()) {
                Node node = VisibleGraph.shownOf(card);
                if (group.holds(node.group())) {
                    Rect box = cards.get(card.index()).grown(20);
                    around = around == null ? box : around.with(box);
                }
            }
            boxes.put(group, around == null ? new Rect(0, 0, 0, 0) : around);
        }
        return boxes;
    }
}
