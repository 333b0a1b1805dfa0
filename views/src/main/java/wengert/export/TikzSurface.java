package wengert.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Colour;
import wengert.drawing.Mark;
import wengert.drawing.Path;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.layout.Rect;
import wengert.notation.Notation;

/// Writes what is painted as TikZ. Shapes are as they are; what is written is set by LaTeX, labels as the formulas
/// that they are.
final class TikzSurface implements Surface {

    /// A pixel of the drawing in points of TeX, for the sizes of letters.
    private static final double POINTS = 0.75 * 72.27 / 72;

    private static final double FORMULA = 15;

    /// Long formulas are broken after an `=`, and fractions keep apart.
    private static final String LINES = "\\binoppenalty10000\\lineskiplimit4pt\\lineskip6pt";

    /// How much wider than on the screen a text may be: what lies between a card's sign and its label, and a little less.
    private static final double SLACK = 8;

    /// Sets what is wider than its room as wide as that.
    static final String FITTING =
            "\\def\\fitting#1#2{\\setbox0\\hbox{#2}\\ifdim\\wd0>#1\\resizebox{#1}{!}{\\box0}\\else\\box0\\fi}%\n";

    private final Function<Mark.Part, @Nullable String> formulas;
    private final double scale;
    private final double width;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> colours = new LinkedHashMap<>();
    private double dx;
    private double dy;
    private final List<double[]> places = new ArrayList<>();
    private @Nullable String formula;
    private @Nullable Rect replaced;
    private @Nullable Colour formulaColour;
    private double formulaSize;

    /// @param formulas for a label the LaTeX to set in its place; null to set it as it is
    /// @param scale how many times as large as the drawing it becomes
    /// @param width how wide the drawing is
    TikzSurface(Function<Mark.Part, @Nullable String> formulas, double scale, double width) {
        this.formulas = formulas;
        this.scale = scale;
        this.width = width;
    }

    String content() {
        return out.toString();
    }

    /// What the colours are, by the names that they are used under.
    String colours() {
        var text = new StringBuilder();
        colours.forEach((hex, name) ->
                text.append("\\definecolor{")
                        .append(name)
                        .append("}{HTML}{")
                        .append(hex.substring(1).toUpperCase(Locale.ROOT))
                        .append("}\n"));
        return text.toString();
    }

    /// The name of a colour.
    String name(Colour colour) {
        return colours.computeIfAbsent(colour.hex(), _ -> "wengert" + letters(colours.size()));
    }

    /// Names of colours hold letters best.
    private static String letters(int number) {
        return number < 26
                ? Character.toString('A' + number)
                : letters(number / 26 - 1) + letters(number % 26);
    }

    @Override
    public void push() {
        places.add(new double[] {dx, dy});
    }

    @Override
    public void pop() {
        double[] place = places.removeLast();
        dx = place[0];
        dy = place[1];
    }

    @Override
    public void translate(double x, double y) {
        dx += x;
        dy += y;
    }

    @Override
    public void scale(double factor) {
        throw new UnsupportedOperationException("a drawing is scaled as a whole");
    }

    @Override
    public void open(Mark.Part part) {
        boolean written = part.kind().equals("label") || part.kind().equals("formula");
        if (!written) {
            out.append("% ").append(part.id()).append('\n');
        }
        formula = written ? formulas.apply(part) : null;
        replaced = null;
        formulaColour = null;
        formulaSize = 0;
    }

    @Override
    public void close(Mark.Part part) {
        Rect place = replaced;
        Colour colour = formulaColour;
        String latex = formula;
        formula = null;
        replaced = null;
        if (latex != null && place != null && colour != null) {
            double y = place.centerY();
            String set = "$" + latex + "$";
            if (part.kind().equals("formula")) {
                double room = width - dx - 2 * place.x();
                String lines = "anchor=west, align=flush left, text width=" + length(room);
                node(
                        lines,
                        place.x(),
                        y,
                        FORMULA,
                        colour,
                        LINES + "$\\displaystyle " + latex + "$\\par");
            } else if (part.id().startsWith("label")) {
                double room = place.width() + SLACK;
                node("", place.centerX(), y, formulaSize, colour, fitting(room, set));
            } else {
                double room = place.width() + SLACK;
                node("anchor=east", place.right(), y, formulaSize, colour, fitting(room, set));
            }
        }
    }

    @Override
    public void box(Mark.Box box) {
        double radius = Math.min(box.radius(), Math.min(box.width(), box.height()) / 2);
        String corners = radius > 0 ? "rounded corners=" + length(radius) : "";
        paint(
                box.fill(),
                box.stroke(),
                corners,
                at(box.x(), box.y())
                        + " rectangle "
                        + at(box.x() + box.width(), box.y() + box.height()));
    }

    @Override
    public void line(Mark.Line line) {
        if (formula == null) {
            paint(null, line.stroke(), "", data(line.path()));
        }
    }

    @Override
    public void area(Mark.Area area) {
        if (formula == null) {
            paint(area.fill(), null, "", data(area.path()));
        } else {
            formulaColour = formulaColour == null ? area.fill() : formulaColour;
            replaced = with(replaced, bounds(area.path()));
        }
    }

