package wengert.drawing;

import java.util.List;

/// Small signs on the upper edge of a card or on a link, each with a shape of its own.
final class Badge {

    static final double RADIUS = 8;

    /// Of the sign of an argument.
    static final double SMALL = 6.5;

    private Badge() {}

    /// Where the operation has a corner, and the gradient takes one side: a bent line in a circle.
    static void kink(Theme theme, double x, double y, List<Mark> marks) {
        marks.add(new Mark.Area(Path.circle(x, y, RADIUS), theme.card()));
        marks.add(new Mark.Line(Path.circle(x, y, RADIUS), new Stroke(theme.text(), 1.2)));
        Path bend = Path.from(x - 4.5, y - 3).line(x, y + 3).line(x + 4.5, y - 3).path();
        marks.add(new Mark.Line(bend, new Stroke(theme.text(), 1.6)));
    }

    /// Where an argument comes in: a circle for its sign.
    static void ground(Theme theme, double x, double y, List<Mark> marks) {
        marks.add(new Mark.Area(Path.circle(x, y, SMALL), theme.card()));
        marks.add(new Mark.Line(Path.circle(x, y, SMALL), new Stroke(theme.border(), 1)));
    }

    /// Where a NaN or an infinity was born: an exclamation mark in a triangle.
    static void birth(Theme theme, double x, double y, List<Mark> marks) {
        double r = 1.25 * RADIUS;
        Path triangle =
                Path.from(x, y - r)
                        .line(x + 0.95 * r, y + 0.65 * r)
                        .line(x - 0.95 * r, y + 0.65 * r)
                        .close()
                        .path();
        marks.add(new Mark.Area(triangle, theme.error()));
        marks.add(new Mark.Line(triangle, new Stroke(theme.card(), 1)));
        marks.add(new Mark.Box(x - 1, y - 5, 2, 6, 1, theme.card(), null));
        marks.add(new Mark.Box(x - 1, y + 2.4, 2, 2, 1, theme.card(), null));
    }

    /// Where the gradient is cut off: two strokes across the line.
    ///
    /// @param dx the direction of the line there, of length 1
    static void cut(
            double x,
            double y,
            double dx,
            double dy,
            Colour ground,
            Colour colour,
            List<Mark> marks) {
        marks.add(
                new Mark.Line(
                        Path.from(x - 2.5 * dx, y - 2.5 * dy)
                                .line(x + 2.5 * dx, y + 2.5 * dy)
                                .path(),
                        new Stroke(ground, 5)));
        for (double side : new double[] {-2.8, 2.8}) {
            double cx = x + side * dx;
            double cy = y + side * dy;
            // across the line, and leaning a little
            double ax = -dy + 0.35 * dx;
            double ay = dx + 0.35 * dy;
            marks.add(
                    LinkPainter.line(
                            cx - 6 * ax,
                            cy - 6 * ay,
                            cx + 6 * ax,
                            cy + 6 * ay,
                            new Stroke(colour, 1.6)));
        }
    }

    /// Where the share is zero: an empty ring on the line.
    static void zero(double x, double y, Colour ground, Colour colour, List<Mark> marks) {
        marks.add(new Mark.Area(Path.circle(x, y, 4), ground));
        marks.add(new Mark.Line(Path.circle(x, y, 4), new Stroke(colour, 1.5)));
    }
}
