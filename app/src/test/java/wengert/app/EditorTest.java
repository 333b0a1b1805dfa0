package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.app.Patience.waitFor;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import wengert.session.Session;

/// The program as it is written, by a robot.
@ExtendWith(ApplicationExtension.class)
class EditorTest {

    private Session session;
    private MainWindow window;

    @Start
    void open(Stage stage) {
        session = new Session();
        window = new MainWindow(session, Deputy.NOBODY, stage::close);
        stage.setScene(window.scene());
        stage.setWidth(950);
        stage.setHeight(640);
        stage.show();
        window.documents().open(Samples.opening());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(session::close);
    }

    @Test
    void theKeyboardDrivesTheSweepUntilTheUserWrites(FxRobot robot) throws TimeoutException {
        waitFor(() -> session.playback().length() > 0);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(position()).isEqualTo(2);
        robot.push(KeyCode.END).push(KeyCode.PAGE_UP);
        assertThat(position()).isEqualTo(session.playback().length() - 1);
        robot.push(KeyCode.HOME).push(KeyCode.PAGE_DOWN);
        assertThat(position()).isEqualTo(1);

        robot.clickOn("#program").push(KeyCode.RIGHT);
        assertThat(position()).isEqualTo(1);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(position()).isEqualTo(2);
        robot.push(KeyCode.ESCAPE).push(KeyCode.RIGHT);
        assertThat(position()).isEqualTo(3);

        for (String elsewhere : List.of(".graph-canvas", "#tape", ".sentence-place", ".where")) {
            robot.push(KeyCode.HOME).clickOn("#program").clickOn(elsewhere).push(KeyCode.RIGHT);
            assertThat(position()).as(elsewhere).isEqualTo(1);
        }
    }

    @Test
    void controlAndEnterPlaysFromTheProgram(FxRobot robot) throws TimeoutException {
        waitFor(() -> session.playback().length() > 0);
        robot.interact(() -> session.playback().speed().set(0.1));
        robot.clickOn("#program").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(session.playback().playing().get()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(session.playback().playing().get()).isFalse();
    }

    @Test
    void offersNamesAndWritesTheOneChosen(FxRobot robot) throws TimeoutException {
        write(robot, "");
        robot.clickOn("#program").write("si", 0);
        waitFor(() -> names(robot).contains("sin"));
        robot.push(KeyCode.TAB);
        assertThat(area(robot).getText()).isEqualTo("sin");
        waitFor(() -> names(robot).isEmpty());

        robot.write("(\\al", 0);
        waitFor(() -> names(robot).contains("\\alpha"));
        robot.push(KeyCode.ENTER);
        assertThat(area(robot).getText()).isEqualTo("sin(α");

        robot.write(") + co", 0);
        waitFor(() -> names(robot).contains("cos"));
        robot.push(KeyCode.ESCAPE).push(KeyCode.ENTER);
        assertThat(area(robot).getText()).isEqualTo("sin(α) + co\n");

        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        waitFor(() -> names(robot).contains("return"));
        robot.push(KeyCode.ESCAPE);
        assertThat(area(robot).isFocused()).isTrue();
    }

    /// What is offered comes a moment after the letter: the hand may be at the line's end by then.
    @Test
    void aLineEndsThoughItsLastWordIsStillOffered(FxRobot robot) throws TimeoutException {
        write(robot, "");
        robot.clickOn("#program").write("Zygot", 0);
        waitFor(() -> names(robot).contains("Zygote"));
        robot.interact(() -> {
            area(robot).fireEvent(key(KeyEvent.KEY_TYPED, "e", KeyCode.UNDEFINED));
            area(robot).fireEvent(key(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER));
        });
        assertThat(area(robot).getText()).isEqualTo("Zygote\n");
    }

    @Test
    void wordsThatMoveOutAreWrittenOnBehind(FxRobot robot) {
        write(robot, "");
        robot.clickOn("#program");
        for (String line : List.of("if 2 > 1", "3", "else", "4", "end")) {
            robot.write(line, 0).push(KeyCode.ENTER);
        }
        assertThat(area(robot).getText()).isEqualTo("if 2 > 1\n    3\nelse\n    4\nend\n");
    }

    private static KeyEvent key(EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(type, character, "", code, false, false, false, false);
    }

    @Test
    void findsAndReplaces(FxRobot robot) {
        write(robot, "one two one two one");
        robot.clickOn("#program").push(KeyCode.CONTROL, KeyCode.HOME);
        robot.push(KeyCode.CONTROL, KeyCode.H).write("one", 0);
        assertThat(selected(robot)).isEqualTo("0-3");
        robot.push(KeyCode.ENTER);
        assertThat(selected(robot)).isEqualTo("8-11");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER).clickOn("#replace").write("1", 0);
        robot.push(KeyCode.ENTER);
        assertThat(area(robot).getText()).isEqualTo("1 two one two one");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(area(robot).getText()).isEqualTo("1 two 1 two 1");
        robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(area(robot).getText()).isEqualTo("1 two one two one");
        assertThat(area(robot).isFocused()).isTrue();
    }

