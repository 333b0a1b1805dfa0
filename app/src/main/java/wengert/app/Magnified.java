package wengert.app;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Something shown larger than it is, type and lines and all; it fills the width.
final class Magnified extends Region {

    private final Region content;
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1);

    Magnified(Region content) {
        this.content = content;
        var scale = new Scale();
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        content.getTransforms().add(scale);
        getChildren().setAll(content);
        factor.subscribe(this::requestLayout);
    }

    DoubleProperty factor() {
        return factor;
    }

    @Override
    protected double computePrefHeight(double width) {
        return factor.get() * content.prefHeight(width < 0 ? -1 : width / factor.get());
    }

    @Override
    protected double computeMinHeight(double width) {
        return factor.get() * content.minHeight(width < 0 ? -1 : width / factor.get());
    }

    @Override
    protected double computePrefWidth(double height) {
        return factor.get() * content.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }
}
