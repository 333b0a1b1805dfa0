package wengert.app;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import wengert.run.Budget;
import wengert.session.Session;

/// The program as JavaFX starts it.
public final class WengertApplication extends Application {

    /// JavaFX makes the application itself, so this cannot be handed to a constructor.
    private static final AtomicReference<Budget> ALLOWED = new AtomicReference<>(Budget.DEFAULT);

    private final Session session = new Session();

    /// Sets what programs may use in the window that is opened next.
    static void allow(Budget budget) {
        ALLOWED.set(budget);
    }

    @Override
    public void start(Stage stage) {
        Start.opened();
        session.allow(ALLOWED.get());
        var remembered = Remembered.ofTheUser();
        remembered.keep(session.settings());
        var window =
                new MainWindow(
                        session,
                        FileDialogs.of(stage),
                        () ->
                                stage.fireEvent(
                                        new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)),
                        remembered.properties());
        watchOver(window.notices());
        window.keepIn(remembered);
        stage.setScene(window.scene());
        stage.titleProperty().bind(session.name().concat(" – Wengert"));
        stage.setMinWidth(MainWindow.NARROWEST);
        stage.setMinHeight(MainWindow.LOWEST);
        remembered.restore(stage);
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (window.documents().mayLeave()) {
                remembered.save(stage);
                Platform.exit();
            }
        });
        stage.show();
        List<String> files = getParameters().getRaw();
        window.documents().open(Samples.opening());
        if (!files.isEmpty()) {
            window.documents().load(Path.of(files.getFirst()));
        }
    }

    @Override
    public void stop() {
        session.close();
    }

    /// Nothing that goes wrong goes by without a word, and none of it is a stack trace.
    private static void watchOver(Notices notices) {
        Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> {
            System.getLogger("wengert").log(Level.ERROR, thread.getName(), trouble);
            Platform.runLater(() -> notices.warn("Sorry: " + Excuse.words(trouble) + "."));
        });
    }
}
