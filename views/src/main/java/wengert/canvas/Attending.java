package wengert.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.drawing.Drawing;
import wengert.drawing.Painter;
import wengert.drawing.Surface;
import wengert.layout.Placement;
import wengert.layout.Point;
import wengert.layout.Rect;
import wengert.run.Run;
import wengert.session.Attention;
import wengert.session.Session;
import wengert.story.Dossier;
import wengert.story.Frame;
import wengert.trace.Group;
import wengert.trace.Node;

/// What of the session's [Attention] the graph shows, and how it is asked for: the card that the keyboard is at, rings
/// and veil, the field to search, the window with everything known of a card.
final class Attending {

    private final GraphCanvas graph;
    private final Session session;
    private final Attention attention;
    private final Cursor cursor;
    private final Highlights highlights;
    private final SearchBar search;
    private final Details details;
    private final EntryTag tag;
    private final Steering steering;
    private final Gestures gestures;
    private final TitleField field;

    /// The card that [#details] tells of.
    private @Nullable Card told;

    private @Nullable Rect band;
    private @Nullable Carried carried;
    private boolean byKeyboard;
    private @Nullable Painter painted;
    private @Nullable TurnButtons turns;
    private TurnButtons.@Nullable Button hovered;
    private @Nullable Node missed;

    /// The find that is gone to once the turn of a loop that it is in is there.
    private @Nullable Node sought;

    Attending(GraphCanvas graph, Session session) {
        this.graph = graph;
        this.session = session;
        attention = session.attention();
        cursor = new Cursor(attention, graph::placement);
        highlights = new Highlights(attention);
        search = new SearchBar(attention.search(), graph::requestFocus);
        details = new Details(graph);
        tag = new EntryTag(graph, session);
        field = new TitleField(graph::requestFocus);
        steering = new Steering(graph, session, this);
        gestures = new Gestures(graph, session, this);
        gestures.install();
        attention.selected().addListener((_, _, _) -> graph.requestPaint());
        attention.neighbourhood().addListener((_, _, _) -> graph.requestPaint());
        attention.search().finds().addListener((_, _, _) -> graph.requestPaint());
        attention.search().place().addListener((_, _, _) -> goToFind());
        cursor.card().addListener((_, _, _) -> graph.requestPaint());
        graph.focusedProperty().addListener((_, _, _) -> graph.requestPaint());
        graph.camera().view().addListener(_ -> details.hide()); // its card is elsewhere
        session.frame().addListener(_ -> tellAgain());
    }

    Cursor cursor() {
        return cursor;
    }

    SearchBar search() {
        return search;
    }

    Details details() {
        return details;
    }

    EntryTag tag() {
        return tag;
    }

    Steering steering() {
        return steering;
    }

    /// The card under the pointer; null if none is.
    @Nullable Card pointed() {
        return gestures.pointed();
    }

    GraphMenu menu() {
        return gestures.menu();
    }

    /// Where the user writes what a title is to be.
    TitleField field() {
        return field;
    }

    void ask(Group group, String what, String now, Consumer<String> written) {
        Placement placement = graph.placement();
        Rect box = placement == null ? null : placement.groups().get(group);
        Rect standing = placement == null || box != null ? box : placement.standing(group);
        if (standing != null) {
            field.ask(what, now, graph.view().outside(standing), written);
        }
    }

    /// Cards have been folded, unfolded or placed elsewhere.
    void refresh() {
        cursor.refresh();
        Node waiting = missed;
        missed = null;
        if (waiting != null) {
            steering.groups().follow(waiting);
        }
        Node find = sought;
        sought = null;
        if (find != null && find == attention.search().current()) {
            goTo(find);
        }
    }

    /// The sweep has come to a node: loops that show one turn show the one it is in, one layout after the other.
    void follow(Node node) {
        if (graph.isLayingOut()) {
            missed = node;
        } else {
            steering.groups().follow(node);
        }
    }

    /// The button of a loop at a point of the window; null if there is none.
    TurnButtons.@Nullable Button turnButtonAt(double x, double y) {
        Point p = graph.view().inside(x, y);
        return turns == null ? null : turns.at(p.x(), p.y(), graph.view().scale());
    }

    /// Notes which button the pointer is on.
    void hover(TurnButtons.@Nullable Button button) {
        if (!Objects.equals(button, hovered)) {
            hovered = button;
            graph.setCursor(
                    button != null && button.works()
                            ? javafx.scene.Cursor.HAND
                            : javafx.scene.Cursor.DEFAULT);
            graph.requestPaint();
        }
    }

    void press(TurnButtons.Button button) {
        if (button.works()) {
            graph.turn(button.loop(), button.turn());
        }
    }

    /// Puts the keyboard to a card, by hand.
    void put(@Nullable Card card) {
        byKeyboard = false;
        cursor.put(card);
    }

    /// Lets the keyboard go from card to card, and shows where it is.
    void move(Runnable step) {
        byKeyboard = true;
        step.run();
        Card at = cursor.card().get();
        Placement placement = graph.placement();
        if (at != null && placement != null) {
            graph.camera().follow(placement.card(at), placement.card(at), placement.bounds());
        }
        graph.requestPaint();
    }

