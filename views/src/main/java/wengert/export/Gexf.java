package wengert.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wengert.export.Structure.Arc;
import wengert.export.Structure.Cluster;
import wengert.export.Structure.Vertex;

/// The graph as GEXF, the format of Gephi. Groups are named by the attribute `group`, from the outermost in.
final class Gexf {

    private Gexf() {}

    static String text(Structure structure) {
        var nodeKeys = List.copyOf(GraphMl.nodeKeys(structure));
        var edgeKeys = List.copyOf(GraphMl.edgeKeys(structure));
        var out = new StringBuilder();
        out.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
                <meta>
                <creator>Wengert</creator>
                <description>%s</description>
                </meta>
                <graph defaultedgetype="directed" mode="static">
                """
                        .formatted(SvgSurface.escape(structure.title())));
        keys("node", nodeKeys, out);
        keys("edge", edgeKeys, out);
        var groups = new HashMap<String, Cluster>();
        structure.groups().forEach(group -> groups.put(group.id(), group));
        out.append("<nodes>\n");
        for (Vertex vertex : structure.vertices()) {
            String label = vertex.attributes().getOrDefault("label", vertex.id());
            out.append("<node id=\"").append(vertex.id()).append("\" label=\"");
            out.append(SvgSurface.escape(label)).append("\">\n");
            values(nodeKeys, vertex.attributes(), path(groups, vertex.group()), out);
            out.append("</node>\n");
        }
        out.append("</nodes>\n<edges>\n");
        for (Arc arc : structure.arcs()) {
            out.append("<edge id=\"").append(arc.id()).append("\" source=\"").append(arc.from());
            out.append("\" target=\"").append(arc.to()).append("\">\n");
            values(edgeKeys, arc.attributes(), "", out);
            out.append("</edge>\n");
        }
        return out.append("</edges>\n</graph>\n</gexf>\n").toString();
    }

    /// A group with those around it: `loss( ) / for i / turn 2`.
    private static String path(Map<String, Cluster> groups, String id) {
        var titles = new ArrayList<String>();
        for (Cluster group = groups.get(id); group != null; group = groups.get(group.parent())) {
            titles.addFirst(group.title());
        }
        return String.join(" / ", titles);
    }

    private static void keys(String of, List<String> names, StringBuilder out) {
        if (names.isEmpty()) {
            return;
        }
        out.append("<attributes class=\"").append(of).append("\">\n");
        for (int i = 0; i < names.size(); i++) {
            out.append("<attribute id=\"").append(i).append("\" title=\"").append(names.get(i));
            out.append("\" type=\"").append(names.get(i).equals("slot") ? "integer" : "string");
            out.append("\"/>\n");
        }
        out.append("</attributes>\n");
    }

    private static void values(
            List<String> keys, Map<String, String> attributes, String path, StringBuilder out) {
        out.append("<attvalues>\n");
        for (int i = 0; i < keys.size(); i++) {
            String value = attributes.get(keys.get(i));
            if (value != null) {
                String written = keys.get(i).equals("group") ? path : value;
                out.append("<attvalue for=\"").append(i).append("\" value=\"");
                out.append(SvgSurface.escape(written)).append("\"/>\n");
            }
        }
        out.append("</attvalues>\n");
    }
}
