package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.layout.Rect;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.trace.Node;
import wengert.value.Value;

/// Paints one card.
final class CardPainter {

    private static final double RADIUS = 10;
    private static final double BAR_HEIGHT = 24;
    private static final double BAR_INSET = 8;

    private final Cards cards;
    private final Theme theme;

    CardPainter(Cards cards, Theme theme) {
        this.cards = cards;
        this.theme = theme;
    }

    Mark.Part paint(Card card, Rect box, Frame frame, double phase) {
        return new Setting(card, box, frame, phase).paint();
    }

    /// One card at one moment.
    private final class Setting {
        private final Card card;
        private final Rect box;
        private final Frame frame;
        private final Frame arrived;
        private final Node node;
        private final boolean atWork;
        private final boolean receives;
        private final boolean quiet;
        private final List<Mark> marks = new ArrayList<>();

        Setting(Card card, Rect box, Frame frame, double phase) {
            this.card = card;
            this.box = box;
            this.frame = frame;
            this.node = VisibleGraph.shownOf(card);
            boolean underWay = phase < 1 && frame.position() > 0;
            arrived = underWay ? frame.before() : frame;
            atWork = cards.visible().works(card, frame);
            receives = frame.edgeAtWork() != null && cards.visible().receives(card, frame);
            quiet = node.kind() == Node.Kind.CONSTANT || !frame.graph().useful(node);
        }

        Mark.Part paint() {
            face();
            head();
            if (cards.showsValue(card)) {
                value();
            }
            if (cards.hasBar(card)) {
                bar();
            }
            if (cards.showsResult(card)) {
                result();
            }
            return new Mark.Part(card.id(), kind(), Description.card(cards, card, frame), marks);
        }

        private String kind() {
            String what =
                    switch (card) {
                        case GroupCard _ -> "folded";
                        case NodeCard _ ->
                                switch (node.kind()) {
                                    case INPUT -> "input";
                                    case CONSTANT -> "constant";
                                    case OPERATION -> "operation";
                                };
                    };
            return "node " + what + (atWork ? " at-work" : "") + (receives ? " receives" : "");
        }

        private void face() {
            if (card instanceof GroupCard) {
                outline(
                        box.moved(Cards.BEHIND, Cards.BEHIND),
                        theme.card(),
                        new Stroke(theme.border(), 1));
                outline(
                        box.moved(Cards.BEHIND / 2, Cards.BEHIND / 2),
                        theme.card(),
                        new Stroke(theme.border(), 1));
            } else {
                outline(box.moved(0, 2).grown(1.5), RADIUS + 1.5, theme.shadow(), null);
                outline(box.moved(0, 1), RADIUS, theme.shadow(), null);
            }
            if (atWork) {
                outline(
                        box.grown(4),
                        RADIUS + 4,
                        null,
                        new Stroke(theme.atWork().withOpacity(theme.monochrome() ? 1 : 0.6), 3));
            }
            Colour border = atWork ? theme.atWork() : receives ? theme.adjoint() : theme.border();
            double width = atWork || receives ? 2 : 1.2;
            boolean dashed = !frame.graph().useful(node);
            outline(box, theme.card(), new Stroke(border, width, dashed ? 4 : 0));
        }

        private void outline(Rect at, @Nullable Colour fill, @Nullable Stroke stroke) {
            outline(at, RADIUS, fill, stroke);
        }

        private void outline(
                Rect at, double radius, @Nullable Colour fill, @Nullable Stroke stroke) {
            marks.add(new Mark.Box(at.x(), at.y(), at.width(), at.height(), radius, fill, stroke));
        }

        private void head() {
            Cards.Words words = cards.words(card);
            double left = box.x() + Cards.PADDING;
            double room = box.width() - 2 * Cards.PADDING;
            double base = words.single() ? box.y() + box.height() / 2 + 5 : box.y() + 27;
            double size = words.signSize();
            String sign = Typesetter.fit(words.sign(), words.face(), size, room);
            Colour colour = words.single() ? theme.value() : quiet ? theme.muted() : theme.text();
            boolean shown = !words.single() || arrived.known(node) || atWork;
            text(sign, left, base, words.face(), size, shown ? colour : theme.faint());
            double rest = room - Typesetter.width(sign, words.face(), size) - 12;
            String label = Typesetter.fit(words.label(), Face.SANS, Cards.LABEL, rest);
            double width = Typesetter.width(label, Face.SANS, Cards.LABEL);
            if (width <= rest) {
                double labelBase = words.single() ? box.y() + box.height() / 2 + 4 : box.y() + 25.5;
                text(
                        label,
                        box.right() - Cards.PADDING - width,
                        labelBase,
                        Face.SANS,
                        Cards.LABEL,
                        theme.muted());
            }
        }

