package wengert.canvas;

import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.layout.Placement;
import wengert.layout.Point;
import wengert.layout.Rect;
import wengert.trace.Group;

/// From where the picture is looked at, how that changes, and from where it was looked at before.
///
/// Whatever the hand does is remembered, so that there is a way back: each jump by itself, and what goes on without a
/// pause (turning the wheel, dragging) as one.
final class Camera {

    private static final Duration MOVE = Duration.millis(240);
    private static final long PAUSE =
            900_000_000; // nanoseconds; movements closer than this are one

    /// How much of the margin around a picture the window can do without.
    static final double SPARE = 14;

    /// A graph that would have to be shown smaller than this is shown in part, around the node at work.
    private static final double SMALLEST_FIT = 0.6;

    /// How large a graph is shown instead, with what is at work in the middle.
    private static final double READABLE = 0.8;

    private final DoubleProperty largestFit =
            new SimpleDoubleProperty(this, "largestFit", GraphCanvas.LARGEST_FIT);
    private final Supplier<Rect> window;
    private final BooleanSupplier moves;
    private final BooleanProperty following;
    private final ReadOnlyObjectWrapper<Viewpoint> view =
            new ReadOnlyObjectWrapper<>(this, "view", Viewpoint.ORIGIN);
    private final DoubleProperty way = new SimpleDoubleProperty(this, "way", 1);
    private final Timeline moving = new Timeline();
    private final Travels travels = new Travels();
    private Viewpoint from = Viewpoint.ORIGIN;
    private Viewpoint to = Viewpoint.ORIGIN;
    private boolean fitted = true;
    private boolean whole;
    private long lastMoved;

    /// @param window what of the window is free for the picture
    /// @param moves whether to glide; else the view changes at once
    /// @param following whether the node at work is kept in view; the hand that pans ends it
    Camera(Supplier<Rect> window, BooleanSupplier moves, BooleanProperty following) {
        this.window = window;
        this.moves = moves;
        this.following = following;
        moving.setOnFinished(_ -> view.set(to));
        way.subscribe(part -> {
            if (isMoving()) {
                view.set(from.towards(to, part.doubleValue()));
            }
        });
    }

    /// How large a small picture is shown at most when all of it is shown.
    DoubleProperty largestFit() {
        return largestFit;
    }

    ReadOnlyObjectProperty<Viewpoint> view() {
        return view.getReadOnlyProperty();
    }

    /// Where the view is, or is going to be.
    Viewpoint target() {
        return isMoving() ? to : view.get();
    }

    boolean isMoving() {
        return moving.getStatus() == Animation.Status.RUNNING;
    }

    /// Whether everything is to stay in view when the window gets another size.
    boolean isFitted() {
        return fitted;
    }

    /// Looks at a new picture from the beginning: at all of it, or if that were too small, at a part of it.
    void begin(Rect bounds, Rect part) {
        travels.forget();
        restart(bounds, part);
    }

    /// Looks at a picture as at the beginning, from wherever it was looked at.
    void restart(Rect bounds, Rect part) {
        whole = false;
        refit(bounds, part);
    }

    /// Whether movements are shown at all.
    boolean moves() {
        return moves.getAsBoolean();
    }

    /// Goes along while a picture becomes another: all of it stays in view if it was, and if that would be too small, or
    /// only a part was seen, what is unfolded or folded stays where it is. Where nothing is, because the same cards have
    /// been laid out anew, `anchor` stays, or if it is not in view, the card in the middle.
    ///
    /// @param anchor a card of the picture before
    void accompany(Placement before, Placement after, @Nullable Card anchor) {
        Viewpoint all = whole(after.bounds());
        if (fitted && all.scale() >= SMALLEST_FIT) {
            glide(all);
            return;
        }
        Point shift = shift(before, after);
        if (shift != null) {
            glide(shifted(shift));
        } else if (fitted && whole) {
            glide(all);
        } else {
            Viewpoint there = shifted(shift(before, after, anchor));
            glide(
                    fitted && !there.equals(target())
                            ? there.filled(after.bounds(), window.get())
                            : there);
        }
    }

    private Viewpoint shifted(Point shift) {
        double scale = target().scale();
        return target().panned(-scale * shift.x(), -scale * shift.y());
    }

    private Point shift(Placement before, Placement after, @Nullable Card anchor) {
        Card fixed = anchor != null && isInView(before.card(anchor)) ? anchor : inTheMiddle(before);
        Rect is = fixed == null ? null : after.standing(fixed);
        return fixed == null || is == null ? new Point(0, 0) : between(before.card(fixed), is);
    }

    private @Nullable Card inTheMiddle(Placement placement) {
        Rect free = window.get();
        Point from = target().inside(free.x(), free.y());
        double scale = target().scale();
        var seen = new Rect(from.x(), from.y(), free.width() / scale, free.height() / scale);
        return placement.seen(seen).cards().stream()
                .min(
                        Comparator.comparingDouble(card -> {
                            Rect box = placement.card(card);
                            return Math.hypot(
                                    box.centerX() - seen.centerX(), box.centerY() - seen.centerY());
                        }))
                .orElse(null);
    }

