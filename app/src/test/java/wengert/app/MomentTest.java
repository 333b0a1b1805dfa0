package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.app.Patience.waitFor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Grain;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Node;
import wengert.value.Value;

/// One moment, seen from every side: after each step every panel is read and compared with numbers found by hand.
class MomentTest {

    private static final FxRobot robot = new FxRobot();
    private static final Session session = new Session();
    private static final Reader reader = new Reader(robot, session);

    /// One window for all tests, each of which opens its own program.
    @BeforeAll
    static void open() throws TimeoutException {
        FxToolkit.toolkitContext().setSetupTimeoutInMillis(120_000); // a busy machine
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            var window = new MainWindow(session, Deputy.NOBODY, stage::close);
            stage.setScene(window.scene());
            stage.setWidth(950);
            stage.setHeight(700);
            stage.show();
            // so that nothing is copied to the headless screen, pixel by pixel
            stage.setIconified(true);
        });
    }

    @AfterAll
    static void close() throws TimeoutException {
        robot.interact(session::close);
        // the next test gets the same stage
        FxToolkit.setupStage(stage -> stage.setIconified(false));
        FxToolkit.hideStage();
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
    void isTheSameInEveryPanelAfterEveryStep(String program, List<String> adjoints)
            throws TimeoutException {
        show(program);
        int length = session.playback().length();
        int forward = length - adjoints.size();
        robot.interact(() -> session.playback().seek(forward));
        assertThat(reader.inTheModel()).isEmpty();
        for (int k = 0; k < adjoints.size(); k++) {
            robot.interact(() -> session.playback().forward());
            String expected = adjoints.get(k);
            assertThat(reader.inTheModel()).isEqualTo(expected);
            assertThat(reader.inTheList()).isEqualTo(expected);
            assertThat(reader.text(".where"))
                    .isEqualTo("step %d / %d".formatted(forward + k + 1, length));
            String total = reader.received();
            assertThat(expected).contains("=" + total);
            assertThat(reader.formula()).endsWith("= " + total.replaceFirst("\\.0$", ""));
            assertThat(reader.sentence()).contains(total);
            assertThat(reader.shares()).contains(reader.handed());
            assertThat(reader.onTheCards()).containsExactlyInAnyOrder(expected.split(" (?=\\S+=)"));
            assertThat(reader.done()).isEqualTo(forward + k + 1);
            assertThat(reader.inTheEditor()).isTrue();
            assertThat(reader.inTheArrays())
                    .isEqualTo(numbersOf(session.frame().get().atWork(), expected));
        }
    }

    @Test
    void goesForwardWithTangents() throws TimeoutException {
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
                assertThat(reader.formula()).endsWith(number.replaceFirst("\\.0$", ""));
                assertThat(reader.sentence()).contains(number);
                assertThat(reader.shares()).contains(number);
            }
        }
        assertThat(said).isEqualTo(tangents);
    }

    @Test
    void anyNumberCanMove() throws TimeoutException {
        show("f(W, b) = sum(W) * b\ngradient(f, ones(20, 30), 2.0)");
        robot.interact(robot.lookup("#forward-mode").queryAs(ToggleButton.class)::fire);
        waitFor(() -> session.mode().get().equals(new Mode.Forward(0, 0)));
        ComboBox<Mode.Forward> direction = robot.lookup("#direction").queryComboBox();
        assertThat(direction.getItems()).hasSize(601);
        for (String written : List.of("W[3, 2]", "23", "W[23]")) {
            robot.interact(session::watchNext);
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
        robot.interact(session::watchPrevious);
        waitFor(() -> session.mode().get().equals(new Mode.Forward(1, 0)));
        robot.interact(session::watchNext);
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
    void theGradientHasAGraphOfItsOwn() throws TimeoutException {
        show("f(x) = x^3\ngradient(f, 2.0)");
        robot.interact(robot.lookup("#again").queryButton()::fire);
        waitFor(() -> session.trail().size() == 2);
        robot.interact(() -> session.playback().last());
        // the derivative of 3x² at 2
        assertThat(reader.inTheList()).contains("x=12.0");
        robot.interact(robot.lookup(".crumb").queryButton()::fire);
        waitFor(() -> session.trail().size() == 1);
        assertThat(reader.inTheList()).contains("x=12.0"); // 3x² itself, by chance the same at 2
    }

    /// A complex number has an adjoint, and no derivative that would be one number.
    @Test
    void pathsOfAComplexNumberAddUpToItsAdjoint() throws TimeoutException {
        show("gradient((z, w) -> abs2(z) + real(z) + abs2(w), 1.0 + 2.0im, 3.0im)");
        robot.interact(() -> session.playback().last());
        waitFor(() -> reader.texts(".gradient-number").size() == 2);
        assertThat(reader.texts(".gradient-number")).containsExactly("3.0 + 4.0im", "0.0 + 6.0im");
        reader.choose("Paths");
        waitFor(() -> !robot.lookup(".paths .path-sum").queryAll().isEmpty());
        assertThat(reader.flowing(".paths .path-sum"))
                .isEqualTo("z\u0304 = 2.0 + 4.0im + 1.0 = 3.0 + 4.0im");
    }

    @Test
    void pathsAndMatricesAddUpToTheGradient() throws TimeoutException {
        show("f(x) = x[1] * x[2] + sin(x[1])\ngradient(f, [0.5, 3.0])");
        robot.interact(() -> session.playback().last());
        reader.choose("Paths");
        waitFor(() -> !robot.lookup(".paths .path-sum").queryAll().isEmpty());
        assertThat(robot.lookup(".paths .path").queryAll()).hasSize(2); // one more leads from x[2]
        reader.choose("Jacobian");
        waitFor(() -> robot.lookup(".jacobian .matrix-entry").queryAll().size() == 2);
        assertThat(reader.texts(".jacobian .matrix-entry")).containsExactly("3.878", "0.5");
        robot.clickOn("#hessian");
        waitFor(() -> robot.lookup(".jacobian .matrix-entry").queryAll().size() == 4);
        assertThat(reader.texts(".jacobian .matrix-entry"))
                .containsExactly("−0.4794", "1", "1", "0");
        assertThat(reader.texts(".jacobian .matrix-name"))
                .containsExactly("x[1]", "x[2]", "x[1]", "x[2]");
        Label mixed = robot.lookup(".jacobian .matrix-entry").nth(1).query();
        robot.interact(() -> mixed.getOnMouseClicked().handle(null));
        waitFor(() -> !robot.lookup(".jacobian .path-sum").queryAll().isEmpty());
        assertThat(reader.flowing(".jacobian .path-sum")).endsWith("∂²f/∂x[1]∂x[2] = 1.0");
        robot.interact(
                () -> robot.lookup(".jacobian .path").query().getOnMouseClicked().handle(null));
        waitFor(() ->
                session.trail().size() == 2 && !session.attention().selected().get().isEmpty());
        assertThat(session.frame().get().graph().nodes())
                .containsAll(session.attention().selected().get());
        robot.interact(() -> session.ascend(0));
        waitFor(() -> session.trail().size() == 1);
        reader.choose("Race");
        waitFor(() -> !reader.text("#verdict").isEmpty());
        assertThat(reader.text("#verdict"))
                .startsWith("2 numbers go in and one number comes out")
                .contains("reverse mode needs one pass, forward mode 2 passes");
    }

    @Test
    void stopsByNodeAndByGroupWhereAsked() throws TimeoutException {
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
        assertThat(reader.sentence())
                .startsWith("The gradient goes back through turn 1 of the loop");
        robot.interact(() -> session.grain().set(Grain.EDGE));
    }

    /// Whatever is pointed at in one panel lights up in the others.
    @Test
    void whatIsPointedAtLightsUpInAllPanels() throws TimeoutException {
        show("f(a, b) = log(a) + a*b - sin(b)\ngradient(f, 2.0, 5.0)");
        robot.interact(() -> session.playback().last());
        waitFor(() -> !robot.lookup(".formula").queryAll().isEmpty());
        Node a = session.frame().get().graph().inputs().getFirst();
        // from the formula: the number that ā has become, and its name
        String bar = Unicode.text(new Notation.Bar(Notation.symbol("a")));
        for (String sign : List.of(bar, "5.5")) {
            var path =
                    reader.signs()
                            .filter(each -> Reader.text(each).equals(sign))
                            .findFirst()
                            .orElseThrow();
            robot.interact(() -> path.getOnMouseEntered().handle(null));
            assertThat(session.pointed().get()).as(sign).isEqualTo(a);
            robot.interact(() -> path.getOnMouseExited().handle(null));
            assertThat(session.pointed().get()).isNull();
        }
        // from the program
        var area = robot.lookup("#program").queryAs(CodeArea.class);
        int offset = area.getText().indexOf("log");
        robot.interact(() ->
                Event.fireEvent(area, MouseOverTextEvent.beginAt(new Point2D(40, 40), offset)));
        assertThat(session.frame().get().graph().label(session.pointed().get())).isEqualTo("v₁");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(reader.shares()).contains("v̄₃");
        assertThat(reader.lit(".table-row-cell")).isEqualTo(1);
        assertThat(reader.lit(".track-dot")).isEqualTo(3); // computed, given a share, sharing
        robot.interact(() -> Event.fireEvent(area, MouseOverTextEvent.end()));
        assertThat(session.pointed().get()).isNull();
        // from the timeline, into formula, list, paths and Jacobian
        reader.choose("Jacobian");
        waitFor(() -> robot.lookup(".jacobian .matrix-entry").queryAll().size() == 2);
        robot.interact(() -> {
            var track = robot.lookup("#track").query();
            double x = track.getLayoutBounds().getWidth() / session.playback().length();
            Point2D to = track.localToScene(x + 4, 23);
            Event.fireEvent(track, moved(to.getX(), to.getY()));
        });
        assertThat(session.pointed().get()).isEqualTo(a);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(reader.signs().filter(path -> Reader.has(path, "lit")).map(Reader::text))
                .contains(bar, "5.5");
        assertThat(
                        robot.lookup(".expression-frame.pointed").queryAll().stream()
                                .filter(javafx.scene.Node::isVisible))
                .as("log(a) and a*b in the program")
                .hasSize(2);
        assertThat(
                        robot.lookup(".jacobian .matrix-entry").queryAll().stream()
                                .filter(entry -> Reader.has(entry, "lit")))
                .hasSize(1);
        reader.choose("Paths");
        waitFor(() -> robot.lookup(".paths .path").queryAll().size() == 2);
        robot.interact(() -> {
            session.pointed().set(null);
            session.pointed().set(session.frame().get().graph().nodes().get(2));
        });
        assertThat(reader.lit(".paths .path")).isEqualTo(1);
        robot.interact(() -> session.pointed().set(null));
    }

    private static MouseEvent moved(double x, double y) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                y,
                x,
                y,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    private static void show(String program) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> session.open("moment.jl", "using Zygote\n" + program + "\n"));
        waitFor(() -> session.playback().length() > 0 && !session.running().get());
        reader.choose("Shares");
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String numbersOf(Node node, String adjoints) {
        String name = session.frame().get().graph().label(node) + "=";
        String value = adjoints.substring(adjoints.indexOf(name) + name.length());
        return value.split(" (?=\\S+=)")[0].replaceAll("[\\[\\],]", "").replaceAll("\\.0$", "");
    }
}