    /// The rectangle in the window that is being drawn to select; null when there is none.
    void band(@Nullable Rect drawn) {
        band = drawn;
        graph.requestPaint();
    }

    /// What touches a rectangle of the window.
    Collection<Node> nodesIn(Rect drawn) {
        Placement placement = graph.placement();
        var nodes = new ArrayList<Node>();
        if (placement != null) {
            placement.seen(inside(drawn)).cards().stream()
                    .map(Highlights::nodes)
                    .forEach(nodes::addAll);
        }
        return nodes;
    }

    private Rect inside(Rect drawn) {
        Viewpoint view = graph.view();
        var corner = view.inside(drawn.x(), drawn.y());
        return new Rect(
                corner.x(),
                corner.y(),
                drawn.width() / view.scale(),
                drawn.height() / view.scale());
    }

    /// A card on its way by hand.
    ///
    /// @param x where its left side is in the picture
    private record Carried(Card card, Placement from, double x, double y) {
        Placement there() {
            return from.moved(card, x, y);
        }
    }

    /// Carries a card from where it was in the placement.
    ///
    /// @param dx how far, in the window
    void carry(Card card, double dx, double dy) {
        Placement placement = graph.placement();
        if (placement != null) {
            Rect box = placement.card(card);
            double scale = graph.view().scale();
            carried = new Carried(card, placement, box.x() + dx / scale, box.y() + dy / scale);
            graph.requestPaint();
        }
    }

    /// Leaves the card that is being carried where it is.
    void putDown() {
        Carried here = carried;
        carried = null;
        if (here != null && here.from == graph.placement()) {
            graph.rearrange(graph.moves().move(here.from, here.card, here.x, here.y));
        }
        graph.requestPaint();
    }

    private void goToFind() {
        Node find = attention.search().current();
        if (find != null && !graph.isLayingOut()) {
            steering.groups().follow(find);
        }
        sought = graph.isLayingOut() ? find : null; // its turn of a loop is on its way
        goTo(find);
    }

    private void goTo(@Nullable Node node) {
        Placement placement = graph.placement();
        List<Card> cards =
                node == null || placement == null ? List.of() : placement.visible().cards(node);
        if (!cards.isEmpty() && placement != null) {
            byKeyboard = true;
            cursor.put(cards.getFirst());
            graph.camera().goTo(placement.card(cards.getFirst()));
        }
        graph.requestPaint();
    }

    /// Tells everything known of a card, at once, if it is still there.
    void tell(@Nullable Card card) {
        Bounds place = place(card);
        Dossier dossier = place == null ? null : dossier(card);
        told = dossier == null ? null : card;
        if (dossier != null && place != null) {
            details.tell(dossier, place);
        }
    }

    /// The same when the pointer has rested on the card for a moment.
    void tellSoon(@Nullable Card card) {
        details.soon(() -> tell(card));
    }

    /// Another moment has come, at which other things are known.
    private void tellAgain() {
        Card card = details.isShowing() ? told : null;
        tell(card);
        if (card != null && told == null) {
            details.hide();
        }
    }

    private @Nullable Bounds place(@Nullable Card card) {
        Placement placement = graph.placement();
        if (card == null || placement == null || !placement.visible().cards().contains(card)) {
            return null;
        }
        Rect box = graph.view().outside(placement.card(card));
        return new BoundingBox(box.x(), box.y(), box.width(), box.height());
    }

    private @Nullable Dossier dossier(@Nullable Card card) {
        Frame frame = session.frame().get();
        Placement placement = graph.placement();
        if (card == null
                || frame == null
                || placement == null
                || frame.graph() != placement.visible().graph()) {
            return null; // another program has run, whose graph is not there yet
        }
        Run run = session.run().get();
        var source = run == null || session.stale().get() ? null : run.source();
        return switch (card) {
            case NodeCard single -> Dossier.of(single.node(), frame, source);
            case GroupCard group ->
                    Dossier.of(
                            graph.title(group.group()),
                            group.nodes(),
                            group.inputs(),
                            group.outputs(),
                            frame,
                            source);
        };
    }

    /// Paints over the picture what somebody attends to.
    void paint(Surface on, Painter painter, Frame frame, Lens lens) {
        Drawing.paint(new Signposts(painter, lens).marks(), on);
        boolean ring = byKeyboard && (graph.isFocusWithin() || search.isVisible());
        highlights.paint(
                on,
                painter,
                frame,
                lens,
                ring ? cursor.card().get() : null,
                band == null ? null : inside(band));
        if (painter != painted) {
            painted = painter;
            turns = new TurnButtons(painter);
        }
        if (turns != null) {
            double scale = lens.scale() / lens.ratio();
            turns.paint(on, painter.theme(), lens.seen(), scale, hovered);
        }
        Carried here = carried;
        if (here != null) {
            Highlights.carried(
                    on,
                    new Painter(painter.cards(), here.there(), painter.theme()),
                    frame,
                    here.card);
        }
    }
}
