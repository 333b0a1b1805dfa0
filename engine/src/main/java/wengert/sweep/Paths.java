package wengert.sweep;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Accumulate;
import wengert.ops.Op;
import wengert.ops.Values;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Value;

/// All ways from an input to the output, and what each contributes to the gradient.
///
/// The chain rule for several variables says that the derivative is the sum, over all paths from the input to the output,
/// of the products of the local derivatives along each (Bauer's formula: F. L. Bauer, Computational graphs and rounding
/// error, 1974). There may be exponentially many; the reverse sweep gets the same sum by adding up at each node what
/// arrives there, once for all paths that share the rest of the way.
///
/// @param input where the paths begin
/// @param count how many there are, at the most [#MANY]
/// @param paths each of them, from the longest to the shortest; empty where there are too many to list
/// @param sum what they add up to: the gradient; null if no path arrives, or they are too many
public record Paths(Node input, BigInteger count, List<Path> paths, @Nullable Value sum) {

    /// Beyond this they are not counted: a loop of thousands of turns would fill the memory with digits.
    public static final BigInteger MANY = BigInteger.TEN.pow(100);

    public Paths {
        paths = List.copyOf(paths);
    }

    /// One way.
    ///
    /// @param edges from the input to the output
    /// @param shares what the seed has become behind each edge, on the way back
    /// @param product the product of the local derivatives along the path, applied to the seed
    public record Path(List<Graph.Edge> edges, List<Value> shares, Value product) {
        public Path {
            edges = List.copyOf(edges);
            shares = List.copyOf(shares);
        }
    }

    /// The paths to the first output.
    ///
    /// @param seed the adjoint of the output
    /// @param most how many paths are listed at the most; of more only the number is told
    public static Paths of(Graph graph, Value seed, Node input, int most) {
        return of(graph, graph.output(), seed, input, most);
    }

    /// The same to any output.
    public static Paths of(Graph graph, Node output, Value seed, Node input, int most) {
        BigInteger[] counts = counts(graph, input);
        BigInteger count = counts[output.index()];
        if (count.signum() == 0 || count.compareTo(BigInteger.valueOf(most)) > 0) {
            return new Paths(input, count, List.of(), null);
        }
        var walk = new Walk(input, counts);
        walk.back(output, seed);
        List<Path> paths = new ArrayList<>(walk.found);
        paths.sort((a, b) -> b.edges().size() - a.edges().size());
        Value sum =
                paths.isEmpty()
                        ? null
                        : Accumulate.all(Values.IN, paths.stream().map(Path::product).toList());
        return new Paths(input, count, paths, sum);
    }

    /// By node: how many paths there are from the input to it.
    private static BigInteger[] counts(Graph graph, Node input) {
        var counts = new BigInteger[graph.nodes().size()];
        for (Node node : graph.nodes()) {
            BigInteger count = node == input ? BigInteger.ONE : BigInteger.ZERO;
            for (Node argument : node.arguments()) {
                count = count.add(counts[argument.index()]).min(MANY);
            }
            counts[node.index()] = count;
        }
        return counts;
    }

    /// Goes back from the output by every way that leads to the input. The stack of calls is as deep as the longest path,
    /// and there are few paths.
    private static final class Walk {
        private final Node input;
        private final BigInteger[] counts;
        private final ArrayDeque<Graph.Edge> edges = new ArrayDeque<>();
        private final ArrayDeque<Value> shares = new ArrayDeque<>();
        private final List<Path> found = new ArrayList<>();

        Walk(Node input, BigInteger[] counts) {
            this.input = input;
            this.counts = counts;
        }

        void back(Node node, Value adjoint) {
            if (node == input) {
                found.add(new Path(List.copyOf(edges), List.copyOf(shares), adjoint));
                return;
            }
            Op op = node.op();
            for (int slot = 0; slot < node.arguments().size() && op != null; slot++) {
                Node argument = node.arguments().get(slot);
                if (counts[argument.index()].signum() == 0) {
                    continue;
                }
                List<Value> x = node.arguments().stream().map(Node::plain).toList();
                Value share = op.vjp(Values.IN, x, node.plain(), adjoint, slot);
                Value arrives =
                        share == null
                                ? zero(argument.plain())
                                : Projection.onto(argument.plain(), share);
                edges.push(new Graph.Edge(node, slot));
                shares.push(arrives);
                back(argument, arrives);
                edges.pop();
                shares.pop();
            }
        }

        private static Value zero(Value like) {
            return like instanceof ArrayValue array
                    ? new Fill(Float64.ZERO, array.size())
                    : Float64.ZERO;
        }
    }
}
