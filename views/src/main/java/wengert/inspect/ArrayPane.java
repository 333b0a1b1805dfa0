package wengert.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.notation.Notation.Role;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.Working;
import wengert.sweep.Step;
import wengert.theme.Signs;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// A node's arrays: its value, its adjoint or tangent, and number by number how one of its shares, or what an argument adds
/// to its tangent, comes about. Whatever is pointed at here lights up in the other panels.
public final class ArrayPane extends ScrollPane {

    private static final int MOST_CHOICES = 8;

    private final Session session;
    private final ObservableValue<Boolean> shown;
    private final VBox content = new VBox();
    private int slot = -1;
    private @Nullable Node node;

    /// @param shown whether the pane is looked at
    public ArrayPane(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        getStyleClass().add("arrays");
        content.getStyleClass().add("details-content");
        content.setMinWidth(0); // what is wider scrolls by itself
        setContent(content);
        setFitToWidth(true);
        setFocusTraversable(false);
        session.frame().addListener(_ -> show());
        session.pointed().addListener(_ -> turn());
        session.attention().focused().addListener(_ -> turn());
        shown.addListener(_ -> show());
        session.dark().addListener(_ -> show());
        show();
    }

    /// Another node, unless it is pointed at in this pane, which should not run away from the hand.
    private void turn() {
        Frame frame = session.frame().get();
        if (!isHover() && frame != null && interest(frame) != node) {
            show();
        }
    }

    /// The node pointed at in another pane, or the one the keyboard is at, or the one at work.
    private @Nullable Node interest(Frame frame) {
        Graph graph = frame.graph();
        Node pointed = isHover() ? null : session.pointed().get();
        Node focused = session.attention().focused().get();
        if (pointed != null && graph.holds(pointed)) {
            return pointed;
        }
        return focused != null && graph.holds(focused) ? focused : frame.atWork();
    }

    private void show() {
        if (!shown.getValue()) {
            return;
        }
        content.getChildren().clear();
        Frame frame = session.frame().get();
        Node now = frame == null ? null : interest(frame);
        if (frame == null || now == null || !frame.graph().holds(now)) {
            node = null;
            return;
        }
        if (now != node) {
            node = now;
            slot = -1;
        }
        String name = frame.graph().label(now);
        title(now.op() == null ? name : name + " = " + frame.formulas().definitionText(now));
        Digits digits = frame.story().digits();
        boolean forward = frame.story().isForward();
        var own = new FlowPane();
        own.getStyleClass().add("array-line");
        array("value", frame.value(now), digits, Role.VALUE, now).addTo(own);
        ArrayView derivative =
                forward
                        ? array("tangent", frame.tangent(now), digits, Role.TANGENT, now)
                        : array("adjoint", frame.adjoint(now), digits, Role.ADJOINT, now);
        derivative.addTo(own);
        content.getChildren().add(own);
        if (now.op() != null) {
            edges(frame, now);
        }
    }

    private void title(String text) {
        var title = new Label();
        Signs.put(title, text, Face.MONO);
        title.getStyleClass().add("array-title");
        content.getChildren().add(title);
    }

    private ArrayView array(
            String what, @Nullable Value value, Digits digits, Role role, Node about) {
        return value == null
                ? new ArrayView(session, what, ": not yet", about)
                : new ArrayView(
                        session, what, value, role, digits, about, ArrayView.Stands.AS_READ);
    }

    /// What goes over one of the edges to the arguments, that the user can choose.
    private void edges(Frame frame, Node now) {
        boolean forward = frame.story().isForward();
        List<Graph.Edge> offered = offered(frame, now);
        if (offered.isEmpty()) {
            content.getChildren()
                    .add(
                            ArrayView.caption(
                                    forward
                                            ? "no argument moves in this direction"
                                            : "it hands nothing back"));
            return;
        }
        Graph.Edge chosen = chosen(frame, offered);
        content.getChildren().add(choice(frame, offered, chosen));
        Working working = working(frame, chosen);
        if (working != null) {
            new WorkingView(session, frame, chosen, working).addTo(content);
        } else {
            content.getChildren()
                    .add(
                            ArrayView.caption(
                                    (forward ? "the tangent of " : "the share to ")
                                            + frame.graph().label(chosen.argument())
                                            + ": not yet"));
        }
        new JacobianView(session, frame, chosen).addTo(content);
    }

    private static List<Graph.Edge> offered(Frame frame, Node now) {
        boolean forward = frame.story().isForward();
        var offered = new ArrayList<Graph.Edge>();
        for (int k = 0; k < now.arguments().size(); k++) {
            var edge = new Graph.Edge(now, k);
            if (forward ? frame.moves(edge.argument()) : frame.passes(edge)) {
                offered.add(edge);
            }
        }
        return offered;
    }

    private FlowPane choice(Frame frame, List<Graph.Edge> offered, Graph.Edge chosen) {
        var edges = new ToggleGroup();
        var choice = new FlowPane(4, 4);
        String what = frame.story().isForward() ? "moved by" : "share to";
        choice.getChildren().add(ArrayView.caption(what));
        for (Graph.Edge edge : offered.subList(0, Math.min(MOST_CHOICES, offered.size()))) {
            var button = new ToggleButton();
            Signs.put(button, frame.graph().label(edge.argument()) + place(edge), Face.SANS);
            button.setToggleGroup(edges);
            button.setFocusTraversable(false);
            button.setSelected(edge.equals(chosen));
            button.setOnMouseEntered(_ -> session.pointed().set(edge.argument()));
            button.setOnMouseExited(_ -> session.pointed().set(null));
            button.setOnAction(_ -> {
                slot = edge.slot();
                show();
            });
            choice.getChildren().add(button);
        }
        return choice;
    }

    /// Which of the places, where an argument stands in several.
    private static String place(Graph.Edge edge) {
        long places = edge.node().arguments().stream().filter(a -> a == edge.argument()).count();
        return places > 1 ? " in place " + (edge.slot() + 1) : "";
    }

    private Graph.Edge chosen(Frame frame, List<Graph.Edge> offered) {
        Graph.Edge atWork = frame.edgeAtWork();
        return offered.stream()
                .filter(edge -> slot >= 0 ? edge.slot() == slot : edge.equals(atWork))
                .findFirst()
                .orElse(offered.getFirst());
    }

    /// How the share, or the part of the tangent, comes about; null while it is not known.
    private static @Nullable Working working(Frame frame, Graph.Edge edge) {
        if (frame.story().isForward()) {
            Value tangent = frame.tangent(edge.argument());
            return tangent == null || frame.tangent(edge.node()) == null
                    ? null
                    : Working.forward(frame.formulas(), edge, tangent);
        }
        Step.Share step = frame.story().share(edge);
        return step == null || !frame.passed(edge)
                ? null
                : Working.back(frame.formulas(), edge, step.adjoint());
    }
}
