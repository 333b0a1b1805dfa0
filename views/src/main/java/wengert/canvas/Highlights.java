package wengert.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/// What lies over the picture because somebody looks for something: a veil over all that is not meant, and rings
/// around what is selected and where the keyboard is.
///
/// Who is meant by a search or a focus is painted again, over the veil. That way the picture below need not know.
final class Highlights {

    private static final double VEIL = 0.78;

    /// What is painted here is not painted by pixels.
    private static final Pen NO_PEN = new Pen(new Bitmap(1, 1), 0, 0, 0, 0);

    /// More links are too fine to be told apart from far away, and take long to paint again and again.
    private static final int MOST_LINKS = 120;

    /// What is meant is not smaller than this in the window, however far away it is.
    private static final double LEAST_SPOT = 5;

    private final Attention attention;

    Highlights(Attention attention) {
        this.attention = attention;
    }

    /// Paints in the picture's own measure.
    ///
    /// @param lens what of the picture is in the window, and how large
    /// @param cursor the card that the keyboard is at; null for none
    /// @param band the rectangle that is being drawn to select; null for none
    void paint(
            Surface on,
            Painter painter,
            Frame frame,
            Lens lens,
            @Nullable Card cursor,
            @Nullable Rect band) {
        Theme theme = painter.theme();
        Placement placement = painter.placement();
        double scale = lens.scale() / lens.ratio();
        Placement.Seen there = placement.seen(lens.seen().grown(20 / scale));
        if (isVeiled()) {
            veil(on, theme, lens.seen());
            boolean near = lens.distance().compareTo(Distance.NAME) <= 0;
            boolean few = lens.distance() == Distance.SHAPE && there.links().size() <= MOST_LINKS;
            for (Link link : near || few ? there.links() : List.<Link>of()) {
                if (isMeant(link)) {
                    Drawing.paint(List.of(painter.link(link, frame)), on);
                }
            }
            var afar = new Afar(NO_PEN, lens, painter, new Moment(frame, false));
            for (Card card : there.cards()) {
                if (isMeant(card)) {
                    switch (lens.distance()) {
                        case CARD -> Drawing.paint(List.of(painter.card(card, frame, 1)), on);
                        case NAME -> Drawing.paint(afar.named(card), on);
                        case SHAPE -> Drawing.paint(afar.signed(card), on);
                        case DOT -> on.box(spot(afar.shape(card), LEAST_SPOT / scale));
                    }
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

    /// The same, large enough to be seen.
    private static Mark.Box spot(Mark.Box shape, double least) {
        double width = Math.max(least, shape.width());
        double height = Math.max(least, shape.height());
        return new Mark.Box(
                shape.x() + (shape.width() - width) / 2,
                shape.y() + (shape.height() - height) / 2,
                width,
                height,
                shape.radius(),
                shape.fill(),
                null);
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
