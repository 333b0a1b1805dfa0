package wengert.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.Grain;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Node;
import wengert.value.Value;

/// One moment, seen from every side: after each step every panel is read and compared with numbers found by hand.
@ExtendWith(ApplicationExtension.class)
class MomentTest {

    private Session session;

    private final FileDialogs nobody =
            new FileDialogs() {
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
            };

    @Start
    void open(Stage stage) {
        session = new Session();
        var window = new MainWindow(session, nobody, stage::close);
        stage.setScene(window.scene());
        stage.setWidth(950);
        stage.setHeight(700);
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    /// Programs, and after each step of their reverse sweeps, from the seed on, all adjoints there are.
    static Stream<Arguments> programs() {
        return Stream.of(
                // the example of Baydin et al., Automatic differentiation in machine learning: a
                // survey (2018), table 3
                Arguments.of(
                        "f(a, b) = log(a) + a*b - sin(b)\ngradient(f, 2.0, 5.0)",
                        List.of(
                                "v₅=1.0",
                                "v₃=1.0 v₅=1.0",
                                "v₃=1.0 v₄=−1.0 v₅=1.0",
                                "b=−0.2837 v₃=1.0 v₄=−1.0 v₅=1.0",
                                "b=−0.2837 v₁=1.0 v₃=1.0 v₄=−1.0 v₅=1.0",
                                "b=−0.2837 v₁=1.0 v₂=1.0 v₃=1.0 v₄=−1.0 v₅=1.0",
                                "a=5.0 b=−0.2837 v₁=1.0 v₂=1.0 v₃=1.0 v₄=−1.0 v₅=1.0",
                                "a=5.0 b=1.716 v₁=1.0 v₂=1.0 v₃=1.0 v₄=−1.0 v₅=1.0",
                                "a=5.5 b=1.716 v₁=1.0 v₂=1.0 v₃=1.0 v₄=−1.0 v₅=1.0")),
                // y = 2 x⋅x, the chapter: 4 x
                Arguments.of(
                        "using LinearAlgebra\ny(x) = 2x⋅x\ngradient(y, [1.0, 2.0, 3.0, 4.0])",
                        List.of(
                                "v₃=1.0",
                                "v₂=[1, 2, 3, 4] v₃=1.0",
                                "x=[2, 4, 6, 8] v₂=[1, 2, 3, 4] v₃=1.0",
                                "x=[4, 8, 12, 16] v₂=[1, 2, 3, 4] v₃=1.0")),
                // (x²)³ + x²: 6 x⁵ + 2 x
                Arguments.of(
                        "h(x) = (y = x^2; y^3 + y)\ngradient(h, 2.0)",
                        List.of(
                                "v₅=1.0",
                                "v₄=1.0 v₅=1.0",
                                "v₂=1.0 v₄=1.0 v₅=1.0",
                                "v₂=49.0 v₄=1.0 v₅=1.0",
                                "x=196.0 v₂=49.0 v₄=1.0 v₅=1.0")));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isTheSameInEveryPanelAfterEveryStep(String program, List<String> adjoints, FxRobot robot)
            throws TimeoutException {
        show(program);
        int length = session.playback().length();
        int forward = length - adjoints.size();
        robot.interact(() -> session.playback().seek(forward));
        assertThat(inTheModel()).isEmpty();
        for (int k = 0; k < adjoints.size(); k++) {
            robot.interact(() -> session.playback().forward());
            String expected = adjoints.get(k);
            assertThat(inTheModel()).isEqualTo(expected);
            assertThat(inTheList(robot)).isEqualTo(expected);
            assertThat(text(robot, ".where"))
                    .isEqualTo("step %d / %d".formatted(forward + k + 1, length));
            String total = received();
            assertThat(expected).contains("=" + total);
            assertThat(formula(robot)).endsWith("= " + total.replaceFirst("\\.0$", ""));
            assertThat(sentence(robot)).contains(total);
            assertThat(shares(robot)).contains(handed());
        }
    }

    @Test
    void goesForwardWithTangents(FxRobot robot) throws TimeoutException {
        show("f(a, b) = log(a) + a*b - sin(b)\ngradient(f, 2.0, 5.0)");
        robot.interact(() -> session.watch(new Mode.Forward(1, 0)));
        waitFor(() -> session.mode().get() instanceof Mode.Forward);
        // ∂/∂b: of a·b it is a, of sin(b) it is cos(b)
        List<String> tangents = List.of("b=1.0", "v₂=2.0", "v₃=2.0", "v₄=0.2837", "v₅=1.716");
        var said = new ArrayList<String>();
        robot.interact(() -> session.playback().first());
        for (int k = 0; k < session.playback().length(); k++) {
            robot.interact(() -> session.playback().forward());
            if (session.frame().get().step() instanceof Step.Tangent(Node node, Value tangent)) {
                String name = session.frame().get().graph().label(node);
                String number = Digits.text(tangent);
                said.add(name + "=" + number);
                assertThat(formula(robot)).endsWith(number.replaceFirst("\\.0$", ""));
                assertThat(sentence(robot)).contains(number);
                assertThat(shares(robot)).contains(number);
            }
        }
        assertThat(said).isEqualTo(tangents);
    }

    @Test
    void anyNumberCanMove(FxRobot robot) throws TimeoutException {
        show("f(W, b) = sum(W) * b\ngradient(f, ones(20, 30), 2.0)");
        robot.interact(robot.lookup("#forward-mode").queryAs(ToggleButton.class)::fire);
        waitFor(() -> session.mode().get().equals(new Mode.Forward(0, 0)));
        ComboBox<Mode.Forward> direction = robot.lookup("#direction").queryComboBox();
        assertThat(direction.getItems()).hasSize(601);
        for (String written : List.of("W[3, 2]", "23", "W[23]")) {
            robot.interact(session::watchNextDirection);
            waitFor(() -> !session.mode().get().equals(new Mode.Forward(0, 22)));
            robot.interact(() -> {
                direction.getEditor().setText(written);
                direction.commitValue();
            });
            waitFor(() -> session.mode().get().equals(new Mode.Forward(0, 22)));
            assertThat(direction.getEditor().getText()).isEqualTo("W[3, 2]");
        }
        robot.interact(() -> session.watch(new Mode.Forward(0, 0)));
        waitFor(() -> session.mode().get().equals(new Mode.Forward(0, 0)));
        robot.interact(session::watchPreviousDirection);
        waitFor(() -> session.mode().get().equals(new Mode.Forward(1, 0)));
        robot.interact(session::watchNextDirection);
        waitFor(() -> session.mode().get().equals(new Mode.Forward(0, 0)));
        robot.interact(() -> {
            direction.getEditor().setText("b[2]");
            direction.commitValue();
        });
        assertThat(direction.getPseudoClassStates())
                .anyMatch(c -> c.getPseudoClassName().equals("wrong"));
        assertThat(session.mode().get()).isEqualTo(new Mode.Forward(0, 0));
    }

    @Test
    void theGradientHasAGraphOfItsOwn(FxRobot robot) throws TimeoutException {
        show("f(x) = x^3\ngradient(f, 2.0)");
        robot.interact(robot.lookup("#again").queryButton()::fire);
        waitFor(() -> session.trail().size() == 2);
        robot.interact(() -> session.playback().last());
        // the derivative of 3x² at 2
        assertThat(inTheList(robot)).contains("x=12.0");
        robot.interact(robot.lookup(".crumb").queryButton()::fire);
        waitFor(() -> session.trail().size() == 1);
        assertThat(inTheList(robot)).contains("x=12.0"); // 3x² itself, by chance the same at 2
    }

    @Test
    void pathsAndMatricesAddUpToTheGradient(FxRobot robot) throws TimeoutException {
        show("f(x) = x[1] * x[2] + sin(x[1])\ngradient(f, [0.5, 3.0])");
        robot.interact(() -> session.playback().last());
        choose(robot, "Paths");
        waitFor(() -> robot.lookup(".path-sum").tryQuery().isPresent());
        assertThat(robot.lookup(".path").queryAll()).hasSize(3);
        choose(robot, "Jacobian");
        waitFor(() -> robot.lookup(".matrix-entry").queryAll().size() == 2);
        assertThat(texts(robot, ".matrix-entry")).containsExactly("3.878", "0.5");
        robot.clickOn("#hessian");
        waitFor(() -> robot.lookup(".matrix-entry").queryAll().size() == 4);
        assertThat(texts(robot, ".matrix-entry")).containsExactly("−0.4794", "1", "1", "0");
        choose(robot, "Race");
        waitFor(() -> !text(robot, "#verdict").isEmpty());
        assertThat(text(robot, "#verdict"))
                .startsWith("2 numbers go in and one number comes out")
                .contains("reverse mode needs one pass, forward mode 2 passes");
    }

    @Test
    void stopsByNodeAndByGroupWhereAsked(FxRobot robot) throws TimeoutException {
        show("function f(x)\nfor i in 1:3\nx = sin(x) * x\nend\nx\nend\ngradient(f, 0.5)");
        int byEdge = session.playback().stops().get().length;
        robot.interact(() -> session.grain().set(Grain.NODE));
        waitFor(() -> session.playback().stops().get().length < byEdge);
        int byNode = session.playback().stops().get().length;
        assertThat(byNode)
                .isEqualTo(1 + 6 + 1 + 6); // input, evaluations, seed, nodes that hand back
        robot.interact(() -> session.grain().set(Grain.GROUP));
        waitFor(() -> session.playback().stops().get().length < byNode);
        assertThat(session.playback().stops().get()).hasSize(1 + 3 + 1 + 3);
        robot.interact(() -> session.playback().last());
        assertThat(sentence(robot)).startsWith("The gradient goes back through turn 1 of the loop");
    }

    private void show(String program) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> session.open("moment.jl", "using Zygote\n" + program + "\n"));
        waitFor(() -> session.playback().length() > 0 && !session.running().get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void choose(FxRobot robot, String side) {
        var sides = robot.lookup("#sides").queryAs(TabPane.class);
        robot.interact(() ->
                sides.getTabs().stream()
                        .filter(tab -> tab.getText().equals(side))
                        .forEach(sides.getSelectionModel()::select));
    }

    private String inTheModel() {
        Frame frame = session.frame().get();
        return frame.graph().nodes().stream()
                .filter(node -> frame.adjoint(node) != null)
                .map(node -> frame.graph().label(node) + "=" + Digits.text(frame.adjoint(node)))
                .collect(joining(" "));
    }

    private static String inTheList(FxRobot robot) {
        TableView<Node> table = robot.lookup("#tape").queryTableView();
        var rows = new ArrayList<String>();
        for (int row = 0; row < table.getItems().size(); row++) {
            String adjoint = (String) table.getColumns().getLast().getCellData(row);
            String name = (String) table.getColumns().get(1).getCellData(row);
            if (!adjoint.isEmpty() && !adjoint.equals("–") && !adjoint.equals("not yet")) {
                rows.add(name + "=" + adjoint.replace(" +", ""));
            }
        }
        return String.join(" ", rows);
    }

    /// What the receiver of this step has now.
    private String received() {
        Frame frame = session.frame().get();
        return Digits.text(frame.adjoint(frame.receiver()));
    }

    /// What this step hands over.
    private String handed() {
        return switch (session.frame().get().step()) {
            case Step.Share share -> Digits.text(share.share());
            case Step.Seed(_, Value seed) -> Digits.text(seed);
            case null, default -> "";
        };
    }

    private static String formula(FxRobot robot) {
        return robot.lookup(".formula-view").query().getAccessibleText();
    }

    private static String sentence(FxRobot robot) {
        return robot.lookup("#sentence").queryAs(TextFlow.class).getChildren().stream()
                .map(part -> ((Text) part).getText())
                .collect(joining());
    }

    private static String shares(FxRobot robot) {
        return String.join(" | ", texts(robot, ".share-text"));
    }

    private static List<String> texts(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAllAs(Label.class).stream()
                .map(MomentTest::text)
                .toList();
    }

    private static String text(FxRobot robot, String selector) {
        return text(robot.lookup(selector).queryAs(Label.class));
    }

    /// A label whose signs come from several fonts is made of pieces.
    private static String text(Label label) {
        if (label.getText() != null) {
            return label.getText();
        }
        return ((Parent) label.getGraphic())
                .getChildrenUnmodifiable().stream()
                        .map(part -> ((Text) part).getText())
                        .collect(joining());
    }

    private static void waitFor(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
