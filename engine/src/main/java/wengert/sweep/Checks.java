package wengert.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Value;

/// A gradient held against the other ways to get it: the forward sweep, central differences, and a complex step
/// where every operation has a value off the real line.
///
/// The differences are those of the graph's function: what ran is [computed again][Replay] at nearby inputs, and a
/// branch that the program would take differently there is not seen. What is compared is the seed times the output.
///
/// @param entries one for each number of each real input, up to a limit
/// @param skipped how many numbers of the inputs were not checked: beyond the limit, complex, or tied to others
/// @param kinks what was met where a gradient is a matter of choice, so that differences may disagree
/// @param hooked whether functions that the program hooked into its gradient were left out
public record Checks(List<Entry> entries, int skipped, List<String> kinks, boolean hooked) {

    /// The most numbers that are checked of all inputs together.
    private static final int MOST = 200;

    private static final double TOLERANCE = 1e-6;

    /// How much the work of checking may come to, in nodes computed.
    private static final long MOST_WORK = 400_000;

    public Checks {
        entries = List.copyOf(entries);
        kinks = List.copyOf(kinks);
    }

    /// One number of an input, and its slope by each way; null where a way did not work there.
    ///
    /// @param name `x`, or `x[3]`
    /// @param difference by central differences, extrapolated
    /// @param doubt how far the differences may be off because numbers have 16 digits
    public record Entry(
            String name,
            double reverse,
            @Nullable Double forward,
            @Nullable Double difference,
            double doubt,
            @Nullable Double complexStep) {

        /// The largest disagreement of the reverse sweep with another way, relative to slopes above 1.
        ///
        /// Differences are held against it only where there is no complex step, which is far closer.
        public double error() {
            double direct = complexStep == null ? apart(difference) : apart(complexStep);
            return Math.max(apart(forward), direct);
        }

        /// The disagreement of the two sweeps.
        double modesApart() {
            return apart(forward);
        }

        /// The error up to which an entry counts as right.
        double tolerance() {
            return complexStep != null || difference == null
                    ? TOLERANCE
                    : TOLERANCE + doubt / Math.max(1, Math.abs(reverse));
        }

        private double apart(@Nullable Double other) {
            if (other == null || same(reverse, other)) {
                return 0;
            }
            double error = Math.abs(reverse - other) / Math.max(1, Math.abs(reverse));
            return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
        }

        private static boolean same(double a, double b) {
            return a == b || Double.isNaN(a) && Double.isNaN(b);
        }
    }

    /// The entry that disagrees most; null if there is none.
    public @Nullable Entry worst() {
        return entries.stream().max(Comparator.comparingDouble(this::error)).orElse(null);
    }

    /// How far an entry is off. At a kink the slope is a choice, which differences know nothing of: there it is
    /// the two sweeps that have to agree.
    public double error(Entry entry) {
        return kinks.isEmpty() ? entry.error() : entry.modesApart();
    }

    /// Whether every way gives the same slopes, as far as differences can tell.
    public boolean agrees() {
        return entries.stream().allMatch(e -> error(e) <= e.tolerance());
    }

    /// The outcome in one line: `agrees to 2.1e-11`.
    public String summary() {
        Entry worst = worst();
        if (worst == null) {
            return "nothing to check: no real number goes in";
        }
        double error = error(worst);
        String outcome =
                !agrees()
                        ? "disagrees by %s at `%s`: %s"
                                .formatted(digits(error), worst.name(), ways(worst))
                        : error == 0
                                ? "agrees exactly"
                                : "agrees to "
                                        + digits(error)
                                        + (error > TOLERANCE
                                                ? ", as far as differences can tell here"
                                                : "");
        String more = skipped == 0 ? "" : ", %d of the inputs' numbers left out".formatted(skipped);
        String kink =
                kinks.isEmpty()
                        ? ""
                        : ", forward with reverse; differences mean nothing at a kink: "
                                + String.join("; ", kinks);
        return outcome + (hooked ? ", hooks left out" : "") + more + kink;
    }

