package wengert.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Fill;
import wengert.value.Scalar;
import wengert.value.Value;

/// Makes a graph one that a person can read: constants folded, common parts computed once, dead parts dropped.
///
/// What is folded is what is the same for every input: operations on constants, `1x`, `x + 0`, `-(-x)`, `x^1`. A
/// product with the constant 0 counts as 0, as it does in a sweep. No sum or product is put in another order, so the
/// numbers stay what they were to the last digit.
public final class Simplify {

    private final Tape tape;
    private final Map<Object, Node> known = new HashMap<>();

    private Simplify(Group study) {
        var here = new Here();
        here.group(study);
        tape = new Tape(1, here, _ -> {});
    }

    /// The same function in as few nodes as that takes. Inputs stay, used or not.
    public static Graph of(Graph graph) {
        Graph folded = new Simplify(graph.study()).rebuilt(graph, true);
        return new Simplify(graph.study()).rebuilt(folded, false);
    }

    private Graph rebuilt(Graph graph, boolean folding) {
        @Nullable Node[] made = new @Nullable Node[graph.nodes().size()];
        for (Node node : graph.nodes()) {
            if (node.kind() == Node.Kind.INPUT) {
                made[node.index()] = tape.copy(node, Node.Kind.INPUT, null, List.of());
            } else if (graph.useful(node)) {
                var arguments = new ArrayList<Node>(node.arguments().size());
                node.arguments().forEach(a -> arguments.add(in(made, a)));
                made[node.index()] = folding ? folded(node, arguments) : kept(node, arguments);
            }
        }
        tape.stop();
        var outputs = graph.outputs().stream().map(o -> in(made, o)).toList();
        return tape.graph(outputs);
    }

    private static Node in(@Nullable Node[] made, Node node) {
        Node copy = made[node.index()];
        return copy == null ? node : copy;
    }

    private Node kept(Node node, List<Node> arguments) {
        return tape.copy(node, node.kind(), node.op(), arguments);
    }

    private Node folded(Node node, List<Node> arguments) {
        Op op = node.op();
        if (op == null || arguments.stream().allMatch(a -> a.kind() == Node.Kind.CONSTANT)) {
            return constant(node);
        }
        Node same = same(node, op, arguments);
        if (same != null) {
            same.adopt(node.name());
            return same;
        }
        if (isProduct(op) && arguments.stream().anyMatch(a -> is(a, 0))) {
            return constant(node);
        }
        Node shared =
                known.computeIfAbsent(
                        new Use(op, arguments.stream().map(Node::index).toList()),
                        _ -> kept(node, arguments));
        shared.adopt(node.name());
        return shared;
    }

    private record Use(Op op, List<Integer> arguments) {}

    private Node constant(Node node) {
        Object key = node.plain() instanceof Scalar number ? number : node;
        return known.computeIfAbsent(
                key, _ -> tape.copy(node, Node.Kind.CONSTANT, null, List.of()));
    }

    /// The argument that an operation gives back as it is; null where it does something.
    private static @Nullable Node same(Node node, Op op, List<Node> x) {
        Node found =
                switch (elementary(op).symbol()) {
                    case "+" -> x.size() == 1 ? x.getFirst() : neutral(x, 0);
                    case "*", "-", "/", "^" ->
                            elementary(op) instanceof ScalarOp ? sameNumber(op, x) : null;
                    case "reshape", "sum", "fill" -> x.getFirst(); // of what has that shape already
                    default -> null;
                };
        return found != null && alike(found.plain(), node.plain()) ? found : null;
    }

    /// The same for operations on numbers; products and quotients of matrices have the same symbols.
    private static @Nullable Node sameNumber(Op op, List<Node> x) {
        boolean two = x.size() == 2;
        return switch (elementary(op).symbol()) {
            case "*" -> two ? neutral(x, 1) : null;
            case "-" -> two ? (is(x.get(1), 0) ? x.getFirst() : null) : undone(op, x.getFirst());
            default -> two && is(x.get(1), 1) ? x.getFirst() : null;
        };
    }

    private static Op elementary(Op op) {
        return switch (op) {
            case Broadcast(ScalarOp scalar) -> scalar;
            case Entrywise(ScalarOp scalar) -> scalar;
            default -> op;
        };
    }

    /// Of two arguments the one that is left when the other is neutral.
    private static @Nullable Node neutral(List<Node> x, int neutral) {
        if (x.size() != 2) {
            return null;
        }
        return is(x.get(0), neutral) ? x.get(1) : is(x.get(1), neutral) ? x.get(0) : null;
    }

    private static @Nullable Node undone(Op minus, Node argument) {
        return minus.equals(argument.op()) ? argument.arguments().getFirst() : null;
    }

    private static boolean isProduct(Op op) {
        return elementary(op) instanceof ScalarOp scalar && scalar.symbol().equals("*");
    }

    private static boolean is(Node node, int number) {
        return node.kind() == Node.Kind.CONSTANT
                && switch (node.plain()) {
                    case Scalar s -> s.toDouble() == number && isReal(s);
                    case Fill fill -> fill.value().toDouble() == number && isReal(fill.value());
                    default -> false;
                };
    }

    private static boolean isReal(Scalar s) {
        return !(s instanceof Complex);
    }

    /// Whether one value can stand for another: the same type and size.
    private static boolean alike(Value a, Value b) {
        return a instanceof ArrayValue x && b instanceof ArrayValue y
                ? Arrays.equals(x.size(), y.size()) && x.elementType() == y.elementType()
                : a.getClass() == b.getClass();
    }
}
