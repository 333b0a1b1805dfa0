package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.Link;
import wengert.layout.Rect;
import wengert.story.Digits;
import wengert.trace.Node;
import wengert.value.Float64;

/// What the shapes, signs and colours of a picture mean: of those that occur in it, each with a small example.
public final class Legend {

    private static final double SAMPLE = 36;
    private static final double ROW = 26;
    private static final double COLUMN_GAP = 26;
    private static final double TO_WORDS = 9;
    private static final double WORDS = 12;

    /// @param sample paints the example into a box
    private record Entry(String words, BiConsumer<Rect, List<Mark>> sample) {

        double width() {
            return SAMPLE + TO_WORDS + Typesetter.width(words, Face.SANS, WORDS);
        }
    }

    private final Cards cards;
    private final Contents contents;
    private final Theme theme;
    private final List<Entry> entries = new ArrayList<>();
    private final int columns;
    private final double column;

    /// For all that there is at any moment.
    ///
    /// @param room how wide it should be at most; it is never narrower than its widest entry
    public Legend(Cards cards, Theme theme, double room) {
        this(Contents.of(cards), theme, room);
    }

    /// @param room how wide it should be at most; it is never narrower than its widest entry
    public Legend(Contents contents, Theme theme, double room) {
        this.contents = contents;
        this.theme = theme;
        cards = contents.all();
        kinds();
        numbers();
        links();
        signs();
        double widest = 0;
        for (Entry entry : entries) {
            widest = Math.max(widest, entry.width());
        }
        column = widest + COLUMN_GAP;
        columns = Math.clamp((int) ((room + COLUMN_GAP) / column), 1, Math.max(1, entries.size()));
    }

    public double width() {
        return columns * column - COLUMN_GAP;
    }

    public double height() {
        return rows() * ROW;
    }

    /// What its entries say, in their order.
    public List<String> words() {
        return entries.stream().map(Entry::words).toList();
    }

    private int rows() {
        return (entries.size() + columns - 1) / columns;
    }

    /// The marks, column by column.
    ///
    /// @param left the left side
    /// @param top the upper side
    public List<Mark> marks(double left, double top) {
        var marks = new ArrayList<Mark>();
        for (int k = 0; k < entries.size(); k++) {
            Entry entry = entries.get(k);
            double x = left + Math.floorDiv(k, rows()) * column;
            double y = top + k % rows() * ROW;
            entry.sample().accept(new Rect(x, y + 4, SAMPLE, ROW - 8), marks);
            marks.add(
                    new Mark.Text(
                            entry.words(),
                            x + SAMPLE + TO_WORDS,
                            y + ROW / 2 + 4.2,
                            Face.SANS,
                            WORDS,
                            theme.text()));
        }
        return marks;
    }

    // which entries there are

    private void add(String words, BiConsumer<Rect, List<Mark>> sample) {
        entries.add(new Entry(words, sample));
    }

    private void kinds() {
        if (contents.any(n -> n.kind() == Node.Kind.INPUT && !Wording.isParameter(n))) {
            add("input", (box, marks) -> card(box, marks, 1));
        }
        if (contents.any(Wording::isParameter)) {
            add("parameter", (box, marks) -> card(box, marks, 2));
        }
        if (contents.any(n -> n.kind() == Node.Kind.CONSTANT)) {
            add(
                    "constant",
                    (box, marks) ->
                            marks.addAll(
                                    new CardShape(theme, box)
                                            .face(CardShape.SQUARE, border())
                                            .marks()));
        }
        if (contents.any(n -> n.kind() == Node.Kind.OPERATION)) {
            add("operation", (box, marks) -> card(box, marks, 0));
        }
        if (contents.cards().stream().anyMatch(GroupCard.class::isInstance)) {
            add("folded", this::pile);
        }
        if (cards.detail().unused() != Detail.Unused.SHOWN
                && contents.any(n -> !cards.visible().graph().useful(n))) {
            add(
                    "the result does not depend on it",
                    (box, marks) ->
                            marks.addAll(
                                    new CardShape(theme, box)
                                            .face(6, new Stroke(theme.border(), 1.2, 4))
                                            .marks()));
        }
        if (contents.works()) {
            add("node at work", this::atWork);
        }
    }

    private void numbers() {
        boolean adjoints = contents.adjoints(_ -> true);
        boolean tangents = contents.tangents(_ -> true);
        if (contents.values()) {
            add("value", (box, marks) -> text(box, theme.value(), marks));
        }
        if (tangents) {
            add("tangent", (box, marks) -> bar(box, Ink.tangent(theme), 2, marks));
        }
        if (adjoints) {
            add("adjoint", (box, marks) -> bar(box, Ink.adjoint(theme), 1, marks));
        }
        boolean awaited = contents.awaitsAdjoints();
        if (awaited || contents.awaitsTangents()) {
            Colour colour = (awaited ? theme.adjoint() : theme.tangent()).withOpacity(0.45);
            add(
                    "not yet known",
                    (box, marks) -> marks.add(box(box, 4, null, new Stroke(colour, 1, 3))));
        }
        HeatColours maps = HeatColours.of(theme);
        Predicate<Node> large = n -> Exhibits.isLarge(n.plain());
        if (cards.detail().values() && contents.anyKnown(large)) {
            add("the least to the greatest value", (box, marks) -> map(box, maps.value(), marks));
        }
        if (contents.any(large) && contents.adjoints(large)) {
            add("adjoint below, at and above 0", (box, marks) -> map(box, maps.adjoint(), marks));
        }
        if (contents.any(large) && contents.tangents(large)) {
            add("tangent below, at and above 0", (box, marks) -> map(box, maps.tangent(), marks));
        }
    }

