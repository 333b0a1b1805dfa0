package wengert.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.trace.Group;

/// Where everything is: the boxes of cards and groups, the curves of links and where their labels go.
public final class Placement {

    private final VisibleGraph visible;
    private final List<Rect> cards;
    private final List<Curve> links;
    private final List<Rect> labels;
    private final Map<Group, Rect> groups;
    private final Rect bounds;
    private final @Nullable String remark;

    /// @param remark what is to be said about the picture as a whole; null if nothing
    Placement(
            VisibleGraph visible,
            List<Rect> cards,
            List<Curve> links,
            List<Rect> labels,
            Map<Group, Rect> groups,
            @Nullable String remark) {
        this(visible, cards, links, labels, groups, around(cards, links, labels, groups), remark);
    }

    private Placement(
            VisibleGraph visible,
            List<Rect> cards,
            List<Curve> links,
            List<Rect> labels,
            Map<Group, Rect> groups,
            Rect bounds,
            @Nullable String remark) {
        this.visible = visible;
        this.cards = List.copyOf(cards);
        this.links = List.copyOf(links);
        this.labels = List.copyOf(labels);
        this.groups = new LinkedHashMap<>(groups);
        this.remark = remark;
        this.bounds = bounds;
    }

    private static Rect around(
            List<Rect> cards, List<Curve> links, List<Rect> labels, Map<Group, Rect> groups) {
        var all = new ArrayList<>(cards);
        all.addAll(groups.values());
        links.forEach(link -> all.add(link.bounds()));
        all.addAll(labels);
        return all.stream().reduce(Rect::with).orElse(new Rect(0, 0, 200, 100));
    }

    /// The same with room for what stands beside cards.
    Placement withResults(Sizes sizes) {
        Rect all = bounds;
        for (Card card : visible.cards()) {
            Rect box = card(card);
            all =
                    all.with(
                            new Rect(
                                    box.x(),
                                    box.y(),
                                    box.width() + sizes.beside(card),
                                    box.height()));
        }
        return new Placement(visible, cards, links, labels, groups, all, remark);
    }

    /// The same with more room around it.
    Placement withMargin(double margin) {
        return new Placement(visible, cards, links, labels, groups, bounds.grown(margin), remark);
    }

    public VisibleGraph visible() {
        return visible;
    }

    public Rect card(Card card) {
        return cards.get(card.index());
    }

    /// From the card where a value is made to the one where it is used.
    public Curve link(Link link) {
        return links.get(link.index());
    }

    /// Where the label of a link goes. It covers no card.
    public Rect label(Link link) {
        return labels.get(link.index());
    }

    /// The boxes of the open groups, outer ones first.
    public Map<Group, Rect> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /// Everything there is.
    public Rect bounds() {
        return bounds;
    }

    /// What is to be said about the picture as a whole, such as that it is a draft; null if nothing.
    public @Nullable String remark() {
        return remark;
    }

    /// The card at a point; null if none is there.
    public @Nullable Card cardAt(double x, double y) {
        for (int k = cards.size() - 1; k >= 0; k--) {
            if (cards.get(k).contains(x, y)) {
                return visible.cards().get(k);
            }
        }
        return null;
    }

    /// The innermost open group whose title is at a point; null if none is.
    public @Nullable Group titleAt(double x, double y, double titleHeight) {
        var found = new ArrayList<Group>();
        groups.forEach((group, box) -> {
            if (box.contains(x, y) && y <= box.y() + titleHeight) {
                found.add(group);
            }
        });
        return found.isEmpty() ? null : found.getLast();
    }
}
