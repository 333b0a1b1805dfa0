package wengert.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Colour;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Path;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.Typesetter;

/// Writes what is painted as SVG elements, one a line.
final class SvgSurface implements Surface {

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder open = new StringBuilder();

    String content() {
        return out.toString();
    }

    /// What follows is in a group until [#pop]; a transformation inside opens one more.
    @Override
    public void push() {
        open.append('<');
    }

    @Override
    public void pop() {
        int level = open.lastIndexOf("<");
        out.append("</g>\n".repeat(open.length() - level - 1));
        open.setLength(level);
    }

    @Override
    public void translate(double dx, double dy) {
        out.append("<g transform=\"translate(").append(number(dx)).append(' ');
        out.append(number(dy)).append(")\">\n");
        open.append('g');
    }

    @Override
    public void scale(double factor) {
        out.append("<g transform=\"scale(").append(number(factor)).append(")\">\n");
        open.append('g');
    }

    @Override
    public void open(Mark.Part part) {
        out.append("<g id=\"").append(escape(part.id())).append("\" class=\"");
        out.append(escape(part.kind())).append("\">\n");
        if (!part.title().isEmpty()) {
            out.append("<title>").append(escape(part.title())).append("</title>\n");
        }
    }

    @Override
    public void close(Mark.Part part) {
        out.append("</g>\n");
    }

    @Override
    public void box(Mark.Box box) {
        out.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y()));
        out.append("\" width=\"").append(number(box.width()));
        out.append("\" height=\"").append(number(box.height())).append('"');
        if (box.radius() > 0) {
            out.append(" rx=\"").append(number(box.radius())).append('"');
        }
        fill(box.fill());
        stroke(box.stroke());
        out.append("/>\n");
    }

    /// Without smoothing, which would leave seams between the cells.
    @Override
    public void cells(Mark.Cells cells) {
        out.append("<g shape-rendering=\"crispEdges\">\n");
        Surface.super.cells(cells);
        out.append("</g>\n");
    }

    @Override
    public void line(Mark.Line line) {
        out.append("<path d=\"").append(data(line.path())).append('"');
        fill(null);
        stroke(line.stroke());
        out.append("/>\n");
    }

    @Override
    public void area(Mark.Area area) {
        out.append("<path d=\"").append(data(area.path())).append('"');
        fill(area.fill());
        out.append("/>\n");
    }

    /// A piece of text for each font it takes. Each says how wide it is, so that a reader without our fonts still
    /// keeps it in its place.
    @Override
    public void text(Mark.Text text) {
        Typesetter.Line line = Typesetter.line(text.text(), text.face());
        String size = number(text.size());
        for (Typesetter.Run run : line.runs()) {
            if (run.text().isBlank()) {
                continue;
            }
            out.append("<text x=\"").append(number(text.x() + run.x() * text.size()));
            out.append("\" y=\"").append(number(text.y()));
            out.append("\" class=\"").append(styleClass(run.face()));
            out.append("\" font-size=\"").append(size);
            out.append("\" textLength=\"").append(number(run.width() * text.size())).append('"');
            out.append(" lengthAdjust=\"spacingAndGlyphs\"");
            fill(text.colour());
            out.append('>').append(escape(run.text())).append("</text>\n");
        }
        for (Path accent : line.accents()) {
            out.append("<path transform=\"translate(").append(number(text.x())).append(' ');
            out.append(number(text.y())).append(") scale(").append(size).append(" -").append(size);
            out.append(")\" d=\"").append(data(accent)).append('"');
            fill(text.colour());
            out.append("/>\n");
        }
    }

    private void fill(@Nullable Colour colour) {
        out.append(" fill=\"").append(colour == null ? "none" : colour.hex()).append('"');
        if (colour != null && colour.opacity() < 1) {
            out.append(" fill-opacity=\"").append(number(colour.opacity())).append('"');
        }
    }

    private void stroke(@Nullable Stroke stroke) {
        if (stroke == null) {
            return;
        }
        out.append(" stroke=\"").append(stroke.colour().hex());
        out.append("\" stroke-width=\"").append(number(stroke.width())).append('"');
        if (stroke.colour().opacity() < 1) {
            out.append(" stroke-opacity=\"").append(number(stroke.colour().opacity())).append('"');
        }
        if (stroke.dash() > 0) {
            out.append(" stroke-dasharray=\"").append(number(stroke.dash())).append('"');
        }
    }

    private static String data(Path path) {
        var data = new StringBuilder();
        path.read(
                new Path.Reader() {
                    @Override
                    public void move(double x, double y) {
                        add('M', x, y);
                    }

                    @Override
                    public void line(double x, double y) {
                        add('L', x, y);
                    }

                    @Override
                    public void cubic(
                            double x1, double y1, double x2, double y2, double x, double y) {
                        add('C', x1, y1, x2, y2, x, y);
                    }

                    @Override
                    public void close() {
                        data.append('Z');
                    }

                    private void add(char piece, double... points) {
                        data.append(piece);
                        for (int i = 0; i < points.length; i++) {
                            data.append(i == 0 ? "" : " ").append(number(points[i]));
                        }
                    }
                });
        return data.toString();
    }

    /// A number in as many digits as can be seen.
    static String number(double x) {
        BigDecimal rounded = BigDecimal.valueOf(x).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String styleClass(Face face) {
        return face.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name under which the embedded signs go; not that of the whole font, which the reader may have.
    static String family(Face face) {
        return "\"Wengert " + face.family() + "\"";
    }

    static String families(Face face) {
        String generic = face.monospaced() ? "monospace" : "sans-serif";
        return family(face) + ",\"" + face.family() + "\"," + generic;
    }

    static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '&' -> escaped.append("&amp;");
                        case '"' -> escaped.append("&quot;");
                        default -> {
                            boolean allowed = c >= ' ' && c != 0xfffe && c != 0xffff;
                            if (allowed || c == '\t' || c == '\n') {
                                escaped.appendCodePoint(c);
                            } else {
                                escaped.append('\ufffd');
                            }
                        }
                    }
                });
        return escaped.toString();
    }
}
