package wengert.canvas;

import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.drawing.Detail;
import wengert.export.Picture;
import wengert.layout.Placement;
import wengert.layout.Point;
import wengert.layout.Rect;
import wengert.session.Playback;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// The graph of the session's study, at the moment the playback is at.
///
/// It is painted once per pulse at most, and only when something it shows has changed.
public final class GraphCanvas extends Region {

    /// How large a small graph is shown at most when all of it is shown.
    public static final double LARGEST_FIT = 1.15;

    private static final double ZOOM = 1.25;
    private static final double TITLE = 28;

    private final Session session;
    private final Playback playback;
    private final Projection projection = new Projection();
    private final BackgroundPainter painter =
            new BackgroundPainter(
                    picture -> Platform.runLater(() -> painted(picture)),
                    overview -> Platform.runLater(() -> painted(overview)));
    private final Camera camera;
    private final Minimap minimap;
    private final ZoomBar bar;
    private final Attending attending;
    private final Voices voices;
    private final LegendPane legend = new LegendPane();
    private final Succession succession;
    private final WaitingBar waiting;

    private @Nullable Scenery scenery;
    private @Nullable Frame shown;
    private Rect laidOutFor = new Rect(0, 0, 0, 0);
    private final Stepping stepping;

    public GraphCanvas(Session session) {
        this.session = session;
        this.playback = session.playback();
        stepping = new Stepping(playback);
        camera =
                new Camera(
                        this::window,
                        () -> isShowing() && !session.settings().calm().get(),
                        session.settings().follow());
        succession = new Succession(session, this, camera);
        waiting = new WaitingBar(succession.loading());
        minimap = new Minimap(camera::visit);
        bar = new ZoomBar(this, session.settings().follow(), session.settings().arrangement());
        getStyleClass().add("graph-canvas");
        URL styles = GraphCanvas.class.getResource("canvas.css");
        if (styles != null) {
            getStylesheets().add(styles.toExternalForm());
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setMinSize(0, 0);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        attending = new Attending(this, session);
        voices = new Voices(this, session, attending);
        getChildren()
                .setAll(
                        projection,
                        legend,
                        bar,
                        minimap,
                        waiting,
                        voices,
                        attending.tag(),
                        attending.search(),
                        attending.field());

        session.frame().subscribe(this::show);
        playback.progress().subscribe(this::requestPaint);
        session.dark().subscribe(this::wear);
        session.stale().subscribe(stale -> projection.setOpacity(stale ? 0.45 : 1));
        session.pointed().subscribe(this::requestPaint);
        stepping.moved().subscribe(this::requestPaint);
        camera.view().subscribe(this::look);
        session.settings().minimap().subscribe(this::requestPaint);
        session.settings().detail().addListener((_, before, now) -> tellIn(before, now));
        session.settings().arrangement().addListener(_ -> succession.reload());
        waiting.visibleProperty().subscribe(this::requestPaint);
        session.settings().legend().subscribe(this::requestPaint);
        session.settings().follow().addListener((_, _, follow) -> followAgain(follow));
    }

    // what is shown

    private void show(@Nullable Frame frame) {
        if (frame == null) {
            succession.end();
            scenery = null;
            shown = null;
            requestPaint();
        } else if (succession.knows(frame)) {
            moveTo(frame);
        } else {
            succession.follow(frame.story());
        }
    }

    /// Another picture is coming, and this is the moment that it will show.
    void goTo(Frame moment) {
        shown = moment;
    }

    /// Shows a picture on the way to another.
    void becomes(Scenery next) {
        scenery = next;
        requestPaint();
    }

    /// Shows a picture that stays.
    void settle(Scenery next) {
        scenery = next;
        boolean folds = !next.visible().folding().folded().isEmpty();
        bar.setFolds(folds || !next.visible().openGroups().isEmpty(), folds);
        wish();
        attending.refresh();
        voices.refresh();
        requestPaint();
    }

    /// Whether another picture is on its way.
    boolean isLayingOut() {
        return succession.loading().isBusy();
    }

    Moves moves() {
        return succession.moves();
    }

    /// Shows the same cards in other places.
    void rearrange(Placement placement) {
        if (scenery != null) {
            scenery = new Scenery(scenery.cards(), placement, session.theme());
            voices.refresh();
            requestPaint();
        }
    }

    private void tellIn(Detail before, Detail now) {
        if (before.digits().equals(now.digits())) {
            succession.reload();
        } // else the story is told anew, which is another picture
    }

    private void wear(boolean dark) {
        if (scenery != null) {
            scenery = scenery.in(session.theme());
        }
        setStyle(Colours.of(session.theme()));
        requestPaint();
    }

    // the moment

    private void moveTo(Frame frame) {
        Scenery current = scenery;
        if (current == null || current.cards().story() != frame.story()) {
            return; // not laid out yet
        }
        Frame before = shown;
        shown = frame;
        boolean next =
                before != null
                        && frame.position() > frame.since()
                        && frame.since() == before.position();
        stepping.step(next && !playback.playing().get() && isShowing());
        follow(current, frame);
        requestPaint();
    }

    private boolean isShowing() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }

