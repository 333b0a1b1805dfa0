package wengert.story;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wengert.notation.Unicode;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.sweep.Paths;
import wengert.trace.Graph;
import wengert.value.ArrayValue;

/// A path through a graph in words and numbers.
///
/// @param way the nodes from the input to the output: `x → v₂ → v₃`
/// @param factors the local derivatives along it: `2 · x`
/// @param product what they come to: `[2, 4, 6, 8]`
public record PathText(String way, String factors, String product) {

    /// Of longer paths the middle is left out.
    private static final int LONGEST = 12;

    /// Writes a path down.
    ///
    /// @param entry which number of the product counts; negative for all of them
    /// @param digits how many digits the numbers have
    public static PathText of(Graph graph, Paths.Path path, int entry, Digits digits) {
        var formulas = new Formulas(graph, digits);
        var names = new ArrayList<String>();
        var factors = new ArrayList<String>();
        for (Graph.Edge edge : path.edges()) {
            if (names.isEmpty()) {
                names.add(graph.label(edge.argument()));
            }
            names.add(graph.label(edge.node()));
            factors.add(factor(formulas, edge));
        }
        return new PathText(
                shortened(names).collect(joining(" → ")),
                shortened(factors.reversed()).collect(joining(" · ")),
                digits.of(Entries.of(path.product(), entry)));
    }

    /// A number as a number; of an array operation the partial derivative only by its name, since it is a matrix.
    private static String factor(Formulas formulas, Graph.Edge edge) {
        boolean matrix =
                edge.node().plain() instanceof ArrayValue
                        || edge.argument().plain() instanceof ArrayValue;
        Op op = edge.node().op();
        boolean elementwise = op instanceof Broadcast || op instanceof Entrywise;
        return matrix && !elementwise
                ? Unicode.text(formulas.partial(edge))
                : formulas.shortLabel(edge);
    }

    private static Stream<String> shortened(List<String> parts) {
        if (parts.size() <= LONGEST) {
            return parts.stream();
        }
        var kept = new ArrayList<>(parts.subList(0, LONGEST / 2));
        kept.add("…");
        kept.addAll(parts.subList(parts.size() - LONGEST / 2, parts.size()));
        return kept.stream();
    }
}
