package wengert.layout;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A smooth line of cubic pieces, from a value to where it is used.
public final class Curve {

    private static final int SAMPLES = 16; // of each piece, to measure its length

    /// x and y of the start, then of two control points and an end for each piece.
    private final double[] points;

    /// How long it is up to each sample; measured when first asked, since most curves are only ever drawn.
    private double @Nullable [] measured;

    private Curve(double[] points) {
        this.points = points;
    }

    private synchronized double[] lengths() {
        double[] lengths = measured;
        if (lengths == null) {
            lengths = new double[pieces() * SAMPLES + 1];
            Point last = start();
            for (int k = 1; k < lengths.length; k++) {
                Point next = on((k - 1) / SAMPLES, ((k - 1) % SAMPLES + 1) / (double) SAMPLES);
                lengths[k] = lengths[k - 1] + last.to(next);
                last = next;
            }
            measured = lengths;
        }
        return lengths;
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

    /// The same with along and across exchanged: what was level is upright.
    Curve transposed() {
        double[] turned = new double[points.length];
        for (int k = 0; k < points.length; k += 2) {
            turned[k] = points[k + 1];
            turned[k + 1] = points[k];
        }
        return new Curve(turned);
    }

    /// A curve through the points of others' making: x and y of the start, then of two control points and an end for
    /// each piece.
    public static Curve of(double[] points) {
        if (points.length < 8 || points.length % 6 != 2) {
            throw new IllegalArgumentException(points.length + " numbers make no curve");
        }
        return new Curve(points.clone());
    }

    /// A straight line, for where nothing is in the way.
    public static Curve straight(Point start, Point end) {
        double dx = (end.x() - start.x()) / 3;
        double dy = (end.y() - start.y()) / 3;
        return new Curve(
                new double[] {
                    start.x(),
                    start.y(),
                    start.x() + dx,
                    start.y() + dy,
                    end.x() - dx,
                    end.y() - dy,
                    end.x(),
                    end.y()
                });
    }

    /// From another start to another end, in the directions in which it leaves and arrives.
    Curve directed(Point start, Point end) {
        double reach = Math.max(40, start.to(end) / 2.5);
        Point out = startDirection();
        Point in = endDirection();
        return new Curve(
                new double[] {
                    start.x(),
                    start.y(),
                    start.x() + reach * out.x(),
                    start.y() + reach * out.y(),
                    end.x() - reach * in.x(),
                    end.y() - reach * in.y(),
                    end.x(),
                    end.y()
                });
    }

    /// The same with both ends moved, each point the more like an end the closer it is to it.
    Curve bent(double dx0, double dy0, double dx1, double dy1) {
        double[] moved = new double[points.length];
        double last = Math.max(1, points.length / 2.0 - 1);
        for (int k = 0; k < points.length; k += 2) {
            double part = 0.5 * k / last;
            moved[k] = points[k] + dx0 + part * (dx1 - dx0);
            moved[k + 1] = points[k + 1] + dy0 + part * (dy1 - dy0);
        }
        return new Curve(moved);
    }

    /// The direction in which it leaves, of length 1.
    public Point startDirection() {
        return direction(0, 2);
    }

    /// The direction in which it arrives, of length 1.
    public Point endDirection() {
        return direction(points.length - 4, points.length - 2);
    }

    private Point direction(int a, int b) {
        double dx = points[b] - points[a];
        double dy = points[b + 1] - points[a + 1];
        double length = Math.hypot(dx, dy);
        return length < 1e-9 ? new Point(1, 0) : new Point(dx / length, dy / length);
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
        double[] lengths = lengths();
        return lengths[lengths.length - 1];
    }

    /// The point after a part of its length, from 0 to 1.
    public Point at(double part) {
        double[] lengths = lengths();
        double wanted = Math.clamp(part, 0, 1) * length();
        int k = Arrays.binarySearch(lengths, wanted);
        int low = Math.clamp(k >= 0 ? k : -k - 2, 0, lengths.length - 2);
        double step = lengths[low + 1] - lengths[low];
        double beyond = step == 0 ? 0 : (wanted - lengths[low]) / step;
        return on(low / SAMPLES, (low % SAMPLES + beyond) / SAMPLES);
    }

    /// A point of a piece, `t` from 0 to 1.
    Point on(int piece, double t) {
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
        double left = points[0];
        double top = points[1];
        double right = left;
        double bottom = top;
        for (int k = 2; k < points.length; k += 2) {
            left = Math.min(left, points[k]);
            top = Math.min(top, points[k + 1]);
            right = Math.max(right, points[k]);
            bottom = Math.max(bottom, points[k + 1]);
        }
        return new Rect(left, top, right - left, bottom - top);
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
