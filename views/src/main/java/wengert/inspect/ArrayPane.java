package wengert.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.notation.Notation.Role;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.sweep.LocalJacobian;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.theme.MatrixGrid;
import wengert.theme.Signs;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.Value;

/// A node's arrays, and one of its shares number by number.
public final class ArrayPane extends ScrollPane {

    private static final int MOST_ENTRIES = 4096;

    /// A larger array is only summed up in words, since this pane is made anew at every step.
    private static final int MOST_SHOWN = 10_000;

    private final Session session;
    private final ObservableValue<Boolean> shown;
    private final VBox content = new VBox();
    private final ToggleGroup edges = new ToggleGroup();
    private int slot = -1;
    private @Nullable Node node;

    // held here because what it watches holds it only weakly
    private final ObjectBinding<@Nullable Node> interest;

    /// @param shown whether the pane is looked at
    public ArrayPane(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        interest =
                Bindings.createObjectBinding(
                        () -> interest(session),
                        session.pointed(),
                        session.attention().focused(),
                        session.frame());
        getStyleClass().add("arrays");
        content.getStyleClass().add("details-content");
        setContent(content);
        setFitToWidth(true);
        setFocusTraversable(false);
        session.frame().addListener(_ -> show());
        interest.addListener(_ -> show());
        shown.addListener(_ -> show());
        session.dark().addListener(_ -> show());
        show();
    }

    /// The node pointed at, or the one the keyboard is at, or the one at work.
    private static @Nullable Node interest(Session session) {
        Frame frame = session.frame().get();
        if (frame == null) {
            return null;
        }
        Graph graph = frame.graph();
        Node pointed = session.pointed().get();
        Node focused = session.attention().focused().get();
        if (pointed != null && graph.holds(pointed)) {
            return pointed;
        }
        return focused != null && graph.holds(focused) ? focused : frame.atWork();
    }

    private void show() {
        if (!shown.getValue()) {
            return;
        }
        content.getChildren().clear();
        Frame frame = session.frame().get();
        Node now = interest.get();
        if (frame == null || now == null || !frame.graph().holds(now)) {
            return;
        }
        if (now != node) {
            node = now;
            slot = -1;
        }
        Graph graph = frame.graph();
        String name = graph.label(now);
        title(now.op() == null ? name : name + " = " + frame.formulas().definitionText(now));
        Digits digits = frame.story().digits();
        array("value", frame.value(now), digits, Role.VALUE);
        boolean forward = frame.story().isForward();
        if (forward) {
            array("tangent", frame.tangent(now), digits, Role.TANGENT);
        } else {
            array("adjoint", frame.adjoint(now), digits, Role.ADJOINT);
        }
        if (now.op() != null && !forward) {
            share(frame, now);
        }
    }

    private void title(String text) {
        var title = new Label();
        Signs.put(title, text, Face.MONO);
        title.getStyleClass().add("array-title");
        content.getChildren().add(title);
    }

    private void array(String what, @Nullable Value value, Digits digits, Role role) {
        content.getChildren().add(caption(what + (value == null ? ": not yet" : shape(value))));
        if (value == null) {
            return;
        }
        double[] numbers =
                value instanceof ArrayValue array && array.length() > MOST_SHOWN
                        ? null
                        : LocalJacobian.numbers(value);
        if (numbers != null) {
            var rows = Rows.of(value, numbers);
            content.getChildren().add(grid(rows, digits, role, (_, _) -> {}));
        } else {
            var text = new Label(digits.of(value));
            text.getStyleClass().add("matrix-entry");
            content.getChildren().add(text);
        }
    }

    private static String shape(Value value) {
        String size = Digits.size(value);
        return size.isEmpty() ? "" : " · " + size;
    }

    private static Label caption(String text) {
        var caption = new Label(text);
        caption.getStyleClass().add("array-caption");
        return caption;
    }

    private MatrixGrid grid(
            Rows rows, Digits digits, Role role, BiConsumer<Integer, Integer> pressed) {
        var grid = new MatrixGrid(session.dark(), role, pressed);
        if (rows.width() > 0) {
            grid.show(rows.names(), rows.columns(), rows.entries(), digits);
        }
        return grid;
    }

