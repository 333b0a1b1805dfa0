package wengert.compile;

import java.util.Arrays;
import java.util.PriorityQueue;

/// The order in which items run.
///
/// What belongs to the function keeps its order. What belongs to the gradient runs as soon as everything it needs is
/// there; of several such operations in the order of the sweep. So numbers are used soon after they were computed, where
/// the chain rule needs nothing from the end of the program a loop and its way back become one loop, and elsewhere the
/// way back has the loops of the way there.
final class Schedule {

    /// So many items of the function, the last ones, run before the gradient goes on: what could begin without them would
    /// go all the way back, and what needs them would have to be done there again.
    private static final int FEW = 24;

    /// With fewer items that makes no difference.
    private static final int MANY = 10_000;

    private final Draft draft;
    private final int count;

    /// For each item what waits for it: `users[from[i] .. from[i + 1]]`.
    private final int[] from;

    private final int[] users;

    /// Whether an item belongs to the gradient, or to what only the gradient needs.
    private final boolean[] late;

    /// How much each of these waits for.
    private final int[] missing;

    /// The turn of each item among those that could run.
    private final long[] turn;

    private final int[] order;
    private final boolean[] placed;
    private int next;

    private Schedule(Draft draft) {
        this.draft = draft;
        this.count = draft.items();
        int[][] pairs = dependencies();
        int[] users = pairs[0];
        int[] used = pairs[1];
        from = new int[count + 1];
        missing = new int[count];
        for (int k = 0; k < used.length; k++) {
            from[used[k] + 1]++;
            missing[users[k]]++;
        }
        for (int i = 0; i < count; i++) {
            from[i + 1] += from[i];
        }
        this.users = new int[users.length];
        int[] at = Arrays.copyOf(from, count);
        for (int k = 0; k < used.length; k++) {
            this.users[at[used[k]]++] = users[k];
        }
        late = late();
        turn = turns(users, used);
        order = new int[count];
        placed = new boolean[count];
    }

    private boolean[] late() {
        boolean[] late = new boolean[count];
        for (int i = count - 1; i >= 0; i--) {
            boolean needed = from[i] == from[i + 1];
            for (int k = from[i]; k < from[i + 1]; k++) {
                needed |= !late[users[k]];
            }
            late[i] = draft.isLate(i) || !needed;
        }
        return late;
    }

    /// An operation comes in the order of the sweep, but a share is added as soon as it is there.
    private long[] turns(int[] users, int[] used) {
        int[] latest = new int[count];
        for (int k = 0; k < users.length; k++) {
            boolean sum = writes(users[k]) == writes(used[k]); // in place: what was added before
            latest[users[k]] = Math.max(latest[users[k]], sum ? 0 : used[k]);
        }
        long[] turns = new long[count];
        for (int i = 0; i < count; i++) {
            int operation = operation(i);
            boolean adds = operation == Flat.PLUS || operation == Flat.MINUS;
            long at = adds && late[i] ? turns[latest[i]] >> 32 : i;
            turns[i] = at << 32 | i;
        }
        return turns;
    }

    /// The items in the order in which they should run.
    static int[] of(Draft draft) {
        return new Schedule(draft).ordered();
    }

    /// Pairs of items, the one that uses and the one that is used.
    private int[][] dependencies() {
        int[] writer = new int[draft.cells()];
        Arrays.fill(writer, -1);
        int[] users = new int[Math.max(16, 2 * count)];
        int[] used = new int[users.length];
        int n = 0;
        for (int i = 0; i < count; i++) {
            int[] reads = reads(i);
            int to = writes(i);
            for (int k = 0; k <= reads.length; k++) {
                int start = k < reads.length ? reads[k] : to;
                int before = start < 0 ? -1 : writer[start];
                if (before >= 0) {
                    if (n == users.length) {
                        users = Arrays.copyOf(users, 2 * n);
                        used = Arrays.copyOf(used, 2 * n);
                    }
                    users[n] = i;
                    used[n++] = before;
                }
            }
            if (to >= 0) {
                writer[to] = i;
            }
        }
        return new int[][] {Arrays.copyOf(users, n), Arrays.copyOf(used, n)};
    }

    /// What an item does to numbers, be it one or all of an array; -1 for anything else.
    private int operation(int item) {
        int operation = draft.operation(item);
        return operation < 0 && draft.part(item) instanceof Item.Each each
                ? each.operation()
                : operation;
    }

    private int[] reads(int item) {
        if (draft.operation(item) < 0) {
            return draft.part(item).reads();
        }
        int[] reads = new int[3];
        for (int slot = 1; slot <= 3; slot++) {
            int cell = draft.at(item, slot);
            reads[slot - 1] = cell < 0 ? -1 : draft.start(cell);
        }
        int arity = draft.arity(draft.operation(item));
        return Arrays.copyOf(reads, arity);
    }

    private int writes(int item) {
        return draft.operation(item) < 0
                ? draft.part(item).writes()
                : draft.start(draft.at(item, 0));
    }

    private int[] ordered() {
        boolean[] idle = new boolean[count]; // waits for nothing: runs just before what needs it
        int[][] needs = new int[count][];
        for (int i = 0; i < count; i++) {
            if (late[i] && missing[i] == 0 && needs[i] == null) {
                idle[i] = true;
                for (int k = from[i]; k < from[i + 1]; k++) {
                    int user = users[k];
                    missing[user]--;
                    int[] known = needs[user];
                    int[] more =
                            known == null ? new int[1] : Arrays.copyOf(known, known.length + 1);
                    more[more.length - 1] = i;
                    needs[user] = more;
                }
            }
        }
        var ready = new PriorityQueue<Long>();
        int end = count > MANY ? lastButFew() : count;
        for (int i = 0; i < count; i++) {
            boolean starts = !late[i] || missing[i] == 0 && needs[i] != null && !idle[i];
            if (starts && !placed[i] && i < end) {
                ready.add(turn[i]);
                run(ready, needs);
            } else if (starts && !placed[i]) {
                run(i, ready, needs);
            }
        }
        run(ready, needs);
        for (int i = 0; i < count; i++) {
            place(i); // what nothing waits for
        }
        return order;
    }

    /// From where on only a few items of the function are left.
    private int lastButFew() {
        int left = FEW;
        int i = count;
        while (i > 0 && left > 0) {
            left -= late[--i] ? 0 : 1;
        }
        return i;
    }

    /// Runs what is ready, and what gets ready by that.
    private void run(PriorityQueue<Long> ready, int[][] needs) {
        while (!ready.isEmpty()) {
            int item = ready.remove().intValue();
            if (!placed[item]) {
                run(item, ready, needs);
            }
        }
    }

    private void run(int item, PriorityQueue<Long> ready, int[][] needs) {
        int[] before = needs[item];
        for (int k = 0; before != null && k < before.length; k++) {
            place(before[k]);
        }
        place(item);
        for (int k = from[item]; k < from[item + 1]; k++) {
            int user = users[k];
            if (--missing[user] == 0 && late[user] && !placed[user]) {
                ready.add(turn[user]);
            }
        }
    }

    private void place(int item) {
        if (!placed[item]) {
            placed[item] = true;
            order[next++] = item;
        }
    }
}
