package wengert.inputs;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A slider that is got hold of anywhere: its thumb comes to where it is pressed, and follows.
final class Handle extends Slider {

    private static final double THUMB = 14;

    private final DoubleConsumer moved;
    private boolean held;
    private boolean showing;

    /// @param moved told where the hand has moved it
    /// @param letGo told when the hand has let go
    Handle(DoubleConsumer moved, Runnable letGo) {
        this.moved = moved;
        getStyleClass().add("takes-arrows");
        setMinWidth(60);
        valueProperty().addListener((_, _, x) -> follow(x.doubleValue()));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::take);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                event -> {
                    if (held) {
                        held = false;
                        letGo.run();
                        event.consume();
                    }
                });
        addEventHandler(KeyEvent.KEY_RELEASED, _ -> letGo.run());
    }

    /// Shows a number that was moved elsewhere. The ends stay while the hand holds on to it.
    void show(double x, double low, double high, double step) {
        showing = true;
        if (!held) {
            setMin(Math.min(low, x));
            setMax(Math.max(high, x));
            setBlockIncrement(step);
        }
        setValue(x);
        showing = false;
    }

    private void follow(double x) {
        if (!showing) {
            moved.accept(x);
        }
    }

    private void take(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            held = true;
            requestFocus();
            drag(event);
        }
    }

    private void drag(MouseEvent event) {
        if (held) {
            double place = (event.getX() - THUMB / 2) / Math.max(1, getWidth() - THUMB);
            setValue(getMin() + Math.clamp(place, 0, 1) * (getMax() - getMin()));
            event.consume();
        }
    }
}
