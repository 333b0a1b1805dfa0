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

/// What of the window is shown, and what on the graph: how many digits, how thick the links, what becomes of what is
/// not used, the small map, the legend.
final class ViewMenu extends MenuButton {

    private final Settings settings;

    ViewMenu(Settings settings, Orders orders) {
        super("View");
        this.settings = settings;
        setId("view-menu");
        setMinWidth(USE_PREF_SIZE);
        Panels panels = orders.panels();
        getItems()
                .setAll(
                        MenuItems.ticked(WindowCommand.PROGRAM_PANEL, panels.program(), orders),
                        MenuItems.ticked(WindowCommand.LIST_PANEL, panels.list(), orders),
                        MenuItems.ticked(WindowCommand.CHAIN_PANEL, panels.chain(), orders),
                        MenuItems.ticked(WindowCommand.FULL_SCREEN, panels.fullScreen(), orders),
                        MenuItems.ticked(WindowCommand.PRESENT, panels.presenting(), orders),
                        new SeparatorMenuItem(),
                        MenuItems.of(WindowCommand.TO_PROGRAM, orders),
                        MenuItems.of(WindowCommand.TO_INPUTS, orders),
                        MenuItems.of(WindowCommand.TO_GRAPH, orders),
                        new SeparatorMenuItem(),
                        digits(),
                        unused(),
                        untaken(),
                        weighed(),
                        follow(),
                        minimap(),
                        legend());
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

    private CheckMenuItem untaken() {
        var item = new CheckMenuItem("Branches that were not taken");
        item.setId("untaken");
        item.setOnAction(_ ->
                settings.detail()
                        .set(
                                item.isSelected()
                                        ? detail().withUntaken()
                                        : detail().withoutUntaken()));
        settings.detail().subscribe(now -> item.setSelected(now.untaken()));
        return item;
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

    private CheckMenuItem follow() {
        var item = new CheckMenuItem("Follow the node at work");
        item.setId("show-follow");
        item.selectedProperty().bindBidirectional(settings.follow());
        return item;
    }

    private CheckMenuItem minimap() {
        var item = new CheckMenuItem("Small map");
        item.setId("show-minimap");
        item.selectedProperty().bindBidirectional(settings.minimap());
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
