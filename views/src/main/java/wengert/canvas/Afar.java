package wengert.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wengert.display.LinkState;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.drawing.Colour;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Stroke;
import wengert.drawing.Theme;
import wengert.drawing.Typesetter;
import wengert.layout.Curve;
import wengert.layout.Rect;
import wengert.story.Digits;
import wengert.value.Value;

/// Cards and links as they look from afar, where there is no room for all of it.
final class Afar {

    private static final double TEXT = 9.5; // on the screen
    private static final double INSET = 4;
    private static final double LEAST_SIGN = 7.5;
    private static final double LEAST_DOT = 2;
    private static final double LEAST_LINK = 1.5;

    /// How much of the colour of a hairline covers what is below, of 256.
    private static final int STRONG = 220;

    private static final int WEAK = 150;

    /// From so many links on, a bundle is two and three lines thick.
    private static final int MANY = 3;

    private static final int VERY_MANY = 9;

    private static final double PIXELS_PER_PIECE = 10;
    private static final int MOST_PIECES = 8;

    private final Pen pen;
    private final Lens at;
    private final Painter painter;
    private final Moment moment;
    private final double scale;
    private final Map<Link, LinkState> states = new HashMap<>();

    /// One line.
    private record Strand(Link link, LinkState state, int width) {}

    Afar(Pen pen, Lens at, Painter painter, Moment moment) {
        this.pen = pen;
        this.at = at;
        this.painter = painter;
        this.moment = moment;
        scale = at.scale() / at.ratio();
    }

    /// A card of which only the sign and the number can be read.
    List<Mark> named(Card card) {
        Theme theme = painter.theme();
        Rect box = painter.placement().card(card);
        double size = TEXT / scale;
        double inset = INSET / scale;
        double room = box.width() - 2 * inset;
        var marks = new ArrayList<Mark>();
        Colour accent = painter.accent(card, moment.frame());
        Colour edge = accent == null ? theme.border() : accent;
        marks.add(outline(box, theme.card(), new Stroke(edge, (accent == null ? 1 : 1.6) / scale)));
        Value value = moment.frame().value(VisibleGraph.shownOf(card));
        boolean high = box.height() >= 2 * size + 2 * inset && !painter.single(card);
        String number = value == null || !high ? "" : number(value, size, room);
        double base = box.centerY() + 0.36 * size - (number.isEmpty() ? 0 : 0.6 * size);
        String sign = Typesetter.fit(painter.sign(card), Face.BOLD, size, room);
        double x = box.x() + inset;
        marks.add(new Mark.Text(sign, x, base, Face.BOLD, size, theme.text()));
        if (!number.isEmpty()) {
            double below = base + 1.2 * size;
            marks.add(new Mark.Text(number, x, below, Face.MONO, size, theme.value()));
        }
        return marks;
    }

    /// In as many digits as there is room for; nothing where there is not even room for the size of an array, since what is
    /// left of a number reads as another one.
    private String number(Value value, double size, double room) {
        int characters = (int) (room / Typesetter.width("0", Face.MONO, size));
        String text = moment.frame().story().digits().named(value, characters);
        String whole = text.length() > characters ? Digits.size(value) : text;
        return whole.contains("×") || text.length() <= characters ? whole : "";
    }

    private static Mark.Box outline(Rect box, Colour fill, Stroke stroke) {
        return new Mark.Box(box.x(), box.y(), box.width(), box.height(), 10, fill, stroke);
    }

    /// A card where there is only room for its shape and colour.
    Mark.Box shape(Card card) {
        Rect box = painter.placement().card(card);
        return new Mark.Box(
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                8,
                painter.spot(card, moment.frame()),
                null);
    }

    /// The same with its sign, where that can be read.
    List<Mark> signed(Card card) {
        Mark.Box shape = shape(card);
        double size = Math.min(TEXT, 0.72 * shape.height() * scale) / scale;
        String sign = painter.sign(card);
        double width = Typesetter.width(sign, Face.BOLD, size);
        if (size * scale < LEAST_SIGN || width > shape.width() - INSET / scale) {
            return List.of(shape);
        }
        Theme theme = painter.theme();
        boolean plain = painter.accent(card, moment.frame()) == null;
        double left = shape.x() + (shape.width() - width) / 2;
        double base = shape.y() + shape.height() / 2 + 0.36 * size;
        Colour ink = plain ? theme.text() : theme.card();
        return List.of(shape, new Mark.Text(sign, left, base, Face.BOLD, size, ink));
    }

