package wengert.story;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.ops.Op;
import wengert.source.SourceText;
import wengert.sweep.NonFinite;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Types;
import wengert.value.Value;

/// Everything known of a node at a moment, in rows of two columns.
///
/// @param title the node as it is computed: `v₃ = v₁ + v₂`
/// @param rows the most important first
public record Dossier(String title, List<Row> rows) {

    /// What a row is about; views have a colour for each.
    public enum Kind {
        PLAIN,
        VALUE,
        ADJOINT,
        TANGENT,
        /// Something that deserves attention: a kink, a NaN.
        TROUBLE
    }

    /// One fact.
    ///
    /// @param name what the row is about: `value`; of a row that goes on with the one before it is empty
    public record Row(String name, String text, Kind kind) {}

    private static final int LINES = 9;
    private static final int COLUMNS = 53;
    private static final int MOST = 6;

    public Dossier {
        rows = List.copyOf(rows);
    }

    /// What is known of a node at a moment.
    ///
    /// @param source the program that was run, for the line; null if it is not known
    public static Dossier of(Node node, Frame frame, @Nullable SourceText source) {
        return new Compiling(node, frame).dossier(source);
    }

    /// What is known of a group at a moment: what goes into it and comes out of it, and what comes back for each.
    ///
    /// @param nodes the operations in it, or the fields of a structure
    /// @param inputs the nodes outside that are used inside
    /// @param outputs the nodes inside that are used outside
    /// @param source the program that was run, for the line; null if it is not known
    public static Dossier of(
            String title,
            List<Node> nodes,
            List<Node> inputs,
            List<Node> outputs,
            Frame frame,
            @Nullable SourceText source) {
        var compiling = new Compiling(nodes.getFirst(), frame);
        int count = nodes.size();
        if (nodes.getFirst().kind() == Node.Kind.INPUT) {
            compiling.crossing("fields", nodes);
        } else {
            compiling.add(
                    "holds",
                    count == 1 ? "1 operation" : "%,d operations".formatted(count),
                    Kind.PLAIN);
            compiling.crossing("goes in", inputs);
            compiling.crossing("comes out", outputs);
        }
        if (source != null && nodes.getFirst().span().end() <= source.length()) {
            compiling.place(source);
        }
        return new Dossier(title, compiling.rows);
    }

    /// The same to be heard: sentences.
    public String spoken() {
        return title
                + rows.stream()
                        .map(row -> (row.name.isEmpty() ? ", " : ". " + row.name + " ") + row.text)
                        .collect(Collectors.joining())
                + ".";
    }

    /// What is said when the keyboard comes to a node: the operation, its arguments, value and adjoint, and where it is.
    public static String announcement(Node node, Frame frame) {
        var compiling = new Compiling(node, frame);
        compiling.arguments();
        compiling.numbers(frame::text);
        compiling.useless();
        compiling.around();
        return new Dossier(compiling.title(), compiling.rows).spoken().replace(" › ", ", ");
    }

    private static final class Compiling {
        private final Node node;
        private final Frame frame;
        private final Graph graph;
        private final Formulas formulas;
        private final List<Row> rows = new ArrayList<>();

        Compiling(Node node, Frame frame) {
            this.node = node;
            this.frame = frame;
            this.graph = frame.graph();
            formulas = frame.formulas();
        }

        Dossier dossier(@Nullable SourceText source) {
            operation();
            arguments();
            numbers(this::inFull);
            useless();
            shares();
            locals();
            users();
            trouble();
            if (source != null && node.span().end() <= source.length()) {
                place(source);
            }
            return new Dossier(title(), rows);
        }

        String title() {
            String label = graph.label(node);
            String name = node.name();
            return switch (node.kind()) {
                case INPUT -> "input " + label;
                case CONSTANT -> name == null ? "constant" : "constant " + name;
                case OPERATION ->
                        (name == null || name.equals(label) ? "" : name + " = ")
                                + label
                                + " = "
                                + formulas.definitionText(node);
            };
        }

        private void operation() {
            Op op = node.op();
            if (op == null) {
                return;
            }
            String slots =
                    IntStream.range(0, node.arguments().size())
                            .mapToObj(i -> graph.label(node.arguments().get(i)))
                            .limit(MOST)
                            .collect(Collectors.joining(", "));
            String more = node.arguments().size() > MOST ? ", …" : "";
            add("operation", op.symbol() + "(" + slots + more + ")", Kind.PLAIN);
            add("", op.sentence(), Kind.PLAIN);
        }

