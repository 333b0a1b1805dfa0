package wengert.export;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.export.Structure.Arc;
import wengert.export.Structure.Cluster;
import wengert.export.Structure.Vertex;

/// The graph in the language of Graphviz: groups are clusters, numbers are attributes and stand in the labels.
///
/// A value that is used in many places has a small copy at each of them, as in the window: with edges from one node to
/// all turns of a loop, dot takes minutes or gives up (`trouble in init_rank`). A copy says of what with `copy`.
///
/// In its strings a quote is written `\"` and a backslash `\\`.
final class Dot {

    private static final int LONGEST = 60;

    /// To how many nodes a value may have edges of its own.
    private static final int MOST_USES = 7;

    private final Structure structure;
    private final Set<String> copied;

    /// By the group they stand in.
    private final Map<String, List<Vertex>> vertices;

    private final Map<String, List<Cluster>> groups;

    /// The edges that come from copies, by where they go.
    private final Map<String, List<Arc>> arriving;

    private final Map<String, String> symbols = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private Dot(Structure structure) {
        this.structure = structure;
        copied =
                structure.arcs().stream()
                        .collect(groupingBy(Arc::from, mapping(Arc::to, toSet())))
                        .entrySet()
                        .stream()
                        .filter(uses -> uses.getValue().size() > MOST_USES)
                        .map(Map.Entry::getKey)
                        .collect(toSet());
        arriving =
                structure.arcs().stream()
                        .filter(arc -> copied.contains(arc.from()))
                        .collect(groupingBy(Arc::to));
        vertices = structure.vertices().stream().collect(groupingBy(Vertex::group));
        groups = structure.groups().stream().collect(groupingBy(Cluster::parent));
        for (Vertex vertex : structure.vertices()) {
            symbols.put(vertex.id(), symbol(vertex));
        }
    }

    static String text(Structure structure) {
        return new Dot(structure).text();
    }

    private String text() {
        out.append("digraph ").append(quoted(structure.title())).append(" {\n");
        out.append(
                "  graph [rankdir=LR];\n  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n");
        out.append("  edge [color=\"#59636e\"];\n");
        inside("", "  ");
        for (Arc arc : structure.arcs()) {
            out.append("  ").append(beginning(arc)).append(" -> ").append(arc.to());
            out.append(" [id=").append(quoted(arc.id()));
            attributes(arc.attributes());
            out.append("];\n");
        }
        return out.append("}\n").toString();
    }

    private String beginning(Arc arc) {
        return copied.contains(arc.from()) ? arc.from() + "_" + arc.to() : arc.from();
    }

    private void inside(String group, String indent) {
        for (Vertex vertex : vertices.getOrDefault(group, List.of())) {
            vertex(vertex, indent);
            arriving.getOrDefault(vertex.id(), List.of()).stream()
                    .map(Arc::from)
                    .distinct()
                    .forEach(from -> copy(from, from + "_" + vertex.id(), indent));
        }
        for (Cluster cluster : groups.getOrDefault(group, List.of())) {
            out.append(indent).append("subgraph cluster_").append(cluster.id());
            out.append(" {\n").append(indent).append("  graph [label=");
            out.append(quoted(cluster.title())).append(", kind=");
            out.append(quoted(cluster.kind())).append("];\n");
            inside(cluster.id(), indent + "  ");
            out.append(indent).append("}\n");
        }
    }

    private void vertex(Vertex vertex, String indent) {
        out.append(indent).append(vertex.id()).append(" [id=").append(quoted(vertex.id()));
        out.append(", label=").append(label(vertex));
        attributes(
                vertex.attributes().entrySet().stream()
                        .filter(e -> !e.getKey().equals("label"))
                        .toList());
        out.append(", symbol=").append(quoted(symbol(vertex))).append("];\n");
    }

    private void copy(String of, String id, String indent) {
        out.append(indent).append(id).append(" [label=").append(quoted(symbols.get(of)));
        out.append(", copy=").append(quoted(of)).append(", shape=plaintext];\n");
    }

    private static String symbol(Vertex vertex) {
        return vertex.attributes().getOrDefault("label", vertex.id());
    }

    /// What is read in the picture: the operation, the value, the adjoint, a line each.
    private static String label(Vertex vertex) {
        Map<String, String> known = vertex.attributes();
        String symbol = symbol(vertex);
        String operation = known.get("operation");
        String first = operation == null ? symbol : symbol + " = " + operation;
        return Stream.of(
                        first,
                        cut(known.get("value")),
                        marked("adjoint ", known.get("adjoint")),
                        marked("tangent ", known.get("tangent")))
                .filter(line -> !line.isEmpty())
                .map(Dot::escaped)
                .collect(joining("\\n", "\"", "\""));
    }

    private static String marked(String mark, @Nullable String text) {
        return text == null ? "" : mark + cut(text);
    }

    private static String cut(@Nullable String text) {
        return text == null
                ? ""
                : text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private void attributes(Map<String, String> attributes) {
        attributes(List.copyOf(attributes.entrySet()));
    }

    private void attributes(List<Map.Entry<String, String>> attributes) {
        for (var attribute : attributes) {
            out.append(", ").append(attribute.getKey()).append('=');
            out.append(quoted(attribute.getValue()));
        }
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "\"\"" : "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
