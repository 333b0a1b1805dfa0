package wengert.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wengert.run.Study;
import wengert.trace.Node;

/// Where a breakpoint is, so that it can be found again in the graph of the next run.
record Place(int index, String operation) {

    static List<Place> ofAll(Set<Node> nodes) {
        return nodes.stream().map(node -> new Place(node.index(), operation(node))).toList();
    }

    Optional<Node> in(Study study) {
        List<Node> nodes = study.graph().nodes();
        return index < nodes.size() && operation(nodes.get(index)).equals(operation)
                ? Optional.of(nodes.get(index))
                : Optional.empty();
    }

    private static String operation(Node node) {
        var op = node.op();
        return op == null ? "" : op.symbol();
    }
}
