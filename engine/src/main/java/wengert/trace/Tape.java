package wengert.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.Values;
import wengert.source.Span;
import wengert.value.Scalar;
import wengert.value.Value;

/// A recording in progress: one differentiated call, followed operation by operation.
public final class Tape {

    private final int level;
    private final Here here;
    private final IntConsumer budget;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Object, Node> constants = new HashMap<>();
    private final Group study;
    private boolean recording = true;

    /// @param level one more than that of the recording around it; the outermost is 1
    /// @param budget told the number of nodes before each new one; throws when it is too many
    public Tape(int level, Here here, IntConsumer budget) {
        this.level = level;
        this.here = here;
        this.budget = budget;
        this.study = here.group();
    }

    public int level() {
        return level;
    }

    public boolean recording() {
        return recording;
    }

    /// A new input.
    public Node input(String name, Value value, Span span) {
        return add(Node.Kind.INPUT, null, List.of(), value, span, name);
    }

    /// Applies `op` and notes it down.
    Value record(Op op, List<Value> x) {
        var primals = new ArrayList<Value>(x.size());
        for (Value value : x) {
            primals.add(mine(value) ? ((Node) value).value() : value);
        }
        Value result = Values.IN.apply(op, primals);
        var arguments = new ArrayList<Node>(x.size());
        for (int i = 0; i < x.size(); i++) {
            arguments.add(mine(x.get(i)) ? (Node) x.get(i) : constant(x.get(i), i));
        }
        return add(Node.Kind.OPERATION, op, arguments, result, here.span(), null);
    }

    private boolean mine(Value value) {
        return value instanceof Node node && node.tape() == this;
    }

    /// The node of a constant argument. The same number at the same place of the source is the same node, however
    /// often a loop comes past; the same array is the same node everywhere.
    private Node constant(Value value, int slot) {
        Object key =
                value instanceof Scalar ? List.of(value, here.span(), slot) : new Identity(value);
        Node known = constants.get(key);
        if (known == null) {
            known =
                    add(
                            Node.Kind.CONSTANT,
                            null,
                            List.of(),
                            value,
                            here.argument(slot),
                            here.argumentName(slot));
            constants.put(key, known);
        }
        return known;
    }

    private Node add(
            Node.Kind kind,
            @Nullable Op op,
            List<Node> arguments,
            Value value,
            Span span,
            @Nullable String name) {
        budget.accept(nodes.size());
        var node =
                new Node(this, nodes.size(), kind, op, arguments, value, span, here.group(), name);
        nodes.add(node);
        return node;
    }

    /// A node of another recording taken over into this one.
    Node copy(Node node, Node.Kind kind, @Nullable Op op, List<Node> arguments) {
        var copy =
                new Node(
                        this,
                        nodes.size(),
                        kind,
                        op,
                        arguments,
                        node.plain(),
                        node.span(),
                        node.group(),
                        node.name());
        nodes.add(copy);
        return copy;
    }

    /// Notes a value down as a constant; for an output that does not depend on any input.
    public Node constant(Value value) {
        return constant(value, -1);
    }

    /// Ends the recording: what was tracked by it counts as its plain value from now on.
    public void stop() {
        recording = false;
    }

    /// What was recorded.
    ///
    /// @param outputs the nodes of the result, at least one
    public Graph graph(List<Node> outputs) {
        return new Graph(nodes, outputs, study);
    }

    /// Whether `value` was recorded here.
    public boolean holds(Value value) {
        return mine(value);
    }

    private record Identity(Value value) {
        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Identity other && value == other.value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }
}
