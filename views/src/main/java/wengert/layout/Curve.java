package wengert.layout;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A smooth line of cubic pieces, from a value to where it is used.
public final class Curve {

    private static final int SAMPLES = 16; // of each piece, to measure its length

    /// x and y of the start, then of two control points and an end for each piece.
    private final double[] points;

    private final double[] lengths;

    private Curve(double[] points) {
        this.points = points;
        this.lengths = new double[pieces() * SAMPLES + 1];
        Point last = start();
        for (int k = 1; k < lengths.length; k++) {
            Point next = on((k - 1) / SAMPLES, ((k - 1) % SAMPLES + 1) / (double) SAMPLES);
            lengths[k] = lengths[k - 1] + last.to(next);
            last = next;
        }
    }

    /// A curve through points that alternate between flat stretches and bends: level where it starts, ends and passes
    /// a point, so that it leaves and enters cards straight and runs level beside them.
    public static Curve level(List<Point> through) {
        double[] points = new double[2 + 6 * (through.size() - 1)];
        points[0] = through.getFirst().x();
        points[1] = through.getFirst().y();
        for (int k = 1; k < through.size(); k++) {
            Point a = through.get(k - 1);
            Point b = through.get(k);
            double reach = a.y() == b.y() ? (b.x() - a.x()) / 3 : (b.x() - a.x()) / 2;
            int at = 6 * k - 4;
            points[at] = a.x() + reach;
            points[at + 1] = a.y();
            points[at + 2] = b.x() - reach;
            points[at + 3] = b.y();
            points[at + 4] = b.x();
            points[at + 5] = b.y();
        }
        return new Curve(points);
    }

    public int pieces() {
        return (points.length - 2) / 6;
    }

    public Point start() {
        return new Point(points[0], points[1]);
    }

    public Point end() {
        return new Point(points[points.length - 2], points[points.length - 1]);
    }

    /// The end and the control points of a piece, as x and y: where it comes from, two control points, where it ends.
    public double[] piece(int k) {
        return Arrays.copyOfRange(points, 6 * k, 6 * k + 8);
    }

    public double length() {
        return lengths[lengths.length - 1];
    }

    /// The point after a part of its length, from 0 to 1.
    public Point at(double part) {
        double wanted = Math.clamp(part, 0, 1) * length();
        int k = Arrays.binarySearch(lengths, wanted);
        int low = Math.clamp(k >= 0 ? k : -k - 2, 0, lengths.length - 2);
        double step = lengths[low + 1] - lengths[low];
        double beyond = step == 0 ? 0 : (wanted - lengths[low]) / step;
        return on(low / SAMPLES, (low % SAMPLES + beyond) / SAMPLES);
    }

    private Point on(int piece, double t) {
        int i = 6 * piece;
        double s = 1 - t;
        double a = s * s * s;
        double b = 3 * s * s * t;
        double c = 3 * s * t * t;
        double d = t * t * t;
        return new Point(
                a * points[i] + b * points[i + 2] + c * points[i + 4] + d * points[i + 6],
                a * points[i + 1] + b * points[i + 3] + c * points[i + 5] + d * points[i + 7]);
    }

    public Rect bounds() {
        var all = new Rect(points[0], points[1], 0, 0);
        for (int k = 2; k < points.length; k += 2) {
            all = all.with(new Rect(points[k], points[k + 1], 0, 0));
        }
        return all;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Curve other && Arrays.equals(points, other.points);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(points);
    }
}