    /// How far what is unfolded or folded would move if nothing were done about it; null if nothing is.
    private static @Nullable Point shift(Placement before, Placement after) {
        for (Group loop : after.groups().keySet()) {
            int turn = after.visible().shownTurn(loop);
            Rect was = before.groups().get(loop);
            Rect is = after.groups().get(loop);
            if (turn > 0 && turn != before.visible().shownTurn(loop) && was != null && is != null) {
                return new Point(
                        is.x() - was.x(), is.y() - was.y()); // its title stays in its place
            }
        }
        for (Group group : after.groups().keySet()) {
            Rect was = before.groups().containsKey(group) ? null : before.standing(group);
            if (was != null) {
                Rect is = after.groups().get(group);
                return is == null ? new Point(0, 0) : between(was, is);
            }
        }
        for (var open : before.groups().entrySet()) {
            Rect is =
                    after.groups().containsKey(open.getKey())
                            ? null
                            : after.standing(open.getKey());
            if (is != null) {
                return between(open.getValue(), is);
            }
        }
        return null;
    }

    private static Point between(Rect was, Rect is) {
        return new Point(is.x() - was.x(), is.centerY() - was.centerY());
    }

    /// The same after the window has got another size.
    void refit(Rect bounds, Rect part) {
        moving.stop();
        fitted = true;
        Viewpoint all = whole(bounds);
        view.set(
                whole || all.scale() >= SMALLEST_FIT
                        ? all
                        : Viewpoint.centered(
                                        center(part), window.get(), Math.max(all.scale(), READABLE))
                                .filled(bounds, window.get()));
    }

    /// Shows all of a picture.
    void fit(Rect bounds) {
        jump(whole(bounds));
        fitted = true;
        whole = true;
    }

    private Viewpoint whole(Rect bounds) {
        return Viewpoint.fitting(bounds.grown(-SPARE), window.get(), largestFit.get());
    }

    /// Shows a part of a picture, as large as it goes.
    void fitPart(Rect part) {
        jump(Viewpoint.fitting(part, window.get(), largestFit.get()));
    }

    /// Shows things as large as they are.
    void actualSize() {
        zoom(1 / target().scale());
    }

    /// Zooms about the middle.
    void zoom(double factor) {
        Rect free = window.get();
        jump(target().zoomed(factor, free.centerX(), free.centerY()));
    }

    /// Zooms about a point of the window, at once.
    void zoomAt(double factor, double x, double y) {
        byHand(target().zoomed(factor, x, y));
    }

    /// Moves the picture with the hand.
    void pan(double dx, double dy) {
        following.set(false);
        byHand(view.get().panned(dx, dy));
    }

    /// Moves the picture by a key.
    void glideBy(double dx, double dy) {
        following.set(false);
        note();
        fitted = false;
        glide(target().panned(dx, dy));
    }

    /// Puts a point of the picture in the middle, at once.
    void visit(Point p) {
        following.set(false);
        byHand(Viewpoint.centered(p, window.get(), view.get().scale()));
    }

    /// Goes to a part of the picture that somebody asked for, large enough to be read.
    void goTo(Rect part) {
        if (!isInView(part) || target().scale() < SMALLEST_FIT) {
            double scale = Math.max(target().scale(), READABLE);
            Viewpoint near = Viewpoint.fitting(part.grown(20), window.get(), scale);
            jump(near);
        }
    }

    /// Brings two parts of the picture into view, if they are not: what gives, and what it gives to. The one that
    /// receives is shown where there is no room for both.
    ///
    /// @param bounds the whole picture
    void follow(Rect giver, Rect receiver, Rect bounds) {
        Rect free = window.get();
        Rect both = giver.with(receiver);
        double scale = target().scale();
        boolean room =
                both.width() * scale <= free.width() && both.height() * scale <= free.height();
        Rect part = room ? both : receiver;
        if (!isInView(part)) {
            glide(Viewpoint.centered(center(part), free, scale).filled(bounds, free));
        }
    }

    boolean isInView(Rect part) {
        Rect box = target().outside(part);
        Rect free = window.get();
        return box.x() >= free.x()
                && box.y() >= free.y()
                && box.right() <= free.right()
                && box.bottom() <= free.bottom();
    }

    /// To where the picture was looked at from before.
    void back() {
        glide(travels.back(target()));
        fitted = false;
    }

    /// To where it was looked at from before [#back].
    void forward() {
        glide(travels.forward(target()));
        fitted = false;
    }

    Travels travels() {
        return travels;
    }

    private void jump(Viewpoint next) {
        travels.leave(target());
        lastMoved = 0;
        fitted = false;
        glide(next);
    }

    private void byHand(Viewpoint next) {
        note();
        moving.stop();
        fitted = false;
        view.set(next);
    }

    private void note() {
        long now = System.nanoTime();
        if (lastMoved == 0 || now - lastMoved > PAUSE) {
            travels.leave(target());
        }
        lastMoved = now;
    }

    private void glide(Viewpoint target) {
        moving.stop();
        if (!moves.getAsBoolean()) {
            view.set(target);
            return;
        }
        from = view.get();
        to = target;
        way.set(0);
        moving.getKeyFrames()
                .setAll(new KeyFrame(MOVE, new KeyValue(way, 1, Interpolator.EASE_BOTH)));
        moving.play();
    }

    private static Point center(Rect part) {
        return new Point(part.centerX(), part.centerY());
    }
}
