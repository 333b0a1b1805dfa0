package wengert.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// A sweep made ready to be looked at from any moment of it.
///
/// Position 0 is before the first step; position *n* is after step *n*. What is kept is, for each node, when
/// something happened to it.
public final class Storyboard {

    static final int NEVER = Integer.MAX_VALUE;

    private final Graph graph;
    private final List<Step> steps;
    private final Digits digits;

    /// What a forward sweep ends with; empty of a reverse one.
    private final Outcomes outcomes;

    /// By node: the position at which its value is known.
    private final int[] evaluated;

    /// By node: the position at which its tangent is known.
    private final int[] tangent;

    /// By node: the position at which its first share leaves it.
    private final int[] passes;

    /// By node: the position at which its last share has left it; 0 if none does.
    private final int[] passed;

    /// By node: where in `arrivals` the positions of the shares it receives begin; one entry more than nodes.
    private final int[] firstArrival;

    private final int[] arrivals;
    private final int seed;

    private @Nullable Occurrences occurrences;

    private Storyboard(Graph graph, List<Step> steps, Outcomes outcomes) {
        this.graph = graph;
        this.steps = steps;
        this.outcomes = outcomes;
        digits = Digits.USUAL;
        int n = graph.nodes().size();
        evaluated = never(n);
        tangent = never(n);
        passes = never(n);
        passed = new int[n];
        firstArrival = new int[n + 1];
        int seedAt = NEVER;
        for (int k = 0; k < steps.size(); k++) {
            Node node = steps.get(k).node();
            int position = k + 1;
            switch (steps.get(k)) {
                case Step.Evaluation _ -> evaluated[node.index()] = position;
                case Step.Tangent _ -> tangent[node.index()] = position;
                case Step.Seed _ -> {
                    seedAt = position;
                    firstArrival[node.index() + 1]++;
                }
                case Step.Share share -> {
                    passes[node.index()] = Math.min(passes[node.index()], position);
                    passed[node.index()] = position;
                    firstArrival[share.argument().index() + 1]++;
                }
            }
        }
        seed = seedAt;
        Arrays.parallelPrefix(firstArrival, Integer::sum);
        arrivals = new int[firstArrival[n]];
        int[] next = firstArrival.clone();
        for (int k = 0; k < steps.size(); k++) {
            Node receiver = receiver(steps.get(k));
            if (receiver != null) {
                arrivals[next[receiver.index()]++] = k + 1;
            }
        }
    }

    /// The same story, its numbers in other digits.
    private Storyboard(Storyboard other, Digits digits) {
        this.digits = digits;
        graph = other.graph;
        steps = other.steps;
        outcomes = other.outcomes;
        evaluated = other.evaluated;
        tangent = other.tangent;
        passes = other.passes;
        passed = other.passed;
        firstArrival = other.firstArrival;
        arrivals = other.arrivals;
        seed = other.seed;
        occurrences = other.occurrences;
    }

    public static Storyboard of(Study study) {
        return of(study.graph(), study.steps());
    }

    public static Storyboard of(Study study, Mode mode) {
        return new Storyboard(study.graph(), study.steps(mode), Outcomes.of(study, mode));
    }

    public static Storyboard of(Graph graph, List<Step> steps) {
        return new Storyboard(graph, List.copyOf(steps), Outcomes.NONE);
    }

    /// The same story, told in other digits.
    public synchronized Storyboard in(Digits other) {
        return other.equals(digits) ? this : new Storyboard(this, other);
    }

    /// Which derivative a forward sweep has found when it is at an output, `∂y/∂x[1]`; else nothing.
    String outcome(Node node) {
        return outcomes.at(node, graph.label(node));
    }

    /// In how many digits numbers are told.
    public Digits digits() {
        return digits;
    }

    /// Which operations were computed where in the source.
    public synchronized Occurrences occurrences() {
        Occurrences known = occurrences;
        if (known == null) {
            known = new Occurrences(this);
            occurrences = known;
        }
        return known;
    }

    public Graph graph() {
        return graph;
    }

    public List<Step> steps() {
        return steps;
    }

    /// The last position.
    public int length() {
        return steps.size();
    }

    /// The state after step number `position`; 0 is before the first.
    public Frame frame(int position) {
        int at = Math.clamp(position, 0, steps.size());
        return frame(at - 1, at);
    }

    /// The same, where the reader comes from `since`: all steps in between are one moment.
    public Frame frame(int since, int position) {
        int at = Math.clamp(position, 0, steps.size());
        return new Frame(this, Math.clamp(since, 0, at), at);
    }

