package wengert.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import wengert.ops.Op;
import wengert.ops.Shapes;
import wengert.ops.Values;
import wengert.trace.Graph;
import wengert.trace.Here;
import wengert.trace.Node;
import wengert.trace.Tape;
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
        return values(graph, inputs, at, node -> node.op() == Shapes.DETACH);
    }

    /// The same, and what was cut off is computed again, too, as the program would.
    public static Value[] anew(Graph graph, List<? extends Value> inputs, Consumer<Node> at) {
        return values(graph, inputs, at, _ -> false);
    }

    /// The same by operations that can each be followed by itself, also where the program gave a rule of its own for a call.
    static Value[] unfolded(Graph graph, List<? extends Value> inputs, Consumer<Node> at) {
        return values(graph, inputs, at, _ -> false, Op::unfolded);
    }

    private static Value[] values(
            Graph graph, List<? extends Value> inputs, Consumer<Node> at, Predicate<Node> stays) {
        return values(graph, inputs, at, stays, Values.IN::apply);
    }

    private static Value[] values(
            Graph graph,
            List<? extends Value> inputs,
            Consumer<Node> at,
            Predicate<Node> stays,
            BiFunction<Op, List<Value>, Value> apply) {
        var values = new Value[graph.nodes().size()];
        int input = 0;
        for (Node node : graph.nodes()) {
            var op = node.op();
            if (node.kind() == Node.Kind.INPUT) {
                values[node.index()] = inputs.get(input++);
            } else if (op == null || stays.test(node) || !graph.active(node)) {
                values[node.index()] = node.plain();
            } else {
                at.accept(node);
                values[node.index()] = apply.apply(op, at(node.arguments(), values));
            }
        }
        return values;
    }

    /// What was computed at the nodes, in a list of their own.
    static List<Value> at(List<Node> nodes, Value[] values) {
        return switch (nodes.size()) {
            case 1 -> List.of(values[nodes.getFirst().index()]);
            case 2 -> List.of(values[nodes.get(0).index()], values[nodes.get(1).index()]);
            default -> nodes.stream().map(n -> values[n.index()]).toList();
        };
    }

    /// The same operations on other inputs, as a graph.
    public static Graph recorded(Graph graph, List<? extends Value> inputs) {
        var here = new Here();
        here.group(graph.study());
        var tape = new Tape(1, here, _ -> {});
        var given = new ArrayList<Node>();
        List<Node> own = graph.inputs();
        for (int i = 0; i < own.size(); i++) {
            here.group(own.get(i).group());
            given.add(tape.input(graph.label(own.get(i)), inputs.get(i), own.get(i).span()));
        }
        Value[] values =
                anew(
                        graph,
                        given,
                        node -> {
                            here.group(node.group());
                            here.at(node.span(), List.of());
                        });
        List<Node> outputs =
                graph.outputs().stream()
                        .map(o -> values[o.index()])
                        .map(v -> v instanceof Node node ? node : tape.constant(v))
                        .toList();
        Graph recorded = tape.graph(outputs);
        tape.stop();
        return recorded;
    }
}
