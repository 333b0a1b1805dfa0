package wengert.canvas;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import wengert.layout.Arrangement;
import wengert.layout.Flow;

/// The buttons below the graph: smaller, the scale (press for actual size), larger, fit, follow, which way and by what
/// rule it is laid out, fold.
final class ZoomBar extends HBox {

    private final Button scale = button("100%", "Actual size", "zoom-actual");
    private final Button fold =
            button("fold", "Fold calls and loops to one card each", "zoom-fold");

    /// @param follow whether the node at work is kept in view
    /// @param arrangement how the graph is laid out
    ZoomBar(GraphCanvas graph, BooleanProperty follow, ObservableValue<Arrangement> arrangement) {
        getStyleClass().add("graph-bar");
        Button minus = button("−", "Zoom out (−)", "zoom-out");
        Button plus = button("+", "Zoom in (+)", "zoom-in");
        Button whole = button("fit", "The whole graph (F)", "zoom-fit");
        minus.setOnAction(_ -> graph.zoomOut());
        scale.setOnAction(_ -> graph.actualSize());
        plus.setOnAction(_ -> graph.zoomIn());
        whole.setOnAction(_ -> graph.fit());
        fold.setOnAction(_ -> graph.foldAll());
        var turn = button("→", "From the top down, or from left to right (R)", "flow");
        var rule = button("layers", "By force, or in layers (Shift+R)", "arrangement");
        turn.setOnAction(_ -> graph.perform(GraphCommand.TOP_DOWN));
        rule.setOnAction(_ -> graph.perform(GraphCommand.BY_FORCE));
        arrangement.subscribe(now -> {
            turn.setText(now.flow() == Flow.RIGHT ? "→" : "↓");
            rule.setText(now.style() == Arrangement.Style.LAYERED ? "layers" : "force");
            turn.setDisable(now.style() == Arrangement.Style.FORCE);
        });
        getChildren().setAll(minus, scale, plus, whole, followButton(follow), turn, rule, fold);
        setFolds(false, false);
    }

    private static ToggleButton followButton(BooleanProperty follow) {
        var button = new ToggleButton("follow");
        dress(button, "Keep the node at work in view (L)", "follow");
        button.selectedProperty().bindBidirectional(follow);
        return button;
    }

    private static Button button(String text, String help, String id) {
        var button = new Button(text);
        dress(button, help, id);
        return button;
    }

    private static void dress(ButtonBase button, String help, String id) {
        button.setId(id);
        button.getStyleClass().setAll("graph-button");
        button.setFocusTraversable(true);
        button.setAccessibleText(help);
        button.setTooltip(new Tooltip(help));
    }

    void setScale(double factor) {
        scale.setText(percent(factor));
    }

    /// `75%`; of very little the first digit, since nothing is shown at `0%`.
    static String percent(double factor) {
        double percent = 100 * factor;
        return (percent >= 1
                        ? Long.toString(Math.round(percent))
                        : new BigDecimal(percent).round(new MathContext(1)).toPlainString())
                + "%";
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
