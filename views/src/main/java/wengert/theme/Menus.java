package wengert.theme;

import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.input.ContextMenuEvent;

/// Menus of things of which there are many. Each is a window of its own, so it is made when it is asked for.
public final class Menus {

    private Menus() {}

    /// Gives something a menu.
    public static void offer(Control on, Supplier<ContextMenu> menu) {
        on.addEventFilter(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                _ -> {
                    if (on.getContextMenu() == null) {
                        on.setContextMenu(menu.get());
                    }
                });
    }
}
