package wengert.story;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.Value;

/// A step in plain words: what the operation does to gradients in general, and what happened here.
public final class Narration {

    private static final String[] ORDINALS = {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth"
    };

    private static final int MOST_NAMED = 4;

    private Narration() {}

    /// What happened in the step that led to this frame, in one or two sentences.
    public static String of(Frame frame) {
        Step step = frame.step();
        return frame.moment().size() > 1
                ? several(frame)
                : step == null
                        ? "Nothing has been computed yet. The forward sweep fills in the values, in order."
                        : switch (step) {
                            case Step.Evaluation(Node node, Value value) ->
                                    evaluation(frame, node, value);
                            case Step.Seed(Node node, Value adjoint) ->
                                    "The reverse sweep begins at the result: the derivative of "
                                            + frame.graph().label(node)
                                            + " by itself is "
                                            + frame.text(adjoint)
                                            + ".";
                            case Step.Share share -> share(frame, share);
                            case Step.Tangent(Node node, Value tangent) ->
                                    tangent(frame, node, tangent);
                        };
    }

    /// What a step does, whatever the numbers are.
    public static String withoutNumbers(Frame frame) {
        Step step = frame.step();
        if (step == null) {
            return of(frame);
        }
        Graph graph = frame.graph();
        String name = graph.label(step.node());
        return switch (step) {
            case Step.Evaluation(Node node, _) ->
                    switch (node.kind()) {
                        case INPUT -> name + " is an input.";
                        case CONSTANT -> name + " is a constant: it has no gradient.";
                        case OPERATION ->
                                "%s = %s is computed."
                                        .formatted(name, frame.formulas().definitionText(node));
                    };
            case Step.Seed _ -> "The reverse sweep begins at the result, " + name + ".";
            case Step.Share share -> general(graph, share.edge());
            case Step.Tangent(Node node, _) ->
                    node.op() == null
                            ? name + " moves."
                            : tangentInGeneral(graph, node, node.op()) + ".";
        };
    }

    /// A moment of several steps: what one node hands out, or what goes on in a group.
    private static String several(Frame frame) {
        List<Step> moment = frame.moment();
        Step last = moment.getLast();
        Graph graph = frame.graph();
        boolean oneNode = moment.stream().allMatch(step -> step.node() == last.node());
        if (oneNode && last instanceof Step.Share share) {
            String each =
                    moment.stream()
                            .limit(MOST_NAMED)
                            .map(Step.Share.class::cast)
                            .map(s -> graph.label(s.argument()) + " gets " + frame.text(s.share()))
                            .collect(joining(", "));
            String more =
                    moment.size() > MOST_NAMED
                            ? ", and %,d more".formatted(moment.size() - MOST_NAMED)
                            : "";
            return general(graph, share.edge()) + " " + each + more + ".";
        }
        if (oneNode) {
            return of(frame.story().frame(frame.position()));
        }
        String where = name(common(moment));
        return switch (last) {
            case Step.Share share ->
                    "The gradient goes back through %s in %,d steps: %s now has %s."
                            .formatted(
                                    where,
                                    moment.size(),
                                    graph.label(share.argument()),
                                    frame.text(share.total()));
            case Step.Evaluation(Node node, Value value) ->
                    "%s is computed in %,d steps: %s = %s."
                            .formatted(
                                    capital(where),
                                    moment.size(),
                                    graph.label(node),
                                    frame.text(value));
            case Step.Tangent(Node node, Value tangent) ->
                    "Values and tangents go through %s in %,d steps: %s moves by %s."
                            .formatted(
                                    where, moment.size(), graph.label(node), frame.text(tangent));
            case Step.Seed _ -> of(frame.story().frame(frame.position()));
        };
    }

    /// The innermost group that all steps are in.
    private static Group common(List<Step> moment) {
        Group common = moment.getFirst().node().group();
        for (Step step : moment) {
            Group outer = common.parent();
            while (outer != null && !common.holds(step.node().group())) {
                common = outer;
                outer = common.parent();
            }
        }
        return common;
    }

    private static String name(Group group) {
        return switch (group.kind()) {
            case TURN -> "turn " + group.title() + " of the loop";
            case CALL -> "the call of " + group.title();
            case LOOP -> "the loop " + group.title();
            case BROADCAST, SWEEP, STUDY, CHOSEN -> group.title();
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String evaluation(Frame frame, Node node, Value value) {
        String name = frame.graph().label(node);
        String shown = frame.text(value);
        return switch (node.kind()) {
            case INPUT -> name + " is an input: " + shown + ".";
            case CONSTANT -> shown + " is a constant: it has no gradient.";
            case OPERATION ->
                    name
                            + " = "
                            + frame.formulas().definitionText(node)
                            + " is computed: "
                            + shown
                            + ".";
        };
    }

    private static String tangent(Frame frame, Node node, Value tangent) {
        String name = frame.graph().label(node);
        Op op = node.op();
        if (op == null) {
            return name + " moves in the direction " + frame.text(tangent) + ".";
        }
        return tangentInGeneral(frame.graph(), node, op)
                + ". "
                + name
                + " moves with "
                + moving(frame, node)
                + ": its tangent is "
                + frame.text(tangent)
                + ".";
    }

    private static String tangentInGeneral(Graph graph, Node node, Op op) {
        return sign(op)
                + " "
                + (scales(graph, node, op)
                        ? "by a constant scales the tangent by that constant"
                        : about(op.tangentSentence(), graph, node));
    }

    private static List<Node> movers(Frame frame, Node node) {
        return node.arguments().stream()
                .filter(argument -> frame.tangent(argument) != null)
                .distinct()
                .toList();
    }

    /// `x`, `x and v₂`, `x, v₂ and 3 more`
    private static String moving(Frame frame, Node node) {
        List<String> names =
                movers(frame, node).stream()
                        .map(argument -> frame.graph().label(argument))
                        .toList();
        int rest = names.size() - 3;
        String last = rest > 0 ? rest + " more" : names.getLast();
        List<String> before = names.subList(0, rest > 0 ? 3 : names.size() - 1);
        return before.isEmpty() ? last : String.join(", ", before) + " and " + last;
    }

    private static String share(Frame frame, Step.Share step) {
        return general(frame.graph(), step.edge()) + " " + here(frame, step);
    }

    private static String general(Graph graph, Graph.Edge edge) {
        Op op = edge.node().op();
        if (op == null) {
            return "";
        }
        return scales(graph, edge.node(), op)
                ? sign(op) + " by a constant scales the gradient by that constant."
                : sign(op) + " " + about(op.sentence(), graph, edge.node()) + ".";
    }

    /// What is said of the second of two arguments is left out where it has no gradient: the exponent of `x^2`.
    private static String about(String sentence, Graph graph, Node node) {
        boolean firstAlone =
                node.arguments().size() == 2
                        && graph.active(node.arguments().getFirst())
                        && !graph.active(node.arguments().getLast());
        return firstAlone ? sentence.split(";", 2)[0] : sentence;
    }

    private static String sign(Op op) {
        return op.sign().replace('-', '−');
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
        String total = frame.text(step.total());
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
                ? used + frame.text(step.share()) + "."
                : used + frame.text(before) + plus(frame.text(step.share())) + " = " + total + ".";
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
