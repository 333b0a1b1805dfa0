package wengert.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wengert.drawing.Colour;
import wengert.drawing.Drawing;
import wengert.drawing.Mark;

/// Writes what is painted in two themes once, with a variable of the style sheet for each pair of colours.
final class Twofold {

    private record Pair(Colour light, Colour dark) {}

    private final Map<Pair, Integer> pairs = new LinkedHashMap<>();

    /// @param light the same things as `dark`, in other colours
    String svg(SvgFonts fonts, List<Mark> light, List<Mark> dark) {
        var noting = new Noting();
        Drawing.paint(dark, noting);
        var writing = new Writing(fonts, noting.colours);
        Drawing.paint(light, writing);
        return writing.content().replace(">\n", ">");
    }

    /// The variables with their values in the light theme.
    String light() {
        var text = new StringBuilder();
        pairs.forEach((pair, number) -> text.append(variable(number, pair.light())));
        return text.toString();
    }

    String dark() {
        var text = new StringBuilder();
        pairs.forEach((pair, number) -> text.append(variable(number, pair.dark())));
        return text.toString();
    }

    private static String variable(int number, Colour colour) {
        String value =
                colour.opacity() == 1
                        ? colour.hex()
                        : "rgb(%d %d %d/%s)"
                                .formatted(
                                        colour.red(),
                                        colour.green(),
                                        colour.blue(),
                                        SvgSurface.number(colour.opacity()));
        return "--c" + number + ":" + value + ";";
    }

    /// Notes the colours in the order in which they are asked for.
    private static final class Noting extends SvgSurface {
        private final List<Colour> colours = new ArrayList<>();

        Noting() {
            super(Order.Letters.EMBEDDED);
        }

        @Override
        String ink(String what, Colour colour) {
            colours.add(colour);
            return "";
        }
    }

    private final class Writing extends SvgSurface {
        private final Deque<Colour> dark;

        Writing(SvgFonts fonts, List<Colour> dark) {
            super(Order.Letters.EMBEDDED, fonts);
            this.dark = new ArrayDeque<>(dark);
        }

        @Override
        String ink(String what, Colour colour) {
            var pair = new Pair(colour, dark.isEmpty() ? colour : dark.remove());
            int number = pairs.computeIfAbsent(pair, _ -> pairs.size());
            return " " + what + "=\"var(--c" + number + ")\"";
        }
    }
}
