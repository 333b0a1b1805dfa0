package wengert.canvas;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.layout.Layout;

/// Says that a layout takes a while, how far it has come, and offers to do without: what is there then stays, and it says
/// that, too.
///
/// It comes only when there is something to wait for, and goes by itself.
final class WaitingBar extends HBox {

    private static final Duration TICK = Duration.millis(100);
    private static final int QUICK = 5; // ticks that nobody minds

    private static final Duration FAREWELL = Duration.seconds(6);

    private final Loading loading;
    private final Label sentence = new Label();
    private final ProgressBar done = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final BooleanProperty waits = new SimpleBooleanProperty(this, "waits", true);
    private final PauseTransition farewell = new PauseTransition(FAREWELL);
    private final Timeline watch = new Timeline(new KeyFrame(TICK, _ -> look()));
    private @Nullable Layout layout;
    private int ticks;

    /// @param loading what is waited for
    WaitingBar(Loading loading) {
        this.loading = loading;
        getStyleClass().add("graph-waiting");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        done.setId("layout-progress");
        done.setPrefWidth(120);
        cancel.setId("layout-cancel");
        cancel.getStyleClass().setAll("graph-button");
        cancel.setAccessibleText("Keep the graph as it is now");
        cancel.setOnAction(_ -> stop());
        farewell.setOnFinished(_ -> setVisible(false));
        sentence.setId("layout-sentence");
        for (Region part : List.of(done, cancel)) {
            part.visibleProperty().bind(waits);
            part.managedProperty().bind(waits);
        }
        getChildren().setAll(sentence, done, cancel);
        watch.setCycleCount(Animation.INDEFINITE);
        loading.current().subscribe(this::begin);
    }

    private void begin(@Nullable Layout begun) {
        layout = begun;
        ticks = 0;
        farewell.stop();
        waits.set(true);
        if (begun == null) {
            watch.stop();
            setVisible(false);
        } else {
            sentence.setText("Arranging %,d cards …".formatted(begun.size()));
            watch.play();
        }
    }

    private void stop() {
        boolean drafted = loading.isDrafted();
        loading.cancel();
        // The button is about to go, and the keyboard goes on to the graph.
        getParent().requestFocus();
        sentence.setText(
                drafted
                        ? "Stopped. The cards stay where they were put at first."
                        : "Stopped. The graph stays as it was.");
        waits.set(false);
        setVisible(true);
        farewell.playFromStart();
    }

    private void look() {
        Layout current = layout;
        if (current != null && ++ticks >= QUICK) {
            done.setProgress(current.progress());
            setVisible(true);
        }
    }
}
