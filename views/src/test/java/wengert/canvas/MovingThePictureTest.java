package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import wengert.story.Programs;
import wengert.views.Hand;

/// The picture is moved and zoomed by keys, fingers and the mouse, and there is a way back.
class MovingThePictureTest extends OnStage {

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
        robot.interact(() -> canvas.fireEvent(Hand.pressed(MouseButton.BACK)));
        assertThat(canvas.view()).isEqualTo(fitted);
        robot.interact(() -> canvas.fireEvent(Hand.pressed(MouseButton.FORWARD)));
        assertThat(canvas.view()).isEqualTo(actual);
    }

    @Test
    void fingersPanAndPinch(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        Viewpoint before = canvas.view();
        robot.interact(() -> canvas.fireEvent(Hand.scrolled(13.5, -7.25)));
        assertThat(canvas.view().x() - before.x()).isCloseTo(13.5, within(1e-9));
        assertThat(canvas.view().y() - before.y()).isCloseTo(-7.25, within(1e-9));
        robot.interact(() -> canvas.fireEvent(Hand.pinched(1.5)));
        assertThat(canvas.view().scale()).isCloseTo(1.5 * before.scale(), within(1e-9));
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
}
