package wengert.matrix;

import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.PathText;
import wengert.story.ResultName;
import wengert.story.Storyboard;
import wengert.sweep.Mode;
import wengert.sweep.Paths;
import wengert.sweep.Race;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Value;

/// Every path from a number that goes in to the result, and what they add up to.
public final class PathsPane extends ScrollPane {

    private static final int MOST = 40;

    private final Session session;
    private final ObservableValue<Boolean> shown;
    private final ComboBox<Mode.Forward> numbers = new ComboBox<>();
    private final PathList list;
    private @Nullable Storyboard story;
    private Mode begin = Mode.REVERSE;

    /// @param shown whether the pane is looked at; while it is not, it finds nothing out
    public PathsPane(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        list = new PathList(session);
        getStyleClass().add("paths");
        numbers.setId("path-input");
        numbers.setAccessibleText("From which number the paths lead");
        numbers.setTooltip(new Tooltip("From which number the paths lead"));
        numbers.setButtonCell(new NameCell());
        numbers.setCellFactory(_ -> new NameCell());
        numbers.managedProperty().bind(numbers.visibleProperty());
        numbers.valueProperty().addListener((_, _, number) -> ask(number));
        var intro =
                new Label("The chain rule multiplies along every path to the result, and adds up:");
        intro.setWrapText(true);
        intro.getStyleClass().add("path-note");
        var content = new VBox(numbers, intro, list);
        content.getStyleClass().add("details-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        session.frame().addListener((_, _, frame) -> look(frame));
        shown.addListener(_ -> look(session.frame().get()));
        look(session.frame().get());
    }

    private void look(@Nullable Frame frame) {
        Storyboard now = frame == null || !shown.getValue() ? null : frame.story();
        Storyboard before = story;
        if (now == null || now == before) {
            return;
        }
        story = now;
        Mode from = begin;
        begin = session.mode().get() instanceof Mode.Row row ? row : Mode.REVERSE;
        boolean same =
                before != null
                        && begin.equals(from)
                        && before.graph() == now.graph()
                        && before.digits().equals(now.digits());
        if (same && !list.isWaiting()) {
            return; // the other way through the same graph
        }
        choose(now);
    }

    private void choose(Storyboard now) {
        List<Mode.Forward> all = Mode.directions(now.graph());
        Mode.Forward chosen = numbers.getValue();
        numbers.setItems(FXCollections.observableList(all));
        numbers.setVisible(all.size() > 1);
        Mode.Forward same =
                chosen != null && all.contains(chosen)
                        ? chosen
                        : all.isEmpty() ? null : all.getFirst();
        if (Objects.equals(numbers.getValue(), same)) {
            ask(same);
        } else {
            numbers.setValue(same);
        }
    }

    private record Answer(Paths paths, List<PathText> texts, long edges) {}

    private void ask(Mode.@Nullable Forward number) {
        Study study = session.study().get();
        Storyboard now = story;
        if (number == null || study == null || now == null || now.graph() != study.graph()) {
            list.getChildren().clear();
            return;
        }
        Graph graph = now.graph();
        Node input = graph.inputs().get(number.input());
        Mode.Row row = begin instanceof Mode.Row alone ? alone : null;
        Node output = row == null ? graph.output() : graph.outputs().get(row.output());
        Value seed = row == null ? study.seed() : Mode.unit(output.plain(), row.entry());
        Digits digits = session.settings().detail().get().digits();
        list.await();
        session.ask(
                _ -> {
                    Paths paths = Paths.of(graph, output, seed, input, MOST);
                    return new Answer(
                            paths,
                            PathText.all(graph, paths, seed, number.entry(), digits),
                            Race.of(graph).reverse().pass());
                },
                answer -> {
                    if (number.equals(numbers.getValue())) {
                        list.show(
                                graph,
                                answer.paths(),
                                answer.texts(),
                                answer.edges(),
                                number.entry(),
                                what(study, row, number));
                    }
                },
                list::giveUp);
    }

    /// What the sum is: `∂y/∂x[1]`; where the result has several numbers, and of a complex one, the adjoint `x̄[1]`.
    private static String what(Study study, Mode.@Nullable Row row, Mode.Forward number) {
        Graph graph = study.graph();
        Node input = graph.inputs().get(number.input());
        String name = name(graph, number);
        if (row != null) {
            return "∂%s/∂%s".formatted(row.name(graph), name);
        }
        if (!study.seed().equals(Float64.ONE) || Complex.isIn(input.plain())) {
            return adjoint(graph, input, number.entry());
        }
        String result = ResultName.of(study);
        return "∂%s/∂%s".formatted(result.isEmpty() ? graph.label(graph.output()) : result, name);
    }

    /// `x̄[1]`
    static String adjoint(Graph graph, Node input, int entry) {
        String label = graph.label(input);
        return label + "\u0304" + Mode.name(graph, input, entry).substring(label.length());
    }

    private static String name(Graph graph, Mode.Forward number) {
        return Mode.name(graph, graph.inputs().get(number.input()), number.entry());
    }

    private final class NameCell extends ListCell<Mode.Forward> {
        @Override
        protected void updateItem(Mode.@Nullable Forward number, boolean empty) {
            super.updateItem(number, empty);
            Storyboard now = story;
            setText(
                    number == null || empty || now == null
                            ? null
                            : "from " + name(now.graph(), number));
        }
    }
}
