package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import wengert.display.VisibleGraph.Card;
import wengert.layout.Rect;
import wengert.story.Programs;
import wengert.views.Hand;

/// Cards are selected, and gone to one after the other, by mouse and by keyboard.
class SelectingTest extends OnStage {

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

    private void withShift(EventType<MouseEvent> type, double x, double y) {
        canvas.fireEvent(Hand.withShift(type, x, y));
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
        var seen = new HashSet<Card>();
        for (int k = 0; k < count; k++) {
            push(robot, KeyCode.DOWN);
            seen.add(canvas.cursor().card().get());
        }
        assertThat(seen).hasSize(count);
        push(robot, KeyCode.UP);
        assertThat(canvas.cursor().card().get().index()).isEqualTo(count - 2);
    }
}
