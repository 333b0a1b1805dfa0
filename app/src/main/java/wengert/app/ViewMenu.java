package wengert.app;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
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
                        ticked("Follow the node at work", "show-follow", settings.follow()),
                        ticked("Small map", "show-minimap", settings.minimap()),
                        ticked("Legend", "show-legend", settings.legend()));
    }

    private Menu digits() {
        var menu = new Menu("Digits of numbers");
        var group = new ToggleGroup();
        for (Digits digits : Digits.CHOICES) {
            var item =
                    choice(
                            digits.title(),
                            detail -> detail.with(digits),
                            detail -> detail.digits().equals(digits));
            item.setId("digits-" + digits.title());
            item.setToggleGroup(group);
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu unused() {
        var menu = new Menu("What the result does not depend on");
        var group = new ToggleGroup();
        for (Detail.Unused unused : Detail.Unused.values()) {
            var item =
                    choice(
                            unused.title(),
                            detail -> detail.with(unused),
                            detail -> detail.unused() == unused);
            item.setId("unused-" + unused.title());
            item.setToggleGroup(group);
            menu.getItems().add(item);
        }
        return menu;
    }

    /// One of several, of which the one with the tick is what holds.
    private RadioMenuItem choice(
            String title, UnaryOperator<Detail> choose, Predicate<Detail> holds) {
        var item = new RadioMenuItem(title);
        item.setOnAction(_ -> change(choose));
        settings.detail().subscribe(now -> item.setSelected(holds.test(now)));
        return item;
    }

    private CheckMenuItem untaken() {
        var item = new CheckMenuItem("Branches that were not taken");
        item.setId("untaken");
        item.setOnAction(
                _ -> change(item.isSelected() ? Detail::withUntaken : Detail::withoutUntaken));
        settings.detail().subscribe(now -> item.setSelected(now.untaken()));
        return item;
    }

    private CheckMenuItem weighed() {
        var item = new CheckMenuItem("Links as thick as their shares are large");
        item.setId("weighed");
        item.setOnAction(_ -> change(item.isSelected() ? Detail::weighing : Detail::unweighed));
        settings.detail().subscribe(now -> item.setSelected(now.weighed()));
        return item;
    }

    private void change(UnaryOperator<Detail> how) {
        settings.detail().set(how.apply(settings.detail().get()));
    }

    private static CheckMenuItem ticked(String title, String id, BooleanProperty shown) {
        var item = new CheckMenuItem(title);
        item.setId(id);
        item.selectedProperty().bindBidirectional(shown);
        return item;
    }
}
