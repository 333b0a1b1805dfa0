package wengert.session;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import wengert.sweep.Step;

/// Where the reader is in a sweep. Every view watches this, and no view watches another.
///
/// Position 0 is before the first step; position *n* is after step *n*.
public final class Playback {

    /// How long a step lasts at speed 1.
    private static final double SECONDS_PER_STEP = 0.9;

    private final Clock clock;
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ObservableList<Step> stepsToRead =
            FXCollections.unmodifiableObservableList(steps);
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position");
    private final ReadOnlyObjectWrapper<@Nullable Step> current =
            new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 1);
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

    /// Another sweep, at its beginning.
    public void load(List<Step> sweep) {
        pause();
        seek(0);
        steps.setAll(sweep);
    }

    /// All steps, in order. The list tells when another sweep is loaded.
    public ObservableList<Step> steps() {
        return stepsToRead;
    }

    public int length() {
        return steps.size();
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

    /// Goes to a position at once; beyond the ends, to the end.
    public void seek(int target) {
        int next = Math.clamp(target, 0, steps.size());
        progress.set(playing.get() ? 0 : 1);
        if (next != position.get()) {
            position.set(next);
        }
        current.set(next == 0 ? null : steps.get(next - 1));
    }

    /// One step on, by hand: whatever is playing stops.
    public void forward() {
        pause();
        seek(position.get() + 1);
    }

    public void back() {
        pause();
        seek(position.get() - 1);
    }

    public void first() {
        pause();
        seek(0);
    }

    public void last() {
        pause();
        seek(steps.size());
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /// How fast it plays, from 0.1 to 20; 1 is a step about every second.
    public DoubleProperty speed() {
        return speed;
    }

    /// Plays on from here; from the beginning when at the end.
    public void play() {
        if (steps.isEmpty() || playing.get()) {
            return;
        }
        playing.set(true);
        seek((position.get() == steps.size() ? 0 : position.get()) + 1);
        clock.start(this::tick);
    }

    public void pause() {
        if (playing.get()) {
            clock.stop();
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

    private void tick(double seconds) {
        double shown = progress.get() + seconds * speed.get() / SECONDS_PER_STEP;
        if (shown < 1) {
            progress.set(shown);
        } else if (position.get() == steps.size()) {
            pause();
        } else {
            seek(position.get() + (int) shown);
            progress.set(position.get() == steps.size() ? 0 : shown - (int) shown);
        }
    }
}