    private static String ways(Entry entry) {
        var ways = new ArrayList<String>();
        ways.add("reverse " + entry.reverse());
        if (entry.forward() != null) {
            ways.add("forward " + entry.forward());
        }
        if (entry.difference() != null) {
            ways.add("differences " + entry.difference());
        }
        if (entry.complexStep() != null) {
            ways.add("complex step " + entry.complexStep());
        }
        return String.join(", ", ways);
    }

    private static String digits(double error) {
        return String.format(Locale.ROOT, "%.1e", error);
    }

    /// Checks the reverse sweep of a graph.
    ///
    /// @param seed the adjoint of the output
    public static Checks of(Graph graph, Value seed) {
        boolean hooked =
                graph.nodes().stream()
                        .map(Node::op)
                        .anyMatch(op -> op != null && !op.bare().equals(op));
        return new Checking(hooked ? graph.with(Op::bare) : graph, seed, hooked).run();
    }

    /// One check in progress.
    private static final class Checking {
        private final Graph graph;
        private final Probe probe;
        private final List<Entry> entries = new ArrayList<>();
        private final boolean hooked;
        private int skipped;

        Checking(Graph graph, Value seed, boolean hooked) {
            this.graph = graph;
            this.hooked = hooked;
            this.probe = new Probe(graph, seed);
        }

        Checks run() {
            @Nullable Value[] adjoints = ReverseSweep.adjoints(graph, probe.seeds());
            // each entry costs a forward sweep, a complex step, and the differences
            long affordable = MOST_WORK / (graph.nodes().size() * 12L + 1);
            int most = Math.clamp(affordable, 1, MOST);
            List<Node> inputs = graph.inputs();
            for (int k = 0; k < inputs.size(); k++) {
                Node input = inputs.get(k);
                int length = input.plain() instanceof ArrayValue array ? array.length() : 1;
                if (!isReal(input.plain()) || input.plain() instanceof Structured) {
                    skipped += length;
                    continue;
                }
                // spread over the whole input, so that a matrix is not checked in its first column
                // alone
                int count = Math.min(length, Math.max(1, most / inputs.size()));
                for (int i = 0; i < count; i++) {
                    int place = (int) ((long) i * length / count);
                    entries.add(entry(k, place, number(adjoints[input.index()], place)));
                }
                skipped += length - count;
            }
            var kinks = new ArrayList<String>();
            for (Node node : graph.nodes()) {
                if (graph.active(node) && graph.useful(node)) {
                    String kink = node.kink();
                    if (kink != null && !kinks.contains(kink)) {
                        kinks.add(kink);
                    }
                    String order = order(node);
                    if (order != null && !kinks.contains(order)) {
                        kinks.add(order);
                    }
                }
            }
            return new Checks(entries, skipped, kinks, hooked);
        }

        /// What there is to say of a node that is differentiated in its order; null of others.
        private @Nullable String order(Node node) {
            Op op = node.op();
            for (int i = 0; op != null && i < node.arguments().size(); i++) {
                if (ScalarOp.isOrder(op, i) && graph.active(node.arguments().get(i))) {
                    return "`%s` has no derivative in its order".formatted(op.symbol());
                }
            }
            return null;
        }

        private Entry entry(int k, int place, double reverse) {
            Node input = graph.inputs().get(k);
            String name = graph.label(input);
            return new Entry(
                    input.plain() instanceof ArrayValue ? name + "[" + (place + 1) + "]" : name,
                    reverse,
                    tried(() -> probe.forward(k, place)),
                    tried(() -> probe.difference(k, place)),
                    probe.doubt(k, place),
                    probe.isAnalytic() ? tried(() -> probe.complexStep(k, place)) : null);
        }

        private static @Nullable Double tried(DoubleSupplier way) {
            try {
                return way.getAsDouble();
            } catch (JuliaError _) {
                return null; // outside the domain of something on the way
            }
        }

        private static double number(@Nullable Value adjoint, int place) {
            return switch (adjoint) {
                case null -> 0;
                case Scalar s -> s.toDouble();
                case ArrayValue array -> array.dense().at(place);
                default -> 0;
            };
        }

        private static boolean isReal(Value value) {
            return value instanceof Scalar s && !(s instanceof Complex)
                    || value instanceof ArrayValue array && array.elementType() != ElementType.ANY;
        }
    }
}
