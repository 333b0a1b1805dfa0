package wengert.drawing;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.ops.Op;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.sweep.NonFinite;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// Pictures in words, for people who cannot see them.
final class Description {

    /// Whoever listens to more numbers has forgotten the first.
    private static final int MOST_IN_PART = 12;

    private Description() {}

    static String of(Frame frame) {
        Graph graph = frame.graph();
        return "Computational graph of "
                + counted(operations(graph.nodes()))
                + moment(frame)
                + result(frame)
                + states(graph.inputs(), frame);
    }

    /// A picture that leaves cards out: what it is a part of, and what has become of the nodes that are in it.
    static String part(String whole, Collection<Card> cards, Frame frame) {
        Graph graph = frame.graph();
        SequencedSet<Node> nodes = new LinkedHashSet<>();
        SequencedSet<Node> told = new LinkedHashSet<>();
        for (Card card : cards) {
            switch (card) {
                case NodeCard single -> {
                    nodes.add(single.node());
                    told.add(single.node());
                }
                case GroupCard group -> {
                    nodes.addAll(group.nodes());
                    if (group.isStructure()) {
                        told.addAll(group.nodes());
                    }
                }
            }
        }
        boolean ends = nodes.contains(graph.output());
        told.removeIf(node ->
                node.kind() == Node.Kind.CONSTANT
                        || node == graph.output() && node.kind() == Node.Kind.OPERATION);
        int more = told.size() - MOST_IN_PART;
        return "A part of the graph of "
                + whole
                + ": "
                + counted(operations(nodes))
                + " of "
                + operations(graph.nodes())
                + moment(frame)
                + (ends ? result(frame) : "")
                + states(told.stream().limit(MOST_IN_PART).toList(), frame)
                + (more > 0 ? " And " + more + " more." : "");
    }

    private static long operations(Collection<Node> nodes) {
        return nodes.stream().filter(node -> node.kind() == Node.Kind.OPERATION).count();
    }

    private static String counted(long operations) {
        return operations == 1 ? "1 operation" : "%,d operations".formatted(operations);
    }

    private static String moment(Frame frame) {
        return " at step " + frame.position() + " of " + frame.story().length() + ".";
    }

    private static String result(Frame frame) {
        Value result = frame.value(frame.graph().output());
        return result == null ? "" : " The result is " + frame.text(result) + ".";
    }

    private static String states(List<Node> nodes, Frame frame) {
        return nodes.stream()
                .map(node -> " " + frame.graph().label(node) + ": " + state(node, frame) + ".")
                .collect(joining());
    }

    static String card(Cards cards, Card card, Frame frame) {
        return switch (card) {
            case NodeCard single -> node(cards, single.node(), frame);
            case GroupCard structure when structure.isStructure() ->
                    structure.group().title()
                            + ", a structure"
                            + crossing(cards, "holds", structure.nodes(), frame);
            case GroupCard group ->
                    cards.visible().title(group.group())
                            + ", folded, "
                            + counted(group.nodes().size())
                            + crossing(cards, "takes in", group.inputs(), frame)
                            + crossing(cards, "gives out", group.outputs(), frame);
        };
    }

    private static final int MOST_TOLD = 5;

    private static String crossing(Cards cards, String how, List<Node> nodes, Frame frame) {
        var told =
                nodes.stream()
                        .limit(MOST_TOLD)
                        .map(node -> frame.graph().label(node) + ", " + state(cards, node, frame))
                        .collect(joining("; "));
        int more = nodes.size() - MOST_TOLD;
        return nodes.isEmpty()
                ? ""
                : "; it " + how + " " + told + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String node(Cards cards, Node node, Frame frame) {
        return cards.what(node) + ", " + state(cards, node, frame) + remarks(cards, node, frame);
    }

    /// What a node is: `h = v₂ = 2x`, `input x`, and the type of its value.
    static String what(Node node, Formulas formulas) {
        String name = node.name();
        String label = formulas.graph().label(node);
        String what =
                switch (node.kind()) {
                    case INPUT -> (Wording.isParameter(node) ? "parameter " : "input ") + label;
                    case CONSTANT -> name == null ? "constant" : "constant " + name;
                    case OPERATION ->
                            (name == null || name.equals(label) ? "" : name + " = ")
                                    + label
                                    + " = "
                                    + formulas.definitionText(node);
                };
        return what + ", " + Digits.kind(node.plain());
    }

    private static String state(Cards cards, Node node, Frame frame) {
        Digits digits = cards.detail().digits();
        Value value = frame.value(node);
        Value tangent = frame.tangent(node);
        return (value == null ? "not yet computed" : "value " + digits.of(value))
                + (tangent == null ? "" : ", tangent " + digits.of(tangent))
                + adjoint(digits, node, frame);
    }

    private static String adjoint(Digits digits, Node node, Frame frame) {
        Value adjoint = frame.adjoint(node);
        String shown = adjoint == null ? "" : digits.of(adjoint);
        return switch (frame.arrival(node)) {
            case NONE -> "";
            case AWAITED -> ", adjoint not yet known";
            case PARTIAL ->
                    ", adjoint so far "
                            + shown
                            + " from "
                            + frame.shares(node)
                            + " of "
                            + frame.allShares(node)
                            + " shares";
            case COMPLETE -> ", adjoint " + shown;
        };
    }

    /// What the signs on a card stand for.
    private static String remarks(Cards cards, Node node, Frame frame) {
        var remarks = new StringBuilder();
        NonFinite birth = cards.birth();
        if (frame.known(node)) {
            String kink = node.kink();
            if (kink != null) {
                remarks.append("; a kink: ").append(kink.replace("`", ""));
            }
            if (birth != null && birth.slot() < 0 && birth.node() == node) {
                remarks.append("; ").append(birth.sentence().replace("`", ""));
            }
        }
        if (birth != null
                && birth.slot() >= 0
                && birth.node() == node
                && frame.passed(new Graph.Edge(node, birth.slot()))) {
            remarks.append("; ").append(birth.sentence().replace("`", ""));
        }
        Op op = node.op();
        if (op != null && op.cutsOff()) {
            remarks.append("; the gradient is cut off here");
        }
        if (!frame.graph().useful(node)) {
            remarks.append("; the result does not depend on it");
        }
        return remarks.toString();
    }

    /// What a node has come to, in the picture's own description.
    private static String state(Node node, Frame frame) {
        Value value = frame.value(node);
        Value tangent = frame.tangent(node);
        return (value == null ? "not yet computed" : "value " + frame.text(value))
                + (tangent == null ? "" : ", tangent " + frame.text(tangent))
                + adjoint(frame.story().digits(), node, frame);
    }
}
