package wengert.layout;

/// A point; y grows downwards.
public record Point(double x, double y) {

    public double to(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    public Point moved(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
