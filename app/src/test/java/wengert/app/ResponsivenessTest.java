package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import wengert.canvas.GraphCanvas;
import wengert.session.Session;

/// Whatever the program, the window answers: the interface thread is never busy for long at a time.
@ExtendWith(ApplicationExtension.class)
class ResponsivenessTest {

    /// The longest that the interface thread may be busy, in milliseconds of its processor time.
    ///
    /// The aim is 50 (docs/performance.md has the figures). In a test much of the code still runs interpreted.
    private static final double LONGEST = 150;

    private record Program(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Session session;
    private MainWindow window;
    private GraphCanvas canvas;

    @Start
    void open(Stage stage) {
        session = new Session();
        window = new MainWindow(session, new NoDialogs(), stage::close);
        stage.setScene(window.scene());
        stage.setWidth(950);
        stage.setHeight(640);
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static List<Program> programs() {
        return List.of(
                new Program("a loop of 3,000 turns", loop(3_000)),
                new Program("100,000 operations", loop(50_000)));
    }

    private static String loop(int turns) {
        return """
        using Zygote
        function f(x)
            s = 1.5
            for i in 1:%d
                s = s * x + 0.5
            end
            s
        end
        gradient(f, 0.9)
        """
                .formatted(turns);
    }

    @Test
    void theWindowAlwaysAnswers(FxRobot robot) throws Exception {
        canvas = robot.lookup(".graph-canvas").queryAs(GraphCanvas.class);
        use(robot, new Program("warm-up", loop(30)), new Watchdog(1000));
        use(robot, new Program("warm-up", loop(1000)), new Watchdog(1000));
        try (var watchdog = new Watchdog(LONGEST)) {
            for (Program program : programs()) {
                use(robot, program, watchdog);
            }
            assertThat(watchdog.stretches()).isEmpty();
        }
    }

    /// Does with a program all that one can do.
    private void use(FxRobot robot, Program program, Watchdog watchdog) throws Exception {
        watchdog.during("opening " + program);
        robot.interact(() -> session.open("program.jl", program.text));
        until(() -> session.study().get() != null && canvas.placement() != null);
        settle();
        int length = session.playback().length();
        watchdog.during("stepping through " + program);
        for (int k = 0; k < 4; k++) {
            robot.interact(() -> session.playback().forward());
            settle();
        }
        watchdog.during("scrubbing through " + program);
        for (int k = 0; k <= 5; k++) {
            int position = (int) (length * (long) k / 5);
            robot.interact(() -> session.playback().seek(position));
            settle();
        }
        watchdog.during("going back and forth in " + program);
        for (int k = 0; k < 4; k++) {
            int position = k % 2 == 0 ? 1 : length - 1;
            robot.interact(() -> session.playback().seek(position));
            settle();
        }
        watchdog.during("playing " + program);
        robot.interact(() -> {
            session.playback().seek(length / 2);
            session.playback().speed().set(20);
            session.playback().play();
        });
        Thread.sleep(600);
        robot.interact(() -> session.playback().pause());
        watchdog.during("zooming " + program);
        for (int k = 0; k < 6; k++) {
            robot.interact(k < 3 ? canvas::zoomIn : canvas::zoomOut);
            settle();
        }
        robot.interact(canvas::fit);
        settle();
        watchdog.during("folding " + program);
        robot.interact(canvas::foldAll);
        Thread.sleep(300);
        settle();
        robot.interact(canvas::foldAll);
        Thread.sleep(300);
        settle();
        watchdog.during("editing " + program);
        robot.interact(() -> session.text().set(program.text.replace("0.9", "0.8")));
        Thread.sleep(300);
        until(() -> !session.running().get());
        settle();
    }

    private void settle() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> canvas.isAtRest());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition)
            throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    /// Nobody is there to answer.
    private static final class NoDialogs implements FileDialogs {
        @Override
        public @Nullable Path open(String title, List<ExtensionFilter> kinds) {
            return null;
        }

        @Override
        public @Nullable Path save(String title, String name, List<ExtensionFilter> kinds) {
            return null;
        }

        @Override
        public Answer unsaved(String name) {
            return Answer.DISCARD;
        }
    }
}
