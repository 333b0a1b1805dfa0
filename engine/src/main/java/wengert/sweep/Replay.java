package wengert.sweep;

import java.util.List;
import java.util.function.Consumer;
import wengert.ops.Shapes;
import wengert.ops.Values;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// A graph computed again at other inputs.
///
/// The graph is of what ran: the same operations are applied in the same order. The branches and the number of turns
/// that the program took are not decided anew, so far from the recorded inputs the program itself might do something
/// else. Where the inputs are tracked, the replay is recorded like any other computation.
public final class Replay {

    private Replay() {}

    /// The value of every node, given those of the inputs.
    ///
    /// @param inputs in the order of [Graph#inputs]
    /// @return by node index
    public static Value[] values(Graph graph, List<? extends Value> inputs) {
        return values(graph, inputs, _ -> {});
    }

    /// The same, telling which node is about to be computed.
    ///
    /// What was cut off (`dropgrad`) keeps the value that it had.
    public static Value[] values(Graph graph, List<? extends Value> inputs, Consumer<Node> at) {
        var values = new Value[graph.nodes().size()];
        int input = 0;
        for (Node node : graph.nodes()) {
            var op = node.op();
            if (node.kind() == Node.Kind.INPUT) {
                values[node.index()] = inputs.get(input++);
            } else if (op == null || op == Shapes.DETACH || !graph.active(node)) {
                values[node.index()] = node.plain();
            } else {
                at.accept(node);
                List<Value> x = node.arguments().stream().map(a -> values[a.index()]).toList();
                values[node.index()] = Values.IN.apply(op, x);
            }
        }
        return values;
    }
}
