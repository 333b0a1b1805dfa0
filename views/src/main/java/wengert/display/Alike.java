package wengert.display;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// Finds calls that did the same: the same operations in the same order, each on the same of the others' results.
///
/// What comes from outside counts as the same whatever it is, and so do constants of one kind of value.
final class Alike {

    private final Map<Groups.Entry, Shape> shapes = new LinkedHashMap<>();

    /// What is known of a call while its operations are gone through.
    private static final class Shape {
        private final int first;
        private long hash = 17;

        private Shape(int first) {
            this.first = first;
        }

        private void add(long part) {
            hash = 31 * hash + part;
            hash ^= hash >>> 29;
        }
    }

    private record Key(String title, long hash, int operations) {}

    Alike(Graph graph, Groups groups) {
        int[] ordinals = new int[graph.nodes().size()];
        int ordinal = 0;
        for (Node node : graph.nodes()) {
            if (node.kind() == Node.Kind.OPERATION) {
                ordinals[node.index()] = ++ordinal;
                for (Groups.Entry e = groups.of(node); e.parent != null; e = e.parent) {
                    if (e.group.kind() == Group.Kind.CALL) {
                        int first = ordinal;
                        Shape shape = shapes.computeIfAbsent(e, _ -> new Shape(first));
                        add(node, ordinals, shape);
                    }
                }
            }
        }
    }

    private static void add(Node node, int[] ordinals, Shape shape) {
        var op = node.op();
        shape.add(op == null ? 0 : op.symbol().hashCode());
        for (Node argument : node.arguments()) {
            int at = ordinals[argument.index()];
            if (argument.kind() == Node.Kind.CONSTANT) {
                shape.add(-2);
            } else {
                shape.add(at >= shape.first ? ordinals[node.index()] - at : -1);
            }
        }
    }

    /// Of each call that is not the only one of its kind, all that are alike.
    Map<Group, List<Group>> calls() {
        var kinds = new HashMap<Key, List<Group>>();
        shapes.forEach((entry, shape) ->
                kinds.computeIfAbsent(
                                new Key(entry.group.title(), shape.hash, entry.operations),
                                _ -> new ArrayList<>())
                        .add(entry.group));
        var calls = new HashMap<Group, List<Group>>();
        for (List<Group> kind : kinds.values()) {
            if (kind.size() > 1) {
                List<Group> same = List.copyOf(kind);
                same.forEach(group -> calls.put(group, same));
            }
        }
        return calls;
    }
}
