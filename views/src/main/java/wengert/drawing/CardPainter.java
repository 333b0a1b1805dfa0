package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.layout.Curve;
import wengert.layout.Flow;
import wengert.layout.Point;
import wengert.layout.Rect;
import wengert.ops.Op;
import wengert.story.Frame;
import wengert.sweep.NonFinite;
import wengert.trace.Node;
import wengert.value.Value;

/// Paints one card.
final class CardPainter {

    /// Where an argument comes in.
    ///
    /// @param slot which argument it is, from 0
    /// @param link the way it comes
    record Port(int slot, Curve link) {

        Point at() {
            return link.end();
        }

        Point before() {
            return link.at(Math.max(0, 1 - BEFORE_PORT / Math.max(1e-6, link.length())));
        }
    }

    private static final double SLOT = 10;

    /// Above a card, beside the heads of arrows and the ring of a node at work.
    private static final double ABOVE = 8;

    private static final double BESIDE = 10;

    /// The arrow's head is not to be hidden, nor the number.
    private static final double INTO = 2.5;

    private static final double BEFORE_PORT = 20;

    private final Cards cards;
    private final Flow flow;
    private final Theme theme;

    CardPainter(Cards cards, Flow flow, Theme theme) {
        this.cards = cards;
        this.flow = flow;
        this.theme = theme;
    }

    Mark.Part paint(Card card, Rect box, List<Port> ports, Frame frame, double phase) {
        var setting = new Setting(card, box, frame, phase);
        setting.paint(ports);
        String said = Description.card(cards, card, frame);
        return new Mark.Part(card.id(), setting.kind(), said, setting.marks);
    }

    List<Mark> marks(Card card, Rect box, List<Port> ports, Frame frame, double phase) {
        var setting = new Setting(card, box, frame, phase);
        setting.paint(ports);
        return setting.marks;
    }

    /// What a tint says in colours, said by lines: a frame, and bars before it.
    static void frame(Rect at, int lines, Colour colour, List<Mark> marks) {
        marks.add(
                new Mark.Box(
                        at.x() + 0.5,
                        at.y() + 0.5,
                        at.width() - 1,
                        at.height() - 1,
                        2,
                        null,
                        new Stroke(colour, 1)));
        for (int k = 0; k < lines; k++) {
            double thick = lines == 1 ? 2.6 : 1;
            marks.add(new Mark.Box(at.x() + 2.2 * k, at.y(), thick, at.height(), 0, colour, null));
        }
    }

    /// One card at one moment.
    private final class Setting {
        private final Card card;
        private final CardPlan plan;
        private final Rect box;
        private final Frame frame;
        private final Frame arrived;
        private final Node node;
        private final boolean atWork;
        private final boolean receives;
        private final boolean useful;
        private final List<Mark> marks = new ArrayList<>();

        Setting(Card card, Rect box, Frame frame, double phase) {
            this.card = card;
            this.box = box;
            this.frame = frame;
            plan = cards.plan(card);
            node = VisibleGraph.shownOf(card);
            boolean underWay = phase < 1 && frame.position() > 0;
            arrived = underWay ? frame.before() : frame;
            atWork = cards.visible().works(card, frame);
            receives = frame.edgeAtWork() != null && cards.visible().receives(card, frame);
            useful = frame.graph().useful(node) || cards.detail().unused() == Detail.Unused.SHOWN;
        }

        void paint(List<Port> ports) {
            shape();
            head();
            Crossings crossings = cards.crossings(card);
            if (crossings == null) {
                numbers();
                slots(ports);
            } else {
                Rect inside = box.grown(-Cards.PADDING);
                double top = box.y() + plan.valueTop();
                crossings.paint(
                        theme,
                        arrived,
                        new Rect(inside.x(), top, inside.width(), plan.value()),
                        marks);
                turns();
            }
            if (cards.showsResult(card)) {
                result();
            }
            badges();
        }

        private void turns() {
            int count =
                    card instanceof GroupCard folded ? cards.visible().turns(folded.group()) : 0;
            if (count > 1) {
                double x = box.x() + Cards.PADDING;
                String text = "%,d turns".formatted(count);
                marks.add(Exhibit.small(text, x, box.bottom() - 17, theme.muted()));
            }
        }

        private void numbers() {
            if (cards.showsValue(card)) {
                value();
            }
            int bar = 0;
            if (cards.hasTangent(card)) {
                bar(bar++, arrived.tangent(node), Ink.tangent(theme), 2);
            }
            if (cards.hasAdjoint(card)) {
                bar(bar, arrived.adjoint(node), Ink.adjoint(theme), 1);
            }
        }

