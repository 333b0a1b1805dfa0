package wengert.app;

import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with the program as a file, and the programs that come with Wengert.
final class ProgramMenu extends MenuButton {

    private final Documents documents;
    private final Menu recent = new Menu("Open again");

    // held here because the list holds it only weakly
    private final ListChangeListener<Path> changed = _ -> fillRecent();

    ProgramMenu(Documents documents, Orders orders) {
        super("Program");
        this.documents = documents;
        setId("program-menu");
        setMinWidth(USE_PREF_SIZE);
        getItems()
                .setAll(
                        MenuItems.of(WindowCommand.NEW, orders),
                        MenuItems.of(WindowCommand.OPEN, orders),
                        recent,
                        samples(),
                        new SeparatorMenuItem(),
                        MenuItems.of(WindowCommand.SAVE, orders),
                        MenuItems.of(WindowCommand.SAVE_AS, orders),
                        new SeparatorMenuItem(),
                        MenuItems.of(WindowCommand.KEYS, orders),
                        MenuItems.of(WindowCommand.SETTINGS, orders),
                        new SeparatorMenuItem(),
                        MenuItems.of(WindowCommand.QUIT, orders));
        recent.setId("recent-menu");
        documents.recent().addListener(changed);
        fillRecent();
    }

    private void fillRecent() {
        recent.getItems().clear();
        for (Path file : documents.recent()) {
            Path folder = file.toAbsolutePath().getParent();
            String name = Programs.name(file);
            recent.getItems()
                    .add(
                            item(
                                    folder == null ? name : name + " – " + folder,
                                    () -> documents.openAgain(file)));
        }
        recent.setDisable(documents.recent().isEmpty());
    }

    private Menu samples() {
        var menu = new Menu("Samples");
        menu.setId("samples-menu");
        for (Samples.Sample sample : Samples.all()) {
            String description = sample.description();
            String name = sample.name().replace(".jl", "");
            menu.getItems()
                    .add(
                            item(
                                    description.isEmpty() ? name : name + " – " + description,
                                    () -> documents.open(sample)));
        }
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
