package wengert.app;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/// Entries of menus, made from commands.
final class MenuItems {

    private MenuItems() {}

    static MenuItem of(WindowCommand command, Orders orders) {
        return dressed(new MenuItem(), command, orders);
    }

    /// An entry with a tick, for a command that turns something on and off.
    static CheckMenuItem ticked(WindowCommand command, BooleanProperty on, Orders orders) {
        var item = new CheckMenuItem();
        on.subscribe(item::setSelected);
        return dressed(item, command, orders);
    }

    private static <T extends MenuItem> T dressed(T item, WindowCommand command, Orders orders) {
        item.setText(command.title());
        item.setMnemonicParsing(false);
        item.setId("do-" + command.name());
        item.setAccelerator(KeyCombination.valueOf(command.keys().getFirst()));
        item.setOnAction(_ -> orders.perform(command));
        return item;
    }
}
