package wengert.canvas;

import java.awt.Graphics2D;
import java.util.ArrayDeque;
import java.util.Deque;
import wengert.drawing.Colour;
import wengert.drawing.Mark;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.TrueType;
import wengert.drawing.Typesetter;
import wengert.export.RasterSurface;

/// Paints what cards are made of, letters and boxes, pixel by pixel, and leaves lines and shapes to Java2D.
///
/// The same few letters and boxes make up all of a picture; Java2D finds out anew each time which pixels they cover.
final class PixelSurface implements Surface {

    /// Letters larger than this are few, and too large to be kept.
    private static final double LARGEST_LETTER = 60;

    private final Pen pen;
    private final Surface others;
    private final Deque<Place> places = new ArrayDeque<>();
    private Place here;

    /// Where the origin is, and how long a unit, in pixels.
    private record Place(double x, double y, double scale) {}

    /// @param graphics paints on the bitmap that the pen paints on, from the same origin, one unit being `scale` pixels
    PixelSurface(Pen pen, Graphics2D graphics, double x, double y, double scale) {
        this.pen = pen;
        others = new RasterSurface(graphics);
        here = new Place(x, y, scale);
    }

    @Override
    public void push() {
        places.push(here);
        others.push();
    }

    @Override
    public void pop() {
        here = places.pop();
        others.pop();
    }

    @Override
    public void translate(double dx, double dy) {
        here = new Place(x(dx), y(dy), here.scale);
        others.translate(dx, dy);
    }

    @Override
    public void scale(double factor) {
        here = new Place(here.x, here.y, here.scale * factor);
        others.scale(factor);
    }

    private double x(double x) {
        return here.x + x * here.scale;
    }

    private double y(double y) {
        return here.y + y * here.scale;
    }

    @Override
    public void box(Mark.Box box) {
        if (2 * box.radius() > Math.min(box.width(), box.height()) + 1e-6) {
            others.box(box); // an ellipse
            return;
        }
        var round =
                RoundBox.of(
                        x(box.x()),
                        y(box.y()),
                        box.width() * here.scale,
                        box.height() * here.scale,
                        box.radius() * here.scale);
        Colour fill = box.fill();
        if (fill != null) {
            round.fill(pen, Bitmap.argb(fill), part(fill));
        }
        Stroke stroke = box.stroke();
        if (stroke != null && stroke.dash() > 0) {
            others.box(
                    new Mark.Box(
                            box.x(),
                            box.y(),
                            box.width(),
                            box.height(),
                            box.radius(),
                            null,
                            stroke));
        } else if (stroke != null) {
            round.draw(
                    pen,
                    stroke.width() * here.scale,
                    Bitmap.argb(stroke.colour()),
                    part(stroke.colour()));
        }
    }

    @Override
    public void text(Mark.Text text) {
        double size = text.size() * here.scale;
        if (size > LARGEST_LETTER) {
            others.text(text);
            return;
        }
        int argb = Bitmap.argb(text.colour());
        int part = part(text.colour());
        double y = y(text.y());
        Typesetter.Line line = Typesetter.line(text.text(), text.face());
        for (Typesetter.Run run : line.runs()) {
            TrueType font = run.face().font();
            Letters letters = Letters.of(font, size);
            double x = x(text.x()) + run.x() * size;
            String signs = run.text();
            for (int i = 0; i < signs.length(); i = signs.offsetByCodePoints(i, 1)) {
                int glyph = font.glyph(signs.codePointAt(i));
                letters.set(glyph, x, y, pen, argb, part);
                x += font.advance(glyph) * size;
            }
        }
        line.shapes().forEach(shape -> Letters.shape(shape, size, x(text.x()), y, pen, argb, part));
    }

    private static int part(Colour colour) {
        return (int) Math.round(256 * colour.opacity());
    }

    @Override
    public void line(Mark.Line line) {
        others.line(line);
    }

    @Override
    public void area(Mark.Area area) {
        others.area(area);
    }

    @Override
    public void cells(Mark.Cells cells) {
        others.cells(cells);
    }
}
