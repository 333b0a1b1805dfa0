package wengert.theme;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import wengert.drawing.Face;

/// Text with the signs of mathematics, each from a font that has it.
///
/// JavaFX looks for missing signs in the system's fonts, which differ from machine to machine, may lack
/// them too, and are sometimes mixed up (`Aᵀ` came out as `A⇕`). The fonts that come with the program have
/// them all.
public final class Signs {

    private Signs() {}

    /// Puts a text into a label or cell whose font is `face`.
    public static void put(Labeled labeled, String text, Face face) {
        List<String> runs = runs(text, face);
        if (runs.size() <= 1 && isComplete(text, face)) {
            labeled.setText(text);
            labeled.setGraphic(null);
            return;
        }
        var line = new HBox();
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        for (String run : runs) {
            boolean ours = isComplete(run, face);
            var part = new Text(run);
            part.fillProperty().bind(labeled.textFillProperty());
            part.fontProperty().bind(labeled.fontProperty().map(font -> ours ? font : other(font)));
            line.getChildren().add(part);
        }
        labeled.setText(null);
        labeled.setGraphic(line);
    }

    /// The same as pieces for a text flow, with a style class of their own each.
    public static List<Text> texts(String text, Face face, String styleClass) {
        return runs(text, face).stream()
                .map(run -> {
                    var part = new Text(run);
                    part.getStyleClass().add(styleClass);
                    if (!isComplete(run, face)) {
                        part.getStyleClass().add("other-signs");
                    }
                    return part;
                })
                .toList();
    }

    /// The text cut where the font has to change.
    static List<String> runs(String text, Face face) {
        var runs = new ArrayList<String>();
        int start = 0;
        boolean has = true;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            boolean isMark = Character.getType(sign) == Character.NON_SPACING_MARK;
            boolean hasThis = isMark ? has : face.font().glyph(sign) != 0;
            if (hasThis != has && i > start) {
                runs.add(text.substring(start, i));
                start = i;
            }
            has = hasThis;
        }
        if (start < text.length()) {
            runs.add(text.substring(start));
        }
        return runs;
    }

    private static boolean isComplete(String text, Face face) {
        return text.codePoints()
                .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
                .allMatch(sign -> face.font().glyph(sign) != 0);
    }

    private static Font other(Font font) {
        return Font.font(Face.SIGNS.family(), font.getSize());
    }
}
