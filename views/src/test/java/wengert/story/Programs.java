package wengert.story;

import java.util.function.Predicate;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.trace.Node;

/// Programs to be looked at in tests.
public final class Programs {

    /// The program that the project grew from.
    public static final String CHAPTER =
            """
            using Zygote, LinearAlgebra
            x = collect(1.0:4.0)
            y(x) = 2x⋅x
            g = gradient(y, x)
            """;

    public static final String CLASSIC =
            """
            using Zygote
            f(x₁, x₂) = log(x₁) + x₁*x₂ - sin(x₂)
            gradient(f, 2.0, 5.0)
            """;

    public static final String NEURON =
            """
            using Zygote, LinearAlgebra
            σ(z) = 1 / (1 + exp(-z))
            loss(w, b) = (σ(w⋅[1.0, 2.0, 0.5] + b) - 1.0)^2
            gradient(loss, [0.5, -1.25, 2.0], 0.1)
            """;

    private Programs() {}

    /// A loop of so many turns, with a branch in it.
    public static String loop(int turns) {
        return """
        using Zygote
        function f(x)
            y = x
            for i in 1:%d
                y = y > 1 ? sin(y) * x : 2y + x
            end
            y
        end
        gradient(f, 0.7)
        """
                .formatted(turns);
    }

    /// The first study of a program without mistakes.
    public static Study study(String program) {
        Run run = new Runner(Budget.DEFAULT).run(new SourceText("test.jl", program));
        if (!run.succeeded()) {
            throw new AssertionError(run.diagnostics());
        }
        return run.studies().getFirst();
    }

    /// The node with a label.
    public static Node node(Study study, String label) {
        Predicate<Node> called = n -> study.graph().label(n).equals(label);
        return study.graph().nodes().stream().filter(called).findFirst().orElseThrow();
    }
}
