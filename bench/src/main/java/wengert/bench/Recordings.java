package wengert.bench;

import wengert.rival.Subjects;
import wengert.rival.Texts;
import wengert.run.Run;
import wengert.trace.Graph;

/// Programs whose recording is measured, by what they spend their time on. They are called and not differentiated: what is
/// measured ends when the graph is there.
enum Recordings {

    /// A loop of plain arithmetic: six nodes a turn.
    SCALARS(
            Recordings.OF_SCALARS,
            """
            function work(x)
                s = x
                for i in 1:100_000
                    s = s + sin(s) * 0.5 - s * x / 3
                end
                return s
            end
            pullback(work, 0.3)
            """),

    /// The same, with elements that are taken out of an array: one in five nodes.
    ELEMENTS(
            Recordings.OF_ELEMENTS,
            """
            function work(x)
                s = 0.0
                for i in 1:length(x)
                    s += x[i] * x[i] + 2x[i]
                end
                return s
            end
            pullback(work, collect(1.0:100_000.0))
            """),

    /// A recurrence of arrays of eight numbers: each node is an array.
    ARRAYS(
            Recordings.OF_ARRAYS,
            """
            function work(w, b)
                h = b
                for i in 1:50_000
                    h = tanh.(w .* h .+ b)
                end
                return sum(h)
            end
            pullback(work, [cos(i) for i in 1:8], [sin(i) for i in 1:8])
            """),

    /// ADBench's recurrent network with 1,024 letters.
    NETWORK(Recordings.OF_NETWORK, Subjects.recorded("lstm", 1_024)),

    /// ADBench's bundle adjustment with a tenth of its observations.
    BUNDLE(Recordings.OF_BUNDLE, Subjects.recorded("ba", 3_184));

    // annotations take constants only; a recording of another size is refused
    static final int OF_SCALARS = 600_003;
    static final int OF_ELEMENTS = 500_003;
    static final int OF_ARRAYS = 150_003;
    static final int OF_NETWORK = 501_284;
    static final int OF_BUNDLE = 292_942;

    private final int nodes;
    private final String program;

    Recordings(int nodes, String program) {
        this.nodes = nodes;
        this.program = program.startsWith("function") ? "using Zygote\n" + program : program;
    }

    int nodes() {
        return nodes;
    }

    Run run() {
        Run run = Texts.run(program);
        Graph graph = run.studies().getLast().graph();
        if (graph.nodes().size() != nodes) {
            throw new IllegalStateException(this + " has " + graph.nodes().size() + " nodes");
        }
        return run;
    }
}
