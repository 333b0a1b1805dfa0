package wengert.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphstream.stream.SinkAdapter;
import org.jspecify.annotations.Nullable;
import wengert.display.DisplayGraph;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.drawing.Cards;
import wengert.drawing.Colour;
import wengert.drawing.Drawing;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.Theme;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.story.Frame;
import wengert.trace.Node;

/// A placed study in one theme, in pieces that are painted again only when they have changed.
final class Scenery {

    /// Below this scale a card is a spot of colour.
    private static final double LEAST_CARD = 0.22;

    private static final double LEAST_SPOT = 2;

    private final Painter painter;
    private final Placement placement;
    private final DisplayGraph display;
    private final List<Mark> groups;
    private final Map<String, Mark> pieces = new HashMap<>();
    private Frame frame;

    Scenery(Cards cards, Placement placement, Theme theme, Frame frame) {
        this.placement = placement;
        this.frame = frame;
        painter = new Painter(cards, placement, theme);
        groups = painter.groups();
        display = new DisplayGraph(placement.visible());
        display.show(frame);
        display.graph()
                .addAttributeSink(
                        new SinkAdapter() {
                            @Override
                            public void nodeAttributeAdded(
                                    String source, long time, String id, String what, Object to) {
                                pieces.remove(id);
                            }

                            @Override
                            public void nodeAttributeChanged(
                                    String source,
                                    long time,
                                    String id,
                                    String what,
                                    Object from,
                                    Object to) {
                                pieces.remove(id);
                            }

                            @Override
                            public void nodeAttributeRemoved(
                                    String source, long time, String id, String what) {
                                pieces.remove(id);
                            }

                            @Override
                            public void edgeAttributeChanged(
                                    String source,
                                    long time,
                                    String id,
                                    String what,
                                    Object from,
                                    Object to) {
                                pieces.remove(id);
                            }
                        });
    }

    Placement placement() {
        return placement;
    }

    Theme theme() {
        return painter.theme();
    }

    Frame frame() {
        return frame;
    }

    DisplayGraph display() {
        return display;
    }

    /// The same in other colours.
    Scenery in(Theme theme) {
        return new Scenery(painter.cards(), placement, theme, frame);
    }

    /// Goes to another moment.
    void show(Frame other) {
        frame = other;
        display.show(other);
    }

    /// Paints what is seen.
    ///
    /// @param phase how far what the step moves has come, from 0 to 1
    /// @param pointed a node to be set off from the others
    void paint(Surface on, Viewpoint from, Rect seen, double phase, @Nullable Node pointed) {
        VisibleGraph visible = placement.visible();
        Drawing.paint(groups, on);
        for (Link link : visible.links()) {
            if (placement.link(link).bounds().grown(4).overlaps(seen)) {
                on(on, pieces.computeIfAbsent(link.id(), _ -> painter.link(link, frame)));
            }
        }
        boolean spots = from.scale() < LEAST_CARD;
        for (Card card : visible.cards()) {
            Rect box = placement.card(card);
            if (!box.grown(80).overlaps(seen)) {
                continue;
            }
            if (spots) {
                on.box(spot(card, atLeast(LEAST_SPOT / from.scale(), box)));
            } else if (phase < 1 && moves(card)) {
                on(on, painter.card(card, frame, phase));
            } else {
                on(on, pieces.computeIfAbsent(card.id(), _ -> painter.card(card, frame, 1)));
            }
        }
        if (pointed != null) {
            for (Card card : visible.cards(pointed)) {
                on.box(ring(placement.card(card)));
            }
        }
        Drawing.paint(painter.moving(frame, phase), on);
    }

    private static Rect atLeast(double size, Rect box) {
        double width = Math.max(size, box.width());
        double height = Math.max(size, box.height());
        return new Rect(box.centerX() - width / 2, box.centerY() - height / 2, width, height);
    }

    private static void on(Surface surface, Mark mark) {
        Drawing.paint(List.of(mark), surface);
    }

    /// Whether a card looks different while something is on its way.
    private boolean moves(Card card) {
        return placement.visible().receives(card, frame) || placement.visible().works(card, frame);
    }

    private Mark.Box ring(Rect box) {
        Rect around = box.grown(4);
        return new Mark.Box(
                around.x(),
                around.y(),
                around.width(),
                around.height(),
                14,
                null,
                new Stroke(theme().value().withOpacity(0.55), 2));
    }

    /// A card where there is only room for its colour.
    Mark.Box spot(Card card, Rect box) {
        Colour accent = painter.accent(card, frame);
        Colour fill = accent == null ? theme().border() : accent;
        return new Mark.Box(box.x(), box.y(), box.width(), box.height(), 8, fill, null);
    }

    /// The whole picture in words.
    String describe() {
        return painter.describe(frame);
    }

    /// Everything known of a card.
    String describe(Card card) {
        return painter.describe(card, frame);
    }
}
