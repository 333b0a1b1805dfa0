package wengert.matrix;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import wengert.session.Session;

/// Says that an answer is being computed, and lets the reader stop that. Most answers come before it is seen.
final class Waiting extends HBox {

    private final Label what = new Label();
    private final PauseTransition patience = new PauseTransition(Duration.millis(250));

    Waiting(Session session) {
        getStyleClass().add("waiting");
        setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add("path-note");
        var stop = new Hyperlink("Stop");
        stop.setTooltip(new Tooltip("Do not wait for this answer"));
        stop.setOnAction(_ -> session.cancel());
        getChildren().addAll(what, stop);
        patience.setOnFinished(_ -> setVisible(true));
    }

    void end() {
        patience.stop();
        setVisible(false);
    }

    void begin(String text) {
        what.setText(text);
        setVisible(false);
        patience.playFromStart();
    }
}
