package wengert.app;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wengert.session.Session;

/// The top of the window: what is open, what is being looked at, and what can be done with it.
final class TopBar extends HBox {

    TopBar(Session session, Documents documents, ExportMenu export, Runnable quit) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        var name = new Label("∂ Wengert");
        name.getStyleClass().add("program-name");
        name.setMinWidth(USE_PREF_SIZE);
        var file = new Label();
        file.setId("file");
        file.getStyleClass().add("file-name");
        file.textProperty()
                .bind(
                        Bindings.when(documents.changed())
                                .then(documents.name().concat(" •"))
                                .otherwise(documents.name()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        name,
                        file,
                        space,
                        new StudyChooser(session),
                        programMenu(documents, quit),
                        samplesMenu(documents),
                        new ShowMenu(session.settings()),
                        export,
                        themeButton(session.dark()));
    }

    private static MenuButton programMenu(Documents documents, Runnable quit) {
        var menu =
                new MenuButton(
                        "Program",
                        null,
                        item("New", "Shortcut+N", documents::create),
                        item("Open …", "Shortcut+O", documents::open),
                        new SeparatorMenuItem(),
                        item("Save", "Shortcut+S", documents::save),
                        item("Save as …", "Shortcut+Shift+S", documents::saveAs),
                        new SeparatorMenuItem(),
                        item("Quit", "Shortcut+Q", quit));
        menu.setId("program-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static MenuItem item(String text, String keys, Runnable action) {
        var item = new MenuItem(text);
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuButton samplesMenu(Documents documents) {
        var menu = new MenuButton("Samples");
        menu.setId("samples-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        for (Samples.Sample sample : Samples.all()) {
            String description = sample.description();
            String name = sample.name().replace(".jl", "");
            var item = new MenuItem(description.isEmpty() ? name : name + " – " + description);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> documents.open(sample));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Button themeButton(BooleanProperty dark) {
        var icon = new FontIcon();
        icon.iconCodeProperty().bind(dark.map(is -> is ? Feather.SUN : Feather.MOON));
        var button = new Button(null, icon);
        button.setId("theme");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Light or dark"));
        button.setAccessibleText("Light or dark");
        button.setOnAction(_ -> dark.set(!dark.get()));
        return button;
    }
}
