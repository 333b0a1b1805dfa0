package wengert.export;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.export.Structure.Arc;
import wengert.export.Structure.Cluster;
import wengert.export.Structure.Vertex;

/// The graph in the language of Graphviz: groups are clusters, numbers are attributes and stand in the labels.
///
/// In its strings a quote is written `\"` and a backslash `\\`.
final class Dot {

    private static final int LONGEST = 60;

    private Dot() {}

    static String text(Structure structure) {
        var out = new StringBuilder("digraph ").append(quoted(structure.title())).append(" {\n");
        out.append(
                "  graph [rankdir=LR];\n  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n");
        out.append("  edge [color=\"#59636e\"];\n");
        inside(structure, "", "  ", out);
        for (Arc arc : structure.arcs()) {
            out.append("  ").append(arc.from()).append(" -> ").append(arc.to());
            out.append(" [id=").append(quoted(arc.id()));
            attributes(arc.attributes(), out);
            out.append("];\n");
        }
        return out.append("}\n").toString();
    }

    private static void inside(
            Structure structure, String group, String indent, StringBuilder out) {
        for (Vertex vertex : structure.vertices()) {
            if (vertex.group().equals(group)) {
                out.append(indent).append(vertex.id()).append(" [id=").append(quoted(vertex.id()));
                out.append(", label=").append(label(vertex));
                attributes(
                        vertex.attributes().entrySet().stream()
                                .filter(e -> !e.getKey().equals("label"))
                                .toList(),
                        out);
                out.append(", symbol=").append(quoted(vertex.attributes().get("label")));
                out.append("];\n");
            }
        }
        for (Cluster cluster : structure.groups()) {
            if (cluster.parent().equals(group)) {
                out.append(indent).append("subgraph cluster_").append(cluster.id());
                out.append(" {\n").append(indent).append("  graph [label=");
                out.append(quoted(cluster.title())).append(", kind=");
                out.append(quoted(cluster.kind())).append("];\n");
                inside(structure, cluster.id(), indent + "  ", out);
                out.append(indent).append("}\n");
            }
        }
    }

    /// What is read in the picture: the operation, the value, the adjoint, a line each.
    private static String label(Vertex vertex) {
        Map<String, String> known = vertex.attributes();
        String symbol = known.getOrDefault("label", vertex.id());
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

    private static void attributes(Map<String, String> attributes, StringBuilder out) {
        attributes(List.copyOf(attributes.entrySet()), out);
    }

    private static void attributes(List<Map.Entry<String, String>> attributes, StringBuilder out) {
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
