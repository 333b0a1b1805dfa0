package wengert.export;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import wengert.export.Structure.Arc;
import wengert.export.Structure.Cluster;
import wengert.export.Structure.Vertex;

/// The graph as GraphML. Groups are named by the attribute `group` and told of by the graph's attributes.
final class GraphMl {

    private GraphMl() {}

    static String text(Structure structure) {
        var out = new StringBuilder();
        out.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
                http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
                """);
        keys("node", nodeKeys(structure), out);
        keys("edge", edgeKeys(structure), out);
        for (Cluster cluster : structure.groups()) {
            key("graph", cluster.id(), out);
        }
        key("graph", "title", out);
        out.append("<graph id=\"G\" edgedefault=\"directed\">\n");
        data("graph", "title", structure.title(), out);
        for (Cluster cluster : structure.groups()) {
            String parent = cluster.parent().isEmpty() ? "" : " in " + cluster.parent();
            data("graph", cluster.id(), cluster.kind() + parent + ": " + cluster.title(), out);
        }
        for (Vertex vertex : structure.vertices()) {
            out.append("<node id=\"").append(vertex.id()).append("\">\n");
            all("node", vertex.attributes(), out);
            out.append("</node>\n");
        }
        for (Arc arc : structure.arcs()) {
            out.append("<edge id=\"").append(arc.id()).append("\" source=\"").append(arc.from());
            out.append("\" target=\"").append(arc.to()).append("\" directed=\"true\">\n");
            all("edge", arc.attributes(), out);
            out.append("</edge>\n");
        }
        return out.append("</graph>\n</graphml>\n").toString();
    }

    static Set<String> nodeKeys(Structure structure) {
        var keys = new LinkedHashSet<String>();
        structure.vertices().forEach(vertex -> keys.addAll(vertex.attributes().keySet()));
        return keys;
    }

    static Set<String> edgeKeys(Structure structure) {
        var keys = new LinkedHashSet<String>();
        structure.arcs().forEach(arc -> keys.addAll(arc.attributes().keySet()));
        return keys;
    }

    private static void keys(String of, Set<String> names, StringBuilder out) {
        names.forEach(name -> key(of, name, out));
    }

    private static void key(String of, String name, StringBuilder out) {
        out.append("<key id=\"").append(of).append('-').append(name);
        out.append("\" for=\"").append(of).append("\" attr.name=\"").append(name);
        out.append("\" attr.type=\"").append(name.equals("slot") ? "int" : "string");
        out.append("\"/>\n");
    }

    private static void all(String of, Map<String, String> attributes, StringBuilder out) {
        attributes.forEach((name, value) -> data(of, name, value, out));
    }

    private static void data(String of, String name, String value, StringBuilder out) {
        out.append("<data key=\"").append(of).append('-').append(name).append("\">");
        out.append(SvgSurface.escape(value)).append("</data>\n");
    }
}
