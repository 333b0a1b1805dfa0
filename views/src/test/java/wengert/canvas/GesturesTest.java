package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.session.Session;
import wengert.story.Programs;
import wengert.trace.Node;

/// Every way in which a hand or the keyboard moves about in the graph, done by a robot.
@ExtendWith(ApplicationExtension.class)
class GesturesTest {

    private Session session;
    private GraphCanvas canvas;

    @Start
    void open(Stage stage) {
        session = new Session();
        session.settings().calm().set(true);
        canvas = new GraphCanvas(session);
        stage.setScene(new Scene(canvas, 860, 560));
        stage.setX(0); // the headless robot turns its wheel relative to the screen
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void show(FxRobot robot, String program) throws Exception {
        robot.interact(() -> session.open("test.jl", program));
        until(() -> canvas.placement() != null);
        robot.interact(canvas::requestFocus);
    }

    private static void until(BooleanSupplier fact) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, fact::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Placement placement() {
        Placement placement = canvas.placement();
        assertThat(placement).isNotNull();
        return placement;
    }

    private Node node(String label) {
        var graph = placement().visible().graph();
        return graph.nodes().stream()
                .filter(n -> graph.label(n).equals(label))
                .findFirst()
                .orElseThrow();
    }

    /// Where a node's card is in the window.
    private Rect box(String label) {
        Card card = placement().visible().cards(node(label)).getFirst();
        return canvas.view().outside(placement().card(card));
    }

    /// At once, where the robot would go there in two hundred steps.
    private void moveTo(FxRobot robot, double x, double y) {
        robot.robotContext().getMouseRobot().move(canvas.localToScreen(x, y));
    }

    private void point(FxRobot robot, String label) {
        Rect box = box(label);
        moveTo(robot, box.centerX(), box.centerY());
    }

    private void click(FxRobot robot, String label) {
        point(robot, label);
        robot.clickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String selected() {
        var graph = placement().visible().graph();
        return graph.nodes().stream()
                .filter(session.attention().selected().get()::contains)
                .map(graph::label)
                .collect(Collectors.joining(" "));
    }

    private String focused() {
        Node node = session.attention().focused().get();
        return node == null ? "" : placement().visible().graph().label(node);
    }

    /// The labels of what a search or a focus leaves in the light.
    private String lit() {
        var highlights = new Highlights(session.attention());
        var visible = placement().visible();
        return visible.cards().stream()
                .filter(highlights::isMeant)
                .map(VisibleGraph::shownOf)
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Node::index))
                .map(visible.graph()::label)
                .collect(Collectors.joining(" "));
    }

