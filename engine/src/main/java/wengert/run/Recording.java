package wengert.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.trace.Tape;
import wengert.value.ArrayValue;
import wengert.value.Dict;
import wengert.value.Float64;
import wengert.value.NamedTuple;
import wengert.value.Scalar;
import wengert.value.Struct;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// One differentiated call, recorded: what went in, what came out, and the graph between.
///
/// @param inputs the arguments' structure, with the node of each number and array in it
/// @param output what the function returned, with what was tracked here brought back to its plain form
/// @param outputs the outputs' structure
record Recording(
        Graph graph, List<Structure> inputs, Value output, Structure outputs, Study study) {

    Recording {
        inputs = List.copyOf(inputs);
    }

    /// Calls `function` with tracked arguments and records what it does.
    ///
    /// @param forward whether the recording is for a forward sweep, which custom reverse rules do not serve
    static Recording of(
            Interpreter machine, Value function, List<Value> arguments, boolean forward) {
        var here = machine.here();
        Group outside = here.group();
        Span call = here.span();
        String title = machine.source().at(call);
        boolean outermost = !machine.recording();
        here.group(
                new Group(
                        outermost ? null : outside,
                        outermost ? Group.Kind.STUDY : Group.Kind.SWEEP,
                        title,
                        call,
                        0));
        var tape = new Tape(machine.deeper(), here, machine::recorded);
        machine.gradients().opened(forward);
        Tape around = here.tape();
        here.tape(tape);
        try {
            List<String> names = Gradients.parameterNames(function, arguments.size());
            var inputs = new ArrayList<Structure>();
            var tracked = new ArrayList<Value>();
            var restored = new ArrayList<Runnable>();
            for (int i = 0; i < arguments.size(); i++) {
                var tracker = new Tracker(machine, tape, call);
                tracked.add(tracker.track(arguments.get(i), names.get(i)));
                inputs.add(tracker.structure());
                restored.add(tracker::restore);
            }
            Value result;
            Structure outputs;
            Graph graph;
            try {
                machine.bareCall();
                List<Value> given =
                        arguments.size() == 1 && arguments.getFirst() instanceof Params
                                ? List.of()
                                : tracked;
                result = machine.call(function, given, new NamedTuple(List.of(), List.of()));
                var leaves = new ArrayList<Node>();
                outputs = outputs(machine, tape, result, leaves);
                if (leaves.isEmpty()) {
                    leaves.add(tape.constant(Float64.ZERO));
                }
                graph = tape.graph(leaves);
            } finally {
                restored.forEach(Runnable::run);
            }
            boolean asked = outermost && machine.gradients().keepsStudies();
            Again again =
                    asked ? Again.of(machine, function, arguments, inputs, forward, call) : null;
            Study study =
                    new Study(
                            title,
                            call,
                            graph,
                            Study.one(graph),
                            again,
                            function instanceof Forward.GradientOf);
            return new Recording(graph, inputs, result, outputs, study);
        } finally {
            tape.stop();
            here.tape(around);
            machine.shallower();
            machine.gradients().closed();
            here.group(outside);
            here.at(call, List.of());
        }
    }

    /// The nodes of everything numeric that was returned; what is not recorded here becomes a constant.
    private static Structure outputs(
            Interpreter machine, Tape tape, Value value, List<Node> leaves) {
        Value whole = machine.whole(value);
        Value plain = Tracked.plain(whole);
        return switch (plain) {
            case Scalar s -> leaf(tape, whole, leaves);
            case ArrayValue array when Arrays.isNumeric(array) || array.length() == 0 ->
                    leaf(tape, whole, leaves);
            case ArrayValue array -> {
                var parts = new ArrayList<Structure>();
                for (int i = 0; i < array.length(); i++) {
                    parts.add(outputs(machine, tape, machine.element(value, i), leaves));
                }
                yield new Structure.OfArray(array.size(), parts);
            }
            case Tuple(var elements) ->
                    new Structure.OfTuple(each(machine, tape, elements, leaves));
            case NamedTuple(var names, var values) ->
                    new Structure.OfNamed(names, each(machine, tape, values, leaves));
            case Struct struct -> {
                var fields = new ArrayList<Value>();
                for (int i = 0; i < struct.size(); i++) {
                    fields.add(struct.field(i));
                }
                yield new Structure.OfNamed(
                        struct.type().fields(), each(machine, tape, fields, leaves));
            }
            case Dict dict -> {
                var keys = new ArrayList<Value>();
                var values = new ArrayList<Value>();
                dict.entries()
                        .values()
                        .forEach(entry -> {
                            keys.add(entry.first());
                            values.add(entry.second());
                        });
                yield new Structure.OfDict(keys, each(machine, tape, values, leaves));
            }
            default -> new Structure.None();
        };
    }

    private static List<Structure> each(
            Interpreter machine, Tape tape, List<Value> values, List<Node> leaves) {
        return values.stream().map(v -> outputs(machine, tape, v, leaves)).toList();
    }

    private static Structure leaf(Tape tape, Value value, List<Node> leaves) {
        Node node = tape.holds(value) ? (Node) value : tape.constant(value);
        leaves.add(node);
        return new Structure.Leaf(node);
    }

    /// The nodes of the outputs that carry a number or array, in order.
    List<Node> leaves() {
        return outputs.leaves();
    }

    /// The one number that was returned, or null where it was anything else.
    @Nullable Value single() {
        return outputs instanceof Structure.Leaf(Node node) && node.plain() instanceof Scalar
                ? node.value()
                : null;
    }
}
