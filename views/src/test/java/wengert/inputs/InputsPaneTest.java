package wengert.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.views.Patience.waitFor;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import wengert.session.Session;
import wengert.sweep.Mode;
import wengert.views.Alone;

@ExtendWith(ApplicationExtension.class)
class InputsPaneTest {

    private Session session;

    @Start
    void open(Stage stage) {
        session = new Session();
        Alone.show(stage, session, new InputsPane(session), 320, 400);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private TextField field(FxRobot robot) throws Exception {
        robot.interact(
                () -> session.open("test.jl", "using Zygote\ngradient(x -> x^2, 1.23456789)"));
        waitFor(() -> !robot.lookup("#input-0").queryAll().isEmpty());
        return robot.lookup("#input-0").query();
    }

    private static void type(FxRobot robot, TextField field, String text) {
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
            field.getOnAction().handle(null);
        });
    }

    @Test
    void keepWhatIsNoNumberAndSayWhy(FxRobot robot) throws Exception {
        TextField field = field(robot);
        Label note = robot.lookup("#inputs-note").query();
        type(robot, field, "2,5");
        assertThat(field.getText()).isEqualTo("2,5");
        assertThat(session.inputs().numbers().get()).containsExactly(1.23456789);
        assertThat(note.getText())
                .isEqualTo(
                        "⚠ x stays 1.23456789: `2,5` is no number; write `2.5`, with a point. Escape brings it back.");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(field.getText()).isEqualTo("1.23456789");
        assertThat(note.getText()).isEmpty();
        type(robot, field, "25e-1");
        assertThat(session.inputs().numbers().get()).containsExactly(2.5);
    }

    @Test
    void sayOfWhatTheDerivativesAreWhereSeveralNumbersComeOut(FxRobot robot) throws Exception {
        say(robot, "using Zygote\njacobian(x -> x .^ 2, [1.0, 2.0])", "those of their sum.");
    }

    @Test
    void showNothingOfTheProgramBeforeWhereNumbersCannotBeMoved(FxRobot robot) throws Exception {
        say(robot, "using Zygote\ngradient(z -> abs2(z), 1.0 + 2.0im)", "not plain real numbers");
        assertThat(robot.lookup("#input-0").queryAll()).isEmpty();
    }

    /// Opens another program and waits for what is said of it.
    private void say(FxRobot robot, String program, String words) throws Exception {
        field(robot);
        Label note = robot.lookup("#inputs-note").query();
        robot.interact(() -> session.open("a.jl", program));
        waitFor(() -> note.getText().contains(words));
    }

    /// Opens another program and waits until its numbers are there.
    private void open(FxRobot robot, String call, int numbers) throws Exception {
        robot.interact(() -> session.open(call, "using Zygote\n" + call));
        waitFor(() -> session.inputs().names().size() == numbers);
    }

    @Test
    void haveRoomForTheNumbersAgainAfterAProgramWithoutAny(FxRobot robot) throws Exception {
        field(robot);
        robot.interact(() -> session.open("a.jl", "f(x) = x^2\ngradient(f, 1.5)"));
        waitFor(() -> session.inputs().study().get() == null);
        open(robot, "gradient(sum, [1.0, 2.0, 3.0])", 3);
        ScrollPane scroll = robot.lookup(".scroll-pane").query();
        waitFor(() -> scroll.getContent().prefHeight(-1) > 30);
        waitFor(() -> scroll.getHeight() >= scroll.getContent().prefHeight(-1));
    }

    @Test
    void letGoOfWhatIsNoLongerThere(FxRobot robot) throws Exception {
        field(robot);
        open(robot, "gradient(x -> sum(x), ones(5, 4))", 20);
        robot.interact(() -> session.inputs().chosen().set(7));
        assertThat(robot.lookup("#input-7").queryAll()).hasSize(1);
        open(robot, "gradient((x, y) -> x * y, 2.0, 3.0)", 2);
        assertThat(session.inputs().chosen().get()).isZero();
        assertThat(robot.lookup("#input-1").queryAs(TextField.class).getText()).isEqualTo("3.0");
    }

    /// The end of a number says whether it is large or tiny.
    @ParameterizedTest
    @CsvSource({"-1.4234e-100, −1.4e−100", "-1.4234e-10, −1.42e−10", "-1234.5678, −1235"})
    void roundDerivativesToWhatThereIsRoomFor(String number, String shown, FxRobot robot)
            throws Exception {
        field(robot);
        robot.interact(
                () -> session.open(number, "using Zygote\ngradient(x -> " + number + "x, 2.0)"));
        Label slope = robot.lookup("#slope-0").query();
        waitFor(() -> shown.equals(slope.getText()));
        Text drawn = robot.from(slope).lookup(".text").query();
        assertThat(drawn.getText()).isEqualTo(shown);
    }

    @Test
    void followTheNumberThatMovesForward(FxRobot robot) throws Exception {
        field(robot);
        open(robot, "gradient((x, y) -> x * y, 2.0, 3.0)", 2);
        robot.interact(() -> session.watch(new Mode.Forward(1, 0)));
        waitFor(() -> session.inputs().chosen().get() == 1);
    }
}
