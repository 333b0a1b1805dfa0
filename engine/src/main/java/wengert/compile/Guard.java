package wengert.compile;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.ops.Turn;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Value;

/// What has to be as it was when the graph was recorded for its code to be right.
///
/// @param of the value that was decided by
/// @param turn what of it was decided by
/// @param recorded what that was
/// @param cell the first of the cells where the value is, one behind the other; -1 where it is elsewhere
/// @param length how many these are
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record Guard(Reader of, Turn turn, double[] recorded, int cell, int length) {

    static Guard of(Reader of, Turn turn, double[] recorded) {
        int length = of.place() instanceof Place.View v ? v.length() : 1;
        int cell =
                switch (of.place()) {
                    case Place.Single(int at, _) -> at;
                    case Place.View v when v.isDense() -> v.base();
                    default -> -1;
                };
        boolean fits = turn == Turn.ZEROS || recorded.length == length;
        return new Guard(of, turn, recorded, fits ? cell : -1, length);
    }

    /// Whether it still is.
    boolean holds(double[] m, @Nullable Value[] kept) {
        return cell < 0
                ? isLike(m, kept)
                : switch (turn) {
                    case ZEROS ->
                            recorded.length == 0
                                    ? hasNoZero(m, cell, cell + length)
                                    : isLike(m, kept);
                    case SIGNS -> alike(m) || isAsRecorded(m);
                    case VALUE -> isAsRecorded(m);
                    case NOTHING, ORDER -> isLike(m, kept);
                };
    }

    private boolean isLike(double[] m, @Nullable Value[] kept) {
        return turn == Turn.ORDER
                        && of.place() instanceof Place.View v
                        && v.length() == recorded.length
                ? isInOrder(m, v)
                : Arrays.equals(recorded, seen(turn, of.read(m, kept)));
    }

    /// Whether no sign is another one, where none of the numbers was 0: a quick look that most arrays pass.
    private boolean alike(double[] m) {
        for (int i = 0; i < recorded.length; i++) {
            if (!(m[cell + i] * recorded[i] > 0)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the elements in the order that they had do not fall, equal ones keeping theirs.
    private boolean isInOrder(double[] m, Place.View v) {
        for (int k = 1; k < recorded.length; k++) {
            int before = (int) recorded[k - 1];
            int next = (int) recorded[k];
            int order =
                    Double.compare(m[v.base() + v.offset(before)], m[v.base() + v.offset(next)]);
            if (order > 0 || order == 0 && before > next) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNoZero(double[] m, int from, int to) {
        for (int i = from; i < to; i++) {
            if (m[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isAsRecorded(double[] m) {
        boolean signs = turn == Turn.SIGNS;
        for (int i = 0; i < length; i++) {
            double x = m[cell + i];
            if ((signs ? Math.signum(x) : x) != recorded[i]) {
                return false;
            }
        }
        return true;
    }

    /// What a decision sees of a value.
    static double[] seen(Turn turn, Value value) {
        double[] x =
                switch (value) {
                    case Scalar s -> new double[] {s.toDouble()};
                    case ArrayValue array -> array.dense().doubles();
                    default -> new double[0];
                };
        return switch (turn) {
            case NOTHING, VALUE -> x;
            case SIGNS -> Arrays.stream(x).map(Math::signum).map(s -> s + 0.0).toArray();
            case ZEROS ->
                    IntStream.range(0, x.length)
                            .filter(i -> x[i] == 0)
                            .mapToDouble(i -> i)
                            .toArray();
            case ORDER ->
                    IntStream.range(0, x.length)
                            .boxed()
                            .sorted((i, j) -> Double.compare(x[i], x[j]))
                            .mapToDouble(i -> i)
                            .toArray();
        };
    }
}
