package wengert.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import wengert.story.Frame;

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
        Structure before = Structure.of(picture, order, picture.story().frame(moments.from()));
        begin(before, text);
        for (int k = moments.from() + 1; k <= moments.to(); k++) {
            progress.at((double) (k - moments.from()) / (moments.to() - moments.from()));
            text.write("st " + k + "\n");
            before = changes(picture, order, picture.story().frame(k), before, text);
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

    /// What a step changes, which is never more than a few of the nodes and edges.
    private static Structure changes(
            Picture picture, Order order, Frame frame, Structure before, Writer out)
            throws IOException {
        Structure after = Structure.of(picture, order, frame);
        for (int i = 0; i < after.vertices().size(); i++) {
            Structure.Vertex now = after.vertices().get(i);
            var changed = changed(before.vertices().get(i).attributes(), now.attributes());
            if (!changed.isEmpty()) {
                out.write("cn " + now.id() + attributes(changed) + "\n");
            }
        }
        for (int i = 0; i < after.arcs().size(); i++) {
            Structure.Arc now = after.arcs().get(i);
            var changed = changed(before.arcs().get(i).attributes(), now.attributes());
            if (!changed.isEmpty()) {
                out.write("ce " + now.id() + attributes(changed) + "\n");
            }
        }
        return after;
    }

    private static Map<String, String> changed(
            Map<String, String> before, Map<String, String> after) {
        var changed = new LinkedHashMap<String, String>();
        after.forEach((key, value) -> {
            if (!Objects.equals(before.get(key), value)) {
                changed.put(key, value);
            }
        });
        return changed;
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
