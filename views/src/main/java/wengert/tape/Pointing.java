package wengert.tape;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import wengert.trace.Node;

/// Lines that stand for nodes: they point at them while they are pointed at, and light up with them.
final class Pointing {

    private static final String LINE = "pointable";
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final ObjectProperty<@Nullable Node> pointed;
    private boolean ours;

    Pointing(ObjectProperty<@Nullable Node> pointed) {
        this.pointed = pointed;
    }

    /// Whether what is pointed at is one of these lines.
    boolean isOurs() {
        return ours;
    }

    /// Lights up the lines anywhere in `pane` with their nodes from now on.
    void watch(Pane pane) {
        pointed.addListener(
                (_, _, node) -> pane.lookupAll("." + LINE).forEach(line -> light(line, node)));
    }

    /// Lets a line stand for a node.
    void bind(javafx.scene.Node line, Node node) {
        line.setUserData(node);
        line.getStyleClass().add(LINE);
        light(line, pointed.get());
        line.setOnMouseEntered(_ -> {
            ours = true;
            pointed.set(node);
        });
        line.setOnMouseExited(_ -> leave(node));
        // a new moment brings new lines, without the pointer having left the old ones
        line.parentProperty()
                .addListener((_, _, parent) -> {
                    if (parent == null && ours) {
                        leave(node);
                    }
                });
    }

    private void leave(Node node) {
        boolean mine = ours && pointed.get() == node;
        ours = false;
        if (mine) {
            pointed.set(null);
        }
    }

    private static void light(javafx.scene.Node line, @Nullable Node node) {
        line.pseudoClassStateChanged(POINTED, node != null && line.getUserData() == node);
    }
}
