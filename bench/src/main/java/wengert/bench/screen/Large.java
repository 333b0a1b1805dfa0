package wengert.bench.screen;

import wengert.canvas.GraphCanvas;
import wengert.session.Session;

/// A program of 100,000 recorded nodes: how long after its run the folded graph is there, and how much memory all of it
/// takes, sweeps and display included. To be run with the heap that it must get along with.
public final class Large {

    private static final int TURNS = 50_000;

    private static final String PROGRAM =
            """
            using Zygote
            function f(x)
                s = 1.5
                for i in 1:%d
                    s = s * x + 0.5
                end
                s
            end
            gradient(f, 0.9)
            """
                    .formatted(TURNS);

    private Large() {}

    public static void main(String[] args) throws Exception {
        Stage.begin();
        for (int round = 1; round <= 3; round++) {
            var session = new Session();
            var made = new GraphCanvas[1];
            var stages = new Stage[1];
            Stage.onScreen(() -> {
                made[0] = new GraphCanvas(session);
                stages[0] = new Stage(made[0]);
                session.open("large.jl", PROGRAM);
            });
            GraphCanvas canvas = made[0];
            double run = stages[0].until(() -> session.study().get() != null);
            double picture = stages[0].until(() -> canvas.placement() != null && canvas.isSharp());
            int length = session.playback().length();
            Figures steps =
                    stages[0].frames(60, k -> session.playback().seek(length / 2 + 1000 * k));
            System.gc();
            long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(
                    "%,d nodes, %,d steps: run %.0f ms, then folded picture %.0f ms; "
                            + "a frame while scrubbing %s ms; heap in use %d MB of %d%n",
                    session.study().get().graph().nodes().size(),
                    length,
                    run,
                    picture,
                    steps,
                    used >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
            session.close();
        }
        System.exit(0);
    }
}
