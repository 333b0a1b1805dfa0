package wengert.views;

import javafx.animation.AnimationTimer;

/// Counts the pulses of the window. Whatever starts its own timer later is told of a pulse after this.
public final class Pulses extends AnimationTimer {

    private int count;

    @Override
    public void handle(long now) {
        count++;
    }

    public int count() {
        return count;
    }
}
