package wengert.export;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.drawing.Cards;
import wengert.drawing.Detail;
import wengert.drawing.Drawing;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Theme;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Frame;
import wengert.story.ResultName;
import wengert.story.Storyboard;
import wengert.trace.Node;

/// A study, ready to be drawn at any of its moments: laid out once, painted as often as asked for.
///
/// This is what the window and the command line share; whatever either shows, the other can.
public final class Picture {

    /// How many cards are in view before groups are folded.
    public static final int MOST_CARDS = 48;

    private static final double MARGIN = 28;

    private final Study study;
    private final Storyboard story;
    private final Cards cards;
    private final Placement placement;
    private final Sheet.@Nullable Room room;

    private Picture(
            Study study,
            Storyboard story,
            Cards cards,
            Placement placement,
            Sheet.@Nullable Room room) {
        this.room = room;
        this.study = study;
        this.story = story;
        this.cards = cards;
        this.placement = placement;
    }

    /// Lays a study out as usual.
    public static Picture of(Study study) {
        return of(study, Order.USUAL);
    }

    /// Lays a study out as an order wants it; this can take seconds for thousands of nodes.
    public static Picture of(Study study, Order order) {
        Storyboard story = Storyboard.of(study, order.mode()).in(order.detail().digits());
        Folding wanted = order.folding();
        Folding folding = wanted == null ? Folding.automatic(study.graph(), MOST_CARDS) : wanted;
        Detail detail =
                order.detail()
                        .showing(order.shows(Order.Part.VALUES), order.shows(Order.Part.ADJOINTS));
        Cards cards = cards(study, story, folding, detail);
        return new Picture(study, story, cards, placement(order, cards), null);
    }

    /// Where things are in the window, if it shows the same and the cards are no larger here; else a layout of its own.
    private static Placement placement(Order order, Cards cards) {
        Placement seen = order.seen();
        Placement same = seen == null ? null : seen.over(cards.visible(), cards);
        return same == null
                ? new Layout(cards.visible(), cards, order.arrangement(), seen).finish()
                : same;
    }

    /// Whether an order can be drawn from this layout, or needs one of its own.
    public static boolean sameLayout(Order a, Order b) {
        return a.mode().equals(b.mode())
                && Objects.equals(a.folding(), b.folding())
                && a.arrangement().equals(b.arrangement())
                && a.seen() == b.seen()
                && a.detail().equals(b.detail())
                && a.shows(Order.Part.VALUES) == b.shows(Order.Part.VALUES)
                && a.shows(Order.Part.ADJOINTS) == b.shows(Order.Part.ADJOINTS);
    }

    /// What is written on the cards of a study.
    public static Cards cards(Study study, Storyboard story, Folding folding) {
        return cards(study, story, folding, Detail.USUAL);
    }

    /// The same, with what a reader wants to see.
    public static Cards cards(Study study, Storyboard story, Folding folding, Detail detail) {
        var graph = study.graph();
        Folding wanted = detail.untaken() ? folding.withUntaken() : folding.withoutUntaken();
        VisibleGraph visible =
                detail.unused() == Detail.Unused.HIDDEN
                        ? VisibleGraph.of(graph, wanted, graph::useful)
                        : VisibleGraph.of(graph, wanted);
        return new Cards(visible, story, ResultName.of(study), detail);
    }

    public Study study() {
        return study;
    }

    public Storyboard story() {
        return story;
    }

    public Placement placement() {
        return placement;
    }

    public Cards cards() {
        return cards;
    }

    /// The same, leaving room at each moment for what comes at any other moment of an order.
    Picture withRoomFor(Order order) {
        return new Picture(study, story, cards, placement, new Sheet(this, order).room());
    }

    /// Room to leave for formulas; null to leave as much as they need.
    Sheet.@Nullable Room room() {
        return room;
    }

    /// The drawing of one moment, as usual.
    ///
    /// @param position after how many steps; beyond the end is the end
    public Drawing at(int position, Theme theme) {
        return drawing(
                Order.USUAL.withTheme(theme).withMoments(Order.Moments.at(Math.max(0, position))));
    }

