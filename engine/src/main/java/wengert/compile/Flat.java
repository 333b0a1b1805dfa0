package wengert.compile;

import java.util.List;
import wengert.ops.ScalarOp;

/// Flat code: what computes a value and its gradient, as operations on one array of doubles.
///
/// @param parts what is done, in order
/// @param initial the array before anything was done: the constants are in place
/// @param ops the operations by number, from [#FIRST_OP]
/// @param constants the first cell that holds a constant; none behind it is ever written to
/// @param inputs where the inputs go
/// @param outputs where the value and the gradient are in the end
/// @param guards what must still hold for them to be right
/// @param kept how many values that are not numbers there are
/// @param uses how many operations read what is written to a cell; [#MANY] where anything else does
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record Flat(
        List<Part> parts,
        double[] initial,
        List<ScalarOp> ops,
        int constants,
        List<Reader> inputs,
        List<Reader> outputs,
        List<Guard> guards,
        int kept,
        byte[] uses) {

    /// The operations that need no look-up.
    static final int COPY = 0;

    static final int PLUS = 1;
    static final int MINUS = 2;
    static final int TIMES = 3;
    static final int DIVIDE = 4;
    static final int NEGATE = 5;
    static final int SQUARE = 6;
    static final int FIRST_OP = 7;

    /// Stands for any number of uses from here on.
    static final byte MANY = 100;

    /// As many constants are named in code; there is not room for any number of them in a class.
    private static final int NAMED = 8000;

    /// Whether a cell holds a constant that code names instead of reading it.
    boolean isNamed(int cell) {
        return cell >= constants && cell < constants + NAMED;
    }

    /// How many arguments an operation has.
    int arity(int operation) {
        return arity(ops, operation);
    }

    static int arity(List<ScalarOp> ops, int operation) {
        return switch (operation) {
            case COPY, NEGATE, SQUARE -> 1;
            case PLUS, MINUS, TIMES, DIVIDE -> 2;
            default -> ops.get(operation - FIRST_OP).arity();
        };
    }

    /// The same with other parts.
    Flat with(List<Part> others) {
        return new Flat(others, initial, ops, constants, inputs, outputs, guards, kept, uses);
    }

    /// A stretch of flat code.
    sealed interface Part {}

    /// A body of operations on numbers, run for each row of each column; straight code has one of each.
    ///
    /// Argument `slot` of operation `k` is at `at[4k + slot] + row * down[4k + slot] + column * across[4k + slot]`,
    /// slot 0 being where it writes to.
    ///
    /// @param uses of each operation where in [Flat#uses] the readers of what it writes are counted: for row 0, column 0
    record Loop(int rows, int columns, int[] op, int[] at, int[] down, int[] across, int[] uses)
            implements Part {

        int length() {
            return op.length;
        }

        /// How often the body runs.
        long turns() {
            return (long) rows * columns;
        }

        boolean isStraight() {
            return rows == 1 && columns == 1;
        }

        /// Straight code, of which the readers of a cell are counted in the place of the cell.
        static Loop straight(int[] op, int[] at) {
            return straight(op, at, written(at));
        }

        static Loop straight(int[] op, int[] at, int[] uses) {
            int[] still = new int[at.length];
            return new Loop(1, 1, op, at, still, still, uses);
        }

        /// The cells that operations write to.
        static int[] written(int[] at) {
            int[] written = new int[at.length / 4];
            for (int k = 0; k < written.length; k++) {
                written[k] = at[4 * k];
            }
            return written;
        }

        static Loop of(
                int rows, int columns, int[] op, int[] at, int[] down, int[] across, int[] uses) {
            if (rows == 1 && columns > 1) {
                return of(columns, 1, op, at, across, down, uses);
            }
            return new Loop(rows, columns, op, at, down, across, uses);
        }
    }

    record Call(Kernel kernel) implements Part {}

    /// Passages that follow each other.
    ///
    /// @param all those that there are in the code
    /// @param script which of them runs, and how often, over and over
    /// @param told where they work, in the order in which they run
    record Passages(List<Passage> all, int[] script, int[] told) implements Part {}
}
