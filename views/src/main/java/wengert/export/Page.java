package wengert.export;

import static java.util.stream.Collectors.joining;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.drawing.Legend;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Theme;
import wengert.layout.Rect;
import wengert.notation.MathMl;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.story.ChainRule;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.story.LocalRule;
import wengert.story.Narration;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Node;
import wengert.value.Value;

/// What fills the page's template.
///
/// The page is made of parts: cards, links, what moves, the formula, the sentence, cells of the list. Each part takes
/// a few variants in the course of the sweep. The variants are written once, and for each step which part changes to
/// which: so a page grows with what happens and not with the number of steps times the size of the graph. In their places
/// the parts stand as they are after the last step, for readers whose browser runs no scripts.
final class Page {

    private static final long MOST_PAINTED = 4_000_000;
    private static final double SMALLEST = 0.62;
    private static final double LEGEND = 620;
    private static final double WIDEST_LEGEND = 1100;
    private static final double NARROW_LEGEND = 400;

    private final Picture picture;
    private final Order order;
    private final Progress progress;
    private final Order.Moments moments;
    private final Theme light;
    private final Theme dark;
    private final Picture.Excerpt excerpt;
    private final List<Node> nodes;
    private final boolean showsValues;
    private final boolean showsDerivatives;
    private final Twofold ink = new Twofold();
    private final SvgFonts fonts = new SvgFonts(SvgScope.OURS);

    private final Map<String, Integer> variants = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();
    private final Map<String, String> end = new HashMap<>();
    private final List<@Nullable Object> painted = new ArrayList<>();
    private boolean hasFormula;

    Page(Picture picture, Order order, Progress progress) throws IOException {
        this.picture = picture;
        this.order = order;
        this.progress = progress;
        moments = order.moments().within(picture.story().length());
        light = order.theme() == Theme.DARK ? Theme.LIGHT : order.theme();
        dark = order.theme() == Theme.PRINT ? Theme.PRINT : Theme.DARK;
        excerpt = picture.excerpt(order.extent());
        nodes = order.extent().in(picture.study().graph());
        showsValues = order.shows(Order.Part.VALUES);
        showsDerivatives = order.shows(Order.Part.ADJOINTS);
        long work =
                (long) (moments.to() - moments.from() + 1)
                        * (excerpt.cards().size() + excerpt.links().size());
        if (work > MOST_PAINTED) {
            throw new IOException(
                    "a page with %d steps of %d cards would be too large; fold groups, or choose fewer steps"
                            .formatted(moments.to() - moments.from(), excerpt.cards().size()));
        }
    }

    /// By the names of the places in the template.
    Map<String, String> parts() throws IOException {
        String data = data();
        var contents = List.copyOf(variants.keySet());
        for (int part = 0; part < ids.size(); part++) {
            end.put(ids.get(part), contents.get(shown.get(part)));
        }
        String graph = graph();
        var parts = new LinkedHashMap<String, String>();
        String title = SvgSurface.escape(picture.study().title());
        parts.put("title", title);
        parts.put("theme", order.theme() == Theme.DARK ? " data-theme=\"dark\"" : "");
        parts.put("toggle", dark == Theme.PRINT ? "" : TOGGLE);
        String caption = order.caption().strip();
        parts.put(
                "caption",
                caption.isEmpty()
                        ? ""
                        : "<p class=\"caption\">" + SvgSurface.escape(caption) + "</p>\n");
        parts.put("graph", graph);
        parts.put("fonts", fonts.style());
        parts.put("first", Integer.toString(moments.from()));
        parts.put("last", Integer.toString(moments.to() - moments.from()));
        parts.put("length", Integer.toString(picture.story().length()));
        parts.put("speeds", speeds());
        parts.put("columns", columns());
        parts.put("formula", end("formula"));
        parts.put("sentence", end("sentence"));
        parts.put("legend", legend());
        parts.put("bare", hasFormula ? "" : " bare");
        parts.put("rows", rows());
        parts.put("data", data);
        parts.put("colours", colours());
        return parts;
    }

    private static final String TOGGLE =
            "<button id=\"theme\" aria-label=\"Light or dark\"><svg width=\"16\" height=\"16\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle cx=\"8\" cy=\"8\" r=\"6.2\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/><path d=\"M8 2a6 6 0 0 1 0 12z\" fill=\"currentColor\"/></svg></button>\n";

    // what happens

