package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.views.Patience.waitFor;

import java.util.Comparator;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.session.Session;
import wengert.trace.Node;

/// The graph of a program on a stage, with what a robot's hand and keyboard can do to it.
@ExtendWith(ApplicationExtension.class)
abstract class OnStage {

    Session session;
    GraphCanvas canvas;

    @BeforeEach
    void open() throws TimeoutException {
        session = new Session();
        session.settings().calm().set(true);
        FxToolkit.setupStage(stage -> {
            canvas = new GraphCanvas(session);
            stage.setScene(new Scene(canvas, 860, 560));
            // the headless robot turns its wheel relative to the screen, not to the stage
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(session::close);
    }

    void show(FxRobot robot, String program) throws Exception {
        robot.interact(() -> session.open("test.jl", program));
        waitFor(() -> canvas.placement() != null);
        robot.interact(canvas::requestFocus);
    }

    Placement placement() {
        Placement placement = canvas.placement();
        assertThat(placement).isNotNull();
        return placement;
    }

    Node node(String label) {
        var graph = placement().visible().graph();
        return graph.nodes().stream()
                .filter(n -> graph.label(n).equals(label))
                .findFirst()
                .orElseThrow();
    }

    /// Where a node's card is in the window.
    Rect box(String label) {
        Card card = placement().visible().cards(node(label)).getFirst();
        return canvas.view().outside(placement().card(card));
    }

    /// At once, where the robot would go there in two hundred steps.
    void moveTo(FxRobot robot, double x, double y) {
        robot.robotContext().getMouseRobot().move(canvas.localToScreen(x, y));
    }

    void point(FxRobot robot, String label) {
        Rect box = box(label);
        moveTo(robot, box.centerX(), box.centerY());
    }

    void click(FxRobot robot, String label) {
        point(robot, label);
        robot.clickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    String selected() {
        var graph = placement().visible().graph();
        return graph.nodes().stream()
                .filter(session.attention().selected().get()::contains)
                .map(graph::label)
                .collect(Collectors.joining(" "));
    }

    String focused() {
        Node node = session.attention().focused().get();
        return node == null ? "" : placement().visible().graph().label(node);
    }

    /// The labels of what a search or a focus leaves in the light.
    String lit() {
        var highlights = new Highlights(session.attention());
        var visible = placement().visible();
        return visible.cards().stream()
                .filter(highlights::isMeant)
                .map(VisibleGraph::shownOf)
                .distinct()
                .sorted(Comparator.comparingInt(Node::index))
                .map(visible.graph()::label)
                .collect(Collectors.joining(" "));
    }

    void push(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
