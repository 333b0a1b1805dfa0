package wengert.bench.screen;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.fxmisc.richtext.CodeArea;
import wengert.canvas.GraphCanvas;
import wengert.editor.EditorPane;

/// From a keystroke in the editor to the frame that shows what came of it, for programs of about 100 nodes and more.
///
/// The keystrokes change a digit of the inputs. What is timed is all of it: the editor, the run, its sweeps, the
/// picture, until the frame that shows it has been rasterised.
public final class Keystrokes {

    private static final int STROKES = 60;

    /// Strokes before those that count, until what they do is compiled.
    private static final int WARM_UP = 140;

    /// How long somebody looks at a window that has been opened before they write, in milliseconds.
    private static final long READING = 3_000;

    /// Those that find nothing compiled.
    private static final int FIRST = 12;

    private Keystrokes() {}

    public static void main(String[] args) throws Exception {
        Stage.begin();
        System.out.println("from a keystroke to the picture, ms");
        System.out.printf("%8s %10s %10s%n", "nodes", "median", "worst");
        row(100, 5);
        row(1_000, 10);
        System.exit(0);
    }

    private static void row(int nodes, int width) throws Exception {
        String program = Programs.strands(nodes, width);
        Window window = Window.open(program, nodes, EditorPane::new);
        Stage stage = window.stage();
        Thread.sleep(READING);
        var area = (CodeArea) stage.scene().lookup(".code-area");
        int digit = program.lastIndexOf("0.5") + 2;
        double[] times = new double[WARM_UP + STROKES];
        for (int k = 0; k < times.length; k++) {
            String typed = Integer.toString(k % 2 == 0 ? 7 : 5);
            Thread.sleep(60);
            long from = System.nanoTime();
            Stage.onScreen(() -> area.replaceText(digit, digit + 1, typed));
            var _ = stage.until(() -> isShown(window, area.getText()));
            times[k] = (System.nanoTime() - from) / 1e6;
            if (k == FIRST && nodes == 100) {
                System.out.println("     the first strokes: " + first(times));
            }
        }
        double[] sorted = Arrays.copyOfRange(times, WARM_UP, times.length);
        Arrays.sort(sorted);
        System.out.printf(
                "%,8d %10.1f %10.1f%n",
                window.cards(),
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
        window.close();
    }

    private static String first(double[] times) {
        return Arrays.stream(times, 0, FIRST)
                .mapToObj("%.0f"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static boolean isShown(Window window, String text) {
        GraphCanvas canvas = window.canvas();
        var run = window.session().run().get();
        var study = window.session().study().get();
        return run != null
                && run.source().text().equals(text)
                && study != null
                && canvas.placement() != null
                && canvas.placement().visible().graph() == study.graph()
                && canvas.isSharp();
    }
}
