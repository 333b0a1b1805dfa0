package wengert.app;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// Says for a while how a presentation ends.
///
/// The toolkit's own hint stands in the middle of the screen, over what is presented.
final class WayOut extends Label {

    private static final Duration LONG_ENOUGH = Duration.seconds(5);

    WayOut(ObservableValue<Boolean> presenting) {
        super("Escape ends the presentation");
        setId("way-out");
        getStyleClass().add("way-out");
        setMouseTransparent(true);
        var patience = new PauseTransition(LONG_ENOUGH);
        patience.setOnFinished(_ -> setVisible(false));
        presenting.subscribe(begins -> {
            setVisible(begins);
            if (begins) {
                patience.playFromStart();
            } else {
                patience.stop();
            }
        });
    }
}
