package wengert.app;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Sentences that appear in the corner of the window, and leave by themselves.
final class Notices extends VBox {

    private static final Duration LONG_ENOUGH = Duration.seconds(8);
    private static final int MOST = 4;

    Notices() {
        getStyleClass().add("notices");
        setId("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// Something went as it should.
    void tell(String sentence) {
        add(sentence, Feather.CHECK_CIRCLE, Styles.SUCCESS);
    }

    /// Something did not.
    void warn(String sentence) {
        add(sentence, Feather.ALERT_CIRCLE, Styles.DANGER);
    }

    private void add(String sentence, Feather icon, String kind) {
        var notice = new Notification(sentence, new FontIcon(icon));
        notice.getStyleClass().addAll(Styles.ELEVATED_2, kind);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.setPrefWidth(380);
        notice.setOnClose(_ -> getChildren().remove(notice));
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(notice);
        var patience = new PauseTransition(LONG_ENOUGH);
        patience.setOnFinished(_ -> getChildren().remove(notice));
        notice.hoverProperty()
                .addListener((_, _, reading) -> {
                    if (reading) {
                        patience.stop();
                    } else {
                        patience.playFromStart();
                    }
                });
        patience.play();
    }
}
