package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import wengert.story.Programs;

/// What a screen reader is told.
class VoicesTest extends OnStage {

    private Node item(AccessibleAttribute attribute, Object... parameters) {
        Object item = canvas.queryAccessibleAttribute(attribute, parameters);
        assertThat(item).isInstanceOf(Node.class);
        return (Node) item;
    }

    private static String text(Node item) {
        return String.valueOf(item.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    @Test
    void theGraphIsAListOfCardsThatAnnounceThemselves(FxRobot robot) throws Exception {
        show(robot, Programs.CLASSIC);
        assertThat(canvas.getAccessibleRole()).isEqualTo(AccessibleRole.LIST_VIEW);
        robot.interact(() -> {
            session.playback().seek(7);
            assertThat(canvas.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT))
                    .isEqualTo(canvas.placement().visible().cards().size());
            assertThat(canvas.queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, 999))
                    .isNull();
            Node first = item(AccessibleAttribute.ITEM_AT_INDEX, 0);
            assertThat(first.getAccessibleRole()).isEqualTo(AccessibleRole.LIST_ITEM);
            assertThat(text(first)).startsWith("input x");
            assertThat(canvas.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)).isNull();
        });

        // the keyboard comes to v₃, which says what it is; and says more when its adjoint has
        // arrived
        robot.interact(() -> {
            canvas.requestFocus();
            var nodes = session.study().get().graph().nodes();
            session.attention().focused().set(nodes.get(nodes.size() - 1));
        });
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Node here = item(AccessibleAttribute.FOCUS_ITEM);
            assertThat(text(here))
                    .isEqualTo(
                            "v₃ = v₁ + v₂. arguments v₁ = 0.6931, v₂ = 10.0. value 10.69. adjoint"
                                    + " not yet known.");
            session.playback().last();
            assertThat(text(item(AccessibleAttribute.FOCUS_ITEM)))
                    .endsWith("value 10.69. adjoint 1.0.");
            assertThat(here.queryAccessibleAttribute(AccessibleAttribute.SELECTED))
                    .isEqualTo(false);
            session.attention().select(session.study().get().graph().nodes());
            assertThat(here.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
        });

        // the reader goes somewhere by itself
        robot.interact(() ->
                item(AccessibleAttribute.ITEM_AT_INDEX, 1)
                        .executeAccessibleAction(AccessibleAction.REQUEST_FOCUS));
        assertThat(canvas.cursor().card().get().index()).isEqualTo(1);
    }
}
