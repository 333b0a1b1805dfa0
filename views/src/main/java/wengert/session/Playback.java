package wengert.session;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import wengert.sweep.Step;
import wengert.trace.Node;

/// Where the reader is in a sweep. Every view watches this, and no view watches another.
///
/// Position 0 is before the first step; position *n* is after step *n*. Stepping and playing go from stop to stop,
/// which are as far apart as the reader's [wengert.story.Grain] says; scrubbing goes anywhere.
public final class Playback {

    /// How long a step lasts at speed 1.
    private static final double SECONDS_PER_STEP = 0.9;

    /// The part of a step's time in which what it moves arrives, so that the result can be seen before the next.
    private static final double MOVING = 0.75;

    /// How long the end is shown before a playback that loops begins again, in steps.
    private static final double STEPS_AT_THE_END = 2;

    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<Step>> steps =
            new ReadOnlyObjectWrapper<>(this, "steps", List.of());
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position");
    private final ReadOnlyObjectWrapper<@Nullable Step> current =
            new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 1);
    private final BooleanProperty looping = new SimpleBooleanProperty(this, "looping");
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    private final ObservableSet<Node> breakpoints = FXCollections.observableSet();

    private final ReadOnlyObjectWrapper<int[]> stops =
            new ReadOnlyObjectWrapper<>(this, "stops", new int[0]);

    /// Where playing ends next; beyond every position when it ends with the sweep.
    private int until = Integer.MAX_VALUE;

    /// How much of the time for the current step is over.
    private double elapsed;

    private final DoubleProperty speed =
            new SimpleDoubleProperty(this, "speed", 1) {
                @Override
                public void set(double value) {
                    super.set(Math.clamp(value, 0.1, 20));
                }
            };

    /// A playback that moves with the screen.
    public Playback() {
        this(Clock.ofTheScreen());
    }

    public Playback(Clock clock) {
        this.clock = clock;
    }

    /// Another sweep, at its beginning, with a stop after each step.
    public void load(List<Step> sweep) {
        load(sweep, IntStream.rangeClosed(1, sweep.size()).toArray());
    }

    /// Another sweep, at its beginning.
    ///
    /// @param newStops as for [#stopAt]
    public void load(List<Step> sweep, int[] newStops) {
        pause();
        seek(0);
        breakpoints.clear();
        steps.set(sweep);
        stops.set(newStops.clone());
    }

    /// Other stops for the same sweep.
    ///
    /// @param newStops positions in ascending order, the last of them the end
    public void stopAt(int[] newStops) {
        stops.set(newStops.clone());
    }

    /// The positions where the reader stops, ascending. Position 0 is one as well, and not among them.
    public ReadOnlyObjectProperty<int[]> stops() {
        return stops.getReadOnlyProperty();
    }

    /// All steps, in order. There may be very many, so another sweep is another list.
    public ReadOnlyObjectProperty<List<Step>> steps() {
        return steps.getReadOnlyProperty();
    }

    public int length() {
        return steps.get().size();
    }

    public ReadOnlyIntegerProperty position() {
        return position.getReadOnlyProperty();
    }

    /// The step just taken; null before the first.
    public ReadOnlyObjectProperty<@Nullable Step> current() {
        return current.getReadOnlyProperty();
    }

    /// How much of the current step has been shown, from 0 to 1; always 1 unless playing.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// How far what the current step moves has come, from 0 to 1. It arrives before the step's time is over.
    public double arrival() {
        return Math.min(1, progress.get() / MOVING);
    }

    /// Where the reader who is at a position comes from: the stop before it.
    public int before(int at) {
        int found = Arrays.binarySearch(stops.get(), at);
        int next = found >= 0 ? found : -found - 1;
        return next == 0 ? 0 : stops.get()[next - 1];
    }

    private int after(int at) {
        int found = Arrays.binarySearch(stops.get(), at);
        int next = found >= 0 ? found + 1 : -found - 1;
        return next == stops.get().length ? length() : stops.get()[next];
    }

    /// Goes to a position at once; beyond the ends, to the end.
    public void seek(int target) {
        int next = Math.clamp(target, 0, length());
        elapsed = 0;
        progress.set(playing.get() && !reducedMotion.get() ? 0 : 1);
        if (next != position.get()) {
            position.set(next);
        }
        current.set(next == 0 ? null : step(next));
    }

    /// To the next stop, by hand: whatever is playing stops.
    public void forward() {
        pause();
        seek(after(position.get()));
    }

    /// To the stop before, by hand.
    public void back() {
        pause();
        seek(before(position.get()));
    }

    public void first() {
        pause();
        seek(0);
    }

    public void last() {
        pause();
        seek(length());
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /// How fast it plays, from 0.1 to 20; 1 is a step about every second.
    public DoubleProperty speed() {
        return speed;
    }

    /// Whether playing begins again when it has come to the end.
    public BooleanProperty looping() {
        return looping;
    }

    /// Whether nothing is to move on the screen: each step is there at once, and [#progress] stays 1.
    public BooleanProperty reducedMotion() {
        return reducedMotion;
    }

    /// The nodes at which playing pauses: when they are computed, and when they begin to hand back.
    public ObservableSet<Node> breakpoints() {
        return breakpoints;
    }

    /// Sets a breakpoint, or takes it away.
    public void toggleBreakpoint(Node node) {
        if (!breakpoints.remove(node)) {
            breakpoints.add(node);
        }
    }

    /// The positions at which the turn of a node with a breakpoint comes, ascending.
    ///
    /// @param most how many at the most
    public List<Integer> pauses(int most) {
        return breakpoints.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(1, length())
                        .filter(at -> breakpoints.contains(step(at).node()) && begins(at))
                        .limit(most)
                        .boxed()
                        .toList();
    }

    /// Twice as fast.
    public void faster() {
        speed.set(2 * speed.get());
    }

    /// Half as fast.
    public void slower() {
        speed.set(speed.get() / 2);
    }

    /// Plays on from here; from the beginning when at the end.
    public void play() {
        if (length() == 0 || playing.get()) {
            return;
        }
        playing.set(true);
        seek(after(position.get() == length() ? 0 : position.get()));
        clock.start(this::tick);
    }

    /// Plays until a position is reached, and pauses there. One that lies behind is played to from the beginning.
    public void playTo(int target) {
        pause();
        int end = Math.clamp(target, 0, length());
        if (end <= position.get()) {
            seek(0);
        }
        if (end > position.get()) {
            until = end;
            play();
        }
    }

    /// Plays until a node is next computed or begins to hand back; from the beginning if that lies behind.
    public void playTo(Node node) {
        int next = next(node, position.get());
        playTo(next > 0 ? next : next(node, 0));
    }

    /// The position after `from` at which a node's turn comes; 0 if it does not come again.
    private int next(Node node, int from) {
        for (int at = from + 1; at <= length(); at++) {
            if (begins(at) && step(at).node() == node) {
                return at;
            }
        }
        return 0;
    }

    /// Whether the step that leads to a position is the first of its node's, in this direction.
    private boolean begins(int at) {
        return at == 1 || step(at).node() != step(at - 1).node();
    }

    public void pause() {
        if (playing.get()) {
            clock.stop();
            until = Integer.MAX_VALUE;
            playing.set(false);
            progress.set(1);
        }
    }

    /// Plays when paused, and pauses when playing.
    public void toggle() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /// What is shown after a tick is shown once, however many steps it has gone: a window that is late must not have
    /// more to do than one that is not.
    private void tick(double seconds) {
        double over = elapsed + seconds * speed.get() / SECONDS_PER_STEP;
        int at = position.get();
        while (over >= 1 && at < length() && !pausesAt(at)) {
            over -= 1;
            at = after(at);
        }
        if (at != position.get()) {
            seek(at);
        }
        boolean ended = at == length();
        if (over >= 1 && (pausesAt(at) || ended && !looping.get())) {
            pause();
        } else if (ended && over >= STEPS_AT_THE_END) {
            seek(after(0));
        } else {
            elapsed = over;
            progress.set(reducedMotion.get() ? 1 : Math.min(1, over));
        }
    }

    /// Whether playing ends at a stop once it has been shown.
    private boolean pausesAt(int at) {
        if (at >= until) {
            return true;
        }
        if (breakpoints.isEmpty()) {
            return false;
        }
        for (int k = before(at) + 1; k <= at; k++) {
            if (begins(k) && breakpoints.contains(step(k).node())) {
                return true;
            }
        }
        return false;
    }

    /// The step that leads to a position.
    private Step step(int at) {
        return steps.get().get(at - 1);
    }
}
