package wengert.race;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import wengert.sweep.Jacobian;
import wengert.sweep.Mode;
import wengert.sweep.Race;
import wengert.trace.Graph;

/// A race that has been run: the counts, and the Jacobian as each mode has found it, pass by pass.
///
/// @param byRows what the reverse passes gave, a row each; null where that is too much to be found out here
/// @param byColumns what the forward passes gave, a column each
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record Found(
        Graph graph,
        Race race,
        List<Mode.Row> rows,
        List<Mode.Forward> columns,
        double @Nullable [][] byRows,
        double @Nullable [][] byColumns) {

    private static final int MOST_ENTRIES = 20_000;

    /// So many operations take about a second.
    private static final long MOST_WORK = 10_000_000;

    static Found of(Graph graph) {
        Race race = Race.of(graph);
        List<Mode.Row> rows = Jacobian.rows(graph);
        List<Mode.Forward> columns = Mode.directions(graph);
        boolean small = (long) race.rows() * race.columns() <= MOST_ENTRIES;
        double[][] byRows = null;
        double[][] byColumns = null;
        if (small && race.reverse().total() <= MOST_WORK) {
            byRows = new double[rows.size()][];
            for (int i = 0; i < byRows.length; i++) {
                goOn();
                byRows[i] = Jacobian.row(graph, rows.get(i), columns);
            }
        }
        if (small && race.forward().total() <= MOST_WORK) {
            byColumns = new double[rows.size()][columns.size()];
            for (int j = 0; j < columns.size(); j++) {
                goOn();
                double[] column = Jacobian.column(graph, rows, columns.get(j));
                for (int i = 0; i < column.length; i++) {
                    byColumns[i][j] = column[i];
                }
            }
        }
        return new Found(graph, race, rows, columns, byRows, byColumns);
    }

    /// Whoever interrupts the thread does not want the rest.
    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted between two passes");
        }
    }

    /// `∂y[2]/∂x[1]`
    String name(int row, int column) {
        return "∂%s/∂%s".formatted(rows.get(row).name(graph), columns.get(column).name(graph));
    }
}
