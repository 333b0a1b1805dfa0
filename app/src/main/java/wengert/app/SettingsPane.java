package wengert.app;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import wengert.app.Panels.Shade;
import wengert.session.Settings;
import wengert.story.Digits;

/// How the user likes it. What is chosen holds at once, and the next time.
final class SettingsPane extends VBox {

    SettingsPane(Settings settings, Panels panels) {
        getStyleClass().add("settings");
        setId("settings");
        setMaxSize(460, USE_PREF_SIZE);
        var title = new Label("Settings");
        title.getStyleClass().add("settings-title");
        getChildren()
                .setAll(
                        title,
                        row("Look", shades(panels)),
                        row("Digits of numbers", digits(settings)),
                        check("Keep the node at work in view", "set-follow", settings.follow()),
                        check("Show the small map", "set-minimap", settings.minimap()),
                        check("Show the legend", "set-legend", settings.legend()),
                        check("Less motion: things change at once", "set-calm", settings.calm()));
    }

    @Override
    public void requestFocus() {
        Node first = lookup(".radio-button");
        if (first != null) {
            first.requestFocus();
        }
    }

    private static HBox row(String text, Node choices) {
        var label = new Label(text);
        label.setMinWidth(140);
        HBox.setHgrow(choices, Priority.ALWAYS);
        var row = new HBox(label, choices);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private static HBox shades(Panels panels) {
        var choices = new HBox();
        choices.getStyleClass().add("settings-choices");
        var group = new ToggleGroup();
        for (Shade shade : Shade.values()) {
            RadioButton button = choice(shade.title(), "set-" + shade.name(), group, choices);
            button.setSelected(panels.shade().get() == shade);
            button.setOnAction(_ -> panels.shade().set(shade));
        }
        return choices;
    }

    private static HBox digits(Settings settings) {
        var choices = new HBox();
        choices.getStyleClass().add("settings-choices");
        var group = new ToggleGroup();
        for (Digits digits : Digits.CHOICES) {
            RadioButton button =
                    choice(digits.title(), "set-digits-" + digits.title(), group, choices);
            button.setSelected(settings.detail().get().digits().equals(digits));
            button.setOnAction(_ -> settings.detail().set(settings.detail().get().with(digits)));
        }
        return choices;
    }

    private static RadioButton choice(String text, String id, ToggleGroup group, HBox into) {
        var button = new RadioButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        into.getChildren().add(button);
        return button;
    }

    private static CheckBox check(String text, String id, BooleanProperty property) {
        var box = new CheckBox(text);
        box.setId(id);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }
}
