package wengert.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.Turn;
import wengert.ops.Values;
import wengert.trace.Decision;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Here;
import wengert.trace.Node;
import wengert.trace.Tape;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Value;

/// The gradient's own graph: what a reverse sweep computes, recorded like any other computation.
///
/// The graph is [replayed][Replay] while a recording follows. The sweep back calculates with what was replayed, so what
/// the recording has noted in the end are the values and the gradient. The rules are the same as ever: there is no second
/// set for derivatives of derivatives.
///
/// A rule of the program's own is taken at the point where it ran: what it gives back counts as linear.
public final class GradientGraph {

    /// The mark in the name of an adjoint: a combining bar.
    private static final String BAR = "\u0304";

    private final Graph graph;
    private final Here here = new Here();
    private final Tape tape;

    private GradientGraph(Graph graph) {
        this.graph = graph;
        here.group(graph.study());
        tape = Tape.simplified(here);
    }

    /// From the inputs of `graph` to the gradient of its output in each of them, simplified. An input that
    /// nothing depends on has no gradient and so no output; where that is all of them, the output is 0.
    ///
    /// @param seed the adjoint of the output
    public static Graph of(Graph graph, Value seed) {
        return new GradientGraph(graph).recorded(seed).withoutIdle();
    }

    /// The inputs whose gradients are the outputs of the graph's [gradient][#of], in their order.
    public static List<Node> differentiated(Graph graph, Value seed) {
        @Nullable Value[] adjoints = ReverseSweep.adjoints(graph, seed);
        return graph.inputs().stream().filter(input -> adjoints[input.index()] != null).toList();
    }

    /// A value and its gradient in one graph, to be computed over and over at other inputs.
    ///
    /// @param values the results, of which the first is differentiated
    /// @param gradient for each input its gradient; null where nothing depends on it
    /// @param decisions what the program and the rules decided by
    public record Whole(
            Graph graph,
            List<Node> values,
            List<@Nullable Node> gradient,
            List<Decisive> decisions) {}

    /// A value that something was decided by.
    public record Decisive(Node node, Turn turn) {}

    /// The value and the gradient of a graph whose inputs are floating-point numbers, whole ones being taken for such.
    public static Whole whole(Graph graph, Value seed) {
        var made = new GradientGraph(graph);
        return made.whole(made.swept(seed, made.unfolded()));
    }

    /// The value alone.
    public static Whole value(Graph graph) {
        var made = new GradientGraph(graph);
        return made.whole(new Swept(made.unfolded(), List.of()));
    }

    private static Value asFloat(Value value) {
        return switch (value) {
            case Int64(long n) -> new Float64(n);
            case Tensor tensor when tensor.elementType() == ElementType.INT64 ->
                    Tensor.of(tensor.size(), tensor.doubles());
            default -> value;
        };
    }

    /// The graph on the recording.
    private record Replayed(List<Node> inputs, Value[] values) {}

    /// @param adjoints of each input
    private record Swept(Replayed replayed, List<@Nullable Value> adjoints) {}

    private Replayed replayed() {
        List<Node> inputs = inputs(UnaryOperator.identity());
        return new Replayed(inputs, Replay.anew(graph, inputs, this::at));
    }

    private Replayed unfolded() {
        List<Node> inputs = inputs(GradientGraph::asFloat);
        return new Replayed(inputs, Replay.unfolded(graph, inputs, this::in));
    }

    private List<Node> inputs(UnaryOperator<Value> input) {
        var inputs = new ArrayList<Node>();
        for (Node each : graph.inputs()) {
            here.group(each.group());
            Value plain = input.apply(each.plain());
            inputs.add(tape.input(graph.label(each), plain, each.span()));
        }
        return inputs;
    }

    private void name(Value[] values) {
        for (Node node : graph.nodes()) {
            String name = node.name();
            if (name != null && values[node.index()] instanceof Node copy) {
                copy.name(name);
            }
        }
    }

    private Swept swept(Value seed, Replayed replayed) {
        var seeds = new ArrayList<@Nullable Value>();
        graph.outputs().forEach(_ -> seeds.add(seeds.isEmpty() ? seed : null));
        var back = new Group(graph.study(), Group.Kind.SWEEP, "gradient", graph.study().span(), 0);
        @Nullable Value[] adjoints =
                ReverseSweep.adjoints(
                        graph,
                        replayed.values(),
                        seeds,
                        node -> {
                            here.group(back);
                            here.at(node.span(), List.of());
                        });
        var gradient = new ArrayList<@Nullable Value>();
        graph.inputs().forEach(input -> gradient.add(adjoints[input.index()]));
        return new Swept(replayed, gradient);
    }

    private void name(Swept swept) {
        Set<String> taken =
                graph.nodes().stream()
                        .map(Node::name)
                        .filter(Objects::nonNull)
                        .filter(name -> name.contains(BAR))
                        .collect(Collectors.toSet());
        for (int i = 0; i < swept.adjoints().size(); i++) {
            if (swept.adjoints().get(i) instanceof Node node) {
                node.name(adjoint(swept.replayed().inputs().get(i), taken));
            }
        }
    }

    /// `x̄`; in the graph of a gradient, where that is one of its nodes already, `x̄′`.
    private static String adjoint(Node input, Set<String> taken) {
        String name = input.name() + BAR;
        for (String other : taken) {
            if (other.length() >= name.length() && plain(other).equals(plain(name))) {
                name = other + "′";
            }
        }
        return name;
    }

