package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wengert.ops.Turn;
import wengert.value.ElementType;

/// Puts flat code together: the order of its items, where each cell is in the end, and its loops.
final class Assembly {

    /// With fewer operations than these on numbers only long loops are looked for.
    private static final int SMALL = 1000;

    private final Draft draft;
    private final int[] order;
    private final List<Stage> stages;

    /// What comes out, where arrays whose elements are computed here and there get a place of their own.
    private final List<Place> outputs = new ArrayList<>();

    /// The first cells of what somebody looks at from outside.
    private final int[] asked;

    private final Storage storage;
    private final boolean small;
    private final List<Flat.Part> parts = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final double[] constants;
    private int columnCells;

    /// Pairs of cells, of numbers that are copied to where they come out.
    private final List<int[]> copies = new ArrayList<>();

    private Assembly(Draft draft, List<Place> outputs, Set<Guarded> guarded) {
        this.draft = draft;
        constants = draft.constants();
        int[] wanted = starts(Stream.of(outputs, places(guarded)));
        int[] all = Recomputing.of(draft, Schedule.of(draft), wanted);
        int[] uses = uses();
        for (Place output : outputs) {
            use(uses, draft.cellsOf(output));
        }
        guarded.forEach(g -> use(uses, draft.cellsOf(g.place())));
        order = needed(all, uses);
        small = isSmall();
        stages = Stage.of(draft, order);
        for (Place output : outputs) {
            this.outputs.add(output instanceof Place.Cells cells ? joined(cells) : output);
        }
        asked = starts(Stream.of(outputs, this.outputs, places(guarded)));
        storage = new Storage(draft, order, stages, uses, asked);
    }

    private int[] starts(Stream<List<Place>> places) {
        return places.flatMap(List::stream)
                .flatMapToInt(place -> Arrays.stream(draft.cellsOf(place)))
                .toArray();
    }

    private static List<Place> places(Set<Guarded> guarded) {
        return guarded.stream().map(Guarded::place).toList();
    }

    /// A value that was decided by.
    record Guarded(Place place, Turn turn) {}

    /// Operations that are written down.
    ///
    /// @param guarded with what was decided by, as it was
    record Written(
            Draft draft, List<Place> inputs, List<Place> outputs, Map<Guarded, double[]> guarded) {

        /// The code.
        Flat assembled() {
            return Passages.of(
                    new Assembly(draft, outputs, guarded.keySet()).flat(inputs, guarded));
        }
    }

