package wengert.story;

import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// A step in plain words: what the operation does to gradients in general, and what happened here.
public final class Narration {

    private static final String[] ORDINALS = {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth"
    };

    private Narration() {}

    /// What happened in the step that led to this frame, in one or two sentences.
    public static String of(Frame frame) {
        Step step = frame.step();
        return step == null
                ? "Nothing has been computed yet. The forward sweep fills in the values, in order."
                : switch (step) {
                    case Step.Evaluation(Node node, Value value) -> evaluation(frame, node, value);
                    case Step.Seed(Node node, Value adjoint) ->
                            "The reverse sweep begins at the result: the derivative of "
                                    + frame.graph().label(node)
                                    + " by itself is "
                                    + Digits.text(adjoint)
                                    + ".";
                    case Step.Share share -> share(frame, share);
                    case Step.Tangent(Node node, Value tangent) -> tangent(frame, node, tangent);
                };
    }

    private static String evaluation(Frame frame, Node node, Value value) {
        String name = frame.graph().label(node);
        String shown = Digits.text(value);
        return switch (node.kind()) {
            case INPUT -> name + " is an input: " + shown + ".";
            case CONSTANT -> shown + " is a constant: it has no gradient.";
            case OPERATION ->
                    name
                            + " = "
                            + new Formulas(frame.graph()).definitionText(node)
                            + " is computed: "
                            + shown
                            + ".";
        };
    }

    private static String tangent(Frame frame, Node node, Value tangent) {
        String name = frame.graph().label(node);
        return node.kind() == Node.Kind.INPUT
                ? name + " moves in the direction " + Digits.text(tangent) + "."
                : name + " moves along with its arguments, by " + Digits.text(tangent) + ".";
    }

    private static String share(Frame frame, Step.Share step) {
        return general(frame.graph(), step.edge()) + " " + here(frame, step);
    }

    private static String general(Graph graph, Graph.Edge edge) {
        Op op = edge.node().op();
        if (op == null) {
            return "";
        }
        String sign = op.sign().replace('-', '−');
        return scales(graph, edge.node(), op)
                ? sign + " by a constant scales the gradient by that constant."
                : sign + " " + op.sentence() + ".";
    }

    /// Whether this is a product of which one factor has no gradient.
    private static boolean scales(Graph graph, Node node, Op op) {
        boolean product =
                (op instanceof ScalarOp || op instanceof Broadcast || op instanceof Entrywise)
                        && op.sign().equals("×");
        return product
                && node.arguments().size() == 2
                && node.arguments().stream().filter(graph::active).count() == 1;
    }

    private static String here(Frame frame, Step.Share step) {
        Graph graph = frame.graph();
        String name = graph.label(step.argument());
        int all = frame.allShares(step.argument());
        String total = Digits.text(step.total());
        if (all == 1) {
            return name + " is used once, so this share is its whole gradient: " + total + ".";
        }
        String used =
                name
                        + " is used "
                        + times(all)
                        + ", and this is its "
                        + ordinal(step.count())
                        + " share: ";
        Value before = before(frame, step);
        return before == null
                ? used + Digits.text(step.share()) + "."
                : used
                        + Digits.text(before)
                        + plus(Digits.text(step.share()))
                        + " = "
                        + total
                        + ".";
    }

    private static String plus(String share) {
        return share.startsWith("−") ? " − " + share.substring(1) : " + " + share;
    }

    /// What the argument's adjoint was before this share.
    private static @Nullable Value before(Frame frame, Step.Share step) {
        return frame.position() == 0
                ? null
                : frame.story().frame(frame.position() - 1).adjoint(step.argument());
    }

    private static String times(int count) {
        return count == 2 ? "twice" : count + " times";
    }

    private static String ordinal(int n) {
        if (n <= ORDINALS.length) {
            return ORDINALS[n - 1];
        }
        boolean teens = n % 100 >= 11 && n % 100 <= 13;
        return n
                + switch (teens ? 0 : n % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