    private static String plain(String name) {
        return name.replace("′", "");
    }

    private Graph recorded(Value seed) {
        var outputs = new ArrayList<Node>();
        Replayed replayed = replayed();
        name(replayed.values());
        Swept swept = swept(seed, replayed);
        name(swept);
        for (Value adjoint : swept.adjoints()) {
            if (adjoint != null) {
                outputs.add(node(adjoint));
            }
        }
        if (outputs.isEmpty()) {
            outputs.add(tape.constant(Float64.ZERO));
        }
        Graph recorded = tape.graph(outputs);
        tape.stop();
        return recorded;
    }

    private Whole whole(Swept swept) {
        Value[] values = swept.replayed().values();
        var outputs = new ArrayList<Node>();
        graph.outputs().forEach(o -> outputs.add(node(values[o.index()])));
        for (Value adjoint : swept.adjoints()) {
            if (adjoint != null) {
                outputs.add(node(adjoint));
            }
        }
        var turns = new ArrayList<Turn>();
        for (Node node : graph.nodes()) {
            if (node.op() != null && graph.active(node)) {
                decisions(node, node.op(), values, outputs, turns);
            }
        }
        for (Decision decision : graph.decisions()) {
            decided(
                    decision,
                    decision.arguments().stream()
                            .map(a -> a instanceof Node node ? values[node.index()] : a)
                            .toList(),
                    outputs,
                    turns);
        }
        for (Decision decision : tape.decisions()) { // by rules of the program
            decided(decision, decision.arguments(), outputs, turns);
        }
        Graph recorded = tape.graph(outputs);
        tape.stop();
        var made = recorded.outputs().iterator();
        var results = new ArrayList<Node>();
        graph.outputs().forEach(_ -> results.add(made.next()));
        var gradient = new ArrayList<@Nullable Node>();
        swept.adjoints().forEach(a -> gradient.add(a == null ? null : made.next()));
        List<Decisive> decisions =
                turns.stream().map(turn -> new Decisive(made.next(), turn)).toList();
        return new Whole(recorded, results, gradient, decisions);
    }

    /// What was decided by a node: by yes, no and whole numbers the program decides, by others some rules do.
    private void decisions(Node node, Op op, Value[] values, List<Node> outputs, List<Turn> turns) {
        Value value = values[node.index()];
        if (isDiscrete(Tracked.plain(value))) {
            outputs.add(node(value));
            turns.add(Turn.VALUE);
        }
        for (int i = 0; graph.useful(node) && i < node.arguments().size(); i++) {
            Op decider = op.decider(i);
            Value argument = values[node.arguments().get(i).index()];
            if (decider != null
                    && graph.active(node.arguments().get(i))
                    && argument instanceof Node
                    && Tracked.plain(argument) instanceof ArrayValue) {
                outputs.add(node(Values.IN.apply(decider, List.of(argument))));
                turns.add(Turn.VALUE);
            }
            Turn turn = op.turnsOn(i);
            if (turn == Turn.NOTHING || !graph.active(node.arguments().get(i))) {
                continue;
            }
            boolean shown = turn == Turn.ZEROS && hasNoZero(Tracked.plain(value));
            outputs.add(node(shown ? value : values[node.arguments().get(i).index()]));
            turns.add(turn);
            if (turn == Turn.SIGNS) {
                node.arguments()
                        .forEach(a -> {
                            outputs.add(node(values[a.index()]));
                            turns.add(turn);
                        });
                outputs.add(node(value));
                turns.add(turn);
            }
        }
    }

    /// What the program decided by, without recording it.
    private void decided(Decision decision, List<Value> x, List<Node> outputs, List<Turn> turns) {
        Op op = decision.op();
        for (Value value : op == null ? x : List.of(Values.IN.apply(op, x))) {
            if (value instanceof Node) {
                outputs.add(node(value));
                turns.add(decision.turn());
            }
        }
    }

    private static boolean hasNoZero(Value value) {
        return switch (value) {
            case Scalar number -> number.toDouble() != 0;
            case ArrayValue array -> Arrays.stream(array.dense().doubles()).noneMatch(x -> x == 0);
            default -> false;
        };
    }

    private static boolean isDiscrete(Value value) {
        return switch (value) {
            case Int64 _, Bool _ -> true;
            case ArrayValue array ->
                    array.elementType() == ElementType.INT64
                            || array.elementType() == ElementType.BOOL;
            default -> false;
        };
    }

    /// The node of a value.
    private Node node(Value value) {
        return value instanceof Node node ? node : tape.constant(value);
    }

    /// Where a node that nobody will look at is computed.
    private void in(Node node) {
        here.group(node.group());
    }

    private void at(Node node) {
        here.group(node.group());
        List<Node> arguments = node.arguments();
        boolean constant = false;
        for (int i = 0; i < arguments.size(); i++) {
            constant |= !graph.active(arguments.get(i));
        }
        here.at(
                node.span(),
                constant ? arguments.stream().map(GradientGraph::argument).toList() : List.of());
    }

    private static Here.Argument argument(Node node) {
        return new Here.Argument(
                node.span(), node.kind() == Node.Kind.CONSTANT ? node.name() : null);
    }
}
