package wengert.canvas;

import java.net.URL;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.drawing.Cards;
import wengert.drawing.Colour;
import wengert.drawing.Theme;
import wengert.layout.Placement;
import wengert.layout.Point;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.session.Playback;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.trace.Group;

/// The graph of the session's study, at the moment the playback is at.
///
/// It is painted once per pulse at most, and only when something it shows has changed.
public final class GraphCanvas extends Region {

    private static final Duration STEP = Duration.millis(420);
    private static final Duration MOVE = Duration.millis(240);
    private static final double LARGEST_FIT = 1.15;

    /// A graph that would have to be shown smaller than this is shown in part, around the node at work.
    private static final double SMALLEST_FIT = 0.5;

    /// How large a graph is shown instead, with what is at work in the middle.
    private static final double READABLE = 0.75;

    private final Session session;
    private final Playback playback;
    private final Canvas canvas = new Canvas();
    private final FxSurface surface = new FxSurface(canvas.getGraphicsContext2D());
    private final Minimap minimap = new Minimap(this::visit);
    private final ZoomBar bar =
            new ZoomBar(
                    () -> zoom(1 / 1.25),
                    this::actualSize,
                    () -> zoom(1.25),
                    this::fit,
                    this::foldAll);
    private final Label remark = new Label();
    private final Loading loading = new Loading(this::arrived);
    private final DoubleProperty phase = new SimpleDoubleProperty(this, "phase", 1);
    private final DoubleProperty way = new SimpleDoubleProperty(this, "way", 1);

    private @Nullable Scenery scenery;
    private @Nullable Storyboard story;
    private Viewpoint view = Viewpoint.ORIGIN;
    private Viewpoint from = Viewpoint.ORIGIN;
    private Viewpoint to = Viewpoint.ORIGIN;
    private boolean fitted = true;
    private final Timeline stepping = new Timeline();
    private final Timeline moving = new Timeline();

    public GraphCanvas(Session session) {
        this.session = session;
        this.playback = session.playback();
        getStyleClass().add("graph-canvas");
        URL styles = GraphCanvas.class.getResource("canvas.css");
        if (styles != null) {
            getStylesheets().add(styles.toExternalForm());
        }
        remark.getStyleClass().add("graph-remark");
        remark.setVisible(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().setAll(canvas, remark, bar, minimap);
        new Gestures(this, session).install();

        session.frame().subscribe(this::show);
        playback.progress().subscribe(this::requestPaint);
        session.dark().subscribe(this::wear);
        session.stale().subscribe(stale -> canvas.setOpacity(stale ? 0.45 : 1));
        session.pointed().subscribe(this::requestPaint);
        phase.subscribe(this::requestPaint);
        way.subscribe(part -> look(from.towards(to, part.doubleValue())));
    }

    // what is shown

    private void show(@Nullable Frame frame) {
        if (frame == null) {
            loading.cancel();
            story = null;
            scenery = null;
            requestPaint();
        } else if (frame.story() != story) {
            story = frame.story();
            load(null);
        } else {
            moveTo(frame);
        }
    }

    /// @param folding null to fold only what is too much to look at
    private void load(@Nullable Folding folding) {
        Study study = session.study().get();
        if (study != null && story != null) {
            loading.load(study, story, folding);
        }
    }

    private void arrived(Cards cards, Placement placement) {
        int before = scenery == null ? 0 : scenery.placement().visible().cards().size();
        Frame now = session.frame().get();
        if (now == null || now.story() != cards.story()) {
            return; // another study has come meanwhile, and its own placement will
        }
        scenery = new Scenery(cards, placement, theme(), now);
        remark.setText(placement.remark());
        remark.setVisible(placement.remark() != null);
        boolean folds = !cards.visible().folding().folded().isEmpty();
        bar.setFolds(folds || !cards.visible().openGroups().isEmpty(), folds);
        if (fitted || before != placement.visible().cards().size()) {
            stopMoving();
            look(home());
            fitted = true;
        }
        requestPaint();
    }

    private void wear(boolean dark) {
        if (scenery != null) {
            scenery = scenery.in(theme());
        }
        Theme theme = theme();
        setStyle(
                "-graph-background: %s; -graph-card: %s; -graph-line: %s; -graph-text: %s; -graph-muted: %s;"
                        .formatted(
                                theme.background().hex(),
                                theme.card().hex(),
                                theme.border().hex(),
                                theme.text().hex(),
                                theme.muted().hex()));
        requestPaint();
    }

    private Theme theme() {
        return session.dark().get() ? Theme.DARK : Theme.LIGHT;
    }

    // the moment

    private void moveTo(Frame frame) {
        Scenery current = scenery;
        if (current == null || current.frame().story() != frame.story()) {
            return; // not laid out yet
        }
        boolean next =
                frame.position() > frame.since() && frame.since() == current.frame().position();
        current.show(frame);
        stepping.stop();
        phase.set(1);
        if (next && !playback.playing().get() && isShowing()) {
            phase.set(0);
            stepping.getKeyFrames()
                    .setAll(new KeyFrame(STEP, new KeyValue(phase, 1, Interpolator.EASE_BOTH)));
            stepping.play();
        }
        follow(current);
        requestPaint();
    }

    private double phaseNow() {
        double progress = playback.progress().get();
        // while playing, what moves arrives before the step ends, so that the result can be seen
        double playing = Math.min(1, progress / 0.75);
        return playback.playing().get()
                ? Interpolator.EASE_BOTH.interpolate(0.0, 1.0, playing)
                : phase.get();
    }

    private boolean isShowing() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }

