package wengert.exporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.export.Exporter;
import wengert.export.Exporters;
import wengert.export.Frames;
import wengert.export.Order;
import wengert.export.Picture;
import wengert.export.Progress;
import wengert.exporting.PreviewPane.Subject;
import wengert.run.Study;
import wengert.session.Session;

/// The export dialog: what is chosen, what will come of it, and the doing.
public final class ExportPane extends BorderPane {

    private final Session session;
    private final Places places;
    private final Properties memory;
    private final Consumer<String> told;
    private final Form form;
    private final PreviewPane preview = new PreviewPane();
    private final Label message = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button export = new Button("Export …");
    private final Button copy = new Button("Copy");
    private final Button cancel = new Button("Cancel");
    private final ChangeListener<Object> refresh = (_, _, _) -> refresh();
    private volatile boolean cancelled;

    /// Whether there is something to export, and nothing wrong with what is chosen.
    private boolean ready;

    /// Whether something is being written or copied; nothing else begins meanwhile.
    private boolean busy;

    /// @param scope what the window shows
    /// @param memory what is remembered from one time to the next
    /// @param told hears what has been done
    public ExportPane(
            Session session,
            Supplier<Scope> scope,
            Places places,
            Properties memory,
            Consumer<String> told) {
        this.session = session;
        this.places = places;
        this.memory = memory;
        this.told = told;
        form = new Form(scope);
        form.setTheme(session.theme());
        form.restore(memory);
        var styles = ExportPane.class.getResource("exporting.css");
        if (styles != null) {
            getStylesheets().add(styles.toExternalForm());
        }
        getStyleClass().add("export-pane");
        message.getStyleClass().add("export-message");
        message.setId("export-message");
        message.setWrapText(true);
        bar.setId("export-progress");
        bar.setVisible(false);
        bar.setPrefWidth(160);
        cancel.setId("export-cancel");
        cancel.setVisible(false);
        cancel.setOnAction(_ -> cancelled = true);
        export.setId("export-file");
        export.setDefaultButton(true);
        export.setOnAction(_ -> export());
        copy.setId("export-copy");
        copy.setOnAction(_ -> copy());
        setLeft(preview);
        setCenter(new VBox(form));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(message, Priority.SOMETIMES);
        var buttons = new HBox(10, message, space, bar, cancel, copy, export);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("export-buttons");
        for (Button button : new Button[] {copy, export, cancel}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        setBottom(buttons);
        for (Observable observable : form.observables()) {
            observable.addListener(_ -> refresh());
        }
        session.frame().addListener(refresh);
        session.attention().selected().addListener(refresh);
        session.settings().detail().addListener(refresh);
        form.wrong().addListener(_ -> refresh());
        refresh();
    }

    /// Ends what is going on and remembers what was chosen.
    public void close() {
        cancelled = true;
        session.frame().removeListener(refresh);
        session.attention().selected().removeListener(refresh);
        session.settings().detail().removeListener(refresh);
        form.keep(memory);
        preview.close();
    }

    private @Nullable Subject subject() {
        Study study = session.study().get();
        var frame = session.frame().get();
        if (study == null || frame == null) {
            return null;
        }
        String name = session.name().get().replaceFirst("\\.jl$", "");
        Order order = form.order(session.mode().get(), frame.position());
        return new Subject(study, order, form.exporter(), name);
    }

    private void refresh() {
        var frame = session.frame().get();
        form.setLength(frame == null ? 0 : frame.story().length());
        form.offerParts();
        String wrong = form.wrong().get();
        Subject subject = wrong.isEmpty() ? subject() : null;
        message.setText(wrong);
        ready = subject != null;
        offer();
        preview.show(subject);
    }

    private void offer() {
        export.setDisable(busy || !ready);
        copy.setDisable(busy || !ready);
    }

    private void setBusy(boolean now) {
        busy = now;
        offer();
    }

    // doing it

    private void export() {
        Subject subject = subject();
        if (subject == null) {
            return;
        }
        form.keep(memory);
        Exporter exporter = subject.exporter();
        boolean many = form.eachStep();
        Path place =
                many
                        ? places.folder()
                        : places.save(
                                subject.name() + "." + exporter.extension(),
                                exporter.title(),
                                exporter.extension());
        if (place == null) {
            return;
        }
        begin();
        Path target = many ? place.resolve(subject.name() + "-steps") : place;
        var thread = new Thread(null, () -> write(subject, many, target), "export", 256L << 20);
        thread.setDaemon(true);
        thread.start();
    }

    private void write(Subject subject, boolean many, Path target) {
        Progress progress =
                part -> {
                    if (cancelled) {
                        throw new CancellationException();
                    }
                    Platform.runLater(() -> bar.setProgress(part));
                };
        try {
            Picture picture = Picture.of(subject.study(), subject.order());
            progress.at(0);
            if (many) {
                List<Path> files =
                        Frames.write(
                                picture,
                                subject.order(),
                                subject.exporter(),
                                progress,
                                target,
                                subject.name());
                end(files.size() + " files are in " + target.toAbsolutePath());
            } else {
                Exporters.write(picture, subject.order(), subject.exporter(), progress, target);
                end("Exported to " + target.toAbsolutePath());
            }
        } catch (CancellationException _) {
            Platform.runLater(() -> finish("Cancelled; nothing was written."));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            String why = PreviewPane.sentence(e);
            Platform.runLater(() -> finish("Not exported: " + why));
        }
    }

    private void end(String sentence) {
        Platform.runLater(() -> {
            finish(sentence);
            told.accept(sentence);
        });
    }

    private void begin() {
        cancelled = false;
        message.setText("");
        bar.setProgress(0);
        bar.setVisible(true);
        cancel.setVisible(true);
        setBusy(true);
    }

    private void finish(String sentence) {
        bar.setVisible(false);
        cancel.setVisible(false);
        setBusy(false);
        message.setText(sentence);
    }

    /// The picture on the clipboard: as pixels, and as SVG and PDF for programs that take them.
    private void copy() {
        Subject subject = subject();
        if (subject == null) {
            return;
        }
        setBusy(true);
        preview.copy(
                subject,
                this::put,
                why -> {
                    setBusy(false);
                    message.setText("Not copied: " + why);
                });
    }

    private void put(PreviewPane.Copy copy) {
        var content = new ClipboardContent();
        content.putImage(copy.pixels());
        content.put(kind("image/svg+xml"), copy.svg());
        content.put(kind("application/pdf"), copy.pdf());
        boolean taken = Clipboard.getSystemClipboard().setContent(content);
        setBusy(false);
        message.setText(
                taken
                        ? "The picture is on the clipboard, as PNG, SVG and PDF."
                        : "The clipboard did not take the picture.");
    }

    private static DataFormat kind(String mime) {
        DataFormat known = DataFormat.lookupMimeType(mime);
        return known == null ? new DataFormat(mime) : known;
    }
}
