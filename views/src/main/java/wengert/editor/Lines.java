package wengert.editor;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import wengert.drawing.Face;
import wengert.theme.Signs;

/// A few lines about something in the program, one below the other.
final class Lines extends VBox {

    private final double widest;

    Lines(double widest) {
        this.widest = widest;
        getStyleClass().add("about");
    }

    void show(List<Line> lines) {
        getChildren().setAll(lines.stream().map(this::label).toList());
    }

    private Label label(Line line) {
        var label = new Label();
        label.getStyleClass().addAll("about-line", line.styleClass());
        label.setMaxWidth(widest);
        boolean words = line.styleClass().equals("plain") || line.styleClass().equals("wrong");
        if (words) {
            label.setText(line.text()); // sentences wrap, and their signs are few
            label.setWrapText(true);
        } else {
            Signs.put(label, line.text(), Face.MONO);
        }
        return label;
    }
}
