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
    private static final int COLUMNS = 56;
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

    /// The same to be heard: sentences.
    public String spoken() {
        return title
                + rows.stream()
                        .map(row -> (row.name.isEmpty() ? ", " : ". " + row.name + " ") + row.text)
                        .collect(Collectors.joining())
                + ".";
    }

    /// What is said when the keyboard comes to a node: the operation, its arguments, value and adjoint.
    public static String announcement(Node node, Frame frame) {
        var compiling = new Compiling(node, frame);
        compiling.arguments();
        compiling.numbers(value -> Digits.text(value));
        return new Dossier(compiling.title(), compiling.rows).spoken();
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
            formulas = new Formulas(graph);
        }

        Dossier dossier(@Nullable SourceText source) {
            operation();
            arguments();
            numbers(Compiling::inFull);
            shares();
            locals();
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
                String text = value == null ? "not yet" : Digits.text(value);
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

        private static String inFull(Value value) {
            if (value instanceof Scalar number) {
                return Show.repr(number) + "   " + Show.repr(Types.of(number));
            }
            return Show.text(value, LINES, COLUMNS);
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
                            case Step.Seed(_, Value adjoint) -> "the seed: " + Digits.text(adjoint);
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
            String number = Digits.text(share.share());
            String text = symbols == null ? "" : Unicode.text(symbols);
            return text.isEmpty() || text.equals(number) ? number : text + " = " + number;
        }

        private void locals() {
            String name = "local";
            for (int slot = 0; slot < Math.min(MOST, node.arguments().size()); slot++) {
                var edge = new Graph.Edge(node, slot);
                if (graph.active(edge.argument())) {
                    add(name, formulas.label(edge), Kind.PLAIN);
                    name = "";
                }
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

        private void place(SourceText source) {
            var places = new ArrayList<String>();
            for (Group g = node.group(); g.parent() != null; g = g.parent()) {
                boolean turn = g.kind() == Group.Kind.TURN;
                places.addFirst(turn ? "turn " + g.title() : g.title());
            }
            if (!places.isEmpty()) {
                add("in", String.join(" › ", places), Kind.PLAIN);
            }
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
