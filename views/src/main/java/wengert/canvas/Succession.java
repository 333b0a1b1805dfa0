package wengert.canvas;

import org.jspecify.annotations.Nullable;
import wengert.display.Folding;
import wengert.display.VisibleGraph.Card;
import wengert.drawing.Cards;
import wengert.layout.Placement;
import wengert.run.Study;
import wengert.session.Session;
import wengert.session.Settings;
import wengert.story.Frame;
import wengert.story.Storyboard;

/// From one picture of what the session looks at to the next.
///
/// It has studies laid out, lets a picture move into another of the same graph, and leaves cards where the hand has put
/// them. The graph only hears of what it is to show.
final class Succession {

    private final Session session;
    private final GraphCanvas graph;
    private final Camera camera;
    private final Moves moves = new Moves();
    private final Loading loading = new Loading(this::arrived);
    private final Unfolding unfolding;
    private @Nullable Storyboard story;

    Succession(Session session, GraphCanvas graph, Camera camera) {
        this.session = session;
        this.graph = graph;
        this.camera = camera;
        unfolding = new Unfolding(graph::becomes, graph::isAtRest);
    }

    Loading loading() {
        return loading;
    }

    Moves moves() {
        return moves;
    }

    /// Whether a moment is of what is shown or being laid out.
    boolean knows(Frame frame) {
        return frame.story() == story;
    }

    /// There is nothing to look at any more.
    void end() {
        loading.cancel();
        story = null;
    }

    /// Another sweep is looked at. After an edit what is shown stays until the new picture is there, and in its place if
    /// only numbers have changed.
    void follow(Storyboard next) {
        story = next;
        Study study = session.study().get();
        if (graph.scenery() == null) {
            load(null);
        } else if (study != null) {
            unfolding.finish();
            loading.inTurn(() -> loadAgain(study, next));
        }
    }

    private void loadAgain(Study study, Storyboard next) {
        Placement placement = graph.placement();
        if (placement == null) {
            load(null);
        } else {
            loading.loadAgain(wish(study, next, null), placement);
        }
    }

    /// @param folding null to fold only what is too much to look at
    void load(@Nullable Folding folding) {
        Study study = session.study().get();
        if (study != null && story != null) {
            unfolding.finish();
            loading.load(wish(study, story, folding));
        }
    }

    /// The same again, with other things to be seen on it.
    void reload() {
        Placement placement = graph.placement();
        load(placement == null ? null : placement.visible().folding());
    }

    private Loading.Wish wish(Study study, Storyboard shows, @Nullable Folding folding) {
        Settings settings = session.settings();
        return new Loading.Wish(
                study,
                shows,
                folding,
                settings.detail().get(),
                settings.arrangement().get(),
                graph.placement());
    }

    private void arrived(Cards cards, Placement laidOut) {
        Frame now = session.frame().get();
        if (now == null) {
            return;
        }
        // while numbers are dragged the next study may have come already, and its own placement
        // will
        Storyboard told = cards.story();
        Frame moment = now.story() == told ? now : told.frame(now.since(), now.position());
        graph.goTo(moment);
        Placement placement = moves.of(laidOut);
        unfolding.finish();
        Scenery before = graph.scenery();
        boolean sameGraph = before != null && before.visible().graph() == cards.visible().graph();
        boolean same = loading.isAlike() || sameGraph;
        Card anchor = before != null && sameGraph ? before.first(moment) : null;
        if (before != null && camera.moves() && Unfolding.canMove(before, placement)) {
            camera.accompany(before.placement(), placement, anchor);
            unfolding.move(
                    before, cards, placement, session.theme(), () -> settle(cards, placement));
            return;
        }
        Scenery next = settle(cards, placement);
        boolean other = before == null || !before.placement().bounds().equals(placement.bounds());
        if (same && before != null) {
            camera.accompany(before.placement(), placement, anchor);
        } else if (camera.isFitted() || other) {
            camera.begin(placement.bounds(), next.start(moment));
        }
    }

    private Scenery settle(Cards cards, Placement placement) {
        var scenery = new Scenery(cards, placement, session.theme());
        graph.settle(scenery);
        return scenery;
    }
}
