package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import wengert.export.Exporter;
import wengert.export.Exporters;
import wengert.export.Order;
import wengert.export.Progress;
import wengert.exporting.ExportPane;
import wengert.exporting.Places;
import wengert.exporting.Scope;
import wengert.run.Study;
import wengert.session.Session;
import wengert.theme.Look;

/// The graph as it stands in a file at once, or with everything that can be chosen about it in a dialog.
final class ExportMenu extends MenuButton {

    private static final List<String> AT_ONCE = List.of("svg", "pdf", "png");

    private final Session session;
    private final FileDialogs dialogs;
    private final Notices notices;
    private final Supplier<Scope> scope;
    private final Properties memory;
    private @Nullable Stage dialog;

    /// @param scope what the window shows
    /// @param memory what is remembered of the choices
    ExportMenu(
            Session session,
            FileDialogs dialogs,
            Notices notices,
            Supplier<Scope> scope,
            Properties memory) {
        super("Export");
        this.session = session;
        this.dialogs = dialogs;
        this.notices = notices;
        this.scope = scope;
        this.memory = memory;
        setId("export");
        setMinWidth(USE_PREF_SIZE);
        var all = new MenuItem(WindowCommand.EXPORT.title());
        all.setId("export-dialog");
        all.setAccelerator(KeyCombination.valueOf(WindowCommand.EXPORT.keys().getFirst()));
        all.setOnAction(_ -> open());
        getItems().addAll(all, new SeparatorMenuItem());
        for (String extension : AT_ONCE) {
            Exporters.forExtension(extension).ifPresent(e -> getItems().add(item(e)));
        }
        disableProperty().bind(Bindings.isNull(session.study()));
    }

    /// Opens the dialog, if there is something to export.
    void open() {
        if (session.study().get() == null) {
            return;
        }
        Stage open = dialog;
        if (open == null) {
            open = new Stage();
            open.initOwner(getScene().getWindow());
            open.setTitle("Export");
            var scene = new Scene(pane());
            Look.follow(scene, session.dark());
            scene.getAccelerators().put(KeyCombination.valueOf("Esc"), open::hide);
            open.setScene(scene);
            open.setOnHidden(_ -> leave());
            dialog = open;
        } else if (!open.isShowing()) {
            open.getScene().setRoot(pane());
        }
        open.show();
        open.toFront();
    }

    private void leave() {
        if (dialog != null && dialog.getScene().getRoot() instanceof ExportPane pane) {
            pane.close();
        }
    }

    private ExportPane pane() {
        return new ExportPane(session, scope, places(), memory, notices::tell);
    }

    private Places places() {
        return new Places() {
            @Override
            public @Nullable Path save(String name, String kind, String extension) {
                return ask(name, kind, "." + extension);
            }

            @Override
            public @Nullable Path folder() {
                return dialogs.folder("Export into a folder");
            }
        };
    }

    private MenuItem item(Exporter exporter) {
        var item = new MenuItem(exporter.title() + " …");
        item.setId("export-" + exporter.extension());
        item.setOnAction(_ -> atOnce(exporter));
        return item;
    }

    private @Nullable Path ask(String name, String kind, String ending) {
        Path chosen =
                dialogs.save("Export", name, List.of(new ExtensionFilter(kind, "*" + ending)));
        // with the ending of another format it would say what it is not
        return chosen == null || Programs.name(chosen).toLowerCase(Locale.ROOT).endsWith(ending)
                ? chosen
                : dialogs.ended(chosen, ending);
    }

    private void atOnce(Exporter exporter) {
        Study study = session.study().get();
        if (study == null) {
            return;
        }
        String ending = "." + exporter.extension();
        String name = session.name().get().replaceFirst("\\.jl$", "") + ending;
        Path file = ask(name, exporter.title(), ending);
        if (file != null) {
            Order order =
                    scope.get()
                            .order()
                            .withMode(session.mode().get())
                            .withTheme(session.theme())
                            .withMoments(Order.Moments.at(session.playback().position().get()));
            Thread.ofVirtual().name("export").start(() -> write(study, order, file));
        }
    }

    private void write(Study study, Order order, Path file) {
        try {
            Exporters.write(study, order, Progress.NONE, file);
            Platform.runLater(() -> notices.tell("The graph is in " + file.toAbsolutePath()));
        } catch (IOException e) {
            Platform.runLater(() -> notices.warn("Not exported. " + Programs.sentence(file, e)));
        }
    }
}
