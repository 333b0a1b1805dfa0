package wengert.canvas;

import static wengert.drawing.Detail.Unused.FADED;
import static wengert.drawing.Detail.Unused.HIDDEN;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.drawing.Detail;
import wengert.layout.Arrangement;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.session.Attention;
import wengert.session.Neighbourhood.Reach;
import wengert.session.Session;
import wengert.source.Span;
import wengert.story.Frame;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.Show;
import wengert.value.Value;

/// Carries out what is asked of the graph, whoever asks: a key, a menu, the context menu.
///
/// What a command is about is what is selected; if nothing is, the card that the keyboard is at, or else the one under
/// the pointer.
final class Steering {

    private static final double STRIDE = 80;

    private final GraphCanvas graph;
    private final Session session;
    private final Attention attention;
    private final Attending attending;
    private final Cursor cursor;
    private final SearchBar search;
    private final Groups groups;

    Steering(GraphCanvas graph, Session session, Attending attending) {
        this.graph = graph;
        this.session = session;
        this.attention = session.attention();
        this.attending = attending;
        this.cursor = attending.cursor();
        this.search = attending.search();
        groups = new Groups(graph, attending::ask);
    }

    /// Whether there is something to do it with.
    boolean can(GraphCommand command) {
        if (graph.placement() == null) {
            return false;
        }
        return switch (command) {
            case FIT,
                    ACTUAL_SIZE,
                    ZOOM_IN,
                    ZOOM_OUT,
                    PAN_LEFT,
                    PAN_RIGHT,
                    PAN_UP,
                    PAN_DOWN,
                    FOLLOW,
                    MINIMAP,
                    UNTAKEN,
                    UNUSED,
                    TOP_DOWN,
                    BY_FORCE,
                    FIND,
                    TO_ARGUMENT,
                    TO_USER,
                    TO_ABOVE,
                    TO_BELOW,
                    TO_NEXT,
                    TO_PREVIOUS,
                    EVERYTHING,
                    SELECT_ALL,
                    FOLD_ALL ->
                    true;
            case BACK -> graph.camera().travels().hasBefore().get();
            case FORWARD -> graph.camera().travels().hasAfter().get();
            case FIND_NEXT, FIND_PREVIOUS -> !attention.search().finds().get().isEmpty();
            case FIT_SELECTION, NEAR, NEARER, ARGUMENTS, USERS -> !subject().isEmpty();
            case TELL, SELECT -> card() != null;
            case COPY_VALUE -> valueOf(node()) != null;
            case SOURCE -> span(node()) != null;
            case PLAY_TO, BREAKPOINT -> node() != null;
            case FOLD -> card() instanceof GroupCard || groupToFold() != null;
            case NEXT_TURN, PREVIOUS_TURN, TO_TURN, ALL_TURNS -> groups.loop(card()) != null;
            case SPLIT -> node() != null && node().kind() != Node.Kind.OPERATION;
            case STRUCTURE -> groups.isInStructure(card());
            case GROUP -> groups.canChoose(subject());
            case UNGROUP, RENAME -> Groups.chosen(card()) != null;
            case TIDY -> graph.moves().moved().get();
            case UNDO -> graph.moves().canUndo();
            case REDO -> graph.moves().canRedo();
        };
    }

