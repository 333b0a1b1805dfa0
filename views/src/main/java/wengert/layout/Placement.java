package wengert.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.display.VisibleGraph.Stub;
import wengert.trace.Group;
import wengert.trace.Node;

/// Where everything is: the boxes of cards and groups, the curves of links and where their labels go.
public final class Placement {

    /// A card that is wider than it need be by more than this looks odd.
    private static final double MOST_SLACK = 60;

    private final VisibleGraph visible;
    private final Flow flow;
    private final List<Rect> cards;
    private final List<Curve> links;
    private final List<Rect> labels;
    private final Map<Group, Rect> groups;
    private final List<Rect> stubs;
    private final List<Curve> stubLinks;
    private final Rect bounds;
    private volatile @Nullable Index index;

    Placement(
            VisibleGraph visible,
            Flow flow,
            List<Rect> cards,
            List<Curve> links,
            List<Rect> labels,
            Map<Group, Rect> groups,
            List<Rect> stubs,
            List<Curve> stubLinks) {
        this(
                visible,
                flow,
                List.copyOf(cards),
                List.copyOf(links),
                List.copyOf(labels),
                new LinkedHashMap<>(groups),
                List.copyOf(stubs),
                List.copyOf(stubLinks),
                around(cards, links, labels, groups, stubs));
    }

    private Placement(
            VisibleGraph visible,
            Flow flow,
            List<Rect> cards,
            List<Curve> links,
            List<Rect> labels,
            Map<Group, Rect> groups,
            List<Rect> stubs,
            List<Curve> stubLinks,
            Rect bounds) {
        this.visible = visible;
        this.flow = flow;
        this.cards = cards;
        this.links = links;
        this.labels = labels;
        this.groups = groups;
        this.stubs = stubs;
        this.stubLinks = stubLinks;
        this.bounds = bounds;
    }

    private static Rect around(
            List<Rect> cards,
            List<Curve> links,
            List<Rect> labels,
            Map<Group, Rect> groups,
            List<Rect> stubs) {
        var all = new ArrayList<>(cards);
        all.addAll(groups.values());
        links.forEach(link -> all.add(link.bounds()));
        all.addAll(labels);
        all.addAll(stubs);
        return all.stream().reduce(Rect::with).orElse(new Rect(0, 0, 200, 100));
    }

    private Placement within(Rect all) {
        return new Placement(visible, flow, cards, links, labels, groups, stubs, stubLinks, all);
    }

    /// The same with room for what stands beside cards.
    Placement withResults(Sizes sizes) {
        Rect all = bounds;
        for (Card card : visible.cards()) {
            Rect box = card(card);
            double more = sizes.beside(card);
            double right = flow == Flow.RIGHT ? more : 0;
            double below = flow == Flow.RIGHT ? 0 : more;
            all = all.with(new Rect(box.x(), box.y(), box.width() + right, box.height() + below));
        }
        return within(all);
    }

    /// The same with more room around it.
    Placement withMargin(double margin) {
        return within(bounds.grown(margin));
    }

    /// The same places for the graph of another run; null if it does not have the same cards and links, or if what is
    /// written on the cards no longer fits. What is written on a link and does not fit goes elsewhere.
    public @Nullable Placement over(VisibleGraph other, Sizes sizes) {
        if (cards.size() != other.cards().size()
                || links.size() != other.links().size()
                || stubs.size() != other.stubs().size()
                || visible.openGroups().size() != other.openGroups().size()) {
            return null;
        }
        for (Card card : other.cards()) {
            Card before = visible.cards().get(card.index());
            double slack = card(before).width() - sizes.width(card);
            if (!card.id().equals(before.id())
                    || slack < -0.5
                    || slack > MOST_SLACK
                    || card(before).height() != sizes.height(card)) {
                return null;
            }
        }
        for (Link link : other.links()) {
            Link before = visible.links().get(link.index());
            if (link.from().index() != before.from().index()
                    || link.to().index() != before.to().index()) {
                return null;
            }
        }
        var boxes = new LinkedHashMap<Group, Rect>();
        var counterparts = new HashMap<Group, Group>();
        var opened = other.openGroups().iterator();
        visible.openGroups().forEach(group -> counterparts.put(group, opened.next()));
        groups.forEach((group, box) -> boxes.put(counterparts.getOrDefault(group, group), box));
        return new Placement(other, flow, cards, links, labels, boxes, stubs, stubLinks, bounds)
                .withLabels(sizes);
    }

    /// The same with room for all that is written on links.
    private Placement withLabels(Sizes sizes) {
        if (visible.links().stream().allMatch(link -> Labels.fits(link, labels, sizes))) {
            return this;
        }
        var taken = new ArrayList<>(cards);
        taken.addAll(stubs);
        var curves = new ArrayList<>(links);
        curves.addAll(stubLinks);
        List<Rect> places = new Labels(visible, sizes, taken, groups, curves).places(labels);
        Rect all = places.stream().reduce(bounds, Rect::with);
        return with(cards, links, List.copyOf(places), groups, stubs, stubLinks, all);
    }

