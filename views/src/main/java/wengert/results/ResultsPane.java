package wengert.results;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.run.Outcome;
import wengert.run.Run;
import wengert.session.Session;
import wengert.theme.Gradually;

/// What the statements came to, in their order.
public final class ResultsPane extends VBox {

    private final ObservableList<Outcome> shown = FXCollections.observableArrayList();
    private final Gradually showing = new Gradually();

    public ResultsPane(Session session) {
        getStyleClass().add("results");
        var list = new ListView<>(shown);
        list.setId("results");
        list.setCellFactory(_ -> new OutcomeCell());
        list.setFocusTraversable(false);
        var nothing = new Label("Nothing to show yet.");
        nothing.getStyleClass().add("nothing");
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title(session), list);
        session.run().addListener((_, _, run) -> show(run));
        show(session.run().get());
    }

    private void show(@Nullable Run run) {
        if (run == null) {
            showing.begin(List.of());
            shown.clear();
        } else {
            // a moment later than the graph, which is looked at first
            showing.begin(
                    List.of(() ->
                            shown.setAll(
                                    run.outcomes().stream().filter(ResultsPane::says).toList())));
        }
    }

    private static boolean says(Outcome outcome) {
        return !outcome.show().isEmpty() || !outcome.printed().isEmpty() || outcome.error() != null;
    }

    private static HBox title(Session session) {
        var title = new Label("RESULTS");
        title.getStyleClass().add("panel-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var box = new HBox(title, space, stopButton(session));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("panel-head");
        return box;
    }

    /// There while a run takes long enough to be noticed.
    private static Button stopButton(Session session) {
        var button = new Button("Stop");
        button.setId("stop");
        button.getStyleClass().add("small");
        button.setVisible(false);
        button.setOnAction(_ -> session.cancel());
        var patience = new PauseTransition(Duration.millis(700));
        patience.setOnFinished(_ -> button.setVisible(session.running().get()));
        session.running()
                .addListener((_, _, running) -> {
                    if (running) {
                        patience.playFromStart();
                    } else {
                        patience.stop();
                        button.setVisible(false);
                    }
                });
        return button;
    }
}