        private String kind() {
            String what =
                    switch (card) {
                        case GroupCard _ -> "folded";
                        case NodeCard _ ->
                                switch (node.kind()) {
                                    case INPUT -> Wording.isParameter(node) ? "parameter" : "input";
                                    case CONSTANT -> "constant";
                                    case OPERATION -> "operation";
                                };
                    };
            return "node "
                    + what
                    + (frame.graph().useful(node) ? "" : " unused")
                    + (atWork ? " at-work" : "")
                    + (receives ? " receives" : "");
        }

        private boolean isParameter() {
            return Wording.isParameter(node);
        }

        private boolean isConstant() {
            return card instanceof NodeCard && node.kind() == Node.Kind.CONSTANT;
        }

        private void shape() {
            var shape = new CardShape(theme, box);
            double radius = isConstant() ? CardShape.SQUARE : CardShape.RADIUS;
            if (card instanceof GroupCard) {
                shape.pile();
            } else if (!isConstant() && useful) {
                shape.shadow(radius);
            }
            if (atWork) {
                shape.ring(radius);
            }
            Colour border = atWork ? theme.atWork() : receives ? theme.adjoint() : theme.border();
            double width = atWork || receives ? 2 : 1.2;
            shape.face(radius, new Stroke(border, width, useful ? 0 : 4));
            if (node.kind() == Node.Kind.INPUT) {
                Colour band = useful ? theme.value() : theme.faint();
                shape.band(band, width);
                if (isParameter()) {
                    shape.secondBand(band);
                }
            }
            marks.addAll(shape.marks());
        }

        private void head() {
            Words words = cards.words(card);
            double left = box.x() + Cards.PADDING;
            double room = box.width() - 2 * Cards.PADDING;
            boolean alone = plan.value() == 0 && plan.bars() == 0;
            double middle = box.y() + box.height() / 2;
            double base = alone ? middle + (words.single() ? 4.5 : 5.5) : box.y() + 27;
            double size = words.signSize();
            String sign = Typesetter.fit(words.sign(), words.face(), size, room);
            boolean quiet = isConstant() || !useful;
            Colour colour = words.single() ? theme.value() : quiet ? theme.muted() : theme.text();
            boolean shown = !words.single() || arrived.known(node) || atWork;
            text(sign, left, base, words.face(), size, shown ? colour : theme.muted());
            double rest = room - Typesetter.width(sign, words.face(), size) - 10;
            Mathematics.Block label = words.label();
            if (label.width() <= rest) {
                double labelBase = alone ? middle + 4 : base - 1.5;
                double x = box.right() - Cards.PADDING - label.width();
                var written = new ArrayList<Mark>();
                label.paint(x, labelBase, theme.muted(), written);
                marks.add(new Mark.Part(card.id() + "-label", "label", "", written));
            }
        }

        private void value() {
            Value value = arrived.value(node);
            double x = box.x() + Cards.PADDING;
            double top = box.y() + plan.valueTop();
            double base = top + Exhibit.BASE;
            if (!plan.kind().isEmpty()) {
                double width = Exhibit.smallWidth(plan.kind());
                double kindBase = plan.kindAbove() ? top - 3.5 : base - 0.5;
                double kindX = plan.kindAbove() ? x : box.right() - Cards.PADDING - width;
                marks.add(Exhibit.small(plan.kind(), kindX, kindBase, theme.muted()));
            }
            if (value == null) {
                Colour grey = theme.border().withOpacity(0.6);
                marks.add(new Mark.Box(x, base - 9, 44, 8, 4, grey, null));
            } else {
                cards.exhibit(value).paint(Ink.value(theme), x, top, marks);
            }
        }

        /// @param lines how many lines stand before the bar where there are no colours
        private void bar(int k, @Nullable Value value, Ink ink, int lines) {
            double inset = isParameter() ? CardShape.BANDS : CardPlan.BAR_INSET;
            double x = box.x() + inset;
            double top = box.y() + plan.barTop(k);
            double width = box.width() - inset - CardPlan.BAR_INSET;
            double height = plan.barHeight();
            double left = box.x() + Cards.PADDING;
            double base = top + plan.inBar() + Exhibit.BASE;
            if (value == null) {
                // not yet known, which is something else than 0
                Stroke dashed = new Stroke(ink.colour().withOpacity(0.45), 1, 3);
                marks.add(new Mark.Box(x + 0.5, top + 0.5, width - 1, height - 1, 5, null, dashed));
                double middle = top + height / 2 + 3.5;
                marks.add(Exhibit.small("not yet", left, middle, theme.muted()));
                return;
            }
            if (theme.monochrome()) {
                frame(new Rect(x, top, width, height), lines, ink.colour(), marks);
            } else {
                marks.add(new Mark.Box(x, top, width, height, 5, ink.tint(), null));
            }
            Exhibit exhibit = cards.exhibit(value);
            boolean adjoint = lines == 1;
            if (adjoint && arrived.arrival(node) == Frame.Arrival.PARTIAL) {
                count(left + exhibit.width() + 10, base, ink.colour());
            }
            exhibit.paint(ink, left, top + plan.inBar(), marks);
        }

