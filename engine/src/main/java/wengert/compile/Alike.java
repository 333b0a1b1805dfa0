package wengert.compile;

import java.util.Arrays;

/// Puts operations of straight code that are alike behind each other, as far as they do not need what lies between them.
///
/// A processor guesses badly which operation an interpreter does next, and a wrong guess takes several times as long as the
/// operation. Where all that can be done is done of one kind before the next, there are few guesses. Each operation still
/// gets the numbers that it would have had.
final class Alike {

    /// So many operations are put into an order at a time: their cells are to stay in the caches.
    private static final int WINDOW = 2000;

    private final Flat flat;
    private IntList op = new IntList();
    private IntList at = new IntList();

    /// Of each cell the operation that wrote it last, counted from 1, or 0.
    private final int[] writer;

    /// Of each cell the last entry among those that read it since, counted from 1, or 0.
    private final int[] readers;

    /// Entries of `readers`: which operation it is, and the entry before it.
    private final int[] reader = new int[3 * WINDOW + 1];

    private final int[] readBefore = new int[3 * WINDOW + 1];
    private int reads;

    /// Of each operation the last entry among those that wait for it, counted from 1, or 0.
    private final int[] waiting = new int[WINDOW];

    /// Entries of `waiting`: which operation it is, and the entry before it. An operation waits for who writes what it reads or
    /// writes; and each that reads is waited for once.
    private final int[] waits = new int[7 * WINDOW + 1];

    private final int[] waitBefore = new int[7 * WINDOW + 1];
    private int entries;

    /// For how many others each operation waits.
    private final int[] needed = new int[WINDOW];

    /// Of each kind of operation the first and last that can be done, and of each of these the next; counted from 1, or 0.
    private final int[] first;

    private final int[] last;
    private final int[] next = new int[WINDOW];

    /// Of each kind how many can be done.
    private final int[] ready;

    Alike(Flat flat) {
        this.flat = flat;
        writer = new int[flat.constants()];
        readers = new int[flat.constants()];
        int kinds = Flat.FIRST_OP + flat.ops().size();
        first = new int[kinds];
        last = new int[kinds];
        ready = new int[kinds];
    }

    boolean isEmpty() {
        return op.size() == 0;
    }

    /// Adds all operations of a loop, turn by turn.
    void add(Flat.Loop loop) {
        for (int j = 0; j < loop.columns(); j++) {
            for (int i = 0; i < loop.rows(); i++) {
                op.add(loop.op());
                int[] cells = loop.at().clone();
                for (int k = 0; k < cells.length; k++) {
                    cells[k] += i * loop.down()[k] + j * loop.across()[k];
                }
                at.add(cells);
            }
        }
    }

    /// What was added since the last time, in another order.
    Straight finish() {
        Straight straight = of(op.toArray(), at.toArray());
        op = new IntList();
        at = new IntList();
        return straight;
    }

    private Straight of(int[] op, int[] at) {
        int[] order = new int[op.length];
        for (int from = 0; from < op.length; from += WINDOW) {
            int to = Math.min(op.length, from + WINDOW);
            look(op, at, from, to);
            sort(op, from, to, order);
            forget(at, from, to);
        }
        return straight(op, at, order);
    }

    /// Finds out which operation waits for which.
    private void look(int[] op, int[] at, int from, int to) {
        reads = 0;
        entries = 0;
        Arrays.fill(waiting, 0);
        Arrays.fill(needed, 0);
        for (int k = from; k < to; k++) {
            int own = k - from;
            int arity = flat.arity(op[k]);
            for (int slot = 1; slot <= arity; slot++) {
                read(at[4 * k + slot], own);
            }
            write(at[4 * k], own);
        }
    }

    private void read(int cell, int own) {
        if (cell >= flat.constants()) {
            return;
        }
        if (writer[cell] > 0) {
            waitFor(writer[cell] - 1, own);
        }
        reads++;
        reader[reads] = own;
        readBefore[reads] = readers[cell];
        readers[cell] = reads;
    }

    private void write(int cell, int own) {
        if (writer[cell] > 0) {
            waitFor(writer[cell] - 1, own);
        }
        for (int entry = readers[cell]; entry > 0; entry = readBefore[entry]) {
            if (reader[entry] != own) {
                waitFor(reader[entry], own);
            }
        }
        readers[cell] = 0;
        writer[cell] = own + 1;
    }

    private void waitFor(int other, int own) {
        entries++;
        waits[entries] = own;
        waitBefore[entries] = waiting[other];
        waiting[other] = entries;
        needed[own]++;
    }

    private void sort(int[] op, int from, int to, int[] order) {
        for (int k = from; k < to; k++) {
            if (needed[k - from] == 0) {
                add(op[k], k - from);
            }
        }
        int done = from;
        while (done < to) {
            int kind = mostReady();
            while (first[kind] > 0) {
                int own = first[kind] - 1;
                first[kind] = next[own];
                ready[kind]--;
                order[done++] = from + own;
                for (int entry = waiting[own]; entry > 0; entry = waitBefore[entry]) {
                    int other = waits[entry];
                    if (--needed[other] == 0) {
                        add(op[from + other], other);
                    }
                }
            }
        }
    }

    private void add(int kind, int own) {
        if (first[kind] == 0) {
            first[kind] = own + 1;
        } else {
            next[last[kind]] = own + 1;
        }
        last[kind] = own;
        next[own] = 0;
        ready[kind]++;
    }

    private int mostReady() {
        int most = 0;
        for (int kind = 1; kind < ready.length; kind++) {
            most = ready[kind] > ready[most] ? kind : most;
        }
        return most;
    }

    private void forget(int[] at, int from, int to) {
        for (int p = 4 * from; p < 4 * to; p++) {
            if (at[p] < flat.constants()) {
                writer[at[p]] = 0;
                readers[at[p]] = 0;
            }
        }
    }

    private Straight straight(int[] op, int[] at, int[] order) {
        int[] cells = new int[at.length];
        var kinds = new IntList();
        var ends = new IntList();
        for (int k = 0; k < order.length; k++) {
            System.arraycopy(at, 4 * order[k], cells, 4 * k, 4);
            boolean isLast = k + 1 == order.length || op[order[k + 1]] != op[order[k]];
            if (isLast) {
                kinds.add(op[order[k]]);
                ends.add(4 * (k + 1));
            }
        }
        return new Straight(flat.ops(), kinds.toArray(), ends.toArray(), cells);
    }
}
