package wengert.compile;

import java.util.Arrays;

/// Computes small arrays again where they are needed much later, if that takes a cheap operation, or a few, on what is kept
/// in any case: rematerialization.
///
/// The way back asks for much of what the way there has computed. Whatever is kept is written to memory and read again,
/// since there is too much of it for the caches, and that takes longer than an operation of arithmetic. So of
/// `1 / (1 + exp(-x))` the exponential is kept, and what is made of it is not.
///
/// What is computed again is the same operation on the same numbers, and so the same to the last bit.
final class Recomputing {

    /// So many operations at most follow each other to compute something again. In `h = h .* w`, turn after turn, each `h` could
    /// be computed from the one before: all of them would be, where the way back begins, and be kept from then on.
    private static final int MOST = 4;

    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    private final Draft draft;

    /// The items in the order in which they run.
    private final int[] order;

    /// For each place in the order how many cells of arrays have been written before it.
    private final long[] passed;

    /// Of each block the place of what writes it, if that is one item.
    private final int[] writer;

    /// Of each block the last place that writes it.
    private final int[] written;

    /// Of each block the last place that reads it, and the first one that is far from where it is written; -1 where there is
    /// none.
    private final int[] end;

    private final int[] firstFar;

    /// Blocks that are read soon after they were written.
    private final boolean[] near;

    /// Blocks that have to stay as they are.
    private final boolean[] fixed;

    /// Of blocks that are computed again how many operations follow each other for that, from what is kept on; 0 for others.
    private final int[] steps;

    /// Of blocks that are computed again the first cells of what they are computed to; -1 where that is not settled.
    private final int[] copies;

    private int[] made;
    private int count;

    private Recomputing(Draft draft, int[] order, int[] asked) {
        this.draft = draft;
        this.order = order;
        int cells = draft.cells();
        passed = new long[order.length + 1];
        writer = new int[cells];
        written = new int[cells];
        end = new int[cells];
        firstFar = new int[cells];
        near = new boolean[cells];
        fixed = new boolean[cells];
        steps = new int[cells];
        copies = new int[cells];
        made = new int[order.length + 16];
        Arrays.fill(writer, NOBODY);
        Arrays.fill(end, -1);
        Arrays.fill(firstFar, -1);
        Arrays.fill(copies, -1);
        for (int block : asked) {
            fixed[block] = true;
        }
    }

    /// Finds what is computed again, and puts it before what needs it.
    ///
    /// @param order in which the items run
    /// @param asked the first cells of what somebody looks at from outside
    /// @return the order in which they run with those that run again
    static int[] of(Draft draft, int[] order, int[] asked) {
        if (inArrays(draft, order) <= Storage.FAR || !Storage.hasRing(draft)) {
            return order;
        }
        var recomputing = new Recomputing(draft, order, asked);
        recomputing.look();
        recomputing.decide();
        return recomputing.rewritten();
    }

    /// How many cells of arrays are written.
    private static long inArrays(Draft draft, int[] order) {
        long all = 0;
        for (int item : order) {
            int to = draft.operation(item) < 0 ? draft.part(item).writes() : -1;
            all += to < 0 ? 0 : draft.length(to);
        }
        return all;
    }

    // ---- what there is

    private void look() {
        for (int p = 0; p < order.length; p++) {
            int item = order[p];
            passed[p + 1] = passed[p];
            if (draft.operation(item) >= 0) {
                number(item, p);
                continue;
            }
            Item part = draft.part(item);
            for (int block : part.reads()) {
                read(block, p, part instanceof Item.Each);
            }
            int to = part.writes();
            if (to >= 0) {
                passed[p + 1] += writer[to] == NOBODY ? draft.length(to) : 0;
                writer[to] = writer[to] == NOBODY ? p : SEVERAL;
                written[to] = Math.max(written[to], p);
            }
        }
    }

    private void number(int item, int p) {
        for (int slot = 1; slot <= draft.arity(draft.operation(item)); slot++) {
            int cell = draft.at(item, slot);
            if (cell >= 0) {
                read(draft.start(cell), p, false);
            }
        }
        int to = draft.at(item, 0);
        int pin = draft.pin(to);
        int block = draft.start(pin < 0 ? to : pin);
        writer[block] = SEVERAL;
        written[block] = order.length; // at any time
    }

