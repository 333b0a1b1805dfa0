package wengert.canvas;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.graphstream.stream.SinkAdapter;
import org.jspecify.annotations.Nullable;
import wengert.display.DisplayGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.Stub;
import wengert.drawing.Drawing;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Surface;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.sweep.Step;
import wengert.trace.Group;

/// The pieces of a picture at one moment, which are made again only when they have changed.
///
/// The events of the display graph say what a step has changed. [#show] belongs to one thread; between its calls
/// several threads may [#paint].
final class Pieces {

    /// How far what belongs to a card can be outside of its box.
    private static final double REACH = 16;

    private final Painter painter;
    private final Placement placement;
    private final Map<Card, List<Mark>> cards = new ConcurrentHashMap<>();
    private final Map<Link, Mark> links = new ConcurrentHashMap<>();
    private final Set<String> touched = new HashSet<>();
    private @Nullable Contents contents;
    private @Nullable Bundles bundles;
    private @Nullable Moment moment;

    Pieces(Painter painter) {
        this.painter = painter;
        placement = painter.placement();
    }

    /// What it takes to paint, made when it is first asked for: for many cards that takes a while.
    private static final class Contents {
        private final DisplayGraph display;
        private final Map<String, Card> cards = new HashMap<>();
        private final Map<String, Link> links = new HashMap<>();
        private final double beside;

        Contents(Painter painter, SinkAdapter sink) {
            var visible = painter.placement().visible();
            display = new DisplayGraph(visible);
            display.graph().addAttributeSink(sink);
            double widest = 0;
            for (Card card : visible.cards()) {
                cards.put(card.id(), card);
                widest = Math.max(widest, painter.cards().beside(card));
            }
            visible.links().forEach(link -> links.put(link.id(), link));
            beside = widest;
        }
    }

    private synchronized Contents contents() {
        Contents known = contents;
        if (known == null) {
            known = new Contents(painter, new Changes());
            contents = known;
        }
        return known;
    }

    DisplayGraph display() {
        return contents().display;
    }

    /// Notes what the display graph says has changed.
    private final class Changes extends SinkAdapter {
        @Override
        public void nodeAttributeAdded(
                String source, long time, String id, String what, Object value) {
            touched.add(id);
        }

        @Override
        public void nodeAttributeChanged(
                String source, long time, String id, String what, Object from, Object to) {
            touched.add(id);
        }

        @Override
        public void nodeAttributeRemoved(String source, long time, String id, String what) {
            touched.add(id);
        }

        @Override
        public void edgeAttributeChanged(
                String source, long time, String id, String what, Object from, Object to) {
            touched.add(id);
        }
    }

    private synchronized Bundles bundles(Lens at) {
        Bundles known = bundles;
        if (known == null || !known.fit(at)) {
            known = Bundles.of(placement, at);
            bundles = known;
        }
        return known;
    }

    /// Goes to another moment, and says where the picture is no longer the same. The first time that is everywhere.
    ///
    /// @param at from how far it is looked at
    List<Rect> show(Moment next, Lens at) {
        Contents all = contents();
        Moment before = moment;
        if (next.equals(before)) {
            return List.of();
        }
        moment = next;
        touched.clear();
        all.display.show(next.frame());
        var changed = new ArrayList<Rect>();
        if (before == null) {
            changed.add(placement.bounds());
            return changed;
        }
        var again = new HashSet<Card>();
        for (String id : touched) {
            Card card = all.cards.get(id);
            Link link = all.links.get(id);
            if (card != null) {
                again.add(card);
            } else if (link != null) {
                links.remove(link);
                boolean bundled = at.distance() == Distance.DOT;
                Rect bounds = bundled ? bundles(at).around(link) : placement.link(link).bounds();
                changed.add(bounds.grown(Math.max(REACH, 2 / at.scale())));
            }
        }
        addMoving(before, again);
        addMoving(next, again);
        for (Card card : again) {
            cards.remove(card);
            changed.add(reach(card));
        }
        return changed;
    }

