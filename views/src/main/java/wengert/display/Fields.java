package wengert.display;

import java.util.LinkedHashSet;
import java.util.Set;
import wengert.trace.Graph;
import wengert.trace.Node;

/// The parts of an argument that is a tuple, a structure or a dictionary: `m.layer.W`, `θ[2]`, `d["a"]`. Each is an input
/// of its own, since each has its own gradient.
public final class Fields {

    private Fields() {}

    /// The argument that a node is a part of: `m` of `m.layer.W`; empty if it is none.
    public static String argument(Node node) {
        String name = node.name();
        if (node.kind() != Node.Kind.INPUT || name == null) {
            return "";
        }
        return name.substring(0, start(name));
    }

    /// Which part of it a node is: `layer.W`, `[2]`.
    public static String path(Node node) {
        String name = node.name();
        if (name == null) {
            return "";
        }
        String path = name.substring(start(name));
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /// Where in a name the part begins; 0 if it names no part.
    private static int start(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) == '.' || name.charAt(i) == '[') {
                return i;
            }
        }
        return 0;
    }

    /// All parts of the argument that a node is a part of, in order; none if it is no part.
    public static Set<Node> beside(Graph graph, Node node) {
        String argument = argument(node);
        var fields = new LinkedHashSet<Node>();
        for (Node input : argument.isEmpty() ? Set.<Node>of() : graph.inputs()) {
            if (argument(input).equals(argument)) {
                fields.add(input);
            }
        }
        return fields;
    }
}
