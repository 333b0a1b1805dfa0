package wengert.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.notation.Unicode;
import wengert.session.Session;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.story.Storyboard;
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
    private static final PseudoClass BREAKPOINT = PseudoClass.getPseudoClass("breakpoint");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final double ROW = 31;

    /// Longer texts may be cut in their cells.
    private static final int LONG = 10;

    private static final double HEAD = 32;
    private static final double LEAST = 40;
    private static final double SCROLL_BAR = 10;

    /// A narrower list has no room for the numbers of the sweep that is not shown.
    private static final double ROOM_FOR_BOTH = 460;

    private final Session session;
    private final ObservableValue<String> filter;
    private final TableColumn<Node, String> index =
            column("#", 24, "index", (_, node) -> Integer.toString(node.index() + 1));
    private final TableColumn<Node, String> tangent =
            column("tangent", 106, "tangent", this::tangent);
    private final TableColumn<Node, String> adjoint =
            column("adjoint", 106, "adjoint", this::adjoint);
    private @Nullable Storyboard story;

    /// The sweep the other way over the same graph, where the reader has seen all of it: its
    /// numbers are known.
    private @Nullable Storyboard other;

    private boolean atTheEnd;
    private @Nullable Graph graph;

    /// The rows in sight, by their nodes' indices; null while every node is.
    private int @Nullable [] found;

    /// @param filter words that a row must hold to be shown
    TapeTable(Session session, ObservableValue<String> filter) {
        this.session = session;
        this.filter = filter;
        setId("tape");
        setFocusTraversable(false);
        setFixedCellSize(ROW);
        setSelectionModel(null);
        setColumnResizePolicy(TapeTable::resize);
        setPlaceholder(new Label(""));
        TableColumn<Node, String> name = column("", 33, "name", (_, node) -> label(node));
        getColumns().add(index);
        getColumns().add(name);
        getColumns().add(column("operation", 77, "operation", (_, node) -> operation(node)));
        getColumns().add(column("value", 106, "value", TapeTable::value));
        getColumns().add(adjoint);
        widthProperty().subscribe(this::arrangeColumns);
        heightProperty().subscribe(this::shareWidth);
        setRowFactory(_ -> new Row(session));
        session.frame().addListener((_, _, frame) -> show(frame));
        filter.subscribe(_ -> list());
        session.playback().breakpoints().addListener((Observable _) -> refresh());
        show(session.frame().get());
    }

    private void show(@Nullable Frame frame) {
        Graph next = frame == null ? null : frame.graph();
        if (next != graph) {
            graph = next;
            list();
        }
        if (frame != null && frame.story() != story) {
            other = other(frame.story());
            story = frame.story();
            arrangeColumns();
        }
        atTheEnd = frame != null && frame.position() == frame.story().steps().size();
        Node atWork = frame == null ? null : frame.atWork();
        if (atWork != null) {
            bringIntoSight(row(atWork));
        }
    }

    /// What is known of the sweep the other way when `next` comes.
    private @Nullable Storyboard other(Storyboard next) {
        Storyboard before = story;
        if (before == null || before.graph() != next.graph()) {
            return null;
        }
        return before.isForward() == next.isForward() ? other : atTheEnd ? before : null;
    }

    private void arrangeColumns() {
        Storyboard shown = story;
        if (shown != null) {
            int digits = Integer.toString(shown.graph().nodes().size()).length();
            index.setPrefWidth(10 + 7 * Math.max(2, digits));
            boolean both = other != null && getWidth() >= ROOM_FOR_BOTH;
            var columns = new ArrayList<>(getColumns());
            columns.removeAll(List.of(tangent, adjoint));
            if (both || shown.isForward()) {
                columns.add(tangent);
            }
            if (both || !shown.isForward()) {
                columns.add(adjoint);
            }
            if (!columns.equals(getColumns())) {
                getColumns().setAll(columns);
            }
        }
        shareWidth();
    }

    /// What a column is made wider by the next one gives: all of them together fill the list.
    private static boolean resize(ResizeFeatures<?> features) {
        var columns = features.getTable().getVisibleLeafColumns();
        var column = features.getColumn();
        int next = column == null ? columns.size() : columns.indexOf(column) + 1;
        if (column == null || next >= columns.size()) {
            return false;
        }
        var giving = columns.get(next);
        double by = features.getDelta();
        boolean possible =
                column.getWidth() + by >= column.getMinWidth()
                        && giving.getWidth() - by >= giving.getMinWidth();
        if (possible) {
            column.setPrefWidth(column.getWidth() + by);
            giving.setPrefWidth(giving.getWidth() - by);
        }
        return possible;
    }

    /// The columns behind the names have what is left of the width in their proportions.
    private void shareWidth() {
        var wide = getColumns().subList(2, getColumns().size());
        double wished = wide.stream().mapToDouble(TapeTable::wish).sum();
        double left = getWidth() - index.getPrefWidth() - getColumns().get(1).getPrefWidth();
        double bar = getItems().size() * ROW + HEAD > getHeight() ? SCROLL_BAR : 0;
        for (TableColumn<Node, ?> column : wide) {
            column.setPrefWidth(Math.max(LEAST, (left - bar - 3) * wish(column) / wished));
        }
    }

    private static double wish(TableColumn<Node, ?> column) {
        return column.getUserData() instanceof Double wish ? wish : 0;
    }

    /// The moment of the sweep that goes forward, or of the one that goes back; of the one that is
    /// not shown the last.
    private @Nullable Frame moment(Frame shown, boolean forward) {
        if (shown.story().isForward() == forward) {
            return shown;
        }
        return other == null ? null : other.frame(other.steps().size());
    }

    /// The rows that the filter lets through; of a long list it finds them in the background.
    private void list() {
        Graph now = graph;
        String words = filter.getValue().strip().toLowerCase(Locale.ROOT);
        if (now == null || words.isEmpty()) {
            show(now == null ? List.of() : now.nodes(), null);
        } else {
            session.ask(
                    _ -> now.nodes().stream().filter(node -> matches(node, words)).toList(),
                    nodes -> {
                        boolean stillAsked =
                                filter.getValue().strip().toLowerCase(Locale.ROOT).equals(words);
                        if (now == graph && stillAsked) {
                            show(nodes, nodes.stream().mapToInt(Node::index).toArray());
                        }
                    });
        }
    }

    private void show(List<Node> nodes, int @Nullable [] indices) {
        found = indices;
        setItems(FXCollections.observableList(nodes));
        double all = HEAD + ROW * Math.max(1, nodes.size()) + 2;
        setMinHeight(Math.min(all, HEAD + 3 * ROW));
        setPrefHeight(all);
        shareWidth();
    }

    private boolean matches(Node node, String words) {
        String name = node.name();
        return (label(node)
                        + " "
                        + operation(node)
                        + " "
                        + (name == null ? "" : name)
                        + " "
                        + session.settings().detail().get().digits().of(node.plain()))
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    /// Where a node is in sight; negative if the filter hides it.
    private int row(Node node) {
        return found == null ? node.index() : Arrays.binarySearch(found, node.index());
    }

    private void bringIntoSight(int row) {
        if (row >= 0
                && lookup(".virtual-flow") instanceof VirtualFlow<?> flow
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
        column.setUserData(width);
        column.setMinWidth(Math.min(width, 24));
        column.getStyleClass().add(styleClass);
        column.setCellFactory(_ -> new SignCell());
        column.setCellValueFactory(row -> text(row.getValue(), text));
        return column;
    }

    private ObservableValue<String> text(Node node, BiFunction<Frame, Node, String> text) {
        return session.frame()
                .map(frame ->
                        frame != null && frame.graph().holds(node) ? text.apply(frame, node) : "")
                .orElse("");
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
        return value == null ? "" : frame.text(value);
    }

    private String tangent(Frame shown, Node node) {
        Frame frame = moment(shown, true);
        Value value = frame == null ? null : frame.tangent(node);
        return value != null ? shown.text(value) : frame == null || frame.moves(node) ? "" : "–";
    }

    private String adjoint(Frame shown, Node node) {
        Frame frame = moment(shown, false);
        if (frame == null) {
            return "";
        }
        Value value = frame.adjoint(node);
        return switch (frame.arrival(node)) {
            case NONE -> "–";
            case AWAITED -> frame.reversing() ? "not yet" : "";
            case PARTIAL -> value == null ? "" : shown.text(value) + " +";
            case COMPLETE -> value == null ? "" : shown.text(value);
        };
    }

    private static final class SignCell extends TableCell<Node, String> {

        /// Made once and only where it is needed: each is a window of its own.
        private @Nullable Tooltip whole;

        SignCell() {
            setEllipsisString("…");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            Signs.put(this, text == null || empty ? "" : text, Face.MONO);
            setTooltip(text != null && !empty && text.length() > LONG ? tooltip(text) : null);
        }

        private Tooltip tooltip(String text) {
            Tooltip known = whole == null ? new Tooltip() : whole;
            whole = known;
            known.setText(text);
            return known;
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
            // a menu is a window of its own: it is made when it is asked for
            addEventFilter(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    _ -> {
                        if (getContextMenu() == null) {
                            setContextMenu(menu());
                        }
                    });
        }

        private ContextMenu menu() {
            var here = new MenuItem("Play to here");
            here.setOnAction(_ -> session.playback().playTo(getItem()));
            var stop = new CheckMenuItem("Pause here while playing");
            stop.setOnAction(_ -> session.playback().toggleBreakpoint(getItem()));
            var menu = new ContextMenu(here, stop);
            menu.setOnShowing(_ -> stop.setSelected(isBreakpoint(getItem())));
            return menu;
        }

        private boolean isBreakpoint(@Nullable Node node) {
            return node != null && session.playback().breakpoints().contains(node);
        }

        @Override
        protected void updateItem(@Nullable Node node, boolean empty) {
            super.updateItem(node, empty);
            pseudoClassStateChanged(BREAKPOINT, !empty && isBreakpoint(node));
        }

        private void light(@Nullable Frame moment) {
            Node node = getItem();
            // while another graph comes, rows still hold nodes of the one before
            Frame mine =
                    moment != null && node != null && moment.graph().holds(node) ? moment : null;
            boolean works = mine != null && mine.works(node);
            boolean reverse = mine != null && mine.reversing();
            pseudoClassStateChanged(AT_WORK, works && reverse);
            pseudoClassStateChanged(AT_FORWARD, works && !reverse);
            pseudoClassStateChanged(RECEIVING, mine != null && mine.receives(node));
        }

        private void leave() {
            if (session.pointed().get() == getItem()) {
                session.pointed().set(null);
            }
        }
    }
}
