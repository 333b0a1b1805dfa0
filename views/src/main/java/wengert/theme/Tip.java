package wengert.theme;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A tooltip that is made when the pointer comes for the first time. Each is a window of its own, and where there are
/// many of them, making them takes longer than all they explain.
public final class Tip implements EventHandler<MouseEvent> {

    private final Node on;
    private String text;
    private @Nullable Tooltip shown;

    private Tip(Node on, String text) {
        this.on = on;
        this.text = text;
    }

    /// Explains a node to who points at it.
    public static Tip explain(Node node, String text) {
        var tip = new Tip(node, text);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, tip);
        return tip;
    }

    /// Explains the same node in other words from now on.
    public void say(String other) {
        text = other;
        if (shown != null) {
            shown.setText(other);
        }
    }

    @Override
    public void handle(MouseEvent event) {
        on.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
        shown = new Tooltip(text);
        Tooltip.install(on, shown);
    }
}
