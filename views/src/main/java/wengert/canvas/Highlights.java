package wengert.canvas;

import org.jspecify.annotations.Nullable;

import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.drawing.Colour;
import wengert.drawing.Drawing;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.Theme;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.session.Attention;
import wengert.session.Neighbourhood;
import wengert.story.Frame;
import wengert.trace.Graph;
import wengert.trace.Node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What lies over the picture because somebody looks for something: a veil over all that is not meant, and rings
/// around what is selected and where the keyboard is.
///
/// Who is meant by a search or a focus is painted again, over the veil. That way the picture below need not know.
final class Highlights {

    private static final double VEIL = 0.78;

    /// Below this scale what is meant is a spot of colour.
    private static final double LEAST_CARD = 0.3;

    private final Attention attention;

    Highlights(Attention attention) {
        this.attention = attention;
    }

    /// Paints in the picture's own measure.
    ///
    /// @param seen what of the picture is in the window
    /// @param cursor the card that the keyboard is at; null for none
    /// @param band the rectangle that is being drawn to select; null for none
    void paint(
            Surface on,
            Painter painter,
            Frame frame,
            Rect seen,
            double scale,
            @Nullable Card cursor,
            @Nullable Rect band) {
        Theme theme = painter.theme();
        Placement placement = painter.placement();
        Placement.Seen there = placement.seen(seen.grown(20 / scale));
        if (isVeiled()) {
            veil(on, theme, seen);
            if (scale >= LEAST_CARD) {
                for (Link link : there.links()) {
                    if (isMeant(link)) {
                        Drawing.paint(List.of(painter.link(link, frame)), on);
                    }
                }
            }
            for (Card card : there.cards()) {
                if (isMeant(card)) {
                    paint(on, painter, frame, card, scale);
                }
            }
        }
        double wide = Math.max(2, 1.6 / scale);
        Set<Node> selected = attention.selected().get();
        for (Card card : selected.isEmpty() ? List.<Card>of() : there.cards()) {
            if (selected.contains(VisibleGraph.shownOf(card))) {
                on.box(ring(placement.card(card), 3.5, new Stroke(theme.text(), wide)));
            }
        }
        if (cursor != null && placement.visible().cards().contains(cursor)) {
            Stroke dashed = new Stroke(theme.text(), wide, Math.max(5, 4 / scale));
            on.box(ring(placement.card(cursor), 8, dashed));
        }
        if (band != null) {
            on.box(
                    new Mark.Box(
                            band.x(),
                            band.y(),
                            band.width(),
                            band.height(),
                            0,
                            theme.muted().withOpacity(0.12),
                            new Stroke(theme.muted(), 1 / scale)));
        }
    }

    /// A card that is being carried, with its links, over where it came from.
    static void carried(Surface on, Painter there, Frame frame, Card card) {
        Placement placement = there.placement();
        for (Link link : placement.visible().links()) {
            if (link.from().equals(card) || link.to().equals(card)) {
                Drawing.paint(List.of(there.link(link, frame)), on);
            }
        }
        Drawing.paint(List.of(there.card(card, frame, 1)), on);
    }

    boolean isVeiled() {
        return attention.neighbourhood().get() != null
                || !attention.search().finds().get().isEmpty();
    }

    private static void veil(Surface on, Theme theme, Rect seen) {
        Colour colour = theme.background().withOpacity(VEIL);
        Rect all = seen.grown(4);
        on.box(new Mark.Box(all.x(), all.y(), all.width(), all.height(), 0, colour, null));
    }

    private static void paint(Surface on, Painter painter, Frame frame, Card card, double scale) {
        Rect box = painter.placement().card(card);
        if (scale >= LEAST_CARD) {
            Drawing.paint(List.of(painter.card(card, frame, 1)), on);
            return;
        }
        double size = 5 / scale;
        double width = Math.max(size, box.width());
        double height = Math.max(size, box.height());
        Colour accent = painter.accent(card, frame);
        on.box(
                new Mark.Box(
                        box.centerX() - width / 2,
                        box.centerY() - height / 2,
                        width,
                        height,
                        8,
                        accent == null ? painter.theme().text() : accent,
                        null));
    }

    private static Mark.Box ring(Rect box, double margin, Stroke stroke) {
        Rect around = box.grown(margin);
        return new Mark.Box(
                around.x(), around.y(), around.width(), around.height(), 10 + margin, null, stroke);
    }

    /// Whether a card is meant: found, or in the part that is looked at.
    boolean isMeant(Card card) {
        List<Node> finds = attention.search().finds().get();
        return nodes(card).stream()
                .anyMatch(finds.isEmpty() ? this::isNear : found(finds)::contains);
    }

    private boolean isMeant(Link link) {
        if (!attention.search().finds().get().isEmpty()) {
            return false;
        }
        for (Graph.Edge edge : link.edges()) {
            if (isNear(edge.node()) && isNear(edge.argument())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNear(Node node) {
        Neighbourhood near = attention.neighbourhood().get();
        return near != null && near.holds(node);
    }

    private @Nullable List<Node> lastFinds;
    private Set<Node> found = Set.of();

    private Set<Node> found(List<Node> finds) {
        if (finds != lastFinds) {
            lastFinds = finds;
            found = new HashSet<>(finds);
        }
        return found;
    }

    /// The nodes that a card stands for.
    static List<Node> nodes(Card card) {
        return switch (card) {
            case NodeCard single -> List.of(single.node());
            case GroupCard group -> {
                var all = new ArrayList<>(group.nodes());
                all.add(group.exit());
                yield all;
            }
        };
    }
}
