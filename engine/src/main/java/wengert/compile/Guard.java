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
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record Guard(Reader of, Turn turn, double[] recorded) {

    /// Whether it still is.
    boolean holds(double[] m, @Nullable Value[] kept) {
        boolean plain = turn == Turn.SIGNS || turn == Turn.VALUE;
        return switch (of.place()) {
            case Place.Single(int cell, _) when plain -> holds(m, cell, 1);
            case Place.View v when plain && v.isDense() && v.length() == recorded.length ->
                    turn == Turn.SIGNS && alike(m, v.base()) || holds(m, v.base(), v.length());
            case Place.View v when turn == Turn.ZEROS && v.isDense() && recorded.length == 0 ->
                    hasNoZero(m, v.base(), v.base() + v.length());
            case Place.View v when turn == Turn.ORDER && v.length() == recorded.length ->
                    isInOrder(m, v);
            default -> Arrays.equals(recorded, seen(turn, of.read(m, kept)));
        };
    }

    /// Whether no sign is another one, where none of the numbers was 0: a quick look that most arrays pass.
    private boolean alike(double[] m, int base) {
        for (int i = 0; i < recorded.length; i++) {
            if (!(m[base + i] * recorded[i] > 0)) {
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

    private boolean holds(double[] m, int base, int length) {
        boolean signs = turn == Turn.SIGNS;
        for (int i = 0; i < length; i++) {
            double x = m[base + i];
            if ((signs ? Math.signum(x) : x) != recorded[i]) {
                return false;
            }
        }
        return length == recorded.length;
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
