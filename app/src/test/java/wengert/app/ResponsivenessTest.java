package wengert.app;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import wengert.canvas.GraphCanvas;
import wengert.session.Attention;
import wengert.session.Neighbourhood;
import wengert.session.Playback;
import wengert.session.Session;
import wengert.trace.Node;

/// Whatever the program and whatever is done with it, the window answers: the interface thread is never busy for long at a
/// time.
///
/// What is too long once may have met code that is not compiled yet; what is too long again and again is.
@ExtendWith(ApplicationExtension.class)
class ResponsivenessTest {

    /// The longest that the interface thread may be busy, in milliseconds of its processor time: half as much again as is
    /// aimed at and reached on a machine at rest, since other things go on beside a test.
    private static final double LONGEST = 75;

    private static final int TRIES = 4;

    private record Program(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Session session;
    private MainWindow window;
    private GraphCanvas canvas;
    private TabPane sides;
    private CodeArea editor;
    private Stage stage;
    private Watchdog watchdog;

    @Start
    void open(Stage shown) {
        stage = shown;
        session = new Session();
        window = new MainWindow(session, Deputy.NOBODY, stage::close);
        stage.setScene(window.scene());
        stage.setWidth(950);
        stage.setHeight(640);
        stage.show();
        stage.setIconified(
                true); // so that nothing is copied to the headless screen, pixel by pixel
    }

    @AfterEach
    void close() throws Exception {
        onScreen(() -> stage.setIconified(false)); // the next test gets the same stage
        session.close();
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
        sides = robot.lookup("#sides").queryAs(TabPane.class);
        editor = robot.lookup("#program").queryAs(CodeArea.class);
        assertThat(tooLong(() -> look(new Program("a loop of 3,000 turns", loop(3_000)))))
                .isEmpty();
        assertThat(tooLong(() -> everything(new Program("100,000 operations", loop(50_000)))))
                .isEmpty();
        for (Samples.Sample sample : Samples.all()) {
            assertThat(tooLong(() -> look(new Program(sample.name(), sample.text())))).isEmpty();
        }
    }

    private interface Use {
        void run() throws Exception;
    }

    /// What is too long each time that something is done.
    private List<Watchdog.Stretch> tooLong(Use use) throws Exception {
        List<Watchdog.Stretch> found = List.of();
        for (int k = 0; k < TRIES && (k == 0 || !found.isEmpty()); k++) {
            watchdog = new Watchdog(LONGEST);
            use.run();
            watchdog.close();
            Set<String> before = found.stream().map(Watchdog.Stretch::during).collect(toSet());
            boolean first = k == 0;
            found =
                    watchdog.stretches().stream()
                            .filter(stretch -> first || before.contains(stretch.during()))
                            .toList();
        }
        return found;
    }

    private void look(Program program) throws Exception {
        during("opening", program, () -> session.open("program.jl", program.text));
        until(() -> session.study().get() != null && canvas.placement() != null);
        settle();
        during("going to the end of", program, () -> playback().seek(playback().length()));
        during("stepping back in", program, () -> playback().back());
        during("watching the other mode of", program, session::watchTheOtherMode);
    }

    private void type(Program program) throws Exception {
        during("typing into", program, () -> editor.insertText(editor.getLength(), "#"));
        until(() -> !session.running().get());
        settle();
    }

    private void everything(Program program) throws Exception {
        look(program);
        type(program);
        int length = playback().length();
        for (int k = 0; k <= 2; k++) {
            int position = (int) (length * (long) k / 2);
            during("scrubbing through", program, () -> playback().seek(position));
        }
        during(
                "playing",
                program,
                () -> {
                    playback().seek(length / 2);
                    playback().speed().set(20);
                    playback().play();
                });
        Thread.sleep(200);
        during("pausing", program, () -> playback().pause());
        during("zooming into", program, canvas::zoomIn);
        during("zooming out of", program, canvas::zoomOut);
        during("folding", program, canvas::foldAll);
        Thread.sleep(100);
        during("unfolding", program, canvas::foldAll);
        Thread.sleep(100);
        for (int k = 0; k < 2; k++) {
            boolean dark = k == 0;
            during("changing the light on", program, () -> session.dark().set(dark));
        }
        during("narrowing the window on", program, () -> stage.setWidth(910));
        during("widening the window on", program, () -> stage.setWidth(950));
        for (Tab side : sides.getTabs()) {
            var chooser = sides.getSelectionModel();
            during("turning to " + side.getText() + " of", program, () -> chooser.select(side));
        }
        select(program);
    }

    private void select(Program program) throws Exception {
        Attention attention = session.attention();
        List<Node> nodes = session.study().get().graph().nodes();
        Node node = nodes.get(nodes.size() / 2);
        during("selecting in", program, () -> attention.select(List.of(node)));
        during("going to a card of", program, () -> attention.focused().set(node));
        during("pointing at", program, () -> session.pointed().set(node));
        during(
                "looking at a part of",
                program,
                () -> attention.lookAt(List.of(nodes.getFirst()), Neighbourhood.Reach.USERS));
        during("looking at all of", program, attention::lookAtAll);
        during("searching", program, () -> attention.search().text().set("> 4"));
        during("ending the search in", program, () -> attention.search().text().set(""));
    }

    private Playback playback() {
        return session.playback();
    }

    private void during(String what, Program program, Runnable action) throws Exception {
        watchdog.during(what + " " + program);
        onScreen(action);
        settle();
    }

    private static void onScreen(Runnable action) throws Exception {
        CompletableFuture.runAsync(action, Platform::runLater).get(60, TimeUnit.SECONDS);
    }

    /// Waits for a pulse, and for what it asks to be painted.
    private void settle() throws Exception {
        var pulse = new CountDownLatch(1);
        Runnable heard = pulse::countDown;
        onScreen(() -> {
            window.scene().addPostLayoutPulseListener(heard);
            Platform.requestNextPulse();
        });
        assertThat(pulse.await(60, TimeUnit.SECONDS)).isTrue();
        onScreen(() -> window.scene().removePostLayoutPulseListener(heard));
        until(canvas::isAtRest);
    }

    private static void until(BooleanSupplier condition) throws Exception {
        var met = new AtomicBoolean();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!met.get()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            onScreen(() -> met.set(condition.getAsBoolean()));
            Thread.sleep(2);
        }
    }
}
