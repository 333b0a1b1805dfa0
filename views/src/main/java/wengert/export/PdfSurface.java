package wengert.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Colour;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Path;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.TrueType;
import wengert.drawing.Typesetter;

/// Paints on a page of a PDF file, which has been turned so that y grows downwards.
final class PdfSurface implements Surface {

    private static final COSName SPAN = COSName.getPDFName("Span");
    private static final double ROUND = 0.5522847498; // a quarter of a circle by one cubic

    private final PDPageContentStream page;
    private final Map<Face, PDType0Font> fonts;
    private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();

    /// @param fonts what to write text with; text in other faces becomes outlines
    PdfSurface(PDPageContentStream page, Map<Face, PDType0Font> fonts) {
        this.page = page;
        this.fonts = fonts;
    }

    /// Something that writes to the page.
    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void push() {
        write(page::saveGraphicsState);
    }

    @Override
    public void pop() {
        write(page::restoreGraphicsState);
    }

    @Override
    public void translate(double dx, double dy) {
        write(() -> page.transform(Matrix.getTranslateInstance((float) dx, (float) dy)));
    }

    @Override
    public void scale(double factor) {
        write(() -> page.transform(Matrix.getScaleInstance((float) factor, (float) factor)));
    }

    /// A formula is outlines; what it says goes with them.
    @Override
    public void open(Mark.Part part) {
        if (part.kind().equals("formula")) {
            write(() -> page.beginMarkedContent(SPAN, PdfExporter.saying(part.title())));
        }
    }

    @Override
    public void close(Mark.Part part) {
        if (part.kind().equals("formula")) {
            write(page::endMarkedContent);
        }
    }

    @Override
    public void box(Mark.Box box) {
        paint(outline(box), box.fill(), box.stroke());
    }

    private static Path outline(Mark.Box box) {
        double r = Math.min(box.radius(), Math.min(box.width(), box.height()) / 2);
        double left = box.x();
        double top = box.y();
        double right = left + box.width();
        double bottom = top + box.height();
        if (r <= 0) {
            return Path.from(left, top)
                    .line(right, top)
                    .line(right, bottom)
                    .line(left, bottom)
                    .close()
                    .path();
        }
        double k = r * (1 - ROUND);
        return Path.from(left + r, top)
                .line(right - r, top)
                .cubic(right - k, top, right, top + k, right, top + r)
                .line(right, bottom - r)
                .cubic(right, bottom - k, right - k, bottom, right - r, bottom)
                .line(left + r, bottom)
                .cubic(left + k, bottom, left, bottom - k, left, bottom - r)
                .line(left, top + r)
                .cubic(left, top + k, left + k, top, left + r, top)
                .close()
                .path();
    }

    @Override
    public void line(Mark.Line line) {
        paint(line.path(), null, line.stroke());
    }

    @Override
    public void area(Mark.Area area) {
        paint(area.path(), area.fill(), null);
    }

    @Override
    public void text(Mark.Text text) {
        Typesetter.Line line = Typesetter.line(text.text(), text.face());
        boolean shaped = !line.shapes().isEmpty();
        write(() -> {
            if (shaped) {
                page.beginMarkedContent(SPAN, PdfExporter.saying(text.text()));
            }
            page.saveGraphicsState();
            fill(text.colour());
            for (Typesetter.Run run : line.runs()) {
                double x = text.x() + run.x() * text.size();
                PDType0Font font = fonts.get(run.face());
                if (font == null || !isComplete(run)) {
                    outlines(run, x, text);
                } else {
                    page.beginText();
                    page.setFont(font, (float) text.size());
                    page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) text.y()));
                    page.showText(run.text());
                    page.endText();
                }
            }
            for (Path outline : line.shapes()) {
                trace(outline, text.size(), text.x(), text.y());
                page.fill();
            }
            page.restoreGraphicsState();
            if (shaped) {
                page.endMarkedContent();
            }
        });
    }

    private void outlines(Typesetter.Run run, double left, Mark.Text text) throws IOException {
        TrueType font = run.face().font();
        double x = left;
        for (int point : run.text().codePoints().toArray()) {
            int glyph = font.glyph(point);
            if (font.bounds(glyph) != null) {
                trace(font.outline(glyph), text.size(), x, text.y());
                page.fill();
            }
            x += font.advance(glyph) * text.size();
        }
    }

    /// Whether a font has all signs of a run; a box stands for what it lacks.
    private static boolean isComplete(Typesetter.Run run) {
        return run.text().codePoints().allMatch(point -> run.face().font().glyph(point) != 0);
    }

    private void paint(Path path, @Nullable Colour fill, @Nullable Stroke stroke) {
        write(() -> {
            page.saveGraphicsState();
            if (fill != null && fill.opacity() > 0) {
                fill(fill);
                trace(path);
                page.fill();
            }
            if (stroke != null && stroke.colour().opacity() > 0) {
                page.setGraphicsStateParameters(opacity(stroke.colour().opacity()));
                page.setStrokingColor(
                        stroke.colour().red() / 255f,
                        stroke.colour().green() / 255f,
                        stroke.colour().blue() / 255f);
                page.setLineWidth((float) stroke.width());
                page.setLineJoinStyle(1);
                if (stroke.dash() > 0) {
                    page.setLineDashPattern(new float[] {(float) stroke.dash()}, 0);
                }
                trace(path);
                page.stroke();
            }
            page.restoreGraphicsState();
        });
    }

    private void fill(Colour colour) throws IOException {
        page.setGraphicsStateParameters(opacity(colour.opacity()));
        page.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
    }

    private PDExtendedGraphicsState opacity(double opacity) {
        return opacities.computeIfAbsent(
                opacity,
                o -> {
                    var state = new PDExtendedGraphicsState();
                    state.setNonStrokingAlphaConstant((float) (double) o);
                    state.setStrokingAlphaConstant((float) (double) o);
                    return state;
                });
    }

    private void trace(Path path) {
        read(path, 1, 1, 0, 0);
    }

    /// A letter's outline, whose y grows upwards.
    private void trace(Path outline, double size, double x, double y) {
        read(outline, size, -size, x, y);
    }

    private void read(Path path, double sx, double sy, double dx, double dy) {
        path.read(
                new Path.Reader() {
                    @Override
                    public void move(double x, double y) {
                        write(() -> page.moveTo(h(x), v(y)));
                    }

                    @Override
                    public void line(double x, double y) {
                        write(() -> page.lineTo(h(x), v(y)));
                    }

                    @Override
                    public void cubic(
                            double x1, double y1, double x2, double y2, double x, double y) {
                        write(() -> page.curveTo(h(x1), v(y1), h(x2), v(y2), h(x), v(y)));
                    }

                    @Override
                    public void close() {
                        write(page::closePath);
                    }

                    private float h(double x) {
                        return (float) (dx + sx * x);
                    }

                    private float v(double y) {
                        return (float) (dy + sy * y);
                    }
                });
    }
}
