package wengert.drawing;

import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// Pictures in words, for people who cannot see them.
final class Description {

    private Description() {}

    static String of(Frame frame) {
        Graph graph = frame.graph();
        int operations = 0;
        for (Node node : graph.nodes()) {
            operations += node.kind() == Node.Kind.OPERATION ? 1 : 0;
        }
        var text = new StringBuilder("Computational graph of ");
        text.append(operations).append(operations == 1 ? " operation" : " operations");
        text.append(" at step ").append(frame.position()).append(" of ");
        text.append(frame.story().length()).append('.');
        Value result = frame.value(graph.output());
        if (result != null) {
            text.append(" The result is ").append(Digits.text(result)).append('.');
        }
        for (Node input : graph.inputs()) {
            text.append(' ').append(graph.label(input)).append(": ");
            text.append(state(input, frame)).append('.');
        }
        return text.toString();
    }

    static String card(Cards cards, Card card, Frame frame) {
        return switch (card) {
            case NodeCard single -> node(single.node(), frame);
            case GroupCard group ->
                    cards.words(card).sign()
                            + ", folded, "
                            + cards.words(card).label()
                            + "; its result: "
                            + state(group.exit(), frame);
        };
    }

    private static String node(Node node, Frame frame) {
        Graph graph = frame.graph();
        String name = node.name();
        String label = graph.label(node);
        String what =
                switch (node.kind()) {
                    case INPUT -> "input " + label;
                    case CONSTANT -> name == null ? "constant" : "constant " + name;
                    case OPERATION ->
                            (name == null || name.equals(label) ? "" : name + " = ")
                                    + label
                                    + " = "
                                    + new Formulas(graph).definitionText(node);
                };
        return what + ", " + state(node, frame);
    }

    private static String state(Node node, Frame frame) {
        Value value = frame.value(node);
        Value tangent = frame.tangent(node);
        return (value == null ? "not yet computed" : "value " + Digits.text(value))
                + (tangent == null ? "" : ", tangent " + Digits.text(tangent))
                + adjoint(node, frame, frame.adjoint(node));
    }

    private static String adjoint(Node node, Frame frame, @Nullable Value adjoint) {
        return switch (frame.arrival(node)) {
            case NONE -> "";
            case AWAITED -> ", adjoint not yet known";
            case PARTIAL ->
                    ", adjoint so far "
                            + (adjoint == null ? "" : Digits.text(adjoint))
                            + " from "
                            + frame.shares(node)
                            + " of "
                            + frame.allShares(node)
                            + " shares";
            case COMPLETE -> ", adjoint " + (adjoint == null ? "" : Digits.text(adjoint));
        };
    }
}
