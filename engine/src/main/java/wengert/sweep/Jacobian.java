package wengert.sweep;

import java.util.ArrayList;
import java.util.Collections;
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
public record Jacobian(List<Row> rows, List<Mode.Forward> columns, double[][] entries) {

    public Jacobian {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /// One number of one output.
    ///
    /// @param output which of the graph's outputs, from 0
    /// @param entry which of its numbers, column by column, from 0
    public record Row(int output, int entry) {

        /// The seed of each output: 1 for this number, null for outputs that do not count.
        public List<@Nullable Value> seeds(Graph graph) {
            var seeds =
                    new ArrayList<@Nullable Value>(
                            Collections.nCopies(graph.outputs().size(), null));
            seeds.set(output, Mode.unit(graph.outputs().get(output).plain(), entry));
            return seeds;
        }

        /// The number: `v₃`, `v₃[2]`.
        public String name(Graph graph) {
            return Mode.name(graph, graph.outputs().get(output), entry);
        }
    }

    /// The rows of a graph's Jacobian.
    public static List<Row> rows(Graph graph) {
        var rows = new ArrayList<Row>();
        for (int output = 0; output < graph.outputs().size(); output++) {
            int count = Mode.numbers(graph.outputs().get(output).plain());
            for (int entry = 0; entry < count; entry++) {
                rows.add(new Row(output, entry));
            }
        }
        return rows;
    }

    /// By reverse sweeps, a row each, or by forward sweeps, a column each: whichever are fewer. Ends with a
    /// [CancellationException] if the thread is interrupted.
    public static Jacobian of(Graph graph) {
        List<Row> rows = rows(graph);
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
    public static double[] row(Graph graph, Row row, List<Mode.Forward> columns) {
        @Nullable Value[] adjoints = ReverseSweep.adjoints(graph, row.seeds(graph));
        List<Node> inputs = graph.inputs();
        return columns.stream()
                .mapToDouble(column ->
                        number(adjoints[inputs.get(column.input()).index()], column.entry()))
                .toArray();
    }

    /// One column, by one forward sweep.
    public static double[] column(Graph graph, List<Row> rows, Mode.Forward column) {
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
