package wengert.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.notation.Unicode;
import wengert.ops.Op;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.Show;
import wengert.value.Value;

/// A graph at one moment as plain data, for the formats that other programs read: every node, every edge, every
/// group, each with its attributes as text. Numbers are written as Julia writes them, to their last digit.
///
/// @param title the differentiated call
/// @param groups outer ones before those inside
record Structure(String title, List<Vertex> vertices, List<Arc> arcs, List<Cluster> groups) {

    /// A node.
    ///
    /// @param id the same as in pictures: `n3`
    /// @param group the id of the group it stands in; empty for none
    record Vertex(String id, Node node, String group, Map<String, String> attributes) {}

    /// An edge, from the node that is used to the one that uses it.
    record Arc(String id, String from, String to, Map<String, String> attributes) {}

    /// A group.
    ///
    /// @param parent the id of the group around it; empty for none
    record Cluster(String id, String title, String kind, String parent) {}

    Structure {
        vertices = List.copyOf(vertices);
        arcs = List.copyOf(arcs);
        groups = List.copyOf(groups);
    }

    /// The moment that an order ends with.
    static Structure of(Picture picture, Order order) {
        return of(picture, order, picture.story().frame(order.moments().to()));
    }

    static Structure of(Picture picture, Order order, Frame frame) {
        return new Building(picture, order, frame).structure();
    }

    private static final class Building {
        private final Picture picture;
        private final Order order;
        private final Frame frame;
        private final Formulas formulas;
        private final Set<Node> nodes;
        private final Map<Group, Cluster> clusters = new LinkedHashMap<>();

        Building(Picture picture, Order order, Frame frame) {
            this.picture = picture;
            this.order = order;
            this.frame = frame;
            formulas = frame.formulas();
            nodes = new LinkedHashSet<>(order.extent().in(frame.graph()));
        }

        Structure structure() {
            var vertices = new ArrayList<Vertex>();
            var arcs = new ArrayList<Arc>();
            for (Node node : nodes) {
                String group = id(node.group());
                vertices.add(new Vertex(id(node), node, group, attributes(node, group)));
                for (int slot = 0; slot < node.arguments().size(); slot++) {
                    if (nodes.contains(node.arguments().get(slot))) {
                        arcs.add(arc(node, slot));
                    }
                }
            }
            return new Structure(
                    picture.study().title(), vertices, arcs, List.copyOf(clusters.values()));
        }

        private Arc arc(Node node, int slot) {
            var edge = new Graph.Edge(node, slot);
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("slot", Integer.toString(slot));
            if (frame.passes(edge)) {
                Value local = formulas.localValue(edge);
                attributes.put("local", local == null ? formulas.shortLabel(edge) : text(local));
                attributes.put("passed", Boolean.toString(frame.passed(edge)));
            }
            return new Arc(
                    "e" + node.index() + "-" + slot, id(edge.argument()), id(node), attributes);
        }

        private Map<String, String> attributes(Node node, String group) {
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
