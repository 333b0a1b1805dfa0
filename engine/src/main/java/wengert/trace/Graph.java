package wengert.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The computational graph of one run: nodes in the order they were computed. As a table it is the Wengert list.
public final class Graph {

    private final List<Node> nodes;
    private final List<Node> outputs;
    private final Group study;
    private final Map<Node, String> labels = new HashMap<>();
    private final BitSet active = new BitSet();
    private final BitSet useful = new BitSet();

    Graph(List<Node> nodes, List<Node> outputs, Group study) {
        this.nodes = List.copyOf(nodes);
        this.outputs = List.copyOf(outputs);
        this.study = study;
        int v = 0;
        for (Node node : this.nodes) {
            String name = node.name();
            boolean input = node.kind() == Node.Kind.INPUT;
            labels.put(node, input && name != null ? name : "v" + subscript(++v));
            if (input || node.arguments().stream().anyMatch(a -> active.get(a.index()))) {
                active.set(node.index());
            }
        }
        this.outputs.forEach(output -> useful.set(output.index()));
        for (Node node : this.nodes.reversed()) {
            if (useful.get(node.index())) {
                node.arguments().forEach(a -> useful.set(a.index()));
            }
        }
    }

    public List<Node> nodes() {
        return nodes;
    }

    /// The node of the result; of several results the first.
    public Node output() {
        return outputs.getFirst();
    }

    /// The nodes of the result: one, or as many as numbers and arrays were returned.
    public List<Node> outputs() {
        return outputs;
    }

    /// The group that holds everything.
    public Group study() {
        return study;
    }

    public List<Node> inputs() {
        return nodes.stream().filter(n -> n.kind() == Node.Kind.INPUT).toList();
    }

    /// The name on the card: of an input its own, of everything else v₁, v₂, … in order.
    public String label(Node node) {
        return labels.getOrDefault(node, "?");
    }

    /// Whether a node depends on an input, so that it can have a derivative.
    public boolean active(Node node) {
        return active.get(node.index());
    }

    /// Whether the output depends on a node.
    public boolean useful(Node node) {
        return useful.get(node.index());
    }

    /// The places a node is used: one edge for each argument slot that it fills, in order of computation.
    public List<Edge> uses(Node node) {
        var uses = new ArrayList<Edge>();
        for (Node user : nodes.subList(node.index() + 1, nodes.size())) {
            for (int slot = 0; slot < user.arguments().size(); slot++) {
                if (user.arguments().get(slot) == node) {
                    uses.add(new Edge(user, slot));
                }
            }
        }
        return uses;
    }

    /// One argument slot of a node.
    public record Edge(Node node, int slot) {

        /// The node that fills the slot.
        public Node argument() {
            return node.arguments().get(slot);
        }
    }

    private static String subscript(int n) {
        var digits = new StringBuilder();
        for (char c : Integer.toString(n).toCharArray()) {
            digits.append((char) ('₀' + (c - '0')));
        }
        return digits.toString();
    }
}