    private void addMoving(Moment at, Set<Card> to) {
        if (at.underWay()) {
            for (Step step : at.frame().moment()) {
                to.addAll(placement.visible().cards(step.node()));
                if (step instanceof Step.Share share) {
                    to.addAll(placement.visible().cards(share.argument()));
                }
            }
        }
    }

    private Rect reach(Card card) {
        Rect box = placement.card(card).grown(REACH);
        double beside = painter.cards().beside(card);
        return new Rect(box.x(), box.y(), box.width() + beside, box.height() + beside);
    }

    /// Paints a part of the picture, background and all.
    ///
    /// @param at where the pixels of `on` lie in the picture, and how large it is
    /// @param part which part of `on` is to be painted
    void paint(Bitmap on, Lens at, Lens part) {
        Moment now = moment;
        if (now == null) {
            throw new IllegalStateException("there is no moment to paint");
        }
        var pen =
                new Pen(
                        on,
                        part.left() - at.left(),
                        part.top() - at.top(),
                        part.right() - at.left(),
                        part.bottom() - at.top());
        pen.fill(0, 0, on.width(), on.height(), Bitmap.argb(painter.theme().background()));
        Rect seen = part.seen().grown(REACH);
        double beside = contents().beside;
        var there =
                placement.seen(
                        new Rect(
                                seen.x() - beside,
                                seen.y() - beside,
                                seen.width() + beside,
                                seen.height() + beside));
        Graphics2D graphics = on.graphics();
        try {
            graphics.clipRect(
                    pen.left(), pen.top(), pen.right() - pen.left(), pen.bottom() - pen.top());
            graphics.translate(-at.left(), -at.top());
            graphics.scale(at.scale(), at.scale());
            var pixels = new PixelSurface(pen, graphics, -at.left(), -at.top(), at.scale());
            var surface = new Legible(pixels, at.scale() / at.ratio());
            groups(surface, seen);
            var afar = new Afar(pen, at, painter, now);
            switch (at.distance()) {
                case CARD -> {
                    there.links().forEach(link -> on(surface, piece(link, now)));
                    there.cards().forEach(card -> Drawing.paint(piece(card, now), surface));
                }
                case NAME -> {
                    there.links().forEach(link -> on(surface, piece(link, now)));
                    there.cards().forEach(card -> Drawing.paint(afar.named(card), surface));
                }
                case SHAPE -> {
                    afar.links(there.links());
                    there.cards().forEach(card -> Drawing.paint(afar.signed(card), surface));
                }
                case DOT -> {
                    afar.links(there.links(), bundles(at));
                    there.cards().forEach(afar::dot);
                }
            }
        } finally {
            graphics.dispose();
        }
    }

    private void groups(Surface on, Rect seen) {
        int number = 0;
        for (Map.Entry<Group, Rect> group : placement.groups().entrySet()) {
            if (group.getValue().overlaps(seen)) {
                on(on, painter.group(number, group.getKey(), group.getValue()));
            }
            number++;
        }
        for (Stub stub : placement.visible().stubs()) {
            Rect around = placement.link(stub).bounds().with(placement.stub(stub));
            if (around.overlaps(seen)) {
                on(on, painter.stub(stub));
            }
        }
    }

    private Mark piece(Link link, Moment now) {
        return links.computeIfAbsent(link, _ -> painter.link(link, now.frame()));
    }

    private List<Mark> piece(Card card, Moment now) {
        return cards.computeIfAbsent(
                card,
                _ -> {
                    boolean waits = now.underWay() && now.moves(card, placement.visible());
                    return painter.face(card, now.frame(), waits ? 0 : 1);
                });
    }

    private static void on(Surface surface, Mark mark) {
        Drawing.paint(List.of(mark), surface);
    }
}
