package wengert.display;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.graphstream.graph.Edge;
import org.graphstream.graph.Element;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.MultiGraph;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.story.Frame;
import wengert.sweep.Step;
import wengert.trace.Node;
import wengert.value.Value;

/// What is displayed at the moment, as a GraphStream graph: a node for each card, an edge for each link.
///
/// Nodes have the attributes `label`, `sign`, `kind`, and once they are known `value`, `adjoint` and `tangent`;
/// `ui.class` lists their states. [#show] goes to another moment and touches what differs, so that the graph's
/// sinks hear of what changes and of nothing else.
public final class DisplayGraph {

    private final VisibleGraph visible;
    private final Graph graph;
    private @Nullable Frame shown;

    public DisplayGraph(VisibleGraph visible) {
        this.visible = visible;
        graph =
                new MultiGraph(
                        "wengert",
                        true,
                        false,
                        Math.max(1, visible.cards().size()),
                        Math.max(1, visible.links().size()));
        for (Card card : visible.cards()) {
            var node = graph.addNode(card.id());
            node.setAttribute("label", label(card));
            node.setAttribute("sign", sign(card));
            node.setAttribute("kind", kind(card));
        }
        for (Link link : visible.links()) {
            Edge edge = graph.addEdge(link.id(), link.from().id(), link.to().id(), true);
            edge.setAttribute("slot", link.edges().getFirst().slot());
        }
    }

    /// The graph itself, for sinks to listen to and for algorithms to read.
    public Graph graph() {
        return graph;
    }

    public VisibleGraph visible() {
        return visible;
    }

    /// The moment that is shown; null before the first.
    public @Nullable Frame shown() {
        return shown;
    }

    /// Shows another moment of the same study.
    public void show(Frame frame) {
        Frame before = shown;
        shown = frame;
        if (before == null || before.story() != frame.story()) {
            visible.cards().forEach(card -> update(card, frame));
            visible.links().forEach(link -> update(link, frame));
            return;
        }
        var cards = new LinkedHashSet<Card>();
        var links = new LinkedHashSet<Link>();
        int from = Math.min(before.since(), frame.since());
        int to = Math.max(before.position(), frame.position());
        for (Step step : frame.story().steps().subList(from, to)) {
            touched(step, cards, links);
        }
        cards.forEach(card -> update(card, frame));
        links.forEach(link -> update(link, frame));
    }

    private void touched(Step step, Set<Card> cards, Set<Link> links) {
        cards.addAll(visible.cards(step.node()));
        if (step instanceof Step.Share share) {
            cards.addAll(visible.cards(share.argument()));
            touched(share.edge(), links);
        } else {
            for (int slot = 0; slot < step.node().arguments().size(); slot++) {
                touched(new wengert.trace.Graph.Edge(step.node(), slot), links);
            }
        }
    }

    private void touched(wengert.trace.Graph.Edge edge, Set<Link> links) {
        Link link = visible.link(edge);
        if (link != null) {
            links.add(link);
        }
    }

    private void update(Card card, Frame frame) {
        var element = graph.getNode(card.id());
        Node node = VisibleGraph.shownOf(card);
        set(element, "value", text(frame, frame.value(node)));
        set(element, "adjoint", text(frame, frame.adjoint(node)));
        set(element, "tangent", text(frame, frame.tangent(node)));
        set(element, "ui.class", states(card, frame));
    }

    private void update(Link link, Frame frame) {
        set(graph.getEdge(link.id()), "ui.class", LinkState.of(link, frame, visible).styleClass());
    }

    private String states(Card card, Frame frame) {
        Node node = VisibleGraph.shownOf(card);
        var states = new StringBuilder(kind(card));
        if (visible.works(card, frame)) {
            states.append(",at-work");
        }
        if (visible.receives(card, frame)) {
            states.append(",receives");
        }
        if (!frame.known(node)) {
            states.append(",unknown");
        }
        return states.append(',').append(Words.of(frame.arrival(node))).toString();
    }

    private String label(Card card) {
        return switch (card) {
            case NodeCard single -> visible.graph().label(single.node());
            case GroupCard group -> visible.title(group.group());
        };
    }

    private String sign(Card card) {
        return switch (card) {
            case NodeCard single -> {
                var op = single.node().op();
                yield op == null ? "" : op.sign();
            }
            case GroupCard group -> visible.title(group.group());
        };
    }

    private static String kind(Card card) {
        return switch (card) {
            case NodeCard single -> Words.of(single.node().kind());
            case GroupCard _ -> "group";
        };
    }

    private static @Nullable String text(Frame frame, @Nullable Value value) {
        return value == null ? null : frame.text(value);
    }

    private static void set(Element element, String attribute, @Nullable String value) {
        if (value == null) {
            if (element.hasAttribute(attribute)) {
                element.removeAttribute(attribute);
            }
        } else if (!Objects.equals(element.getAttribute(attribute), value)) {
            element.setAttribute(attribute, value);
        }
    }

    /// The words of our states, as style classes.
    private static final class Words {
        static String of(Frame.Arrival arrival) {
            return switch (arrival) {
                case NONE -> "no-adjoint";
                case AWAITED -> "adjoint-awaited";
                case PARTIAL -> "adjoint-partial";
                case COMPLETE -> "adjoint-complete";
            };
        }

        static String of(Node.Kind kind) {
            return switch (kind) {
                case INPUT -> "input";
                case CONSTANT -> "constant";
                case OPERATION -> "operation";
            };
        }
    }
}
