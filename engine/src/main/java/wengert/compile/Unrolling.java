package wengert.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes out the loops of small programs turn by turn: each of them would begin and end after a few turns, and what one
/// hands over to the next would go through storage.
final class Unrolling {

    /// Of programs with more operations than these, in all turns, loops stay loops.
    private static final int SMALL = 320;

    /// Loops of more turns are done several turns at a time, which is faster.
    private static final int BRIEF = 24;

    private Unrolling() {}

    /// The same parts, or the same operations without a loop.
    static List<Flat.Part> of(Flat flat) {
        long operations = 0;
        for (Flat.Part part : flat.parts()) {
            if (!(part instanceof Flat.Loop loop) || loop.turns() > BRIEF) {
                return flat.parts();
            }
            operations += loop.turns() * loop.length();
        }
        if (operations > SMALL) {
            return flat.parts();
        }
        var op = new IntList();
        var at = new IntList();
        var uses = new IntList();
        for (Flat.Part part : flat.parts()) {
            if (part instanceof Flat.Loop loop) {
                for (int j = 0; j < loop.columns(); j++) {
                    for (int i = 0; i < loop.rows(); i++) {
                        turn(loop, i, j, op, at, uses);
                    }
                }
            }
        }
        int[] cells = at.toArray();
        if (!isOnce(flat, op.toArray(), cells)) {
            return flat.parts();
        }
        int[] still = new int[cells.length];
        return List.of(new Flat.Loop(1, 1, op.toArray(), cells, still, still, uses.toArray()));
    }

    private static void turn(Flat.Loop loop, int i, int j, IntList op, IntList at, IntList uses) {
        for (int k = 0; k < loop.length(); k++) {
            op.add(loop.op()[k]);
            for (int p = 4 * k; p < 4 * k + 4; p++) {
                at.add(loop.at()[p] + i * loop.down()[p] + j * loop.across()[p]);
            }
            uses.add(loop.uses()[k] + i * loop.down()[4 * k] + j * loop.across()[4 * k]);
        }
    }

    /// Whether every cell is one number's, or a sum's that goes on. Of others straight code could not tell who reads them.
    private static boolean isOnce(Flat flat, int[] op, int[] at) {
        Set<Integer> written = new HashSet<>();
        for (int k = 0; k < op.length; k++) {
            int to = at[4 * k];
            boolean goesOn = false;
            for (int slot = 1; slot <= flat.arity(op[k]); slot++) {
                goesOn |= at[4 * k + slot] == to;
            }
            if (!written.add(to) && !goesOn) {
                return false;
            }
        }
        return true;
    }
}
