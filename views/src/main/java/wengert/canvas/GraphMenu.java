package wengert.canvas;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import wengert.canvas.GraphCommand.Part;

import java.util.ArrayList;
import java.util.List;

/// The menu of a card, a group or the ground: what can be done with it, and the keys for it.
final class GraphMenu extends ContextMenu {

    private static final List<Part> ON_CARDS =
            List.of(Part.NODE, Part.FOCUS, Part.SELECT, Part.GROUP);
    private static final List<Part> ON_THE_GROUND =
            List.of(Part.VIEW, Part.FIND, Part.FOCUS, Part.SELECT, Part.GROUP);

    private final Steering steering;

    GraphMenu(Steering steering) {
        this.steering = steering;
        setId("graph-menu");
    }

    void fillForCard() {
        fill(ON_CARDS);
    }

    void fillForGround() {
        fill(ON_THE_GROUND);
    }

    private void fill(List<Part> parts) {
        var items = new ArrayList<MenuItem>();
        for (Part part : parts) {
            var ofPart = new ArrayList<MenuItem>();
            for (GraphCommand command : GraphCommand.values()) {
                if (command.part() == part && steering.can(command) && !isOnlyForKeys(command)) {
                    ofPart.add(item(command));
                }
            }
            if (!items.isEmpty() && !ofPart.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.addAll(ofPart);
        }
        getItems().setAll(items);
    }

    /// Where a hand can point, nobody needs an entry for it.
    private static boolean isOnlyForKeys(GraphCommand command) {
        String name = command.name();
        return name.startsWith("PAN_") || name.startsWith("TO_");
    }

    private MenuItem item(GraphCommand command) {
        var item = new MenuItem(command.title());
        item.setId("graph-" + command.name().toLowerCase(java.util.Locale.ROOT));
        item.setAccelerator(KeyCombination.valueOf(command.keys().getFirst()));
        item.setOnAction(_ -> steering.perform(command));
        return item;
    }
}
