package wengert.export;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import wengert.story.Frame;

/// The graph as JSON, its numbers in the form of `wengert eval --json`.
final class GraphJson implements Exporter {

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String title() {
        return "JSON graph";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.of(Choice.STEP);
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream stream)
            throws IOException {
        Frame frame = picture.story().frame(order.moments().to());
        Structure structure = Structure.of(picture, order, frame);
        var out = new JsonWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.setIndent("  ");
        out.beginObject();
        out.name("call").value(structure.title());
        out.name("step").value(frame.position());
        out.name("steps").value(picture.story().length());
        out.name("nodes").beginArray();
        for (Structure.Vertex vertex : structure.vertices()) {
            vertex(vertex, frame, out);
        }
        out.endArray().name("edges").beginArray();
        for (Structure.Arc arc : structure.arcs()) {
            out.beginObject().name("id").value(arc.id());
            out.name("from").value(arc.from()).name("to").value(arc.to());
            for (var attribute : arc.attributes().entrySet()) {
                out.name(attribute.getKey());
                switch (attribute.getKey()) {
                    case "slot" -> out.value(Integer.parseInt(attribute.getValue()));
                    case "passed" -> out.value(Boolean.parseBoolean(attribute.getValue()));
                    default -> out.value(attribute.getValue());
                }
            }
            out.endObject();
        }
        out.endArray().name("groups").beginArray();
        for (Structure.Cluster group : structure.groups()) {
            out.beginObject().name("id").value(group.id()).name("title").value(group.title());
            out.name("kind").value(group.kind());
            if (!group.parent().isEmpty()) {
                out.name("parent").value(group.parent());
            }
            out.endObject();
        }
        out.endArray().endObject();
        out.flush();
        stream.write('\n');
    }

    private static void vertex(Structure.Vertex vertex, Frame frame, JsonWriter out)
            throws IOException {
        out.beginObject().name("id").value(vertex.id());
        for (Map.Entry<String, String> attribute : vertex.attributes().entrySet()) {
            out.name(attribute.getKey());
            switch (attribute.getKey()) {
                case "value" -> ValueJson.write(out, frame.value(vertex.node()));
                case "adjoint" -> ValueJson.write(out, frame.adjoint(vertex.node()));
                case "tangent" -> ValueJson.write(out, frame.tangent(vertex.node()));
                default -> out.value(attribute.getValue());
            }
        }
        out.endObject();
    }
}