        private void arguments() {
            var arguments = node.arguments();
            for (int slot = 0; slot < Math.min(MOST, arguments.size()); slot++) {
                Node argument = arguments.get(slot);
                Value value = frame.value(argument);
                String name = Unicode.text(formulas.symbol(argument));
                String text = value == null ? "not yet" : frame.text(value);
                boolean itself = name.equals(text);
                add(
                        slot == 0 ? (arguments.size() == 1 ? "argument" : "arguments") : "",
                        itself ? name : name + " = " + text,
                        Kind.VALUE);
            }
            if (arguments.size() > MOST) {
                add("", "and %d more".formatted(arguments.size() - MOST), Kind.PLAIN);
            }
        }

        private void numbers(java.util.function.Function<Value, String> written) {
            Value value = frame.value(node);
            add("value", value == null ? "not yet computed" : written.apply(value), Kind.VALUE);
            Value tangent = frame.tangent(node);
            if (tangent != null) {
                add("tangent", written.apply(tangent), Kind.TANGENT);
            }
            Value adjoint = frame.adjoint(node);
            String known = adjoint == null ? "" : written.apply(adjoint);
            switch (frame.arrival(node)) {
                case NONE -> {}
                case AWAITED -> add("adjoint", "not yet known", Kind.ADJOINT);
                case COMPLETE -> add("adjoint", known, Kind.ADJOINT);
                case PARTIAL -> {
                    add("adjoint", known, Kind.ADJOINT);
                    add(
                            "",
                            "so far, from %d of %d shares"
                                    .formatted(frame.shares(node), frame.allShares(node)),
                            Kind.ADJOINT);
                }
            }
        }

        /// Why there is no adjoint, and will be none.
        private void useless() {
            if (frame.arrival(node) == Frame.Arrival.NONE && !frame.story().isForward()) {
                String why =
                        !graph.useful(node)
                                ? "the result does not depend on it"
                                : graph.active(node)
                                        ? "no gradient reaches it"
                                        : "it does not depend on an input";
                add("adjoint", "none: " + why, Kind.PLAIN);
            }
        }

        /// What goes over the border of a group, one row for each node, and one for what comes back.
        private void crossing(String how, List<Node> nodes) {
            for (Node crossing : nodes.subList(0, Math.min(MOST, nodes.size()))) {
                Value value = frame.value(crossing);
                String name = crossing.name() == null ? graph.label(crossing) : crossing.name();
                add(
                        crossing == nodes.getFirst() ? how : "",
                        name + (value == null ? ": not yet computed" : " = " + frame.text(value)),
                        Kind.VALUE);
                Value tangent = frame.tangent(crossing);
                if (tangent != null) {
                    add("", "tangent " + frame.text(tangent), Kind.TANGENT);
                }
                Value adjoint = frame.adjoint(crossing);
                switch (frame.arrival(crossing)) {
                    case NONE -> {}
                    case AWAITED -> add("", "adjoint not yet known", Kind.ADJOINT);
                    case PARTIAL, COMPLETE -> {
                        boolean whole = frame.arrival(crossing) == Frame.Arrival.COMPLETE;
                        String text = adjoint == null ? "" : frame.text(adjoint);
                        add("", "adjoint " + (whole ? "" : "so far ") + text, Kind.ADJOINT);
                    }
                }
            }
            if (nodes.size() > MOST) {
                add("", "and %d more".formatted(nodes.size() - MOST), Kind.PLAIN);
            }
        }

        /// In the chosen digits, its type, and where that leaves something out all of it.
        private String inFull(Value value) {
            if (!(value instanceof Scalar number)) {
                return Show.text(frame.story().digits().rounded(value), LINES, COLUMNS)
                        .replaceAll("-(?=[0-9I])", "−"); // of `-0.5` and `-Inf`
            }
            String text = frame.text(number);
            String exact = Show.repr(number).replace('-', '−');
            boolean same = exact.equals(text);
            return text + "   " + Show.repr(Types.of(number)) + (same ? "" : ", exactly " + exact);
        }

        /// Where the adjoint comes from, share by share, as far as they have arrived.
        private void shares() {
            int count = frame.shares(node);
            for (int k = 1; k <= Math.min(MOST, count); k++) {
                String text =
                        switch (frame.story().arrival(node, k)) {
                            case Step.Share share ->
                                    "from %s: %s"
                                            .formatted(
                                                    graph.label(share.node()),
                                                    share(share.edge(), share));
                            case Step.Seed(_, Value adjoint) -> "the seed: " + frame.text(adjoint);
                            case Step.Evaluation _, Step.Tangent _ -> "";
                        };
                add(k == 1 ? (count == 1 ? "share" : "shares") : "", text, Kind.ADJOINT);
            }
            if (count > MOST) {
                add("", "and %d more".formatted(count - MOST), Kind.PLAIN);
            }
        }

