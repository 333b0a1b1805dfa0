package wengert.story;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Value;

/// A step in plain words: what the operation does to gradients in general, and what happened here.
public final class Narration {

    private static final String[] ORDINALS = {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth"
    };

    private static final int MOST_NAMED = 4;
    private static final int LONGEST_FACTOR = 16;
    private static final Pattern COMPARISON = Pattern.compile("[<>≤≥=]");

    /// A conjugate of something else than an adjoint or a tangent, which have a sign on top.
    private static final Pattern CONJUGATE_FACTOR =
            Pattern.compile("conj\\((?!\\p{L}[\u0304\u0307])|(?<![\u0304\u0307][₀-₉]{0,4})ᴴ");

    private static final Pattern REAL_PART = Pattern.compile("Re\\((?!\\p{L}\u0307)");

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
                            case Step.Seed seed -> SeedText.of(frame, seed);
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
                        case CONSTANT ->
                                name + " is a constant: it has no " + derivative(frame) + ".";
                        case OPERATION ->
                                "%s = %s is computed."
                                        .formatted(name, frame.formulas().definitionText(node));
                    };
            case Step.Seed seed -> SeedText.of(frame, seed);
            case Step.Share share ->
                    general(frame, share.edge()) + ofComplex(frame, List.of(share));
            case Step.Tangent(Node node, _) ->
                    node.op() == null
                            ? name + " moves."
                            : tangentInGeneral(frame, node, node.op())
                                    + "."
                                    + ofComplex(frame, node);
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
                            .map(s -> graph.label(s.argument()) + " gets " + said(frame, s.share()))
                            .collect(joining(", "));
            String more =
                    moment.size() > MOST_NAMED
                            ? ", and %,d more".formatted(moment.size() - MOST_NAMED)
                            : "";
            Graph.Edge told =
                    moment.stream()
                            .map(s -> ((Step.Share) s).edge())
                            .filter(edge -> !Expansion.of(graph, edge).where().isEmpty())
                            .findFirst()
                            .orElse(share.edge());
            return general(frame, told)
                    + ofComplex(frame, moment.stream().limit(MOST_NAMED).toList())
                    + " "
                    + each
                    + more
                    + ".";
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
                                    said(frame, share.total()));
            case Step.Evaluation(Node node, Value value) ->
                    "%s is computed in %,d steps: %s = %s."
                            .formatted(
                                    capital(where),
                                    moment.size(),
                                    graph.label(node),
                                    said(frame, value));
            case Step.Tangent(Node node, Value tangent) ->
                    "Values and tangents go through %s in %,d steps: %s moves by %s."
                            .formatted(
                                    where, moment.size(), graph.label(node), said(frame, tangent));
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
        String shown = said(frame, value);
        return switch (node.kind()) {
            case INPUT -> name + " is an input: " + shown + ".";
            case CONSTANT ->
                    (frame.story().digits().isSaidBySize(value) ? capital(shown) : shown)
                            + " is a constant: it has no "
                            + derivative(frame)
                            + ".";
            case OPERATION ->
                    name
                            + " = "
                            + frame.formulas().definitionText(node)
                            + " is computed: "
                            + shown
                            + ".";
        };
    }

    private static String derivative(Frame frame) {
        return frame.story().isForward() ? "tangent" : "gradient";
    }

    private static String tangent(Frame frame, Node node, Value tangent) {
        String name = frame.graph().label(node);
        Op op = node.op();
        if (op == null) {
            return name + " moves in the direction " + said(frame, tangent) + ".";
        }
        long moving = movers(frame, node).size();
        boolean alone = moving == 1 && moving < active(frame.graph(), node).size();
        return "%s.%s %s moves with %s%s: its tangent is %s.%s"
                .formatted(
                        tangentInGeneral(frame, node, op),
                        ofComplex(frame, node),
                        name,
                        moving(frame, node),
                        alone ? " alone" : "",
                        said(frame, tangent),
                        outcome(frame, node, tangent));
    }

    /// What is different about a tangent that comes of complex numbers.
    private static String ofComplex(Frame frame, Node node) {
        boolean complex = movers(frame, node).stream().anyMatch(a -> Complex.isIn(a.plain()));
        Notation pushed = complex ? frame.formulas().pushed(node, frame) : null;
        if (pushed == null) {
            return "";
        }
        boolean part =
                REAL_PART.matcher(Unicode.text(pushed)).find() && !Complex.isIn(node.plain());
        return ofComplex(
                isConjugating(pushed), part ? List.of(frame.graph().label(node)) : List.of());
    }

    /// What the end of a forward sweep is: one entry of the Jacobian, or a column of it.
    private static String outcome(Frame frame, Node node, Value tangent) {
        String derivative = frame.story().outcome(node);
        return derivative.isEmpty()
                ? ""
                : " This is "
                        + derivative
                        + (tangent instanceof ArrayValue ? ", a column of the Jacobian." : ".");
    }

    private static String tangentInGeneral(Frame frame, Node node, Op op) {
        Graph graph = frame.graph();
        List<Node> movers = movers(frame, node);
        String alone =
                alone(frame, node, movers, "the tangent of " + graph.label(movers.getFirst()));
        return sign(op)
                + " "
                + (scales(graph, node, op)
                        ? "by a constant scales the tangent by that constant"
                        : alone != null ? alone : about(op.tangentSentence(), graph, node));
    }

    /// What an operation on several numbers does where one of them alone counts, which its own sentence about all of them
    /// would not say; from its rule, and null where that is no short factor.
    private static @Nullable String alone(
            Frame frame, Node node, List<Node> counting, String what) {
        long all = node.arguments().stream().distinct().count();
        int slot = node.arguments().indexOf(counting.getFirst());
        boolean once = slot == node.arguments().lastIndexOf(counting.getFirst());
        var edge = new Graph.Edge(node, slot);
        if (all < 2
                || counting.size() > 1
                || !once
                || !isByNumbers(node)
                || !LocalRule.isFactor(edge)) {
            return null;
        }
        Notation local = frame.formulas().local(edge);
        String factor = local == null ? "" : Unicode.text(local);
        boolean isShort = !factor.isEmpty() && factor.length() <= LONGEST_FACTOR;
        return switch (factor) {
            case "1" -> "passes " + what + " on unchanged";
            case "−1" -> "changes the sign of " + what;
            default ->
                    isShort && !COMPARISON.matcher(factor).find()
                            ? "multiplies " + what + " by " + factor
                            : null;
        };
    }

    private static boolean isByNumbers(Node node) {
        Op op = node.op();
        return op instanceof ScalarOp || op instanceof Broadcast || op instanceof Entrywise;
    }

    private static List<Node> movers(Frame frame, Node node) {
        return node.arguments().stream()
                .filter(argument -> frame.tangent(argument) != null)
                .distinct()
                .toList();
    }

    private static List<Node> active(Graph graph, Node node) {
        return node.arguments().stream().filter(graph::active).distinct().toList();
    }

    /// `x`, `x and v₂`, `x, v₂ and 3 more`
    private static String moving(Frame frame, Node node) {
        List<String> names =
                movers(frame, node).stream()
                        .map(argument -> frame.graph().label(argument))
                        .toList();
        return listed(names);
    }

    private static String listed(List<String> names) {
        int rest = names.size() - 3;
        String last = rest > 0 ? rest + " more" : names.getLast();
        List<String> before = names.subList(0, rest > 0 ? 3 : names.size() - 1);
        return before.isEmpty() ? last : String.join(", ", before) + " and " + last;
    }

    private static String share(Frame frame, Step.Share step) {
        return general(frame, step.edge())
                + ofComplex(frame, List.of(step))
                + " "
                + here(frame, step);
    }

    /// What is different about shares of complex numbers.
    private static String ofComplex(Frame frame, List<? extends Step> moment) {
        List<Graph.Edge> edges = moment.stream().map(step -> ((Step.Share) step).edge()).toList();
        boolean conjugated =
                edges.stream()
                        .map(frame.formulas()::action)
                        .anyMatch(action -> action != null && isConjugating(action));
        List<String> real =
                edges.stream()
                        .filter(frame.formulas()::isRealPart)
                        .map(edge -> frame.graph().label(edge.argument()))
                        .distinct()
                        .toList();
        return ofComplex(conjugated, real);
    }

    private static boolean isConjugating(Notation formula) {
        return CONJUGATE_FACTOR.matcher(Unicode.text(formula)).find();
    }

    /// @param real the names of real numbers that something complex goes to
    private static String ofComplex(boolean conjugated, List<String> real) {
        String factors = conjugated ? "complex factors are conjugated" : "";
        String part =
                real.isEmpty()
                        ? ""
                        : "only the real part counts, because %s %s real"
                                .formatted(listed(real), real.size() == 1 ? "is" : "are");
        String both = factors + (conjugated && !real.isEmpty() ? ", and " : "") + part;
        return both.isEmpty() ? "" : " " + capital(both) + ".";
    }

    private static String general(Frame frame, Graph.Edge edge) {
        Node node = edge.node();
        Op op = node.op();
        if (op == null) {
            return "";
        }
        Graph graph = frame.graph();
        if (scales(graph, node, op)) {
            String sentence = sign(op) + " by a constant scales the gradient by that constant";
            return Expansion.of(graph, edge).after(sentence) + ".";
        }
        String whole = op.sentence();
        String about = about(whole, graph, node);
        String alone =
                about.equals(whole)
                        ? alone(frame, node, active(graph, node), "the gradient")
                        : null;
        String sentence = sign(op) + " " + (alone == null ? about : alone);
        return Expansion.of(graph, edge).after(sentence) + ".";
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
        String total = said(frame, step.total());
        String uses = Uses.text(frame, step.argument());
        if (all == 1) {
            return name + uses + ", so this share is its whole gradient: " + total + ".";
        }
        String used = name + uses + ", and this is its " + ordinal(step.count()) + " share: ";
        Value before = before(frame, step);
        if (frame.story().digits().isSizeOnly(step.total())) {
            String added = before == null ? "." : ", added to what it has.";
            return used + said(frame, step.share()) + added;
        }
        return before == null
                ? used + frame.text(step.share()) + "."
                : used
                        + Arithmetic.sum(List.of(frame.text(before), frame.text(step.share())))
                        + " = "
                        + total
                        + ".";
    }

    private static String said(Frame frame, Value value) {
        return frame.story().digits().said(value);
    }

    /// What the argument's adjoint was before this share.
    private static @Nullable Value before(Frame frame, Step.Share step) {
        return frame.position() == 0
                ? null
                : frame.story().frame(frame.position() - 1).adjoint(step.argument());
    }

    /// `first`, `second`, and from the eleventh on in digits.
    static String ordinal(int n) {
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