    private void read(int block, int p, boolean each) {
        end[block] = p;
        if (writer[block] < 0 || !isFar(writer[block], p)) {
            near[block] = true;
            return;
        }
        if (firstFar[block] < 0) {
            firstFar[block] = p;
        }
        fixed[block] |= !each || isFar(firstFar[block], p); // needed more than once again
    }

    private boolean isFar(int from, int to) {
        return passed[to] - passed[from + 1] > Storage.FAR;
    }

    // ---- what is done

    /// Decides which blocks are computed again. What these are computed from has been decided before.
    private void decide() {
        for (int p = 0; p < order.length; p++) {
            if (draft.operation(order[p]) < 0
                    && draft.part(order[p]) instanceof Item.Each each
                    && isCheap(each.operation())) {
                int now = p;
                int block = each.writes();
                int more = Arrays.stream(each.reads()).map(b -> steps[b]).max().orElse(0) + 1;
                boolean again =
                        firstFar[block] >= 0
                                && !fixed[block]
                                && writer[block] >= 0
                                && more <= MOST
                                && draft.length(block) <= Storage.LONGEST
                                && Arrays.stream(each.reads()).noneMatch(b -> b == block)
                                && Arrays.stream(each.reads())
                                        .allMatch(b -> isKept(b, now) || areClose(b, block));
                steps[block] = again ? more : 0;
            }
        }
    }

    private boolean isAgain(int block) {
        return steps[block] > 0;
    }

    private static boolean isCheap(int operation) {
        return switch (operation) {
            case Flat.PLUS, Flat.MINUS, Flat.TIMES, Flat.NEGATE, Flat.SQUARE, Flat.DIVIDE -> true;
            default -> false;
        };
    }

    /// Whether a block is computed again at about the time when another one is needed again.
    private boolean areClose(int block, int other) {
        int first = Math.min(firstFar[block], firstFar[other]);
        return isAgain(block) && !isFar(first, Math.max(firstFar[block], firstFar[other]));
    }

    /// Whether what is in a block at place `p` stays there, because it comes from outside or is needed much later.
    private boolean isKept(int block, int p) {
        return draft.length(block) > 0
                && (writer[block] == NOBODY
                        || !isAgain(block)
                                && written[block] < p
                                && (isFar(written[block], end[block])
                                        || draft.length(block) > Storage.LONGEST));
    }

    private int[] rewritten() {
        for (int p = 0; p < order.length; p++) {
            int item = order[p];
            if (draft.operation(item) >= 0 || !(draft.part(item) instanceof Item.Each each)) {
                put(item);
                continue;
            }
            copy(each, p);
            draft.replace(item, moved(each, p));
            if (!isAgain(each.writes()) || near[each.writes()]) {
                put(item);
            }
        }
        return Arrays.copyOf(made, count);
    }

    private void put(int item) {
        if (count == made.length) {
            made = Arrays.copyOf(made, 2 * count);
        }
        made[count++] = item;
    }

    /// Computes again what an item at place `p` needs of that.
    private void copy(Item.Each user, int p) {
        for (int block : user.reads()) {
            if (isAgain(block) && copies[block] < 0 && isFar(writer[block], p)) {
                var each = (Item.Each) draft.part(order[writer[block]]);
                copy(each, p);
                copies[block] = draft.block(draft.length(block));
                Item.Each same = moved(each, p);
                int[] at = same.at().clone();
                at[0] += copies[block] - block;
                draft.item(same.on(at, same.reads(), copies[block]), true);
                put(draft.items() - 1);
            }
        }
    }

    /// The same item on what was computed again.
    private Item.Each moved(Item.Each each, int p) {
        int[] at = each.at().clone();
        int[] reads = each.reads().clone();
        for (int slot = 1; slot <= draft.arity(each.operation()); slot++) {
            int block = at[slot] < 0 ? -1 : draft.start(at[slot]);
            at[slot] += block >= 0 && isCopied(block, p) ? copies[block] - block : 0;
        }
        for (int i = 0; i < reads.length; i++) {
            reads[i] = isCopied(reads[i], p) ? copies[reads[i]] : reads[i];
        }
        return each.on(at, reads, each.writes());
    }

    private boolean isCopied(int block, int p) {
        return block < copies.length && copies[block] >= 0 && isFar(writer[block], p);
    }
}
