package wengert.tape;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.trace.Node;

/// What the node of interest gathers and passes on, and how far the gradient has come. A line that is pointed at points at
/// its node everywhere else, while the pane goes on about the one that it is about.
public final class SharesPane extends ScrollPane {

    // held here because what it watches holds it only weakly
    private final ObjectBinding<@Nullable Node> interest;

    private final Pointing pointing;

    public SharesPane(Session session) {
        pointing = new Pointing(session.pointed());
        interest =
                Bindings.createObjectBinding(
                        () -> interest(session), session.pointed(), session.frame());
        var details =
                new VBox(
                        new Shares(session.frame(), interest, pointing),
                        new GradientSoFar(session.frame(), pointing));
        details.getStyleClass().add("details");
        setContent(details);
        setFitToWidth(true);
        setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
    }

    /// The node to talk about: the one pointed at, else the one at work.
    private @Nullable Node interest(Session session) {
        Frame frame = session.frame().get();
        Node pointed = pointing.isOurs() ? null : session.pointed().get();
        if (frame == null) {
            return null;
        }
        return pointed != null && frame.graph().holds(pointed) ? pointed : frame.atWork();
    }
}
