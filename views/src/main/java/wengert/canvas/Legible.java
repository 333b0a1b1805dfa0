package wengert.canvas;

import wengert.drawing.Mark;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;

/// Hands on what can be seen at a scale: leaves out text that is too small to be read, and keeps thin lines from
/// vanishing.
record Legible(Surface surface, double scale) implements Surface {

    private static final double LEAST_LINE = 0.7;

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
        surface.area(area);
    }

    @Override
    public void cells(Mark.Cells cells) {
        surface.cells(cells);
    }

    @Override
    public void text(Mark.Text text) {
        if (text.size() * scale >= Distance.LEAST_TEXT) {
            surface.text(text);
        }
    }
}
