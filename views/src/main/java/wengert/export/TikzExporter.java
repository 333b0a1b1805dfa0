package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.NodeCard;
import wengert.drawing.Drawing;
import wengert.drawing.Theme;
import wengert.notation.Latex;
import wengert.notation.Notation;
import wengert.notation.Notation.Role;
import wengert.notation.Unicode;
import wengert.story.ChainRule;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.trace.Graph;
import wengert.trace.Node;

/// A picture for LaTeX, in TikZ. It is a document that compiles by itself, and its `tikzpicture` can be pasted into
/// another. Formulas are mathematics, set by LaTeX in the fonts of the document.
public final class TikzExporter implements Exporter {

    /// A unit of a drawing in big points, as in PDF files; TeX's lengths end at 16,383 points.
    private static final double POINTS = 0.75;

    private static final double LONGEST = 15_000;

    private static final String ELSEWHERE = "pdf pictures can have them";

    @Override
    public String extension() {
        return "tex";
    }

    @Override
    public String title() {
        return "LaTeX picture (TikZ)";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.complementOf(EnumSet.of(Choice.RANGE, Choice.SPEED, Choice.LETTERS));
    }

    @Override
    public List<String> remarks(Picture picture, Order order) {
        var remarks =
                new ArrayList<>(
                        UsedSigns.remarks(Tex.unknown(body(picture, order).text()), ELSEWHERE));
        if (scale(picture.drawing(order), order) < wanted(picture.drawing(order), order)) {
            remarks.add("TeX knows no larger lengths, so it is smaller than was asked for");
        }
        return List.copyOf(remarks);
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        Body body = body(picture, order);
        String document = document(picture.study().title(), body.colours(), body.text());
        out.write(document.getBytes(StandardCharsets.UTF_8));
    }

    private static double wanted(Drawing drawing, Order order) {
        return Pixels.ofLines(drawing, order.size()).factor();
    }

    /// How many times as large as the drawing the picture can be.
    private static double scale(Drawing drawing, Order order) {
        double longest = Math.max(drawing.width(), drawing.height());
        return Math.min(wanted(drawing, order), LONGEST / longest / POINTS);
    }

    /// A `tikzpicture`.
    ///
    /// @param colours what it takes its colours from
    private record Body(String text, String colours) {}

    private static Body body(Picture picture, Order order) {
        Drawing drawing = picture.drawing(order);
        Frame frame = picture.story().frame(order.moments().to());
        double scale = scale(drawing, order);
        Map<String, String> formulas = formulas(picture, frame);
        Graph.Edge edge = frame.edgeAtWork();
        var surface =
                new TikzSurface(
                        part ->
                                edge != null && part.id().equals(label(edge))
                                        ? local(edge, frame, part.title())
                                        : formulas.get(part.id()),
                        scale,
                        drawing.width());
        ChainRule rule = ChainRule.of(frame);
        if (rule != null) {
            formulas.put("formula", formula(rule, surface, order.theme()));
        }
        drawing.on(surface);
        String text =
                "\\begin{tikzpicture}[x=%1$sbp, y=-%1$sbp, inner sep=0, outer sep=0]\n"
                                .formatted(SvgSurface.number(scale * POINTS))
                        + "\\useasboundingbox (0,0) rectangle (%s,%s);\n"
                                .formatted(
                                        Tex.number(drawing.width()), Tex.number(drawing.height()))
                        + TikzSurface.FITTING
                        + surface.content()
                        + "\\end{tikzpicture}";
        return new Body(text, surface.colours());
    }

    private static String document(String title, String colours, String body) {
        return """
        %% %s
        %% In a document of your own, use these packages, the colours and the tikzpicture.
        \\documentclass{article}
        \\usepackage[utf8]{inputenc}
        \\usepackage{amsmath,amssymb,fix-cm,textcomp,tikz}
        %s%s\\newsavebox\\picturebox
        \\begin{document}
        \\sbox\\picturebox{%%
        %s}%%
        %% a page as large as the picture
        \\ifdefined\\pagewidth\\let\\pdfpagewidth\\pagewidth\\let\\pdfpageheight\\pageheight\\fi
        \\pdfpagewidth=\\wd\\picturebox
        \\pdfpageheight=\\dimexpr\\ht\\picturebox+\\dp\\picturebox\\relax
        \\hoffset=-1in \\voffset=-1in
        \\shipout\\box\\picturebox
        \\end{document}
        """
                .formatted(title.replace('\n', ' '), Tex.declarations(body), colours, body);
    }

    private static String label(Graph.Edge edge) {
        return "label" + edge.node().index() + "-" + edge.slot();
    }

    /// What is written on cards, by the ids of the labels.
    private static Map<String, String> formulas(Picture picture, Frame frame) {
        var formulas = frame.formulas();
        var latex = new HashMap<String, String>();
        for (Card card : picture.placement().visible().cards()) {
            if (card instanceof NodeCard single && single.node().op() != null) {
                latex.put(card.id() + "-label", definition(single.node(), frame, formulas));
            }
        }
        return latex;
    }

    private static String definition(Node node, Frame frame, Formulas formulas) {
        String label = frame.graph().label(node);
        String name = node.name();
        String start = name == null || name.equals(label) ? "" : symbol(name) + " = ";
        return start + symbol(label) + " = " + Latex.text(formulas.definition(node));
    }

    /// The local derivative of an edge, as much of it as the screen shows.
    private static String local(Graph.Edge edge, Frame frame, String shown) {
        var formulas = frame.formulas();
        String partial =
                "\\partial %s / \\partial %s"
                        .formatted(
                                symbol(frame.graph().label(edge.node())),
                                symbol(frame.graph().label(edge.argument())));
        boolean named = shown.startsWith(Unicode.text(formulas.partial(edge)));
        Notation action = formulas.action(edge);
        if (action != null) {
            return named ? partial : Latex.text(action);
        }
        var number = formulas.localValue(edge);
        var found = number == null ? formulas.local(edge) : Notation.number(frame.text(number));
        if (found == null || named && !shown.contains("=")) {
            return partial;
        }
        return named ? partial + " = " + Latex.text(found) : Latex.text(found);
    }

    private static String symbol(String name) {
        return Latex.text(Notation.symbol(name));
    }

    /// The rule of the step with its colours.
    private static String formula(ChainRule rule, TikzSurface surface, Theme theme) {
        var colours = new HashMap<Role, String>();
        colours.put(Role.VALUE, surface.name(theme.value()));
        colours.put(Role.ADJOINT, surface.name(theme.adjoint()));
        colours.put(Role.TANGENT, surface.name(theme.tangent()));
        colours.put(Role.LOCAL, surface.name(theme.text()));
        return "\\color{%s}%s".formatted(surface.name(theme.text()), rule.latexLine(colours::get));
    }
}