    private void followAgain(boolean follow) {
        if (follow && scenery != null) {
            follow(scenery, shown);
        }
    }

    /// Brings the node at work into view, where not everything is, and the one that its share goes to.
    private void follow(Scenery current, @Nullable Frame frame) {
        if (frame == null || !session.settings().follow().get()) {
            return;
        }
        Node node = frame.atWork();
        if (node == null) {
            return;
        }
        Placement placement = current.placement();
        List<Card> cards = placement.visible().cards(node);
        if (!cards.isEmpty()) {
            Rect giver = placement.card(cards.getFirst());
            Node to = frame.receiver();
            Rect receiver = to == null ? giver : placement.nearest(to, giver);
            camera.follow(giver, receiver, placement.bounds());
        }
        attending.follow(node);
    }

    // the view

    /// What of the window is free for the graph.
    private Rect window() {
        return new Rect(0, 4, Math.max(1, getWidth()), Math.max(1, getHeight() - 48));
    }

    /// The nodes whose cards can be seen; of a card that is cut, those whose middle can.
    public Set<Node> inView() {
        Rect seen = view().seen(getWidth(), getHeight());
        return scenery == null ? Set.of() : scenery.in(seen);
    }

    /// Shows the whole graph.
    public void fit() {
        if (scenery != null) {
            camera.fit(scenery.placement().bounds());
        }
    }

    /// Shows the graph as when it was opened: all of it, or what can be read of it.
    public void lookAfresh() {
        if (scenery != null) {
            camera.restart(scenery.placement().bounds(), scenery.start(shown));
        }
    }

    /// How large a small graph is shown at most when all of it is shown; [#LARGEST_FIT] if nobody says otherwise.
    public DoubleProperty largestFit() {
        return camera.largestFit();
    }

    public void actualSize() {
        camera.actualSize();
    }

    public void zoomIn() {
        camera.zoom(ZOOM);
    }

    public void zoomOut() {
        camera.zoom(1 / ZOOM);
    }

    Camera camera() {
        return camera;
    }

    private void look(Viewpoint next) {
        bar.setScale(next.scale());
        requestPaint();
    }

    /// Does what is asked, if there is something to do it with.
    public void perform(GraphCommand command) {
        attending.steering().perform(command);
    }

    /// Whether there is something to do it with.
    public boolean can(GraphCommand command) {
        return attending.steering().can(command);
    }

    Cursor cursor() {
        return attending.cursor();
    }

    GraphMenu menu() {
        return attending.menu();
    }

    // folding

    /// Folds everything, or unfolds everything if something is folded.
    public void foldAll() {
        if (scenery != null) {
            VisibleGraph visible = scenery.placement().visible();
            Folding now = visible.folding();
            boolean open = now.folded().isEmpty() && now.turns().isEmpty();
            succession.load(open ? now.withAllFolded(visible.graph()) : now.withNoneFolded());
        }
    }

    /// Changes how much of the graph is in view.
    void refold(UnaryOperator<Folding> change) {
        if (scenery != null) {
            succession.load(change.apply(scenery.visible().folding()));
        }
    }

    /// Lets a loop show one of its turns, like the one that it showed before.
    void turn(Group loop, int turn) {
        Placement placement = placement();
        if (placement != null) {
            refold(now -> now.showingTurn(placement.visible().graph(), loop, turn));
        }
    }

    /// Opens a folded card.
    void open(GroupCard folded) {
        Placement placement = placement();
        if (placement != null) {
            Graph whole = placement.visible().graph();
            refold(now -> now.opening(whole, folded, Picture.MOST_CARDS));
        }
    }

