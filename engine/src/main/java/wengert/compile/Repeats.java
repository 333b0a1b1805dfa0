package wengert.compile;

import java.util.ArrayList;
import java.util.List;

/// Finds what repeats in a sequence of steps, of which only the kind is looked at.
///
/// Where a program does the same with whole arrays turn after turn, the steps of one turn are written once.
final class Repeats {

    /// With fewer turns nothing is gained.
    private static final int FEWEST = 3;

    private static final int ATTEMPTS = 8;

    /// A stretch of steps that is run `turns` times, each time as many of them as `period` says.
    record Stretch(int from, int period, int turns) {

        int end() {
            return from + period * turns;
        }
    }

    private final int[] kinds;
    private final int[] next;

    private Repeats(int[] kinds) {
        this.kinds = kinds;
        this.next = Recurrences.next(kinds);
    }

    /// All steps in order, as stretches; what does not repeat is in stretches of one turn.
    static List<Stretch> of(int[] kinds) {
        return new Repeats(kinds).stretches();
    }

    private List<Stretch> stretches() {
        var all = new ArrayList<Stretch>();
        int single = 0;
        int i = 0;
        while (i < kinds.length) {
            Stretch best = null;
            int j = next[i];
            for (int k = 0; k < ATTEMPTS && j >= 0; k++, j = next[j]) {
                int turns = turns(i, j - i);
                boolean longer = best == null || turns * (j - i) > best.turns() * best.period();
                if (turns >= FEWEST && longer) {
                    best = new Stretch(i, j - i, turns);
                }
            }
            if (best == null) {
                i++;
                continue;
            }
            once(all, single, i);
            all.add(best);
            i = best.end();
            single = i;
        }
        once(all, single, kinds.length);
        return all;
    }

    private static void once(List<Stretch> all, int from, int to) {
        if (to > from) {
            all.add(new Stretch(from, to - from, 1));
        }
    }

    private int turns(int from, int period) {
        int end = from + period;
        while (end < kinds.length && kinds[end] == kinds[end - period]) {
            end++;
        }
        return (end - from) / period;
    }
}
