package wengert.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.Turn;
import wengert.source.Span;
import wengert.value.Tracked;
import wengert.value.Value;

/// One elementary operation's result in a graph, or an input, or a constant.
///
/// While its recording lasts a node is also what the program holds in place of the plain value.
public final class Node implements Tracked {

    /// What a node is.
    public enum Kind {
        /// What the call is differentiated by.
        INPUT,
        /// A number or array that does not depend on an input.
        CONSTANT,
        OPERATION
    }

    private final Tape tape;
    private final int index;
    private final @Nullable Op op;

    // Its arguments: a list for one or two would be one more object to keep for each node of a
    // graph.
    private final @Nullable Node first;
    private final @Nullable Node second;
    private final @Nullable List<Node> many;

    private final Value value;
    private final Span span;
    private final Group group;
    private final boolean active;
    private @Nullable String name;
    private boolean looked;

    Node(
            Tape tape,
            int index,
            Kind kind,
            @Nullable Op op,
            List<Node> arguments,
            Value value,
            Span span,
            Group group,
            @Nullable String name) {
        int arity = arguments.size();
        this.tape = tape;
        this.index = index;
        this.op = op;
        this.first = arity == 1 || arity == 2 ? arguments.getFirst() : null;
        this.second = arity == 2 ? arguments.getLast() : null;
        this.many = arity > 2 ? List.copyOf(arguments) : null;
        this.value = value;
        this.span = span;
        this.group = group;
        this.name = name;
        this.active = kind == Kind.INPUT || anyActive(arguments);
    }

    private static boolean anyActive(List<Node> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).active) {
                return true;
            }
        }
        return false;
    }

    /// Its place in the order of computation, from 0.
    public int index() {
        return index;
    }

    public Kind kind() {
        return op != null ? Kind.OPERATION : active ? Kind.INPUT : Kind.CONSTANT;
    }

    /// The operation that made it; null for inputs and constants.
    public @Nullable Op op() {
        return op;
    }

    /// The nodes it was computed from, one for each argument slot: `x * x` has two.
    public List<Node> arguments() {
        return second != null
                ? List.of(first, second)
                : first != null ? List.of(first) : many != null ? many : List.of();
    }

    /// Whether it depends on an input. It is settled while the arguments are at hand, since going through a large graph
    /// once more takes a quarter of the time that recording it took.
    boolean isActive() {
        return active;
    }

    @Override
    public void settle(@Nullable Operation question, List<Value> arguments) {
        Tape.decide((Op) question, arguments, Turn.VALUE);
    }

    /// What was computed: a number or an immutable array, tracked where this recording runs inside another.
    public Value value() {
        return value;
    }

    /// The plain number or array that was computed.
    public Value plain() {
        return Tracked.plain(value);
    }

    /// Where its arguments sit on a kink of the operation (`abs` at 0, a tie in `max`): what the kink is and which
    /// side the gradient takes; null elsewhere. Looked for when first asked, since of an array that means every element.
    public synchronized @Nullable String kink() {
        if (!looked && op != null) {
            tape.kink(index, op.kink(arguments().stream().map(Node::plain).toList()));
        }
        looked = true;
        return tape.kink(index);
    }

    public Span span() {
        return span;
    }

    public Group group() {
        return group;
    }

    /// The user's own name for it: the first variable it was assigned to; null if none.
    public @Nullable String name() {
        return name;
    }

    /// Notes the variable that the program assigned it to; the first name stays.
    public void name(String variable) {
        if (name == null && tape.recording()) {
            name = variable;
        }
    }

    @Override
    public Value primal() {
        return value;
    }

    @Override
    public int level() {
        return tape.level();
    }

    @Override
    public boolean live() {
        return tape.recording();
    }

    @Override
    public Value record(Operation operation, List<Value> x) {
        return tape.record((Op) operation, x);
    }

    /// Applies an operation to this number.
    public Value record(Op operation) {
        return tape.record(operation, this);
    }

    /// Applies an operation to two numbers, one of which is this and none of which is followed further in.
    public Value record(Op operation, Value x, Value y) {
        return tape.record(operation, x, y);
    }

    /// The recording it belongs to.
    Tape tape() {
        return tape;
    }

    @Override
    public String toString() {
        return (name != null ? name : "#" + index) + " = " + (op == null ? kind() : op.symbol());
    }
}
