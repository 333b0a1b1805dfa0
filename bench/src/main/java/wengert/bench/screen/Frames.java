package wengert.bench.screen;

import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import wengert.canvas.GraphCanvas;
import wengert.session.Clock;
import wengert.session.Playback;
import wengert.session.Session;

/// The time of one frame while the graph is panned, zoomed and played, beside GraphStream's own viewer on the same
/// graphs. Prints a table: medians, and in brackets the worst, in milliseconds.
public final class Frames {

    private static final int FRAMES = 160;

    private Frames() {}

    public static void main(String[] args) throws Exception {
        Stage.begin();
        System.out.println("one frame, 1280 x 800, median (worst), ms");
        System.out.printf(
                "%8s %16s %16s %16s %12s %16s%n",
                "cards", "pan", "zoom", "play", "until sharp", "GraphStream pan");
        row(60, 8, 0.5);
        row(100, 10, 0);
        row(1_000, 32, 0);
        row(10_000, 100, 0);
        System.exit(0);
    }

    /// A clock that ticks when it is told to.
    private static final class HandClock implements Clock {
        private DoubleConsumer tick = _ -> {};

        @Override
        public void start(DoubleConsumer each) {
            tick = each;
        }

        @Override
        public void stop() {
            tick = _ -> {};
        }
    }

    /// @param scale how large the cards are shown at least; 0 for the whole graph in view
    private static void row(int nodes, int width, double scale) throws Exception {
        var clock = new HandClock();
        var background = Executors.newScheduledThreadPool(2, task -> {
            var thread = new Thread(null, task, "program", 512L << 20);
            thread.setDaemon(true);
            return thread;
        });
        var session = new Session(new Playback(clock), Platform::runLater, background);
        var made = new GraphCanvas[1];
        var stages = new Stage[1];
        Stage.onScreen(() -> {
            made[0] = new GraphCanvas(session);
            stages[0] = new Stage(made[0]);
            session.open("strands.jl", Programs.strands(nodes, width));
        });
        GraphCanvas canvas = made[0];
        Stage stage = stages[0];
        stage.until(() -> canvas.placement() != null);
        Stage.onScreen(() -> Window.unfold(canvas));
        stage.until(() -> canvas.placement() != null
                && canvas.placement().visible().cards().size() >= nodes);
        Stage.onScreen(() -> {
            session.playback().seek(session.playback().length() / 2);
            canvas.fit();
        });
        stage.until(canvas::isAtRest);
        if (scale > 0) {
            stage.frames(12, _ -> wheel(canvas, Math.max(1, scale / canvas.scale())));
        }
        stage.until(canvas::isAtRest);
        Figures pan = stage.frames(FRAMES, k -> drag(canvas, k, 3));
        Figures zoom = stage.frames(FRAMES, k -> wheel(canvas, k % 40 < 20 ? 1.02 : 1 / 1.02));
        double sharp = stage.until(canvas::isAtRest);
        session.playback().speed().set(20);
        Stage.onScreen(session.playback()::play);
        Figures play = stage.frames(FRAMES, _ -> clock.tick.accept(1 / 60.0));
        Stage.onScreen(session.playback()::pause);
        Figures rival = new GraphStreamViewer(canvas.placement()).pan(FRAMES / 4);
        System.out.printf(
                "%,8d %16s %16s %16s %12.0f %16s%n",
                canvas.placement().visible().cards().size(), pan, zoom, play, sharp, rival);
        session.close();
    }

    private static void drag(GraphCanvas canvas, int frame, double step) {
        double x = 640 + step * (frame % 80 < 40 ? frame % 40 : 40 - frame % 40);
        double y = 400 + x / 3;
        if (frame == 0) {
            canvas.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, x, y));
        }
        canvas.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, x, y));
    }

    private static Event mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, false, false, false, null);
    }

    private static void wheel(GraphCanvas canvas, double factor) {
        double delta = Math.log(factor) / Math.log(1.0018);
        canvas.fireEvent(
                new ScrollEvent(
                        ScrollEvent.SCROLL, 640, 400, 640, 400, false, false, false, false, false,
                        false, 0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }
}
