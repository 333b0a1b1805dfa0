package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.display.Fields;
import wengert.display.VisibleGraph.GroupCard;
import wengert.layout.Rect;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.trace.Node;
import wengert.value.Value;

/// What crosses the border of a folded group, row by row: what goes in, what comes out, and what comes back for each.
final class Crossings {

    static final double ROW = 22;

    private static final int MOST_IN = 3;
    private static final int MOST_OUT = 2;
    private static final int MOST_FIELDS = 10;
    private static final double GAP = 9;
    private static final double WIDEST_NAME = 62;
    private static final double WIDEST_FIELD = 110;
    private static final double WIDEST_NUMBER = 96;
    private static final double IN_BAR = 6;
    private static final double WAITING = 44; // "not yet"
    private static final double MARK = 13;

    private record Row(Node node, String name, boolean in) {}

    private final Detail detail;
    private final Frame end;
    private final boolean structure;
    private final List<Row> rows = new ArrayList<>();
    private final int more;
    private double names;
    private double values;
    private double brought;

    Crossings(Detail detail, Frame end, GroupCard card) {
        this.detail = detail;
        this.end = end;
        structure = card.isStructure();
        if (structure) {
            card.nodes().stream().limit(MOST_FIELDS).forEach(node -> rows.add(field(node)));
            more = card.nodes().size() - rows.size();
        } else {
            card.inputs().stream().limit(MOST_IN).forEach(node -> rows.add(row(node, true)));
            card.outputs().stream().limit(MOST_OUT).forEach(node -> rows.add(row(node, false)));
            more = card.inputs().size() + card.outputs().size() - rows.size();
        }
        for (Row row : rows) {
            names = Math.max(names, width(row.name(), Face.SANS, Cards.LABEL));
            values = detail.values() ? Math.max(values, number(row.node().plain())) : 0;
            brought = Math.max(brought, widestBrought(row.node()));
        }
    }

    private Row row(Node node, boolean in) {
        String name = node.name() == null ? end.graph().label(node) : node.name();
        return new Row(node, Typesetter.fit(name, Face.SANS, Cards.LABEL, WIDEST_NAME), in);
    }

    /// A part of a structure, whose last letters say most.
    private static Row field(Node node) {
        String path = Fields.path(node);
        String name = Typesetter.fit(path, Face.SANS, Cards.LABEL, WIDEST_FIELD);
        return new Row(node, name, false);
    }

    private double widestBrought(Node node) {
        Value adjoint = end.adjoint(node);
        Value tangent = end.tangent(node);
        if (!detail.adjoints() || (adjoint == null && tangent == null)) {
            return 0;
        }
        double number =
                Math.max(
                        adjoint == null ? 0 : number(adjoint),
                        tangent == null ? 0 : number(tangent));
        return Math.max(WAITING, number) + 2 * IN_BAR;
    }

    private static double width(String text, Face face, double size) {
        return Typesetter.width(text, face, size);
    }

    private double number(Value value) {
        return width(text(value), Face.MONO, Cards.NUMBER);
    }

    private String text(Value value) {
        double room = Math.max(WIDEST_NUMBER, detail.digits().equals(Digits.ALL) ? 150 : 0);
        int characters = (int) (room / width("0", Face.MONO, Cards.NUMBER));
        String named = detail.digits().named(value, characters);
        String text =
                named.length() <= characters ? named : detail.digits().within(value, characters);
        String marked = Written.isWrong(text) ? "⚠ " + text : text;
        return Typesetter.fit(marked, Face.MONO, Cards.NUMBER, room);
    }

    /// The nodes that have a row.
    List<Node> nodes() {
        return rows.stream().map(Row::node).toList();
    }

    double width() {
        return mark() + names + (values > 0 ? GAP + values : 0) + (brought > 0 ? GAP + brought : 0);
    }

    private double mark() {
        return structure ? 0 : MARK;
    }

    double height() {
        return rows.size() * ROW + (more > 0 ? 16 : 0);
    }

    /// @param room the part of the card that is below its head, without its padding
    void paint(Theme theme, Frame frame, Rect room, List<Mark> marks) {
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            double top = room.y() + k * ROW;
            double base = top + Exhibit.BASE + 0.5;
            if (!structure) {
                direction(theme, row.in(), room.x(), top + ROW / 2, marks);
            }
            double x = room.x() + mark();
            marks.add(new Mark.Text(row.name(), x, base, Face.SANS, Cards.LABEL, theme.muted()));
            x += names + GAP;
            Value value = frame.value(row.node());
            if (values > 0 && value != null) {
                number(value, x, base, theme, theme.value(), marks);
            } else if (values > 0) {
                Colour grey = theme.border().withOpacity(0.6);
                marks.add(new Mark.Box(x, base - 9, 32, 8, 4, grey, null));
            }
            if (brought > 0) {
                Rect bar = new Rect(room.right() - brought, top + 1, brought, ROW - 2);
                bar(theme, frame, row.node(), bar, base, marks);
            }
        }
        if (more > 0) {
            double base = room.y() + rows.size() * ROW + 12;
            String text = "and " + more + " more";
            marks.add(Exhibit.small(text, room.x() + mark(), base, theme.muted()));
        }
    }

    /// An arrow head that points into the card, or out of it.
    private static void direction(Theme theme, boolean in, double x, double y, List<Mark> marks) {
        marks.add(LinkPainter.line(x, y, x + 6, y, new Stroke(theme.muted(), 1.2)));
        if (in) {
            marks.add(LinkPainter.line(x + 8, y - 4, x + 8, y + 4, new Stroke(theme.muted(), 1.2)));
            marks.add(LinkPainter.arrow(x + 7.5, y, 1, 0, 5, theme.muted()));
        } else {
            marks.add(LinkPainter.line(x, y - 4, x, y + 4, new Stroke(theme.muted(), 1.2)));
            marks.add(LinkPainter.arrow(x + 9, y, 1, 0, 5, theme.muted()));
        }
    }

    private void bar(Theme theme, Frame frame, Node node, Rect at, double base, List<Mark> marks) {
        boolean forward = end.tangent(node) != null;
        if (!forward && end.arrival(node) == Frame.Arrival.NONE) {
            return;
        }
        Value value = forward ? frame.tangent(node) : frame.adjoint(node);
        Ink ink = forward ? Ink.tangent(theme) : Ink.adjoint(theme);
        if (value == null) {
            Stroke dashed = new Stroke(ink.colour().withOpacity(0.45), 1, 3);
            marks.add(box(at, null, dashed));
            marks.add(Exhibit.small("not yet", at.x() + IN_BAR, base - 1, theme.muted()));
            return;
        }
        if (theme.monochrome()) {
            CardPainter.frame(at, forward ? 2 : 1, ink.colour(), marks);
        } else {
            marks.add(box(at, ink.tint(), null));
        }
        number(value, at.x() + IN_BAR, base, theme, ink.colour(), marks);
    }

    private static Mark.Box box(Rect at, @Nullable Colour fill, @Nullable Stroke stroke) {
        return new Mark.Box(at.x(), at.y(), at.width(), at.height(), 4, fill, stroke);
    }

    private void number(
            Value value, double x, double base, Theme theme, Colour colour, List<Mark> marks) {
        String text = text(value);
        Colour shown = Written.isWrong(text) ? theme.error() : colour;
        marks.add(new Mark.Text(text, x, base, Face.MONO, Cards.NUMBER, shown));
    }
}
