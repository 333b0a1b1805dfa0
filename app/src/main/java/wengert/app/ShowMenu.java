package wengert.app;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import wengert.drawing.Detail;
import wengert.session.Settings;
import wengert.story.Digits;

/// What is shown on the graph: how many digits, how thick the links, what becomes of what is not used, the legend.
final class ShowMenu extends MenuButton {

    private final Settings settings;

    ShowMenu(Settings settings) {
        super("Show");
        this.settings = settings;
        setId("show-menu");
        setMinWidth(USE_PREF_SIZE);
        getItems().setAll(digits(), unused(), weighed(), new SeparatorMenuItem(), legend());
    }

    private Menu digits() {
        var menu = new Menu("Digits of numbers");
        var choices = new ToggleGroup();
        for (Digits choice : Digits.CHOICES) {
            var item = new RadioMenuItem(choice.title());
            item.setId("digits-" + choice.title());
            item.setToggleGroup(choices);
            item.setOnAction(_ -> settings.detail().set(detail().with(choice)));
            settings.detail().subscribe(now -> item.setSelected(now.digits().equals(choice)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu unused() {
        var menu = new Menu("What the result does not depend on");
        var choices = new ToggleGroup();
        for (Detail.Unused choice : Detail.Unused.values()) {
            var item = new RadioMenuItem(choice.title());
            item.setId("unused-" + choice.title());
            item.setToggleGroup(choices);
            item.setOnAction(_ -> settings.detail().set(detail().with(choice)));
            settings.detail().subscribe(now -> item.setSelected(now.unused() == choice));
            menu.getItems().add(item);
        }
        return menu;
    }

    private CheckMenuItem weighed() {
        var item = new CheckMenuItem("Links as thick as their shares are large");
        item.setId("weighed");
        item.setOnAction(_ ->
                settings.detail()
                        .set(item.isSelected() ? detail().weighing() : detail().unweighed()));
        settings.detail().subscribe(now -> item.setSelected(now.weighed()));
        return item;
    }

    private CheckMenuItem legend() {
        var item = new CheckMenuItem("Legend");
        item.setId("show-legend");
        item.selectedProperty().bindBidirectional(settings.legend());
        return item;
    }

    private Detail detail() {
        return settings.detail().get();
    }
}
