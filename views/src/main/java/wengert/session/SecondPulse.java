package wengert.session;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Does things one pulse after the next: that one has enough to do with what is there already.
final class SecondPulse implements Executor {

    @Override
    public void execute(Runnable task) {
        Platform.runLater(() -> new Timer(task).start());
    }

    private static final class Timer extends AnimationTimer {

        private final Runnable task;
        private boolean second;

        Timer(Runnable task) {
            this.task = task;
        }

        @Override
        public void handle(long now) {
            if (second) {
                stop();
                task.run();
            }
            second = true;
        }
    }
}
