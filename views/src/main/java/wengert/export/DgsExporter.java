package wengert.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// GraphStream's own format. It tells of events, so that it holds the sweep: the graph, and then for each step what
/// it changed.
///
/// GraphStream's reader ends a string at the first quote without a backslash before it and has no way to write a
/// backslash at a string's end; such a string gets a space behind it.
public final class DgsExporter implements Exporter {

    @Override
    public String extension() {
        return "dgs";
    }

    @Override
    public String title() {
        return "GraphStream events";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.of(Choice.RANGE);
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        Order.Moments moments = order.moments().within(picture.story().length());
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("DGS004\nwengert 0 0\n");
        var structures = new Structures(picture, order);
        Structure first = structures.at(picture.story().frame(moments.from()));
        begin(first, text);
        var told = new HashMap<String, Map<String, String>>();
        first.vertices().forEach(vertex -> told.put(vertex.id(), vertex.attributes()));
        first.arcs().forEach(arc -> told.put(arc.id(), arc.attributes()));
        for (int k = moments.from() + 1; k <= moments.to(); k++) {
            progress.at((double) (k - moments.from()) / (moments.to() - moments.from()));
            text.write("st " + k + "\n");
            changes(structures.changedBy(picture.story().frame(k)), told, text);
        }
        text.flush();
    }

    private static void begin(Structure structure, Writer out) throws IOException {
        out.write("cg title=" + quoted(structure.title()) + "\n");
        for (Structure.Cluster group : structure.groups()) {
            String parent = group.parent().isEmpty() ? "" : " in " + group.parent();
            String told = group.kind() + parent + ": " + group.title();
            out.write("cg " + group.id() + "=" + quoted(told) + "\n");
        }
        for (Structure.Vertex vertex : structure.vertices()) {
            out.write("an " + vertex.id() + attributes(vertex.attributes()) + "\n");
        }
        for (Structure.Arc arc : structure.arcs()) {
            out.write("ae " + arc.id() + " " + arc.from() + " > " + arc.to());
            out.write(attributes(arc.attributes()) + "\n");
        }
    }

    /// @param told the attributes of nodes and edges as they have been told so far, by id
    private static void changes(Structure after, Map<String, Map<String, String>> told, Writer out)
            throws IOException {
        for (Structure.Vertex vertex : after.vertices()) {
            change("cn ", vertex.id(), vertex.attributes(), told, out);
        }
        for (Structure.Arc arc : after.arcs()) {
            change("ce ", arc.id(), arc.attributes(), told, out);
        }
    }

    private static void change(
            String event,
            String id,
            Map<String, String> now,
            Map<String, Map<String, String>> told,
            Writer out)
            throws IOException {
        Map<String, String> before = told.put(id, now);
        var changed = new LinkedHashMap<>(now);
        if (before != null) {
            changed.entrySet().removeAll(before.entrySet());
        }
        if (!changed.isEmpty()) {
            out.write(event + id + attributes(changed) + "\n");
        }
    }

    private static String attributes(Map<String, String> attributes) {
        var text = new StringBuilder();
        attributes.forEach((key, value) ->
                text.append(' ')
                        .append(key)
                        .append('=')
                        .append(key.equals("slot") ? value : quoted(value)));
        return text.toString();
    }

    private static String quoted(String text) {
        String safe = text.replace("\"", "\\\"").replace('\n', ' ');
        return "\"" + (safe.endsWith("\\") ? safe + " " : safe) + "\"";
    }
}
