package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wengert.ops.ScalarOp;

/// Flat code while it is being written: cells that are handed out, and items that compute into them.
///
/// An item is one operation on numbers, or an array [Item.Part]. Every cell is written by one item, but for the blocks that are
/// added up in place.
final class Draft {

    /// About how much memory it takes for each cell to write code and put it together.
    private static final int BYTES = 64;

    /// How many cells there may be.
    private static final long MOST =
            Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / BYTES);

    /// The operations that the code uses, by number.
    private final List<ScalarOp> ops = new ArrayList<>();

    private final Map<ScalarOp, Integer> numbers = new HashMap<>();

    /// How many arguments each has, also those that need no look-up.
    private int[] arities = new int[Flat.FIRST_OP];

    /// Of each cell the first of its block; a single cell is its own.
    private int[] starts = new int[1024];

    /// Of each first cell the length of its block, 0 where it is a single number that can be moved about.
    private int[] lengths = new int[1024];

    /// Of each single number the cell of a block where it is to be computed, plus 1; 0 where that is not settled.
    private int[] pins = new int[1024];

    private int cells;
    private double[] constants = new double[64];
    private int constantCount;
    private final Map<Long, Integer> knownConstants = new HashMap<>();
    private final List<Given> given = new ArrayList<>();
    private final List<Item> parts = new ArrayList<>();

    /// Of each value that is no number a cell that stands for it.
    private final List<Integer> tokens = new ArrayList<>();

    /// Four for each item: where to, and up to three arguments; of a part only its number.
    private int[] at = new int[4096];

    /// The operation of each item, -1 for a part.
    private int[] op = new int[1024];

    private boolean[] late = new boolean[1024];
    private int items;

    Draft() {
        Arrays.setAll(arities, operation -> Flat.arity(ops, operation));
    }

    int cell() {
        return block(1, 0);
    }

    /// A block of cells that lie together.
    int block(int length) {
        return block(length, Math.max(1, length));
    }

    /// A place for a value that is no number.
    Place.Kept kept() {
        tokens.add(block(1));
        return new Place.Kept(tokens.size() - 1);
    }

    /// How many values that are no numbers there are.
    int keptCount() {
        return tokens.size();
    }

    /// The cells, or of blocks the first ones, where a value is.
    int[] cellsOf(Place place) {
        return switch (place) {
            case Place.Single(int cell, _) -> cell < 0 ? new int[0] : new int[] {start(cell)};
            case Place.View v -> new int[] {start(v.base())};
            case Place.Filled(Place.Single number, _) -> cellsOf(number);
            case Place.Cells(int[] cells, _) -> starts(cells);
            case Place.Turned(Place.View parent, _) -> cellsOf(parent);
            case Place.Spread(_, Place values, _) -> cellsOf(values);
            case Place.Pieces(List<Place.Spread> spread, _) ->
                    spread.stream().flatMapToInt(s -> Arrays.stream(cellsOf(s))).toArray();
            case Place.Fixed _ -> new int[0];
            case Place.Kept(int slot) -> new int[] {tokens.get(slot)};
        };
    }

    /// The blocks and single numbers that cells belong to, without constants.
    int[] starts(int[] cells) {
        return Arrays.stream(cells).filter(c -> c >= 0).map(this::start).distinct().toArray();
    }

    /// Settles that a number is computed in a cell of a block, if it can be.
    boolean pin(int cell, int to) {
        boolean free = cell >= 0 && lengths[starts[cell]] == 0 && pins[cell] == 0;
        if (free) {
            pins[cell] = to + 1;
        }
        return free;
    }

    /// The cell of a block where a number is to be computed; -1 where it may be anywhere.
    int pin(int cell) {
        return pins[cell] - 1;
    }

    /// A block that holds constants.
    int block(double[] data) {
        int base = block(data.length);
        given.add(new Given(base, data));
        return base;
    }

    /// Constants that lie together from the cell `base` on.
    @SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
    record Given(int base, double[] data) {}

    List<Given> given() {
        return given;
    }

    private int block(int length, int marked) {
        int base = cells;
        if (base + (long) length > MOST) {
            throw new TooLarge();
        }
        cells += Math.max(1, length);
        if (cells > starts.length) {
            int room = Math.max(cells, 2 * starts.length);
            starts = Arrays.copyOf(starts, room);
            lengths = Arrays.copyOf(lengths, room);
            pins = Arrays.copyOf(pins, room);
        }
        Arrays.fill(starts, base, cells, base);
        lengths[base] = marked;
        return base;
    }

    /// The cell of a constant.
    int constant(double value) {
        return knownConstants.computeIfAbsent(
                Double.doubleToRawLongBits(value),
                _ -> {
                    if (constantCount == constants.length) {
                        constants = Arrays.copyOf(constants, 2 * constantCount);
                    }
                    constants[constantCount] = value;
                    return ~constantCount++;
                });
    }

    /// The number that a constant's cell stands for.
    double constantAt(int cell) {
        return constants[~cell];
    }

    int number(ScalarOp operation) {
        return numbers.computeIfAbsent(
                operation,
                _ -> {
                    ops.add(operation);
                    int number = Flat.FIRST_OP + ops.size() - 1;
                    arities = Arrays.copyOf(arities, number + 1);
                    arities[number] = operation.arity();
                    return number;
                });
    }

    /// An operation on numbers; arguments that there are not are 0.
    ///
    /// @param gradient whether it belongs to the gradient, and so need not run before what uses it is reached
    void item(int operation, int to, int a, int b, int c, boolean gradient) {
        if (items == op.length) {
            op = Arrays.copyOf(op, 2 * items);
            at = Arrays.copyOf(at, 8 * items);
            late = Arrays.copyOf(late, 2 * items);
        }
        op[items] = operation;
        at[4 * items] = to;
        at[4 * items + 1] = a;
        at[4 * items + 2] = b;
        at[4 * items + 3] = c;
        late[items++] = gradient;
    }

    void item(Item part, boolean gradient) {
        item(-1, parts.size(), 0, 0, 0, gradient);
        parts.add(part);
    }

    /// Puts another part in the place of one.
    void replace(int item, Item part) {
        parts.set(at[4 * item], part);
    }

    int items() {
        return items;
    }

    int cells() {
        return cells;
    }

    int operation(int item) {
        return op[item];
    }

    boolean isLate(int item) {
        return late[item];
    }

    /// Argument `slot` of an item, from 1; slot 0 is where it writes to.
    int at(int item, int slot) {
        return at[4 * item + slot];
    }

    Item part(int item) {
        return parts.get(at[4 * item]);
    }

    int start(int cell) {
        return starts[cell];
    }

    /// Of the first cell of a block its length; 0 for a number that can be moved about.
    int length(int start) {
        return lengths[start];
    }

    int arity(int operation) {
        return arities[operation];
    }

    /// The first cell of the block, or the single cell, that an item writes; -1 where it is none.
    int writes(int item) {
        return op[item] < 0 ? part(item).writes() : starts[at[4 * item]];
    }

    List<ScalarOp> ops() {
        return ops;
    }

    double[] constants() {
        return Arrays.copyOf(constants, constantCount);
    }

    /// Thrown where a graph would need more than there is room for.
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("too large for flat code", null, false, false);
        }

        TooLarge(IllegalArgumentException limit) {
            super("too large for a class", limit, false, false);
        }
    }
}
