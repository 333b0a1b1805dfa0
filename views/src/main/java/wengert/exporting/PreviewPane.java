package wengert.exporting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.export.Exporter;
import wengert.export.Exporters;
import wengert.export.Order;
import wengert.export.Picture;
import wengert.export.Preview;
import wengert.export.Progress;
import wengert.export.Reel;
import wengert.run.Study;

/// Shows what will be exported, and lets it be dragged away as a file.
final class PreviewPane extends VBox {

    static final int WIDTH = 460;
    static final int HEIGHT = 400;

    /// Room for the size and a remark of two lines.
    private static final double WORDS = 54;

    private static final Duration REST = Duration.millis(120);

    /// What is to be shown.
    record Subject(Study study, Order order, Exporter exporter, String name) {}

    private final ExecutorService background =
            Executors.newSingleThreadExecutor(task -> {
                var thread = new Thread(null, task, "export preview", 256L << 20);
                thread.setDaemon(true);
                return thread;
            });
    private final ImageView image = new ImageView();
    private final TextArea text = new TextArea();
    private final Label trouble = new Label();
    private final Label words = new Label();
    private final StackPane place = new StackPane(image, text, trouble);
    private final ReelBar reel = new ReelBar(background, this::picture);
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable Subject wanted;
    private final AtomicInteger request = new AtomicInteger();

    // used in the background alone
    private @Nullable Picture picture;
    private @Nullable Order laidOut;
    private @Nullable Path folder;

    // the file to be dragged away, once it is there
    private @Nullable Path file;

    PreviewPane() {
        getStyleClass().add("export-preview");
        place.getStyleClass().add("export-place");
        place.setPrefSize(WIDTH + 16, HEIGHT + 16);
        place.setMinSize(WIDTH + 16, HEIGHT + 16);
        place.setId("preview");
        text.setEditable(false);
        text.getStyleClass().add("export-text");
        trouble.setWrapText(true);
        trouble.setMaxWidth(WIDTH - 40);
        words.setId("preview-words");
        words.getStyleClass().add("export-words");
        words.setWrapText(true);
        words.setMaxWidth(WIDTH + 16);
        words.setMinHeight(WORDS);
        words.setAlignment(Pos.TOP_LEFT);
        setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(place, reel, words);
        rest.setOnFinished(_ -> work());
        place.setOnDragDetected(event -> {
            Path ready = file;
            if (ready != null) {
                var board = place.startDragAndDrop(TransferMode.COPY);
                var content = new ClipboardContent();
                content.putFiles(List.of(ready.toFile()));
                if (image.getImage() != null) {
                    board.setDragView(image.getImage(), WIDTH / 2.0, 20);
                }
                board.setContent(content);
                event.consume();
            }
        });
    }

    /// Shows something else, a moment from now.
    void show(@Nullable Subject subject) {
        wanted = subject;
        request.incrementAndGet();
        rest.playFromStart();
    }

    void close() {
        request.incrementAndGet();
        rest.stop();
        reel.close();
        background.shutdownNow();
    }

    /// The picture of a subject, laid out at most once; to be asked for in the background.
    private Picture laidOut(Subject subject) {
        Picture known = picture;
        Order before = laidOut;
        if (known != null
                && before != null
                && known.study() == subject.study()
                && Picture.sameLayout(before, subject.order())) {
            return known;
        }
        Picture made = Picture.of(subject.study(), subject.order());
        picture = made;
        laidOut = subject.order();
        return made;
    }

    private void work() {
        Subject subject = wanted;
        int ticket = request.get();
        file = null;
        if (subject == null) {
            say("There is no graph to export.");
            return;
        }
        background.execute(() -> {
            if (ticket != request.get()) {
                return;
            }
            try {
                Picture laidOut = laidOut(subject);
                var preview =
                        Preview.of(laidOut, subject.order(), subject.exporter(), WIDTH, HEIGHT);
                List<String> remarks = subject.exporter().remarks(laidOut, subject.order());
                Reel film = film(laidOut, subject);
                Platform.runLater(() -> {
                    if (ticket == request.get()) {
                        show(preview, remarks);
                        reel.show(film);
                    }
                });
                if (subject.exporter().choices().contains(Exporter.Choice.STEP)) {
                    Path made = written(laidOut, subject, ticket);
                    Platform.runLater(() -> {
                        if (ticket == request.get()) {
                            file = made;
                        }
                    });
                }
            } catch (CancellationException _) {
                // something else is wanted by now
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                Platform.runLater(() -> {
                    if (ticket == request.get()) {
                        say(sentence(e));
                    }
                });
            }
        });
    }