    @Test
    void goesFromMistakeToMistake(FxRobot robot) throws TimeoutException {
        write(robot, "x = )\ny = 1\nz = ]\n");
        waitFor(() -> session.diagnostics().size() > 1);
        robot.push(KeyCode.F8);
        int first = area(robot).getCurrentParagraph();
        robot.push(KeyCode.F8);
        assertThat(List.of(first, area(robot).getCurrentParagraph())).isEqualTo(List.of(0, 2));
        robot.push(KeyCode.SHIFT, KeyCode.F8);
        assertThat(area(robot).getCurrentParagraph()).isZero();
    }

    @Test
    void bringsTheExpressionAtWorkIntoSight(FxRobot robot) throws TimeoutException {
        write(robot, "using Zygote\n" + "\n".repeat(200) + "f(x) = sin(x)^2\ngradient(f, 1.0)\n");
        waitFor(() -> session.run().get() != null && session.playback().length() > 4);
        waitFor(() -> session.frame().get() != null && !session.stale().get());
        robot.interact(() -> area(robot).moveTo(0));
        robot.interact(() -> area(robot).requestFollowCaret());
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.ESCAPE).push(KeyCode.END).push(KeyCode.HOME).push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        waitFor(() -> area(robot).visibleParToAllParIndex(0) > 150);
    }

    @Test
    void writesAccentsSubscriptsAndLettersByTheirNames(FxRobot robot) {
        write(robot, "");
        robot.clickOn("#program").write("x\\bar", 0).push(KeyCode.TAB);
        robot.write(" + x\\_1", 0).push(KeyCode.TAB).write(" + \\bfx", 0).push(KeyCode.TAB);
        assertThat(area(robot).getText()).isEqualTo("x\u0304 + x₁ + 𝐱");
    }

    @Test
    void writesLargerAndSmaller(FxRobot robot) {
        var text = robot.lookup(".program-text").query();
        robot.clickOn("#program").push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(text.getStyle()).contains("14");
        robot.push(KeyCode.CONTROL, KeyCode.MINUS).push(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(text.getStyle()).contains("12");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(text.getStyle()).contains("13");
    }

    private int position() {
        return session.playback().position().get();
    }

    private static CodeArea area(FxRobot robot) {
        return robot.lookup("#program").queryAs(CodeArea.class);
    }

    private static void write(FxRobot robot, String text) {
        robot.interact(() -> area(robot).replaceText(text));
    }

    private static String selected(FxRobot robot) {
        var selection = area(robot).getSelection();
        return selection.getStart() + "-" + selection.getEnd();
    }

    /// The names that are offered; none where the list is not open.
    private static List<String> names(FxRobot robot) {
        return robot.listWindows().stream()
                .filter(w -> w.isShowing() && w.getScene() != null)
                .map(w -> w.getScene().getRoot().lookup("#completion"))
                .filter(ListView.class::isInstance)
                .flatMap(list -> ((ListView<?>) list).getItems().stream())
                .map(item -> item.toString().replaceAll("^Proposal\\[name=([^,]*),.*", "$1"))
                .toList();
    }
}
