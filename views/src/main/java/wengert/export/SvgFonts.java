package wengert.export;

import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wengert.drawing.Face;
import wengert.drawing.TrueType;
import wengert.drawing.Typesetter.Run;

/// The signs that the text of an SVG file needs, as fonts in its style sheet or as outlines to be used by number.
final class SvgFonts {

    private final SvgScope scope;
    private final Map<Face, NavigableSet<Integer>> signs = new EnumMap<>(Face.class);
    private final Map<Face, NavigableMap<Integer, String>> outlines = new EnumMap<>(Face.class);

    SvgFonts(SvgScope scope) {
        this.scope = scope;
    }

    SvgScope scope() {
        return scope;
    }

    /// Text in one face, to be shown by an embedded font.
    void use(Run run) {
        var points = signs.computeIfAbsent(run.face(), _ -> new TreeSet<>());
        run.text().codePoints().forEach(points::add);
    }

    /// Text in the style of a face, to be shown by a font of the reader's.
    void use(Face face) {
        signs.computeIfAbsent(face, _ -> new TreeSet<>());
    }

    /// A glyph, to be shown by its outline; the answer is the id to use it by. Empty where there is nothing to see.
    String use(Face face, int glyph) {
        TrueType font = face.font();
        if (font.bounds(glyph) == null) {
            return "";
        }
        outlines.computeIfAbsent(face, _ -> new TreeMap<>())
                .computeIfAbsent(glyph, g -> SvgSurface.data(font.outline(g), 4));
        return id(face, glyph);
    }

    private String id(Face face, int glyph) {
        return scope.id(styleClass(face) + glyph);
    }

    /// The elements that come before everything else in the file.
    String head() {
        var head = new StringBuilder();
        if (!signs.isEmpty()) {
            head.append("<style>\n").append(style()).append("</style>\n");
        }
        if (!outlines.isEmpty()) {
            head.append("<defs>\n");
            outlines.forEach((face, glyphs) ->
                    glyphs.forEach((glyph, data) ->
                            head.append("<path id=\"")
                                    .append(id(face, glyph))
                                    .append("\" d=\"")
                                    .append(data)
                                    .append("\"/>\n")));
            head.append("</defs>\n");
        }
        return head.toString();
    }

    /// The style sheet: fonts, and a class for each face.
    String style() {
        var style = new StringBuilder();
        signs.forEach((face, points) -> {
            if (points.isEmpty()) {
                return;
            }
            style.append("@font-face{font-family:")
                    .append(family(face))
                    .append(";font-weight:")
                    .append(face.weight())
                    .append(";font-style:")
                    .append(face.italic() ? "italic" : "normal")
                    .append(";src:url(data:font/ttf;base64,")
                    .append(base64(face, points))
                    .append(") format(\"truetype\")}\n");
        });
        style.append(scope.rule("text"))
                .append("{white-space:pre;font-kerning:none;font-variant-ligatures:none}\n");
        for (Face face : signs.keySet()) {
            style.append(scope.rule("." + styleClass(face)))
                    .append("{font-family:")
                    .append(families(face))
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

    static String styleClass(Face face) {
        return face.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name under which the embedded signs go; not that of the whole font, which the reader may have.
    private String family(Face face) {
        return '"' + scope.family("Wengert " + face.family()) + '"';
    }

    private String families(Face face) {
        String generic = face.monospaced() ? "monospace" : "Helvetica,Arial,sans-serif";
        return family(face) + ",\"" + face.family() + "\"," + generic;
    }
}
