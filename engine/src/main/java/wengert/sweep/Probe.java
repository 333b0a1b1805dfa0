package wengert.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Elements;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// The slope of a graph's function in one number of one input, by ways that know nothing of the reverse sweep.
///
/// The function is the seed times the output.
final class Probe {

    /// Operations that mean the same for complex numbers and are smooth there, so that a step off the real line
    /// finds the slope without taking a difference.
    private static final Set<String> ANALYTIC =
            Set.of(
                    """
                    + - * / ^ inv exp expm1 sin cos tan sinh cosh tanh log sqrt sum mean prod cumsum \
                    getindex setindex scatter vect vcat hcat hvcat fill reshape ᵀ permutedims \
                    reverse circshift repeat diag diagm collect\
                    """
                            .split(" "));

    private static final double IMAGINARY_STEP = 1e-30;

    private final Graph graph;
    private final Value seed;
    private final boolean analytic;

    Probe(Graph graph, Value seed) {
        this.graph = graph;
        this.seed = seed;
        this.analytic =
                graph.nodes().stream()
                        .filter(graph::active)
                        .map(Node::op)
                        .filter(Objects::nonNull)
                        .allMatch(op -> ANALYTIC.contains(elementary(op).symbol()));
    }

    private static Op elementary(Op op) {
        return switch (op) {
            case Broadcast(ScalarOp scalar) -> scalar;
            case Entrywise(ScalarOp scalar) -> scalar;
            default -> op;
        };
    }

    /// Whether a complex step is of use.
    boolean isAnalytic() {
        return analytic;
    }

    /// The seed for the first output, and none for the others.
    List<@Nullable Value> seeds() {
        var seeds =
                new ArrayList<@Nullable Value>(Collections.nCopies(graph.outputs().size(), null));
        seeds.set(0, seed);
        return seeds;
    }

    /// By a forward sweep.
    double forward(int input, int place) {
        List<@Nullable Value> direction = new Mode.Forward(input, place).direction(graph);
        Value tangent = ForwardSweep.tangents(graph, direction)[graph.output().index()];
        return tangent == null ? 0 : weighted(tangent, false);
    }

    /// By central differences with shrinking steps, extrapolated to none (Ridders).
    double difference(int input, int place) {
        double x = number(graph.inputs().get(input).plain(), place);
        double h = step(x);
        var before = new double[ROWS];
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < ROWS; row++, h /= SHRINK) {
            var now = new double[ROWS];
            now[0] = (at(input, place, x + h) - at(input, place, x - h)) / ((x + h) - (x - h));
            double factor = SHRINK * SHRINK;
            if (row == 0) {
                best = now[0];
            }
            for (int k = 1; k <= row; k++, factor *= SHRINK * SHRINK) {
                now[k] = (now[k - 1] * factor - before[k - 1]) / (factor - 1);
                double error =
                        Math.max(Math.abs(now[k] - now[k - 1]), Math.abs(now[k] - before[k - 1]));
                if (error <= least) {
                    least = error;
                    best = now[k];
                }
            }
            before = now;
        }
        return best;
    }

    private static double step(double x) {
        return Math.max(Math.abs(x), 0.1) * 0.02;
    }

    /// What rounding may do to [#difference]: the last digits of the output, over the smallest step.
    double doubt(int input, int place) {
        double x = number(graph.inputs().get(input).plain(), place);
        double last = Math.ulp(weighted(graph.output().plain(), false));
        return 16 * last / (step(x) / Math.pow(SHRINK, ROWS - 1));
    }

    private static final int ROWS = 5;
    private static final double SHRINK = 2;

    private double at(int input, int place, double x) {
        return weighted(output(input, place, new Float64(x)), false);
    }

    /// By a step along the imaginary axis.
    double complexStep(int input, int place) {
        double x = number(graph.inputs().get(input).plain(), place);
        Value output = output(input, place, Complex.of(x, IMAGINARY_STEP));
        return weighted(output, true) / IMAGINARY_STEP;
    }

    private Value output(int input, int place, Scalar x) {
        var inputs = new ArrayList<Value>();
        for (Node node : graph.inputs()) {
            Value plain = node.plain();
            inputs.add(inputs.size() == input ? replaced(plain, place, x) : plain);
        }
        return Replay.values(graph, inputs)[graph.output().index()];
    }

    private static Value replaced(Value value, int place, Scalar x) {
        if (!(value instanceof ArrayValue array)) {
            return x;
        }
        if (x instanceof Float64(double number)) {
            double[] data = array.dense().doubles().clone();
            data[place] = number;
            return Tensor.of(array.size(), data);
        }
        var elements = new ArrayList<Value>();
        for (int i = 0; i < array.length(); i++) {
            elements.add(i == place ? x : array.get(i));
        }
        return Elements.promote(array.size(), elements);
    }

    private static double number(Value value, int place) {
        return value instanceof ArrayValue array
                ? array.dense().at(place)
                : ((Scalar) value).toDouble();
    }

    /// The real scalar product of the seed and a value; or of the seed and the value's imaginary part.
    private double weighted(Value value, boolean imaginary) {
        if (!(value instanceof ArrayValue array)) {
            return product(seed, value, imaginary);
        }
        var weights = (ArrayValue) seed;
        double sum = 0;
        for (int i = 0; i < array.length(); i++) {
            sum += product(weights.get(i), array.get(i), imaginary);
        }
        return sum;
    }

    private static double product(Value weight, Value value, boolean imaginary) {
        double re = ((Scalar) value).toDouble();
        double im = value instanceof Complex c ? c.imaginary() : 0;
        double weightIm = weight instanceof Complex c ? c.imaginary() : 0;
        double weightRe = ((Scalar) weight).toDouble();
        return imaginary ? weightRe * im : weightRe * re + weightIm * im;
    }
}
