package wengert.theme;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// A tooltip that is made when the pointer comes for the first time. Each is a window of its own, and where there are
/// many of them, making them takes longer than all they explain.
public final class Tip implements EventHandler<MouseEvent> {

    private final Node on;
    private final String text;

    private Tip(Node on, String text) {
        this.on = on;
        this.text = text;
    }

    /// Explains a node to who points at it.
    public static void explain(Node node, String text) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new Tip(node, text));
    }

    @Override
    public void handle(MouseEvent event) {
        on.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
        Tooltip.install(on, new Tooltip(text));
    }
}