        /// How many shares have come, or a `+` where there is no room to say it.
        private void count(double from, double base, Colour colour) {
            String count = arrived.shares(node) + " of " + arrived.allShares(node);
            for (String more : List.of(count, "+")) {
                double x = box.right() - Cards.PADDING - Exhibit.smallWidth(more);
                if (x >= from - 4) {
                    marks.add(Exhibit.small(more, x, base - 0.5, colour));
                    return;
                }
            }
        }

        /// What tells the arguments apart where they may not change places.
        private void slots(List<Port> ports) {
            Op op = node.op();
            if (op == null || op.commutative() || ports.size() < 2) {
                return;
            }
            for (Port port : ports) {
                String name = op.slot(port.slot());
                double width = Typesetter.width(name, Face.MEDIUM, SLOT);
                boolean entered =
                        flow == Flow.RIGHT
                                ? Math.abs(port.at().x() - box.x()) < 1
                                : Math.abs(port.at().y() - box.y()) < 1;
                if (width > 8 || !entered) {
                    continue;
                }
                if (flow == Flow.DOWN) {
                    double x = beside(port) - width / 2;
                    text(name, x, box.y() - ABOVE, Face.MEDIUM, SLOT, theme.muted());
                } else if (isApart(port, ports)) {
                    // on the border, so that nobody reads it as the sign of a number
                    double x = box.x() + INTO;
                    double y = port.at().y();
                    Badge.ground(theme, x, y, marks);
                    text(name, x - width / 2, y + 3.4, Face.MEDIUM, SLOT, theme.muted());
                }
            }
        }

        private static boolean isApart(Port port, List<Port> ports) {
            return ports.stream()
                    .allMatch(other ->
                            other.equals(port)
                                    || Math.abs(other.at().y() - port.at().y()) >= 2 * Badge.SMALL);
        }

        /// The side of an arrow from above where its link does not come from; of one straight from above the outer side.
        private double beside(Port port) {
            double x = port.at().x();
            double way = port.before().x() - x;
            boolean left = Math.abs(way) > 1 ? way > 0 : x < box.centerX();
            return left ? x - BESIDE : x + BESIDE;
        }

        private void result() {
            boolean right = flow == Flow.RIGHT;
            double side = right ? box.right() : box.bottom();
            double from = side + (atWork ? 7 : 1);
            double to = side + Cards.ARROW;
            double middle = right ? box.centerY() : box.centerX();
            Colour colour = frame.known(node) ? theme.muted() : theme.faint();
            var stroke = new Stroke(colour, 1.6);
            marks.add(
                    right
                            ? LinkPainter.line(from, middle, to - 4, middle, stroke)
                            : LinkPainter.line(middle, from, middle, to - 4, stroke));
            marks.add(
                    right
                            ? LinkPainter.arrow(to, middle, 1, 0, 8, colour)
                            : LinkPainter.arrow(middle, to, 0, 1, 8, colour));
            double half = Typesetter.width(cards.name(card), Face.ITALIC, Cards.RESULT) / 2;
            text(
                    cards.name(card),
                    right ? to + 9 : middle - half,
                    right ? middle + 5.5 : to + 18,
                    Face.ITALIC,
                    Cards.RESULT,
                    frame.known(node) ? theme.text() : theme.muted());
        }

        private void badges() {
            NonFinite birth = cards.birth();
            if (card instanceof NodeCard && node.kink() != null && arrived.known(node)) {
                Badge.kink(theme, box.right() - 20, box.y(), marks);
            }
            if (birth != null
                    && birth.slot() < 0
                    && cards.visible().shows(card, birth.node())
                    && arrived.known(birth.node())) {
                Badge.birth(theme, box.x() + 22, box.y(), marks);
            }
        }

        private void text(String text, double x, double y, Face face, double size, Colour colour) {
            if (!text.isEmpty()) {
                marks.add(new Mark.Text(text, x, y, face, size, colour));
            }
        }
    }
}
