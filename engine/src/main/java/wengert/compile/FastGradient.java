package wengert.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.sweep.Replay;
import wengert.sweep.ReverseSweep;
import wengert.trace.Graph;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// A value and its gradient at one input after another, in the way that pays.
///
/// There are three ways to the same numbers. The first calls go the way that records, which is what the views show. A
/// study that is asked again is flattened and interpreted; one that is asked often is compiled. Both are made aside,
/// never by the one who asks, who gets the answer of the way that is ready. Where flat code notices that the program
/// would take another path, the program is recorded anew, and the new path is kept beside the old.
public final class FastGradient {

    /// How an answer was found.
    public enum Way {
        RECORDED,
        INTERPRETED,
        COMPILED
    }

    /// @param values what the program gives: a number first of all
    /// @param gradient for each input; null where nothing depends on it
    public record Answer(List<Value> values, List<@Nullable Value> gradient, Way way) {

        /// The result that is differentiated.
        public Value value() {
            return values.getFirst();
        }
    }

    /// The program itself, run again.
    @FunctionalInterface
    public interface Program {
        /// What it does at these inputs, in the order of [Graph#inputs].
        Graph record(List<Value> inputs);
    }

    /// From which call on flat code is made.
    private static final int OFTEN = 2;

    /// How many paths through the program are kept.
    private static final int PATHS = 4;

    private final Value seed;
    private final @Nullable Program program;
    private final Graph recorded;
    private final List<FastPath> paths = new ArrayList<>();
    private int asked;

    /// @param seed the adjoint of the output
    /// @param program what to run where the graph does not hold; null to take it as it is everywhere
    public FastGradient(Graph graph, Value seed, @Nullable Program program) {
        this.recorded = graph;
        this.seed = seed;
        this.program = program;
        paths.add(new FastPath(graph, seed));
    }

    /// The value and gradient at `inputs`, which are in the order of [Graph#inputs].
    public Answer at(List<? extends Value> inputs) {
        List<FastPath> known;
        synchronized (this) {
            known = List.copyOf(paths);
            asked++;
        }
        for (FastPath path : known) {
            Answer answer = path.answer(inputs, asked >= OFTEN);
            if (answer != null) {
                return answer;
            }
        }
        return recorded(inputs);
    }

    /// Gets one of the faster ways ready, and waits for it.
    ///
    /// @return whether there is one; some graphs have only the way that records
    public boolean prepare(Way way) {
        FastPath first;
        synchronized (this) {
            first = paths.getFirst();
        }
        return first.prepare(way);
    }

    /// The answer of the way that records, at whatever cost.
    public Answer recorded(List<? extends Value> inputs) {
        Program again = program;
        if (again == null) {
            return answer(Replay.recorded(recorded, inputs), seed);
        }
        Graph graph = again.record(List.copyOf(inputs));
        synchronized (this) {
            if (asked >= OFTEN
                    && paths.size() < PATHS
                    && paths.stream().allMatch(FastPath::isReady)) {
                paths.add(new FastPath(graph, seed));
            }
        }
        return answer(graph, seed);
    }

    private static Answer answer(Graph graph, Value seed) {
        @Nullable Value[] adjoints = ReverseSweep.adjoints(graph, seed);
        var gradient = new ArrayList<@Nullable Value>();
        graph.inputs().forEach(i -> gradient.add(adjoints[i.index()]));
        List<Value> values = graph.outputs().stream().map(o -> o.plain()).toList();
        return new Answer(values, gradient, Way.RECORDED);
    }

    /// Whether there is a NaN, which flat code may owe to a zero times infinity that a sweep takes for zero.
    static boolean hasNaN(@Nullable Value value) {
        return switch (value) {
            case Float64(double x) -> Double.isNaN(x);
            case Scalar s -> Double.isNaN(s.toDouble());
            case ArrayValue array when array.elementType() == wengert.value.ElementType.FLOAT64 -> {
                boolean found = false;
                for (double x : array.dense().doubles()) {
                    found |= Double.isNaN(x);
                }
                yield found;
            }
            case null, default -> false;
        };
    }
}
