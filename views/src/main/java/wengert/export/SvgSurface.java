package wengert.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Colour;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Path;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.TrueType;
import wengert.drawing.Typesetter;

/// Writes what is painted as SVG elements, one a line.
class SvgSurface implements Surface {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder open = new StringBuilder();
    private final SvgFonts fonts;
    private final Order.Letters letters;

    SvgSurface(Order.Letters letters) {
        this(letters, new SvgFonts(SvgScope.ANY));
    }

    /// @param fonts where to note which signs are needed
    SvgSurface(Order.Letters letters, SvgFonts fonts) {
        this.letters = letters;
        this.fonts = fonts;
    }

    /// The elements that have to come before [#content].
    String head() {
        return fonts.head();
    }

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
        out.append("<g ").append(fonts.scope().part(escape(part.id()))).append(" class=\"");
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

    @Override
    public void text(Mark.Text text) {
        Typesetter.Line line = Typesetter.line(text.text(), text.face());
        switch (letters) {
            case EMBEDDED -> letters(text, line);
            case OUTLINED -> outlines(text, line);
        }
    }

    /// A piece of text for each font it takes; signs that none of ours has are left to the reader's. Each says how wide it
    /// is, so that a reader without our fonts still keeps it in its place.
    private void letters(Mark.Text text, Typesetter.Line line) {
        for (Typesetter.Run run : line.runs()) {
            if (!run.text().isBlank()) {
                fonts.use(run);
                piece(text, run);
            }
        }
        for (Typesetter.Loan loan : line.loans()) {
            fonts.use(text.face());
            piece(text, loan.text(), loan.x(), loan.width(), text.face());
        }
        for (Path accent : line.accents()) {
            area(
                    new Mark.Area(
                            flipped(accent).placed(text.size(), text.x(), text.y()),
                            text.colour()));
        }
    }

    /// Blanks around a piece are left out: some programs do not draw them, others do.
    private void piece(Mark.Text text, Typesetter.Run run) {
        String piece = run.text().strip();
        double blank = run.face().font().advance(run.face().font().glyph(' '));
        double left = blank * (run.text().length() - run.text().stripLeading().length());
        double right = blank * (run.text().length() - run.text().stripTrailing().length());
        piece(text, piece, run.x() + left, run.width() - left - right, run.face());
    }

    private void piece(Mark.Text text, String piece, double x, double width, Face face) {
        out.append("<text x=\"").append(number(text.x() + x * text.size()));
        out.append("\" y=\"").append(number(text.y()));
        out.append("\" class=\"").append(SvgFonts.styleClass(face));
        out.append("\" font-size=\"").append(number(text.size()));
        out.append("\" textLength=\"").append(number(width * text.size())).append('"');
        out.append(" lengthAdjust=\"spacingAndGlyphs\"");
        out.append(ink("fill", text.colour()));
        out.append('>').append(escape(piece)).append("</text>\n");
    }

    /// The outlines of the letters, which any reader shows alike; what they say goes before them as a label.
    private void outlines(Mark.Text text, Typesetter.Line line) {
        String size = number(text.size());
        out.append("<g aria-label=\"").append(escape(text.text())).append("\" transform=\"");
        out.append("translate(").append(number(text.x())).append(' ').append(number(text.y()));
        out.append(") scale(").append(size).append(" -").append(size).append(")\"");
        out.append(ink("fill", text.colour())).append(">\n");
        for (Typesetter.Run run : line.runs()) {
            TrueType font = run.face().font();
            double x = run.x();
            for (int point : run.text().codePoints().toArray()) {
                int glyph = font.glyph(point);
                String id = fonts.use(run.face(), glyph);
                if (!id.isEmpty()) {
                    out.append("<use xlink:href=\"#").append(id).append("\" x=\"");
                    out.append(number(x, 4)).append("\"/>\n");
                }
                x += font.advance(glyph);
            }
        }
        for (Path outline : line.shapes()) {
            out.append("<path d=\"").append(data(outline, 4)).append("\"/>\n");
        }
        out.append("</g>\n");
    }

    /// A path whose y grows upwards, as one whose y grows downwards.
    private static Path flipped(Path path) {
        var flipped = new Path.Builder();
        path.read(
                new Path.Reader() {
                    @Override
                    public void move(double x, double y) {
                        flipped.move(x, -y);
                    }

                    @Override
                    public void line(double x, double y) {
                        flipped.line(x, -y);
                    }

                    @Override
                    public void cubic(
                            double x1, double y1, double x2, double y2, double x, double y) {
                        flipped.cubic(x1, -y1, x2, -y2, x, -y);
                    }

                    @Override
                    public void close() {
                        flipped.close();
                    }
                });
        return flipped.path();
    }

    /// The attributes for a colour.
    ///
    /// @param what `fill` or `stroke`
    String ink(String what, Colour colour) {
        String plain = " " + what + "=\"" + colour.hex() + "\"";
        return colour.opacity() == 1
                ? plain
                : plain + " " + what + "-opacity=\"" + number(colour.opacity()) + "\"";
    }

    private void fill(@Nullable Colour colour) {
        out.append(colour == null ? " fill=\"none\"" : ink("fill", colour));
    }

    private void stroke(@Nullable Stroke stroke) {
        if (stroke == null) {
            return;
        }
        out.append(ink("stroke", stroke.colour()));
        out.append(" stroke-width=\"").append(number(stroke.width())).append('"');
        if (stroke.dash() > 0) {
            out.append(" stroke-dasharray=\"").append(number(stroke.dash())).append('"');
        }
    }

    static String data(Path path) {
        return data(path, 3);
    }

    /// @param digits how many digits behind the point count
    static String data(Path path, int digits) {
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
                            data.append(i == 0 ? "" : " ");
                            number(points[i], digits, data);
                        }
                    }
                });
        return data.toString();
    }

    /// A number in as many digits as can be seen.
    static String number(double x) {
        return number(x, 3);
    }

    private static String number(double x, int digits) {
        var text = new StringBuilder(12);
        number(x, digits, text);
        return text.toString();
    }

    /// By whole numbers, as long as they are exact: a picture holds tens of thousands of these.
    private static void number(double x, int digits, StringBuilder text) {
        if (!(Math.abs(x) < 1e9)) {
            BigDecimal rounded = BigDecimal.valueOf(x).setScale(digits, RoundingMode.HALF_EVEN);
            text.append(rounded.stripTrailingZeros().toPlainString());
            return;
        }
        long power = POWERS[digits];
        long units = Math.round(Math.abs(x) * power);
        text.append(x < 0 && units > 0 ? "-" : "").append(units / power);
        long rest = units % power;
        if (rest > 0) {
            text.append('.');
            for (long one = power / 10; rest > 0; one /= 10) {
                text.append((char) ('0' + rest / one));
                rest %= one;
            }
        }
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
