package wengert.canvas;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.display.DisplayGraph;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.drawing.Cards;
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

/// A placed study in one theme. It never changes, and any thread may ask it; what changes with the moment are its
/// [#pieces], which belong to whoever paints.
final class Scenery {

    private final Painter painter;
    private final Placement placement;
    private final Pieces pieces;

    Scenery(Cards cards, Placement placement, Theme theme) {
        this.placement = placement;
        painter = new Painter(cards, placement, theme);
        pieces = new Pieces(painter);
    }

    Placement placement() {
        return placement;
    }

    Theme theme() {
        return painter.theme();
    }

    Cards cards() {
        return painter.cards();
    }

    /// What paints it.
    Painter painter() {
        return painter;
    }

    Pieces pieces() {
        return pieces;
    }

    /// What is displayed, as a graph.
    DisplayGraph display() {
        return pieces.display();
    }

    /// The same in other colours.
    Scenery in(Theme theme) {
        return new Scenery(painter.cards(), placement, theme);
    }

    /// Paints what lies over the picture: what moves, and what sets a node off from the others.
    ///
    /// @param phase how far what the step moves has come, from 0 to 1
    /// @param pointed a node to be set off
    void paintOver(Surface on, Frame frame, double phase, @Nullable Node pointed) {
        if (pointed != null) {
            for (Card card : placement.visible().cards(pointed)) {
                on.box(ring(placement.card(card)));
            }
        }
        Drawing.paint(painter.moving(frame, phase), on);
    }

    /// What is shown first of a picture that is too large to be shown as a whole: what is at work, or the first node.
    Rect start(@Nullable Frame frame) {
        Card first = first(frame);
        return first == null ? placement.bounds() : placement.card(first);
    }

    /// The card to begin with at a moment of the graph that is seen; null if there is none.
    @Nullable Card first(@Nullable Frame frame) {
        Node atWork = frame == null ? null : frame.atWork();
        var cards = visible().cards(atWork == null ? visible().graph().nodes().getFirst() : atWork);
        return cards.isEmpty() ? null : cards.getFirst();
    }

    /// The nodes whose cards have their middle in an area.
    Set<Node> in(Rect area) {
        var nodes = new HashSet<Node>();
        for (Card card : placement.seen(area).cards()) {
            Rect box = placement.card(card);
            if (area.contains(box.centerX(), box.centerY())) {
                nodes.add(VisibleGraph.shownOf(card));
            }
        }
        return nodes;
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

    /// The whole picture in words.
    String describe(Frame frame) {
        return painter.describe(frame);
    }

    /// Everything known of a card.
    String describe(Card card, Frame frame) {
        return painter.describe(card, frame);
    }

    VisibleGraph visible() {
        return placement.visible();
    }
}
