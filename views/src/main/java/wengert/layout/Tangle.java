package wengert.layout;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// How tangled the lines of a picture are: how often they cross, and how long they are.
///
/// Crossings are counted on the curves as they are drawn. Curves that run together for a while, or meet where they
/// begin or end, do not cross there.
public record Tangle(long crossings, double length) {

    private static final int SAMPLES =
            13; // odd: curves that change places meet in the middle of a step
    private static final double CELL = 90;

    /// Crossings closer than this are one.
    private static final double SPOT = 2;

    public static Tangle of(List<Curve> curves) {
        double length = 0;
        var pieces = new Pieces();
        for (int k = 0; k < curves.size(); k++) {
            Curve curve = curves.get(k);
            length += curve.length();
            for (int piece = 0; piece < curve.pieces(); piece++) {
                Point last = curve.on(piece, 0);
                for (int i = 1; i <= SAMPLES; i++) {
                    Point next = curve.on(piece, i / (double) SAMPLES);
                    pieces.add(k, last, next);
                    last = next;
                }
            }
        }
        return new Tangle(pieces.crossings(), length);
    }

    /// Short straight pieces of all curves, found again by where they are.
    private static final class Pieces {
        private double[] at = new double[4096];
        private int[] curve = new int[1024];
        private int count;
        private final HashMap<Long, int[]> cells = new HashMap<>();

        void add(int number, Point a, Point b) {
            if (count == curve.length) {
                curve = Arrays.copyOf(curve, 2 * count);
                at = Arrays.copyOf(at, 8 * count);
            }
            curve[count] = number;
            at[4 * count] = a.x();
            at[4 * count + 1] = a.y();
            at[4 * count + 2] = b.x();
            at[4 * count + 3] = b.y();
            long left = cell(Math.min(a.x(), b.x()));
            long right = cell(Math.max(a.x(), b.x()));
            long top = cell(Math.min(a.y(), b.y()));
            long bottom = cell(Math.max(a.y(), b.y()));
            for (long i = left; i <= right; i++) {
                for (long j = top; j <= bottom; j++) {
                    int own = count;
                    cells.merge((i << 32) ^ (j & 0xffffffffL), new int[] {1, own}, Pieces::joined);
                }
            }
            count++;
        }

        private static long cell(double x) {
            return (long) Math.floor(x / CELL);
        }

        private static int[] joined(int[] known, int[] one) {
            int[] all =
                    known[0] + 1 < known.length
                            ? known
                            : Arrays.copyOf(known, 2 * known.length + 2);
            all[++all[0]] = one[1];
            return all;
        }

        /// Where lines run together others cross them once.
        long crossings() {
            var found = new HashSet<Long>();
            for (int[] cell : cells.values()) {
                for (int i = 1; i <= cell[0]; i++) {
                    for (int j = i + 1; j <= cell[0]; j++) {
                        int a = Math.min(cell[i], cell[j]);
                        int b = Math.max(cell[i], cell[j]);
                        if (curve[a] != curve[b] && cross(a, b)) {
                            found.add(meeting(a, b));
                        }
                    }
                }
            }
            return found.size();
        }

        private boolean cross(int a, int b) {
            double d1 = side(a, at[4 * b], at[4 * b + 1]);
            double d2 = side(a, at[4 * b + 2], at[4 * b + 3]);
            double d3 = side(b, at[4 * a], at[4 * a + 1]);
            double d4 = side(b, at[4 * a + 2], at[4 * a + 3]);
            return d1 * d2 < 0 && d3 * d4 < 0;
        }

        private long meeting(int a, int b) {
            double ax = at[4 * a];
            double ay = at[4 * a + 1];
            double dx = at[4 * a + 2] - ax;
            double dy = at[4 * a + 3] - ay;
            double d1 = side(b, ax, ay);
            double d2 = side(b, ax + dx, ay + dy);
            double part = d1 / (d1 - d2);
            long x = Math.round((ax + part * dx) / SPOT);
            long y = Math.round((ay + part * dy) / SPOT);
            return (x << 32) ^ (y & 0xffffffffL);
        }

        /// On which side of a piece a point is; 0 if it is on it, or as good as.
        private double side(int piece, double x, double y) {
            double ax = at[4 * piece];
            double ay = at[4 * piece + 1];
            double dx = at[4 * piece + 2] - ax;
            double dy = at[4 * piece + 3] - ay;
            double cross = dx * (y - ay) - dy * (x - ax);
            return Math.abs(cross) < 1e-3 * (Math.abs(dx) + Math.abs(dy)) ? 0 : cross;
        }
    }
}
