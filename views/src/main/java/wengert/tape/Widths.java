package wengert.tape;

import java.util.Arrays;

/// How columns share a width.
final class Widths {

    private Widths() {}

    /// All have what they wish for where there is room, and of the rest in proportion. Where there is not, the widest
    /// give way first, so that a number is not cut for the sake of a long matrix.
    ///
    /// @param least no column becomes narrower
    static double[] share(double[] wished, double least, double room) {
        double sum = Arrays.stream(wished).sum();
        if (sum <= room) {
            return Arrays.stream(wished).map(wish -> sum == 0 ? 0 : wish * room / sum).toArray();
        }
        double most = most(wished, room);
        return Arrays.stream(wished).map(wish -> Math.max(least, Math.min(wish, most))).toArray();
    }

    /// The width to which the widest are cut so that all of them together fill the room.
    private static double most(double[] wished, double room) {
        double[] ascending = wished.clone();
        Arrays.sort(ascending);
        double left = room;
        for (int i = 0; i < ascending.length; i++) {
            double most = left / (ascending.length - i);
            if (ascending[i] > most) {
                return most;
            }
            left -= ascending[i];
        }
        return left;
    }
}
