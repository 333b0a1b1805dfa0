package wengert.canvas;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The buttons below the graph: smaller, the scale (press for actual size), larger, fit, fold.
final class ZoomBar extends HBox {

    private final Button scale = button("100%", "Actual size", "zoom-actual");
    private final Button fold =
            button("fold", "Fold calls and loops to one card each", "zoom-fold");

    /// @param smaller zooms out, and so on
    ZoomBar(Runnable smaller, Runnable actual, Runnable larger, Runnable fit, Runnable folds) {
        getStyleClass().add("graph-bar");
        Button minus = button("−", "Zoom out (−)", "zoom-out");
        Button plus = button("+", "Zoom in (+)", "zoom-in");
        Button whole = button("fit", "The whole graph (F)", "zoom-fit");
        minus.setOnAction(_ -> smaller.run());
        scale.setOnAction(_ -> actual.run());
        plus.setOnAction(_ -> larger.run());
        whole.setOnAction(_ -> fit.run());
        fold.setOnAction(_ -> folds.run());
        getChildren().setAll(minus, scale, plus, whole, fold);
        setFolds(false, false);
    }

    private static Button button(String text, String help, String id) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().setAll("graph-button");
        button.setFocusTraversable(true);
        button.setAccessibleText(help);
        button.setTooltip(new Tooltip(help));
        return button;
    }

    void setScale(double factor) {
        scale.setText(Math.round(100 * factor) + "%");
    }

    /// @param any whether there is anything to fold or unfold
    /// @param folded whether pressing unfolds
    void setFolds(boolean any, boolean folded) {
        show(fold, any);
        fold.setText(folded ? "expand all" : "fold");
        String help =
                folded ? "Show everything, card by card" : "Fold calls and loops to one card each";
        fold.setAccessibleText(help);
        fold.getTooltip().setText(help);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