    private String data() throws IOException {
        var text = new StringWriter();
        var out = new JsonWriter(text);
        out.setHtmlSafe(false);
        out.beginObject().name("first").value(moments.from());
        out.name("length").value(picture.story().length());
        out.name("steps").beginArray();
        var lightPainter = new Painter(picture.cards(), picture.placement(), light);
        var darkPainter = new Painter(picture.cards(), picture.placement(), dark);
        for (int k = moments.from(); k <= moments.to(); k++) {
            progress.at((double) (k - moments.from()) / (moments.to() - moments.from() + 1));
            step(picture.story().frame(k), lightPainter, darkPainter, out);
        }
        out.endArray().name("parts").beginArray();
        for (String id : ids) {
            out.value(id);
        }
        out.endArray().name("variants").beginArray();
        for (String variant : variants.keySet()) {
            out.value(variant);
        }
        out.endArray().endObject();
        out.flush();
        // the page must not take what is in the data for its own marks
        return text.toString().replace("</", "<\\/").replace("<!--", "<\\u0021--");
    }

    private void step(Frame frame, Painter inLight, Painter inDark, JsonWriter out)
            throws IOException {
        var changes = new ArrayList<Integer>();
        int part = 0;
        for (Link link : excerpt.links()) {
            Mark.Part mark = inLight.link(link, frame);
            if (isNew(part, mark)) {
                change(part, link.id(), svg(mark, inDark.link(link, frame)), changes);
            }
            part++;
        }
        for (Card card : excerpt.cards()) {
            Mark.Part mark = inLight.card(card, frame, 1);
            if (isNew(part, mark)) {
                change(part, card.id(), svg(mark, inDark.card(card, frame, 1)), changes);
            }
            part++;
        }
        String moving =
                moves(frame) ? moving(inLight.moving(frame, 1), inDark.moving(frame, 1)) : "";
        change(part++, "moving", moving, changes);
        boolean inNumbers = showsValues && showsDerivatives;
        String sentence = inNumbers ? Narration.of(frame) : Narration.withoutNumbers(frame);
        String formula = formula(frame, inNumbers);
        hasFormula |= !formula.isEmpty();
        change(part++, "formula", formula, changes);
        change(part++, "sentence", SvgSurface.escape(sentence), changes);
        boolean forward = order.mode() instanceof Mode.Forward;
        for (Node node : nodes) {
            if (showsValues) {
                change(part++, "v" + node.index(), cell(frame, frame.value(node)), changes);
            }
            if (showsDerivatives) {
                Value derivative = forward ? frame.tangent(node) : frame.adjoint(node);
                change(part++, "a" + node.index(), cell(frame, derivative), changes);
            }
        }
        out.beginObject().name("c").beginArray();
        for (int change : changes) {
            out.value(change);
        }
        out.endArray();
        Node atWork = frame.atWork();
        if (atWork != null) {
            out.name("n").value(atWork.index());
            for (Card card : picture.placement().visible().cards(atWork)) {
                out.name("p").value(card.id());
                break;
            }
        }
        if (frame.step() instanceof Step.Share share && moves(frame)) {
            Link link = picture.placement().visible().link(share.edge());
            if (link != null) {
                out.name("e").value(link.id());
            }
        }
        out.endObject();
    }

    /// Whether what is on its way is on a link that is shown.
    private boolean moves(Frame frame) {
        var edge = frame.edgeAtWork();
        return edge == null || excerpt.links().contains(picture.placement().visible().link(edge));
    }

    private boolean isNew(int part, Object mark) {
        if (part == painted.size()) {
            painted.add(mark);
            return true;
        }
        return !mark.equals(painted.set(part, mark));
    }

    private void change(int part, String id, String content, List<Integer> changes) {
        int variant = variants.computeIfAbsent(content, _ -> variants.size());
        while (painted.size() <= part) {
            painted.add(null);
        }
        if (part == ids.size()) {
            ids.add(id);
            shown.add(variant);
        } else if (shown.set(part, variant) == variant) {
            return;
        }
        changes.add(part);
        changes.add(variant);
    }

    private String svg(Mark.Part inLight, Mark.Part inDark) {
        String title =
                inLight.title().isEmpty()
                        ? ""
                        : "<title>" + SvgSurface.escape(inLight.title()) + "</title>";
        return title + ink.svg(fonts, inLight.marks(), inDark.marks());
    }

