package wengert.bench.screen;

import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import wengert.canvas.GraphCanvas;
import wengert.display.Folding;
import wengert.session.Session;
import wengert.theme.Look;

/// The graph of a program and a pane on its left, as when somebody works with it: unfolded, after the last step.
record Window(Session session, GraphCanvas canvas, Stage stage) {

    private static final double PANE = 320;

    /// Opens a program in a window, and waits until its graph is there.
    ///
    /// @param nodes how many cards it has at least
    /// @param left makes the pane
    static Window open(String program, int nodes, Function<Session, Region> left)
            throws InterruptedException {
        var session = new Session();
        var made = new Window[1];
        Stage.onScreen(() -> {
            var canvas = new GraphCanvas(session);
            Region pane = left.apply(session);
            pane.setMinWidth(PANE);
            pane.setMaxWidth(PANE);
            HBox.setHgrow(canvas, Priority.ALWAYS);
            var stage = new Stage(new HBox(pane, canvas));
            Look.follow(stage.scene(), session.dark());
            session.open("strands.jl", program);
            made[0] = new Window(session, canvas, stage);
        });
        Window window = made[0];
        window.showCards(nodes);
        Stage.onScreen(() -> session.playback().seek(session.playback().length()));
        return window;
    }

    private void showCards(int least) throws InterruptedException {
        stage.until(() -> canvas.placement() != null && canvas.isAtRest());
        Stage.onScreen(() -> unfold(canvas));
        stage.until(() -> cards() >= least && canvas.isAtRest());
    }

    /// Shows every card there is.
    static void unfold(GraphCanvas canvas) {
        Folding now = canvas.placement().visible().folding();
        if (!now.folded().isEmpty()) {
            canvas.foldAll();
        }
    }

    int cards() {
        return canvas.placement().visible().cards().size();
    }

    void close() {
        session.close();
    }
}
