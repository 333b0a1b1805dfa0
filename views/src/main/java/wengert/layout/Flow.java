package wengert.layout;

import java.util.ArrayList;
import java.util.List;

/// Which way values flow over the picture. Layouts speak of *along* and *across*; this says what that is on the screen.
public enum Flow {
    /// From left to right.
    RIGHT,
    /// From the top down.
    DOWN;

    double along(double width, double height) {
        return this == RIGHT ? width : height;
    }

    double across(double width, double height) {
        return this == RIGHT ? height : width;
    }

    Rect rect(double along, double across, double width, double height) {
        return this == RIGHT
                ? new Rect(along, across, width, height)
                : new Rect(across, along, width, height);
    }

    /// A smooth curve through points given along and across, in the direction of the flow where it begins and ends.
    Curve curve(List<Point> through) {
        Curve curve = Curve.level(smooth(through));
        return this == RIGHT ? curve : curve.transposed();
    }

    /// Leaves out what lies on a level line between its neighbours, and evens out what is hardly a bend.
    private static List<Point> smooth(List<Point> bends) {
        var points = new ArrayList<Point>();
        for (Point p : bends) {
            int n = points.size();
            if (n > 0 && same(points.getLast(), p)) {
                continue;
            }
            if (n > 1
                    && level(points.get(n - 2), points.get(n - 1))
                    && level(points.get(n - 1), p)) {
                points.removeLast();
            }
            points.add(p);
        }
        return points;
    }

    private static boolean same(Point a, Point b) {
        return Math.abs(a.x() - b.x()) < 0.5 && Math.abs(a.y() - b.y()) < 0.5;
    }

    private static boolean level(Point a, Point b) {
        return Math.abs(a.y() - b.y()) < 0.5;
    }
}
