package wengert.editor;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The number of a line, on its left. All lines in sight get theirs anew with another program, and a label costs several
/// times as much.
final class LineNumber extends Region {

    private final Text number;

    /// @param paragraph from 0
    LineNumber(int paragraph) {
        number = new Text("%2d".formatted(paragraph + 1));
        number.setTextOrigin(VPos.TOP);
        number.getStyleClass().add("line-number-text");
        getStyleClass().add("line-number");
        getChildren().add(number);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset()
                + Math.ceil(number.getLayoutBounds().getWidth())
                + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(number.getLayoutBounds().getHeight());
    }

    @Override
    protected void layoutChildren() {
        double spare = getHeight() - number.getLayoutBounds().getHeight();
        number.relocate(snappedLeftInset(), Math.floor(spare / 2));
    }
}
