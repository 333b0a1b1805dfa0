package wengert.timeline;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import wengert.session.Playback;

/// The keys that move through the sweep.
///
/// Plain keys work wherever the keyboard writes no text, so that a presenter's remote does too. In a
/// text the same keys work with Alt, and Ctrl+Enter plays.
public final class TimelineKeys {

    private TimelineKeys() {}

    public static void install(Scene scene, Playback playback) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Node focused = scene.getFocusOwner();
                    if (plays(event, focused)) {
                        playback.toggle();
                        event.consume();
                    } else if (isForUs(event, focused) && go(event.getCode(), playback)) {
                        event.consume();
                    }
                });
    }

    /// Ctrl+Enter in the program. A field for one line has a meaning of its own for it.
    private static boolean plays(KeyEvent event, @Nullable Node focused) {
        return event.getCode() == KeyCode.ENTER
                && event.isControlDown()
                && !(focused instanceof TextInputControl);
    }

    private static boolean isForUs(KeyEvent event, @Nullable Node focused) {
        if (event.isShiftDown() || event.isMetaDown()) {
            return false;
        }
        return !event.isControlDown() && event.isAltDown() == writesText(focused);
    }

    private static boolean writesText(@Nullable Node node) {
        return node instanceof TextInputControl
                || (node != null && node.getStyleClass().contains("text-to-write"));
    }

    private static boolean go(KeyCode key, Playback playback) {
        switch (key) {
            case SPACE -> playback.toggle();
            case LEFT, PAGE_UP -> playback.back();
            case RIGHT, PAGE_DOWN -> playback.forward();
            case HOME -> playback.first();
            case END -> playback.last();
            default -> {
                return false;
            }
        }
        return true;
    }
}
