package wengert.display;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// What is found again of a graph in that of the next run, when more than numbers have changed between them.
///
/// Who writes changes one place at a time: what was computed before that place, and what is computed after it, is found
/// again, as far as the operations and their groups are the same one by one.
public final class Survivors {

    private final Graph from;
    private final Graph to;
    private final int before;
    private final int after;
    private final Map<Group, Group> groups = new HashMap<>();

    private Survivors(Graph from, Graph to) {
        this.from = from;
        this.to = to;
        List<Node> old = from.nodes();
        List<Node> fresh = to.nodes();
        int most = Math.min(old.size(), fresh.size());
        int same = 0;
        while (same < most && isAlike(old.get(same), fresh.get(same))) {
            same++;
        }
        int atEnd = 0;
        while (atEnd < most - same
                && isAlike(old.get(old.size() - 1 - atEnd), fresh.get(fresh.size() - 1 - atEnd))) {
            atEnd++;
        }
        before = same;
        after = old.size() - atEnd;
        for (Node node : old) {
            Node again = of(node);
            if (again != null) {
                pair(node.group(), again.group());
            }
        }
    }

    /// A folding for the graph of the next run.
    ///
    /// @param folding how the graph before was shown
    /// @param fresh how the next would be shown if nothing were known
    public static Folding of(Graph from, Folding folding, Graph to, Folding fresh) {
        return new Survivors(from, to).of(folding, fresh);
    }

    /// By node, what it is in the graph of the next run: null where it is not found again. If not even half is found again, it
    /// is another program, and nothing of it is the same.
    public static Function<Node, @Nullable Node> nodes(Graph from, Graph to) {
        Counterparts pairs = Counterparts.of(from, to);
        if (pairs != null) {
            return pairs::of;
        }
        var found = new Survivors(from, to);
        int most = Math.max(from.nodes().size(), to.nodes().size());
        int again = found.before + from.nodes().size() - found.after;
        return 2 * again >= most ? found::of : _ -> null;
    }

    private static boolean isAlike(Node a, Node b) {
        if (a.kind() != b.kind()
                || !symbol(a).equals(symbol(b))
                || !Objects.equals(a.name(), b.name())) {
            return false;
        }
        Group g = a.group();
        Group h = b.group();
        while (g != null && h != null && Counterparts.isAlike(g, h)) {
            g = g.parent();
            h = h.parent();
        }
        return g == h;
    }

    private static String symbol(Node node) {
        Op op = node.op();
        return op == null ? "" : op.symbol();
    }

    private @Nullable Node of(Node node) {
        int index = node.index();
        return index < before
                ? to.nodes().get(index)
                : index >= after
                        ? to.nodes().get(index - from.nodes().size() + to.nodes().size())
                        : null;
    }

    private void pair(Group a, Group b) {
        Group g = a;
        Group h = b;
        while (g != null && h != null && groups.putIfAbsent(g, h) == null) {
            g = g.parent();
            h = h.parent();
        }
    }

    private Folding of(Folding folding, Folding fresh) {
        var folded = new HashSet<>(fresh.folded());
        for (Group group : folding.folded()) {
            Group again = groups.get(group);
            if (again != null && again.kind() != Group.Kind.STUDY) {
                folded.add(again);
            }
        }
        var leaves = new HashMap<Node, Folding.Leaf>();
        folding.leaves()
                .forEach((leaf, how) -> {
                    Node again = of(leaf);
                    if (again != null) {
                        leaves.put(again, how);
                    }
                });
        var next = new Folding(folded, Map.of(), fresh.chosen(), leaves, folding.untaken());
        for (var shown : folding.turns().entrySet()) {
            Group again = groups.get(shown.getKey());
            if (again != null && !folding.folds(shown.getKey())) {
                next = next.showingTurn(again, shown.getValue());
            }
        }
        for (Folding.Chosen choice : folding.chosen()) {
            Set<Node> nodes = new HashSet<>();
            for (Node node : choice.nodes()) {
                Node again = of(node);
                if (again != null) {
                    nodes.add(again);
                }
            }
            if (fresh.chosen().stream().anyMatch(known -> known.nodes().equals(nodes))) {
                continue; // a structure that is one card by itself
            }
            int known = next.chosen().size();
            next = next.choosing(to, choice.group().title(), nodes);
            if (next.chosen().size() > known && !folding.folds(choice.group())) {
                next = next.unfold(next.chosen().getLast().group());
            }
        }
        return next;
    }
}
