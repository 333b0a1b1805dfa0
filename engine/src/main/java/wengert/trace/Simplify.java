package wengert.trace;

import java.util.Arrays;
import java.util.List;
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

/// Makes a recording one that a person can read, while it is made: constants folded, common parts computed once.
///
/// What is folded is what is the same for every input: `1x`, `x + 0`, `-(-x)`, `x^1`. A product with the constant 0 counts
/// as 0, as it does in a sweep. No sum or product is put in another order, so the numbers stay what they were to the last
/// digit.
final class Simplify {

    /// The operations by what they do to what: a hash table, and of each the hash.
    private @Nullable Node[] known = new @Nullable Node[1024];

    private int[] hashes = new int[known.length];
    private int knownCount;

    /// What an operation gives: a node, perhaps one that was there already, or a constant.
    Value operation(Tape tape, Op op, List<Node> x, Value result) {
        Node same = same(op, x, result);
        if (same != null) {
            return same;
        }
        return isProduct(op) && isAnyZero(x) ? result : shared(tape, op, x, result);
    }

    private static boolean isAnyZero(List<Node> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (is(arguments.get(i), 0)) {
                return true;
            }
        }
        return false;
    }

    /// The first node that does the same to the same.
    private Node shared(Tape tape, Op op, List<Node> x, Value result) {
        if (2 * knownCount >= known.length) {
            grow();
        }
        int hash = op.hashCode();
        for (int i = 0; i < x.size(); i++) {
            hash = mixed(hash) + x.get(i).index();
        }
        hash = mixed(hash);
        int place = hash & known.length - 1;
        for (Node other = known[place]; other != null; other = known[place]) {
            if (hashes[place] == hash && isUse(other, op, x)) {
                return other;
            }
            place = place + 1 & known.length - 1;
        }
        Node node = tape.operation(op, x, result);
        known[place] = node;
        hashes[place] = hash;
        knownCount++;
        return node;
    }

    /// Spreads what differs in a few bits over all.
    private static int mixed(int x) {
        int y = (x ^ x >>> 16) * 0x7feb352d;
        int z = (y ^ y >>> 15) * 0x846ca68b;
        return z ^ z >>> 16;
    }

    private void grow() {
        @Nullable Node[] before = known;
        int[] hashesBefore = hashes;
        known = new @Nullable Node[2 * before.length];
        hashes = new int[known.length];
        for (int k = 0; k < before.length; k++) {
            if (before[k] != null) {
                int place = hashesBefore[k] & known.length - 1;
                while (known[place] != null) {
                    place = place + 1 & known.length - 1;
                }
                known[place] = before[k];
                hashes[place] = hashesBefore[k];
            }
        }
    }

    private static boolean isUse(Node node, Op op, List<Node> x) {
        List<Node> own = node.arguments();
        if (own.size() != x.size() || !op.equals(node.op())) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i) != x.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// The argument that an operation gives back as it is; null where it does something.
    private static @Nullable Node same(Op op, List<Node> x, Value result) {
        Node found =
                switch (elementary(op).symbol()) {
                    case "+" -> x.size() == 1 ? x.getFirst() : neutral(x, 0);
                    case "*", "-", "/", "^" ->
                            elementary(op) instanceof ScalarOp ? sameNumber(op, x) : null;
                    case "reshape", "sum", "fill" -> x.getFirst(); // of what has that shape already
                    default -> null;
                };
        return found != null && alike(found.plain(), result) ? found : null;
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
        Node left = x.get(0);
        Node right = x.get(1);
        return is(left, neutral) ? right : is(right, neutral) ? left : null;
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