    private static Rect with(@Nullable Rect place, Rect more) {
        return place == null ? more : place.with(more);
    }

    private static Rect bounds(Path path) {
        double[] sides = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        path.read(
                new Path.Reader() {
                    @Override
                    public void move(double x, double y) {
                        sides[0] = Math.min(sides[0], x);
                        sides[1] = Math.min(sides[1], y);
                        sides[2] = Math.max(sides[2], x);
                        sides[3] = Math.max(sides[3], y);
                    }

                    @Override
                    public void line(double x, double y) {
                        move(x, y);
                    }

                    @Override
                    public void cubic(
                            double x1, double y1, double x2, double y2, double x, double y) {
                        move(x, y);
                    }

                    @Override
                    public void close() {}
                });
        return new Rect(sides[0], sides[1], sides[2] - sides[0], sides[3] - sides[1]);
    }

    private void paint(
            @Nullable Colour fill, @Nullable Stroke stroke, String options, String path) {
        var all = new ArrayList<String>();
        if (fill != null && fill.opacity() > 0) {
            all.add("fill=" + name(fill));
            if (fill.opacity() < 1) {
                all.add("fill opacity=" + Tex.number(fill.opacity()));
            }
        }
        if (stroke != null && stroke.colour().opacity() > 0) {
            all.add("draw=" + name(stroke.colour()));
            all.add("line width=" + length(stroke.width()));
            if (stroke.colour().opacity() < 1) {
                all.add("draw opacity=" + Tex.number(stroke.colour().opacity()));
            }
            if (stroke.dash() > 0) {
                String dash = length(stroke.dash());
                all.add("dash pattern=on " + dash + " off " + dash);
            }
        }
        if (all.isEmpty()) {
            return;
        }
        if (!options.isEmpty()) {
            all.add(options);
        }
        out.append("\\path[").append(String.join(", ", all)).append("] ");
        out.append(path).append(";\n");
    }

    @Override
    public void text(Mark.Text text) {
        if (formula != null) {
            double top = text.y() - 0.72 * text.size();
            var rect = new Rect(text.x(), top, text.width(), 0.9 * text.size());
            replaced = with(replaced, rect);
            formulaSize = Math.max(formulaSize, text.size());
            formulaColour = text.colour();
            return;
        }
        String set = set(text);
        if (!set.isBlank()) {
            String fitting = fitting(text.width() + SLACK, set);
            node("anchor=base west", text.x(), text.y(), text.size(), text.colour(), fitting);
        }
    }

    /// Numbers and names are mathematics; signs of operations bold; all else words.
    private static String set(Mark.Text text) {
        String plain = text.text().strip();
        return switch (text.face()) {
            case MONO, MONO_BOLD ->
                    plain.chars().anyMatch(Character::isDigit) && !plain.startsWith("⚠")
                            ? Tex.math(Notation.number(plain))
                            : Tex.words(plain);
            case ITALIC -> Tex.math(Notation.symbol(plain));
            case BOLD -> {
                boolean word = plain.codePoints().anyMatch(Character::isLetter);
                yield word
                        ? "\\bfseries " + Tex.words(plain)
                        : plain.equals("•") ? "$\\bullet$" : Tex.math(Notation.symbol(plain));
            }
            case SANS, MEDIUM, SIGNS, SIGNS_BOLD -> Tex.words(plain);
        };
    }

    private String fitting(double room, String set) {
        return "\\fitting{" + length(room) + "}{" + set + "}";
    }

    private String length(double pixels) {
        return Tex.number(scale * 0.75 * pixels) + "bp";
    }

    private void node(String options, double x, double y, double size, Colour colour, String text) {
        String points = Tex.number(scale * POINTS * size);
        out.append("\\node[").append(options).append(options.isEmpty() ? "" : ", ");
        out.append("text=").append(name(colour));
        if (colour.opacity() < 1) {
            out.append(", text opacity=").append(Tex.number(colour.opacity()));
        }
        out.append(", font=\\fontsize{").append(points).append("}{").append(points);
        out.append("}\\selectfont] at ").append(at(x, y)).append(" {").append(text);
        out.append("};\n");
    }

    private String at(double x, double y) {
        return "(" + Tex.number(x + dx) + "," + Tex.number(y + dy) + ")";
    }

    private String data(Path path) {
        var data = new StringBuilder();
        path.read(
                new Path.Reader() {
                    @Override
                    public void move(double x, double y) {
                        data.append(data.isEmpty() ? "" : " ").append(at(x, y));
                    }

                    @Override
                    public void line(double x, double y) {
                        data.append(" -- ").append(at(x, y));
                    }

                    @Override
                    public void cubic(
                            double x1, double y1, double x2, double y2, double x, double y) {
                        data.append(" .. controls ").append(at(x1, y1)).append(" and ");
                        data.append(at(x2, y2)).append(" .. ").append(at(x, y));
                    }

                    @Override
                    public void close() {
                        data.append(" -- cycle");
                    }
                });
        return data.toString();
    }
}
