package wengert.canvas;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.layout.Layout;

/// Says that a layout takes a while, how far it has come, and offers to do without: what is there then stays.
///
/// It comes only when there is something to wait for, and goes by itself.
final class WaitingBar extends HBox {

    private static final Duration TICK = Duration.millis(100);
    private static final int QUICK = 5; // ticks that nobody minds

    private final Label sentence = new Label();
    private final ProgressBar done = new ProgressBar();
    private final Timeline watch = new Timeline(new KeyFrame(TICK, _ -> look()));
    private @Nullable Layout layout;
    private int ticks;

    /// @param loading what is waited for
    WaitingBar(Loading loading) {
        getStyleClass().add("graph-waiting");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        done.setId("layout-progress");
        done.setPrefWidth(120);
        var cancel = new Button("Cancel");
        cancel.setId("layout-cancel");
        cancel.getStyleClass().setAll("graph-button");
        cancel.setAccessibleText("Keep the graph as it is now");
        cancel.setOnAction(_ -> loading.cancel());
        getChildren().setAll(sentence, done, cancel);
        watch.setCycleCount(Animation.INDEFINITE);
        loading.current().subscribe(this::begin);
    }

    private void begin(@Nullable Layout begun) {
        layout = begun;
        ticks = 0;
        if (begun == null) {
            watch.stop();
            setVisible(false);
        } else {
            sentence.setText("Arranging %,d cards …".formatted(begun.size()));
            watch.play();
        }
    }

    private void look() {
        Layout current = layout;
        if (current != null && ++ticks >= QUICK) {
            done.setProgress(current.progress());
            setVisible(true);
        }
    }
}
