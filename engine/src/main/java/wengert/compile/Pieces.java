package wengert.compile;

/// Cuts a long sequence of operations into pieces that come again.
///
/// It is cut where what follows varies, or what came before, going by the next few operations. What always follows each
/// other after that, but for a few places, is joined again: a few operations alone do not tell well where in the program
/// they are.
final class Pieces {

    /// So many operations are looked at to see where the code is.
    private static final int GRAM = 12;

    /// Pieces are not longer.
    private static final int LONGEST = 200;

    /// What follows each other less often is not joined.
    private static final int OFTEN = 16;

    /// In each pass pieces become twice as long at best.
    private static final int PASSES = 24;

    private final int[] op;

    /// Of each operation whether another one comes between it and the one before; also at the end.
    private final boolean[] first;

    /// Where each piece begins.
    private int[] starts = new int[0];

    /// Of each piece what is in it, as a number.
    private int[] kinds = new int[0];

    private Pieces(int[] op, boolean[] first) {
        this.op = op;
        this.first = first;
    }

    /// Where each piece begins, and in the end where the last one ends.
    static int[] of(int[] op, boolean[] first) {
        var pieces = new Pieces(op, first);
        pieces.cut();
        int pass = 0;
        while (pass < PASSES && pieces.join()) {
            pass++;
        }
        var all = new IntList();
        all.add(pieces.starts);
        all.add(op.length);
        return all.toArray();
    }

    private void cut() {
        int[] grams = Recurrences.kinds(grams());
        boolean[] after = varies(grams, 1);
        boolean[] before = varies(grams, -1);
        var found = new IntList();
        int start = 0;
        for (int i = 1; i <= op.length; i++) {
            boolean ends =
                    first[i]
                            || after[grams[i - 1]]
                            || before[grams[i]]
                            || i - start == LONGEST
                            || grams[i] == grams[start]; // once around
            if (ends) {
                found.add(start);
                start = i;
            }
        }
        starts = found.toArray();
        int[] hashes = new int[starts.length];
        for (int k = 0; k < hashes.length; k++) {
            for (int i = starts[k]; i < end(k); i++) {
                hashes[k] = 31 * hashes[k] + op[i] + 1;
            }
        }
        kinds = Recurrences.kinds(hashes);
    }

    private int end(int piece) {
        return piece + 1 == starts.length ? op.length : starts[piece + 1];
    }

    /// Of each operation which are the next few from it on, as a number.
    private int[] grams() {
        int[] grams = new int[op.length];
        int end = op.length;
        for (int i = op.length - 1; i >= 0; i--) {
            grams[i] = 1;
            for (int k = i; k < Math.min(i + GRAM, end); k++) {
                grams[i] = 31 * grams[i] + op[k];
            }
            end = first[i] ? i : end;
        }
        return grams;
    }

    /// For each gram whether there are several that come next to it.
    ///
    /// @param step 1 for what comes after it, -1 for what came before
    private boolean[] varies(int[] grams, int step) {
        int[] known = new int[op.length + 1];
        boolean[] varies = new boolean[op.length + 1];
        for (int i = 0; i < op.length; i++) {
            boolean open = first[step > 0 ? i + 1 : i];
            int neighbour = open ? -1 : grams[i + step];
            varies[grams[i]] |= open || known[grams[i]] != 0 && known[grams[i]] != neighbour;
            known[grams[i]] = neighbour;
        }
        return varies;
    }

    /// Joins pieces of which each is what mostly comes next to the other.
    ///
    /// @return whether there were any
    private boolean join() {
        int count = kinds.length;
        int[] pairs = new int[Math.max(0, count - 1)];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = kinds[k] * 0x9e3779b9 + kinds[k + 1];
        }
        pairs = Recurrences.kinds(pairs);
        int[] times = counted(kinds);
        int[] often = counted(pairs);
        int[] next = new int[count + 1]; // of each kind the pair that it most often begins
        int[] last = new int[count + 1];
        for (int k = 0; k < pairs.length; k++) {
            int left = kinds[k];
            int right = kinds[k + 1];
            next[left] = often[pairs[k]] > often[next[left]] ? pairs[k] : next[left];
            last[right] = often[pairs[k]] > often[last[right]] ? pairs[k] : last[right];
        }
        var joined = new IntList();
        var joinedKinds = new IntList();
        for (int k = 0; k < count; k++) {
            joined.add(starts[k]);
            int pair = k < pairs.length ? pairs[k] : 0;
            boolean both =
                    pair != 0
                            && next[kinds[k]] == pair
                            && last[kinds[k + 1]] == pair
                            && kinds[k] != kinds[k + 1]
                            && often[pair] >= OFTEN
                            && 2 * often[pair] >= Math.min(times[kinds[k]], times[kinds[k + 1]])
                            && !first[starts[k + 1]]
                            && end(k + 1) - starts[k] <= LONGEST;
            joinedKinds.add(both ? count + pair : kinds[k]);
            k += both ? 1 : 0;
        }
        boolean any = joined.size() < count;
        starts = joined.toArray();
        kinds = Recurrences.kinds(joinedKinds.toArray());
        return any;
    }

    /// How often each number comes.
    private static int[] counted(int[] numbers) {
        int[] counts = new int[numbers.length + 2];
        for (int number : numbers) {
            counts[number]++;
        }
        return counts;
    }
}
