package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.sweep.GradientGraph;
import wengert.sweep.Replay;
import wengert.sweep.ReverseSweep;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.Tensor;
import wengert.value.Value;

/// A value and its gradient at one input after another, in the way that pays.
///
/// There are three ways to the same numbers. The first calls go the way that records, which is what the views show. A
/// study that is asked again is flattened and interpreted; one that is asked often is compiled. Both are made aside,
/// never by the one who asks, who gets the answer of the way that is ready. Where flat code notices that the program
/// would take another path, the program is recorded anew, and the new path is kept beside the old.
///
/// Any thread may ask. The first call always records; whoever must not wait for that asks [#prepare] aside before. An
/// answer is right at the inputs it was asked for, whichever way it came.
public final class FastGradient {

    /// How an answer was found.
    public enum Way {
        RECORDED,
        INTERPRETED,
        COMPILED
    }

    /// What comes out at given inputs.
    ///
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

    /// How many paths through the program are kept: those that answered last, and the first.
    private static final int PATHS = 32;

    /// So many are kept where no more than the last of them ever answered.
    private static final int FEW = 5;

    /// Where no path answers again, one in two to this power is kept.
    private static final int SELDOM = 10;

    /// So many operations the further paths may have together, since each holds on to its graph.
    private static final int MOST_OPERATIONS = 200_000;

    private final @Nullable Value seed;
    private final @Nullable Program program;
    private final Graph recorded;
    private final FastPath first;

    /// The first, then the others, those before that answered last; never changed but exchanged as a whole.
    private volatile List<FastPath> paths;

    /// The one that answered last.
    private volatile FastPath latest;

    private int asked;

    /// How many paths were kept one after the other without one of them answering, and how many answers no path had since.
    private volatile int idle;

    private int misses;

    private FastGradient(Graph graph, @Nullable Value seed, @Nullable Program program) {
        this.recorded = graph;
        this.seed = seed;
        this.program = program;
        first = path(graph);
        latest = first;
        paths = List.of(first);
    }

    /// The fast gradient of a graph.
    ///
    /// @param seed the adjoint of the output
    /// @param program what to run where the graph does not hold; null to take it as it is everywhere
    public static FastGradient of(Graph graph, Value seed, @Nullable Program program) {
        return new FastGradient(graph, seed, program);
    }

    /// The same for the value alone: its answers have no gradient.
    public static FastGradient ofValue(Graph graph, @Nullable Program program) {
        return new FastGradient(graph, null, program);
    }

    private FastPath path(Graph graph) {
        Value start = seed;
        return new FastPath(
                graph,
                () ->
                        start == null
                                ? GradientGraph.value(graph)
                                : GradientGraph.whole(graph, start));
    }

    /// The value and gradient at `inputs`, which are in the order of [Graph#inputs].
    public Answer at(List<? extends Value> inputs) {
        boolean often;
        synchronized (this) {
            often = ++asked >= OFTEN;
        }
        for (FastPath path : paths) {
            Answer answer = path.answer(inputs, often);
            if (answer != null) {
                answered(path);
                return answer;
            }
        }
        return recorded(inputs);
    }

    private void answered(FastPath path) {
        if (path != first) {
            idle = 0;
        }
        if (path != latest) {
            latest = path;
            synchronized (this) {
                if (path != first && paths.contains(path)) {
                    var order = new ArrayList<>(paths);
                    order.remove(path);
                    order.add(1, path);
                    paths = List.copyOf(order);
                }
            }
        }
    }

    /// The same for numbers: the inputs one after the other, arrays column by column.
    ///
    /// @param g takes the gradient, in the same order; 0 where nothing depends on an input. Not written for the value alone
    /// @return the value
    public double at(double[] x, double[] g) {
        FastPath last = latest;
        double value = last.answer(x, g);
        return Double.isNaN(value) ? byAnotherPath(x, g, last) : value;
    }

    private double byAnotherPath(double[] x, double[] g, FastPath tried) {
        for (FastPath path : paths) {
            double value = path == tried ? Double.NaN : path.answer(x, g);
            if (!Double.isNaN(value)) {
                answered(path);
                return value;
            }
        }
        return slowly(x, g);
    }

    /// Numbers as [#at(double[], double[])] takes them, as the inputs that they stand for. Where they are the recorded ones,
    /// these.
    public List<Value> inputs(double[] x) {
        var inputs = new ArrayList<Value>();
        int at = 0;
        for (Node input : recorded.inputs()) {
            Value before = input.plain();
            if (before instanceof ArrayValue array) {
                double[] part = Arrays.copyOfRange(x, at, at + array.length());
                boolean same = Arrays.equals(part, array.dense().doubles());
                inputs.add(same ? before : Tensor.of(array.size(), part));
                at += part.length;
            } else {
                inputs.add(like(before, x[at++]));
            }
        }
        return inputs;
    }

