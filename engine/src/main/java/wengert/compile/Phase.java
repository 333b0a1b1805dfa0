package wengert.compile;

import java.util.HashMap;
import java.util.Map;

/// Finds out with which of its operations a loop should begin.
///
/// What repeats can be cut into turns anywhere. Where a turn ends in the middle of an expression, numbers are handed over
/// to the next one, through storage or through variables, and the virtual machine cannot do several turns at a time. Cut
/// between two expressions, only sums are handed over, and what the program itself does.
final class Phase {

    private Phase() {}

    /// By how many operations a loop that was found at `from` should begin later: where the fewest numbers are handed
    /// over to the next turn, and of such places the first one.
    ///
    /// @param at four for each operation: where to, and up to three arguments; constants are negative
    static int best(int[] at, int from, int period) {
        Map<Integer, Integer> written = new HashMap<>();
        int[] last = new int[3 * period]; // of each operation the last one that reads what it wrote
        for (int k = 0; k < last.length; k++) {
            int p = 4 * (from + k);
            for (int slot = 1; slot < 4; slot++) {
                Integer writer = written.get(at[p + slot]);
                if (writer != null) {
                    last[writer] = k;
                }
            }
            written.put(at[p], k);
        }
        int[] change =
                new int[period + 1]; // in how much is handed over, from one place for a cut to the
        // next
        for (int k = 0; k < last.length; k++) {
            int first = Math.max(k + 1, period);
            int end = Math.min(last[k], 2 * period - 1);
            if (first <= end) {
                change[first - period]++;
                change[end + 1 - period]--;
            }
        }
        int best = 0;
        int more = 0;
        int least = 0;
        for (int phase = 1; phase < period; phase++) {
            more += change[phase];
            if (more < least) {
                least = more;
                best = phase;
            }
        }
        return best;
    }
}
