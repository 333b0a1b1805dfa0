package wengert.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Value;

/// Holds the ways to a value and its gradient against each other.
public final class Ways {

    /// How many units in the last place two ways may differ by.
    private static final int ULPS = 4;

    private Ways() {}

    /// Asserts that all ways agree at the graph's own inputs.
    ///
    /// @return whether there was more than one way
    public static boolean agree(String what, Graph graph, Value seed) {
        return agree(what, graph, seed, graph.inputs().stream().map(Node::plain).toList());
    }

    /// Asserts the same, to so many units in the last place.
    static boolean agree(String what, Graph graph, Value seed, int ulps) {
        return agree(what, graph, seed, graph.inputs().stream().map(Node::plain).toList(), ulps);
    }

    public static boolean agree(
            String what, Graph graph, Value seed, List<? extends Value> inputs) {
        return agree(what, graph, seed, inputs, ULPS);
    }

    private static boolean agree(
            String what, Graph graph, Value seed, List<? extends Value> inputs, int ulps) {
        var fast = FastGradient.of(graph, seed, null);
        FastGradient.Answer recorded = fast.recorded(inputs);
        if (!fast.prepare(FastGradient.Way.INTERPRETED)) {
            return false;
        }
        FastGradient.Answer interpreted = fast.at(inputs);
        same(what, recorded, interpreted, ulps);
        assertTrue(fast.prepare(FastGradient.Way.COMPILED), what);
        FastGradient.Answer compiled = fast.at(inputs);
        same(what, recorded, compiled, ulps);
        return interpreted.way() == FastGradient.Way.INTERPRETED
                && compiled.way() == FastGradient.Way.COMPILED;
    }

    private static void same(String what, FastGradient.Answer a, FastGradient.Answer b, int ulps) {
        String which = what + ", " + b.way();
        for (int k = 0; k < a.values().size(); k++) {
            same(which + ", value " + k, a.values().get(k), b.values().get(k), ulps);
        }
        for (int k = 0; k < a.gradient().size(); k++) {
            same(which + ", gradient " + k, a.gradient().get(k), b.gradient().get(k), ulps);
        }
    }

    private static void same(String what, @Nullable Value a, @Nullable Value b, int ulps) {
        double[] x = numbers(a);
        double[] y = numbers(b);
        assertEquals(x.length, y.length, what);
        for (int k = 0; k < x.length; k++) {
            double x0 = x[k];
            double y0 = y[k];
            boolean same =
                    x0 == y0
                            || Double.isNaN(x0) && Double.isNaN(y0)
                            || Math.abs(x0 - y0)
                                    <= ulps * Math.ulp(Math.max(Math.abs(x0), Math.abs(y0)));
            assertTrue(same, () -> what + ": " + x0 + " and " + y0);
        }
    }

    private static double[] numbers(@Nullable Value value) {
        return switch (value) {
            case Scalar s -> new double[] {s.toDouble()};
            case ArrayValue array when array.length() == 0 || array.get(0) instanceof Scalar ->
                    array.dense().doubles();
            case null, default -> new double[0];
        };
    }
}
