package wengert.inspect;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import wengert.theme.MatrixGrid;

/// An array that may be wider than the pane: then it has a place of its own, in which it is pushed sideways.
final class WideArray {

    /// The least that the pane is wide inside.
    private static final double NARROWEST = 300;

    private WideArray() {}

    static Node of(MatrixGrid array) {
        if (array.estimatedWidth() <= NARROWEST) {
            return array; // a place that scrolls takes more room than it needs
        }
        var place = new ScrollPane(array);
        place.getStyleClass().add("wide-array");
        place.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        place.setFocusTraversable(false);
        place.setMinWidth(0);
        return place;
    }
}
