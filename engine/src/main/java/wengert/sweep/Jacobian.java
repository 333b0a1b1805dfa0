package wengert.sweep;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Value;

/// The derivative of every number that comes out by every number that goes in, as a matrix.
///
/// @param rows one for each number of each output
/// @param columns one for each number of each input
/// @param entries by row and column; NaN where it could not be computed
public record Jacobian(List<Mode.Row> rows, List<Mode.Forward> columns, double[][] entries) {

    public Jacobian {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /// The rows of a graph's Jacobian, made when they are asked for.
    public static List<Mode.Row> rows(Graph graph) {
        return new Rows(graph);
    }

    private static final class Rows extends Numbers<Mode.Row> {

        Rows(Graph graph) {
            super(graph.outputs());
        }

        @Override
        Mode.Row sweep(int output, int entry) {
            return new Mode.Row(output, entry);
        }

        @Override
        public int indexOf(Object other) {
            return other instanceof Mode.Row(int output, int entry) ? place(output, entry) : -1;
        }
    }

    /// By reverse sweeps, a row each, or by forward sweeps, a column each: whichever are fewer. Ends with a
    /// [CancellationException] if the thread is interrupted.
    public static Jacobian of(Graph graph) {
        List<Mode.Row> rows = rows(graph);
        List<Mode.Forward> columns = Mode.directions(graph);
        double[][] entries = new double[rows.size()][columns.size()];
        if (rows.size() <= columns.size()) {
            for (int i = 0; i < rows.size(); i++) {
                goOn();
                entries[i] = row(graph, rows.get(i), columns);
            }
        } else {
            for (int j = 0; j < columns.size(); j++) {
                goOn();
                double[] column = column(graph, rows, columns.get(j));
                for (int i = 0; i < rows.size(); i++) {
                    entries[i][j] = column[i];
                }
            }
        }
        return new Jacobian(rows, columns, entries);
    }

    /// Whoever interrupts the thread does not want the rest.
    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted between two sweeps");
        }
    }

    /// One row, by one reverse sweep.
    public static double[] row(Graph graph, Mode.Row row, List<Mode.Forward> columns) {
        @Nullable Value[] adjoints = ReverseSweep.adjoints(graph, row.seeds(graph));
        List<Node> inputs = graph.inputs();
        return columns.stream()
                .mapToDouble(column ->
                        number(adjoints[inputs.get(column.input()).index()], column.entry()))
                .toArray();
    }

    /// One column, by one forward sweep.
    public static double[] column(Graph graph, List<Mode.Row> rows, Mode.Forward column) {
        @Nullable Value[] tangents = ForwardSweep.tangents(graph, column.direction(graph));
        return rows.stream()
                .mapToDouble(row ->
                        number(tangents[graph.outputs().get(row.output()).index()], row.entry()))
                .toArray();
    }

    /// @param value null for zero
    private static double number(@Nullable Value value, int entry) {
        return switch (value) {
            case null -> 0;
            case ArrayValue array when array.get(entry) instanceof Scalar number ->
                    number.toDouble();
            case Scalar number -> number.toDouble();
            default -> Double.NaN;
        };
    }
}
