package wengert.canvas;

import java.util.List;
import wengert.drawing.Mark;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.Typesetter;

/// Hands on what can be seen at a scale: leaves out text that is too small to be read, and keeps thin lines from
/// vanishing.
///
/// A formula of which a part is too small is left out as a whole, since without its exponent it is another one. The
/// name before it stays.
final class Legible implements Surface {

    private static final double LEAST_LINE = 0.7;
    private static final String EQUALS = " = ";

    private final Surface surface;
    private final double scale;
    private boolean leavesOut;

    Legible(Surface surface, double scale) {
        this.surface = surface;
        this.scale = scale;
    }

    @Override
    public void open(Mark.Part part) {
        if (part.kind().equals("label")) {
            List<Mark.Text> texts =
                    part.marks().stream()
                            .filter(Mark.Text.class::isInstance)
                            .map(Mark.Text.class::cast)
                            .toList();
            if (!texts.stream().allMatch(this::readable)) {
                name(texts);
                leavesOut = true;
            }
        }
    }

    @Override
    public void close(Mark.Part part) {
        leavesOut = false;
    }

    /// Of `h = v₂ = x²` only `h = v₂`, where the formula ended.
    private void name(List<Mark.Text> texts) {
        Mark.Text first = texts.getFirst();
        if (first.text().endsWith(EQUALS)) {
            String name = first.text().substring(0, first.text().length() - EQUALS.length());
            double end = texts.stream().mapToDouble(t -> t.x() + t.width()).max().orElseThrow();
            double x = end - Typesetter.width(name, first.face(), first.size());
            text(new Mark.Text(name, x, first.y(), first.face(), first.size(), first.colour()));
        }
    }

    @Override
    public void push() {
        surface.push();
    }

    @Override
    public void pop() {
        surface.pop();
    }

    @Override
    public void translate(double dx, double dy) {
        surface.translate(dx, dy);
    }

    @Override
    public void scale(double factor) {
        surface.scale(factor);
    }

    @Override
    public void box(Mark.Box box) {
        if (leavesOut) {
            return;
        }
        Stroke stroke = box.stroke();
        surface.box(
                stroke == null || thick(stroke)
                        ? box
                        : new Mark.Box(
                                box.x(),
                                box.y(),
                                box.width(),
                                box.height(),
                                box.radius(),
                                box.fill(),
                                thickened(stroke)));
    }

    @Override
    public void line(Mark.Line line) {
        if (leavesOut) {
            return;
        }
        surface.line(
                thick(line.stroke()) ? line : new Mark.Line(line.path(), thickened(line.stroke())));
    }

    private boolean thick(Stroke stroke) {
        return stroke.width() * scale >= LEAST_LINE;
    }

    private Stroke thickened(Stroke stroke) {
        return new Stroke(stroke.colour(), LEAST_LINE / scale, stroke.dash());
    }

    @Override
    public void area(Mark.Area area) {
        if (!leavesOut) {
            surface.area(area);
        }
    }

    @Override
    public void cells(Mark.Cells cells) {
        if (!leavesOut) {
            surface.cells(cells);
        }
    }

    @Override
    public void text(Mark.Text text) {
        if (!leavesOut && readable(text)) {
            surface.text(text);
        }
    }

    private boolean readable(Mark.Text text) {
        return text.size() * scale >= Distance.LEAST_TEXT;
    }
}