    private void links() {
        if (contents.uses()) {
            add(
                    "a value is used",
                    (box, marks) -> line(box, new Stroke(theme.muted(), 1.4), true, marks));
        }
        boolean passes = contents.back(_ -> true);
        if (passes) {
            double width = theme.monochrome() ? 2.6 : 2;
            add(
                    "a share comes back",
                    (box, marks) -> line(box, new Stroke(theme.adjoint(), width), false, marks));
        }
        Weights weights = cards.weights();
        if (passes && cards.detail().weighed() && weights.largest() > 0) {
            for (double part : new double[] {1, 1e-3, 1e-6}) {
                double size = part * weights.largest();
                String number = new Digits(2).element(new Float64(size));
                add(
                        part == 1e-6 ? "a share of " + number + " or less" : "a share of " + number,
                        (box, marks) ->
                                line(
                                        box,
                                        new Stroke(theme.adjoint(), weights.thickness(size)),
                                        false,
                                        marks));
            }
        }
        if (contents.back(weights::isZero)) {
            add(
                    "the share is 0",
                    (box, marks) -> {
                        line(box, new Stroke(theme.adjoint(), 2, 3), false, marks);
                        Badge.zero(
                                box.centerX(),
                                box.centerY(),
                                theme.background(),
                                theme.adjoint(),
                                marks);
                    });
        }
        if (contents.links().stream().anyMatch(this::isCut)) {
            add(
                    "the gradient is cut off",
                    (box, marks) -> {
                        line(box, new Stroke(theme.muted(), 1.4, 5), true, marks);
                        Badge.cut(
                                box.centerX(),
                                box.centerY(),
                                1,
                                0,
                                theme.background(),
                                theme.muted(),
                                marks);
                    });
        }
    }

    private boolean isCut(Link link) {
        return LinkPainter.isCut(cards.visible().graph(), link);
    }

    private void signs() {
        if (contents.anyKnown(n -> n.kink() != null)) {
            add(
                    "a kink: the gradient takes one side",
                    (box, marks) -> Badge.kink(theme, box.centerX(), box.centerY(), marks));
        }
        if (contents.birth()) {
            add(
                    "the first number that is not finite",
                    (box, marks) -> Badge.birth(theme, box.centerX(), box.centerY(), marks));
        }
    }

    // examples

    private Stroke border() {
        return new Stroke(theme.border(), 1.2);
    }

    private static Mark.Box box(
            Rect at, double radius, @Nullable Colour fill, @Nullable Stroke stroke) {
        return new Mark.Box(at.x(), at.y(), at.width(), at.height(), radius, fill, stroke);
    }

    private void card(Rect box, List<Mark> marks, int bands) {
        var shape = new CardShape(theme, box).face(6, border());
        if (bands > 0) {
            shape.narrowBand(theme.value());
        }
        if (bands > 1) {
            shape.secondBand(theme.value());
        }
        marks.addAll(shape.marks());
    }

    private void pile(Rect box, List<Mark> marks) {
        Rect smaller = new Rect(box.x(), box.y(), box.width() - 5, box.height() - 5);
        for (double away : new double[] {5, 2.5, 0}) {
            marks.add(box(smaller.moved(away, away), 6, theme.card(), border()));
        }
    }

    private void atWork(Rect box, List<Mark> marks) {
        Rect inner = box.grown(-2.5);
        Colour ring = theme.atWork().withOpacity(theme.monochrome() ? 1 : 0.6);
        marks.add(box(inner.grown(2.5), 7, null, new Stroke(ring, 2)));
        marks.add(box(inner, 5, theme.card(), new Stroke(theme.atWork(), 1.5)));
    }

    private static void text(Rect box, Colour colour, List<Mark> marks) {
        double width = Typesetter.width("2.0", Face.MONO, WORDS);
        marks.add(
                new Mark.Text(
                        "2.0",
                        box.centerX() - width / 2,
                        box.centerY() + 4.4,
                        Face.MONO,
                        WORDS,
                        colour));
    }

    private void bar(Rect box, Ink ink, int lines, List<Mark> marks) {
        if (theme.monochrome()) {
            CardPainter.frame(box, lines, ink.colour(), marks);
        } else {
            marks.add(box(box, 4, ink.tint(), null));
        }
        text(box, ink.colour(), marks);
    }

    private void map(Rect box, ColourMap map, List<Mark> marks) {
        var colours = new ArrayList<Colour>();
        for (int k = 0; k < 33; k++) {
            colours.add(map.at(k / 32.0));
        }
        Rect at = box.grown(-2);
        marks.add(new Mark.Cells(box.x(), at.y(), box.width(), at.height(), 33, colours));
        marks.add(
                new Mark.Box(
                        box.x(),
                        at.y(),
                        box.width(),
                        at.height(),
                        0,
                        null,
                        new Stroke(theme.border(), 0.8)));
    }

    private static void line(Rect box, Stroke stroke, boolean forward, List<Mark> marks) {
        double y = box.centerY();
        double arrow = Math.max(8.5, 2.2 * stroke.width());
        double from = box.x() + (forward ? 0 : arrow - 1.5);
        double to = box.right() - (forward ? arrow - 1.5 : 0);
        marks.add(LinkPainter.line(from, y, to, y, stroke));
        marks.add(
                LinkPainter.arrow(
                        forward ? box.right() : box.x(),
                        y,
                        forward ? 1 : -1,
                        0,
                        arrow,
                        stroke.colour()));
    }
}
