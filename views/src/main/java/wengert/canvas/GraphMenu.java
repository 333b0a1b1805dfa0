package wengert.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import wengert.canvas.GraphCommand.Part;
import wengert.trace.Group;

/// The menu of a card, a group or the ground: what can be done with it, and the keys for it.
final class GraphMenu extends ContextMenu {

    private static final List<GraphCommand> ON_THE_GROUND =
            List.of(
                    GraphCommand.FIT,
                    GraphCommand.ACTUAL_SIZE,
                    GraphCommand.ZOOM_IN,
                    GraphCommand.ZOOM_OUT,
                    GraphCommand.BACK,
                    GraphCommand.FORWARD,
                    GraphCommand.FOLLOW,
                    GraphCommand.MINIMAP,
                    GraphCommand.UNTAKEN,
                    GraphCommand.UNUSED,
                    GraphCommand.FIND,
                    GraphCommand.FIND_NEXT,
                    GraphCommand.EVERYTHING,
                    GraphCommand.SELECT_ALL,
                    GraphCommand.GROUP,
                    GraphCommand.FOLD_ALL,
                    GraphCommand.TIDY,
                    GraphCommand.UNDO,
                    GraphCommand.REDO);

    private final Steering steering;

    GraphMenu(Steering steering) {
        this.steering = steering;
        setId("graph-menu");
    }

    void fillForCard() {
        fill(
                Arrays.stream(GraphCommand.values())
                        .filter(command -> command.part() != Part.VIEW)
                        .filter(command -> command.part() != Part.FIND)
                        .filter(command -> !command.name().startsWith("TO_")) // a hand points
                        .toList());
    }

    void fillForGround() {
        fill(ON_THE_GROUND);
    }

    /// @param group an open group
    void fillForGroup(Group group) {
        fill(ON_THE_GROUND);
        getItems().addFirst(new SeparatorMenuItem());
        if (group.kind() == Group.Kind.CHOSEN) {
            first(
                    "graph-ungroup-group",
                    "Undo this group",
                    () -> steering.groups().dissolve(group));
            first(
                    "graph-rename-group",
                    "Rename this group …",
                    () -> steering.groups().rename(group));
        }
        if (group.kind() == Group.Kind.LOOP) {
            first("graph-turns", "Show all its turns", () -> steering.groups().showAllTurns(group));
            first(
                    "graph-turn",
                    "Show a turn by its number …",
                    () -> steering.groups().askForTurn(group));
        }
        first("graph-fold-group", "Fold this group", () -> steering.fold(group));
    }

    private void first(String id, String title, Runnable action) {
        var item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        getItems().addFirst(item);
    }

    private void fill(List<GraphCommand> commands) {
        var items = new ArrayList<MenuItem>();
        Part part = null;
        for (GraphCommand command : commands) {
            if (steering.can(command)) {
                if (part != null && part != command.part()) {
                    items.add(new SeparatorMenuItem());
                }
                part = command.part();
                items.add(item(command));
            }
        }
        getItems().setAll(items);
    }

    private MenuItem item(GraphCommand command) {
        var item = new MenuItem(command.title());
        item.setId("graph-" + command.name().toLowerCase(java.util.Locale.ROOT));
        item.setAccelerator(KeyCombination.valueOf(command.keys().getFirst()));
        item.setOnAction(_ -> steering.perform(command));
        return item;
    }
}
