package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wengert.ops.Accumulate;
import wengert.ops.Indexing;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Float64;

/// Finds the operations on whole arrays again that a function of the program was applied by, number by number.
///
/// `f.(x)` and `[f(x[i]) for i in 1:n]` record a call for each element. Where the calls did the same, each operation and
/// its likes in the other calls are a pack: they can be done as one operation on an array. What packs grow from is where
/// their numbers come together: an array that is made of numbers, and the sum of shares of single elements.
///
/// The numbers of a pack depend on equally long chains of operations. So none depends on another, and packs can be put
/// into an order.
final class Packs {

    /// Fewer numbers are not worth a loop of their own; of more the loop is found again in any case.
    private static final int FEWEST = 8;

    private static final int MOST = 64;

    /// Smaller graphs become straight code, which needs no packs.
    private static final int SMALL = 1000;

    private final Graph graph;

    /// Of each node how long the longest chain of operations is that leads to it.
    private final int[] depth;

    /// Of each node its pack.
    private final @Nullable Pack[] packs;

    /// The nodes from which on a pack was looked for in vain.
    private final boolean[] vain;

    /// Of each node which of the looks for a pack came past it last.
    private final int[] looked;

    private int looks;

    /// Operations on numbers that can be done as one on arrays.
    record Pack(List<Node> nodes, int last) {}

    private Packs(Graph graph) {
        this.graph = graph;
        int count = graph.nodes().size();
        depth = new int[count];
        packs = new @Nullable Pack[count];
        vain = new boolean[count];
        looked = new int[count];
        for (Node node : graph.nodes()) {
            List<Node> arguments = node.arguments();
            int longest = 0;
            for (int i = 0; i < arguments.size(); i++) {
                longest = Math.max(longest, depth[arguments.get(i).index()] + 1);
            }
            depth[node.index()] = longest;
        }
    }

    static Packs of(Graph graph) {
        var packs = new Packs(graph);
        if (graph.nodes().size() < SMALL) {
            return packs;
        }
        for (Node node : graph.nodes()) {
            if (!graph.useful(node)) {
                continue;
            }
            if (node.op() instanceof Indexing.Stack) {
                packs.isArray(node.arguments());
            } else if (node.op() == Accumulate.SHARES && node.plain() instanceof ArrayValue sum) {
                packs.shares(node.arguments(), sum.length());
            }
        }
        return packs;
    }

    /// The pack that a node belongs to; null where it is alone.
    @Nullable Pack of(Node node) {
        return packs[node.index()];
    }

    /// Looks for shares of one element each, which follow each other and together make up a whole array.
    private void shares(List<Node> shares, int length) {
        if (length < FEWEST || length > MOST) {
            return;
        }
        var values = new @Nullable Node[length];
        int known = 0;
        for (Node share : shares) {
            int place =
                    share.op() instanceof Indexing.Scatter scatter && scatter.places().length() == 1
                            ? scatter.places().array()[0]
                            : -1;
            if (place < 0 || values[place] != null) {
                Arrays.fill(values, null);
                known = 0;
            }
            if (place >= 0) {
                values[place] = share.arguments().getFirst();
                known++;
            }
            if (known == length) {
                var all = new ArrayList<Node>(length);
                for (Node value : values) {
                    if (value != null) {
                        all.add(value);
                    }
                }
                isArray(all);
                Arrays.fill(values, null);
                known = 0;
            }
        }
    }

    /// Whether numbers lie together as an array, or will, being a pack.
    private boolean isArray(List<Node> x) {
        Node first = x.getFirst();
        if (x.size() < FEWEST || x.size() > MOST) {
            return false;
        }
        Pack known = packs[first.index()];
        if (known != null) {
            return known.nodes().equals(x);
        }
        boolean given =
                all(x, n -> n == first)
                        || all(x, Packs::isConstant)
                        || all(x, n -> n.op() instanceof Indexing.Element);
        if (!given && !vain[first.index()]) {
            vain[first.index()] = true;
            given = isPack(x);
        }
        return given;
    }

    private static boolean all(List<Node> x, Predicate<Node> is) {
        for (int k = 0; k < x.size(); k++) {
            if (!is.test(x.get(k))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isConstant(Node node) {
        return node.op() == null
                && node.kind() == Node.Kind.CONSTANT
                && node.plain() instanceof Float64;
    }

    private boolean isPack(List<Node> x) {
        Node first = x.getFirst();
        Op op = first.op();
        int arity = first.arguments().size();
        if (!(op instanceof ScalarOp) && op != Accumulate.SHARES) {
            return false;
        }
        int last = 0;
        looks++;
        for (Node node : x) {
            boolean fits =
                    looked[node.index()] != looks // it is there once only
                            && node.op() == op
                            && node.arguments().size() == arity
                            && depth[node.index()] == depth[first.index()]
                            && packs[node.index()] == null
                            && node.plain() instanceof Float64
                            && graph.useful(node);
            if (!fits) {
                return false;
            }
            looked[node.index()] = looks;
            last = Math.max(last, node.index());
        }
        for (int slot = 0; slot < arity; slot++) {
            var arguments = new Node[x.size()];
            for (int k = 0; k < arguments.length; k++) {
                arguments[k] = x.get(k).arguments().get(slot);
            }
            if (!isArray(Arrays.asList(arguments))) {
                return false;
            }
        }
        var pack = new Pack(List.copyOf(x), last);
        x.forEach(n -> packs[n.index()] = pack);
        return true;
    }
}
