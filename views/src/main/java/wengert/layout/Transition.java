package wengert.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.Stub;
import wengert.trace.Group;

/// The way from one placement to another.
record Transition(Placement from, Placement to) {

    /// @param part how far along the way, from 0 to 1
    Placement at(double part) {
        double rest = 1 - part;
        VisibleGraph visible = to.visible();
        var cards = new ArrayList<Rect>();
        double[] dx = new double[visible.cards().size()];
        double[] dy = new double[dx.length];
        for (Card card : visible.cards()) {
            Rect end = to.card(card);
            Rect start = from.standing(card);
            int k = card.index();
            if (start != null) {
                dx[k] = rest * (start.centerX() - end.centerX());
                dy[k] = rest * (start.centerY() - end.centerY());
            }
            cards.add(end.moved(dx[k], dy[k]));
        }
        var links = new ArrayList<Curve>();
        var labels = new ArrayList<Rect>();
        for (Link link : visible.links()) {
            int a = link.from().index();
            int b = link.to().index();
            links.add(to.link(link).bent(dx[a], dy[a], dx[b], dy[b]));
            labels.add(to.label(link).moved((dx[a] + dx[b]) / 2, (dy[a] + dy[b]) / 2));
        }
        var groups = new LinkedHashMap<Group, Rect>();
        to.groups()
                .forEach((group, end) ->
                        groups.put(group, between(from.standing(group), end, part)));
        var stubs = new ArrayList<Rect>();
        var ways = new ArrayList<Curve>();
        for (Stub stub : visible.stubs()) {
            int a = stub.from().index();
            stubs.add(to.stub(stub).moved(dx[a], dy[a]));
            ways.add(to.link(stub).bent(dx[a], dy[a], dx[a], dy[a]));
        }
        return to.with(
                cards,
                links,
                labels,
                groups,
                stubs,
                ways,
                between(from.bounds(), to.bounds(), part));
    }

    private static Rect between(@Nullable Rect start, Rect end, double part) {
        if (start == null) {
            return end;
        }
        return new Rect(
                start.x() + part * (end.x() - start.x()),
                start.y() + part * (end.y() - start.y()),
                start.width() + part * (end.width() - start.width()),
                start.height() + part * (end.height() - start.height()));
    }
}