    /// What there is to play; null where nothing moves.
    private static @Nullable Reel film(Picture laidOut, Subject subject) throws IOException {
        boolean moves =
                subject.exporter()
                        .choices()
                        .containsAll(List.of(Exporter.Choice.RANGE, Exporter.Choice.LOOK));
        return moves ? Reel.of(laidOut, subject.order(), WIDTH, HEIGHT) : null;
    }

    /// The file that a drag hands over, in place of the one before.
    private Path written(Picture laidOut, Subject subject, int ticket) throws IOException {
        Path made = folder().resolve(subject.name() + "." + subject.exporter().extension());
        Progress whileWanted =
                _ -> {
                    if (ticket != request.get()) {
                        throw new CancellationException();
                    }
                };
        Exporters.write(laidOut, subject.order(), subject.exporter(), whileWanted, made);
        made.toFile().deleteOnExit();
        return made;
    }

    /// Stays until the program ends, since who was handed a file may read it late.
    private Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            known = Files.createTempDirectory("wengert");
            known.toFile().deleteOnExit();
            folder = known;
        }
        return known;
    }

    /// A subject as other programs take it from the clipboard.
    record Copy(Image pixels, ByteBuffer svg, ByteBuffer pdf) {}

    /// Makes a copy of a subject, away from the interface thread.
    ///
    /// @param failed gets a sentence
    void copy(Subject subject, Consumer<Copy> done, Consumer<String> failed) {
        background.execute(() -> {
            try {
                var pixels = new Image(new ByteArrayInputStream(bytes(subject, "png")));
                var copy =
                        new Copy(
                                pixels,
                                ByteBuffer.wrap(bytes(subject, "svg")),
                                ByteBuffer.wrap(bytes(subject, "pdf")));
                Platform.runLater(() -> done.accept(copy));
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                Platform.runLater(() -> failed.accept(sentence(e)));
            }
        });
    }

    private byte[] bytes(Subject subject, String extension) throws IOException {
        var out = new ByteArrayOutputStream();
        Exporters.forExtension(extension)
                .orElseThrow()
                .write(laidOut(subject), subject.order(), Progress.NONE, out);
        return out.toByteArray();
    }

    /// What went wrong, for a person.
    static String sentence(Throwable trouble) {
        Throwable cause =
                trouble instanceof CompletionException && trouble.getCause() != null
                        ? trouble.getCause()
                        : trouble;
        if (cause instanceof OutOfMemoryError) {
            return "there is not enough memory for this";
        }
        String message = cause.getMessage();
        return message == null ? "This cannot be shown." : message;
    }

    /// @param remarks what is not quite as might be expected
    private void show(Preview preview, List<String> remarks) {
        trouble.setVisible(false);
        switch (preview) {
            case Preview.Image small -> {
                picture(small);
                image.setVisible(true);
                text.setVisible(false);
                words.setText(small.words() + " pixels");
            }
            case Preview.Text(String content, String size) -> {
                image.setVisible(false);
                image.setImage(null);
                text.setText(content);
                text.setVisible(true);
                words.setText(size);
            }
        }
        Subject subject = wanted;
        if (subject != null && subject.exporter().choices().contains(Exporter.Choice.STEP)) {
            words.setText(words.getText() + " · drag it from here into another program or folder");
        }
        remarks.forEach(remark -> words.setText(words.getText() + "\n" + remark));
    }

    private void picture(Preview.Image small) {
        var pixels = new WritableImage(small.width(), small.height());
        pixels.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        small.width(),
                        small.height(),
                        PixelFormat.getIntArgbInstance(),
                        small.argb(),
                        0,
                        small.width());
        image.setImage(pixels);
        image.setFitWidth(Math.min(WIDTH, small.width()));
        image.setPreserveRatio(true);
    }

    private void say(String sentence) {
        image.setVisible(false);
        text.setVisible(false);
        trouble.setText(sentence);
        trouble.setVisible(true);
        reel.show(null);
        words.setText("");
    }
}