    public VisibleGraph visible() {
        return visible;
    }

    /// Which way values flow.
    public Flow flow() {
        return flow;
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

    /// Where a branch that was not taken is hinted at.
    public Rect stub(Stub stub) {
        return stubs.get(stub.index());
    }

    /// The way that would have led there.
    public Curve link(Stub stub) {
        return stubLinks.get(stub.index());
    }

    /// The boxes of the open groups, outer ones first.
    public Map<Group, Rect> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /// Everything there is.
    public Rect bounds() {
        return bounds;
    }

    // where things were, and how they get from there to here

    /// Where what a card of another view shows stands here: its own card, or what holds it; null if it is not here.
    public @Nullable Rect standing(Card card) {
        return switch (card) {
            case NodeCard(_, Node node, int copy, _) -> {
                List<Card> here = visible.cards(node);
                for (Card same : here) {
                    if (same instanceof NodeCard single && single.copy() == copy) {
                        yield card(same);
                    }
                }
                yield here.isEmpty() ? null : card(here.getLast());
            }
            case GroupCard group -> {
                Rect open = groups.get(group.group());
                yield open != null ? open : standing(group.nodes());
            }
        };
    }

    /// Where a group of another view is here: its box, or the card it is folded to or in; null if it is not here.
    public @Nullable Rect standing(Group group) {
        Rect open = groups.get(group);
        if (open != null) {
            return open;
        }
        Map<Group, Card> folded = index().folded;
        for (Group around = group; around != null; around = around.parent()) {
            Card card = folded.get(around);
            if (card != null) {
                return card(card);
            }
        }
        return null;
    }

    private @Nullable Rect standing(List<Node> nodes) {
        for (Node node : nodes) {
            for (Card card : visible.cards(node)) {
                return card(card);
            }
        }
        return null;
    }

    /// On the way from this to another placement of the same graph: the cards, links and groups of the other, coming
    /// from where they are here. What is in a group that is folded here comes out of its card.
    ///
    /// @param part how far it has come, from 0 to 1
    public Placement towards(Placement other, double part) {
        return part >= 1 ? other : new Transition(this, other).at(part);
    }

    /// The same with a card in another place, as a hand has put it. Its links follow, the others stay.
    ///
    /// @param x where its left side goes
    public Placement moved(Card card, double x, double y) {
        Rect old = card(card);
        var moved = new ArrayList<>(cards);
        moved.set(card.index(), new Rect(x, y, old.width(), old.height()));
        return redrawn(moved, card, x - old.x(), y - old.y());
    }

    private Placement redrawn(List<Rect> boxes, Card card, double dx, double dy) {
        var curves = new ArrayList<>(links);
        var places = new ArrayList<>(labels);
        for (Link link : visible.links()) {
            boolean from = link.from().equals(card);
            boolean to = link.to().equals(card);
            if (from || to) {
                Curve old = link(link);
                Point start = from ? old.start().moved(dx, dy) : old.start();
                Point end = to ? old.end().moved(dx, dy) : old.end();
                Curve direct = old.directed(start, end);
                curves.set(link.index(), direct);
                Point middle = direct.at(0.5);
                Rect label = label(link);
                places.set(
                        link.index(),
                        label.moved(
                                middle.x() - label.centerX(),
                                middle.y() - label.centerY() - label.height() / 2 - 5));
            }
        }
        var ways = new ArrayList<>(stubLinks);
        for (Stub stub : visible.stubs()) {
            if (stub.from().equals(card)) {
                Curve old = link(stub);
                ways.set(stub.index(), old.directed(old.start().moved(dx, dy), old.end()));
            }
        }
        Rect all = bounds;
        for (Rect box : boxes) {
            all = all.with(box.grown(20));
        }
        return new Placement(
                visible,
                flow,
                List.copyOf(boxes),
                List.copyOf(curves),
                List.copyOf(places),
                groups,
                stubs,
                List.copyOf(ways),
                all);
    }

    /// The same things in other places.
    Placement with(
            List<Rect> otherCards,
            List<Curve> otherLinks,
            List<Rect> otherLabels,
            Map<Group, Rect> otherGroups,
            List<Rect> otherStubs,
            List<Curve> otherWays,
            Rect otherBounds) {
        return new Placement(
                visible,
                flow,
                otherCards,
                otherLinks,
                otherLabels,
                otherGroups,
                otherStubs,
                otherWays,
                otherBounds);
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

    /// Where the card of a node is, of several copies the one nearest to a place; the place itself if it has none.
    public Rect nearest(Node node, Rect place) {
        return visible.cards(node).stream()
                .map(this::card)
                .min(Comparator.comparingDouble(place::distance))
                .orElse(place);
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
        private final Map<Group, Card> folded = new HashMap<>();

        Index(Placement placement) {
            for (Card card : placement.visible.cards()) {
                if (card instanceof GroupCard group) {
                    folded.putIfAbsent(group.group(), card);
                }
            }
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
