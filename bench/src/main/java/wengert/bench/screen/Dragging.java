package wengert.bench.screen;

import org.jspecify.annotations.Nullable;
import wengert.canvas.GraphCanvas;
import wengert.inputs.InputsPane;
import wengert.layout.Placement;

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
        Window window = Window.open(Programs.strands(nodes, width), nodes, InputsPane::new);
        Stage stage = window.stage();
        stage.frames(FRAMES, k -> drag(window, k)); // until it is compiled
        pictures = 0;
        Figures frames = stage.frames(FRAMES, k -> drag(window, k));
        System.out.printf(
                "%,8d %16s %20.0f%n",
                window.cards(),
                frames,
                pictures * FRAMES_A_SECOND / FRAMES);
        window.close();
    }

    private void drag(Window window, int frame) {
        GraphCanvas canvas = window.canvas();
        window.session().inputs().set(0, 0.5 + 0.002 * (frame % 200));
        if (canvas.placement() != last && canvas.isSharp()) {
            last = canvas.placement();
            pictures++;
        }
    }
}
