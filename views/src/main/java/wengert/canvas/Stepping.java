package wengert.canvas;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;
import wengert.session.Playback;

/// How far what a step moves has come: while the sweep plays as far as the playback says, after a single step by a
/// movement of its own.
final class Stepping {

    private static final Duration STEP = Duration.millis(420);

    private final Playback playback;
    private final DoubleProperty phase = new SimpleDoubleProperty(this, "phase", 1);
    private final Timeline timeline =
            new Timeline(new KeyFrame(STEP, new KeyValue(phase, 1, Interpolator.EASE_BOTH)));

    Stepping(Playback playback) {
        this.playback = playback;
    }

    /// Goes to another step.
    ///
    /// @param moves whether that is to be seen; else it has happened
    void step(boolean moves) {
        timeline.stop();
        phase.set(moves ? 0 : 1);
        if (moves) {
            timeline.play();
        }
    }

    /// Changes while a single step is under way.
    ReadOnlyDoubleProperty moved() {
        return phase;
    }

    /// From 0, nothing has moved yet, to 1, everything is where it belongs.
    double phase() {
        return playback.playing().get()
                ? Interpolator.EASE_BOTH.interpolate(0.0, 1.0, playback.arrival())
                : phase.get();
    }
}
