package wengert.matrix;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.sweep.Jacobian;
import wengert.sweep.Mode;
import wengert.sweep.Paths;
import wengert.sweep.Race;
import wengert.theme.MatrixGrid;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// The Jacobian or the Hessian as a matrix, and of the entry that was pressed the paths.
public final class JacobianPane extends VBox {

    private static final int MOST_PATHS = 30;

    /// A matrix with more entries is not computed.
    private static final int MOST_ENTRIES = 40_000;

    /// Nor one that takes more operations, which would be minutes.
    private static final long MOST_WORK = 20_000_000;

    private final Session session;
    private final ObservableValue<Boolean> shown;
    private final ToggleButton jacobian = toggle("jacobian", "Jacobian", "left-pill");
    private final ToggleButton hessian = toggle("hessian", "Hessian", "right-pill");
    private final Label note = new Label();
    private final MatrixGrid grid = new MatrixGrid(this::explain);
    private final PathList list;
    private @Nullable Storyboard story;
    private @Nullable Found found;

    /// @param shown whether the pane is looked at; while it is not, it finds nothing out
    public JacobianPane(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        list = new PathList(session);
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
        var scroll = new ScrollPane(new VBox(8, sideways, list));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        getChildren().addAll(new HBox(jacobian, hessian), note, scroll);
        session.frame().addListener((_, _, frame) -> look(frame));
        shown.addListener(_ -> look(session.frame().get()));
        look(session.frame().get());
    }

    private static ToggleButton toggle(String id, String text, String place) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add(place);
        button.setFocusTraversable(false);
        return button;
    }

    /// @param graph whose Jacobian it is: the study's, or that of its gradient
    /// @param matrix null where it is too large
    private record Found(Graph graph, @Nullable Jacobian matrix, Race race) {}

    private void look(@Nullable Frame frame) {
        Storyboard now = frame == null || !shown.getValue() ? null : frame.story();
        Study study = session.study().get();
        if (now == null || study == null || now == story) {
            return;
        }
        story = now;
        found = null;
        grid.clear();
        list.getChildren().clear();
        note.setText("Computing …");
        boolean second = hessian.isSelected();
        session.ask(
                _ -> find(second ? study.differentiateAgain().graph() : study.graph()),
                answer -> {
                    if (second == hessian.isSelected()) {
                        show(answer, second);
                    }
                },
                reason -> note.setText("There is no answer: " + reason + "."));
    }

    private static Found find(Graph graph) {
        Race race = Race.of(graph);
        long work = Math.min(race.reverse().total(), race.forward().total());
        boolean small = (long) race.rows() * race.columns() <= MOST_ENTRIES && work <= MOST_WORK;
        return new Found(graph, small ? Jacobian.of(graph) : null, race);
    }

    private void show(Found answer, boolean second) {
        found = answer;
        Jacobian matrix = answer.matrix();
        int rows = answer.race().rows();
        int columns = answer.race().columns();
        if (matrix == null) {
            note.setText(
                    "%,d × %,d numbers are too many, or too much work, to be computed here."
                            .formatted(rows, columns));
            return;
        }
        String made =
                rows <= columns
                        ? "%,d reverse %s, a row each"
                                .formatted(rows, rows == 1 ? "sweep" : "sweeps")
                        : "%,d forward %s, a column each"
                                .formatted(columns, columns == 1 ? "sweep" : "sweeps");
        note.setText(
                "%s, %,d × %,d: by %s. Press an entry to see the paths that make it."
                        .formatted(
                                second ? "Second derivatives" : "Derivatives",
                                rows,
                                columns,
                                made));
        Graph graph = answer.graph();
        List<String> sides = matrix.rows().stream().map(row -> row.name(graph)).toList();
        List<String> heads = matrix.columns().stream().map(column -> column.name(graph)).toList();
        grid.show(sides, heads, matrix.entries(), session.settings().detail().get().digits());
    }

    private void explain(int i, int j) {
        Found now = found;
        Jacobian matrix = now == null ? null : now.matrix();
        if (now == null || matrix == null) {
            return;
        }
        Jacobian.Row row = matrix.rows().get(i);
        Mode.Forward column = matrix.columns().get(j);
        Graph graph = now.graph();
        Node output = graph.outputs().get(row.output());
        Node input = graph.inputs().get(column.input());
        Value seed = Mode.unit(output.plain(), row.entry());
        String what = "∂%s/∂%s".formatted(row.name(graph), column.name(graph));
        session.ask(
                _ -> Paths.of(graph, output, seed, input, MOST_PATHS),
                paths -> {
                    if (now == found) {
                        list.show(graph, paths, now.race().reverse().pass(), column.entry(), what);
                    }
                });
    }
}
