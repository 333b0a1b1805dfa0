package wengert.session;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/// What makes a playback move: something that ticks while it is started.
public interface Clock {

    /// Begins to tick. Each tick hands over the seconds since the one before.
    void start(DoubleConsumer tick);

    void stop();

    /// A clock that ticks once for every picture the screen shows.
    static Clock ofTheScreen() {
        return new Clock() {

            private @Nullable AnimationTimer timer;

            @Override
            public void start(DoubleConsumer tick) {
                stop();
                timer =
                        new AnimationTimer() {
                            private long last;

                            @Override
                            public void handle(long now) {
                                if (last != 0) {
                                    tick.accept((now - last) / 1e9);
                                }
                                last = now;
                            }
                        };
                timer.start();
            }

            @Override
            public void stop() {
                if (timer != null) {
                    timer.stop();
                    timer = null;
                }
            }
        };
    }
}
