package wengert.exporting;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.export.Preview;
import wengert.export.Reel;

/// Plays a film in the preview, or goes to any of its frames. Where painting is slower than the film, frames are left out.
final class ReelBar extends HBox {

    private static final String PLAY = "▶";
    private static final String PAUSE = "❚❚";

    private final Executor background;
    private final Consumer<Preview.Image> screen;
    private final Button play = new Button(PLAY);
    private final Slider place = new Slider(0, 1, 0);
    private final Timeline clock = new Timeline();
    private @Nullable Reel reel;
    private boolean painting;
    private int painted;

    /// @param background paints frames
    /// @param screen shows them
    ReelBar(Executor background, Consumer<Preview.Image> screen) {
        super(8);
        this.background = background;
        this.screen = screen;
        getStyleClass().add("export-reel");
        setAlignment(Pos.CENTER_LEFT);
        play.setId("reel-play");
        play.setAccessibleText("Play the film");
        play.setMinWidth(USE_PREF_SIZE);
        play.setOnAction(_ -> toggle());
        place.setId("reel-place");
        place.setAccessibleText("Place in the film");
        place.valueProperty().subscribe(this::paint);
        HBox.setHgrow(place, Priority.ALWAYS);
        getChildren().setAll(play, place);
        clock.setCycleCount(Animation.INDEFINITE);
        clock.getKeyFrames()
                .setAll(new KeyFrame(Duration.millis(1000.0 / Reel.RATE), _ -> advance()));
        clock.statusProperty()
                .subscribe(status -> {
                    boolean runs = status == Animation.Status.RUNNING;
                    play.setText(runs ? PAUSE : PLAY);
                    play.setAccessibleText(runs ? "Pause the film" : "Play the film");
                });
        show(null);
    }

    /// Shows another film from its end, which is what the file stops at; null for none.
    void show(@Nullable Reel other) {
        clock.stop();
        reel = null; // so that nothing is painted while the place is set
        boolean there = other != null && other.length() > 1;
        setVisible(there); // its room is kept, so that the dialog does not grow
        if (other != null && there) {
            place.setMax(other.length() - 1.0);
            place.setValue(place.getMax());
            painted = other.length() - 1;
            reel = other;
        }
    }

    void close() {
        clock.stop();
        reel = null;
    }

    private void toggle() {
        if (clock.getStatus() == Animation.Status.RUNNING) {
            clock.stop();
            return;
        }
        if (place.getValue() >= place.getMax()) {
            place.setValue(0);
        }
        clock.play();
    }

    private void advance() {
        place.setValue(Math.min(place.getMax(), Math.floor(place.getValue()) + 1));
        if (place.getValue() >= place.getMax()) {
            clock.stop();
        }
    }

    private void paint() {
        Reel now = reel;
        int number = (int) place.getValue();
        if (now == null || painting || number == painted) {
            return;
        }
        painting = true;
        try {
            background.execute(() -> {
                Preview.Image image = now.frame(number);
                Platform.runLater(() -> {
                    painting = false;
                    painted = number;
                    if (now == reel) {
                        screen.accept(image);
                    }
                    paint(); // where the place has moved on meanwhile
                });
            });
        } catch (RejectedExecutionException _) {
            painting = false; // the dialog has been closed
        }
    }
}