    /// The position at which the reverse sweep begins; [#NEVER] in a forward sweep.
    int seed() {
        return seed;
    }

    /// Whether this is forward mode: tangents, and no adjoints.
    public boolean isForward() {
        return seed == NEVER;
    }

    /// How many steps come before the reverse sweep; beyond all in a forward sweep.
    public int turn() {
        return seed == NEVER ? NEVER : seed - 1;
    }

    /// Where this sweep does with the same node what `step` of another sweep over the same graph does: evaluates it, or
    /// has its derivative go on. That of an input in a reverse sweep is where its adjoint is complete.
    public int counterpart(@Nullable Step step) {
        if (step == null) {
            return 0;
        }
        Node node = step.node();
        int evaluated = evaluated(node) == NEVER ? 0 : evaluated(node);
        if (step instanceof Step.Evaluation) {
            return evaluated;
        }
        int arrived = 0;
        for (int i = evaluated; i < steps.size(); i++) {
            Step mine = steps.get(i);
            boolean goesOn = mine.node() == node && !(mine instanceof Step.Evaluation);
            if (goesOn) {
                return i + 1;
            }
            if (mine instanceof Step.Share share && share.argument() == node) {
                arrived = i + 1;
            }
        }
        return arrived == 0 ? evaluated : arrived;
    }

    int evaluated(Node node) {
        return evaluated[node.index()];
    }

    int tangent(Node node) {
        return tangent[node.index()];
    }

    int passes(Node node) {
        return passes[node.index()];
    }

    /// Whether a node hands out a share after `since` and not after `position`.
    boolean passes(Node node, int since, int position) {
        return passes[node.index()] <= position && passed[node.index()] > since;
    }

    /// How many shares a node receives in the end; the seed counts as one.
    int shares(Node node) {
        return firstArrival[node.index() + 1] - firstArrival[node.index()];
    }

    /// How many of them have arrived by `position`.
    int sharesBy(Node node, int position) {
        int from = firstArrival[node.index()];
        int found = Arrays.binarySearch(arrivals, from, firstArrival[node.index() + 1], position);
        return found >= 0 ? found - from + 1 : -found - 1 - from;
    }

    /// A node's adjoint as it grows: after each of its shares, in order.
    public List<Value> adjoints(Node node) {
        var growing = new ArrayList<Value>();
        for (int count = 1; count <= shares(node); count++) {
            switch (arrival(node, count)) {
                case Step.Share share -> growing.add(share.total());
                case Step.Seed(_, Value adjoint) -> growing.add(adjoint);
                case Step.Evaluation _, Step.Tangent _ -> {}
            }
        }
        return growing;
    }

    /// What a node is handed, in order: the seed, and the shares of those that use it.
    ///
    /// @param most how many steps at the most
    public List<Step> arrivals(Node node, int most) {
        return IntStream.rangeClosed(1, Math.min(most, shares(node)))
                .mapToObj(count -> arrival(node, count))
                .toList();
    }

    /// The step that brings share number `count` of a node, from 1.
    Step arrival(Node node, int count) {
        return steps.get(arrivals[firstArrival[node.index()] + count - 1] - 1);
    }

    /// The position at which a node's argument `slot` gets its share; [#NEVER] if it gets none.
    int passes(Graph.Edge edge) {
        int low = passes[edge.node().index()];
        if (low == NEVER) {
            return NEVER;
        }
        // the shares of one node follow each other, in the order of its slots
        for (int k = low - 1;
                k < steps.size()
                        && k <= low - 1 + edge.slot()
                        && steps.get(k) instanceof Step.Share share
                        && share.node() == edge.node();
                k++) {
            if (share.slot() == edge.slot()) {
                return k + 1;
            }
        }
        return NEVER;
    }

    /// What an edge hands back in the end; null if nothing.
    public Step.@Nullable Share share(Graph.Edge edge) {
        int at = passes(edge);
        return at != NEVER && steps.get(at - 1) instanceof Step.Share share ? share : null;
    }

    /// Who a step brings something to: of a share the argument, of a seed the output; null for other steps.
    static @Nullable Node receiver(Step step) {
        return switch (step) {
            case Step.Share share -> share.argument();
            case Step.Seed(Node node, _) -> node;
            case Step.Evaluation _, Step.Tangent _ -> null;
        };
    }

    private static int[] never(int n) {
        int[] positions = new int[n];
        Arrays.fill(positions, NEVER);
        return positions;
    }
}
