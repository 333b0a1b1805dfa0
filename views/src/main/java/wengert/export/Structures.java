package wengert.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.export.Structure.Arc;
import wengert.export.Structure.Cluster;
import wengert.export.Structure.Vertex;
import wengert.notation.Unicode;
import wengert.ops.Op;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.Show;
import wengert.value.Value;

/// Makes the plain data of a graph, at any of its moments.
final class Structures {

    private final Picture picture;
    private final Order order;
    private final Formulas formulas;
    private final Set<Node> nodes;
    private final Map<Group, Cluster> clusters = new LinkedHashMap<>();

    Structures(Picture picture, Order order) {
        this.picture = picture;
        this.order = order;
        formulas = picture.story().frame(0).formulas();
        nodes = new LinkedHashSet<>(order.extent().in(picture.story().graph()));
    }

    Structure at(Frame frame) {
        var edges = new ArrayList<Graph.Edge>();
        for (Node node : nodes) {
            for (int slot = 0; slot < node.arguments().size(); slot++) {
                edges.add(new Graph.Edge(node, slot));
            }
        }
        return of(nodes, edges, frame);
    }

    /// What a step may have changed, as it is after it: its node, the one that receives something, and the edge between
    /// them. A sweep has as many steps as the graph has nodes and edges, so that nobody can look at all of them each time.
    Structure changedBy(Frame frame) {
        List<Node> touched =
                Stream.of(frame.atWork(), frame.receiver())
                        .filter(Objects::nonNull)
                        .filter(nodes::contains)
                        .distinct()
                        .sorted(Comparator.comparingInt(Node::index))
                        .toList();
        Graph.Edge edge = frame.edgeAtWork();
        return of(touched, edge == null ? List.of() : List.of(edge), frame);
    }

    private Structure of(Collection<Node> shown, List<Graph.Edge> edges, Frame frame) {
        var vertices = new ArrayList<Vertex>();
        for (Node node : shown) {
            String group = id(node.group());
            vertices.add(new Vertex(id(node), node, group, attributes(node, group, frame)));
        }
        List<Arc> arcs =
                edges.stream()
                        .filter(edge ->
                                nodes.contains(edge.node()) && nodes.contains(edge.argument()))
                        .map(edge -> arc(edge, frame))
                        .toList();
        return new Structure(
                picture.study().title(), vertices, arcs, List.copyOf(clusters.values()));
    }

    private Arc arc(Graph.Edge edge, Frame frame) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("slot", Integer.toString(edge.slot()));
        if (frame.passes(edge)) {
            Value local = formulas.localValue(edge);
            attributes.put("local", local == null ? formulas.shortLabel(edge) : text(local));
            attributes.put("passed", Boolean.toString(frame.passed(edge)));
        }
        String id = "e" + edge.node().index() + "-" + edge.slot();
        return new Arc(id, id(edge.argument()), id(edge.node()), attributes);
    }

    private Map<String, String> attributes(Node node, String group, Frame frame) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("label", frame.graph().label(node));
        put(attributes, "name", node.name());
        attributes.put("kind", node.kind().name().toLowerCase(Locale.ROOT));
        Op op = node.op();
        if (op != null) {
            attributes.put("sign", op.sign());
            attributes.put("operation", Unicode.text(formulas.definition(node)));
        }
        if (order.shows(Order.Part.VALUES)) {
            put(attributes, "value", textOrNull(frame.value(node)));
        }
        if (order.shows(Order.Part.ADJOINTS)) {
            put(attributes, "adjoint", textOrNull(frame.adjoint(node)));
            put(attributes, "tangent", textOrNull(frame.tangent(node)));
            if (frame.arrival(node) != Frame.Arrival.NONE) {
                attributes.put("arrival", frame.arrival(node).name().toLowerCase(Locale.ROOT));
            }
        }
        put(attributes, "group", group.isEmpty() ? null : group);
        return attributes;
    }

    private static String id(Node node) {
        return "n" + node.index();
    }

    private String id(Group group) {
        Group parent = group.parent();
        if (parent == null) {
            return "";
        }
        Cluster known = clusters.get(group);
        if (known == null) {
            String outer = id(parent);
            known =
                    new Cluster(
                            "g" + clusters.size(),
                            picture.placement().visible().title(group),
                            group.kind().name().toLowerCase(Locale.ROOT),
                            outer);
            clusters.put(group, known);
        }
        return known.id();
    }

    private static void put(Map<String, String> attributes, String key, @Nullable String value) {
        if (value != null) {
            attributes.put(key, value);
        }
    }

    private static @Nullable String textOrNull(@Nullable Value value) {
        return value == null ? null : text(value);
    }

    private static String text(Value value) {
        return Show.repr(value);
    }
}
