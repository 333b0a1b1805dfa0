package wengert.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import wengert.notation.Unicode;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.theme.Gradually;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Scalar;
import wengert.value.Value;

/// The list itself. Only the rows in sight exist, so that it may be long.
final class TapeTable extends TableView<Node> {

    private static final double ROW = 31;

    private static final double HEAD = 32;
    private static final double LEAST = 24;
    private static final double SCROLL_BAR = 10;

    /// Of a long list as many rows at each end say how wide the columns are to be: the names at the end are the longest.
    private static final int MOST_MEASURED = 100;

    private final Session session;
    private final ObservableValue<String> filter;

    /// In a long list that takes as long as a step.
    private final Gradually scrolling = new Gradually();

    private final TapeColumn index =
            new TapeColumn("#", "index", (_, node, _) -> Integer.toString(node.index() + 1));
    private final TapeColumn name =
            new TapeColumn("", "name", (frame, node, _) -> frame.graph().label(node));
    private final TapeColumn operation =
            new TapeColumn(
                    "operation",
                    "operation",
                    (frame, node, _) -> operation(frame.formulas(), node));
    private final TapeColumn value = new TapeColumn("value", "value", TapeTable::value);
    private final TapeColumn tangent = new TapeColumn("tangent", "tangent", this::tangent);
    private final TapeColumn adjoint = new TapeColumn("adjoint", "adjoint", this::adjoint);
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
        setAccessibleText("Wengert list");
        setFocusTraversable(false);
        setFixedCellSize(ROW);
        setSelectionModel(null);
        setColumnResizePolicy(TapeTable::resize);
        setPlaceholder(new Label(""));
        for (TapeColumn column : List.of(index, name, operation, value, tangent, adjoint)) {
            column.watch(session.frame());
        }
        getColumns().addAll(List.of(index, name, operation, value, adjoint));
        widthProperty().subscribe(this::arrangeColumns);
        heightProperty().subscribe(this::shareWidth);
        setRowFactory(_ -> new TapeRow(session));
        session.frame().addListener((_, _, frame) -> show(frame));
        session.running()
                .addListener((_, _, running) -> {
                    if (!running && graph == null) {
                        list(); // nothing has come in their place
                    }
                });
        filter.subscribe(_ -> list());
        session.playback().breakpoints().addListener((Observable _) -> refresh());
        show(session.frame().get());
    }

    private void show(@Nullable Frame frame) {
        Graph next = frame == null ? null : frame.graph();
        if (next != graph) {
            graph = next;
            // without one the rows wait unseen, since another program most often brings others
            if (next != null) {
                list();
            }
        }
        if (frame != null && frame.story() != story) {
            other = other(frame.story());
            story = frame.story();
            measure(frame.story());
            arrangeColumns();
        }
        atTheEnd = frame != null && frame.position() == frame.story().steps().size();
        Node atWork = frame == null ? null : frame.atWork();
        // what waits may be about another list
        scrolling.begin(atWork == null ? List.of() : List.of(() -> bringIntoSight(row(atWork))));
    }

    /// What is known of the sweep the other way when `next` comes.
    private @Nullable Storyboard other(Storyboard next) {
        Storyboard before = story;
        if (before == null || before.graph() != next.graph()) {
            return null;
        }
        return before.isForward() == next.isForward() ? other : atTheEnd ? before : null;
    }

    /// What the columns need to show all numbers of a whole sweep, so that they stay as they are while it goes on.
    private void measure(Storyboard shown) {
        List<Node> nodes = shown.graph().nodes();
        Frame end = shown.frame(shown.steps().size());
        List<Node> some = ends(nodes);
        for (TapeColumn column : List.of(name, operation, value, tangent, adjoint)) {
            column.measure(end, some);
        }
        index.setPrefWidth(10 + 7 * Math.max(2, Integer.toString(nodes.size()).length()));
    }

    private static List<Node> ends(List<Node> nodes) {
        if (nodes.size() <= 2 * MOST_MEASURED) {
            return nodes;
        }
        var ends = new ArrayList<>(nodes.subList(0, MOST_MEASURED));
        ends.addAll(nodes.subList(nodes.size() - MOST_MEASURED, nodes.size()));
        return ends;
    }

    private void arrangeColumns() {
        Storyboard shown = story;
        if (shown != null) {
            var columns = new ArrayList<TapeColumn>(List.of(index, name, operation, value));
            columns.add(shown.isForward() ? tangent : adjoint);
            // the numbers of the sweep that is not shown, where none is cut for them
            var both = List.of(index, name, operation, value, tangent, adjoint);
            double wished = both.stream().skip(1).mapToDouble(TapeColumn::wished).sum();
            boolean fit = other != null && wished <= room();
            if (!getColumns().equals(fit ? both : columns)) {
                getColumns().setAll(fit ? both : columns);
            }
        }
        shareWidth();
    }

    /// What the columns behind the index have in all.
    private double room() {
        double bar = getItems().size() * ROW + HEAD > getHeight() ? SCROLL_BAR : 0;
        return getWidth() - index.getPrefWidth() - bar - 3;
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

    private void shareWidth() {
        var wide = getColumns().subList(1, getColumns().size());
        double[] wished = wide.stream().mapToDouble(TapeTable::wished).toArray();
        double[] widths = Widths.share(wished, LEAST, room());
        for (int i = 0; i < widths.length; i++) {
            wide.get(i).setPrefWidth(widths[i]);
        }
    }

    private static double wished(TableColumn<Node, ?> column) {
        return column instanceof TapeColumn mine ? mine.wished() : 0;
    }

    /// The rows that the filter lets through; of a long list it finds them in the background.
    private void list() {
        Graph now = graph;
        String words = filter.getValue().strip().toLowerCase(Locale.ROOT);
        if (now == null || words.isEmpty()) {
            show(now == null ? List.of() : now.nodes(), null);
        } else {
            Digits digits = session.settings().detail().get().digits();
            var formulas = new Formulas(now, digits);
            session.ask(
                    _ ->
                            now.nodes().stream()
                                    .filter(node -> said(formulas, digits, node).contains(words))
                                    .toList(),
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

    /// What can be searched for of a node.
    private static String said(Formulas formulas, Digits digits, Node node) {
        String name = node.name();
        return (formulas.graph().label(node)
                        + " "
                        + operation(formulas, node)
                        + " "
                        + (name == null ? "" : name)
                        + " "
                        + digits.of(node.plain()))
                .toLowerCase(Locale.ROOT);
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

    private static String operation(Formulas formulas, Node node) {
        return switch (node.kind()) {
            case INPUT -> "input";
            case CONSTANT -> node.name() == null ? constant(formulas, node) : node.name();
            case OPERATION -> formulas.definitionText(node);
        };
    }

    private static String constant(Formulas formulas, Node node) {
        return node.plain() instanceof Scalar ? Unicode.text(formulas.symbol(node)) : "constant";
    }

    private static String value(Frame frame, Node node, int characters) {
        Value value = frame.value(node);
        return value == null ? "" : named(frame, value, characters);
    }

    private static String named(Frame frame, Value value, int characters) {
        return frame.story().digits().named(value, characters);
    }

    private @Nullable Frame endOfOther() {
        return other == null ? null : other.frame(other.steps().size());
    }

    private String tangent(Frame shown, Node node, int characters) {
        Frame frame = shown.story().isForward() ? shown : endOfOther();
        Value value = frame == null ? null : frame.tangent(node);
        return value != null
                ? named(shown, value, characters)
                : frame == null || frame.moves(node) ? "" : "–";
    }

    private String adjoint(Frame shown, Node node, int characters) {
        Frame frame = shown.story().isForward() ? endOfOther() : shown;
        if (frame == null) {
            return "";
        }
        Value value = frame.adjoint(node);
        return switch (frame.arrival(node)) {
            case NONE -> "–";
            case AWAITED -> frame.reversing() ? "not yet" : "";
            case PARTIAL -> value == null ? "" : named(shown, value, characters - 2) + " +";
            case COMPLETE -> value == null ? "" : named(shown, value, characters);
        };
    }
}
