package wengert.compile;

import java.util.Arrays;

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
    private final Dependencies needs;

    /// Whether an item belongs to the gradient, or to what only the gradient needs.
    private final boolean[] late;

    /// How much each item waits for.
    private final int[] missing;

    /// The turn of each item among those that could run.
    private final long[] turn;

    /// What could run now, by turn.
    private final Turns ready = new Turns();

    private final int[] order;
    private final boolean[] placed;
    private int next;

    private Schedule(Draft draft) {
        this.draft = draft;
        this.count = draft.items();
        needs = Dependencies.of(draft);
        late = late();
        missing = missing();
        turn = turns();
        order = new int[count];
        placed = new boolean[count];
    }

    /// The items in the order in which they should run.
    static int[] of(Draft draft) {
        return new Schedule(draft).ordered();
    }

    private boolean[] late() {
        boolean[] late = new boolean[count];
        for (int i = count - 1; i >= 0; i--) {
            boolean needed = needs.firstUser(i) == needs.firstUser(i + 1);
            for (int k = needs.firstUser(i); k < needs.firstUser(i + 1); k++) {
                needed |= !late[needs.user(k)];
            }
            late[i] = draft.isLate(i) || !needed;
        }
        return late;
    }

    private int[] missing() {
        int[] missing = new int[count];
        for (int i = 0; i < count; i++) {
            for (int k = needs.firstUsed(i); k < needs.firstUsed(i + 1); k++) {
                missing[i] += isIdle(needs.used(k)) ? 0 : 1;
            }
        }
        return missing;
    }

    /// What waits for nothing runs just before what needs it.
    private boolean isIdle(int item) {
        return late[item] && needs.firstUsed(item) == needs.firstUsed(item + 1);
    }

    /// An operation comes in the order of the sweep, but a share is added as soon as it is there.
    private long[] turns() {
        long[] turns = new long[count];
        for (int i = 0; i < count; i++) {
            int operation = operation(i);
            boolean adds = operation == Flat.PLUS || operation == Flat.MINUS;
            long at = i;
            if (adds && late[i]) {
                int latest = 0;
                for (int k = needs.firstUsed(i); k < needs.firstUsed(i + 1); k++) {
                    int used = needs.used(k);
                    boolean sum = draft.writes(i) == draft.writes(used); // in place
                    latest = sum ? latest : Math.max(latest, used);
                }
                at = turns[latest] >> 32;
            }
            turns[i] = at << 32 | i;
        }
        return turns;
    }

    /// What an item does to numbers, be it one or all of an array; -1 for anything else.
    private int operation(int item) {
        int operation = draft.operation(item);
        return operation < 0 && draft.part(item) instanceof Item.Each each
                ? each.operation()
                : operation;
    }

    private int[] ordered() {
        int end = count > MANY ? lastButFew() : count;
        for (int i = 0; i < count; i++) {
            if (placed[i] || late[i] && !canBegin(i)) {
                continue;
            }
            if (i < end) {
                ready.add(turn[i]);
                run();
            } else {
                run(i);
            }
        }
        run();
        for (int i = 0; i < count; i++) {
            place(i); // what nothing waits for
        }
        return order;
    }

    /// Whether what it still needs waits for nothing.
    private boolean canBegin(int item) {
        boolean found = false;
        for (int k = needs.firstUsed(item); k < needs.firstUsed(item + 1); k++) {
            found |= isIdle(needs.used(k));
        }
        return found && missing[item] == 0;
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
    private void run() {
        while (!ready.isEmpty()) {
            int item = (int) ready.remove();
            if (!placed[item]) {
                run(item);
            }
        }
    }

    private void run(int item) {
        placeIdle(needs.firstUsed(item), needs.firstUsed(item + 1));
        place(item);
        for (int k = needs.firstUser(item); k < needs.firstUser(item + 1); k++) {
            int user = needs.user(k);
            if (--missing[user] == 0 && late[user] && !placed[user]) {
                ready.add(turn[user]);
            }
        }
    }

    /// Places what an item needs and nothing had asked for before.
    private void placeIdle(int from, int to) {
        int[] idle = new int[0];
        for (int k = from; k < to; k++) {
            int used = needs.used(k);
            if (isIdle(used) && !placed[used]) {
                idle = Arrays.copyOf(idle, idle.length + 1);
                idle[idle.length - 1] = used;
            }
        }
        Arrays.sort(idle);
        for (int item : idle) {
            place(item);
        }
    }

    private void place(int item) {
        if (!placed[item]) {
            placed[item] = true;
            order[next++] = item;
        }
    }
}
