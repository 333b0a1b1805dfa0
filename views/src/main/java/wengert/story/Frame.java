package wengert.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// The full state at one moment of a sweep.
///
/// A moment is one step, or several that the reader takes together: all shares of a node, a whole call.
public final class Frame {

    /// How far a node's adjoint has come.
    public enum Arrival {
        /// It has none: nothing will be handed to the node.
        NONE,
        /// Not yet known. This is not 0.
        AWAITED,
        /// Some shares have arrived, others have not.
        PARTIAL,
        COMPLETE
    }

    private final Storyboard story;
    private final int since;
    private final int position;

    Frame(Storyboard story, int since, int position) {
        this.story = story;
        this.since = since;
        this.position = position;
    }

    public Storyboard story() {
        return story;
    }

    public Graph graph() {
        return story.graph();
    }

    /// What is written in symbols about nodes and edges, in the digits of the story.
    public Formulas formulas() {
        return new Formulas(graph(), story.digits());
    }

    /// A value in few characters, in the digits of the story.
    public String text(Value value) {
        return story.digits().of(value);
    }

    public int position() {
        return position;
    }

    /// The position that the moment begins after.
    public int since() {
        return since;
    }

    /// The state before this moment.
    public Frame before() {
        return story.frame(since);
    }

    /// The steps of this moment, in order; none before the first.
    public List<Step> moment() {
        return story.steps().subList(since, position);
    }

    /// The step just taken, of several the last; null before the first.
    public @Nullable Step step() {
        return position == 0 ? null : story.steps().get(position - 1);
    }

    /// Whether a node has been computed.
    public boolean known(Node node) {
        return story.evaluated(node) <= position;
    }

    /// A node's value; null before it has been computed.
    public @Nullable Value value(Node node) {
        return known(node) ? node.plain() : null;
    }

    /// A node's adjoint as far as it has arrived; null if nothing has.
    public @Nullable Value adjoint(Node node) {
        int count = story.sharesBy(node, position);
        if (count == 0) {
            return null;
        }
        return switch (story.arrival(node, count)) {
            case Step.Share share -> share.total();
            case Step.Seed(_, Value adjoint) -> adjoint;
            case Step.Evaluation _, Step.Tangent _ -> null;
        };
    }

    public Arrival arrival(Node node) {
        int all = story.shares(node);
        if (all == 0) {
            return Arrival.NONE;
        }
        int here = story.sharesBy(node, position);
        return here == 0 ? Arrival.AWAITED : here < all ? Arrival.PARTIAL : Arrival.COMPLETE;
    }

    /// How many shares have arrived at a node; the seed counts as one.
    public int shares(Node node) {
        return story.sharesBy(node, position);
    }

    /// How many shares arrive at a node in the end.
    public int allShares(Node node) {
        return story.shares(node);
    }

    /// A node's tangent; null if it has none, or not yet.
    public @Nullable Value tangent(Node node) {
        int at = story.tangent(node);
        return at <= position && story.steps().get(at - 1) instanceof Step.Tangent(_, Value tangent)
                ? tangent
                : null;
    }

    /// Whether a node has a tangent sooner or later.
    public boolean moves(Node node) {
        return story.tangent(node) != Storyboard.NEVER;
    }

    /// The node of the step just taken; null before the first.
    public @Nullable Node atWork() {
        Step step = step();
        return step == null ? null : step.node();
    }

    /// Whether anything is done at a node in this moment.
    public boolean works(Node node) {
        return isNow(story.evaluated(node))
                || isNow(story.tangent(node))
                || story.passes(node, since, position)
                || isNow(story.seed()) && receives(node);
    }

    /// Whether a share is on its way on an edge in this moment.
    public boolean works(Graph.Edge edge) {
        return isNow(story.passes(edge));
    }

    /// Whether a share, or the seed, arrives at a node in this moment.
    public boolean receives(Node node) {
        return story.sharesBy(node, position) > story.sharesBy(node, since);
    }

    private boolean isNow(int when) {
        return when > since && when <= position;
    }

    /// The edge on which a share is on its way; null if this step hands out none.
    public Graph.@Nullable Edge edgeAtWork() {
        return step() instanceof Step.Share share ? share.edge() : null;
    }

    /// The node that receives something in this step; null if none does.
    public @Nullable Node receiver() {
        Step step = step();
        return step == null ? null : Storyboard.receiver(step);
    }

    /// Whether an edge has handed back its share.
    public boolean passed(Graph.Edge edge) {
        return story.passes(edge) <= position;
    }

    /// Whether an edge hands back a share sooner or later.
    public boolean passes(Graph.Edge edge) {
        return story.passes(edge) != Storyboard.NEVER;
    }

    /// Whether the reverse sweep has begun.
    public boolean reversing() {
        return story.seed() <= position;
    }
}