    /// A card as a dot.
    void dot(Card card) {
        Rect box = painter.placement().card(card);
        double width = Math.max(LEAST_DOT * at.ratio(), box.width() * at.scale());
        double height = Math.max(LEAST_DOT * at.ratio(), box.height() * at.scale());
        double left = box.centerX() * at.scale() - width / 2 - at.left();
        double top = box.centerY() * at.scale() - height / 2 - at.top();
        pen.fill(
                (int) Math.round(left),
                (int) Math.round(top),
                (int) Math.round(left + width),
                (int) Math.round(top + height),
                Bitmap.argb(painter.spot(card, moment.frame())));
    }

    /// Links as hairlines.
    void links(List<Link> links) {
        var strands = new ArrayList<Strand>();
        links.forEach(link -> strands.add(new Strand(link, state(link), 1)));
        trace(strands, STRONG);
    }

    /// The same, in bundles. Those that are too short to be seen are left out.
    void links(List<Link> links, Bundles bundles) {
        var strands = new ArrayList<Strand>();
        for (Link link : links) {
            Curve curve = painter.placement().link(link);
            if (curve.start().to(curve.end()) * at.scale() >= LEAST_LINK * at.ratio()) {
                Strand strand = strand(link, bundles.with(link));
                if (strand.link() == link) {
                    strands.add(strand);
                }
            }
        }
        trace(strands, WEAK);
    }

    /// The line that stands for a link and all in its bundle that have come as far: the first of them.
    private Strand strand(Link link, List<Link> bundle) {
        LinkState state = state(link);
        Link first = link;
        int count = 0;
        for (Link other : bundle) {
            if (state(other) == state) {
                first = count == 0 ? other : first;
                count++;
            }
        }
        int width = (int) Math.round(at.ratio() * (count < MANY ? 1 : count < VERY_MANY ? 2 : 3));
        return new Strand(first, state, Math.max(1, width));
    }

    private LinkState state(Link link) {
        return states.computeIfAbsent(
                link, _ -> LinkState.of(link, moment.frame(), painter.placement().visible()));
    }

    /// Where lines of one kind lie over each other they are no darker than one. What moves lies on top.
    private void trace(List<Strand> strands, int part) {
        strands.sort(Comparator.comparing(Strand::state));
        var stencil = new Pen.Stencil(pen);
        for (Strand strand : strands) {
            int argb = Bitmap.argb(painter.colour(strand.link(), strand.state()));
            Curve curve = painter.placement().link(strand.link());
            trace(curve, strand.width(), argb, part, stencil, strand.state().ordinal() + 1);
        }
    }

    private void trace(Curve curve, int width, int argb, int part, Pen.Stencil stencil, int kind) {
        for (int k = 0; k < curve.pieces(); k++) {
            double[] p = curve.piece(k);
            for (int i = 0; i < p.length; i++) {
                p[i] = p[i] * at.scale() - (i % 2 == 0 ? at.left() : at.top());
            }
            double length = Math.abs(p[6] - p[0]) + Math.abs(p[7] - p[1]);
            int count = (int) Math.clamp(length / PIXELS_PER_PIECE, 1, MOST_PIECES);
            double x = p[0];
            double y = p[1];
            for (int i = 1; i <= count; i++) {
                double t = i / (double) count;
                double s = 1 - t;
                double a = s * s * s;
                double b = 3 * s * s * t;
                double c = 3 * s * t * t;
                double d = t * t * t;
                double nextX = a * p[0] + b * p[2] + c * p[4] + d * p[6];
                double nextY = a * p[1] + b * p[3] + c * p[5] + d * p[7];
                boolean steep = Math.abs(nextY - y) > Math.abs(nextX - x);
                for (int beside = 0; beside < width; beside++) {
                    double off = beside - (width - 1) / 2.0;
                    double dx = steep ? off : 0;
                    double dy = steep ? 0 : off;
                    pen.line(x + dx, y + dy, nextX + dx, nextY + dy, argb, part, stencil, kind);
                }
                x = nextX;
                y = nextY;
            }
        }
    }
}
