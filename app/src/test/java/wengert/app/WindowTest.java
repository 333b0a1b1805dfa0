package wengert.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static wengert.app.Patience.waitFor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.trace.Node;
import wengert.value.Float64;
import wengert.value.Value;

/// The whole window, used by a robot.
@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private static final String SQUARE =
            """
            using Zygote
            f(x) = x * x + 3x
            gradient(f, 2.0)
            """;

    /// The adjoints after each step of the reverse sweep of [#SQUARE], from the seed on.
    private static final List<String> SQUARE_ADJOINTS =
            List.of(
                    "v₄=1.0",
                    "v₁=1.0 v₄=1.0",
                    "v₁=1.0 v₃=1.0 v₄=1.0",
                    "x=3.0 v₁=1.0 v₃=1.0 v₄=1.0",
                    "x=5.0 v₁=1.0 v₃=1.0 v₄=1.0",
                    "x=7.0 v₁=1.0 v₃=1.0 v₄=1.0");

    private static final int EVALUATIONS = 5;

    @TempDir Path folder;

    private Session session;
    private MainWindow window;

    @Start
    void open(Stage stage) {
        session = new Session();
        window = new MainWindow(session, new Deputy(folder), stage::close);
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
    void opensTheChapterAndPlaysItToTheKnownGradient(FxRobot robot) throws TimeoutException {
        waitFor(() -> session.playback().length() > 0);
        robot.interact(() -> session.playback().speed().set(20));
        robot.clickOn("#play");
        waitFor(() -> !session.playback().playing().get());

        assertThat(session.playback().position().get()).isEqualTo(session.playback().length());
        assertThat(adjointsInTheModel()).contains("x=[4, 8, 12, 16]");
        assertThat(sentence(robot)).contains("x is used twice");
    }

    @Test
    void everyPanelShowsTheSameAdjointsAfterEveryStep(FxRobot robot) throws TimeoutException {
        write(robot, SQUARE);
        waitFor(() -> session.playback().length() == EVALUATIONS + SQUARE_ADJOINTS.size());
        robot.clickOn("#first");
        for (int i = 0; i < EVALUATIONS; i++) {
            assertThat(adjointsInTheModel()).isEmpty();
            robot.clickOn("#forward");
        }
        for (String expected : SQUARE_ADJOINTS) {
            robot.clickOn("#forward");
            assertThat(adjointsInTheModel()).isEqualTo(expected);
            assertThat(adjointsInTheList(robot)).isEqualTo(expected);
        }
        for (String expected : SQUARE_ADJOINTS.reversed()) {
            assertThat(adjointsInTheModel()).isEqualTo(expected);
            assertThat(adjointsInTheList(robot)).isEqualTo(expected);
            robot.clickOn("#back");
        }
        assertThat(adjointsInTheModel()).isEmpty();
        assertThat(robot.lookup(".where").queryAs(Label.class).getText()).isEqualTo("step 5 / 11");
    }

    @Test
    void theRobotTypesAFunction(FxRobot robot) throws TimeoutException {
        write(robot, "using Zygote\n");
        robot.clickOn("#program").push(KeyCode.CONTROL, KeyCode.END);
        robot.write("gradient(x -> 3x, 5.0)", 0);
        waitFor(() -> session.studies().size() == 1 && session.diagnostics().isEmpty());

        assertThat(session.studies().getFirst().title()).isEqualTo("gradient(x -> 3x, 5.0)");
        assertThat(session.run().get().outcomes().getLast().show()).isEqualTo("(3.0,)");
    }

    @Test
    void aBrokenProgramKeepsTheLastGraphDimmed(FxRobot robot) throws TimeoutException {
        write(robot, SQUARE);
        waitFor(() -> session.playback().length() == 11);
        var before = session.study().get();
        write(robot, SQUARE.replace("3x", "3x)"));
        waitFor(() -> session.stale().get());

        assertThat(session.study().get()).isSameAs(before);
        assertThat(session.diagnostics()).hasSize(1);
        String message = session.diagnostics().getFirst().message();
        assertThat(robot.lookup(".problem").queryLabeled().getText()).contains(message);
        assertThat(
                        robot.lookup(".graph-canvas")
                                .lookup((Predicate<javafx.scene.Node>) c -> c instanceof ImageView)
                                .query()
                                .getOpacity())
                .isLessThan(1);

        write(robot, SQUARE.replace("3x", "4x"));
        waitFor(() -> !session.stale().get() && session.study().get() != before);
        assertThat(session.diagnostics()).isEmpty();
    }

    @Test
    void theKeyboardMovesThroughTheSweepButNotWhileItWrites(FxRobot robot) throws TimeoutException {
        waitFor(() -> session.playback().length() > 0);
        robot.clickOn("#first").push(KeyCode.RIGHT).push(KeyCode.PAGE_DOWN).push(KeyCode.LEFT);
        robot.interact(() -> window.scene().getRoot().requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.LEFT);
        assertThat(session.playback().position().get()).isPositive();
        robot.push(KeyCode.END);
        assertThat(session.playback().position().get()).isEqualTo(session.playback().length());
        robot.push(KeyCode.HOME);
        assertThat(session.playback().position().get()).isZero();

        robot.clickOn("#program").push(KeyCode.RIGHT).push(KeyCode.END);
        assertThat(session.playback().position().get()).isZero();
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(session.playback().position().get()).isEqualTo(1);
    }

    @Test
    void eachDifferentiatedCallCanBeChosen(FxRobot robot) throws TimeoutException {
        waitFor(() -> session.studies().size() > 1);
        var second = session.studies().get(1);
        robot.interact(() -> robot.lookup("#study").queryComboBox().getSelectionModel().select(1));
        waitFor(() -> session.study().get() == second);
        assertThat(session.playback().position().get()).isZero();
        assertThat(robot.lookup("#tape").queryTableView().getItems())
                .hasSameSizeAs(second.graph().nodes());
    }

    /// The number is dragged on its slider; the program is written when it is let go.
    @Test
    void everyPanelFollowsANumberThatIsDragged(FxRobot robot) throws TimeoutException {
        write(robot, SQUARE);
        waitFor(() -> session.playback().length() == 11);
        robot.interact(() -> session.playback().last());
        assertThat(adjointsInTheList(robot)).startsWith("x=7.0 ");
        Bounds slider = robot.lookup("#slider-0").query().localToScreen(slider(robot));
        robot.drag(new Point2D(slider.getCenterX(), slider.getCenterY()), MouseButton.PRIMARY)
                .moveBy(0.3 * slider.getWidth(), 0);
        double x = session.inputs().numbers().get()[0];
        assertThat(x).isBetween(2.05, 5.0);
        String gradient = "x=" + text(Float64.of(2 * x + 3)) + " ";
        waitFor(() -> adjointsInTheList(robot).startsWith(gradient));
        assertThat(adjointsInTheModel()).startsWith(gradient);
        assertThat(robot.lookup("#slope-0").queryAs(Label.class).getText())
                .isEqualTo(text(Float64.of(2 * x + 3)));
        assertThat(session.text().get()).isEqualTo(SQUARE);
        robot.drop();
        assertThat(robot.lookup("#program").queryAs(CodeArea.class).getText())
                .isEqualTo(SQUARE.replace("2.0", Double.toString(x)));
        waitFor(() -> !session.running().get());
        assertThat(adjointsInTheList(robot)).startsWith(gradient);
        robot.interact(() -> robot.lookup("#program").queryAs(CodeArea.class).undo());
        assertThat(session.text().get()).isEqualTo(SQUARE);
    }

    private static Bounds slider(FxRobot robot) {
        return robot.lookup("#slider-0").query().getLayoutBounds();
    }

    @Test
    void theMenuExportsWhatIsShown(FxRobot robot) throws Exception {
        write(robot, SQUARE);
        waitFor(() -> session.playback().length() == 11);
        robot.clickOn("#last");
        var menu = robot.lookup("#export").queryAs(MenuButton.class);
        robot.interact(() ->
                menu.getItems().stream()
                        .filter(item -> "export-svg".equals(item.getId()))
                        .forEach(javafx.scene.control.MenuItem::fire));
        Path file = folder.resolve("chapter.svg");
        waitFor(() -> robot.lookup(".notification").tryQuery().isPresent());

        var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getDocumentElement().getTextContent()).contains("10.0", "7.0", "v₃", "v₄");
    }

    @Test
    void savesAndOpens(FxRobot robot) throws Exception {
        write(robot, SQUARE);
        assertThat(window.documents().changed().get()).isTrue();
        robot.interact(() -> window.documents().saveAs());
        assertThat(Files.readString(folder.resolve("chapter.jl"))).isEqualTo(SQUARE);
        assertThat(window.documents().changed().get()).isFalse();

        Files.writeString(folder.resolve("program.jl"), "1 + 1\r\n");
        robot.interact(() -> window.documents().open());
        assertThat(robot.lookup("#program").queryAs(CodeArea.class).getText()).isEqualTo("1 + 1\n");
        assertThat(robot.lookup("#file").queryAs(Label.class).getText()).isEqualTo("program.jl");
    }

    @Test
    void theLookChanges(FxRobot robot) {
        robot.clickOn("#theme");
        Region root = (Region) window.scene().getRoot();
        robot.interact(root::applyCss);
        Paint dark = root.getBackground().getFills().getFirst().getFill();
        assertThat(dark).isEqualTo(Color.web("#161b22"));
        robot.clickOn("#theme");
        robot.interact(root::applyCss);
        assertThat(root.getBackground().getFills().getFirst().getFill()).isEqualTo(Color.WHITE);
    }

    private void write(FxRobot robot, String text) {
        var area = robot.lookup("#program").queryAs(CodeArea.class);
        robot.interact(() -> area.replaceText(text));
    }

    private static String sentence(FxRobot robot) {
        return Reader.flowing(robot.lookup("#sentence").queryAs(TextFlow.class));
    }

    private String adjointsInTheModel() {
        Frame frame = session.frame().get();
        return frame.graph().nodes().stream()
                .filter(node -> frame.adjoint(node) != null)
                .map(node -> frame.graph().label(node) + "=" + text(frame.adjoint(node)))
                .collect(joining(" "));
    }

    private static String text(@Nullable Value value) {
        return value == null ? "" : Digits.text(value);
    }

    /// What the rows that can be seen say, as far as they say numbers.
    private static String adjointsInTheList(FxRobot robot) {
        TableView<Node> table = robot.lookup("#tape").queryTableView();
        var columns = table.getColumns();
        return table.getItems().stream()
                .map(node ->
                        columns.get(1).getCellObservableValue(node).getValue()
                                + "="
                                + columns.getLast()
                                        .getCellObservableValue(node)
                                        .getValue()
                                        .toString()
                                        .replace(" +", ""))
                .filter(cell -> cell.matches(".*=[-\\[\\d].*"))
                .collect(joining(" "));
    }
}
