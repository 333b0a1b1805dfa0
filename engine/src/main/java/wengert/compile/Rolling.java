package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the loops again that straight code came from.
///
/// A loop that was recorded has left the same operations turn after turn, on cells that lie equally far apart. Where
/// three turns and more look like that, they become one [Flat.Loop]: its cost, and that of compiling it, no longer
/// depends on the number of turns. The order of the operations stays what it was.
final class Rolling {

    /// How many operations in a row have to be the same for a repetition to be looked for.
    private static final int GRAM = 3;

    private static final int ATTEMPTS = 8;

    /// The longest period that is looked for at first, and the longest at all.
    private static final int BRIEF = 40;

    private static final int LONGEST = 4000;

    /// With this many turns no longer period is looked for.
    private static final int PLENTY = 8;

    /// Fewer operations than these are not worth a loop.
    private static final int WORTH = 18;

    /// Loops of fewer turns are left straight.
    private static final int FEWEST = 3;

    /// The same where there are few operations in all.
    private static final int MANY = 24;

    private final int fewest;
    private final int[] op;
    private final int[] at;
    private final int count;
    private final Constants constants;
    private final List<Flat.Part> parts = new ArrayList<>();

    /// Where the same few operations come next; -1 where they do not.
    private final int[] next;

    /// Where constants are kept. In code that is not rolled yet constant `k` is written as `~k`.
    interface Constants {
        int cell(int constant);

        /// The first of cells, one behind the other, that hold these constants.
        int column(int[] constants);
    }

    private Rolling(int[] op, int[] at, Constants constants, int fewest) {
        this.fewest = fewest;
        this.op = op;
        this.at = at;
        this.count = op.length;
        this.constants = constants;
        this.next = repetitions();
    }

    /// @param at four for each operation: where to, and up to three arguments
    static List<Flat.Part> of(int[] op, int[] at, Constants constants) {
        var rolling = new Rolling(op, at, constants, FEWEST);
        rolling.roll(0, op.length, BRIEF);
        return rolling.parts;
    }

    /// The same for a program of few operations, which as straight code is faster than in loops that turn a few times.
    static List<Flat.Part> ofFew(int[] op, int[] at, Constants constants) {
        var rolling = new Rolling(op, at, constants, MANY);
        rolling.roll(0, op.length, BRIEF);
        return rolling.parts;
    }

    private int[] repetitions() {
        int[] grams = new int[Math.max(0, count - GRAM + 1)];
        for (int i = 0; i < grams.length; i++) {
            for (int k = 0; k < GRAM; k++) {
                grams[i] = grams[i] * 31 + op[i + k];
            }
        }
        int[] next = Arrays.copyOf(Recurrences.next(grams), count);
        Arrays.fill(next, grams.length, count, -1);
        return next;
    }

    /// Looks for short periods first, which are the inner ones of loops inside each other, and in what is left for longer
    /// ones.
    private void roll(int from, int to, int longest) {
        int straight = from;
        int i = from;
        while (i < to) {
            int period = 0;
            int turns = 0;
            int j = next[i];
            for (int k = 0; k < ATTEMPTS && j >= 0 && j - i <= longest; k++, j = next[j]) {
                int found = turns(i, j - i, to);
                if (found >= fewest && found * (j - i) > turns * period) {
                    period = j - i;
                    turns = found;
                }
                if (turns >= PLENTY) {
                    break;
                }
            }
            if (turns * period >= WORTH && (longest > BRIEF || turns >= PLENTY)) {
                int start = i + (turns < PLENTY ? 0 : Phase.best(at, i, period));
                int count = turns(start, period, to);
                rest(straight, start, longest);
                loop(start, period, count);
                i = start + count * period;
                straight = i;
            } else {
                i++;
            }
        }
        rest(straight, to, longest);
    }

    private void rest(int from, int to, int longest) {
        if (longest < LONGEST && to - from > 3 * longest) {
            roll(from, to, LONGEST);
        } else {
            straight(from, to);
        }
    }

    /// How many turns of `period` operations follow each other from `i` on.
    private int turns(int i, int period, int to) {
        int turns = 1;
        while (i + (turns + 1) * period <= to && repeats(i, period, turns)) {
            turns++;
        }
        return turns;
    }

    /// Whether turn `turn` of the loop at `i` is like the ones before.
    private boolean repeats(int i, int period, int turn) {
        for (int k = i; k < i + period; k++) {
            int here = k + turn * period;
            if (op[k] != op[here]) {
                return false;
            }
            for (int slot = 0; slot < 4; slot++) {
                int first = at[4 * k + slot];
                int second = at[4 * (k + period) + slot];
                int now = at[4 * here + slot];
                boolean fits =
                        first < 0
                                ? now < 0
                                : second >= 0
                                        && now >= 0 // a constant's cell may look like the next
                                        && now == first + turn * (second - first);
                if (!fits) {
                    return false;
                }
            }
        }
        return true;
    }

    private void straight(int from, int to) {
        if (from == to) {
            return;
        }
        int[] cells = Arrays.copyOfRange(at, 4 * from, 4 * to);
        for (int k = 0; k < cells.length; k++) {
            cells[k] = cells[k] < 0 ? constants.cell(~cells[k]) : cells[k];
        }
        parts.add(Flat.Loop.straight(Arrays.copyOfRange(op, from, to), cells));
    }

    private void loop(int i, int period, int turns) {
        int[] cells = Arrays.copyOfRange(at, 4 * i, 4 * (i + period));
        int[] down = new int[cells.length];
        for (int k = 0; k < cells.length; k++) {
            if (cells[k] >= 0) {
                down[k] = at[4 * (i + period) + k] - cells[k];
                continue;
            }
            int[] all = new int[turns];
            boolean same = true;
            for (int t = 0; t < turns; t++) {
                all[t] = ~at[4 * (i + t * period) + k];
                same &= all[t] == all[0];
            }
            down[k] = same ? 0 : 1;
            cells[k] = same ? constants.cell(all[0]) : constants.column(all);
        }
        int[] body = Arrays.copyOfRange(op, i, i + period);
        int[] across = new int[cells.length];
        int[] uses = Flat.Loop.written(cells);
        parts.add(Flat.Loop.of(turns, 1, body, cells, down, across, uses));
    }
}
