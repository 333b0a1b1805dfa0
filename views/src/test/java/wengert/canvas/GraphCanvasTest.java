package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import wengert.display.Folding;
import wengert.layout.Rect;
import wengert.story.Programs;

class GraphCanvasTest extends OnStage {

    @Override
    void show(FxRobot robot, String program) throws Exception {
        super.show(robot, program);
        painted();
    }

    /// Waits until what is in the window is what has been asked for.
    private void painted() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> canvas.isAtRest());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Scenery scenery() {
        Scenery scenery = canvas.scenery();
        assertThat(scenery).isNotNull();
        return scenery;
    }

    /// Where a card is on the canvas.
    private Rect card(String id) {
        return scenery().placement().visible().cards().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .map(card -> canvas.view().outside(scenery().placement().card(card)))
                .orElseThrow();
    }

    private void moveTo(FxRobot robot, Rect box) {
        moveTo(robot, box.centerX(), box.centerY());
    }

    @Test
    void showsTheStudyAndFollowsThePlayback(FxRobot robot) throws Exception {
        show(robot, Programs.CHAPTER);
        var node = scenery().display().graph().getNode("n0");
        robot.interact(() -> session.playback().seek(0));
        painted();
        assertThat(node.hasAttribute("adjoint")).isFalse();
        robot.interact(() -> session.playback().seek(7));
        painted();
        assertThat(node.getAttribute("adjoint")).isEqualTo("[2, 4, 6, 8]");
        robot.interact(() -> session.playback().forward());
        painted();
        assertThat(node.getAttribute("adjoint")).isEqualTo("[4, 8, 12, 16]");
        assertThat(colours(robot)).hasSizeGreaterThan(30);
    }

    @Test
    void theWholeGraphIsInView(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        Rect picture = scenery().placement().bounds().grown(-Camera.SPARE);
        Rect whole = canvas.view().outside(picture);
        assertThat(whole.x()).isGreaterThanOrEqualTo(0);
        assertThat(whole.right()).isLessThanOrEqualTo(canvas.getWidth());
    }

    @Test
    void pointingAtACardTellsTheSession(FxRobot robot) throws Exception {
        show(robot, Programs.CHAPTER);
        moveTo(robot, card("n0"));
        assertThat(session.pointed().get()).isSameAs(session.study().get().graph().nodes().get(0));
        moveTo(robot, 5, 5);
        assertThat(session.pointed().get()).isNull();
    }

    @Test
    void theWheelZoomsAboutThePointer(FxRobot robot) throws Exception {
        show(robot, Programs.CHAPTER);
        Rect before = card("n2");
        moveTo(robot, before);
        robot.scroll(2, javafx.geometry.VerticalDirection.UP);
        Rect after = card("n2");
        assertThat(after.width()).isNotCloseTo(before.width(), within(1.0));
        assertThat(after.centerX()).isCloseTo(before.centerX(), within(1.5));
        assertThat(after.centerY()).isCloseTo(before.centerY(), within(1.5));
    }

    @Test
    void draggingMovesThePicture(FxRobot robot) throws Exception {
        show(robot, Programs.CHAPTER);
        Rect before = card("n2");
        drag(robot, 400, 60, 60, 40);
        Rect after = card("n2");
        assertThat(after.x() - before.x()).isCloseTo(60, within(2.0));
        assertThat(after.y() - before.y()).isCloseTo(40, within(2.0));
    }

    @Test
    void buttonsZoomAndFit(FxRobot robot) throws Exception {
        show(robot, Programs.CHAPTER);
        double fitted = canvas.view().scale();
        robot.clickOn("#zoom-in");
        settle();
        assertThat(canvas.view().scale()).isCloseTo(1.25 * fitted, within(1e-6));
        robot.clickOn("#zoom-actual");
        settle();
        assertThat(canvas.view().scale()).isCloseTo(1, within(1e-6));
        robot.type(KeyCode.TAB);
        robot.clickOn("#zoom-fit");
        settle();
        assertThat(canvas.view().scale()).isCloseTo(fitted, within(1e-6));
    }

    @Test
    void theHandThatPansEndsTheFollowingUntilItIsAskedForAgain(FxRobot robot) throws Exception {
        show(robot, Programs.loop(30));
        robot.interact(() -> session.playback().seek(1));
        drag(robot, 430, 500, 400, -20);
        assertThat(session.settings().follow().get()).isFalse();
        Viewpoint left = canvas.view();
        robot.interact(() -> session.playback().last());
        settle();
        assertThat(canvas.view()).isEqualTo(left);
        robot.clickOn("#follow");
        settle();
        assertThat(session.settings().follow().get()).isTrue();
        assertThat(canvas.view()).isNotEqualTo(left);
    }

    @Test
    void theMinimapGoesWhereItIsPressedAndItsFrameCanBeDragged(FxRobot robot) throws Exception {
        show(robot, Programs.loop(30));
        Viewpoint before = canvas.view();
        var map = robot.lookup("#minimap").query();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, map::isVisible);
        robot.moveTo(map.localToScreen(80, 42)).press(MouseButton.PRIMARY);
        Viewpoint pressed = canvas.view();
        assertThat(pressed).isNotEqualTo(before);
        robot.moveBy(20, 0).release(MouseButton.PRIMARY);
        assertThat(canvas.view().x()).isLessThan(pressed.x());
        robot.interact(() -> session.settings().minimap().set(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(map.isVisible()).isFalse();
    }

    private void drag(FxRobot robot, double x, double y, double dx, double dy) {
        robot.moveTo(canvas.localToScreen(x, y)).press(MouseButton.PRIMARY).moveBy(dx, dy);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void foldsALoopAndOpensItAgain(FxRobot robot) throws Exception {
        show(robot, Programs.loop(6));
        int open = scenery().placement().visible().cards().size();
        robot.clickOn("#zoom-fold");
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> scenery().placement().visible().cards().size() < open);
        robot.clickOn("#zoom-fold");
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> scenery().placement().visible().cards().size() == open);
    }

    @Test
    void aLongLayoutCanBeEndedAndWhatIsThereStays(FxRobot robot) throws Exception {
        show(robot, tangle(60, 40));
        robot.interact(() -> canvas.refold(_ -> Folding.NONE));
        var cancel = robot.lookup("#layout-cancel").queryButton();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> cancel.getParent().isVisible());
        assertThat(robot.lookup("#layout-sentence").queryLabeled().getText())
                .matches("Arranging 5,\\d{3} cards …");
        robot.interact(cancel::fire);
        assertThat(canvas.isLayingOut()).isFalse();
        Scenery before = scenery();
        assertThat(robot.lookup("#layout-sentence").queryLabeled().getText())
                .startsWith("Stopped. The ");
        assertThat(cancel.isVisible()).isFalse();
        painted();
        assertThat(scenery()).isSameAs(before);
    }

    /// A program whose values cross on their way in many ways.
    private static String tangle(int width, int layers) {
        var text = new StringBuilder("using Zygote\nfunction f(x)\n");
        for (int i = 0; i < width; i++) {
            text.append("v0_%d = x * %d.5%n".formatted(i, i));
        }
        for (int layer = 1; layer <= layers; layer++) {
            for (int i = 0; i < width; i++) {
                int other = (7 * i + 5 * layer) % width;
                text.append(
                        "v%d_%d = sin(v%d_%d) * v%d_%d%n"
                                .formatted(layer, i, layer - 1, i, layer - 1, other));
            }
        }
        text.append("v%d_0".formatted(layers));
        for (int i = 1; i < width; i++) {
            text.append(" + v%d_%d".formatted(layers, i));
        }
        return text.append("\nend\ngradient(f, 0.3)\n").toString();
    }

    @Test
    void changesItsColours(FxRobot robot) throws Exception {
        show(robot, Programs.CHAPTER);
        robot.interact(() -> session.dark().set(true));
        painted();
        assertThat(colours(robot)).contains(0xff0f141a).doesNotContain(0xfffbfcfd);
    }

    @Test
    void saysInWordsWhatItShows(FxRobot robot) throws Exception {
        show(robot, Programs.CHAPTER);
        robot.interact(() -> session.playback().seek(8));
        assertThat(canvas.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT))
                .asString()
                .contains("2 operations", "adjoint [4, 8, 12, 16]");
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private HashSet<Integer> colours(FxRobot robot) {
        var colours = new HashSet<Integer>();
        robot.interact(() -> {
            var image = canvas.snapshot(null, null);
            var pixels = image.getPixelReader();
            for (int y = 0; y < image.getHeight(); y += 2) {
                for (int x = 0; x < image.getWidth(); x += 2) {
                    colours.add(pixels.getArgb(x, y));
                }
            }
        });
        return colours;
    }
}
