package wengert.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The questions that documents ask.
interface FileDialogs {

    /// What to do with changes that are not saved.
    enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    /// A file to read; null if the user thought better of it.
    @Nullable Path open(String title, List<ExtensionFilter> kinds);

    /// A file to write; null if the user thought better of it.
    @Nullable Path save(String title, String name, List<ExtensionFilter> kinds);

    /// A folder to write into; null if the user thought better of it.
    @Nullable Path folder(String title);

    /// Whether a file that is there may be replaced.
    boolean mayReplace(Path file);

    /// A chosen file with an ending added to its name; null if there is such a file and it is to stay. The system has
    /// asked about the name without the ending only.
    default @Nullable Path ended(Path chosen, String ending) {
        Path file = chosen.resolveSibling(Programs.name(chosen) + ending);
        return !Files.exists(file) || mayReplace(file) ? file : null;
    }

    Answer unsaved(String name);

    /// The system's own file dialogs.
    static FileDialogs of(Stage owner) {
        return new FileDialogs() {

            private @Nullable File folder;

            @Override
            public @Nullable Path open(String title, List<ExtensionFilter> kinds) {
                return chosen(chooser(title, kinds).showOpenDialog(owner));
            }

            @Override
            public @Nullable Path save(String title, String name, List<ExtensionFilter> kinds) {
                var chooser = chooser(title, kinds);
                chooser.setInitialFileName(name);
                return chosen(chooser.showSaveDialog(owner));
            }

            @Override
            public @Nullable Path folder(String title) {
                var chooser = new DirectoryChooser();
                chooser.setTitle(title);
                if (folder != null && folder.isDirectory()) {
                    chooser.setInitialDirectory(folder);
                }
                File chosen = chooser.showDialog(owner);
                if (chosen == null) {
                    return null;
                }
                folder = chosen;
                return chosen.toPath();
            }

            private FileChooser chooser(String title, List<ExtensionFilter> kinds) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters().setAll(kinds);
                if (folder != null && folder.isDirectory()) {
                    chooser.setInitialDirectory(folder);
                }
                return chooser;
            }

            private @Nullable Path chosen(@Nullable File file) {
                if (file == null) {
                    return null;
                }
                folder = file.getParentFile();
                return file.toPath();
            }

            @Override
            public boolean mayReplace(Path file) {
                var replace = new ButtonType("Replace", ButtonData.YES);
                Alert alert =
                        question("What is in it now is lost then.", replace, ButtonType.CANCEL);
                alert.setTitle("Replace a file");
                alert.setHeaderText("Replace %s?".formatted(Programs.name(file)));
                return alert.showAndWait().orElse(ButtonType.CANCEL) == replace;
            }

            @Override
            public Answer unsaved(String name) {
                var save = new ButtonType("Save", ButtonData.YES);
                var discard = new ButtonType("Don't save", ButtonData.NO);
                Alert alert =
                        question(
                                "If you don't save them, they are lost.",
                                save,
                                discard,
                                ButtonType.CANCEL);
                alert.setTitle("Unsaved changes");
                alert.setHeaderText("Save the changes to %s?".formatted(name));
                ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
                return answer == save
                        ? Answer.SAVE
                        : answer == discard ? Answer.DISCARD : Answer.CANCEL;
            }

            private Alert question(String text, ButtonType... answers) {
                var alert = new Alert(Alert.AlertType.CONFIRMATION, text, answers);
                alert.initOwner(owner);
                return alert;
            }
        };
    }
}
