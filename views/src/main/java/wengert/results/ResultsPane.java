package wengert.results;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
        var running = new HBox(elapsed(session), stopButton(session));
        running.setAlignment(Pos.CENTER_RIGHT);
        running.getStyleClass().add("running");
        running.setVisible(false);
        whileNoticed(session, running);
        var box = new HBox(title, space, running);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("panel-head");
        return box;
    }

    private static Button stopButton(Session session) {
        var button = new Button("Stop");
        button.setId("stop");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> session.cancel());
        return button;
    }

    /// For how long it runs.
    private static Label elapsed(Session session) {
        var label = new Label();
        label.setId("elapsed");
        label.getStyleClass().add("nothing");
        var seconds = new int[1];
        var clock =
                new Timeline(
                        new KeyFrame(
                                Duration.seconds(1),
                                _ -> label.setText("running, %d s".formatted(++seconds[0]))));
        clock.setCycleCount(Animation.INDEFINITE);
        Runnable begin =
                () -> {
                    seconds[0] = 0;
                    label.setText("running");
                    clock.playFromStart();
                };
        session.text()
                .addListener((_, _, _) ->
                        begin.run()); // another run has taken the place of the one before
        session.running()
                .subscribe(running -> {
                    if (running) {
                        begin.run();
                    } else {
                        clock.stop();
                    }
                });
        return label;
    }

    /// Shows what is there while a run takes long enough to be noticed.
    private static void whileNoticed(Session session, Node shown) {
        var patience = new PauseTransition(Duration.millis(700));
        patience.setOnFinished(_ -> shown.setVisible(session.running().get()));
        session.running()
                .addListener((_, _, running) -> {
                    if (running) {
                        patience.playFromStart();
                    } else {
                        patience.stop();
                        shown.setVisible(false);
                    }
                });
    }
}
