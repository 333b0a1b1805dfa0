package wengert.tape;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.trace.Node;

/// The Wengert list, and what the node of interest gathers and passes on.
public final class TapePane extends VBox {

    // held here because what it watches holds it only weakly
    private final ObjectBinding<@Nullable Node> interest;

    public TapePane(Session session) {
        getStyleClass().add("tape");
        var title = new Label("WENGERT LIST");
        title.getStyleClass().add("panel-title");
        var table = new TapeTable(session);
        interest =
                Bindings.createObjectBinding(
                        () -> interest(session), session.pointed(), session.frame());
        var details =
                new VBox(new Shares(session.frame(), interest), new GradientSoFar(session.frame()));
        details.getStyleClass().add("details");
        var scroll = new ScrollPane(details);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        table.maxHeightProperty().bind(heightProperty().multiply(0.5));
        getChildren().addAll(title, table, scroll);
        visibleProperty().bind(session.frame().isNotNull());
    }

    /// The node to talk about: the one pointed at, else the one at work.
    private static @Nullable Node interest(Session session) {
        Frame frame = session.frame().get();
        Node pointed = session.pointed().get();
        if (frame == null) {
            return null;
        }
        return pointed != null && belongs(pointed, frame) ? pointed : frame.atWork();
    }

    private static boolean belongs(Node node, Frame frame) {
        var nodes = frame.graph().nodes();
        return node.index() < nodes.size() && nodes.get(node.index()) == node;
    }
}
