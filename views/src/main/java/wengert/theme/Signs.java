package wengert.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import wengert.drawing.Face;

/// Text with the signs of mathematics, each from a font that has it.
///
/// JavaFX looks for missing signs in the system's fonts, which differ from machine to machine, may lack
/// them too, and are sometimes mixed up (`Aᵀ` came out as `A⇕`). The fonts that come with the program have
/// them all.
public final class Signs {

    /// An array, or a word with a number that is negative or has letters behind it, if it is short enough for any line.
    private static final Pattern KEPT =
            Pattern.compile(
                    "(?<!\\S)(\\[[^\\[\\]]{2,28}][.,:;)]?|(?=\\S*(−\\d|\\.\\d+\\p{L}))\\S{2,24})(?!\\S)");

    private static final Pattern MARKED = Pattern.compile("\\P{Mn}\\p{Mn}+");

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

    /// Puts a text into a flow whose font is `face`: it breaks into lines where it has to.
    public static void put(TextFlow flow, String text, Face face) {
        flow.getChildren().setAll(texts(text, face, "signs"));
    }

    /// The same as pieces for a text flow, with a style class of their own each.
    ///
    /// JavaFX would break a line after the point of `−0.5`, for it does not know that sign as one of numbers, and before the
    /// letters of `10.0im`. What has such a number is therefore put into the flow whole.
    public static List<Node> texts(String text, Face face, String styleClass) {
        var nodes = new ArrayList<Node>();
        for (String piece : pieces(text)) {
            List<Text> parts = parts(piece, face, styleClass);
            if (KEPT.matcher(piece).matches()) {
                var whole = new TextFlow();
                whole.getChildren().setAll(parts);
                whole.setMinWidth(Region.USE_PREF_SIZE);
                nodes.add(whole);
            } else {
                nodes.addAll(parts);
            }
        }
        return nodes;
    }

    /// The text cut before and after each array and each word that is kept whole.
    static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int start = 0;
        Matcher word = KEPT.matcher(text);
        while (word.find()) {
            if (word.start() > start) {
                pieces.add(text.substring(start, word.start()));
            }
            pieces.add(word.group());
            start = word.end();
        }
        if (start < text.length()) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }

    private static List<Text> parts(String text, Face face, String styleClass) {
        return runs(text, face).stream()
                .flatMap(run -> unmarked(run).stream())
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

    /// The text cut before and after each letter with a mark, such as `v̄`. JavaFX takes all that follows one for a script
    /// that it has to shape as a whole, and where such a text breaks into lines, some of it is on both.
    static List<String> unmarked(String text) {
        return Arrays.stream(MARKED.splitWithDelimiters(text, 0))
                .filter(part -> !part.isEmpty())
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
