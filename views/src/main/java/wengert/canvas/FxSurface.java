package wengert.canvas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import wengert.drawing.Colour;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Path;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.Typesetter;

/// Paints on a JavaFX canvas. Text too small to be read is left out: it costs most and says nothing.
final class FxSurface implements Surface {

    private static final double LEAST_TEXT = 4.5;
    private static final double LEAST_LINE = 0.7; // or far out the links are no longer seen
    private static final Map<Face, String> NAMES = new EnumMap<>(Face.class);

    private final GraphicsContext graphics;
    private final Map<Face, Map<Double, Font>> fonts = new EnumMap<>(Face.class);
    private final Map<Colour, Color> colours = new HashMap<>();

    FxSurface(GraphicsContext graphics) {
        this.graphics = graphics;
    }

    @Override
    public void push() {
        graphics.save();
    }

    @Override
    public void pop() {
        graphics.restore();
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
        double arc = 2 * box.radius();
        if (box.fill() != null) {
            graphics.setFill(colour(box.fill()));
            graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
        if (box.stroke() != null) {
            set(box.stroke());
            graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
    }

    @Override
    public void line(Mark.Line line) {
        trace(line.path());
        set(line.stroke());
        graphics.stroke();
    }

    @Override
    public void area(Mark.Area area) {
        trace(area.path());
        graphics.setFill(colour(area.fill()));
        graphics.fill();
    }

    @Override
    public void text(Mark.Text text) {
        double scale = graphics.getTransform().getMxx();
        if (text.size() * scale < LEAST_TEXT) {
            return;
        }
        Typesetter.Line line = Typesetter.line(text.text(), text.face());
        graphics.setFill(colour(text.colour()));
        for (Typesetter.Run run : line.runs()) {
            graphics.setFont(font(run.face(), text.size()));
            graphics.fillText(run.text(), text.x() + run.x() * text.size(), text.y());
        }
        if (!line.accents().isEmpty()) {
            graphics.save();
            graphics.translate(text.x(), text.y());
            graphics.scale(text.size(), -text.size());
            for (Path accent : line.accents()) {
                trace(accent);
                graphics.fill();
            }
            graphics.restore();
        }
    }

    /// As a picture of one pixel for each cell, so that no seams show between them.
    @Override
    public void cells(Mark.Cells cells) {
        var picture = new WritableImage(cells.columns(), cells.rows());
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                picture.getPixelWriter().setColor(column, row, colour(cells.colour(row, column)));
            }
        }
        boolean smooth = graphics.isImageSmoothing();
        graphics.setImageSmoothing(false);
        graphics.drawImage(picture, cells.x(), cells.y(), cells.width(), cells.height());
        graphics.setImageSmoothing(smooth);
    }

    private void set(Stroke stroke) {
        graphics.setStroke(colour(stroke.colour()));
        double scale = graphics.getTransform().getMxx();
        graphics.setLineWidth(Math.max(stroke.width(), LEAST_LINE / scale));
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        if (stroke.dash() > 0) {
            graphics.setLineDashes(stroke.dash(), stroke.dash());
        } else {
            graphics.setLineDashes((double[]) null);
        }
    }

    private Color colour(Colour colour) {
        return colours.computeIfAbsent(
                colour, c -> Color.rgb(c.red(), c.green(), c.blue(), c.opacity()));
    }

    private Font font(Face face, double size) {
        return fonts.computeIfAbsent(face, _ -> new HashMap<>())
                .computeIfAbsent(size, s -> new Font(name(face), s));
    }

    /// The name that JavaFX has for a font of ours, which it is given the first time.
    private static String name(Face face) {
        synchronized (NAMES) {
            return NAMES.computeIfAbsent(
                    face,
                    f -> {
                        try (InputStream file = f.open()) {
                            Font font = Font.loadFont(file, 12);
                            return font == null ? "System" : font.getName();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    private void trace(Path path) {
        graphics.beginPath();
        path.read(
                new Path.Reader() {
                    @Override
                    public void move(double x, double y) {
                        graphics.moveTo(x, y);
                    }

                    @Override
                    public void line(double x, double y) {
                        graphics.lineTo(x, y);
                    }

                    @Override
                    public void cubic(
                            double x1, double y1, double x2, double y2, double x, double y) {
                        graphics.bezierCurveTo(x1, y1, x2, y2, x, y);
                    }

                    @Override
                    public void close() {
                        graphics.closePath();
                    }
                });
    }
}
