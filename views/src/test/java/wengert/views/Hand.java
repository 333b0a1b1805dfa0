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

    public static MouseEvent mouse(
            EventType<MouseEvent> type, double x, double y, MouseButton button, boolean shift) {
        int clicks = button == MouseButton.NONE ? 0 : 1;
        return new MouseEvent(
                type, x, y, x, y, button, clicks, shift, false, false, false, false, false, false,
                false, false, false, null);
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
