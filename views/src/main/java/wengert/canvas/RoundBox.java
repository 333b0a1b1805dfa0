package wengert.canvas;

/// A rectangle with round corners on pixels, to be painted with smooth edges.
///
/// How much of a pixel it covers is exact along straight edges; in the corners it is told from how far the pixel is from
/// the circle.
record RoundBox(double left, double top, double right, double bottom, double radius) {

    static RoundBox of(double x, double y, double width, double height, double radius) {
        double most = Math.min(width, height) / 2;
        return new RoundBox(x, y, x + width, y + height, Math.clamp(radius, 0, Math.max(0, most)));
    }

    private RoundBox grown(double by) {
        return of(
                left - by,
                top - by,
                Math.max(0, right - left + 2 * by),
                Math.max(0, bottom - top + 2 * by),
                radius + by);
    }

    /// @param part how much of the colour covers what is below, from 0 to 256
    void fill(Pen pen, int argb, int part) {
        for (int y = pen.from(top); y < pen.to(bottom); y++) {
            double row = row(y);
            int first = straightFrom(y);
            int beyond = Math.max(first, straightTo(y));
            for (int x = pen.first(left); x < Math.min(first, pen.beyond(right)); x++) {
                pen.dot(x, y, argb, part * cover(x, y));
            }
            pen.row(first, beyond, y, argb, part * row);
            for (int x = Math.max(beyond, pen.first(left)); x < pen.beyond(right); x++) {
                pen.dot(x, y, argb, part * cover(x, y));
            }
        }
    }

    /// A line of a width along the edge, half of it outside.
    void draw(Pen pen, double width, int argb, int part) {
        RoundBox outer = grown(width / 2);
        RoundBox inner = grown(-width / 2);
        for (int y = pen.from(outer.top); y < pen.to(outer.bottom); y++) {
            int first = Math.max(outer.straightFrom(y), inner.straightFrom(y));
            int beyond = Math.max(first, Math.min(outer.straightTo(y), inner.straightTo(y)));
            for (int x = pen.first(outer.left); x < Math.min(first, pen.beyond(outer.right)); x++) {
                pen.dot(x, y, argb, part * (outer.cover(x, y) - inner.cover(x, y)));
            }
            pen.row(first, beyond, y, argb, part * (outer.row(y) - inner.row(y)));
            for (int x = Math.max(beyond, pen.first(outer.left));
                    x < pen.beyond(outer.right);
                    x++) {
                pen.dot(x, y, argb, part * (outer.cover(x, y) - inner.cover(x, y)));
            }
        }
    }

    /// The columns of a row from here to [#straightTo] are covered alike: no corner and no edge at the side is in them.
    private int straightFrom(int y) {
        return (int) Math.ceil(left + (meetsCorners(y) ? radius : 0));
    }

    private int straightTo(int y) {
        return (int) Math.floor(right - (meetsCorners(y) ? radius : 0));
    }

    private boolean meetsCorners(int y) {
        return y < top + radius || y + 1 > bottom - radius;
    }

    /// How much of a row of pixels lies between top and bottom.
    private double row(int y) {
        return between(y, top, bottom);
    }

    private static double between(int at, double from, double to) {
        return Math.max(0, Math.min(at + 1, to) - Math.max(at, from));
    }

    private double cover(int x, int y) {
        double dx = Math.max(left + radius - x - 0.5, x + 0.5 - right + radius);
        double dy = Math.max(top + radius - y - 0.5, y + 0.5 - bottom + radius);
        return dx > 0 && dy > 0 && radius > 0.5
                ? Math.clamp(radius - Math.sqrt(dx * dx + dy * dy) + 0.5, 0, 1)
                : between(x, left, right) * row(y);
    }
}
