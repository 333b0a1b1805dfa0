package wengert.drawing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A path of straight and curved pieces.
public final class Path {

    /// Whoever wants to know the pieces, in order.
    public interface Reader {
        void move(double x, double y);

        void line(double x, double y);

        void cubic(double x1, double y1, double x2, double y2, double x, double y);

        void close();
    }

    private final byte[] pieces;
    private final double[] points;

    private Path(byte[] pieces, double[] points) {
        this.pieces = pieces;
        this.points = points;
    }

    public static Builder from(double x, double y) {
        return new Builder().move(x, y);
    }

    public static Path circle(double x, double y, double radius) {
        double k = 0.5522847498 * radius; // the usual approximation by four cubics
        return from(x + radius, y)
                .cubic(x + radius, y + k, x + k, y + radius, x, y + radius)
                .cubic(x - k, y + radius, x - radius, y + k, x - radius, y)
                .cubic(x - radius, y - k, x - k, y - radius, x, y - radius)
                .cubic(x + k, y - radius, x + radius, y - k, x + radius, y)
                .close()
                .path();
    }

    public void read(Reader reader) {
        int p = 0;
        for (byte piece : pieces) {
            switch (piece) {
                case 'M' -> reader.move(points[p++], points[p++]);
                case 'L' -> reader.line(points[p++], points[p++]);
                case 'C' -> {
                    reader.cubic(
                            points[p],
                            points[p + 1],
                            points[p + 2],
                            points[p + 3],
                            points[p + 4],
                            points[p + 5]);
                    p += 6;
                }
                default -> reader.close();
            }
        }
    }

    /// The same path, `size` times as large, its origin at (x, y).
    public Path placed(double size, double x, double y) {
        double[] placed = new double[points.length];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = size * points[i] + (i % 2 == 0 ? x : y);
        }
        return new Path(pieces, placed);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Path other
                && Arrays.equals(pieces, other.pieces)
                && Arrays.equals(points, other.points);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(pieces) + Arrays.hashCode(points);
    }

    /// A path in the making.
    public static final class Builder {
        private byte[] pieces = new byte[8];
        private double[] points = new double[24];
        private int pieceCount;
        private int pointCount;

        public Builder move(double x, double y) {
            return add('M', x, y);
        }

        public Builder line(double x, double y) {
            return add('L', x, y);
        }

        public Builder cubic(double x1, double y1, double x2, double y2, double x, double y) {
            return add('C', x1, y1, x2, y2, x, y);
        }

        public Builder close() {
            return add('Z');
        }

        public Path path() {
            return new Path(Arrays.copyOf(pieces, pieceCount), Arrays.copyOf(points, pointCount));
        }

        private Builder add(char piece, double... p) {
            if (pieceCount == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * pieceCount);
            }
            if (pointCount + p.length > points.length) {
                points = Arrays.copyOf(points, 2 * points.length);
            }
            pieces[pieceCount++] = (byte) piece;
            System.arraycopy(p, 0, points, pointCount, p.length);
            pointCount += p.length;
            return this;
        }
    }
}