    private Flat flat(List<Place> inputs, Map<Guarded, double[]> guarded) {
        stages.forEach(this::write);
        copy();
        var guards = new ArrayList<Guard>();
        guarded.forEach((g, seen) ->
                guards.add(Guard.of(Reader.of(g.place(), this::last), g.turn(), seen)));
        return new Flat(
                parts,
                initial(),
                draft.ops(),
                storage.cells(),
                inputs.stream().map(p -> Reader.of(p, this::last)).toList(),
                outputs.stream().map(p -> Reader.of(p, this::last)).toList(),
                guards,
                draft.keptCount(),
                readers());
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
    private int[] needed(int[] order, int[] uses) {
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
        int[] needed = new int[order.length];
        int count = 0;
        for (int item : order) {
            if (!idle[item] && !isDone(item)) {
                needed[count++] = item;
            }
        }
        return Arrays.copyOf(needed, count);
    }

    private boolean isSmall() {
        int numbers = 0;
        for (int item : order) {
            numbers += draft.operation(item) >= 0 ? 1 : 0;
        }
        return numbers < SMALL;
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
    private Place joined(Place.Cells cells) {
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

    private int last(int cell) {
        return cell < 0 ? storage.cells() + ~cell : storage.last(cell);
    }

    private int column(int[] which) {
        int base = storage.cells() + constants.length + columnCells;
        columns.add(Arrays.stream(which).mapToDouble(k -> constants[k]).toArray());
        columnCells += which.length;
        return base;
    }

    private double[] initial() {
        double[] initial = new double[storage.cells() + constants.length + columnCells];
        System.arraycopy(constants, 0, initial, storage.cells(), constants.length);
        int next = storage.cells() + constants.length;
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

    private void write(Stage stage) {
        switch (stage) {
            case Stage.Numbers(int from, int to) -> numbers(from, to);
            case Stage.Together(List<Item.Each> items) -> parts.add(loop(items));
            case Stage.Alone(Item.Other other) ->
                    parts.add(new Flat.Call(other.bind().with(this::last)));
        }
    }

    /// Copies numbers to where they come out.
    private void copy() {
        int[] op = new int[copies.size()];
        int[] at = new int[4 * op.length];
        for (int k = 0; k < op.length; k++) {
            int from = copies.get(k)[0];
            op[k] = Flat.COPY;
            at[4 * k] = last(copies.get(k)[1]);
            at[4 * k + 1] = from < 0 ? from : last(from);
        }
        numbers(op, at);
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
                at[4 * k + slot] = cell < 0 ? cell : last(cell);
            }
        }
        numbers(op, at);
    }

    private void numbers(int[] op, int[] at) {
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
        parts.addAll(small ? Rolling.ofFew(op, at, named) : Rolling.of(op, at, named));
    }

    private Flat.Loop loop(List<Item.Each> group) {
        int n = group.size();
        int[] op = new int[n];
        int[] at = new int[4 * n];
        int[] down = new int[4 * n];
        int[] across = new int[4 * n];
        int[] counts = new int[n];
        for (int k = 0; k < n; k++) {
            Item.Each each = group.get(k);
            op[k] = each.operation();
            counts[k] = storage.counts(each.at()[0]);
            for (int slot = 0; slot <= draft.arity(op[k]); slot++) {
                at[4 * k + slot] = last(each.at()[slot]);
                down[4 * k + slot] = each.down()[slot];
                across[4 * k + slot] = each.across()[slot];
            }
        }
        Item.Each any = group.getFirst();
        return Flat.Loop.of(any.rows(), any.columns(), op, at, down, across, counts);
    }

    // ---- who reads what

    /// How often each cell is read by operations, or [Flat#MANY] where a kernel reads it.
    private byte[] readers() {
        byte[] readers = new byte[storage.counted()];
        for (Stage stage : stages) {
            switch (stage) {
                case Stage.Numbers(int from, int to) -> count(readers, from, to);
                case Stage.Together(List<Item.Each> items) ->
                        items.forEach(each -> count(readers, each));
                case Stage.Alone _ -> {}
            }
        }
        for (int i = 0; i < draft.items(); i++) {
            if (draft.operation(i) < 0 && !(draft.part(i) instanceof Item.Each)) {
                for (int block : draft.part(i).reads()) {
                    mark(readers, block);
                }
            }
        }
        for (int block : asked) {
            mark(readers, block);
        }
        return readers;
    }

    private void count(byte[] readers, int from, int to) {
        for (int k = from; k < to; k++) {
            int item = order[k];
            for (int slot = 1; slot <= draft.arity(draft.operation(item)); slot++) {
                count(readers, draft.at(item, slot));
            }
        }
    }

    private void count(byte[] readers, Item.Each each) {
        for (int slot = 1; slot <= draft.arity(each.operation()); slot++) {
            for (int j = 0; j < each.columns(); j++) {
                int cell = each.at()[slot] + j * each.across()[slot];
                for (int i = 0; i < each.rows(); i++, cell += each.down()[slot]) {
                    count(readers, cell);
                }
            }
        }
    }

    private void count(byte[] readers, int cell) {
        if (cell >= 0 && readers[storage.counts(cell)] < Flat.MANY) {
            readers[storage.counts(cell)]++;
        }
    }

    private void mark(byte[] readers, int start) {
        int length = Math.max(1, draft.length(start));
        for (int k = 0; k < length; k++) {
            readers[storage.counts(start + k)] = Flat.MANY;
        }
    }
}
