package wengert.compile;

import java.util.List;
import wengert.value.ElementType;
import wengert.value.Structured;
import wengert.value.Value;

/// Where the value of a node is while flat code runs.
///
/// Cells are numbers of doubles in the one array; a negative one, `~k`, is constant number k.
sealed interface Place {

    /// A number.
    record Single(int cell, ElementType type) implements Place {}

    /// An array in storage: element (i, j) is at `base + i * down + j * across`. Arrays of more dimensions are one long
    /// column.
    record View(int base, Size size, int rows, int columns, int down, int across, ElementType type)
            implements Place {

        /// Whether its elements lie one behind the other.
        boolean isDense() {
            return down == 1 && (across == rows || columns == 1) || rows * columns <= 1;
        }

        int length() {
            return rows * columns;
        }

        /// How far from the base element `k` is, counted from 0 column by column.
        int offset(int k) {
            return k % rows * down + k / rows * across;
        }
    }

    /// The same number everywhere.
    record Filled(Single number, Size size) implements Place {}

    /// An array whose elements are where they were computed.
    @SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
    record Cells(int[] cells, Size size) implements Place {}

    /// The transpose or adjoint of an array in storage.
    record Turned(View parent, Structured.Kind kind) implements Place {}

    /// Zeros, but for some places.
    @SuppressWarnings("ArrayRecordComponent")
    record Spread(int[] places, Place values, Size size) implements Place {}

    /// Zeros, but for some places of each piece, which no other piece has.
    record Pieces(List<Spread> spread, Size size) implements Place {
        public Pieces {
            spread = List.copyOf(spread);
        }
    }

    /// A constant that is no number.
    record Fixed(Value value) implements Place {}

    /// A value of any other kind, computed anew by an operation and kept as an object.
    record Kept(int slot) implements Place {}

    /// The size of an array.
    @SuppressWarnings("ArrayRecordComponent")
    record Size(int[] of) {
        int length() {
            int length = 1;
            for (int n : of) {
                length *= n;
            }
            return length;
        }

        int dimensions() {
            return of.length;
        }

        int rows() {
            return of.length == 0 ? 1 : of.length > 2 ? length() : of[0];
        }

        int columns() {
            return of.length == 2 ? of[1] : 1;
        }
    }
}
