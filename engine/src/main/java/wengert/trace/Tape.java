package wengert.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.ops.Turn;
import wengert.ops.Values;
import wengert.source.Span;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Value;

/// A recording in progress: one differentiated call, followed operation by operation.
public final class Tape {

    /// Of a loop that decides something in each of very many turns, the first are enough to look at.
    private static final int MOST_BRANCHES = 1000;

    private final int level;
    private final Here here;
    private final IntConsumer budget;
    private @Nullable Simplify simplify;
    private Roll nodes = new Roll();
    private final List<Branch> branches = new ArrayList<>();
    private Map<Object, Node> constants = new HashMap<>();
    private Literals literals = new Literals();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<Integer, String> kinks = new ConcurrentHashMap<>();
    private final Group study;
    private boolean recording = true;

    /// @param level one more than that of the recording around it; the outermost is 1
    /// @param budget told the number of nodes before each new one; throws when it is too many
    public Tape(int level, Here here, IntConsumer budget) {
        this(level, here, budget, null);
    }

    private Tape(int level, Here here, IntConsumer budget, @Nullable Simplify simplify) {
        this.level = level;
        this.here = here;
        this.budget = budget;
        this.simplify = simplify;
        this.study = here.group();
    }

    /// An outermost recording that is [simplified][Simplify] while it is made.
    public static Tape simplified(Here here) {
        return new Tape(1, here, _ -> {}, new Simplify());
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
        return switch (x.size()) {
            case 1 -> record(op, x.get(0));
            case 2 -> record(op, x.get(0), x.get(1));
            default -> {
                Value[] primals = new Value[x.size()];
                for (int i = 0; i < primals.length; i++) {
                    primals[i] = below(x.get(i));
                }
                Value result = Values.IN.apply(op, List.of(primals));
                Node[] arguments = new Node[primals.length];
                for (int i = 0; i < primals.length; i++) {
                    arguments[i] = node(x.get(i), i);
                }
                yield noted(op, List.of(arguments), result);
            }
        };
    }

    /// The same for one argument.
    Value record(Op op, Value x) {
        Value a = below(x);
        Value result =
                op instanceof ScalarOp scalar && a instanceof Float64
                        ? scalar.evaluate(a)
                        : Values.IN.apply(op, List.of(a));
        return noted(op, List.of(node(x, 0)), result);
    }

    /// The same for two arguments: operations on numbers that are followed no further down are computed at once.
    Value record(Op op, Value x, Value y) {
        Value a = below(x);
        Value b = below(y);
        Value result =
                op instanceof ScalarOp scalar && isNumber(a) && isNumber(b)
                        ? scalar.evaluate(a, b)
                        : Values.IN.apply(op, List.of(a, b));
        Node left = node(x, 0);
        return noted(op, List.of(left, node(y, 1)), result);
    }

    private static boolean isNumber(Value value) {
        return value instanceof Float64 || value instanceof Int64;
    }

    /// What a value is one level down, outside this recording.
    private Value below(Value value) {
        return mine(value) ? ((Node) value).value() : value;
    }

    private Node node(Value value, int slot) {
        return mine(value) ? (Node) value : constant(value, slot);
    }

    private Value noted(Op op, List<Node> arguments, Value result) {
        return simplify == null
                ? operation(op, arguments, result)
                : simplify.operation(this, op, arguments, result);
    }

    Node operation(Op op, List<Node> arguments, Value result) {
        return add(Node.Kind.OPERATION, op, arguments, result, here.span(), null);
    }

    private boolean mine(Value value) {
        return value instanceof Node node && node.tape() == this;
    }

    /// The node of a constant argument. The same number at the same place of the source is the same node, however
    /// often a loop comes past; the same array is the same node everywhere. In a simple recording the same number is, too.
    private Node constant(Value value, int slot) {
        Node literal = literals.find(value, here.span(), slot);
        if (literal != null) {
            return literal;
        }
        Object key =
                value instanceof Scalar number
                        ? simplify == null ? new Place(number, here.span(), slot) : number
                        : new Identity(value);
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
        literals.keep(value, here.span(), slot, known);
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

    /// Notes that the program learnt something from values that are followed, here or in recordings around this one.
    public static void decide(@Nullable Op op, List<Value> x, Turn turn) {
        Tape innermost = null;
        for (Value value : x) {
            if (value instanceof Node node
                    && node.live()
                    && (innermost == null || node.level() > innermost.level)) {
                innermost = node.tape();
            }
        }
        if (innermost != null) {
            innermost.decisions.add(new Decision(op, x, turn));
            decide(op, x.stream().map(innermost::below).toList(), turn);
        }
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

    /// Notes down which way the program went.
    void decided(Branch.Fork fork, boolean held) {
        if (recording && branches.size() < MOST_BRANCHES) {
            branches.add(new Branch(fork, held, here.group(), nodes.size()));
        }
    }

    /// What was decided so far by values that are followed here.
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /// What is known of a node's kink; few nodes have one.
    @Nullable String kink(int index) {
        return kinks.get(index);
    }

    void kink(int index, @Nullable String kink) {
        if (kink != null) {
            kinks.put(index, kink);
        }
    }

    /// Ends the recording: what was tracked by it counts as its plain value from now on.
    public void stop() {
        recording = false;
        nodes = new Roll(); // nodes keep their tape, and have no use for what it knew
        constants = new HashMap<>();
        literals = new Literals();
        simplify = null;
    }

    /// What was recorded so far; asked for before the recording ends.
    ///
    /// @param outputs the nodes of the result, at least one
    public Graph graph(List<Node> outputs) {
        if (!recording) {
            throw new IllegalStateException("the recording is over");
        }
        return new Graph(nodes.nodes(), outputs, study, branches, decisions);
    }

    /// Whether `value` was recorded here.
    public boolean holds(Value value) {
        return mine(value);
    }

    /// A number at a place of the source. The same place is nearly always the same object.
    private record Place(Scalar number, Span span, int slot) {
        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Place other
                    && slot == other.slot
                    && number.equals(other.number)
                    && (span == other.span || span.equals(other.span));
        }

        @Override
        public int hashCode() {
            int bits =
                    number instanceof Float64(double x)
                            ? Double.hashCode(x)
                            : number instanceof Int64(long n)
                                    ? Long.hashCode(n)
                                    : number.hashCode();
            return 31 * (31 * bits + span.start()) + slot;
        }
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
