package wengert.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import wengert.compile.FastGradient;

/// The value of a study over two of the numbers that go in, the others resting.
///
/// @param value row by row, the rows along the second number from its lowest; NaN where there is none
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
public record Terrain(
        int across, int up, Reach acrossReach, Reach upReach, int count, double[] value) {

    /// A piece of a line of equal values, from one place to another; both run from 0 to 1 in each direction.
    public record Piece(double x1, double y1, double x2, double y2) {}

    /// Asks the study at `count` times `count` places.
    ///
    /// @param cancelled whether nobody waits for it any more; then the rest is gaps
    public static Terrain of(
            FastGradient fast,
            double[] from,
            int across,
            int up,
            Reach acrossReach,
            Reach upReach,
            int count,
            BooleanSupplier cancelled) {
        double[] value = new double[count * count];
        Arrays.fill(value, Double.NaN);
        double[] there = from.clone();
        double[] gradient = new double[from.length];
        var asking = new Asking(fast, cancelled);
        for (int k = 0; k < value.length && !cancelled.getAsBoolean(); k++) {
            int row = k / count;
            there[up] = upReach.low() + upReach.width() * row / (count - 1);
            there[across] = acrossReach.low() + acrossReach.width() * (k % count) / (count - 1);
            value[k] = Slice.value(asking, there, gradient);
        }
        return new Terrain(across, up, acrossReach, upReach, count, value);
    }

    /// Levels that part the places into equally many: close together where the ground is flat, so that a valley is seen beside
    /// high walls.
    public double[] levels(int count) {
        double[] sorted = Arrays.stream(value).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new double[0];
        }
        double[] levels = new double[count];
        for (int k = 0; k < count; k++) {
            double part = (k + 0.5) / count;
            levels[k] = sorted[(int) (part * part * (sorted.length - 1))];
        }
        return Arrays.stream(levels).distinct().toArray();
    }

    /// The line on which the value is `level`, by marching squares; it need not hang together.
    public List<Piece> line(double level) {
        var pieces = new ArrayList<Piece>();
        for (int j = 0; j < count - 1; j++) {
            for (int i = 0; i < count - 1; i++) {
                square(i, j, level, pieces);
            }
        }
        return pieces;
    }

    private void square(int i, int j, double level, List<Piece> pieces) {
        double a = value[j * count + i] - level;
        double b = value[j * count + i + 1] - level;
        double c = value[(j + 1) * count + i + 1] - level;
        double d = value[(j + 1) * count + i] - level;
        if (!Double.isFinite(a + b + c + d)) {
            return;
        }
        var ends = new ArrayList<double[]>(4);
        cross(a, b, i, j, 1, 0, ends);
        cross(b, c, i + 1.0, j, 0, 1, ends);
        cross(d, c, i, j + 1.0, 1, 0, ends);
        cross(a, d, i, j, 0, 1, ends);
        for (int k = 0; k + 1 < ends.size(); k += 2) {
            double[] from = ends.get(k);
            double[] to = ends.get(k + 1);
            double last = count - 1.0;
            pieces.add(new Piece(from[0] / last, from[1] / last, to[0] / last, to[1] / last));
        }
    }

    /// Where the level is crossed on the side of a square that begins at (i, j).
    private static void cross(
            double from, double to, double i, double j, int di, int dj, List<double[]> ends) {
        if (from < 0 != to < 0) {
            double part = from / (from - to);
            ends.add(new double[] {i + di * part, j + dj * part});
        }
    }
}
