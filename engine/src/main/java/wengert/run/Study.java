package wengert.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.compile.FastGradient;
import wengert.source.Span;
import wengert.sweep.Checks;
import wengert.sweep.ForwardSweep;
import wengert.sweep.GradientGraph;
import wengert.sweep.Mode;
import wengert.sweep.NonFinite;
import wengert.sweep.ReverseSweep;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Value;

/// What is being looked at: one differentiated call, its graph, its sweeps.
public final class Study {

    private final String title;
    private final Span call;
    private final Graph graph;
    private final Value seed;
    private final FastGradient fast;
    private final FastGradient fastValue;
    private final boolean ofGradient;
    private final @Nullable Study origin;
    private @Nullable List<Step> steps;

    /// @param title the call in the user's words: `gradient(y, x)`
    /// @param call where the call stands in the source
    /// @param seed the adjoint of the output that the reverse sweep starts from: 1.0, or a direction for an array
    public Study(String title, Span call, Graph graph, Value seed) {
        this(title, call, graph, seed, null, false);
    }

    /// @param program what to run where the graph does not hold
    /// @param ofGradient whether the function is itself the gradient of the program's
    Study(
            String title,
            Span call,
            Graph graph,
            Value seed,
            FastGradient.@Nullable Program program,
            boolean ofGradient) {
        this.title = title;
        this.call = call;
        this.graph = graph;
        this.seed = seed;
        this.fast = FastGradient.of(graph, seed, program);
        this.fastValue = FastGradient.ofValue(graph, program);
        this.ofGradient = ofGradient;
        this.origin = null;
    }

    private Study(Study origin, Graph graph, Value seed) {
        this.title = origin.title;
        this.call = origin.call;
        this.graph = graph;
        this.seed = seed;
        this.fast = origin.fast;
        this.fastValue = origin.fastValue;
        this.ofGradient = origin.ofGradient;
        this.origin = origin;
    }

    public String title() {
        return title;
    }

    public Span call() {
        return call;
    }

    /// Whether the program asked for second derivatives, so that the graph is that of a gradient: `hessian(f, x)`.
    public boolean isOfGradient() {
        return ofGradient;
    }

    public Graph graph() {
        return graph;
    }

    public Value seed() {
        return seed;
    }

    /// The value and gradient at other inputs, again and again: where the program would do something else there, it is
    /// run once more.
    public FastGradient fast() {
        return fast;
    }

    /// The same for the value alone.
    public FastGradient fastValue() {
        return fastValue;
    }

    /// The whole story in order: an [Step.Evaluation] for each node, the [Step.Seed], and the [Step.Share]s of the
    /// reverse sweep. Computed when first asked for.
    public synchronized List<Step> steps() {
        if (steps == null) {
            steps = valuesThen(ReverseSweep.steps(graph, seed));
        }
        return steps;
    }

    private List<Step> valuesThen(List<Step> sweep) {
        var all = new ArrayList<Step>();
        for (Node node : graph.nodes()) {
            all.add(new Step.Evaluation(node, node.plain()));
        }
        all.addAll(sweep);
        return List.copyOf(all);
    }

    /// The whole story of a mode: in reverse mode [#steps()], or the same from one number alone; in forward mode a
    /// [Step.Evaluation] for each node, followed where it moves by its [Step.Tangent].
    public List<Step> steps(Mode mode) {
        return switch (mode) {
            case Mode.Reverse _ -> steps();
            case Mode.Row row -> valuesThen(ReverseSweep.steps(graph, row.seeds(graph)));
            case Mode.Forward forward -> ForwardSweep.steps(graph, forward.direction(graph));
        };
    }

    /// The study of the gradient's own graph: from the inputs through the values and the reverse sweep to the
    /// gradient, with constants folded, common parts computed once and dead parts dropped. It can be played, and
    /// differentiated again, in turn.
    public Study differentiateAgain() {
        Graph gradient = GradientGraph.of(graph, seed);
        return new Study("∇ " + title, call, gradient, one(gradient));
    }

    /// The same call at other inputs: the program does again what it did, and perhaps takes another path. The fast
    /// gradient is that of this study.
    ///
    /// @param inputs in the order of [Graph#inputs]
    public Study at(List<? extends Value> inputs) {
        Graph there = fast.record(inputs);
        boolean alike = Arrays.equals(size(there.output().plain()), size(graph.output().plain()));
        return new Study(origin(), there, alike ? seed : one(there));
    }

    /// The study of the program's own call, where this is the same at other inputs; else this one.
    public Study origin() {
        return origin == null ? this : origin;
    }

    /// The adjoint of an output of which all numbers count as they are.
    static Value one(Graph graph) {
        return graph.output().plain() instanceof ArrayValue array
                ? new Fill(Float64.ONE, array.size())
                : Float64.ONE;
    }

    private static int[] size(Value value) {
        return value instanceof ArrayValue array ? array.size() : new int[0];
    }

    /// The gradient held against the forward sweep, differences and a complex step.
    public Checks check() {
        return Checks.of(graph, seed);
    }

    /// Where the first NaN or infinity was born, among the values or else in the gradient; null if there is none.
    public @Nullable NonFinite firstNonFinite() {
        NonFinite value = NonFinite.firstValue(graph);
        return value != null ? value : NonFinite.firstShare(graph, steps());
    }
}