    private void share(Frame frame, Node now) {
        Graph graph = frame.graph();
        var offered = new ArrayList<Graph.Edge>();
        for (int k = 0; k < now.arguments().size(); k++) {
            var edge = new Graph.Edge(now, k);
            if (frame.passes(edge)) {
                offered.add(edge);
            }
        }
        if (offered.isEmpty()) {
            content.getChildren().add(caption("it hands nothing back"));
            return;
        }
        Graph.Edge chosen = chosen(frame, offered);
        var choice = new FlowPane(4, 4);
        for (Graph.Edge edge : offered.subList(0, Math.min(8, offered.size()))) {
            var button = new ToggleButton("to " + graph.label(edge.argument()));
            button.setToggleGroup(edges);
            button.setFocusTraversable(false);
            button.setSelected(edge.equals(chosen));
            button.setOnAction(_ -> {
                slot = edge.slot();
                show();
            });
            choice.getChildren().add(button);
        }
        content.getChildren().addAll(caption("share"), choice);
        Step.Share step = frame.story().share(chosen);
        if (step != null) {
            new ShareView(frame, step, frame.passed(chosen)).addTo(content);
        }
    }

    private Graph.Edge chosen(Frame frame, List<Graph.Edge> offered) {
        Graph.Edge atWork = frame.edgeAtWork();
        return offered.stream()
                .filter(edge -> slot >= 0 ? edge.slot() == slot : edge.equals(atWork))
                .findFirst()
                .orElse(offered.getFirst());
    }

    /// The share of one edge: adjoint, local derivative, product.
    private final class ShareView {
        private final Graph graph;
        private final Digits digits;
        private final Step.Share step;
        private final boolean known;
        private final Label sum = new Label();

        ShareView(Frame frame, Step.Share step, boolean known) {
            graph = frame.graph();
            digits = frame.story().digits();
            this.step = step;
            this.known = known;
        }

        void addTo(VBox content) {
            Node node = step.node();
            Graph.Edge edge = step.edge();
            String from = graph.label(node);
            String to = graph.label(edge.argument());
            LocalJacobian local = LocalJacobian.of(edge, MOST_ENTRIES);
            if (local == null) {
                content.getChildren()
                        .add(
                                caption(
                                        "∂%s/∂%s is too large, or not real, to be written out; the rule computes the share without it."
                                                .formatted(from, to)));
                return;
            }
            content.getChildren()
                    .add(
                            caption(
                                    "∂%s/∂%s as a matrix, %d × %d: %s"
                                            .formatted(
                                                    from,
                                                    to,
                                                    local.entries().length,
                                                    local.entries()[0].length,
                                                    local.structure().words())));
            List<String> rows = names(node, local.entries().length);
            List<String> columns = names(edge.argument(), local.entries()[0].length);
            var matrix = new MatrixGrid(session.dark(), Role.LOCAL, (_, j) -> explain(local, j));
            matrix.show(rows, columns, local.entries(), digits);
            content.getChildren().add(matrix);
            double[] share = LocalJacobian.numbers(step.share());
            double[] adjoint = LocalJacobian.numbers(step.adjoint());
            if (!known || share == null || adjoint == null) {
                content.getChildren().add(caption("share to " + to + ": not yet"));
                return;
            }
            content.getChildren()
                    .add(
                            caption(
                                    "share to %s: press a number to see what it is made of"
                                            .formatted(to)));
            var shown = Rows.of(step.share(), share);
            MatrixGrid product =
                    grid(
                            shown,
                            digits,
                            Role.ADJOINT,
                            (i, j) -> {
                                int entry = shown.place(i, j);
                                matrix.light((row, column) ->
                                        column == entry && local.entries()[row][column] != 0);
                                explain(local, entry);
                            });
            sum.setWrapText(true);
            sum.getStyleClass().add("path-product");
            content.getChildren().addAll(product, sum);
        }

        private List<String> names(Node node, int count) {
            var names = new ArrayList<String>();
            for (int k = 0; k < count; k++) {
                names.add(Mode.name(graph, node, k));
            }
            return names;
        }

        /// `x̄[2] = 1·3 + 2·4 = 11`
        private void explain(LocalJacobian local, int entry) {
            double[] adjoint = LocalJacobian.numbers(step.adjoint());
            double[] share = LocalJacobian.numbers(step.share());
            if (adjoint == null || share == null || !known) {
                return;
            }
            var terms = new ArrayList<String>();
            List<Integer> rows = local.contributors(entry);
            for (int row : rows.subList(0, Math.min(8, rows.size()))) {
                terms.add(number(adjoint[row]) + " · " + number(local.entries()[row][entry]));
            }
            String more = rows.size() > 8 ? " + … %d more".formatted(rows.size() - 8) : "";
            String made = terms.isEmpty() ? "0" : String.join(" + ", terms) + more;
            String name = Mode.name(graph, step.argument(), entry);
            Signs.put(sum, "%s: %s = %s".formatted(name, made, number(share[entry])), Face.MONO);
        }

        private String number(double number) {
            return digits.element(new Float64(number));
        }
    }
}
