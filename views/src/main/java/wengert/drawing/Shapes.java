package wengert.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/// Java2D's shapes as paths of ours.
final class Shapes {

    private Shapes() {}

    /// Adds a shape to a path.
    ///
    /// @param place from the shape's coordinates to the path's
    static void append(Shape shape, AffineTransform place, Path.Builder path) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        for (var pieces = shape.getPathIterator(place); !pieces.isDone(); pieces.next()) {
            int last = 0;
            switch (pieces.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> path.move(c[0], c[1]);
                case PathIterator.SEG_LINETO -> path.line(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> {
                    path.cubic(
                            x + 2 * (c[0] - x) / 3,
                            y + 2 * (c[1] - y) / 3,
                            c[2] + 2 * (c[0] - c[2]) / 3,
                            c[3] + 2 * (c[1] - c[3]) / 3,
                            c[2],
                            c[3]);
                    last = 2;
                }
                case PathIterator.SEG_CUBICTO -> {
                    path.cubic(c[0], c[1], c[2], c[3], c[4], c[5]);
                    last = 4;
                }
                default -> path.close();
            }
            x = c[last];
            y = c[last + 1];
        }
    }
}
