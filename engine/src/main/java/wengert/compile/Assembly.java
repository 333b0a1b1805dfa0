package wengert.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import wengert.ops.Turn;
import wengert.value.ElementType;
import wengert.value.Value;

/// Puts flat code together: the order of its items, where each cell is in the end, and its loops.
final class Assembly {

    /// As many numbers as may be in one storage: 512 MB of them.
    private static final int LARGEST = 1 << 26;

    /// With fewer operations than these on numbers only long loops are looked for.
    private static final int SMALL = 1000;

    private final Draft draft;
    private final int kept;
    private int[] order;
    private final List<Flat.Part> parts = new ArrayList<>();
    private final Queue<List<List<Item.Each>>> fused = new ArrayDeque<>();
    private final List<double[]> columns = new ArrayList<>();
    private final double[] constants;
    private boolean small;
    private int[] last = new int[0];
    private int firstConstant;
    private int columnCells;

    Assembly(Draft draft, int kept) {
        this.draft = draft;
        this.kept = kept;
        this.order = Schedule.of(draft);
        this.constants = draft.constants();
    }

    /// A value that was decided by.
    record Guarded(Place place, Turn turn) {}

    /// @param cellsOf the first cells of what is at a place
    Flat flat(
            List<Place> inputs,
            List<Place> outputs,
            List<Guarded> guarded,
            List<Value> recorded,
            Function<Place, int[]> cellsOf) {
        int[] uses = uses();
        for (Place output : outputs) {
            use(uses, cellsOf.apply(output));
        }
        guarded.forEach(g -> use(uses, cellsOf.apply(g.place())));
        order = needed(uses);
        fuse();
        small = Arrays.stream(order).filter(item -> draft.operation(item) >= 0).count() < SMALL;
        var joined = new ArrayList<Place>();
        var copies = new ArrayList<int[]>();
        for (Place output : outputs) {
            joined.add(output instanceof Place.Cells cells ? joined(cells, copies) : output);
        }
        settle(uses);
        write();
        for (int[] copy : copies) {
            int from = last(copy[0]);
            int to = last(copy[1]);
            parts.add(Flat.Loop.straight(new int[1], new int[] {to, from, 0, 0}));
        }
        double[] initial = initial();
        byte[] seen = seen(initial.length);
        for (Place output : joined) {
            mark(seen, cellsOf.apply(output));
        }
        guarded.forEach(g -> mark(seen, cellsOf.apply(g.place())));
        var guards = new ArrayList<Guard>();
        for (int k = 0; k < guarded.size(); k++) {
            Guarded g = guarded.get(k);
            guards.add(
                    new Guard(
                            Reader.of(g.place(), this::last),
                            g.turn(),
                            Guard.seen(g.turn(), recorded.get(k))));
        }
        return new Flat(
                parts,
                initial,
                draft.ops(),
                firstConstant,
                inputs.stream().map(p -> Reader.of(p, this::last)).toList(),
                joined.stream().map(p -> Reader.of(p, this::last)).toList(),
                guards,
                kept,
                seen);
    }

    // ---- where each cell is

    /// How often each single cell is read.
    private int[] uses() {
        int[] uses = new int[draft.cells()];
        for (int i = 0; i < draft.items(); i++) {
            if (draft.operation(i) < 0) {
                use(uses, draft.part(i).reads());
            } else {
                for (int slot = 1; slot <= draft.arity(draft.operation(i)); slot++) {
                    int cell = draft.at(i, slot);
                    if (cell >= 0) {
                        uses[cell]++;
                    }
                }
            }
        }
        return uses;
    }

    /// The order without operations whose result nobody reads.
    private int[] needed(int[] uses) {
        boolean[] idle = new boolean[draft.items()];
        for (int k = order.length - 1; k >= 0; k--) {
            int item = order[k];
            int operation = draft.operation(item);
            if (operation < 0 || !isIdle(draft.at(item, 0), uses)) {
                continue;
            }
            idle[item] = true;
            for (int slot = 1; slot <= draft.arity(operation); slot++) {
                int cell = draft.at(item, slot);
                if (cell >= 0) {
                    uses[cell]--;
                }
            }
        }
        return Arrays.stream(order).filter(item -> !idle[item] && !isDone(item)).toArray();
    }

    private boolean isDone(int item) {
        return draft.operation(item) < 0 && draft.part(item) instanceof Item.Joined;
    }

    private boolean isIdle(int cell, int[] uses) {
        return uses[cell] == 0 && draft.length(draft.start(cell)) == 0;
    }

    private static void use(int[] uses, int[] cells) {
        for (int cell : cells) {
            uses[cell] += Flat.MANY;
        }
    }

    /// Gives an array, whose elements were computed here and there, a place where they lie together. Most can be computed
    /// right there.
    private Place joined(Place.Cells cells, List<int[]> copies) {
        int n = cells.cells().length;
        int base = draft.block(n);
        for (int k = 0; k < n; k++) {
            int cell = cells.cells()[k];
            if (!draft.pin(cell, base + k)) {
                copies.add(new int[] {cell, base + k});
            }
        }
        return Flattening.view(base, cells.size().of(), ElementType.FLOAT64);
    }

