package wengert.compile;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Decides where each cell is in the end: first the blocks, then the single numbers in the order in which they are computed.
///
/// Where there are many blocks, those whose numbers are soon forgotten lie in a ring: a stretch of cells that is gone
/// through over and over, each block taking the next ones. So only what the way back needs of the way there has cells of
/// its own, turn by turn, and the cells at work fit the caches. From turn to turn of a program the blocks in the ring
/// still move on together, so that loops that are alike stay alike.
final class Storage {

    /// As many numbers as may be in one storage: 512 MB of them.
    private static final int LARGEST = 1 << 26;

    /// How many cells the ring has: what fits the first cache, 32 KB. With fewer there would be more loops that go over its
    /// end, and the state of a turn would be forgotten before the next one.
    private static final int RING = 4096;

    /// With fewer cells in blocks there is no ring.
    private static final int MANY = 4 * RING;

    /// Blocks that are longer are not in the ring.
    static final int LONGEST = RING / 8;

    /// Blocks that are needed when so many cells have been written after them are not in the ring.
    static final int FAR = RING / 2;

    /// A number that is read again within so many operations is read in the same turn, or the next.
    private static final int NEAR = 300;

    private final Draft draft;
    private final int[] order;

    /// Of each cell where it is; -1 where it is nowhere.
    private final int[] last;

    /// Of each cell where its readers are counted, which is the same but for the cells in the ring.
    private final int[] counts;

    private long next;
    private int inRing;

    /// @param uses how often each single number is read
    /// @param asked the blocks that somebody looks at from outside
    Storage(Draft draft, int[] order, List<Stage> stages, int[] uses, int[] asked) {
        this.draft = draft;
        this.order = order;
        last = new int[draft.cells()];
        Arrays.fill(last, -1);
        boolean many = hasRing(draft);
        counts = many ? new int[last.length] : last;
        if (many) {
            ring(stages, LiveRanges.of(draft, order, stages, asked));
        }
        blocks();
        numbers(roots(uses), asked);
        if (next > LARGEST) {
            throw new Draft.TooLarge();
        }
        if (many) {
            countApart();
        }
    }

    /// Where a cell is.
    int last(int cell) {
        return last[cell];
    }

    /// Where the readers of a cell are counted.
    int counts(int cell) {
        return counts[cell];
    }

    /// How many cells there are in all.
    int cells() {
        return (int) next;
    }

    /// How many places there are to count readers.
    int counted() {
        return (int) next + inRing;
    }

    /// Whether there are many blocks.
    static boolean hasRing(Draft draft) {
        long all = 0;
        for (int c = 0; c < draft.cells(); c += Math.max(1, draft.length(c))) {
            all += draft.length(c);
        }
        return all > MANY;
    }

    // ---- blocks

    /// Puts blocks into the ring, and the others that are written one behind the other in that order.
    private void ring(List<Stage> stages, LiveRanges ranges) {
        long[] passed = passed(stages, ranges);
        next = RING;
        int at = 0;
        for (Stage stage : stages) {
            for (Item item : stage.arrays()) {
                int block = item.writes();
                if (block < 0 || last[block] >= 0 || ranges.first(block) < 0) {
                    continue;
                }
                int length = draft.length(block);
                long meanwhile = passed[ranges.end(block) + 1] - passed[ranges.first(block)];
                if (length > LONGEST || meanwhile > FAR) {
                    put(block);
                    continue;
                }
                at = at + length > RING ? 0 : at;
                for (int k = 0; k < length; k++) {
                    last[block + k] = at++;
                    counts[block + k] = ~inRing++;
                }
            }
        }
    }

    /// For each stage how many cells could have been taken in the ring before it.
    private long[] passed(List<Stage> stages, LiveRanges ranges) {
        long[] passed = new long[stages.size() + 1];
        for (int s = 0; s < stages.size(); s++) {
            passed[s + 1] = passed[s];
            for (Item item : stages.get(s).arrays()) {
                int block = item.writes();
                if (block >= 0 && ranges.first(block) == s) {
                    passed[s + 1] += draft.length(block);
                }
            }
        }
        return passed;
    }

    private void blocks() {
        for (int c = 0; c < last.length; c += Math.max(1, draft.length(c))) {
            if (draft.length(c) > 0 && last[c] < 0) {
                put(c);
            }
        }
    }

    private void put(int block) {
        int length = draft.length(block);
        for (int k = 0; k < length; k++) {
            last[block + k] = (int) next + k;
        }
        next += length;
    }

    // ---- single numbers

    /// For each single number the one whose cell it shares: a sum that grows term by term stays in one place.
    private int[] roots(int[] uses) {
        int[] root = new int[last.length];
        Arrays.setAll(root, c -> c);
        for (int k = order.length - 1; k >= 0; k--) {
            int item = order[k];
            int operation = draft.operation(item);
            if (operation != Flat.PLUS && operation != Flat.MINUS) {
                continue;
            }
            int to = draft.at(item, 0);
            if (draft.length(draft.start(to)) != 0) {
                continue;
            }
            int terms = operation == Flat.PLUS ? 2 : 1;
            for (int slot = 1; slot <= terms; slot++) {
                int term = draft.at(item, slot);
                if (term >= 0
                        && uses[term] == 1
                        && draft.length(draft.start(term)) == 0
                        && draft.pin(term) < 0) {
                    root[term] = root[to];
                    break;
                }
            }
        }
        return root;
    }

    /// What is read again much later lies together, sums that grow all the while by themselves, since there is not one in
    /// every turn. Most of the rest is only in variables while compiled code runs.
    private void numbers(int[] root, int[] asked) {
        boolean[] far = far(root, asked);
        boolean[] grows = new boolean[root.length];
        for (int c = 0; c < root.length; c++) {
            grows[root[c]] |= root[c] != c;
        }
        place(root, r -> far[r] && grows[r]);
        place(root, r -> far[r] && !grows[r]);
        place(root, r -> !far[r]);
    }

    /// Of each number that others share a cell with whether it is long until it is last read.
    private boolean[] far(int[] root, int[] asked) {
        int[] first = new int[last.length];
        boolean[] far = new boolean[last.length];
        Arrays.fill(first, -1);
        for (int k = 0; k < order.length; k++) {
            int item = order[k];
            if (draft.operation(item) < 0) {
                for (int cell : draft.part(item).reads()) {
                    far[root[cell]] |= k - first[root[cell]] > NEAR;
                }
                continue;
            }
            for (int slot = 1; slot <= draft.arity(draft.operation(item)); slot++) {
                int cell = draft.at(item, slot);
                if (cell >= 0) {
                    far[root[cell]] |= k - first[root[cell]] > NEAR;
                }
            }
            int to = root[draft.at(item, 0)];
            first[to] = first[to] < 0 ? k : first[to];
        }
        for (int cell : asked) {
            far[root[cell]] = true;
        }
        return far;
    }

    private void place(int[] root, IntPredicate now) {
        for (int item : order) {
            int r = draft.operation(item) < 0 ? -1 : root[draft.at(item, 0)];
            if (r < 0 || !now.test(r)) {
                continue;
            }
            if (last[r] < 0) {
                int pin = draft.pin(r);
                last[r] = pin >= 0 ? last[pin] : (int) next++;
            }
            last[draft.at(item, 0)] = last[r];
        }
    }

    /// Readers of cells in the ring are counted behind all others.
    private void countApart() {
        for (int c = 0; c < counts.length; c++) {
            counts[c] = counts[c] < 0 ? (int) next + ~counts[c] : last[c];
        }
    }
}
