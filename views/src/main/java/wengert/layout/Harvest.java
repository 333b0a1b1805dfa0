package wengert.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.graph.ElkNode;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.trace.Group;

/// Takes what ELK found and makes a [Placement] of it: curves from bends, and room for labels.
///
/// @param bends where a link is led, from its start to its end
record Harvest(
        VisibleGraph visible,
        Sizes sizes,
        Function<Card, Rect> boxes,
        Function<Link, List<Point>> bends,
        Map<Group, ElkNode> groups,
        double margin) {

    Placement placement() {
        List<Rect> cards = visible.cards().stream().map(boxes).toList();
        var curves = new ArrayList<Curve>();
        for (Link link : visible.links()) {
            curves.add(Curve.level(smooth(bends.apply(link))));
        }
        var boxesOfGroups = new LinkedHashMap<Group, Rect>();
        for (Group group : visible.openGroups()) {
            ElkNode node = groups.get(group);
            if (node != null) {
                KVector at = LayeredLayout.absolute(node);
                boxesOfGroups.put(group, new Rect(at.x, at.y, node.getWidth(), node.getHeight()));
            }
        }
        List<Rect> labels = new Labels(visible, sizes, cards, curves).places();
        return new Placement(visible, cards, curves, labels, boxesOfGroups, null)
                .withResults(sizes)
                .withMargin(margin)
                .indexed();
    }

    /// Leaves out what lies on a level line between its neighbours, and never goes back.
    private static List<Point> smooth(List<Point> bends) {
        var points = new ArrayList<Point>();
        for (Point p : bends) {
            int n = points.size();
            if (n > 1
                    && level(points.get(n - 2), points.get(n - 1))
                    && level(points.get(n - 1), p)) {
                points.removeLast();
            }
            points.add(p);
        }
        return points;
    }

    private static boolean level(Point a, Point b) {
        return Math.abs(a.y() - b.y()) < 0.5;
    }
}
