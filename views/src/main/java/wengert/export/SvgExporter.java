package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import wengert.drawing.Drawing;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Typesetter;

/// Vector pictures. Text stays text; the signs it needs are embedded as fonts.
public final class SvgExporter implements Exporter {

    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public String title() {
        return "SVG picture";
    }

    /// The scale is left aside: a vector picture has the size it is drawn in.
    @Override
    public void write(Drawing drawing, Scale scale, OutputStream out) throws IOException {
        out.write(text(drawing).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Drawing drawing) {
        var surface = new SvgSurface();
        surface.push();
        drawing.on(surface);
        surface.pop();
        String size =
                "width=\"%s\" height=\"%s\" viewBox=\"0 0 %1$s %2$s\""
                        .formatted(
                                SvgSurface.number(Math.ceil(drawing.width())),
                                SvgSurface.number(Math.ceil(drawing.height())));
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" %s \
        role="img" aria-labelledby="title description">
        <title id="title">%s</title>
        <desc id="description">%s</desc>
        <style>
        %s</style>
        %s</svg>
        """
                .formatted(
                        size,
                        SvgSurface.escape(drawing.title()),
                        SvgSurface.escape(drawing.description()),
                        style(drawing),
                        surface.content());
    }

    private static String style(Drawing drawing) {
        var used = new EnumMap<Face, NavigableSet<Integer>>(Face.class);
        collect(drawing.marks(), used);
        var style = new StringBuilder();
        used.forEach((face, points) ->
                style.append("@font-face{font-family:")
                        .append(SvgSurface.family(face))
                        .append(";font-weight:")
                        .append(face.weight())
                        .append(";font-style:")
                        .append(face.italic() ? "italic" : "normal")
                        .append(";src:url(data:font/ttf;base64,")
                        .append(base64(face, points))
                        .append(") format(\"truetype\")}\n"));
        style.append("text{white-space:pre;font-kerning:none;font-variant-ligatures:none}\n");
        for (Face face : used.keySet()) {
            style.append('.')
                    .append(SvgSurface.styleClass(face))
                    .append("{font-family:")
                    .append(SvgSurface.families(face))
                    .append(";font-weight:")
                    .append(face.weight())
                    .append(face.italic() ? ";font-style:italic" : "")
                    .append("}\n");
        }
        return style.toString();
    }

    private static String base64(Face face, NavigableSet<Integer> points) {
        return Base64.getEncoder().encodeToString(FontSubset.of(face.font(), points));
    }

    private static void collect(List<Mark> marks, Map<Face, NavigableSet<Integer>> used) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Text text -> {
                    for (Typesetter.Run run : Typesetter.line(text.text(), text.face()).runs()) {
                        var points = used.computeIfAbsent(run.face(), _ -> new TreeSet<>());
                        run.text().codePoints().forEach(points::add);
                    }
                }
                case Mark.Part part -> collect(part.marks(), used);
                case Mark.Moved moved -> collect(moved.marks(), used);
                case Mark.Box _, Mark.Line _, Mark.Area _, Mark.Cells _ -> {}
            }
        }
    }
}
