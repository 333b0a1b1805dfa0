package wengert.matrix;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation.Role;
import wengert.run.Study;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.JacobianTable;
import wengert.story.PathText;
import wengert.story.Storyboard;
import wengert.sweep.Jacobian;
import wengert.sweep.Mode;
import wengert.sweep.Paths;
import wengert.theme.MatrixGrid;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Complex;
import wengert.value.Value;

/// The Jacobian or the Hessian as a matrix, and of the entry that was pressed the paths.
public final class JacobianPane extends VBox {

    private static final int MOST_PATHS = 30;

    private final Session session;
    private final ObservableValue<Boolean> shown;
    private final ToggleButton jacobian = toggle("jacobian", "Jacobian", "left-pill");
    private final ToggleButton hessian = toggle("hessian", "Hessian", "right-pill");
    private final Label note = new Label();
    private final Waiting waiting;
    private final MatrixGrid grid;
    private final PathList list;
    private final VBox content;
    private final ScrollPane scroll;
    private @Nullable Storyboard story;
    private @Nullable JacobianTable found;
    private @Nullable Wish wish;

    /// @param shown whether the pane is looked at; while it is not, it finds nothing out
    public JacobianPane(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        list = new PathList(session);
        waiting = new Waiting(session);
        waiting.visibleProperty().subscribe(waiting::setManaged);
        grid = new MatrixGrid(session.dark(), Role.ADJOINT, this::explain);
        grid.onPointed((_, j) -> point(j), () -> session.pointed().set(null));
        session.pointed().addListener((_, _, node) -> light(node));
        getStyleClass().addAll("jacobian", "details-content");
        var kinds = new ToggleGroup();
        kinds.getToggles().addAll(jacobian, hessian);
        kinds.selectToggle(jacobian);
        kinds.selectedToggleProperty()
                .addListener((_, old, chosen) -> {
                    if (chosen == null) {
                        kinds.selectToggle(old); // one of the two is always shown
                    } else {
                        story = null;
                        look(session.frame().get());
                    }
                });
        jacobian.setTooltip(new Tooltip("Every output by every input"));
        hessian.setTooltip(new Tooltip("The gradient's Jacobian: second derivatives"));
        note.setWrapText(true);
        note.getStyleClass().add("path-note");
        note.setMinHeight(USE_PREF_SIZE);
        var sideways = new ScrollPane(grid);
        sideways.setFocusTraversable(false);
        sideways.setMinHeight(USE_PREF_SIZE);
        sideways.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content = new VBox(8, sideways, list);
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new HBox(jacobian, hessian), note, waiting, scroll);
        session.frame().addListener((_, _, frame) -> look(frame));
        shown.addListener(_ -> look(session.frame().get()));
        look(session.frame().get());
    }

    /// An entry is about the input of its column.
    private void point(int column) {
        JacobianTable now = found;
        Jacobian matrix = now == null ? null : now.matrix();
        Frame frame = session.frame().get();
        if (now != null && matrix != null && frame != null && frame.graph() == now.graph()) {
            session.pointed().set(now.graph().inputs().get(matrix.columns().get(column).input()));
        }
    }

    /// The entries about an input, or an output, that is pointed at.
    private void light(@Nullable Node node) {
        JacobianTable now = found;
        Jacobian matrix = now == null ? null : now.matrix();
        if (now != null && matrix != null) {
            List<Node> inputs = now.graph().inputs();
            List<Node> outputs = now.graph().outputs();
            grid.light((i, j) ->
                    node != null
                            && (inputs.get(matrix.columns().get(j).input()) == node
                                    || outputs.get(matrix.rows().get(i).output()) == node));
        }
    }

    private static ToggleButton toggle(String id, String text, String place) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add(place);
        button.setFocusTraversable(false);
        return button;
    }

    private record Way(Paths paths, List<PathText> texts) {}

    /// A second derivative that was pressed, to be looked at in the gradient's own graph when that comes.
    private record Wish(Study from, int row, int column, Paths.Path path) {}

    private void look(@Nullable Frame frame) {
        Storyboard now = frame == null || !shown.getValue() ? null : frame.story();
        Study study = session.study().get();
        Storyboard before = story;
        if (now == null || study == null || now == before) {
            return;
        }
        story = now;
        boolean same =
                before != null
                        && before.graph() == now.graph()
                        && before.digits().equals(now.digits());
        if (same && found != null && !list.isWaiting()) {
            return; // the other way through the same graph
        }
        compute(study);
    }

    private void compute(Study study) {
        found = null;
        grid.clear();
        list.getChildren().clear();
        note.setText("");
        waiting.begin("Computing …");
        boolean second = hessian.isSelected();
        session.ask(
                _ -> second ? JacobianTable.second(study) : JacobianTable.first(study),
                answer -> {
                    if (second == hessian.isSelected()) {
                        show(answer);
                    }
                },
                reason -> {
                    waiting.end();
                    note.setText("There is no answer: " + reason + ".");
                });
    }

    private void show(JacobianTable answer) {
        found = answer;
        waiting.end();
        note.setText(answer.note());
        Jacobian matrix = answer.matrix();
        if (matrix == null) {
            return;
        }
        Graph graph = answer.graph();
        List<String> sides = matrix.rows().stream().map(answer::name).toList();
        List<String> heads = matrix.columns().stream().map(column -> column.name(graph)).toList();
        grid.show(sides, heads, matrix.entries(), session.settings().detail().get().digits());
        list.say("Press an entry to see the paths that make it.");
        fulfil(answer);
    }

    /// A path of second derivatives leads through the gradient's own graph: it is shown there.
    private void showElsewhere(int row, int column, Paths.Path path) {
        Study study = session.study().get();
        if (study != null) {
            wish = new Wish(study, row, column, path);
            session.differentiateAgain();
            jacobian.setSelected(true);
        }
    }

    private void fulfil(JacobianTable answer) {
        Wish wished = wish;
        Study study = session.study().get();
        if (wished == null || study == null || study == wished.from()) {
            return;
        }
        wish = null;
        List<Node> nodes = answer.graph().nodes();
        boolean same =
                wished.path().edges().stream().allMatch(edge -> edge.node().index() < nodes.size());
        if (answer.graph() == study.graph() && same) {
            explain(wished.row(), wished.column());
            session.attention()
                    .select(
                            PathList.nodes(wished.path()).stream()
                                    .map(node -> nodes.get(node.index()))
                                    .toList());
        }
    }

    /// A high matrix moves up for them, as far as it must.
    private void bringPathsIntoSight() {
        scroll.applyCss();
        scroll.layout();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - seen;
        double top = list.getBoundsInParent().getMinY();
        double bottom = list.getBoundsInParent().getMaxY();
        if (hidden > 0) {
            scroll.setVvalue(Math.min(top, Math.max(0, bottom - seen)) / hidden);
        }
    }

    private void explain(int i, int j) {
        JacobianTable now = found;
        Jacobian matrix = now == null ? null : now.matrix();
        if (now == null || matrix == null) {
            return;
        }
        Mode.Row row = matrix.rows().get(i);
        Mode.Forward column = matrix.columns().get(j);
        Graph graph = now.graph();
        Node output = graph.outputs().get(row.output());
        Node input = graph.inputs().get(column.input());
        Value seed = Mode.unit(output.plain(), row.entry());
        String what =
                Complex.isIn(input.plain())
                        ? PathsPane.adjoint(graph, input, column.entry())
                        : now.name(row, column);
        Digits digits = session.settings().detail().get().digits();
        grid.choose(i, j);
        list.await();
        session.ask(
                _ -> {
                    Paths paths = Paths.of(graph, output, seed, input, MOST_PATHS);
                    int entry = column.entry();
                    return new Way(paths, PathText.all(graph, paths, seed, entry, digits));
                },
                way -> {
                    if (now == found) {
                        long edges = now.race().reverse().pass();
                        list.show(graph, way.paths(), way.texts(), edges, column.entry(), what);
                        list.onElsewhere(path -> showElsewhere(i, j, path));
                        bringPathsIntoSight();
                    }
                },
                list::giveUp);
    }
}
