package wengert.timeline;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import wengert.session.Playback;
import wengert.session.Session;

/// The keys that move through the sweep.
///
/// Plain keys work wherever the keyboard writes no text, so that a presenter's remote does too. In a
/// text the same keys work with Alt, and Ctrl+Enter plays.
public final class TimelineKeys {

    private TimelineKeys() {}

    public static void install(Scene scene, Session session) {
        Playback playback = session.playback();
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Node focused = scene.getFocusOwner();
                    if (isMenuOpen()) {
                        return; // the keys are the menu's
                    }
                    if (plays(event, focused)) {
                        playback.toggle();
                        event.consume();
                    } else if (isForUs(event, focused)
                            && !movesSomethingElse(event.getCode(), focused)
                            && go(event, session)) {
                        event.consume();
                    }
                });
    }

    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance);
    }

    /// Ctrl+Enter (⌘+Enter) in the program. A field for one line has a meaning of its own for it.
    private static boolean plays(KeyEvent event, @Nullable Node focused) {
        return event.getCode() == KeyCode.ENTER
                && event.isShortcutDown()
                && !(focused instanceof TextInputControl);
    }

    private static boolean isForUs(KeyEvent event, @Nullable Node focused) {
        return !event.isMetaDown()
                && !event.isControlDown()
                && event.isAltDown() == writesText(focused);
    }

    /// Where a number is moved with the arrows, the sweep is left the other keys.
    private static boolean movesSomethingElse(KeyCode key, @Nullable Node focused) {
        return focused != null
                && focused.getStyleClass().contains("takes-arrows")
                && (key.isArrowKey() || key == KeyCode.HOME || key == KeyCode.END);
    }

    private static boolean writesText(@Nullable Node node) {
        return node instanceof TextInputControl
                || (node != null && node.getStyleClass().contains("text-to-write"));
    }

    private static boolean go(KeyEvent event, Session session) {
        if (event.isShiftDown()) {
            return !event.isAltDown() && withShift(event.getCode(), session);
        }
        // in a text, letters with Alt are signs to be written
        return move(event.getCode(), session.playback())
                || !event.isAltDown() && letter(event.getCode(), session);
    }

    private static boolean withShift(KeyCode key, Session session) {
        Playback playback = session.playback();
        switch (key) {
            case PAGE_UP -> playback.faster();
            case PAGE_DOWN -> playback.slower();
            case L -> playback.looping().set(!playback.looping().get());
            case D -> session.differentiateAgain();
            case U -> session.ascend(session.trail().size() - 2);
            case V -> session.watchPrevious();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(KeyCode key, Session session) {
        switch (key) {
            case E -> session.grain().set(session.grain().get().next());
            case W -> session.watchTheOtherMode();
            case V -> session.watchNext();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean move(KeyCode key, Playback playback) {
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
