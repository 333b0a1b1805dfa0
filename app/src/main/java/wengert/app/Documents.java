package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;
import wengert.export.Exporters;
import wengert.session.Session;
import wengert.source.SourceText;

/// The program as a file: opened, saved, and not lost.
final class Documents {

    private static final List<ExtensionFilter> KINDS =
            List.of(
                    new ExtensionFilter("Julia programs", "*.jl"),
                    new ExtensionFilter("All files", "*.*"));

    private static final int MOST_RECENT = 10;

    private final Session session;
    private final FileDialogs dialogs;
    private final Notices notices;
    private final StringProperty saved = new SimpleStringProperty("");
    private final BooleanBinding changed;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private @Nullable Path file;

    Documents(Session session, FileDialogs dialogs, Notices notices) {
        this.session = session;
        this.dialogs = dialogs;
        this.notices = notices;
        changed = Bindings.notEqual(session.text(), saved);
    }

    /// The file's name without its folders, or what the program is called before it has one.
    ReadOnlyStringProperty name() {
        return session.name();
    }

    /// Whether there is something to save.
    BooleanBinding changed() {
        return changed;
    }

    /// The files that were opened or saved last, the latest first.
    ObservableList<Path> recent() {
        return recent;
    }

    void create() {
        if (mayLeave()) {
            become(null, "untitled.jl", "");
        }
    }

    void open(Samples.Sample sample) {
        if (mayLeave()) {
            become(null, sample.name(), sample.text());
        }
    }

    void open() {
        if (mayLeave()) {
            Path chosen = dialogs.open("Open a program", KINDS);
            if (chosen != null) {
                load(chosen);
            }
        }
    }

    /// Opens one of the files that were opened before.
    void openAgain(Path chosen) {
        if (mayLeave()) {
            load(chosen);
        }
    }

    /// Opens a file, or says why not.
    void load(Path chosen) {
        try {
            SourceText source = Programs.read(chosen);
            become(chosen, source.name(), source.text());
            remember(chosen);
        } catch (IOException e) {
            recent.remove(chosen.toAbsolutePath());
            notices.warn(Programs.sentence(chosen, e));
        }
    }

    /// Saves the program where it came from, or asks where to.
    ///
    /// @return whether it is saved now
    boolean save() {
        return file == null ? saveAs() : write(file);
    }

    boolean saveAs() {
        Path chosen = dialogs.save("Save the program", session.name().get(), KINDS);
        if (chosen == null) {
            return false;
        }
        boolean ended = Programs.name(chosen).contains(".");
        Path place = ended ? chosen : dialogs.ended(chosen, ".jl");
        return place != null && write(place);
    }

    /// Whether the program may be replaced: asks what to do with changes, and does it.
    boolean mayLeave() {
        if (!changed.get()) {
            return true;
        }
        return switch (dialogs.unsaved(session.name().get())) {
            case SAVE -> save();
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    private boolean write(Path chosen) {
        String text = session.text().get();
        try {
            Exporters.write(text, chosen); // what was there stays if that fails
        } catch (IOException e) {
            notices.warn("Not saved. " + Programs.sentence(chosen, e));
            return false;
        }
        file = chosen;
        saved.set(text);
        session.name().set(Programs.name(chosen));
        remember(chosen);
        return true;
    }

    private void remember(Path chosen) {
        Path whole = chosen.toAbsolutePath();
        recent.remove(whole);
        recent.addFirst(whole);
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
    }

    private void become(@Nullable Path newFile, String name, String text) {
        file = newFile;
        saved.set(text);
        session.open(name, text);
    }
}
