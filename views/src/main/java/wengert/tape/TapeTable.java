package wengert.tape;

import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.notation.Unicode;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.theme.Signs;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Scalar;
import wengert.value.Value;

/// The list itself. Only the rows in sight exist, so that it may be long.
final class TapeTable extends TableView<Node> {

    private static final PseudoClass AT_WORK = PseudoClass.getPseudoClass("at-work");
    private static final PseudoClass AT_FORWARD = PseudoClass.getPseudoClass("at-forward");
    private static final PseudoClass RECEIVING = PseudoClass.getPseudoClass("receiving");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final double ROW = 31;
    private static final double HEAD = 32;

    private final Session session;
    private @Nullable Graph graph;

    TapeTable(Session session) {
        this.session = session;
        setId("tape");
        setFocusTraversable(false);
        setFixedCellSize(ROW);
        setSelectionModel(null);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(""));
        getColumns().add(column("", 44, "name", (_, node) -> label(node)));
        getColumns().add(column("operation", 86, "operation", (_, node) -> operation(node)));
        getColumns().add(column("value", 108, "value", TapeTable::value));
        getColumns().add(column("adjoint", 118, "adjoint", TapeTable::adjoint));
        getColumns().getFirst().setMaxWidth(54);
        setRowFactory(_ -> new Row(session));
        session.frame().addListener((_, _, frame) -> show(frame));
        show(session.frame().get());
    }

    private void show(@Nullable Frame frame) {
        Graph next = frame == null ? null : frame.graph();
        if (next != graph) {
            graph = next;
            List<Node> nodes = next == null ? List.of() : next.nodes();
            setItems(FXCollections.observableList(nodes));
            setPrefHeight(HEAD + ROW * Math.max(1, nodes.size()) + 2);
            setMinHeight(Math.min(getPrefHeight(), HEAD + 3 * ROW));
        }
        Node atWork = frame == null ? null : frame.atWork();
        if (atWork != null) {
            bringIntoSight(atWork.index());
        }
    }

    private void bringIntoSight(int row) {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null) {
            boolean above = row <= flow.getFirstVisibleCell().getIndex();
            boolean below = row >= flow.getLastVisibleCell().getIndex();
            int visible =
                    flow.getLastVisibleCell().getIndex() - flow.getFirstVisibleCell().getIndex();
            if ((above || below) && visible < getItems().size() - 1) {
                scrollTo(Math.max(0, row - visible / 2));
            }
        }
    }

    private TableColumn<Node, String> column(
            String title, double width, String styleClass, BiFunction<Frame, Node, String> text) {
        var column = new TableColumn<Node, String>(title);
        column.setSortable(false); // the order is the meaning
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 40));
        column.getStyleClass().add(styleClass);
        column.setCellFactory(_ -> new SignCell());
        column.setCellValueFactory(row -> text(row.getValue(), text));
        return column;
    }

    private ObservableValue<String> text(Node node, BiFunction<Frame, Node, String> text) {
        return session.frame()
                .map(frame -> frame != null && belongs(node, frame) ? text.apply(frame, node) : "")
                .orElse("");
    }

    private static boolean belongs(Node node, Frame frame) {
        var nodes = frame.graph().nodes();
        return node.index() < nodes.size() && nodes.get(node.index()) == node;
    }

    private String label(Node node) {
        return graph == null ? "" : graph.label(node);
    }

    private String operation(Node node) {
        return switch (node.kind()) {
            case INPUT -> "input";
            case CONSTANT -> node.name() == null ? constant(node) : node.name();
            case OPERATION -> graph == null ? "" : new Formulas(graph).definitionText(node);
        };
    }

    private String constant(Node node) {
        return graph != null && node.plain() instanceof Scalar
                ? Unicode.text(new Formulas(graph).symbol(node))
                : "constant";
    }

    private static String value(Frame frame, Node node) {
        Value value = frame.value(node);
        return value == null ? "" : Digits.text(value);
    }

    private static String adjoint(Frame frame, Node node) {
        Value adjoint = frame.adjoint(node);
        return switch (frame.arrival(node)) {
            case NONE -> "–";
            case AWAITED -> frame.reversing() ? "not yet" : "";
            case PARTIAL -> adjoint == null ? "" : Digits.text(adjoint) + " +";
            case COMPLETE -> adjoint == null ? "" : Digits.text(adjoint);
        };
    }

    private static final class SignCell extends TableCell<Node, String> {

        SignCell() {
            setEllipsisString("…");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            Signs.put(this, text == null || empty ? "" : text, Face.MONO);
        }
    }

    /// A row lights up while its node is at work, and while it is pointed at, here or elsewhere.
    private static final class Row extends TableRow<Node> {

        private final Session session;
        // held here because what they watch holds them only weakly
        private final ObservableValue<@Nullable Frame> frame;
        private final ObservableValue<Boolean> pointed;

        Row(Session session) {
            this.session = session;
            frame = itemProperty().flatMap(_ -> session.frame());
            pointed =
                    itemProperty()
                            .flatMap(node -> session.pointed().map(other -> other == node))
                            .orElse(false);
            frame.addListener((_, _, moment) -> light(moment));
            itemProperty().addListener(_ -> light(frame.getValue()));
            pointed.addListener((_, _, is) -> pseudoClassStateChanged(POINTED, is));
            setOnMouseEntered(_ -> session.pointed().set(getItem()));
            setOnMouseExited(_ -> leave());
        }

        private void light(@Nullable Frame moment) {
            boolean works = moment != null && getItem() != null && moment.atWork() == getItem();
            boolean reverse = moment != null && moment.reversing();
            pseudoClassStateChanged(AT_WORK, works && reverse);
            pseudoClassStateChanged(AT_FORWARD, works && !reverse);
            pseudoClassStateChanged(
                    RECEIVING,
                    moment != null && getItem() != null && moment.receiver() == getItem());
        }

        private void leave() {
            if (session.pointed().get() == getItem()) {
                session.pointed().set(null);
            }
        }
    }
}
