package wengert.compile;

import java.util.function.IntUnaryOperator;

/// A part of flat code that works on arrays, while the code is being written.
sealed interface Item {

    /// The first cells of the blocks, and the single cells, that it reads.
    int[] reads();

    /// The first cell of the block that it writes, or the single cell; -1 where it is none.
    int writes();

    /// One operation on numbers, for every row and column.
    ///
    /// @param at where to, and up to three arguments: the cells for row 0, column 0
    /// @param down how far each moves from row to row
    /// @param across how far each moves from column to column
    @SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
    record Each(
            int operation,
            int rows,
            int columns,
            int[] at,
            int[] down,
            int[] across,
            int[] reads,
            int writes)
            implements Item {

        /// The same operation on other cells.
        Each on(int[] others, int[] read, int written) {
            return new Each(operation, rows, columns, others, down, across, read, written);
        }
    }

    /// Anything else.
    ///
    /// @param bind makes it, once it is settled where each cell is
    @SuppressWarnings("ArrayRecordComponent")
    record Other(int[] reads, int writes, Binding bind) implements Item {}

    /// Numbers that are computed right where they lie together as an array: nothing is left to be done, but what reads the
    /// array has to wait for them.
    @SuppressWarnings("ArrayRecordComponent")
    record Joined(int[] reads, int writes) implements Item {}

    /// Makes the code of an item, given where the cells are in the end.
    interface Binding {
        Kernel with(IntUnaryOperator place);
    }
}
