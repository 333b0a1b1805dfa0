package wengert.bench.screen;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import wengert.canvas.GraphCanvas;
import wengert.inputs.InputsPane;
import wengert.layout.Placement;
import wengert.session.Session;
import wengert.theme.Look;

/// How smooth it is to drag a number that goes in: what a frame takes while the number changes with each, and how many
/// of the frames show a picture of the graph at another number.
public final class Dragging {

    private static final int FRAMES = 160;
    private static final double FRAMES_A_SECOND = 60;

    private int pictures;
    private @Nullable Placement last;

    private Dragging() {}

    public static void main(String[] args) throws Exception {
        Stage.begin();
        System.out.printf("%8s %16s %20s%n", "cards", "frame, ms", "pictures a second");
        for (int nodes : new int[] {20, 100, 1_000}) {
            new Dragging().row(nodes, 5);
        }
        System.exit(0);
    }

    private void row(int nodes, int width) throws Exception {
        var session = new Session();
        var made = new GraphCanvas[1];
        var stages = new Stage[1];
        Stage.onScreen(() -> {
            made[0] = new GraphCanvas(session);
            var inputs = new InputsPane(session);
            inputs.setMinWidth(320);
            inputs.setMaxWidth(320);
            HBox.setHgrow(made[0], Priority.ALWAYS);
            stages[0] = new Stage(new HBox(inputs, made[0]));
            Look.follow(stages[0].scene(), session.dark());
            session.open("strands.jl", Programs.strands(nodes, width));
        });
        GraphCanvas canvas = made[0];
        Stage stage = stages[0];
        stage.until(() -> canvas.placement() != null && canvas.isAtRest());
        Stage.onScreen(canvas::unfoldAll);
        stage.until(() -> canvas.placement().visible().cards().size() >= nodes && canvas.isAtRest());
        Stage.onScreen(() -> session.playback().seek(session.playback().length()));
        stage.frames(FRAMES, k -> drag(session, canvas, k)); // until it is compiled
        pictures = 0;
        Figures frames = stage.frames(FRAMES, k -> drag(session, canvas, k));
        System.out.printf(
                "%,8d %16s %20.0f%n",
                canvas.placement().visible().cards().size(),
                frames,
                pictures * FRAMES_A_SECOND / FRAMES);
        session.close();
    }

    private void drag(Session session, GraphCanvas canvas, int frame) {
        session.inputs().set(0, 0.5 + 0.002 * (frame % 200));
        if (canvas.placement() != last && canvas.isSharp()) {
            last = canvas.placement();
            pictures++;
        }
    }
}
