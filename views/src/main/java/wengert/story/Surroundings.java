package wengert.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// The groups around nodes, as far as they say something: not the one that holds everything.
final class Surroundings {

    private final @Nullable Group whole;
    private final int deepest;
    private final Map<Group, List<Group>> paths = new HashMap<>();

    /// @param deepest how many levels of groups are told apart
    Surroundings(Graph graph, int deepest) {
        whole = whole(graph);
        this.deepest = deepest;
    }

    /// The groups around a node, outermost first.
    List<Group> of(Node node) {
        return node.kind() == Node.Kind.INPUT
                ? List.of()
                : paths.computeIfAbsent(node.group(), this::path);
    }

    private List<Group> path(Group group) {
        var path = new ArrayList<Group>();
        for (Group g = group; g != null && !g.equals(whole); g = g.parent()) {
            if (g.kind() != Group.Kind.STUDY) {
                path.add(g);
            }
        }
        return List.copyOf(path.reversed().subList(0, Math.min(deepest, path.size())));
    }

    /// The group that holds every operation, such as the differentiated function itself; null if there is no operation.
    static @Nullable Group whole(Graph graph) {
        Group common = null;
        for (Node node : graph.nodes()) {
            if (node.kind() == Node.Kind.OPERATION) {
                Group g = common == null ? node.group() : common;
                while (g != null && !g.holds(node.group())) {
                    g = g.parent();
                }
                common = g;
            }
        }
        return common;
    }
}