    /// Dots are grouped apart from their labels, so that the page can move them.
    private String moving(List<Mark> inLight, List<Mark> inDark) {
        var dots = new ArrayList<Mark>();
        var darkDots = new ArrayList<Mark>();
        var rest = new ArrayList<Mark>();
        var darkRest = new ArrayList<Mark>();
        for (int i = 0; i < inLight.size(); i++) {
            boolean dot = inLight.get(i) instanceof Mark.Area;
            (dot ? dots : rest).add(inLight.get(i));
            (dot ? darkDots : darkRest).add(inDark.get(i));
        }
        return ink.svg(fonts, rest, darkRest)
                + (dots.isEmpty()
                        ? ""
                        : "<g class=\"dot\">" + ink.svg(fonts, dots, darkDots) + "</g>");
    }

    private static String formula(Frame frame, boolean inNumbers) {
        ChainRule rule = ChainRule.of(frame);
        if (rule == null || !inNumbers && rule.terms().size() < 2) {
            return ""; // a term that stands alone is a number
        }
        String sign = rule.sign().equals("=") ? "=" : "←";
        var lines = new StringBuilder();
        lines.append(
                math(
                        MathMl.text(rule.left())
                                + relation(sign)
                                + MathMl.text(rule.terms().getFirst())));
        if (!rule.locals().isEmpty()) {
            String found =
                    rule.locals().stream()
                            .map(local -> local(local, inNumbers))
                            .collect(joining("<mo>,</mo><mspace width=\"0.6em\"/>"));
            lines.append(
                    math(
                            "<mspace width=\"0.8em\"/><mrow><mo>(</mo>"
                                    + found
                                    + "<mo>)</mo></mrow>"));
        }
        if (inNumbers) {
            rule.rest().forEach(term -> lines.append(math(relation("=") + MathMl.text(term))));
        }
        return lines.toString();
    }

    /// A part of a formula that stands in one line; the next may begin another.
    private static String math(String mathMl) {
        return "<math displaystyle=\"true\"><mrow>" + mathMl + "</mrow></math>";
    }

    /// A local derivative, found: in symbols, and in numbers where these are shown.
    private static String local(LocalRule local, boolean inNumbers) {
        var found = new StringBuilder(MathMl.text(local.asked()));
        for (Notation each : local.found()) {
            if (inNumbers || !(each instanceof Notation.Coloured)) {
                found.append(relation("=")).append(MathMl.text(each));
            }
        }
        if (!local.words().isEmpty()) {
            found.append("<mspace width=\"0.6em\"/><mstyle mathsize=\"70%\">")
                    .append(MathMl.text(new Notation.Words(local.remark())))
                    .append("</mstyle>");
        }
        return found.toString();
    }

    /// With room on both sides, which browsers do not all give.
    private static String relation(String sign) {
        String room = "<mspace width=\"0.28em\"/>";
        return room + "<mo lspace=\"0\" rspace=\"0\">" + sign + "</mo>" + room;
    }

    private static String cell(Frame frame, @Nullable Value value) {
        return value == null ? "–" : SvgSurface.escape(frame.text(value));
    }

    // what there is

    /// A part after the last step.
    private String end(String id) {
        return end.getOrDefault(id, "");
    }

    private String graph() {
        Rect bounds = excerpt.bounds();
        var out = new StringBuilder();
        String width = SvgSurface.number(Math.ceil(bounds.width()));
        out.append("<svg viewBox=\"")
                .append(SvgSurface.number(bounds.x()))
                .append(' ')
                .append(SvgSurface.number(bounds.y()))
                .append(' ')
                .append(width)
                .append(' ')
                .append(SvgSurface.number(Math.ceil(bounds.height())))
                .append("\" style=\"width:100%;height:auto;max-width:")
                .append(width)
                .append("px;min-width:")
                .append(SvgSurface.number(Math.ceil(SMALLEST * bounds.width())))
                .append("px\" role=\"img\" aria-labelledby=\"graph-title\"")
                .append(" aria-describedby=\"graph-description\">\n<title id=\"graph-title\">")
                .append(SvgSurface.escape("Computational graph of " + picture.study().title()))
                .append("</title>\n<desc id=\"graph-description\">")
                .append(SvgSurface.escape(description()))
                .append("</desc>\n");
        if (excerpt.whole()) {
            var inLight = new Painter(picture.cards(), picture.placement(), light).groups();
            var inDark = new Painter(picture.cards(), picture.placement(), dark).groups();
            out.append(ink.svg(fonts, inLight, inDark));
        }
        for (Link link : excerpt.links()) {
            graphPart(link.id(), "edge", out);
        }
        for (Card card : excerpt.cards()) {
            graphPart(card.id(), "node", out);
        }
        graphPart("moving", "moving", out);
        return out.append("</svg>").toString();
    }