    private static Value like(Value before, double x) {
        return switch (before) {
            case Scalar same when same.toDouble() == x -> same;
            case Int64 _ when x == Math.rint(x) && Math.abs(x) < 1L << 53 -> Int64.of((long) x);
            case ShortFloat narrow -> ShortFloat.of(narrow.precision(), x);
            default -> Float64.of(x);
        };
    }

    private double slowly(double[] x, double[] g) {
        List<Value> inputs = inputs(x);
        Answer answer = at(inputs);
        int at = 0;
        for (int i = 0; i < answer.gradient().size(); i++) {
            Value gradient = answer.gradient().get(i);
            int length = inputs.get(i) instanceof ArrayValue array ? array.length() : 1;
            if (gradient == null) {
                Arrays.fill(g, at, at + length, 0);
            } else if (gradient instanceof ArrayValue array) {
                System.arraycopy(array.dense().doubles(), 0, g, at, length);
            } else {
                g[at] = ((Scalar) gradient).toDouble();
            }
            at += length;
        }
        return answer.value() instanceof Scalar number ? number.toDouble() : Double.NaN;
    }

    /// The recorded inputs, as [#at(double[], double[])] takes them; null where some are neither real numbers nor arrays of
    /// these.
    public double @Nullable [] numbers() {
        double[] all = {};
        for (Node input : recorded.inputs()) {
            double[] part =
                    switch (input.plain()) {
                        case Complex _ -> null;
                        case Scalar number -> new double[] {number.toDouble()};
                        case ArrayValue array when array.elementType() != ElementType.ANY ->
                                array.dense().doubles();
                        default -> null;
                    };
            if (part == null) {
                return null;
            }
            int before = all.length;
            all = Arrays.copyOf(all, before + part.length);
            System.arraycopy(part, 0, all, before, part.length);
        }
        return all;
    }

    /// Records the program once more, at the recorded inputs.
    public Graph recordAgain() {
        return record(recorded.inputs().stream().map(Node::plain).toList());
    }

    /// Records the program once more; the same operations as before where there is no program to be run.
    public Graph record(List<? extends Value> inputs) {
        Program again = program;
        return again == null
                ? Replay.recorded(recorded, inputs)
                : again.record(List.copyOf(inputs));
    }

    /// Goes no way that is faster than this one, to measure or to compare.
    public FastGradient upTo(Way way) {
        first.upTo(way);
        return this;
    }

    /// Gets one of the faster ways ready, and waits for it.
    ///
    /// @return whether there is one; some graphs have only the way that records
    public boolean prepare(Way way) {
        return first.prepare(way);
    }

    /// Whether a faster way is being made; that begins when somebody asks a second time.
    public boolean isUnderway() {
        return first.isUnderway();
    }

    /// How many decisions of the program and of its rules the first path looks at again each time; 0 where there is no flat code.
    public int guards() {
        return first.guards();
    }

    /// How many paths through the program are kept.
    public int paths() {
        return paths.size();
    }

    /// The answer of the way that records, at whatever cost. At the recorded inputs themselves, as [#inputs(double[])] gives
    /// them, nothing is run again.
    public Answer recorded(List<? extends Value> inputs) {
        if (isRecorded(inputs)) {
            return answer(recorded);
        }
        Graph graph = record(inputs);
        if (program != null) {
            keep(graph);
        }
        return answer(graph);
    }

    /// Keeps another path beside the ones there are, one at a time; the one that has not answered for longest makes room.
    /// Where the program goes another way nearly every time, so that none answers again, ever fewer are kept.
    private synchronized void keep(Graph graph) {
        if (asked < OFTEN
                || ++misses < 1 << Math.min(idle, SELDOM)
                || !paths.stream().allMatch(FastPath::isReady)) {
            return;
        }
        misses = 0;
        idle++;
        var order = new ArrayList<>(paths);
        order.add(1, path(graph));
        while (order.size() > 2
                && (order.size() > (idle > FEW ? FEW : PATHS)
                        || order.stream().skip(1).mapToInt(FastPath::operations).sum()
                                > MOST_OPERATIONS)) {
            order.removeLast().forget();
        }
        paths = List.copyOf(order);
    }

    private boolean isRecorded(List<? extends Value> inputs) {
        List<Node> own = recorded.inputs();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).plain() != inputs.get(i)) {
                return false;
            }
        }
        return true;
    }

    private Answer answer(Graph graph) {
        var gradient = new ArrayList<@Nullable Value>();
        if (seed != null) {
            @Nullable Value[] adjoints = ReverseSweep.adjoints(graph, seed);
            graph.inputs().forEach(i -> gradient.add(adjoints[i.index()]));
        }
        List<Value> values = graph.outputs().stream().map(o -> o.plain()).toList();
        return new Answer(values, gradient, Way.RECORDED);
    }

    /// Whether there is a NaN, which flat code may owe to a zero times infinity that a sweep takes for zero.
    static boolean hasNaN(@Nullable Value value) {
        return switch (value) {
            case Float64(double x) -> Double.isNaN(x);
            case Scalar s -> Double.isNaN(s.toDouble());
            case ArrayValue array when array.elementType() == ElementType.FLOAT64 -> {
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
