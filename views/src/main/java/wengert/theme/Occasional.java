package wengert.theme;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// What is only now and then to be seen. It is in the scene only then: whatever is there takes part in each change of
/// styles, seen or not.
public final class Occasional {

    private Occasional() {}

    /// Keeps a node among the children of a pane while it is visible.
    ///
    /// @param before what it comes after; null if it is the first
    public static void in(Pane pane, @Nullable Node before, Node node) {
        node.visibleProperty()
                .subscribe(visible -> {
                    if (!visible) {
                        pane.getChildren().remove(node);
                    } else if (!pane.getChildren().contains(node)) {
                        pane.getChildren().add(pane.getChildren().indexOf(before) + 1, node);
                    }
                });
    }
}
