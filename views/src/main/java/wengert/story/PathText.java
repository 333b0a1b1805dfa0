package wengert.story;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.notation.Unicode;
import wengert.sweep.LocalJacobian;
import wengert.sweep.LocalJacobian.Structure;
import wengert.sweep.Mode;
import wengert.sweep.Paths;
import wengert.trace.Graph;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// A path through a graph in words and numbers, as it leads from one number of the input to the output.
///
/// @param way the nodes from the input to the output: `x[1] → v₂ → v₃`
/// @param factors the local derivatives along it, in the same order: `2 · 0.5`
/// @param product what they come to: `1.0`
/// @param through whether the number has a part in the output along it, be it 0
public record PathText(String way, String factors, String product, boolean through) {

    /// Of longer paths the middle is left out.
    private static final int LONGEST = 12;

    /// Larger local derivatives are not written in numbers.
    private static final int MOST_ENTRIES = 1_024;

    /// Writes paths down; takes a while, where the operations are large.
    ///
    /// @param seed the adjoint of the output
    /// @param entry which number of the input counts
    /// @param digits how many digits the numbers have
    public static List<PathText> all(
            Graph graph, Paths paths, Value seed, int entry, Digits digits) {
        var writer = new Writer(graph, new Formulas(graph, digits), digits);
        String from = Mode.name(graph, paths.input(), entry);
        return paths.paths().stream().map(path -> writer.text(path, seed, from, entry)).toList();
    }

    private static final class Writer {

        private final Graph graph;
        private final Formulas formulas;
        private final Digits digits;
        private final Map<Graph.Edge, @Nullable LocalJacobian> locals = new HashMap<>();

        Writer(Graph graph, Formulas formulas, Digits digits) {
            this.graph = graph;
            this.formulas = formulas;
            this.digits = digits;
        }

        PathText text(Paths.Path path, Value seed, String from, int entry) {
            var names = new ArrayList<String>();
            names.add(from);
            path.edges().forEach(edge -> names.add(graph.label(edge.node())));
            List<String> numbers = numbers(path, seed, entry);
            List<String> factors =
                    numbers == null ? path.edges().stream().map(this::symbol).toList() : numbers;
            return new PathText(
                    shortened(names).collect(joining(" → ")),
                    Arithmetic.product(shortened(factors).toList()),
                    digits.of(Entries.of(path.product(), entry)),
                    path.edges().isEmpty() || !factors.isEmpty());
        }

        /// Null where an operation on the way is too large for its derivative to be written out.
        private @Nullable List<String> numbers(Paths.Path path, Value seed, int entry) {
            var along = new ArrayList<LocalJacobian>();
            for (Graph.Edge edge : path.edges()) {
                LocalJacobian local = locals.computeIfAbsent(edge, Writer::local);
                if (local == null) {
                    return null;
                }
                along.add(local);
            }
            double[] seeds = LocalJacobian.numbers(seed);
            if (seeds == null) {
                return null;
            }
            int result = unit(seeds);
            if (result < 0) {
                // the numbers of the output are weighed and added up
                along.add(new LocalJacobian(new double[][] {seeds}, Structure.GENERAL));
            }
            return new PathNumbers(along, digits).factors(entry, Math.max(0, result));
        }

        private static @Nullable LocalJacobian local(Graph.Edge edge) {
            return LocalJacobian.of(edge, MOST_ENTRIES);
        }

        /// Where the only 1 is among zeros; negative if there are other numbers.
        private static int unit(double[] seeds) {
            int[] others = IntStream.range(0, seeds.length).filter(i -> seeds[i] != 0).toArray();
            return others.length == 1 && seeds[others[0]] == 1 ? others[0] : -1;
        }

        private String symbol(Graph.Edge edge) {
            boolean array =
                    edge.node().plain() instanceof ArrayValue
                            || edge.argument().plain() instanceof ArrayValue;
            return array || !LocalRule.isFactor(edge)
                    ? Unicode.text(formulas.partial(edge))
                    : formulas.shortLabel(edge);
        }
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
