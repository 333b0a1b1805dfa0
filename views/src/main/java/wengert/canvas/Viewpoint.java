package wengert.canvas;

import wengert.layout.Point;
import wengert.layout.Rect;

/// Which part of a picture is seen: a point `p` of the picture is seen at `scale * p + (x, y)`.
record Viewpoint(double scale, double x, double y) {

    static final double SMALLEST = 0.0005;
    static final double LARGEST = 6;

    static final Viewpoint ORIGIN = new Viewpoint(1, 0, 0);

    Viewpoint {
        scale = Math.clamp(scale, SMALLEST, LARGEST);
    }

    /// All of `bounds` in the middle of a window, as large as it goes, but not larger than `largest`.
    static Viewpoint fitting(Rect bounds, Rect window, double largest) {
        double wide = window.width() / Math.max(1, bounds.width());
        double high = window.height() / Math.max(1, bounds.height());
        return centered(
                new Point(bounds.centerX(), bounds.centerY()),
                window,
                Math.min(largest, Math.min(wide, high)));
    }

    /// A point of the picture in the middle of a window.
    static Viewpoint centered(Point p, Rect window, double scale) {
        double s = Math.clamp(scale, SMALLEST, LARGEST);
        return new Viewpoint(s, window.centerX() - s * p.x(), window.centerY() - s * p.y());
    }

    /// The same point of the picture stays at (px, py) of the window.
    Viewpoint zoomed(double factor, double px, double py) {
        double s = Math.clamp(scale * factor, SMALLEST, LARGEST);
        double real = s / scale;
        return new Viewpoint(s, px - real * (px - x), py - real * (py - y));
    }

    Viewpoint panned(double dx, double dy) {
        return new Viewpoint(scale, x + dx, y + dy);
    }

    /// The same, moved so that the window is no emptier than it has to be: where a picture is larger than the window it
    /// fills it, and else it is in the middle.
    Viewpoint filled(Rect bounds, Rect window) {
        return new Viewpoint(
                scale,
                filled(x, scale * bounds.x(), scale * bounds.width(), window.x(), window.width()),
                filled(
                        y,
                        scale * bounds.y(),
                        scale * bounds.height(),
                        window.y(),
                        window.height()));
    }

    private static double filled(double at, double from, double size, double edge, double room) {
        return size <= room
                ? edge + (room - size) / 2 - from
                : Math.clamp(at, edge + room - size - from, edge - from);
    }

    /// Where a point of the window is in the picture.
    Point inside(double px, double py) {
        return new Point((px - x) / scale, (py - y) / scale);
    }

    /// What of the picture is seen in a window of this size.
    Rect seen(double width, double height) {
        return new Rect(-x / scale, -y / scale, width / scale, height / scale);
    }

    /// Where a part of the picture is in the window.
    Rect outside(Rect part) {
        return new Rect(
                x + scale * part.x(),
                y + scale * part.y(),
                scale * part.width(),
                scale * part.height());
    }

    /// Between this and another, for a movement from one to the other.
    Viewpoint towards(Viewpoint other, double part) {
        return new Viewpoint(
                scale + part * (other.scale - scale),
                x + part * (other.x - x),
                y + part * (other.y - y));
    }
}
