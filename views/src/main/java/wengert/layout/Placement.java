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
    private volatile @Nullable Index index;

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

    /// What of a picture touches an area, each from the bottom up.
    public record Seen(List<Card> cards, List<Link> links) {}

    /// The cards and links that touch an area. This looks at what is there and not at everything.
    public Seen seen(Rect area) {
        Index index = index();
        var seenCards = new ArrayList<Card>();
        for (int k : index.cards.touching(area)) {
            seenCards.add(visible.cards().get(k));
        }
        var seenLinks = new ArrayList<Link>();
        for (int k : index.links.touching(area)) {
            seenLinks.add(visible.links().get(k));
        }
        return new Seen(seenCards, seenLinks);
    }

    /// The card at a point; null if none is there.
    public @Nullable Card cardAt(double x, double y) {
        int[] there = index().cards.touching(new Rect(x, y, 0, 0));
        return there.length == 0 ? null : visible.cards().get(there[there.length - 1]);
    }

    /// The link whose curve comes closest to a point; null if none comes as close as `reach`.
    public @Nullable Link linkAt(double x, double y, double reach) {
        var point = new Point(x, y);
        Link closest = null;
        double least = reach;
        for (int k : index().links.touching(new Rect(x, y, 0, 0).grown(reach))) {
            double distance = links.get(k).distance(point);
            if (distance <= least) {
                least = distance;
                closest = visible.links().get(k);
            }
        }
        return closest;
    }

    /// The innermost open group whose title is at a point; null if none is.
    public @Nullable Group titleAt(double x, double y, double titleHeight) {
        Index index = index();
        int[] there = index.groups.touching(new Rect(x, y, 0, 0));
        for (int k = there.length - 1; k >= 0; k--) {
            Group group = index.inOrder.get(there[k]);
            Rect box = groups.get(group);
            if (box != null && y <= box.y() + titleHeight) {
                return group;
            }
        }
        return null;
    }

    /// Where to look for what is at a place.
    private static final class Index {
        private final BoxTree cards;
        private final BoxTree links;
        private final BoxTree groups;
        private final List<Group> inOrder;

        Index(Placement placement) {
            cards = new BoxTree(placement.cards.size(), placement.cards::get);
            links = new BoxTree(placement.links.size(), k -> placement.links.get(k).bounds());
            inOrder = List.copyOf(placement.groups.keySet());
            var boxes = List.copyOf(placement.groups.values());
            groups = new BoxTree(boxes.size(), boxes::get);
        }
    }

    private Index index() {
        Index known = index;
        if (known == null) {
            known = new Index(this);
            index = known;
        }
        return known;
    }

    /// The same, ready to be asked what is where without a delay.
    Placement indexed() {
        index();
        return this;
    }
}