    /// The open group whose title is at a point; null if none is.
    @Nullable Group titleAt(double x, double y) {
        Point p = view().inside(x, y);
        return scenery == null ? null : scenery.placement().titleAt(p.x(), p.y(), TITLE);
    }

    @Nullable Card cardAt(double x, double y) {
        Point p = view().inside(x, y);
        return scenery == null ? null : scenery.placement().cardAt(p.x(), p.y());
    }

    String title(Group group) {
        return scenery == null ? group.title() : scenery.visible().title(group);
    }

    String describe(Card card) {
        return scenery == null || shown == null ? "" : scenery.describe(card, shown);
    }

    /// Where everything is that is shown; null while there is nothing.
    public @Nullable Placement placement() {
        return scenery == null ? null : scenery.placement();
    }

    /// How large the picture is shown.
    public double scale() {
        return view().scale();
    }

    /// What is painted at the moment; null while there is nothing.
    @Nullable Scenery scenery() {
        return scenery;
    }

    Viewpoint view() {
        return camera.view().get();
    }

    // painting

    void requestPaint() {
        requestLayout(); // the next pulse paints, once
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (laidOutFor.width() != width || laidOutFor.height() != height) {
            laidOutFor = new Rect(0, 0, width, height);
            if (camera.isFitted() && scenery != null) {
                camera.refit(scenery.placement().bounds(), scenery.start(shown));
            }
        }
        bar.autosize();
        bar.relocate(14, height - bar.getHeight() - 12);
        attending.search().place(width);
        waiting.autosize();
        waiting.relocate((width - waiting.getWidth()) / 2, 12);
        legend.show(session.settings().legend().get() ? scenery : null, height - 90, ratio());
        legend.autosize();
        legend.relocate(14, 14);
        double left = width - Overview.WIDTH - 18;
        boolean beside = bar.getLayoutX() + bar.getWidth() < left;
        double below = beside ? height - 18 : bar.getLayoutY() - 8;
        minimap.relocate(left, below - Overview.HEIGHT);
        paint(width, height);
    }

    private void paint(double width, double height) {
        Viewpoint view = view();
        Lens lens = Lens.of(view, width, height, ratio());
        Scenery current = scenery;
        Frame frame = shown;
        projection.setFitWidth(lens.width() / lens.ratio());
        projection.setFitHeight(lens.height() / lens.ratio());
        if (current == null || frame == null) {
            projection.clear(lens, session.theme().background());
        } else {
            double phase = stepping.phase();
            wish();
            projection.show(
                    current,
                    lens,
                    over -> {
                        attending.paint(over, current.painter(), frame, lens);
                        var legible = new Legible(over, lens.scale() / lens.ratio());
                        current.paintOver(legible, frame, phase, session.pointed().get());
                    });
        }
        boolean room = width > 420 && height > 260 && session.settings().minimap().get();
        minimap.show(current, room ? view.seen(width, height) : null);
        bar.setVisible(current != null);
    }

    private void wish() {
        if (scenery != null && shown != null) {
            var moment = new Moment(shown, stepping.phase() < 1 && shown.position() > 0);
            painter.wish(
                    scenery, moment, Lens.of(camera.target(), getWidth(), getHeight(), ratio()));
        }
    }

    private void painted(Overview overview) {
        minimap.take(overview);
        requestPaint();
    }

    private void painted(Mosaic picture) {
        projection.take(picture);
        requestPaint();
        if (picture.whole() && picture.scenery() == scenery) {
            succession.loading().seen();
        }
    }

    /// Whether all that the window is to show has been painted.
    public boolean isAtRest() {
        return painter.atRest();
    }

    /// Whether the window shows what it should at this moment, to the pixel.
    public boolean isSharp() {
        return scenery != null
                && painter.atRest()
                && projection.isSharp(
                        scenery, Lens.of(camera.target(), getWidth(), getHeight(), ratio()));
    }

    /// How many pixels of the screen are in one of the window's units.
    private double ratio() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && scenery != null && shown != null) {
            return scenery.describe(shown);
        }
        Object answer = voices.answer(attribute, parameters);
        return answer == null ? super.queryAccessibleAttribute(attribute, parameters) : answer;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 480;
    }
}
