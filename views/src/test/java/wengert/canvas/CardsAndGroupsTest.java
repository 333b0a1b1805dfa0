package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static wengert.views.Patience.waitFor;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import wengert.layout.Rect;
import wengert.story.Programs;
import wengert.trace.Node;

/// What is asked of a card, and what becomes of the cards: folded, grouped, drawn again, put elsewhere.
class CardsAndGroupsTest extends OnStage {

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
                        .filter(Objects::nonNull)
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

    // groups and loops

    @Test
    void enterFoldsTheGroupAroundACardAndUnfoldsIt(FxRobot robot) throws Exception {
        show(robot, Programs.loop(4));
        int open = placement().visible().cards().size();
        focusInsideTheLoop(robot);
        push(robot, KeyCode.ENTER);
        waitFor(() -> placement().visible().cards().size() < open);
        push(robot, KeyCode.ENTER);
        waitFor(() -> placement().visible().cards().size() == open);
    }

    @Test
    void groupsWhatIsSelectedAndUndoesTheGroup(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        robot.interact(
                () -> session.attention().select(List.of(node("v₁"), node("v₂"), node("v₃"))));
        int before = placement().visible().cards().size();
        push(robot, KeyCode.G);
        waitFor(() -> placement().visible().cards().size() == before - 2);
        robot.interact(() -> session.attention().select(List.of()));
        robot.interact(() -> session.attention().focused().set(node("v₃")));
        push(robot, KeyCode.SHIFT, KeyCode.G);
        waitFor(() -> placement().visible().cards().size() == before);
    }

    @Test
    void aLoopShowsOneTurnAfterTheOther(FxRobot robot) throws Exception {
        show(robot, Programs.loop(6));
        focusInsideTheLoop(robot);
        int all = placement().visible().cards().size();
        robot.write(".", 0);
        waitFor(() -> shownTurn() == 1);
        robot.write(".", 0);
        waitFor(() -> shownTurn() == 2);
        robot.write(",", 0);
        waitFor(() -> shownTurn() == 1);
        push(robot, KeyCode.SHIFT, KeyCode.X);
        waitFor(() -> placement().visible().cards().size() == all);
    }

    private void focusInsideTheLoop(FxRobot robot) {
        Node inLoop =
                placement().visible().graph().nodes().stream()
                        .filter(n -> n.group().parent() != null && n.arguments().size() > 1)
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> session.attention().focused().set(inLoop));
    }

    private int shownTurn() {
        return placement().visible().folding().turns().values().stream().findFirst().orElse(0);
    }

    // leaves and places

    @Test
    void aLeafIsDrawnOnceOrAtEachUse(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        click(robot, "x₁");
        push(robot, KeyCode.O);
        waitFor(() -> placement().visible().cards(node("x₁")).size() == 2);
        push(robot, KeyCode.O);
        waitFor(() -> placement().visible().cards(node("x₁")).size() == 1);
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
        waitFor(() -> placement().visible().cards(node("x₁")).size() == 2);
        assertThat(placement().card(placement().visible().cards(node("v₄")).getFirst()))
                .isEqualTo(placed);
        push(robot, KeyCode.O);
        waitFor(() -> placement().visible().cards(node("x₁")).size() == 1);
        push(robot, KeyCode.T);
        assertThat(placement().card(placement().visible().cards(node("v₄")).getFirst()))
                .isNotEqualTo(placed);
        assertThat(canvas.can(GraphCommand.TIDY)).isFalse();
    }
}
