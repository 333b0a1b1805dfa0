package wengert.drawing;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.display.LinkState;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.story.Frame;
import wengert.sweep.NonFinite;
import wengert.trace.Graph;
import wengert.trace.Node;

/// What a picture has of all that a legend can explain: some cards and links, at one moment or, where it moves, at any.
///
/// @param frame null for any moment
public record Contents(Cards all, List<Card> cards, List<Link> links, @Nullable Frame frame) {

    public Contents {
        cards = List.copyOf(cards);
        links = List.copyOf(links);
    }

    /// All that there is, at any moment.
    public static Contents of(Cards cards) {
        VisibleGraph visible = cards.visible();
        return new Contents(cards, visible.cards(), visible.links(), null);
    }

    /// Whether there is a card of its own for such a node.
    boolean any(Predicate<Node> what) {
        return singles().anyMatch(what);
    }

    /// The same, of nodes that have their value.
    boolean anyKnown(Predicate<Node> what) {
        return singles().anyMatch(what.and(this::known));
    }

    private Stream<Node> singles() {
        return cards.stream()
                .filter(NodeCard.class::isInstance)
                .map(card -> ((NodeCard) card).node());
    }

    private boolean known(Node node) {
        return frame == null || frame.known(node);
    }

    boolean works() {
        Frame now = frame;
        return now == null || cards.stream().anyMatch(card -> all.visible().works(card, now));
    }

    boolean values() {
        return all.detail().values()
                && cards.stream().anyMatch(card -> known(VisibleGraph.shownOf(card)));
    }

    /// Whether an adjoint has arrived somewhere, of a node such as this.
    boolean adjoints(Predicate<Node> what) {
        return cards.stream()
                .flatMap(card -> all.adjointsOn(card).stream())
                .anyMatch(what.and(node -> frame == null || frame.adjoint(node) != null));
    }

    boolean tangents(Predicate<Node> what) {
        return cards.stream()
                .flatMap(card -> all.tangentsOn(card).stream())
                .anyMatch(what.and(node -> frame == null || frame.tangent(node) != null));
    }

    boolean awaitsAdjoints() {
        return cards.stream()
                .flatMap(card -> all.adjointsOn(card).stream())
                .anyMatch(node -> frame == null || frame.adjoint(node) == null);
    }

    boolean awaitsTangents() {
        return cards.stream()
                .flatMap(card -> all.tangentsOn(card).stream())
                .anyMatch(node -> frame == null || frame.tangent(node) == null);
    }

    /// Whether a link leads forward.
    boolean uses() {
        return links.stream().anyMatch(link -> frame == null || !isBack(link, frame));
    }

    /// Whether such a link hands something back.
    boolean back(Predicate<Link> what) {
        Frame now = frame;
        return links.stream()
                .filter(link -> now == null ? all.label(link) > 0 : isBack(link, now))
                .anyMatch(what);
    }

    private boolean isBack(Link link, Frame now) {
        LinkState state = LinkState.of(link, now, all.visible());
        return state == LinkState.AT_WORK || state == LinkState.PASSED;
    }

    /// Whether the place where the first NaN or infinity was born is to be seen.
    boolean birth() {
        NonFinite birth = all.birth();
        if (birth == null) {
            return false;
        }
        if (birth.slot() >= 0) {
            var edge = new Graph.Edge(birth.node(), birth.slot());
            return back(link -> link.edges().contains(edge));
        }
        return known(birth.node())
                && cards.stream().anyMatch(card -> all.visible().shows(card, birth.node()));
    }
}
