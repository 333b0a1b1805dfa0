package wengert.display;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// What corresponds to what in the graphs of two runs, when only numbers have changed between them.
public final class Counterparts {

    private final List<Node> nodes;
    private final Map<Group, Group> groups = new HashMap<>();

    private Counterparts(Graph to) {
        nodes = to.nodes();
    }

    /// Null if the graphs do not have the same number of nodes in the same groups.
    public static @Nullable Counterparts of(Graph from, Graph to) {
        if (from.nodes().size() != to.nodes().size()) {
            return null;
        }
        var counterparts = new Counterparts(to);
        for (Node node : from.nodes()) {
            if (!counterparts.pair(node.group(), counterparts.of(node).group())) {
                return null;
            }
        }
        return counterparts;
    }

    private boolean pair(Group a, Group b) {
        Group from = a;
        Group to = b;
        while (from != null && to != null) {
            Group known = groups.putIfAbsent(from, to);
            if (known != null) {
                return known == to;
            }
            if (!isAlike(from, to)) {
                return false;
            }
            from = from.parent();
            to = to.parent();
        }
        return from == to;
    }

    /// The title of the whole is the call that is differentiated, with the numbers in it.
    static boolean isAlike(Group from, Group to) {
        return from.kind() == to.kind()
                && (from.kind() == Group.Kind.STUDY || from.title().equals(to.title()));
    }

    /// The node in the other graph.
    Node of(Node node) {
        return nodes.get(node.index());
    }

    private Group of(Group group) {
        return groups.getOrDefault(group, group);
    }

    /// The same folding in the other graph.
    public Folding of(Folding folding) {
        var chosen = new ArrayList<Folding.Chosen>();
        for (Folding.Chosen choice : folding.chosen()) {
            Group group = choice.group();
            Group parent = group.parent() == null ? null : of(group.parent());
            var counterpart =
                    new Group(parent, group.kind(), group.title(), group.span(), group.turn());
            groups.put(group, counterpart);
            var inside = new HashSet<Node>();
            choice.nodes().forEach(node -> inside.add(of(node)));
            chosen.add(new Folding.Chosen(counterpart, inside));
        }
        var folded = new HashSet<Group>();
        folding.folded().forEach(group -> folded.add(of(group)));
        var turns = new HashMap<Group, Integer>();
        folding.turns().forEach((loop, turn) -> turns.put(of(loop), turn));
        var leaves = new HashMap<Node, Folding.Leaf>();
        folding.leaves().forEach((node, leaf) -> leaves.put(of(node), leaf));
        return new Folding(folded, turns, chosen, leaves, folding.untaken());
    }
}
