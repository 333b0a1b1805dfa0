package wengert.canvas;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.drawing.Face;
import wengert.layout.Point;
import wengert.layout.Rect;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.theme.Signs;

/// Beside the pointer, which entry of a card's array it is on and what that is: colours of a map have no names.
final class EntryTag extends Label {

    private static final double BESIDE = 14;
    private static final double ABOVE = 8;

    private final GraphCanvas graph;
    private final Session session;
    private @Nullable Point pointer;
    private String said = "";

    EntryTag(GraphCanvas graph, Session session) {
        this.graph = graph;
        this.session = session;
        setId("graph-entry");
        getStyleClass().add("graph-entry");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        session.frame().addListener(_ -> show());
        graph.camera().view().addListener(_ -> show());
    }

    /// The pointer is at a point of the window.
    void follow(double x, double y) {
        pointer = new Point(x, y);
        show();
    }

    /// The pointer is elsewhere.
    void leave() {
        pointer = null;
        show();
    }

    private void show() {
        Point at = pointer;
        Card card = at == null ? null : graph.cardAt(at.x(), at.y());
        Scenery scenery = graph.scenery();
        String entry =
                at == null || card == null || scenery == null ? null : entry(scenery, card, at);
        setVisible(entry != null);
        if (at != null && card != null && scenery != null && entry != null) {
            say(entry, at, graph.view().outside(scenery.placement().card(card)));
        }
    }

    private void say(String entry, Point at, Rect card) {
        if (!entry.equals(said)) {
            said = entry;
            Signs.put(this, entry, Face.MONO);
            autosize();
        }
        // over the card, since what is known of that stands beside it
        double right = Math.min(card.right() + BESIDE, graph.getWidth());
        double left = Math.min(at.x() + BESIDE, right - getWidth());
        double above = at.y() - getHeight() - ABOVE;
        relocate(Math.max(4, left), above < 4 ? at.y() + 2 * BESIDE : above);
    }

    private @Nullable String entry(Scenery scenery, Card card, Point at) {
        Frame frame = session.frame().get();
        if (frame == null
                || frame.story() != scenery.cards().story()
                || Distance.of(graph.view().scale()) != Distance.CARD) {
            return null;
        }
        Point inside = graph.view().inside(at.x(), at.y());
        return scenery.painter().entryAt(card, frame, inside.x(), inside.y());
    }
}
