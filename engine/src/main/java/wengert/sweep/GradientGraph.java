package wengert.sweep;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Here;
import wengert.trace.Node;
import wengert.trace.Simplify;
import wengert.trace.Tape;
import wengert.value.Float64;
import wengert.value.Value;

/// The gradient's own graph: what a reverse sweep computes, recorded like any other computation.
///
/// The graph is [replayed][Replay] on a recording inside another. The sweep back over the inner one calculates with
/// values that the outer one follows, so what the outer one has noted in the end are the values and the gradient. The
/// rules are the same as ever: there is no second set for derivatives of derivatives.
///
/// A rule of the program's own is taken at the point where it ran: what it gives back counts as linear.
public final class GradientGraph {

    private final Graph graph;
    private final Here here = new Here();
    private final Tape outer;
    private final Tape inner;

    private GradientGraph(Graph graph) {
        this.graph = graph;
        here.group(graph.study());
        outer = new Tape(1, here, _ -> {});
        inner = new Tape(2, here, _ -> {});
    }

    /// From the inputs of `graph` to the gradient of its output in each of them, [simplified][Simplify]. An input that
    /// nothing depends on has no gradient and so no output; where that is all of them, the output is 0.
    ///
    /// @param seed the adjoint of the output
    public static Graph of(Graph graph, Value seed) {
        return Simplify.of(new GradientGraph(graph).recorded(seed));
    }

    private Graph recorded(Value seed) {
        var inputs = new ArrayList<Node>();
        for (Node input : graph.inputs()) {
            here.group(input.group());
            Node copy = outer.input(graph.label(input), input.plain(), input.span());
            inputs.add(inner.input(graph.label(input), copy, input.span()));
        }
        Value[] values = Replay.values(graph, inputs, this::at);
        for (Node node : graph.nodes()) {
            String name = node.name();
            if (name != null && values[node.index()] instanceof Node copy) {
                name(copy.value(), name);
            }
        }
        Graph forward =
                inner.graph(graph.outputs().stream().map(o -> node(values[o.index()])).toList());
        var seeds = new ArrayList<@Nullable Value>();
        graph.outputs().forEach(_ -> seeds.add(seeds.isEmpty() ? seed : null));
        var back = new Group(graph.study(), Group.Kind.SWEEP, "gradient", graph.study().span(), 0);
        @Nullable Value[] adjoints =
                ReverseSweep.adjoints(
                        forward,
                        seeds,
                        node -> {
                            here.group(back);
                            here.at(node.span(), List.of());
                        });
        var outputs = new ArrayList<Node>();
        for (Node input : inputs) {
            Value adjoint = adjoints[input.index()];
            if (adjoint != null) {
                name(adjoint, input.name() + "\u0304"); // a combining bar
                outputs.add(adjoint instanceof Node node ? node : outer.constant(adjoint));
            }
        }
        inner.stop();
        if (outputs.isEmpty()) {
            outputs.add(outer.constant(Float64.ZERO));
        }
        Graph recorded = outer.graph(outputs);
        outer.stop();
        return recorded;
    }

    private void at(Node node) {
        here.group(node.group());
        here.at(
                node.span(),
                node.arguments().stream()
                        .map(a ->
                                new Here.Argument(
                                        a.span(), a.kind() == Node.Kind.CONSTANT ? a.name() : null))
                        .toList());
    }

    private Node node(Value value) {
        return value instanceof Node node ? node : inner.constant(value);
    }

    private static void name(Value value, String name) {
        if (value instanceof Node node) {
            node.name(name);
        }
    }
}
