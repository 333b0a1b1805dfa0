package wengert.matrix;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.sweep.Paths;
import wengert.sweep.Race;
import wengert.trace.Graph;
import wengert.trace.Node;

/// Every path from an input to the result, and what they add up to.
public final class PathsPane extends ScrollPane {

    private static final int MOST = 40;

    private final Session session;
    private final ObservableValue<Boolean> shown;
    private final ComboBox<Node> inputs = new ComboBox<>();
    private final PathList list;
    private @Nullable Storyboard story;

    /// @param shown whether the pane is looked at; while it is not, it finds nothing out
    public PathsPane(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        list = new PathList(session);
        getStyleClass().add("paths");
        inputs.setId("path-input");
        inputs.setButtonCell(new NameCell());
        inputs.setCellFactory(_ -> new NameCell());
        inputs.managedProperty().bind(inputs.visibleProperty());
        inputs.valueProperty().addListener((_, _, input) -> ask(input));
        var intro =
                new Label(
                        "From each input to the result, the chain rule multiplies along every path and adds up:");
        intro.setWrapText(true);
        intro.getStyleClass().add("path-note");
        var content = new VBox(inputs, intro, list);
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
        if (now == null || now == story) {
            return;
        }
        story = now;
        List<Node> all = now.graph().inputs();
        Node before = inputs.getValue();
        inputs.getItems().setAll(all);
        inputs.setVisible(all.size() > 1);
        Node same =
                all.stream()
                        .filter(node -> before != null && node.index() == before.index())
                        .findFirst()
                        .orElse(all.isEmpty() ? null : all.getFirst());
        if (inputs.getValue() == same) {
            ask(same);
        } else {
            inputs.setValue(same);
        }
    }

    private record Answer(Paths paths, long edges) {}

    private void ask(@Nullable Node input) {
        Study study = session.study().get();
        Storyboard now = story;
        if (input == null || study == null || now == null || !now.graph().holds(input)) {
            list.getChildren().clear();
            return;
        }
        Graph graph = now.graph();
        session.ask(
                _ ->
                        new Answer(
                                Paths.of(graph, study.seed(), input, MOST),
                                Race.of(graph).reverse().pass()),
                answer -> {
                    if (inputs.getValue() == input) {
                        String what = graph.label(input) + "\u0304";
                        list.show(graph, answer.paths(), answer.edges(), -1, what);
                    }
                });
    }

    private final class NameCell extends ListCell<Node> {
        @Override
        protected void updateItem(@Nullable Node node, boolean empty) {
            super.updateItem(node, empty);
            Storyboard now = story;
            setText(
                    node == null || empty || now == null
                            ? null
                            : "from " + now.graph().label(node));
        }
    }
}