    private void graphPart(String id, String kind, StringBuilder out) {
        out.append("<g id=\"%s\" class=\"%s\">".formatted(id, kind))
                .append(end(id))
                .append("</g>\n");
    }

    private String description() {
        return picture.graph(order, picture.story().frame(moments.to()), 1).description();
    }

    private String rows() {
        var formulas = new Formulas(picture.study().graph(), order.detail().digits());
        var out = new StringBuilder();
        for (Node node : nodes) {
            String operation =
                    node.op() == null
                            ? node.kind().name().toLowerCase(Locale.ROOT)
                            : Unicode.text(formulas.definition(node));
            out.append(
                    "<tr id=\"row%d\"><td>%s</td><td>%s</td>"
                            .formatted(
                                    node.index(),
                                    SvgSurface.escape(
                                            WengertList.name(picture.study().graph(), node)),
                                    SvgSurface.escape(operation)));
            if (showsValues) {
                cell("value", "v" + node.index(), out);
            }
            if (showsDerivatives) {
                cell("sweep", "a" + node.index(), out);
            }
            out.append("</tr>\n");
        }
        return out.toString();
    }

    private void cell(String kind, String id, StringBuilder out) {
        out.append("<td class=\"%s\" id=\"%s\">%s</td>".formatted(kind, id, end(id)));
    }

    private String columns() {
        var columns = new ArrayList<>(List.of("name", "operation"));
        if (showsValues) {
            columns.add("value");
        }
        if (showsDerivatives) {
            columns.add(order.mode() instanceof Mode.Forward ? "tangent" : "adjoint");
        }
        return columns.stream()
                .map(column -> "<th scope=\"col\">" + column + "</th>")
                .collect(joining());
    }

    private String legend() {
        if (!order.shows(Order.Part.LEGEND)) {
            return "";
        }
        double room = Math.clamp(excerpt.bounds().width(), LEGEND, WIDEST_LEGEND);
        return legend("wide", room) + legend("narrow", NARROW_LEGEND);
    }

    private String legend(String kind, double room) {
        var inLight = new Legend(picture.cards(), light, room);
        var inDark = new Legend(picture.cards(), dark, room);
        String width = SvgSurface.number(Math.ceil(inLight.width()));
        String height = SvgSurface.number(Math.ceil(inLight.height()));
        String words = SvgSurface.escape(String.join("; ", inLight.words()));
        return "<svg class=\"legend %3$s\" viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\" role=\"img\" aria-label=\"Legend: %4$s\">"
                        .formatted(width, height, kind, words)
                + ink.svg(fonts, inLight.marks(0, 0), inDark.marks(0, 0))
                + "</svg>\n";
    }

    private String speeds() {
        var speeds = new TreeSet<>(List.of(0.5, 1.0, 2.0, 4.0, order.speed()));
        return speeds.stream()
                .map(speed ->
                        "<option value=\"%1$s\"%2$s>%1$s a second</option>"
                                .formatted(
                                        SvgSurface.number(speed),
                                        speed == order.speed() ? " selected" : ""))
                .collect(joining());
    }

    /// On paper the page is light, whatever it is on the screen.
    private String colours() {
        return ":root{"
                + named(light)
                + ink.light()
                + "}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){"
                + named(dark)
                + ink.dark()
                + "color-scheme:dark}}\n@media screen{:root[data-theme=dark]{"
                + named(dark)
                + ink.dark()
                + "color-scheme:dark}}";
    }

    private String named(Theme theme) {
        boolean forward = order.mode() instanceof Mode.Forward;
        var named = new LinkedHashMap<String, String>();
        named.put("background", theme.background().hex());
        named.put("card", theme.card().hex());
        named.put("border", theme.border().hex());
        named.put("text", theme.text().hex());
        named.put("muted", theme.muted().hex());
        named.put("value", theme.value().hex());
        named.put("adjoint", theme.adjoint().hex());
        named.put("tangent", theme.tangent().hex());
        named.put("sweep", (forward ? theme.tangent() : theme.adjoint()).hex());
        named.put("tint", theme.atWork().withOpacity(0.12).over(theme.background()).hex());
        named.put("work", theme.atWork().hex());
        return named.entrySet().stream()
                .map(e -> "--" + e.getKey() + ":" + e.getValue() + ";")
                .collect(joining());
    }
}
