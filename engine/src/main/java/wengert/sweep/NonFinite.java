package wengert.sweep;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.Show;
import wengert.value.Value;

/// Where a NaN or an infinity was born: the first node that has one although nothing it was computed from has.
///
/// @param node where it was born; of a gradient, the node that handed the share back
/// @param slot of a gradient the argument that was handed it; -1 of a value
/// @param sentence what happened, without a full stop
public record NonFinite(Node node, int slot, String sentence) {

    private enum Kind {
        FINITE,
        INFINITE,
        NAN
    }

    /// The first value of the graph that is not finite, in the order of computation; null if all are.
    ///
    /// An infinity that the program wrote down itself is not counted; a NaN is.
    public static @Nullable NonFinite firstValue(Graph graph) {
        for (Node node : graph.nodes()) {
            Kind kind = kind(node.plain());
            boolean written = node.op() == null && kind == Kind.INFINITE;
            if (kind != Kind.FINITE
                    && !written
                    && node.arguments().stream()
                            .allMatch(a -> kind(a.plain()).compareTo(kind) < 0)) {
                return new NonFinite(node, -1, sentence(graph, node, kind));
            }
        }
        return null;
    }

    /// The first share of a reverse sweep that is not finite; null if all are.
    public static @Nullable NonFinite firstShare(Graph graph, List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Share share) {
                Kind kind = kind(share.share());
                if (kind != Kind.FINITE && kind(share.adjoint()).compareTo(kind) < 0) {
                    Op op = Objects.requireNonNull(share.node().op());
                    String what =
                            (ScalarOp.isOrder(op, share.slot())
                                            ? "the gradient is %s where `%s` should hand a share to `%s`: there is no derivative in the order"
                                            : "the gradient becomes %s where `%s` hands its share to `%s`")
                                    .formatted(
                                            word(kind),
                                            written(graph, share.node()),
                                            graph.label(share.argument()));
                    return new NonFinite(share.node(), share.slot(), what);
                }
            }
        }
        return null;
    }

    private static String sentence(Graph graph, Node node, Kind kind) {
        String holds = node.plain() instanceof ArrayValue ? "holds" : "is";
        return switch (node.kind()) {
            case INPUT -> "the input `%s` %s %s".formatted(graph.label(node), holds, word(kind));
            case CONSTANT -> "a constant %s %s from the start".formatted(holds, word(kind));
            case OPERATION ->
                    "`%s` %s %s, and nothing before it is"
                            .formatted(written(graph, node), holds, word(kind));
        };
    }

    private static String written(Graph graph, Node node) {
        Op op = Objects.requireNonNull(node.op());
        List<Notation> x = node.arguments().stream().map(a -> symbol(graph, a)).toList();
        return Unicode.text(op.notation(x));
    }

    private static Notation symbol(Graph graph, Node node) {
        return node.kind() == Node.Kind.CONSTANT && node.plain() instanceof Scalar number
                ? Notation.number(Show.repr(number))
                : Notation.symbol(graph.label(node));
    }

    private static String word(Kind kind) {
        return kind == Kind.NAN ? "NaN" : "infinite";
    }

    private static Kind kind(Value value) {
        return switch (value) {
            case Complex c -> worse(kind(c.toDouble()), kind(c.imaginary()));
            case Scalar s -> kind(s.toDouble());
            case Scattered scattered -> kind(scattered.values());
            case Fill fill -> kind(fill.value());
            case ArrayValue array -> kind(array);
            default -> Kind.FINITE;
        };
    }

    private static Kind kind(double x) {
        return Double.isNaN(x) ? Kind.NAN : Double.isInfinite(x) ? Kind.INFINITE : Kind.FINITE;
    }

    private static Kind kind(ArrayValue array) {
        Kind worst = Kind.FINITE;
        if (array.elementType() == ElementType.FLOAT64) {
            for (double x : array.dense().doubles()) {
                worst = worse(worst, kind(x));
            }
        } else if (array.elementType() == ElementType.ANY) {
            for (int i = 0; i < array.length(); i++) {
                worst = worse(worst, kind(array.get(i)));
            }
        }
        return worst;
    }

    private static Kind worse(Kind a, Kind b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