    private void push(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    // selecting

    @Test
    void clicksSelect(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        click(robot, "v₁");
        assertThat(selected()).isEqualTo("v₁");
        clickWithShift(robot, "v₂");
        assertThat(selected()).isEqualTo("v₁ v₂");
        clickWithShift(robot, "v₁");
        assertThat(selected()).isEqualTo("v₂");
        moveTo(robot, 4, 4);
        robot.clickOn(MouseButton.PRIMARY);
        assertThat(selected()).isEmpty();
    }

    @Test
    void aRectangleDrawnWithShiftSelectsWhatItTouches(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        Viewpoint before = canvas.view();
        Rect around = box("v₁").with(box("v₂")).grown(6);
        robot.interact(() -> {
            withShift(MouseEvent.MOUSE_PRESSED, around.x(), around.y());
            withShift(MouseEvent.MOUSE_DRAGGED, around.centerX(), around.centerY());
            withShift(MouseEvent.MOUSE_DRAGGED, around.right(), around.bottom());
            withShift(MouseEvent.MOUSE_RELEASED, around.right(), around.bottom());
            withShift(MouseEvent.MOUSE_CLICKED, around.right(), around.bottom());
        });
        assertThat(selected()).contains("v₁", "v₂").doesNotContain("v₅");
        assertThat(canvas.view()).isEqualTo(before);
    }

    private void clickWithShift(FxRobot robot, String label) {
        Rect box = box(label);
        robot.interact(() -> {
            withShift(MouseEvent.MOUSE_PRESSED, box.centerX(), box.centerY());
            withShift(MouseEvent.MOUSE_RELEASED, box.centerX(), box.centerY());
            withShift(MouseEvent.MOUSE_CLICKED, box.centerX(), box.centerY());
        });
    }

    /// The headless robot's mouse does not know which keys are down.
    private void withShift(EventType<MouseEvent> type, double x, double y) {
        canvas.fireEvent(mouse(type, x, y, MouseButton.PRIMARY, true));
    }

    private static MouseEvent mouse(
            EventType<MouseEvent> type, double x, double y, MouseButton button, boolean shift) {
        return new MouseEvent(
                type, x, y, x, y, button, 1, shift, false, false, false, false, false, false, false,
                false, false, null);
    }

    @Test
    void theKeyboardSelects(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        click(robot, "v₁");
        push(robot, KeyCode.ALT, KeyCode.RIGHT);
        push(robot, KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(selected()).isEqualTo("v₁ v₃");
        push(robot, KeyCode.CONTROL, KeyCode.A);
        assertThat(selected()).isEqualTo("x₁ x₂ v₁ v₂ v₃ v₄ v₅");
        push(robot, KeyCode.ESCAPE);
        assertThat(selected()).isEmpty();
    }

    // from card to card

    @Test
    void theKeyboardGoesAlongTheLinks(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        click(robot, "v₅");
        push(robot, KeyCode.ALT, KeyCode.LEFT);
        assertThat(focused()).isEqualTo("v₃");
        push(robot, KeyCode.ALT, KeyCode.LEFT);
        assertThat(focused()).isEqualTo("v₁");
        push(robot, KeyCode.ALT, KeyCode.LEFT);
        assertThat(focused()).isEqualTo("x₁");
        push(robot, KeyCode.ALT, KeyCode.LEFT);
        assertThat(focused()).as("an input has no argument").isEqualTo("x₁");
        push(robot, KeyCode.ALT, KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("v₁");
    }

    @Test
    void theKeyboardGoesUpAndDown(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        String upper = box("x₁").y() < box("x₂").y() ? "x₁" : "x₂";
        String lower = upper.equals("x₁") ? "x₂" : "x₁";
        click(robot, upper);
        push(robot, KeyCode.ALT, KeyCode.DOWN);
        assertThat(focused()).isEqualTo(lower);
        push(robot, KeyCode.ALT, KeyCode.UP);
        assertThat(focused()).isEqualTo(upper);
    }

    @Test
    void everyCardIsReachedFromTheFirst(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        int count = placement().visible().cards().size();
        var seen = new java.util.HashSet<Card>();
        for (int k = 0; k < count; k++) {
            push(robot, KeyCode.DOWN);
            seen.add(canvas.cursor().card().get());
        }
        assertThat(seen).hasSize(count);
        push(robot, KeyCode.UP);
        assertThat(canvas.cursor().card().get().index()).isEqualTo(count - 2);
    }

    // what is looked at

    @Test
    void focusLeavesTheNeighboursInTheLight(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        click(robot, "v₃");
        push(robot, KeyCode.DIGIT1);
        assertThat(lit()).isEqualTo("v₁ v₂ v₃ v₅");
        push(robot, KeyCode.DIGIT2);
        assertThat(lit()).isEqualTo("x₁ x₂ v₁ v₂ v₃ v₄ v₅");
        push(robot, KeyCode.D);
        assertThat(lit()).isEqualTo("x₁ x₂ v₁ v₂ v₃");
        push(robot, KeyCode.U);
        assertThat(lit()).isEqualTo("v₃ v₅");
        push(robot, KeyCode.ESCAPE);
        assertThat(session.attention().neighbourhood().get()).isNull();
    }

    @Test
    void pointingLightsAllCopiesOfALeaf(FxRobot robot) throws Exception {
        show(robot, Programs.loop(6));
        Node constant =
                placement().visible().graph().nodes().stream()
                        .filter(n -> placement().visible().cards(n).size() > 1)
                        .findFirst()
                        .orElseThrow();
        Card copy = placement().visible().cards(constant).getLast();
        robot.interact(() -> canvas.camera().goTo(placement().card(copy)));
        Rect box = canvas.view().outside(placement().card(copy));
        moveTo(robot, box.centerX(), box.centerY());
        assertThat(session.pointed().get()).isSameAs(constant);
    }

    // searching

    @Test
    void searchesAndGoesFromFindToFind(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        push(robot, KeyCode.CONTROL, KeyCode.F);
        robot.interact(() -> robot.lookup("#graph-search").queryAs(TextField.class).setText("> 9"));
        assertThat(session.attention().search().remark().get()).isEqualTo("3 found");
        assertThat(lit()).isEqualTo("v₂ v₃ v₅");
        push(robot, KeyCode.ENTER);
        assertThat(focused()).isEqualTo("v₂");
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(focused()).isEqualTo("v₂");
        push(robot, KeyCode.F3);
        assertThat(focused()).isEqualTo("v₃");
        push(robot, KeyCode.ESCAPE);
        assertThat(lit()).isEmpty();
        assertThat(canvas.isFocused()).isTrue();
    }

    @Test
    void writingInTheSearchDoesNothingToTheGraph(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        Viewpoint before = canvas.view();
        robot.write("/", 0);
        robot.write("fm+", 0);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(session.attention().search().text().get()).isEqualTo("fm+");
        assertThat(canvas.view()).isEqualTo(before);
        assertThat(session.settings().minimap().get()).isTrue();
    }

    // the view

    @Test
    void keysMoveThePicture(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        Viewpoint fitted = canvas.view();
        push(robot, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(canvas.view().x()).isGreaterThan(fitted.x());
        push(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        push(robot, KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(canvas.view().y()).isLessThan(fitted.y());
        robot.write("+", 0);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.view().scale()).isCloseTo(1.25 * fitted.scale(), within(1e-9));
        robot.write("-", 0);
        push(robot, KeyCode.DIGIT0);
        assertThat(canvas.view().scale()).isCloseTo(1, within(1e-9));
        push(robot, KeyCode.F);
        assertThat(canvas.view()).isEqualTo(fitted);
    }

    @Test
    void thereIsAWayBackAndForwardAgain(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        Viewpoint fitted = canvas.view();
        push(robot, KeyCode.DIGIT0);
        Viewpoint actual = canvas.view();
        push(robot, KeyCode.BACK_SPACE);
        assertThat(canvas.view()).isEqualTo(fitted);
        push(robot, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        assertThat(canvas.view()).isEqualTo(actual);
        robot.interact(() -> canvas.fireEvent(pressed(MouseButton.BACK)));
        assertThat(canvas.view()).isEqualTo(fitted);
        robot.interact(() -> canvas.fireEvent(pressed(MouseButton.FORWARD)));
        assertThat(canvas.view()).isEqualTo(actual);
    }

    private static MouseEvent pressed(MouseButton button) {
        return mouse(MouseEvent.MOUSE_PRESSED, 5, 5, button, false);
    }

    @Test
    void fingersPanAndPinch(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        Viewpoint before = canvas.view();
        robot.interact(() -> canvas.fireEvent(scrolled(13.5, -7.25)));
        assertThat(canvas.view().x() - before.x()).isCloseTo(13.5, within(1e-9));
        assertThat(canvas.view().y() - before.y()).isCloseTo(-7.25, within(1e-9));
        robot.interact(() -> canvas.fireEvent(pinched(1.5)));
        assertThat(canvas.view().scale()).isCloseTo(1.5 * before.scale(), within(1e-9));
    }

    private ScrollEvent scrolled(double dx, double dy) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                50,
                50,
                50,
                50,
                false,
                false,
                false,
                false,
                false,
                false,
                dx,
                dy,
                dx,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private ZoomEvent pinched(double factor) {
        return new ZoomEvent(
                ZoomEvent.ZOOM,
                50,
                50,
                50,
                50,
                false,
                false,
                false,
                false,
                false,
                false,
                factor,
                factor,
                null);
    }

    @Test
    void followAndMinimapAreSwitchedByKeys(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        push(robot, KeyCode.L);
        push(robot, KeyCode.M);
        assertThat(session.settings().follow().get()).isFalse();
        assertThat(session.settings().minimap().get()).isFalse();
        push(robot, KeyCode.L);
        assertThat(session.settings().follow().get()).isTrue();
    }

    // what is asked of a card

    @Test
    void theContextMenuOffersWhatCanBeDone(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        robot.interact(() -> session.playback().last());
        point(robot, "v₃");
        robot.clickOn(MouseButton.SECONDARY);
        WaitForAsyncUtils.waitForFxEvents();
        List<String> titles =
                canvas.menu().getItems().stream()
                        .map(MenuItem::getText)
                        .filter(java.util.Objects::nonNull)
                        .toList();
        assertThat(titles)
                .contains("Focus on what this depends on", "Copy the value", "Play to here")
                .doesNotContain("Zoom in");
        robot.interact(() -> fire("graph-arguments"));
        assertThat(lit()).isEqualTo("x₁ x₂ v₁ v₂ v₃");
        moveTo(robot, 6, 6);
        robot.clickOn(MouseButton.SECONDARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.menu().getItems()).anyMatch(item -> "graph-fit".equals(item.getId()));
        robot.interact(() -> canvas.menu().hide());
    }

    private void fire(String id) {
        canvas.menu().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .forEach(MenuItem::fire);
        canvas.menu().hide();
    }

    @Test
    void copiesTheValueAndGoesToTheSource(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        robot.interact(() -> session.playback().last());
        click(robot, "v₂");
        push(robot, KeyCode.CONTROL, KeyCode.C);
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("10.0"));
        push(robot, KeyCode.S);
        assertThat(session.attention().source().get()).isEqualTo(node("v₂").span());
    }

    @Test
    void theDetailsComeWhenAskedForAndGoWhenPlaying(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        robot.interact(() -> session.playback().last());
        click(robot, "v₂");
        push(robot, KeyCode.I);
        assertThat(robot.lookup("#node-details").tryQuery()).isPresent();
        var texts =
                robot.from(robot.lookup("#node-details").queryAll())
                        .lookup(".node-details-text")
                        .queryAll()
                        .size();
        assertThat(texts).isGreaterThan(5);
        robot.interact(() -> session.playback().play());
        assertThat(robot.lookup("#node-details").tryQuery()).isEmpty();
        robot.interact(() -> session.playback().pause());
    }

    @Test
    void enterFoldsTheGroupAroundACardAndUnfoldsIt(FxRobot robot) throws Exception {
        show(robot, Programs.loop(4));
        int open = placement().visible().cards().size();
        Node inLoop =
                placement().visible().graph().nodes().stream()
                        .filter(n -> n.group().parent() != null && n.arguments().size() > 1)
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> session.attention().focused().set(inLoop));
        push(robot, KeyCode.ENTER);
        until(() -> placement().visible().cards().size() < open);
        push(robot, KeyCode.ENTER);
        until(() -> placement().visible().cards().size() == open);
    }

    @Test
    void groupsWhatIsSelectedAndUndoesTheGroup(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        robot.interact(
                () -> session.attention().select(List.of(node("v₁"), node("v₂"), node("v₃"))));
        int before = placement().visible().cards().size();
        push(robot, KeyCode.G);
        until(() -> placement().visible().cards().size() == before - 2);
        robot.interact(() -> session.attention().select(List.of()));
        robot.interact(() -> session.attention().focused().set(node("v₃")));
        push(robot, KeyCode.SHIFT, KeyCode.G);
        until(() -> placement().visible().cards().size() == before);
    }

    @Test
    void aLoopShowsOneTurnAfterTheOther(FxRobot robot) throws Exception {
        show(robot, Programs.loop(6));
        Node inLoop =
                placement().visible().graph().nodes().stream()
                        .filter(n -> n.group().parent() != null && n.arguments().size() > 1)
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> session.attention().focused().set(inLoop));
        int all = placement().visible().cards().size();
        robot.write(".", 0);
        until(() -> shownTurn() == 1);
        robot.write(".", 0);
        until(() -> shownTurn() == 2);
        robot.write(",", 0);
        until(() -> shownTurn() == 1);
        push(robot, KeyCode.SHIFT, KeyCode.X);
        until(() -> placement().visible().cards().size() == all);
    }

    private int shownTurn() {
        return placement().visible().folding().turns().values().stream().findFirst().orElse(0);
    }

    @Test
    void aLeafIsDrawnOnceOrAtEachUse(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        click(robot, "x₁");
        push(robot, KeyCode.O);
        until(() -> placement().visible().cards(node("x₁")).size() == 2);
        push(robot, KeyCode.O);
        until(() -> placement().visible().cards(node("x₁")).size() == 1);
    }

    @Test
    void aCardStaysWhereItIsPutUntilTheGraphIsTidied(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        Rect before = box("v₄");
        Rect other = box("v₁");
        point(robot, "v₄");
        robot.press(MouseButton.PRIMARY).moveBy(30, 20).moveBy(20, 20);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(box("v₄").x() - before.x()).isCloseTo(50, within(2.0));
        assertThat(box("v₄").y() - before.y()).isCloseTo(40, within(2.0));
        assertThat(box("v₁")).isEqualTo(other);
        Rect placed = placement().card(placement().visible().cards(node("v₄")).getFirst());
        click(robot, "x₁");
        push(robot, KeyCode.O); // it is laid out again
        until(() -> placement().visible().cards(node("x₁")).size() == 2);
        assertThat(placement().card(placement().visible().cards(node("v₄")).getFirst()))
                .isEqualTo(placed);
        push(robot, KeyCode.O);
        until(() -> placement().visible().cards(node("x₁")).size() == 1);
        push(robot, KeyCode.T);
        assertThat(placement().card(placement().visible().cards(node("v₄")).getFirst()))
                .isNotEqualTo(placed);
        assertThat(canvas.can(GraphCommand.TIDY)).isFalse();
    }
}
