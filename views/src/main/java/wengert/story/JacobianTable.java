package wengert.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.sweep.GradientGraph;
import wengert.sweep.Jacobian;
import wengert.sweep.Mode;
import wengert.sweep.Race;
import wengert.trace.Graph;
import wengert.trace.Node;

/// A Jacobian, or a Hessian, and what is said of it: what its rows and entries are.
///
/// @param graph whose Jacobian it is: the study's, or that of its gradient
/// @param matrix null where it is too large
/// @param second of a Hessian what its rows are about; null for first derivatives
/// @param result what the one result is called; empty where it has no name of its own
public record JacobianTable(
        Graph graph, @Nullable Jacobian matrix, Race race, @Nullable Second second, String result) {

    /// A matrix with more entries is not computed.
    private static final int MOST_ENTRIES = 40_000;

    /// Nor one that takes more operations, which would be minutes.
    private static final long MOST_WORK = 20_000_000;

    /// What the rows of a Hessian are about, and of what it is.
    ///
    /// @param by the inputs that the rows are about, of `from`
    /// @param of what is differentiated twice: `f`, `∑f`
    /// @param caution whose Hessian it is, where one might take it for another; else empty
    public record Second(Graph from, List<Node> by, String of, String caution) {
        public Second {
            by = List.copyOf(by);
        }

        /// Lines break badly around the bar of an adjoint, so that is left to the names of entries.
        private String said() {
            return ResultName.isAdjoint(of)
                    ? "Second derivatives by row and by column"
                    : "Second derivatives ∂²%s/∂row ∂column".formatted(of);
        }
    }

    /// The results by the inputs. Where the program asked for second derivatives, the result is a gradient and these are
    /// the second derivatives.
    public static JacobianTable first(Study study) {
        Graph graph = study.graph();
        Second second =
                study.isOfGradient() && isAsLarge(graph)
                        ? new Second(graph, graph.inputs(), called(study), "")
                        : null;
        return table(study, graph, second);
    }

    /// The gradient by the inputs. Several numbers have no Hessian, so there it is that of their sum, and said to be;
    /// where the program asked for second derivatives, those are meant.
    public static JacobianTable second(Study study) {
        Graph graph = study.graph();
        if (study.isOfGradient() && isAsLarge(graph)) {
            return first(study);
        }
        int numbers = Mode.numbers(graph.output().plain());
        int results = graph.outputs().size();
        String part = results == 1 ? "the result" : "the first of %,d results".formatted(results);
        String caution =
                numbers > 1
                        ? "A Hessian is of one number, and %s has %,d: this is the Hessian of their sum. "
                                .formatted(part, numbers)
                        : results > 1 ? "This is the Hessian of %s. ".formatted(part) : "";
        var second =
                new Second(
                        graph,
                        GradientGraph.differentiated(graph, study.seed()),
                        (numbers > 1 ? "∑" : "") + called(study),
                        caution);
        return table(study, study.differentiateAgain().graph(), second);
    }

    private static JacobianTable table(Study study, Graph graph, @Nullable Second second) {
        Race race = Race.of(graph);
        long work = Math.min(race.reverse().total(), race.forward().total());
        boolean small = (long) race.rows() * race.columns() <= MOST_ENTRIES && work <= MOST_WORK;
        Jacobian matrix = small ? Jacobian.of(graph) : null;
        return new JacobianTable(graph, matrix, race, second, ResultName.of(study));
    }

    /// Whether the one result has as many numbers as the one input, as a gradient has.
    private static boolean isAsLarge(Graph graph) {
        return graph.inputs().size() == 1
                && graph.outputs().size() == 1
                && Mode.numbers(graph.inputs().getFirst().plain())
                        == Mode.numbers(graph.output().plain());
    }

    private static String called(Study study) {
        Graph graph = study.graph();
        String adjoint = ResultName.adjoint(graph.output());
        if (adjoint != null) {
            return adjoint;
        }
        String name = ResultName.of(study);
        return graph.outputs().size() > 1
                ? graph.label(graph.output())
                : name.isEmpty() ? "f" : name;
    }

    /// What the matrix is, and how it was found.
    public String note() {
        int rows = race.rows();
        int columns = race.columns();
        String caution = second == null ? "" : second.caution();
        if (matrix == null) {
            return caution
                    + "%,d × %,d numbers are too many, or too much work, to be computed here."
                            .formatted(rows, columns);
        }
        String made =
                rows <= columns
                        ? "%,d reverse %s, a row each"
                                .formatted(rows, rows == 1 ? "sweep" : "sweeps")
                        : "%,d forward %s, a column each"
                                .formatted(columns, columns == 1 ? "sweep" : "sweeps");
        return "%s%s, %,d × %,d: by %s."
                .formatted(
                        caution,
                        second == null ? "Derivatives ∂row/∂column" : second.said(),
                        rows,
                        columns,
                        made);
    }

    /// What a row is about: a number of the result; of a Hessian, of an input; of a gradient's own graph, of the adjoint
    /// that it is.
    public String name(Mode.Row row) {
        if (second != null && row.output() < second.by().size()) {
            return Mode.name(second.from(), second.by().get(row.output()), row.entry());
        }
        Node output = graph.outputs().get(row.output());
        String adjoint = ResultName.adjoint(output);
        String label = graph.label(output);
        String name = row.name(graph);
        boolean single = graph.outputs().size() == 1 && !result.isEmpty();
        return adjoint != null
                ? name.replace(label, adjoint)
                : single ? result + name.substring(label.length()) : name;
    }

    /// The derivative that is an entry: `∂f[2]/∂x[1]`, `∂²f/∂x[1]∂x[2]`
    public String name(Mode.Row row, Mode.Forward column) {
        String above = name(row);
        String below = column.name(graph);
        return second == null
                ? "∂%s/∂%s".formatted(above, below)
                : "∂²%s/∂%s∂%s".formatted(second.of(), above, below);
    }
}
