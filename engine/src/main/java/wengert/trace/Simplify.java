package wengert.trace;

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

    private final Graph graph;

    /// Of each node which one stands for it, by index.
    private final int[] stand;

    /// Whether a node is a constant, or has turned out to be one.
    private final boolean[] constant;

    /// Of nodes that stand for others the name that these had.
    private final Map<Integer, String> names = new HashMap<>();

    private final Map<Scalar, Integer> numbers = new HashMap<>();

    /// The operations by what they do to what: a hash table of indices, plus 1, and of each the hash.
    private int[] known = new int[1024];

    private int[] hashes = new int[known.length];
    private int knownCount;

    private Simplify(Graph graph) {
        this.graph = graph;
        int count = graph.nodes().size();
        stand = new int[count];
        constant = new boolean[count];
    }

    /// The same function in as few nodes as that takes. Inputs stay, used or not.
    public static Graph of(Graph graph) {
        var simplify = new Simplify(graph);
        simplify.fold();
        return simplify.rebuilt();
    }

    private void fold() {
        for (Node node : graph.nodes()) {
            int k = node.index();
            stand[k] = k;
            if (node.kind() != Node.Kind.INPUT && graph.useful(node)) {
                stand[k] = folded(node, stands(node.arguments()));
                String name = node.name();
                if (stand[k] != k && name != null) {
                    names.putIfAbsent(stand[k], name);
                }
            }
        }
    }

    private Node[] stands(List<Node> arguments) {
        var stands = new Node[arguments.size()];
        for (int i = 0; i < stands.length; i++) {
            stands[i] = stand(arguments.get(i));
        }
        return stands;
    }

    private Node stand(Node node) {
        int other = stand[node.index()];
        return other == node.index() ? node : graph.nodes().get(other);
    }

    /// The nodes that the outputs still depend on, in a graph of their own.
    private Graph rebuilt() {
        List<Node> nodes = graph.nodes();
        boolean[] needed = new boolean[nodes.size()];
        graph.outputs().forEach(o -> needed[stand[o.index()]] = true);
        for (int k = nodes.size() - 1; k >= 0; k--) {
            if (needed[k] && !constant[k]) {
                List<Node> arguments = nodes.get(k).arguments();
                for (int i = 0; i < arguments.size(); i++) {
                    needed[stand[arguments.get(i).index()]] = true;
                }
            }
        }
        var here = new Here();
        here.group(graph.study());
        var tape = new Tape(1, here, _ -> {});
        @Nullable Node[] made = new @Nullable Node[nodes.size()];
        for (int k = 0; k < made.length; k++) {
            if (needed[k] || nodes.get(k).kind() == Node.Kind.INPUT) {
                made[k] = copied(nodes.get(k), made, tape);
            }
        }
        tape.stop();
        return tape.graph(graph.outputs().stream().map(o -> in(made, o)).toList());
    }

    private Node copied(Node node, @Nullable Node[] made, Tape tape) {
        if (constant[node.index()]) {
            return tape.copy(node, Node.Kind.CONSTANT, null, List.of());
        }
        List<Node> own = node.arguments();
        var arguments = new Node[own.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = in(made, own.get(i));
        }
        Node copy = tape.copy(node, node.kind(), node.op(), List.of(arguments));
        copy.adopt(names.get(node.index()));
        return copy;
    }

    private Node in(@Nullable Node[] made, Node node) {
        Node copy = made[stand[node.index()]];
        return copy == null ? node : copy;
    }

    /// The index of what stands for a node.
    private int folded(Node node, Node[] arguments) {
        Op op = node.op();
        if (op == null || areConstant(arguments)) {
            return constant(node);
        }
        Node same = same(node, op, arguments);
        if (same != null) {
            return same.index();
        }
        if (isProduct(op) && isAnyZero(arguments)) {
            return constant(node);
        }
        return shared(node, op, arguments);
    }

    private boolean areConstant(Node[] arguments) {
        for (Node argument : arguments) {
            if (!constant[argument.index()]) {
                return false;
            }
        }
        return true;
    }

    private boolean isAnyZero(Node[] arguments) {
        for (Node argument : arguments) {
            if (is(argument, 0)) {
                return true;
            }
        }
        return false;
    }

    private int constant(Node node) {
        constant[node.index()] = true;
        Integer other =
                node.plain() instanceof Scalar number
                        ? numbers.putIfAbsent(number, node.index())
                        : null;
        return other == null ? node.index() : other;
    }

    /// The first node that does the same to the same.
    private int shared(Node node, Op op, Node[] arguments) {
        if (2 * knownCount >= known.length) {
            grow();
        }
        int hash = op.hashCode();
        for (Node argument : arguments) {
            hash = mixed(hash) + argument.index();
        }
        hash = mixed(hash);
        int place = hash & known.length - 1;
        while (known[place] != 0) {
            int other = known[place] - 1;
            if (hashes[place] == hash && isUse(graph.nodes().get(other), op, arguments)) {
                return other;
            }
            place = place + 1 & known.length - 1;
        }
        known[place] = node.index() + 1;
        hashes[place] = hash;
        knownCount++;
        return node.index();
    }

    /// Spreads what differs in a few bits over all.
    private static int mixed(int x) {
        int y = (x ^ x >>> 16) * 0x7feb352d;
        int z = (y ^ y >>> 15) * 0x846ca68b;
        return z ^ z >>> 16;
    }

    private void grow() {
        int[] before = known;
        int[] hashesBefore = hashes;
        known = new int[2 * before.length];
        hashes = new int[known.length];
        for (int k = 0; k < before.length; k++) {
            if (before[k] != 0) {
                int place = hashesBefore[k] & known.length - 1;
                while (known[place] != 0) {
                    place = place + 1 & known.length - 1;
                }
                known[place] = before[k];
                hashes[place] = hashesBefore[k];
            }
        }
    }

    private boolean isUse(Node node, Op op, Node[] arguments) {
        List<Node> own = node.arguments();
        if (own.size() != arguments.length || !op.equals(node.op())) {
            return false;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (stand[own.get(i).index()] != arguments[i].index()) {
                return false;
            }
        }
        return true;
    }

    /// The argument that an operation gives back as it is; null where it does something.
    private @Nullable Node same(Node node, Op op, Node[] x) {
        Node found =
                switch (elementary(op).symbol()) {
                    case "+" -> x.length == 1 ? x[0] : neutral(x, 0);
                    case "*", "-", "/", "^" ->
                            elementary(op) instanceof ScalarOp ? sameNumber(op, x) : null;
                    case "reshape", "sum", "fill" -> x[0]; // of what has that shape already
                    default -> null;
                };
        return found != null && alike(found.plain(), node.plain()) ? found : null;
    }

    /// The same for operations on numbers; products and quotients of matrices have the same symbols.
    private @Nullable Node sameNumber(Op op, Node[] x) {
        boolean two = x.length == 2;
        return switch (elementary(op).symbol()) {
            case "*" -> two ? neutral(x, 1) : null;
            case "-" -> two ? (is(x[1], 0) ? x[0] : null) : undone(op, x[0]);
            default -> two && is(x[1], 1) ? x[0] : null;
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
    private @Nullable Node neutral(Node[] x, int neutral) {
        if (x.length != 2) {
            return null;
        }
        return is(x[0], neutral) ? x[1] : is(x[1], neutral) ? x[0] : null;
    }

    private @Nullable Node undone(Op minus, Node argument) {
        return !constant[argument.index()] && minus.equals(argument.op())
                ? stand(argument.arguments().getFirst())
                : null;
    }

    private static boolean isProduct(Op op) {
        return elementary(op) instanceof ScalarOp scalar && scalar.symbol().equals("*");
    }

    private boolean is(Node node, int number) {
        return constant[node.index()]
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
