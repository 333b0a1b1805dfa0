package wengert.compile;

import java.util.Arrays;

/// Which item needs which others to have run before.
///
/// Graphs have millions of items: so there are no lists here but stretches of two long arrays.
final class Dependencies {

    /// Of each item where what it uses begins in `used`, and what uses it in `users`.
    private final int[] firstUsed;

    private final int[] firstUser;
    private int[] used;
    private final int[] users;
    private int count;

    private Dependencies(Draft draft) {
        int items = draft.items();
        firstUsed = new int[items + 1];
        used = new int[Math.max(16, 2 * items)];
        int[] writer = new int[draft.cells()];
        Arrays.fill(writer, -1);
        for (int i = 0; i < items; i++) {
            if (draft.operation(i) < 0) {
                for (int block : draft.part(i).reads()) {
                    use(writer, block);
                }
            } else {
                for (int slot = 1; slot <= draft.arity(draft.operation(i)); slot++) {
                    int cell = draft.at(i, slot);
                    use(writer, cell < 0 ? -1 : draft.start(cell));
                }
            }
            int to = draft.writes(i);
            if (to >= 0) {
                use(writer, to);
                writer[to] = i;
            }
            firstUsed[i + 1] = count;
        }
        firstUser = new int[items + 1];
        users = new int[count];
        turnAround();
    }

    static Dependencies of(Draft draft) {
        return new Dependencies(draft);
    }

    private void use(int[] writer, int block) {
        int before = block < 0 ? -1 : writer[block];
        if (before >= 0) {
            if (count == used.length) {
                used = Arrays.copyOf(used, used.length + used.length / 2);
            }
            used[count++] = before;
        }
    }

    private void turnAround() {
        for (int k = 0; k < count; k++) {
            firstUser[used[k] + 1]++;
        }
        for (int i = 1; i < firstUser.length; i++) {
            firstUser[i] += firstUser[i - 1];
        }
        int[] at = firstUser.clone();
        for (int i = 0; i + 1 < firstUsed.length; i++) {
            for (int k = firstUsed[i]; k < firstUsed[i + 1]; k++) {
                users[at[used[k]]++] = i;
            }
        }
    }

    /// Where what an item uses begins, and what the one before it uses ends.
    int firstUsed(int item) {
        return firstUsed[item];
    }

    int used(int k) {
        return used[k];
    }

    /// Where what uses an item begins, and what uses the one before it ends.
    int firstUser(int item) {
        return firstUser[item];
    }

    int user(int k) {
        return users[k];
    }
}
