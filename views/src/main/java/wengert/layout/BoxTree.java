package wengert.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Finds which of many boxes are at a place, without looking at all of them.
///
/// The boxes are sorted into strips and tiles, tiles lie in larger tiles, and so on up to one that holds everything
/// (a packed R-tree). It never changes, and any thread may ask it.
final class BoxTree {

    private static final int FAN = 12;

    /// Left, top, right and bottom of every box, then of the tiles of each level.
    private final double[] sides;

    /// Of the boxes their numbers, in the order of the lowest tiles.
    private final int[] order;

    /// Where each level begins, in boxes; level 0 are the boxes themselves.
    private final int[] levels;

    BoxTree(int count, BoxOf boxes) {
        order = sorted(count, boxes);
        int total = count;
        int[] starts = new int[34];
        int depth = 1;
        starts[1] = count;
        for (int size = count; size > 1; ) {
            size = (size + FAN - 1) / FAN;
            total += size;
            starts[++depth] = total;
        }
        levels = Arrays.copyOf(starts, depth + 1);
        sides = new double[4 * total];
        for (int k = 0; k < count; k++) {
            Rect box = boxes.box(order[k]);
            sides[4 * k] = box.x();
            sides[4 * k + 1] = box.y();
            sides[4 * k + 2] = box.right();
            sides[4 * k + 3] = box.bottom();
        }
        for (int level = 1; level < depth; level++) {
            for (int tile = levels[level]; tile < levels[level + 1]; tile++) {
                gather(tile, first(level, tile), beyond(level, tile));
            }
        }
    }

    /// The box of a number.
    interface BoxOf {
        Rect box(int number);
    }

    private static int[] sorted(int count, BoxOf boxes) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int k = 0; k < count; k++) {
            Rect box = boxes.box(k);
            x[k] = box.centerX();
            y[k] = box.centerY();
        }
        Integer[] numbers = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(numbers, Comparator.comparingDouble(k -> x[k]));
        int strips = (int) Math.ceil(Math.sqrt(count / (double) FAN));
        int perStrip = strips == 0 ? 1 : FAN * ((count + FAN * strips - 1) / (FAN * strips));
        for (int from = 0; from < count; from += perStrip) {
            Arrays.sort(
                    numbers,
                    from,
                    Math.min(count, from + perStrip),
                    Comparator.comparingDouble(k -> y[k]));
        }
        return Arrays.stream(numbers).mapToInt(Integer::intValue).toArray();
    }

    private int first(int level, int tile) {
        return levels[level - 1] + FAN * (tile - levels[level]);
    }

    private int beyond(int level, int tile) {
        return Math.min(levels[level], first(level, tile) + FAN);
    }

    private void gather(int tile, int from, int to) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int k = from; k < to; k++) {
            left = Math.min(left, sides[4 * k]);
            top = Math.min(top, sides[4 * k + 1]);
            right = Math.max(right, sides[4 * k + 2]);
            bottom = Math.max(bottom, sides[4 * k + 3]);
        }
        sides[4 * tile] = left;
        sides[4 * tile + 1] = top;
        sides[4 * tile + 2] = right;
        sides[4 * tile + 3] = bottom;
    }

    /// The numbers of the boxes that touch an area, from the lowest to the highest.
    int[] touching(Rect area) {
        var found = new Numbers();
        if (order.length > 0) {
            search(levels.length - 2, levels[levels.length - 2], area, found);
        }
        return found.sorted();
    }

    private void search(int level, int at, Rect area, IntConsumer found) {
        boolean touches =
                sides[4 * at] <= area.right()
                        && area.x() <= sides[4 * at + 2]
                        && sides[4 * at + 1] <= area.bottom()
                        && area.y() <= sides[4 * at + 3];
        if (!touches) {
            return;
        }
        if (level == 0) {
            found.accept(order[at]);
            return;
        }
        for (int k = first(level, at); k < beyond(level, at); k++) {
            search(level - 1, k, area, found);
        }
    }

    private static final class Numbers implements IntConsumer {
        private int[] numbers = new int[64];
        private int count;

        @Override
        public void accept(int number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }

        int[] sorted() {
            int[] all = Arrays.copyOf(numbers, count);
            Arrays.sort(all);
            return all;
        }
    }
}