    /// Decides on the last place of every cell: first the blocks, then the single numbers in the order in which they are
    /// computed. A sum that grows term by term stays in one place.
    private void settle(int[] uses) {
        int cells = draft.cells();
        int[] root = new int[cells];
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
        last = new int[cells];
        Arrays.fill(last, -1);
        long next = 0;
        for (int c = 0; c < cells; ) {
            int length = draft.length(c);
            if (length == 0) {
                c++;
                continue;
            }
            for (int k = 0; k < length; k++) {
                last[c + k] = (int) next + k;
            }
            next += length;
            c += length;
        }
        for (int item : order) {
            if (draft.operation(item) < 0) {
                continue;
            }
            int to = draft.at(item, 0);
            int r = root[to];
            if (last[r] < 0) {
                int pin = draft.pin(r);
                last[r] = pin >= 0 ? last[pin] : (int) next++;
            }
            last[to] = last[r];
        }
        if (next > LARGEST) {
            throw new Draft.TooLarge();
        }
        firstConstant = (int) next;
    }

    private int last(int cell) {
        return cell < 0 ? firstConstant + ~cell : last[cell];
    }

    private int column(int[] which) {
        int base = firstConstant + constants.length + columnCells;
        columns.add(Arrays.stream(which).mapToDouble(k -> constants[k]).toArray());
        columnCells += which.length;
        return base;
    }

    private double[] initial() {
        double[] initial = new double[firstConstant + constants.length + columnCells];
        System.arraycopy(constants, 0, initial, firstConstant, constants.length);
        int next = firstConstant + constants.length;
        for (double[] column : columns) {
            System.arraycopy(column, 0, initial, next, column.length);
            next += column.length;
        }
        for (Draft.Given given : draft.given()) {
            System.arraycopy(given.data(), 0, initial, last(given.base()), given.data().length);
        }
        return initial;
    }

    // ---- the code

    /// Decides on the loops over arrays, which may take some more room.
    private void fuse() {
        for (int i = 0; i < order.length; i++) {
            List<Item.Each> run = run(i);
            if (!run.isEmpty()) {
                fused.add(Fusion.of(draft, run));
                i += run.size() - 1;
            }
        }
    }

    /// The operations on whole arrays that follow each other from place `from` of the order on.
    private List<Item.Each> run(int from) {
        var run = new ArrayList<Item.Each>();
        int end = from;
        while (end < order.length
                && draft.operation(order[end]) < 0
                && draft.part(order[end]) instanceof Item.Each each) {
            run.add(each);
            end++;
        }
        return run;
    }

    private void write() {
        int i = 0;
        while (i < order.length) {
            int end = i;
            if (draft.operation(order[i]) >= 0) {
                while (end < order.length && draft.operation(order[end]) >= 0) {
                    end++;
                }
                numbers(i, end);
            } else if (draft.part(order[i]) instanceof Item.Each) {
                end = i + run(i).size();
                fused.remove().forEach(group -> parts.add(loop(group)));
            } else if (draft.part(order[i]) instanceof Item.Other other) {
                parts.add(new Flat.Call(other.bind().with(this::last)));
                end = i + 1;
            }
            i = end;
        }
    }

    private void numbers(int from, int to) {
        int[] op = new int[to - from];
        int[] at = new int[4 * op.length];
        for (int k = 0; k < op.length; k++) {
            int item = order[from + k];
            op[k] = draft.operation(item);
            int arity = draft.arity(op[k]);
            for (int slot = 0; slot <= arity; slot++) {
                int cell = draft.at(item, slot);
                at[4 * k + slot] = cell < 0 ? cell : last[cell];
            }
        }
        var named =
                new Rolling.Constants() {
                    @Override
                    public int cell(int constant) {
                        return last(~constant);
                    }

                    @Override
                    public int column(int[] which) {
                        return Assembly.this.column(which);
                    }
                };
        parts.addAll(
                small
                        ? Rolling.ofFew(draft.ops(), op, at, named)
                        : Rolling.of(draft.ops(), op, at, named));
    }

    private Flat.Loop loop(List<Item.Each> group) {
        int n = group.size();
        int[] op = new int[n];
        int[] at = new int[4 * n];
        int[] down = new int[4 * n];
        int[] across = new int[4 * n];
        for (int k = 0; k < n; k++) {
            Item.Each each = group.get(k);
            op[k] = each.operation();
            for (int slot = 0; slot <= draft.arity(op[k]); slot++) {
                at[4 * k + slot] = last(each.at()[slot]);
                down[4 * k + slot] = each.down()[slot];
                across[4 * k + slot] = each.across()[slot];
            }
        }
        Item.Each any = group.getFirst();
        return Flat.Loop.of(draft.ops(), any.rows(), any.columns(), op, at, down, across);
    }

    // ---- who reads what

    /// How often each cell is read by operations, or [Flat#MANY] where a kernel reads it.
    private byte[] seen(int size) {
        byte[] seen = new byte[size];
        for (Flat.Part part : parts) {
            if (part instanceof Flat.Loop loop) {
                for (int k = 0; k < loop.length(); k++) {
                    for (int slot = 1; slot <= draft.arity(loop.op()[k]); slot++) {
                        count(seen, loop, 4 * k + slot);
                    }
                }
            }
        }
        for (int i = 0; i < draft.items(); i++) {
            if (draft.operation(i) < 0 && !(draft.part(i) instanceof Item.Each)) {
                mark(seen, draft.part(i).reads());
            }
        }
        return seen;
    }

    private static void count(byte[] seen, Flat.Loop loop, int slot) {
        for (int j = 0; j < loop.columns(); j++) {
            int cell = loop.at()[slot] + j * loop.across()[slot];
            for (int i = 0; i < loop.rows(); i++, cell += loop.down()[slot]) {
                if (seen[cell] < Flat.MANY) {
                    seen[cell]++;
                }
            }
        }
    }

    private void mark(byte[] seen, int[] starts) {
        for (int start : starts) {
            int length = Math.max(1, draft.length(start));
            for (int k = 0; k < length; k++) {
                seen[last[start] + k] = Flat.MANY;
            }
        }
    }
}