    /// Brings the node at work into view, where not everything is.
    private void follow(Scenery current) {
        var node = current.frame().atWork();
        if (node == null) {
            return;
        }
        var cards = current.placement().visible().cards(node);
        if (cards.isEmpty()) {
            return;
        }
        Rect box = target().outside(current.placement().card(cards.getFirst()));
        Rect window = window();
        boolean seen =
                box.x() >= window.x()
                        && box.y() >= window.y()
                        && box.right() <= window.right()
                        && box.bottom() <= window.bottom();
        if (!seen) {
            Rect card = current.placement().card(cards.getFirst());
            glide(
                    Viewpoint.centered(
                            new Point(card.centerX(), card.centerY()), window, view.scale()));
        }
    }

    // the view

    /// What of the window is free for the graph.
    private Rect window() {
        return new Rect(12, 12, Math.max(1, getWidth() - 24), Math.max(1, getHeight() - 56));
    }

    private Viewpoint home() {
        if (scenery == null) {
            return Viewpoint.ORIGIN;
        }
        Rect bounds = scenery.placement().bounds();
        Viewpoint whole = Viewpoint.fitting(bounds, window(), LARGEST_FIT);
        if (whole.scale() >= SMALLEST_FIT) {
            return whole;
        }
        VisibleGraph visible = scenery.placement().visible();
        var node = scenery.frame().atWork();
        var cards = visible.cards(node == null ? visible.graph().nodes().getFirst() : node);
        Rect box = cards.isEmpty() ? bounds : scenery.placement().card(cards.getFirst());
        return Viewpoint.centered(
                new Point(box.centerX(), box.centerY()),
                window(),
                Math.max(whole.scale(), READABLE));
    }

    /// Shows the whole graph.
    public void fit() {
        if (scenery != null) {
            fitted = true;
            glide(Viewpoint.fitting(scenery.placement().bounds(), window(), LARGEST_FIT));
        }
    }

    public void actualSize() {
        zoom(1 / target().scale());
    }

    /// Zooms about the middle.
    public void zoom(double factor) {
        fitted = false;
        glide(target().zoomed(factor, window().centerX(), window().centerY()));
    }

    void zoomAt(double factor, double x, double y) {
        stopMoving();
        fitted = false;
        look(view.zoomed(factor, x, y));
    }

    void pan(double dx, double dy) {
        stopMoving();
        fitted = false;
        look(view.panned(dx, dy));
    }

    private void visit(Point p) {
        stopMoving();
        fitted = false;
        look(Viewpoint.centered(p, window(), view.scale()));
    }

    /// Where the view is, or is going to be.
    private Viewpoint target() {
        return moving.getStatus() == Animation.Status.RUNNING ? to : view;
    }

    private void glide(Viewpoint target) {
        moving.stop();
        if (!isShowing()) {
            look(target);
            return;
        }
        from = view;
        to = target;
        way.set(0);
        moving.getKeyFrames()
                .setAll(new KeyFrame(MOVE, new KeyValue(way, 1, Interpolator.EASE_BOTH)));
        moving.play();
    }

    private void stopMoving() {
        moving.stop();
    }

    private void look(Viewpoint next) {
        view = next;
        bar.setScale(next.scale());
        requestPaint();
    }

    // folding

    private void foldAll() {
        if (scenery != null) {
            VisibleGraph visible = scenery.placement().visible();
            fitted = true;
            boolean open = visible.folding().folded().isEmpty();
            load(open ? Folding.all(visible.graph()) : Folding.NONE);
        }
    }

    /// Folds or unfolds what is at a point: a folded card, or the title of an open group.
    void toggleFold(double x, double y) {
        Scenery current = scenery;
        if (current == null) {
            return;
        }
        Point p = view.inside(x, y);
        Folding now = current.placement().visible().folding();
        Group title = current.placement().titleAt(p.x(), p.y(), 28);
        if (cardAt(x, y) instanceof VisibleGraph.GroupCard folded) {
            load(now.unfold(folded.group()));
        } else if (title != null) {
            load(now.fold(title));
        }
    }

    @Nullable Card cardAt(double x, double y) {
        Point p = view.inside(x, y);
        return scenery == null ? null : scenery.placement().cardAt(p.x(), p.y());
    }

    String describe(Card card) {
        return scenery == null ? "" : scenery.describe(card);
    }

    /// What is painted at the moment; null while there is nothing.
    @Nullable Scenery scenery() {
        return scenery;
    }

    Viewpoint view() {
        return view;
    }

    // painting

    private void requestPaint() {
        requestLayout(); // the next pulse paints, once
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean resized = canvas.getWidth() != width || canvas.getHeight() != height;
        if (resized) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            if (fitted && moving.getStatus() != Animation.Status.RUNNING) {
                view = home();
                bar.setScale(view.scale());
            }
        }
        bar.autosize();
        bar.relocate(14, height - bar.getHeight() - 12);
        remark.autosize();
        remark.relocate((width - remark.getWidth()) / 2, 12);
        minimap.relocate(width - minimap.getWidth() - 18, height - minimap.getHeight() - 18);
        paint(width, height);
    }

    private void paint(double width, double height) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        Colour ground = theme().background();
        graphics.setFill(Color.rgb(ground.red(), ground.green(), ground.blue()));
        graphics.fillRect(0, 0, width, height);
        Rect seen = view.seen(width, height);
        Scenery current = scenery;
        if (current != null) {
            surface.push();
            surface.translate(view.x(), view.y());
            surface.scale(view.scale());
            current.paint(surface, view, seen, phaseNow(), session.pointed().get());
            surface.pop();
        }
        minimap.show(width > 420 && height > 260 ? current : null, seen);
        bar.setVisible(current != null);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && scenery != null
                ? scenery.describe()
                : super.queryAccessibleAttribute(attribute, parameters);
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