        private String share(Graph.Edge edge, Step.Share share) {
            Notation symbols = formulas.share(edge, share.adjoint());
            String number = frame.text(share.share());
            String text = symbols == null ? "" : Unicode.text(symbols);
            return text.isEmpty() || number.equals(text) || number.equals(text + ".0")
                    ? number
                    : text + " = " + number;
        }

        /// The local derivatives that are numbers; of others what is handed back by them, in symbols.
        private void locals() {
            String name = "local";
            for (int slot = 0; slot < Math.min(MOST, node.arguments().size()); slot++) {
                var edge = new Graph.Edge(node, slot);
                Step.Share share = frame.story().share(edge);
                if (graph.active(edge.argument())) {
                    String text = formulas.label(edge);
                    if (formulas.localValue(edge) == null && share != null) {
                        Notation handed = formulas.share(edge, share.adjoint());
                        String which =
                                isRepeated(edge.argument())
                                        ? ", " + Narration.ordinal(slot + 1)
                                        : "";
                        text =
                                handed == null
                                        ? ""
                                        : "to %s%s: %s"
                                                .formatted(
                                                        graph.label(edge.argument()),
                                                        which,
                                                        Unicode.text(handed));
                    }
                    if (text.contains("=") || text.contains(":")) {
                        add(name, text, Kind.PLAIN);
                        name = "";
                    }
                }
            }
        }

        private boolean isRepeated(Node argument) {
            return node.arguments().stream().filter(other -> other == argument).count() > 1;
        }

        private void users() {
            List<Node> users = graph.uses(node).stream().map(Graph.Edge::node).distinct().toList();
            String names =
                    users.stream().limit(MOST).map(graph::label).collect(Collectors.joining(", "));
            if (!users.isEmpty()) {
                int more = users.size() - MOST;
                add(
                        "used by",
                        names + (more > 0 ? " and %,d more".formatted(more) : ""),
                        Kind.PLAIN);
            }
        }

        private void trouble() {
            String kink = node.kink();
            if (kink != null) {
                add("kink", kink, Kind.TROUBLE);
            }
            if (isWrong(node.plain())) {
                NonFinite born = NonFinite.firstValue(graph);
                String sentence =
                        born != null && born.node() == node
                                ? born.sentence()
                                : "it comes from before";
                add("not finite", sentence, Kind.TROUBLE);
            }
            Value adjoint = frame.adjoint(node);
            if (adjoint != null && isWrong(adjoint)) {
                NonFinite born = NonFinite.firstShare(graph, frame.story().steps());
                boolean isBornHere =
                        born != null
                                && (born.node() == node
                                        || new Graph.Edge(born.node(), born.slot()).argument()
                                                == node);
                add(
                        "adjoint",
                        born != null && isBornHere
                                ? born.sentence()
                                : "is not finite: it comes from what uses this",
                        Kind.TROUBLE);
            }
        }

        private static boolean isWrong(Value value) {
            return switch (value) {
                case Scalar number -> !Double.isFinite(number.toDouble());
                case ArrayValue array -> {
                    for (int i = 0; i < array.length(); i++) {
                        if (isWrong(array.get(i))) {
                            yield true;
                        }
                    }
                    yield false;
                }
                default -> false;
            };
        }

        /// The groups that the node is in.
        private void around() {
            var places = new ArrayList<String>();
            for (Group g = node.group(); g.parent() != null; g = g.parent()) {
                boolean turn = g.kind() == Group.Kind.TURN;
                places.addFirst(turn ? "turn " + g.title() : g.title());
            }
            if (!places.isEmpty()) {
                add("in", String.join(" › ", places), Kind.PLAIN);
            }
        }

        private void place(SourceText source) {
            around();
            if (node.span().length() > 0) {
                int line = source.line(node.span().start());
                String text = source.lineText(line).strip();
                add(
                        "line " + line,
                        text.length() > COLUMNS ? text.substring(0, COLUMNS - 1) + "…" : text,
                        Kind.PLAIN);
            }
        }

        private void add(String name, String text, Kind kind) {
            rows.add(new Row(name, text, kind));
        }
    }
}