        private void value() {
            Value value = arrived.value(node);
            double base = box.y() + 54.5;
            if (value == null) {
                marks.add(
                        new Mark.Box(
                                box.x() + Cards.PADDING,
                                base - 9,
                                44,
                                8,
                                4,
                                theme.border().withOpacity(0.6),
                                null));
                return;
            }
            number(Digits.text(value), base, theme.value(), box.width() - 2 * Cards.PADDING);
        }

        private void number(String number, double base, Colour colour, double room) {
            boolean wrong = number.contains("NaN") || number.contains("Inf");
            String text =
                    Typesetter.fit(wrong ? "⚠ " + number : number, Face.MONO, Cards.NUMBER, room);
            text(
                    text,
                    box.x() + Cards.PADDING,
                    base,
                    Face.MONO,
                    Cards.NUMBER,
                    wrong ? theme.error() : colour);
        }

        private void bar() {
            Value tangent = arrived.tangent(node);
            Value adjoint = arrived.adjoint(node);
            Frame.Arrival arrival = arrived.arrival(node);
            boolean forward = arrival == Frame.Arrival.NONE;
            Value value = forward ? tangent : adjoint;
            Colour colour = forward ? theme.tangent() : theme.adjoint();
            Colour tint = forward ? theme.tangentTint() : theme.adjointTint();
            double top = box.bottom() - BAR_INSET - BAR_HEIGHT;
            double width = box.width() - 2 * BAR_INSET;
            double base = top + 16.5;
            if (value == null) {
                // not yet known, which is something else than 0
                Stroke dashed = new Stroke(colour.withOpacity(0.35), 1, 3);
                double inset = BAR_INSET + 0.5;
                marks.add(
                        new Mark.Box(
                                box.x() + inset,
                                top + 0.5,
                                width - 1,
                                BAR_HEIGHT - 1,
                                5,
                                null,
                                dashed));
                return;
            }
            if (theme.monochrome()) {
                frame(top, width, forward ? 2 : 1, colour);
            } else {
                marks.add(new Mark.Box(box.x() + BAR_INSET, top, width, BAR_HEIGHT, 5, tint, null));
            }
            double room = box.width() - 2 * Cards.PADDING;
            if (arrival == Frame.Arrival.PARTIAL) {
                String more = arrived.shares(node) + " of " + arrived.allShares(node);
                double needs = Typesetter.width(more, Face.SANS, 10.5);
                double number = Typesetter.width(Digits.text(value), Face.MONO, Cards.NUMBER);
                if (number + needs + 12 > room) {
                    more = "+";
                    needs = Typesetter.width(more, Face.SANS, 10.5);
                }
                text(
                        more,
                        box.right() - Cards.PADDING - needs,
                        base - 0.5,
                        Face.SANS,
                        10.5,
                        colour.withOpacity(0.8));
                room -= needs + 6;
            }
            number(Digits.text(value), base, colour, room);
        }

        /// What a tint says in colours, said by lines: a frame, and bars before it.
        private void frame(double top, double width, int bars, Colour colour) {
            double x = box.x() + BAR_INSET;
            marks.add(
                    new Mark.Box(
                            x + 0.5,
                            top + 0.5,
                            width - 1,
                            BAR_HEIGHT - 1,
                            2,
                            null,
                            new Stroke(colour, 1)));
            for (int k = 0; k < bars; k++) {
                marks.add(new Mark.Box(x + 3.5 * k, top, 2.2, BAR_HEIGHT, 0, colour, null));
            }
        }

        private void result() {
            double y = box.centerY();
            double from = box.right() + (atWork ? 7 : 1);
            double to = box.right() + Cards.ARROW;
            Colour colour = frame.known(node) ? theme.muted() : theme.faint();
            marks.add(LinkPainter.line(from, y, to - 4, y, new Stroke(colour, 1.6)));
            marks.add(LinkPainter.arrow(to, y, 1, 0, 8, colour));
            text(
                    cards.result(),
                    to + 9,
                    y + 5.5,
                    Face.ITALIC,
                    Cards.RESULT,
                    frame.known(node) ? theme.text() : theme.muted());
        }

        private void text(String text, double x, double y, Face face, double size, Colour colour) {
            if (!text.isEmpty()) {
                marks.add(new Mark.Text(text, x, y, face, size, colour));
            }
        }
    }
}
