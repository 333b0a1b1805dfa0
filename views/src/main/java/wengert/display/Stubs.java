package wengert.display;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Stub;
import wengert.trace.Branch;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// Finds where in the picture a branch that was not taken would have begun.
///
/// @param open the groups in view
record Stubs(
        Graph graph,
        Folding folding,
        Groups groups,
        Function<Node, List<Card>> cards,
        Map<Group, @Nullable Group> open) {

    private static final int MOST = 60;

    /// The same place in the program, decided in the same group, is shown once.
    private record Place(Branch.Fork fork, boolean held, Group group) {}

    List<Stub> found() {
        if (!folding.untaken()) {
            return List.of();
        }
        var stubs = new ArrayList<Stub>();
        var places = new HashSet<Place>();
        for (Branch branch : graph.branches()) {
            boolean says = !branch.untaken().text().isEmpty();
            if (says && places.add(new Place(branch.fork(), branch.held(), branch.group()))) {
                Groups.Entry home = groups.of(branch.group());
                Card from = home.fold == null ? from(branch, home) : null;
                boolean inView = home.parent == null || open.containsKey(home.group);
                if (from != null && inView && stubs.size() < MOST) {
                    Group in = home.parent == null ? null : home.group;
                    stubs.add(new Stub(stubs.size(), branch, from, in));
                }
            }
        }
        return List.copyOf(stubs);
    }

    /// What the branch that was taken begins with, or else what was computed last before.
    private @Nullable Card from(Branch branch, Groups.Entry home) {
        List<Node> nodes = graph.nodes();
        for (int k = branch.at(); k < nodes.size(); k++) {
            Node node = nodes.get(k);
            if (node.kind() == Node.Kind.OPERATION) {
                Card card = inside(node, home) ? argument(node) : null;
                if (card != null) {
                    return card;
                }
                break;
            }
        }
        for (int k = Math.min(branch.at(), nodes.size()) - 1; k >= 0; k--) {
            Node node = nodes.get(k);
            if (node.kind() == Node.Kind.OPERATION && inside(node, home)) {
                return card(node);
            }
        }
        return null;
    }

    private boolean inside(Node node, Groups.Entry home) {
        for (Groups.Entry e = groups.of(node); e != null; e = e.parent) {
            if (e == home) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Card argument(Node node) {
        for (Node argument : node.arguments()) {
            Card card = argument.kind() == Node.Kind.CONSTANT ? null : card(argument);
            if (card != null) {
                return card;
            }
        }
        return null;
    }

    private @Nullable Card card(Node node) {
        List<Card> found = cards.apply(node);
        return found.isEmpty() ? null : found.getFirst();
    }
}