    void perform(GraphCommand command) {
        if (!can(command)) {
            return;
        }
        Camera camera = graph.camera();
        Detail now = session.settings().detail().get();
        switch (command) {
            case FIT -> graph.fit();
            case FIT_SELECTION -> camera.fitPart(around(subject()).grown(30));
            case ACTUAL_SIZE -> graph.actualSize();
            case ZOOM_IN -> graph.zoomIn();
            case ZOOM_OUT -> graph.zoomOut();
            case PAN_LEFT -> camera.glideBy(STRIDE, 0);
            case PAN_RIGHT -> camera.glideBy(-STRIDE, 0);
            case PAN_UP -> camera.glideBy(0, STRIDE);
            case PAN_DOWN -> camera.glideBy(0, -STRIDE);
            case BACK -> camera.back();
            case FORWARD -> camera.forward();
            case FOLLOW -> session.settings().follow().set(!session.settings().follow().get());
            case MINIMAP -> session.settings().minimap().set(!session.settings().minimap().get());
            case UNTAKEN -> change(now.untaken() ? now.withoutUntaken() : now.withUntaken());
            case UNUSED -> change(now.with(now.unused() == HIDDEN ? FADED : HIDDEN));
            case TOP_DOWN -> arrange(Arrangement::turned);
            case BY_FORCE -> arrange(Arrangement::otherwise);
            case FIND -> search.open();
            case FIND_NEXT -> attention.search().next();
            case FIND_PREVIOUS -> attention.search().previous();
            case TO_ARGUMENT -> attending.move(cursor::toArgument);
            case TO_USER -> attending.move(cursor::toUser);
            case TO_ABOVE -> attending.move(cursor::toAbove);
            case TO_BELOW -> attending.move(cursor::toBelow);
            case TO_NEXT -> attending.move(cursor::toNext);
            case TO_PREVIOUS -> attending.move(cursor::toPrevious);
            case TELL -> attending.tell(card());
            case COPY_VALUE -> copy(node());
            case SOURCE -> attention.source().set(span(node()));
            case PLAY_TO -> playTo(node());
            case BREAKPOINT -> pauseAt(node());
            case NEAR -> attention.lookAt(subject(), Reach.ONE_STEP);
            case NEARER -> attention.lookAt(subject(), Reach.TWO_STEPS);
            case ARGUMENTS -> attention.lookAt(subject(), Reach.ARGUMENTS);
            case USERS -> attention.lookAt(subject(), Reach.USERS);
            case EVERYTHING -> letGo();
            case SELECT -> select(card());
            case SELECT_ALL -> attention.select(all());
            case FOLD -> fold();
            case NEXT_TURN -> groups.showNextTurn(card());
            case PREVIOUS_TURN -> groups.showPreviousTurn(card());
            case TO_TURN -> groups.askForTurn(Objects.requireNonNull(groups.loop(card())));
            case RENAME -> groups.rename(Objects.requireNonNull(Groups.chosen(card())));
            case ALL_TURNS -> groups.showAllTurns(card());
            case SPLIT -> groups.split(node());
            case STRUCTURE -> groups.foldStructure(card());
            case GROUP -> groups.choose(subject());
            case UNGROUP -> groups.dissolve(card());
            case TIDY -> rearrange(graph.moves().tidy());
            case UNDO -> rearrange(graph.moves().undo());
            case REDO -> rearrange(graph.moves().redo());
            case FOLD_ALL -> graph.foldAll();
        }
    }

    private void arrange(UnaryOperator<Arrangement> change) {
        var arrangement = session.settings().arrangement();
        arrangement.set(change.apply(arrangement.get()));
    }

    private @Nullable Card card() {
        Card at = cursor.card().get();
        return at == null ? attending.pointed() : at;
    }

    private @Nullable Node node() {
        Card card = card();
        return card == null ? null : VisibleGraph.shownOf(card);
    }

    private Collection<Node> subject() {
        var selected = attention.selected().get();
        Card card = card();
        return !selected.isEmpty() ? selected : card == null ? List.of() : Highlights.nodes(card);
    }

    private Rect around(Collection<Node> nodes) {
        Placement placement = graph.placement();
        if (placement == null) {
            return new Rect(0, 0, 1, 1);
        }
        return nodes.stream()
                .flatMap(node -> placement.visible().cards(node).stream())
                .map(placement::card)
                .reduce(Rect::with)
                .orElse(placement.bounds());
    }

    private Collection<Node> all() {
        var all = new ArrayList<Node>();
        Placement placement = graph.placement();
        if (placement != null) {
            placement.visible().cards().forEach(card -> all.addAll(Highlights.nodes(card)));
        }
        return all;
    }

    private void select(@Nullable Card card) {
        if (card != null) {
            attention.toggle(Highlights.nodes(card));
        }
    }

    /// One thing after the other: the search, the focus, the selection, the keyboard's place.
    private void letGo() {
        if (search.isVisible() || !attention.search().finds().get().isEmpty()) {
            search.close();
        } else if (attention.neighbourhood().get() != null) {
            attention.lookAtAll();
        } else if (!attention.selected().get().isEmpty()) {
            attention.select(List.of());
        } else {
            cursor.put(null);
        }
    }

    private @Nullable Group groupToFold() {
        Card card = card();
        return card == null ? null : card.in();
    }

    private void fold() {
        Group around = groupToFold();
        if (card() instanceof GroupCard folded) {
            graph.open(folded);
        } else if (around != null) {
            fold(around);
        }
    }

    Groups groups() {
        return groups;
    }

    void fold(Group group) {
        graph.refold(now -> now.fold(group));
    }

    private void rearrange(@Nullable Placement placement) {
        if (placement != null) {
            graph.rearrange(placement);
        }
    }

    private void change(Detail other) {
        session.settings().detail().set(other);
    }

    private void copy(@Nullable Node node) {
        Value value = valueOf(node);
        if (value != null) {
            var content = new ClipboardContent();
            content.putString(Show.repr(value));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private @Nullable Value valueOf(@Nullable Node node) {
        Frame frame = session.frame().get();
        return node == null || frame == null ? null : frame.value(node);
    }

    private static @Nullable Span span(@Nullable Node node) {
        return node == null || node.span().length() == 0 ? null : node.span();
    }

    private void playTo(@Nullable Node node) {
        if (node != null) {
            session.playback().playTo(node);
        }
    }

    private void pauseAt(@Nullable Node node) {
        if (node != null) {
            session.playback().toggleBreakpoint(node);
        }
    }
}
