package wengert.sweep;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Values;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Tracked;
import wengert.value.Value;

/// The forward sweep: tangents travel along with the values, from the inputs to the output.
public final class ForwardSweep {

    private ForwardSweep() {}

    /// The tangent of every node; null where it is zero because no input with a tangent reaches it.
    ///
    /// @param direction the tangent of each input, in the order of [Graph#inputs]; null for zero
    /// @return by node index
    public static @Nullable Value[] tangents(Graph graph, List<@Nullable Value> direction) {
        var tangents = new @Nullable Value[graph.nodes().size()];
        int input = 0;
        for (Node node : graph.nodes()) {
            var op = node.op();
            if (node.kind() == Node.Kind.INPUT) {
                tangents[node.index()] = direction.get(input++);
            } else if (op != null) {
                var dx = new ArrayList<@Nullable Value>(node.arguments().size());
                boolean moves = false;
                for (Node argument : node.arguments()) {
                    Value tangent = tangents[argument.index()];
                    dx.add(tangent);
                    moves |= tangent != null;
                }
                if (moves) {
                    List<Value> x = node.arguments().stream().map(Node::value).toList();
                    Value tangent = op.jvp(Values.IN, x, node.value(), dx);
                    tangents[node.index()] =
                            tangent == null ? null : Projection.precise(node.plain(), tangent);
                }
            }
        }
        return tangents;
    }

    /// The same as a list of steps: for each node its value and then, where it has one, its tangent.
    public static List<Step> steps(Graph graph, List<@Nullable Value> direction) {
        var steps = new ArrayList<Step>();
        @Nullable Value[] tangents = tangents(graph, direction);
        for (Node node : graph.nodes()) {
            steps.add(new Step.Evaluation(node, node.plain()));
            Value tangent = tangents[node.index()];
            if (tangent != null) {
                steps.add(new Step.Tangent(node, Tracked.plain(tangent)));
            }
        }
        return List.copyOf(steps);
    }
}
