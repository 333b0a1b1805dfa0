package wengert.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Takes a loop apart: into groups of operations that can run one after the other, each for all turns, instead of turn by
/// turn.
///
/// Operations that need each other's numbers of turns before are in one group. Most groups are one operation.
final class Apart {

    private final Body body;

    /// Of each operation which others must come after it, and in the end which must come after these.
    private final BitSet[] after;

    private Apart(Body body) {
        this.body = body;
        int n = body.loop.length();
        after = IntStream.range(0, n).mapToObj(_ -> new BitSet(n)).toArray(BitSet[]::new);
        for (int first = 0; first < n; first++) {
            for (int second = first + 1; second < n; second++) {
                compare(first, second);
            }
        }
        for (int via = 0; via < n; via++) {
            for (BitSet some : after) {
                if (some.get(via)) {
                    some.or(after[via]);
                }
            }
        }
    }

    /// The groups in an order in which they can run, as near as can be to that of the body.
    static List<int[]> groups(Body body) {
        return new Apart(body).groups();
    }

    private void compare(int first, int second) {
        int meetings = 0;
        for (int a = 0; a <= body.arity[first]; a++) {
            for (int b = 0; b <= body.arity[second]; b++) {
                if (a == 0 || b == 0) {
                    int line = body.slots[4 * first + a];
                    int other = body.slots[4 * second + b];
                    meetings |= body.reach.meetings(body.lines.get(line), body.lines.get(other));
                }
            }
        }
        if ((meetings & (Reach.EARLIER | Reach.TOGETHER)) != 0) {
            after[first].set(second);
        }
        if ((meetings & Reach.LATER) != 0) {
            after[second].set(first);
        }
    }

    private List<int[]> groups() {
        var groups = new ArrayList<int[]>();
        var left = new BitSet();
        left.set(0, after.length);
        while (!left.isEmpty()) {
            int[] group = group(first(left));
            groups.add(group);
            for (int k : group) {
                left.clear(k);
            }
        }
        return groups;
    }

    /// The first operation that waits for none of those that are left but such as wait for it, too.
    private int first(BitSet left) {
        return left.stream()
                .filter(k -> left.stream().noneMatch(other -> precedes(other, k)))
                .findFirst()
                .orElseThrow();
    }

    private boolean precedes(int other, int k) {
        return after[other].get(k) && !after[k].get(other);
    }

    private int[] group(int k) {
        return IntStream.range(0, after.length)
                .filter(other -> other == k || after[k].get(other) && after[other].get(k))
                .toArray();
    }
}