    /// The drawing of the moment that an order ends with, and all that belongs to it.
    public Drawing drawing(Order order) {
        int position = order.moments().to();
        return new Sheet(this, order.withMoments(Order.Moments.at(position)))
                .drawing(story.frame(position), 1);
    }

    /// The graph alone, its top left corner at the origin.
    ///
    /// @param phase how far what the step moves has come, from 0 to 1
    Graph graph(Order order, Frame frame, double phase) {
        var painter = new Painter(cards, placement, order.theme());
        Excerpt excerpt = excerpt(order.extent());
        var marks = new ArrayList<Mark>();
        if (excerpt.whole()) {
            marks.addAll(painter.groups());
        }
        for (Link link : excerpt.links()) {
            marks.add(painter.link(link, frame));
        }
        for (Card card : excerpt.cards()) {
            marks.add(painter.card(card, frame, phase));
        }
        var edge = frame.edgeAtWork();
        if (edge == null || excerpt.links().contains(placement.visible().link(edge))) {
            marks.addAll(painter.moving(frame, phase));
        }
        Rect all = excerpt.bounds();
        var part = new Mark.Part("graph", "graph", "", marks);
        String said =
                excerpt.whole()
                        ? painter.describe(frame)
                        : painter.describe(study.title(), excerpt.cards(), frame);
        return new Graph(all, new Mark.Moved(-all.x(), -all.y(), List.of(part)), said);
    }

    /// @param bounds what of the layout it shows
    record Graph(Rect bounds, Mark mark, String description) {}

    /// The part of the layout that an extent takes in: all of it if it would be nothing.
    Excerpt excerpt(Order.Extent extent) {
        List<Card> all = placement.visible().cards();
        Set<Card> chosen =
                switch (extent) {
                    case Order.Extent.Whole _ -> Set.of();
                    case Order.Extent.Selection(var nodes) -> chosen(nodes);
                };
        if (chosen.isEmpty() || chosen.size() == all.size()) {
            return new Excerpt(all, placement.visible().links(), placement.bounds(), true);
        }
        var links = new ArrayList<Link>();
        @Nullable Rect bounds = null;
        for (Link link : placement.visible().links()) {
            if (chosen.contains(link.from()) && chosen.contains(link.to())) {
                links.add(link);
                Rect both = placement.link(link).bounds().with(placement.label(link));
                bounds = bounds == null ? both : bounds.with(both);
            }
        }
        for (Card card : chosen) {
            Rect box = placement.card(card);
            Rect both = box.with(box.moved(cards.beside(card), 0));
            bounds = bounds == null ? both : bounds.with(both);
        }
        Rect around = bounds == null ? placement.bounds() : bounds.grown(MARGIN);
        return new Excerpt(all.stream().filter(chosen::contains).toList(), links, around, false);
    }

    /// Cards, and the links between them.
    ///
    /// @param whole whether nothing is left out
    record Excerpt(List<Card> cards, List<Link> links, Rect bounds, boolean whole) {
        Excerpt {
            cards = List.copyOf(cards);
            links = List.copyOf(links);
        }
    }

    /// The cards of some nodes; of a constant that is shown wherever it is used, those beside a chosen card.
    private Set<Card> chosen(SequencedSet<Node> nodes) {
        Set<Card> chosen =
                nodes.stream()
                        .flatMap(node -> placement.visible().cards(node).stream())
                        .filter(card -> !isCopy(card))
                        .collect(toSet());
        for (Link link : placement.visible().links()) {
            if (isCopy(link.from())
                    && chosen.contains(link.to())
                    && nodes.contains(VisibleGraph.shownOf(link.from()))) {
                chosen.add(link.from());
            }
        }
        return chosen;
    }

    private static boolean isCopy(Card card) {
        return card instanceof NodeCard single && single.copy() > 0;
    }
}
