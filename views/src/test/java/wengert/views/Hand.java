package wengert.views;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What a hand does that the headless robot cannot do: its mouse does not know which keys are down, and it has
/// no fingers.
public final class Hand {

    private Hand() {}

    /// One of the buttons that the robot does not have: back and forward.
    public static MouseEvent pressed(MouseButton button) {
        return mouse(MouseEvent.MOUSE_PRESSED, 5, 5, button, false);
    }

    /// The first button while the shift key is down.
    public static MouseEvent withShift(EventType<MouseEvent> type, double x, double y) {
        return mouse(type, x, y, MouseButton.PRIMARY, true);
    }

    private static MouseEvent mouse(
            EventType<MouseEvent> type, double x, double y, MouseButton button, boolean shift) {
        return new MouseEvent(
                type, x, y, x, y, button, 1, shift, false, false, false, false, false, false, false,
                false, false, null);
    }

    /// Two fingers that move together.
    public static ScrollEvent scrolled(double dx, double dy) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                50,
                50,
                50,
                50,
                false,
                false,
                false,
                false,
                false,
                false,
                dx,
                dy,
                dx,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /// Two fingers that move apart.
    public static ZoomEvent pinched(double factor) {
        return new ZoomEvent(
                ZoomEvent.ZOOM,
                50,
                50,
                50,
                50,
                false,
                false,
                false,
                false,
                false,
                false,
                factor,
                factor,
                null);
    }
}
