package wengert.app;

import java.util.ArrayList;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// The program, the graph and the list side by side. The outer ones can be put away; until the user moves a divider,
/// each gets its part of the width, and after that keeps the width it was given.
final class Columns extends SplitPane {

    private final Node left;
    private final Node middle;
    private final Node right;
    private final DoubleProperty leftWidth = new SimpleDoubleProperty(this, "leftWidth");
    private final DoubleProperty rightWidth = new SimpleDoubleProperty(this, "rightWidth");
    private boolean dragging;

    Columns(Node left, Node middle, Node right) {
        super(left, middle, right);
        this.left = left;
        this.middle = middle;
        this.right = right;
        setId("columns");
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> dragging = isOnDivider(event));
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> noteWidths());
        widthProperty().subscribe(this::share);
    }

    /// How wide the user made the left column; 0 where they did not.
    DoubleProperty leftWidth() {
        return leftWidth;
    }

    DoubleProperty rightWidth() {
        return rightWidth;
    }

    void show(boolean showLeft, boolean showRight) {
        var shown = new ArrayList<Node>();
        if (showLeft) {
            shown.add(left);
        }
        shown.add(middle);
        if (showRight) {
            shown.add(right);
        }
        if (!shown.equals(getItems())) {
            getItems().setAll(shown);
            share();
        }
    }

    private void share() {
        double width = getWidth();
        if (width <= 0 || dragging) {
            return;
        }
        double forLeft =
                leftWidth.get() > 0
                        ? Math.min(leftWidth.get(), 0.45 * width)
                        : Math.clamp(0.245 * width, 240, 460);
        double forRight =
                rightWidth.get() > 0
                        ? Math.min(rightWidth.get(), 0.45 * width)
                        : Math.clamp(0.258 * width, 300, 520);
        int divider = 0;
        if (getItems().contains(left)) {
            setDividerPosition(divider++, forLeft / width);
        }
        if (getItems().contains(right)) {
            setDividerPosition(divider, 1 - forRight / width);
        }
    }

    private boolean isOnDivider(MouseEvent event) {
        return event.getTarget() instanceof Node node
                && node.getStyleClass().contains("split-pane-divider");
    }

    private void noteWidths() {
        if (!dragging) {
            return;
        }
        dragging = false;
        if (getItems().contains(left)) {
            leftWidth.set(left.getLayoutBounds().getWidth());
        }
        if (getItems().contains(right)) {
            rightWidth.set(right.getLayoutBounds().getWidth());
        }
    }
}
