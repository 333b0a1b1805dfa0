package wengert.app;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wengert.session.Session;

/// The top of the window: what is open, what is being looked at, and what can be done with it.
final class TopBar extends HBox {

    TopBar(Session session, Documents documents, ExportMenu export, Orders orders) {
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
                        new ProgramMenu(documents, orders),
                        new ViewMenu(session.settings(), orders),
                        export,
                        presentButton(orders),
                        themeButton(session.dark(), orders.panels()));
    }

    private static Button presentButton(Orders orders) {
        var button = new Button("Present");
        button.setId("present");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Only the graph and the chain rule, large (F5)"));
        button.setOnAction(_ -> orders.perform(WindowCommand.PRESENT));
        return button;
    }

    private static Button themeButton(BooleanProperty dark, Panels panels) {
        var icon = new FontIcon();
        icon.iconCodeProperty().bind(dark.map(is -> is ? Feather.SUN : Feather.MOON));
        var button = new Button(null, icon);
        button.setId("theme");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Light or dark"));
        button.setAccessibleText("Light or dark");
        button.setOnAction(
                _ -> panels.shade().set(dark.get() ? Panels.Shade.LIGHT : Panels.Shade.DARK));
        return button;
    }
}
