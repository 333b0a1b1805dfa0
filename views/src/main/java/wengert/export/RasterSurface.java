package wengert.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Colour;
import wengert.drawing.Mark;
import wengert.drawing.Path;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.TrueType;
import wengert.drawing.Typesetter;

/// Paints on Java2D. Text is painted as the outlines of its letters, so no font of the system is asked.
public final class RasterSurface implements Surface {

    private final Graphics2D graphics;
    private final Deque<AffineTransform> places = new ArrayDeque<>();

    public RasterSurface(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }

    @Override
    public void push() {
        places.push(graphics.getTransform());
    }

    @Override
    public void pop() {
        graphics.setTransform(places.pop());
    }

    @Override
    public void translate(double dx, double dy) {
        graphics.translate(dx, dy);
    }

    @Override
    public void scale(double factor) {
        graphics.scale(factor, factor);
    }

    @Override
    public void box(Mark.Box box) {
        var shape =
                new RoundRectangle2D.Double(
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height(),
                        2 * box.radius(),
                        2 * box.radius());
        paint(shape, box.fill(), box.stroke());
    }

    @Override
    public void line(Mark.Line line) {
        paint(shape(line.path()), null, line.stroke());
    }

    @Override
    public void area(Mark.Area area) {
        paint(shape(area.path()), area.fill(), null);
    }

    @Override
    public void text(Mark.Text text) {
        Typesetter.Line line = Typesetter.line(text.text(), text.face());
        var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Typesetter.Run run : line.runs()) {
            TrueType font = run.face().font();
            double x = run.x();
            for (int point : run.text().codePoints().toArray()) {
                int glyph = font.glyph(point);
                append(shape, font.outline(glyph), x);
                x += font.advance(glyph);
            }
        }
        line.shapes().forEach(outline -> append(shape, outline, 0));
        var place = AffineTransform.getTranslateInstance(text.x(), text.y());
        place.scale(text.size(), -text.size());
        shape.transform(place);
        paint(shape, text.colour(), null);
    }

    /// As a picture of one pixel for each cell, so that no seams show between them.
    @Override
    public void cells(Mark.Cells cells) {
        var picture = new BufferedImage(cells.columns(), cells.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                picture.setRGB(column, row, colour(cells.colour(row, column)).getRGB());
            }
        }
        var place = AffineTransform.getTranslateInstance(cells.x(), cells.y());
        place.scale(cells.width() / cells.columns(), cells.height() / cells.rows());
        graphics.drawImage(picture, place, null);
    }

    private static void append(Path2D.Double shape, Path path, double dx) {
        Shape outline = shape(path);
        shape.append(outline.getPathIterator(AffineTransform.getTranslateInstance(dx, 0)), false);
    }

    private void paint(Shape shape, @Nullable Colour fill, @Nullable Stroke stroke) {
        if (fill != null) {
            graphics.setColor(colour(fill));
            graphics.fill(shape);
        }
        if (stroke != null) {
            graphics.setColor(colour(stroke.colour()));
            float dash = (float) stroke.dash();
            graphics.setStroke(
                    new BasicStroke(
                            (float) stroke.width(),
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_ROUND,
                            10,
                            dash > 0 ? new float[] {dash, dash} : null,
                            0));
            graphics.draw(shape);
        }
    }

    private static Color colour(Colour colour) {
        return new Color(
                colour.red(),
                colour.green(),
                colour.blue(),
                (int) Math.round(255 * colour.opacity()));
    }

    /// A path as Java2D knows it.
    public static Shape shape(Path path) {
        var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.read(
                new Path.Reader() {
                    @Override
                    public void move(double x, double y) {
                        shape.moveTo(x, y);
                    }

                    @Override
                    public void line(double x, double y) {
                        shape.lineTo(x, y);
                    }

                    @Override
                    public void cubic(
                            double x1, double y1, double x2, double y2, double x, double y) {
                        shape.curveTo(x1, y1, x2, y2, x, y);
                    }

                    @Override
                    public void close() {
                        shape.closePath();
                    }
                });
        return shape;
    }
}
