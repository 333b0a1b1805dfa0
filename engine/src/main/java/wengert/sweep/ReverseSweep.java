package wengert.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wengert.ops.Accumulate;
import wengert.ops.Op;
import wengert.ops.Values;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Tracked;
import wengert.value.Value;

/// The reverse sweep: from the output back to the inputs, each node hands its arguments their shares.
///
/// A node's adjoint is the sum of the shares it was handed, and complete when the sweep reaches it, because
/// whatever uses a node was computed after it. The shares are added up once, at that moment, so that n
/// shares of an array cost n, however sparse they are.
public final class ReverseSweep {

    private ReverseSweep() {}

    /// The adjoint of every node that the output depends on and that depends on an input; null elsewhere.
    ///
    /// @param seed the adjoint of the output
    /// @return by node index
    public static @Nullable Value[] adjoints(Graph graph, Value seed) {
        return adjoints(graph, Collections.singletonList(seed));
    }

    /// The same for several outputs.
    ///
    /// @param seeds the adjoint of each output, in the order of [Graph#outputs]; null for one that does not count
    public static @Nullable Value[] adjoints(Graph graph, List<? extends @Nullable Value> seeds) {
        return new Pass(graph, valuesOf(graph), null, _ -> {}).run(seeds);
    }

    /// The same with other values than those recorded, telling which node the sweep is at before it passes anything on.
    ///
    /// @param values by node index
    public static @Nullable Value[] adjoints(
            Graph graph, Value[] values, List<? extends @Nullable Value> seeds, Consumer<Node> at) {
        return new Pass(graph, values, null, at).run(seeds);
    }

    private static Value[] valuesOf(Graph graph) {
        List<Node> nodes = graph.nodes();
        var values = new Value[nodes.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = nodes.get(k).value();
        }
        return values;
    }

    /// Every share that the sweep hands out, in order: the seed first, then node by node from the output.
    ///
    /// Values are plain. A study that is itself tracked by an outer recording gives the numbers behind it.
    public static List<Step> steps(Graph graph, Value seed) {
        return steps(graph, Collections.singletonList(seed));
    }

    /// The same for several outputs.
    ///
    /// @param seeds the adjoint of each output, in the order of [Graph#outputs]; null for one that does not count
    public static List<Step> steps(Graph graph, List<? extends @Nullable Value> seeds) {
        var steps = new ArrayList<Step>();
        for (int k = 0; k < seeds.size(); k++) {
            Value seed = seeds.get(k);
            if (seed != null) {
                steps.add(new Step.Seed(graph.outputs().get(k), Tracked.plain(seed)));
            }
        }
        new Pass(graph, valuesOf(graph), steps, _ -> {}).run(seeds);
        return List.copyOf(steps);
    }

    private static final class Pass {
        private final Graph graph;
        private final Value[] values;
        private final @Nullable List<Step> record;
        private final Consumer<Node> at;
        private final @Nullable Value[] first;
        private final Map<Integer, List<Value>> more = new HashMap<>();
        private final Map<Node, Received> received = new HashMap<>();

        Pass(Graph graph, Value[] values, @Nullable List<Step> record, Consumer<Node> at) {
            this.graph = graph;
            this.values = values;
            this.record = record;
            this.at = at;
            this.first = new @Nullable Value[graph.nodes().size()];
        }

        @Nullable Value[] run(List<? extends @Nullable Value> seeds) {
            int count = graph.nodes().size();
            var adjoints = new @Nullable Value[count];
            for (int k = 0; k < seeds.size(); k++) {
                Value seed = seeds.get(k);
                if (seed != null && graph.active(graph.outputs().get(k))) {
                    hand(graph.outputs().get(k), seed);
                }
            }
            for (int k = count - 1; k >= 0; k--) {
                Value handed = first[k];
                if (handed == null) {
                    continue; // the output does not depend on it
                }
                first[k] = null;
                List<Value> all = more.remove(k);
                Node node = graph.nodes().get(k);
                at.accept(node);
                Value sum = Accumulate.all(Values.IN, all == null ? List.of(handed) : all);
                Value plain = Tracked.plain(values[k]);
                Value adjoint = Projection.onto(plain, sum);
                if (node.op() != null) {
                    pass(node, node.op(), adjoint);
                }
                adjoints[k] =
                        node.kind() == Node.Kind.INPUT
                                ? Projection.ofInput(plain, adjoint)
                                : adjoint;
            }
            return adjoints;
        }

        private void pass(Node node, Op op, Value adjoint) {
            List<Node> arguments = node.arguments();
            List<Value> x = Replay.at(arguments, values);
            Op.Handing<Value> handing = op.handing(Values.IN, x, values[node.index()], adjoint);
            for (int i = 0; i < x.size(); i++) {
                Node argument = arguments.get(i);
                if (!graph.active(argument)) {
                    continue; // a constant: nothing to pass
                }
                Value share = handing.share(i);
                if (share == null) {
                    if (op.cutsOff() || isTruth(plain(node))) {
                        continue; // cut off, or true and false: nothing comes through at all
                    }
                    share = zero(plain(argument)); // flat: what comes through is 0
                }
                hand(argument, share);
                if (record != null) {
                    Value plain = Projection.onto(plain(argument), Tracked.plain(share));
                    Received all = received.computeIfAbsent(argument, _ -> new Received());
                    int count = all.add(plain);
                    record.add(new Step.Share(node, i, Tracked.plain(adjoint), plain, count, all));
                }
            }
        }

        private Value plain(Node node) {
            return Tracked.plain(values[node.index()]);
        }

        private static boolean isTruth(Value value) {
            return value instanceof Bool
                    || value instanceof ArrayValue array && array.elementType() == ElementType.BOOL;
        }

        private static Value zero(Value like) {
            return like instanceof ArrayValue array
                    ? new Fill(Float64.ZERO, array.size())
                    : Float64.ZERO;
        }

        private void hand(Node node, Value share) {
            int k = node.index();
            Value before = first[k];
            if (before == null) {
                first[k] = share;
                return;
            }
            more.computeIfAbsent(k, _ -> new ArrayList<>(List.of(before))).add(share);
        }
    }
}
