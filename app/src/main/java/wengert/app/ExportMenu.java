package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser.ExtensionFilter;
import wengert.drawing.Theme;
import wengert.export.Exporter;
import wengert.export.Exporters;
import wengert.export.Order;
import wengert.export.Progress;
import wengert.run.Study;
import wengert.session.Session;

/// The graph as it stands, as a picture in a file: one entry for each format.
final class ExportMenu extends MenuButton {

    private final Session session;
    private final FileDialogs dialogs;
    private final Notices notices;

    ExportMenu(Session session, FileDialogs dialogs, Notices notices) {
        super("Export");
        this.session = session;
        this.dialogs = dialogs;
        this.notices = notices;
        setId("export");
        setMinWidth(USE_PREF_SIZE);
        Exporters.all().forEach(exporter -> getItems().add(item(exporter)));
        disableProperty().bind(Bindings.isNull(session.study()));
    }

    private MenuItem item(Exporter exporter) {
        var item = new MenuItem(exporter.title() + " …");
        item.setId("export-" + exporter.extension());
        item.setOnAction(_ -> ask(exporter));
        return item;
    }

    private void ask(Exporter exporter) {
        Study study = session.study().get();
        if (study == null) {
            return;
        }
        String ending = "." + exporter.extension();
        String name = session.name().get().replaceFirst("\\.jl$", "") + ending;
        Path chosen =
                dialogs.save(
                        "Export the graph",
                        name,
                        List.of(new ExtensionFilter(exporter.title(), "*" + ending)));
        if (chosen == null) {
            return;
        }
        Path file =
                Exporters.forFile(chosen).isPresent()
                        ? chosen
                        : chosen.resolveSibling(Programs.name(chosen) + ending);
        int position = session.playback().position().get();
        Theme theme = session.dark().get() ? Theme.DARK : Theme.LIGHT;
        Thread.ofVirtual().name("export").start(() -> write(study, position, theme, file));
    }

    private void write(Study study, int position, Theme theme, Path file) {
        try {
            Order order = Order.USUAL.withTheme(theme).withMoments(Order.Moments.at(position));
            Exporters.write(study, order, Progress.NONE, file);
            Platform.runLater(() -> notices.tell("The graph is in " + file.toAbsolutePath()));
        } catch (IOException e) {
            Platform.runLater(() -> notices.warn("Not exported. " + Programs.sentence(file, e)));
        }
    }
}
