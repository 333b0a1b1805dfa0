package wengert.story;

import java.util.stream.IntStream;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Value;

/// Where a reverse sweep begins, in words. One number has the derivative 1 by itself; several have no such number, so what
/// is said is what each counts for, and what it is that the sweep differentiates.
final class SeedText {

    private SeedText() {}

    static String of(Frame frame, Step.Seed seed) {
        Graph graph = frame.graph();
        String name = graph.label(seed.node());
        boolean several = graph.outputs().size() > 1;
        String begin =
                several
                        ? "The reverse sweep begins at one of the results, " + name + ": "
                        : "The reverse sweep begins at the result: ";
        String others = several ? " The other results do not count in it." : "";
        Value adjoint = seed.adjoint();
        if (!(adjoint instanceof ArrayValue weights) || weights.length() < 2) {
            return "%sthe derivative of %s by itself is %s.%s"
                    .formatted(begin, name, frame.story().digits().said(adjoint), others);
        }
        int alone = alone(weights);
        return alone < 0
                ? "%seach number of %s counts with weight 1, so this sweep differentiates their sum.%s"
                        .formatted(begin, name, others)
                : "%sof its numbers only %s counts, with weight 1, so this sweep finds the derivatives of %2$s, a row of the Jacobian.%s"
                        .formatted(begin, Mode.name(graph, seed.node(), alone), others);
    }

    /// Which number alone has a weight; negative where more have.
    static int alone(ArrayValue weights) {
        int[] counting =
                IntStream.range(0, weights.length())
                        .filter(k -> !isZero(weights.get(k)))
                        .limit(2)
                        .toArray();
        return counting.length == 1 ? counting[0] : -1;
    }

    private static boolean isZero(Value weight) {
        return weight instanceof Scalar number && number.toDouble() == 0;
    }
}
