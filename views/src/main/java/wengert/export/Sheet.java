package wengert.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Contents;
import wengert.drawing.Drawing;
import wengert.drawing.Face;
import wengert.drawing.Formula;
import wengert.drawing.Legend;
import wengert.drawing.Mark;
import wengert.drawing.Theme;
import wengert.drawing.Typesetter;
import wengert.layout.Rect;
import wengert.notation.Notation;
import wengert.story.ChainRule;
import wengert.story.Frame;

/// Puts the graph and what goes with it on one page: below the graph the formula of the step, what the colours mean,
/// and the caption. It has the same size at all moments of its order, so that films and slides do not jump.
final class Sheet {

    private static final double MARGIN = 28;
    private static final double GAP = 14;
    private static final double FORMULA = 19;
    private static final double LEADING = 10;
    private static final double CAPTION = 13;
    private static final double CAPTION_LINE = 19;

    /// Formulas may make a small graph's page this wide before they are broken.
    private static final double ROOM = 620;

    /// The end of a sentence, in brackets or quotation marks or not.
    private static final Pattern END = Pattern.compile("[.!?…:;。！？][)\\]\"'”’»“]*$");

    private final Picture picture;
    private final Order order;
    private final Theme theme;
    private final Rect bounds;
    private final double width;
    private final Room room;
    private final List<String> caption;
    private final @Nullable Legend legend;

    Sheet(Picture picture, Order order) {
        this.picture = picture;
        this.order = order;
        theme = order.theme();
        Order.Moments moments = order.moments().within(picture.story().length());
        bounds = picture.excerpt(order.extent()).bounds();
        Room left = picture.room();
        room = left == null ? room(moments) : left;
        double widest = Math.max(bounds.width(), room.width());
        legend =
                order.shows(Order.Part.LEGEND)
                        ? new Legend(contents(moments), theme, widest - 2 * MARGIN)
                        : null;
        width = legend == null ? widest : Math.max(widest, legend.width() + 2 * MARGIN);
        caption = wrapped(order.caption().strip(), width - 2 * MARGIN);
    }

    /// What there is to explain. In one of many pictures, which are all of one size, that is what is in any of them.
    private Contents contents(Order.Moments moments) {
        Picture.Excerpt excerpt = picture.excerpt(order.extent());
        boolean still = picture.room() == null && moments.from() == moments.to();
        return new Contents(
                picture.cards(),
                excerpt.cards(),
                excerpt.links(),
                still ? picture.story().frame(moments.to()) : null);
    }

    /// What the formulas of some moments take.
    record Room(double width, double height) {}

    private Room room(Order.Moments moments) {
        double widest = 0;
        double tallest = 0;
        if (order.shows(Order.Part.FORMULA)) {
            for (int k = moments.from(); k <= moments.to(); k++) {
                List<Line> lines = lines(picture.story().frame(k));
                for (Line line : lines) {
                    widest = Math.max(widest, FORMULA * line.width() + 2 * MARGIN);
                }
                tallest = Math.max(tallest, height(lines));
            }
        }
        return new Room(widest, tallest);
    }

    Room room() {
        return room;
    }

    double width() {
        return width;
    }

    double height() {
        return bounds.height()
                + block(room.height())
                + block(legend == null ? 0 : legend.height())
                + block(caption.size() * CAPTION_LINE);
    }

    private static double block(double height) {
        return height > 0 ? height + GAP : 0;
    }

    /// @param phase how far what the step moves has come, from 0 to 1
    Drawing drawing(Frame frame, double phase) {
        var graph = picture.graph(order, frame, phase);
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Moved((width - bounds.width()) / 2, 0, List.of(graph.mark())));
        double y = bounds.height();
        String said = graph.description();
        if (room.height() > 0) {
            ChainRule rule = ChainRule.of(frame);
            if (rule != null) {
                String text = rule.text();
                said += " " + text + ".";
                marks.add(new Mark.Part("formula", "formula", text, formula(frame, y)));
            }
            y += block(room.height());
        }
        if (legend != null) {
            marks.add(new Mark.Part("legend", "legend", "", legend.marks(MARGIN, y)));
            y += block(legend.height());
        }
        if (!caption.isEmpty()) {
            var lines = new ArrayList<Mark>();
            for (int i = 0; i < caption.size(); i++) {
                double base = y + CAPTION_LINE * i + CAPTION;
                lines.add(
                        new Mark.Text(
                                caption.get(i), MARGIN, base, Face.SANS, CAPTION, theme.text()));
            }
            marks.add(new Mark.Part("caption", "caption", "", lines));
        }
        return new Drawing(
                width,
                height(),
                picture.study().title(),
                order.caption().isBlank() ? said : sentence(order.caption().strip()) + " " + said,
                order.ground() == Order.Ground.TRANSPARENT ? null : theme.background(),
                marks);
    }

    /// A text that others can follow.
    private static String sentence(String text) {
        return END.matcher(text).find() ? text : text + ".";
    }

    private record Line(List<Formula> pieces) {

        double width() {
            return pieces.stream().mapToDouble(Formula::width).sum();
        }

        double ascent() {
            return pieces.stream().mapToDouble(Formula::ascent).max().orElse(0);
        }

        double height() {
            return ascent() + pieces.stream().mapToDouble(Formula::descent).max().orElse(0);
        }
    }

    private static double height(List<Line> lines) {
        return lines.isEmpty()
                ? 0
                : lines.stream().mapToDouble(line -> FORMULA * line.height() + LEADING).sum();
    }

    private List<Mark> formula(Frame frame, double top) {
        var marks = new ArrayList<Mark>();
        double y = top;
        for (Line line : lines(frame)) {
            double x = MARGIN;
            double base = y + FORMULA * line.ascent();
            for (Formula piece : line.pieces()) {
                marks.addAll(piece.marks(x, base, FORMULA, theme));
                x += FORMULA * piece.width();
            }
            y += FORMULA * line.height() + LEADING;
        }
        return marks;
    }

    /// The rule in as many lines as it takes; a line is broken before a term, with its sign.
    private List<Line> lines(Frame frame) {
        ChainRule rule = ChainRule.of(frame);
        if (rule == null) {
            return List.of();
        }
        double room = (Math.max(bounds.width(), ROOM) - 2 * MARGIN) / FORMULA;
        var lines = new ArrayList<Line>();
        var line = new ArrayList<Formula>();
        double used = 0;
        for (List<Formula> together : together(rule)) {
            double width = together.stream().mapToDouble(Formula::width).sum();
            if (!line.isEmpty() && used + width > room) {
                lines.add(new Line(List.copyOf(line)));
                line.clear();
                used = 0;
            }
            line.addAll(together);
            used += width;
        }
        lines.add(new Line(List.copyOf(line)));
        return lines;
    }

    /// The pieces of a rule, those together that no line may be broken between.
    private static List<List<Formula>> together(ChainRule rule) {
        var all = new ArrayList<List<Formula>>();
        for (ChainRule.Piece piece : rule.pieces()) {
            if (all.isEmpty() || piece.mayBreak()) {
                all.add(new ArrayList<>());
            }
            Notation notation = piece.notation();
            all.getLast()
                    .add(
                            notation == null
                                    ? Formula.of(piece.before())
                                    : Formula.of(piece.before(), notation));
        }
        return all;
    }

    private static List<String> wrapped(String text, double room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.isEmpty() ? new String[0] : text.split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Typesetter.width(longer, Face.SANS, CAPTION) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
