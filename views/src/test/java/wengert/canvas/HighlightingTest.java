package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.views.Patience.waitFor;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.NodeCard;
import wengert.layout.Rect;
import wengert.story.Programs;
import wengert.trace.Group;
import wengert.trace.Node;

/// What a focus, the pointer or a search leaves in the light.
class HighlightingTest extends OnStage {

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
    void aFindInAnotherTurnOfALoopBringsThatTurn(FxRobot robot) throws Exception {
        show(robot, Programs.loop(6));
        Group loop =
                placement().visible().openGroups().stream()
                        .filter(group -> group.kind() == Group.Kind.LOOP)
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> canvas.turn(loop, 1));
        waitFor(() -> placement().visible().shownTurn(loop) == 1);
        Node last = placement().visible().graph().output();
        robot.interact(() -> {
            session.attention().search().text().set("result");
            session.attention().search().next();
        });
        waitFor(() -> placement().visible().shownTurn(loop) == 6);
        waitFor(() -> canvas.cursor().card().get() instanceof NodeCard card && card.node() == last);
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
}
