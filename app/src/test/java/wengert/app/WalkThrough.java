package wengert.app;

import static wengert.app.Patience.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import wengert.export.Footage;
import wengert.run.Study;
import wengert.session.Session;
import wengert.sweep.Mode;

/// Walks through the chapter in the real window and films it for the README: every step of its first gradient, the same
/// forward, and the beginning, middle and end of its other calls.
///
/// It is no test, and so not among the tests; docs/building.md tells how to run it.
class WalkThrough {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /// The headless screen is smaller than the window, which is shown on it at this scale and filmed at its own.
    private static final double SCALE = 0.75;

    private static final int MOVING = 12;
    private static final int READ = 170;

    private static final Path FILM =
            Path.of(Files.isDirectory(Path.of("docs")) ? "." : "..", "docs/images/window.gif");

    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Footage footage = new Footage(WIDTH, HEIGHT);
    private final StackPane room = new StackPane();

    @Test
    void filmsTheChapter() throws TimeoutException, IOException {
        FxToolkit.toolkitContext().setSetupTimeoutInMillis(120_000); // a busy machine
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            var window = new MainWindow(session, Deputy.NOBODY, stage::close);
            Parent root = window.scene().getRoot();
            var shown = new Group(room);
            window.scene().setRoot(shown);
            room.getChildren().add(root);
            room.setMinSize(WIDTH, HEIGHT);
            room.setMaxSize(WIDTH, HEIGHT);
            shown.getTransforms().add(new Scale(SCALE, SCALE));
            stage.setScene(window.scene());
            stage.setWidth(SCALE * WIDTH);
            stage.setHeight(SCALE * HEIGHT);
            stage.show();
            window.documents().open(Samples.opening());
        });
        waitFor(() -> session.playback().length() > 0 && !session.running().get());
        rest(2000); // until fonts and formulas are there
        hold(120);
        walk();
        robot.interact(() -> session.watch(new Mode.Forward(0, 0)));
        waitFor(() -> session.mode().get() instanceof Mode.Forward);
        robot.interact(session.playback()::first);
        walk();
        for (Study study : List.copyOf(session.studies()).subList(1, session.studies().size())) {
            robot.interact(() -> session.choose(study));
            waitFor(() -> session.study().get() == study);
            robot.interact(() -> session.watch(Mode.REVERSE));
            waitFor(() -> session.mode().get() == Mode.REVERSE);
            int length = session.playback().length();
            for (int part = 1; part <= 3; part++) {
                int position = part * length / 3;
                robot.interact(() -> session.playback().seek(position));
                rest(900);
                hold(part == 3 ? READ : READ / 2);
            }
        }
        footage.write(FILM);
        session.close();
    }

    /// Step by step, with what moves between the steps.
    private void walk() {
        while (session.playback().position().get() < session.playback().length()) {
            robot.interact(session.playback()::forward);
            for (int k = 0; k < 4; k++) {
                rest(110);
                hold(MOVING);
            }
            rest(900);
            hold(READ);
        }
    }

    private void hold(int hundredths) {
        robot.interact(() -> {
            WritableImage image = room.snapshot(null, null);
            var pixels = new int[WIDTH * HEIGHT];
            image.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            WIDTH,
                            HEIGHT,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            WIDTH);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] &= 0xffffff;
            }
            footage.add(pixels, hundredths);
        });
    }

    private static void rest(long millis) {
        WaitForAsyncUtils.sleep(millis, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
