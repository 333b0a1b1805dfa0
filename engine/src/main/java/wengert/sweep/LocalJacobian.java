package wengert.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.Values;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Value;

/// The local derivative on one edge, written out as a matrix: every number of the node by every number of the argument.
///
/// A reverse sweep never makes this matrix. It is here to be looked at while it is small; its rows are what the rule hands
/// back for an adjoint that is 1 in one place.
///
/// @param entries by number of the node and number of the argument, each column by column
/// @param structure what kind of matrix it is
public record LocalJacobian(double[][] entries, Structure structure) {

    /// What a matrix looks like, as far as it has a name.
    public enum Structure {
        ZERO("zero: nothing comes through"),
        NUMBER("a single number"),
        IDENTITY("the identity: the gradient passes unchanged"),
        SCALED("a multiple of the identity: every entry is scaled alike"),
        DIAGONAL("diagonal: each entry goes its own way"),
        PERMUTATION("a permutation: the entries change places"),
        ONE_HOT("one-hot rows: it picks entries out"),
        SAME_ROW("a row of equal numbers: every entry gets the same"),
        STACKED("one-hot columns over several rows: what was expanded is added up"),
        SPREAD("multiples of the identity side by side: every row meets the same factors"),
        BLOCKS("the same block along the diagonal: each column goes its own way"),
        GENERAL("without a special structure");

        private final String words;

        Structure(String words) {
            this.words = words;
        }

        /// What it is, in a word or a few.
        public String title() {
            return words.split(":", 2)[0];
        }

        /// What it is and what that does, as a phrase.
        public String words() {
            return words;
        }
    }

    /// The matrix of an edge; null where it has more than `most` entries or numbers that are not real, or cannot be had.
    public static @Nullable LocalJacobian of(Graph.Edge edge, int most) {
        Node node = edge.node();
        Op op = node.op();
        int rows = Mode.numbers(node.plain());
        int columns = Mode.numbers(edge.argument().plain());
        if (op == null || rows == 0 || columns == 0 || (long) rows * columns > most) {
            return null;
        }
        List<Value> x = node.arguments().stream().map(Node::plain).toList();
        var entries = new double[rows][columns];
        try {
            for (int i = 0; i < rows; i++) {
                Value unit = Mode.unit(node.plain(), i);
                Value share = op.vjp(Values.IN, x, node.plain(), unit, edge.slot());
                double[] row = share == null ? new double[columns] : numbers(share);
                if (row == null || row.length != columns) {
                    return null;
                }
                entries[i] = row;
            }
        } catch (JuliaError | ClassCastException | IllegalArgumentException _) {
            return null; // a rule that wants another kind of adjoint, such as a factorisation's
        }
        return new LocalJacobian(entries, structure(entries));
    }

    /// The numbers of a value, column by column; null if they are not real numbers.
    public static double @Nullable [] numbers(Value value) {
        return switch (value) {
            case ArrayValue array -> {
                ArrayValue dense = array.dense();
                double[] numbers = new double[dense.length()];
                for (int i = 0; i < numbers.length; i++) {
                    if (!(dense.get(i) instanceof Scalar number) || number instanceof Complex) {
                        yield null;
                    }
                    numbers[i] = number.toDouble();
                }
                yield numbers;
            }
            case Complex _ -> null;
            case Scalar number -> new double[] {number.toDouble()};
            default -> null;
        };
    }

    private static Structure structure(double[][] a) {
        int rows = a.length;
        int columns = a[0].length;
        if (rows == 1 && columns == 1) {
            return a[0][0] == 0 ? Structure.ZERO : Structure.NUMBER;
        }
        boolean square = rows == columns;
        boolean diagonal = square;
        boolean scaled = square;
        boolean unitRows = true;
        boolean unitColumns = true;
        boolean zero = true;
        int[] inColumn = new int[columns];
        for (int i = 0; i < rows; i++) {
            int inRow = 0;
            for (int j = 0; j < columns; j++) {
                double entry = a[i][j];
                zero &= entry == 0;
                diagonal &= i == j || entry == 0;
                scaled &= entry == (i == j ? a[0][0] : 0);
                if (entry != 0) {
                    inRow++;
                    inColumn[j]++;
                    unitRows &= entry == 1;
                }
            }
            unitRows &= inRow == 1;
        }
        boolean onePerColumn = true;
        for (int count : inColumn) {
            onePerColumn &= count == 1;
            unitColumns &= count >= 1;
        }
        if (zero) {
            return Structure.ZERO;
        }
        if (scaled) {
            return a[0][0] == 1 ? Structure.IDENTITY : Structure.SCALED;
        }
        if (diagonal) {
            return Structure.DIAGONAL;
        }
        if (square && unitRows && onePerColumn) {
            return Structure.PERMUTATION;
        }
        if (unitRows && rows > columns && unitColumns) {
            return Structure.STACKED;
        }
        if (unitRows) {
            return Structure.ONE_HOT;
        }
        if (rows == 1 && allEqual(a[0])) {
            return Structure.SAME_ROW;
        }
        for (int n = Math.min(rows, columns); n > 1; n--) {
            if (rows % n == 0 && columns % n == 0) {
                if (isSpread(a, n)) {
                    return Structure.SPREAD;
                }
                if (isInBlocks(a, n)) {
                    return Structure.BLOCKS;
                }
            }
        }
        return Structure.GENERAL;
    }

    /// Whether it is made of multiples of the identity of `n` rows.
    private static boolean isSpread(double[][] a, int n) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                double wanted = i % n == j % n ? a[i - i % n][j - j % n] : 0;
                if (a[i][j] != wanted) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether the same block stands `n` times along the diagonal.
    private static boolean isInBlocks(double[][] a, int n) {
        int height = a.length / n;
        int width = a[0].length / n;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                double wanted = i / height == j / width ? a[i % height][j % width] : 0;
                if (a[i][j] != wanted) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean allEqual(double[] row) {
        for (double entry : row) {
            if (entry != row[0]) {
                return false;
            }
        }
        return true;
    }
}
