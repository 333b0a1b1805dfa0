package wengert.display;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.story.Frame;
import wengert.sweep.Step;
import wengert.trace.Branch;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// The part of a graph that is in view: cards, the links between them, and the open groups they stand in.
///
/// A constant that is used in several places has a card at each of them, and so has an input that is used in very
/// many: a web of long edges says nothing that the copies do not. Either can be asked for otherwise.
public final class VisibleGraph {

    private static final int MOST_EDGES_ASKED = 100;
    private static final int MOST_STEPS_ASKED = 100;

    /// One card.
    public sealed interface Card {
        /// Its place in [VisibleGraph#cards].
        int index();

        /// A name that is the same whenever the same thing is in view.
        String id();

        /// The open group it stands in; null if in none.
        @Nullable Group in();
    }

    /// The card of a node.
    ///
    /// @param copy 0, or the number of this copy if the node is shown in several places
    public record NodeCard(int index, Node node, int copy, @Nullable Group in) implements Card {
        @Override
        public String id() {
            return copy == 0 ? "n" + node.index() : "n" + node.index() + "-" + copy;
        }
    }

    /// The card of a folded group.
    ///
    /// @param nodes the operations in it, in order
    /// @param exit the last of them whose value is used outside, or the last
    /// @param inputs what comes in over its border: nodes outside that are used inside, constants left out
    /// @param outputs what goes out over its border: nodes inside that are used outside, or are the result
    public record GroupCard(
            int index,
            Group group,
            List<Node> nodes,
            Node exit,
            @Nullable Group in,
            List<Node> inputs,
            List<Node> outputs)
            implements Card {
        /// Whether it stands for the parts of an argument, and not for operations.
        public boolean isStructure() {
            return nodes.getFirst().kind() == Node.Kind.INPUT;
        }

        @Override
        public String id() {
            return "g" + nodes.getFirst().index() + "-" + nodes.getLast().index();
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return this == o; // comparing its nodes would take long
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    /// What flows from one card to another: one argument slot, or everything that goes into a folded group.
    public record Link(int index, Card from, Card to, List<Graph.Edge> edges) {
        public Link {
            edges = List.copyOf(edges);
        }

        /// Whether it has handed back a share. The sweep comes from behind, so the last edges are asked first.
        public boolean passed(Frame frame) {
            return edges.reversed().stream().limit(MOST_EDGES_ASKED).anyMatch(frame::passed);
        }

        /// A name that is the same whenever the same thing is in view.
        public String id() {
            Graph.Edge first = edges.getFirst();
            return "e" + first.node().index() + "-" + first.slot();
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return this == o; // comparing its edges would take long
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    /// A branch that was not taken: a road that begins somewhere and leads nowhere.
    ///
    /// @param from the card where it would have begun
    public record Stub(int index, Branch branch, Card from, @Nullable Group in) {

        /// A name that is the same whenever the same thing is in view.
        public String id() {
            return "u" + branch.at() + "-" + branch.untaken().span().start();
        }
    }

    private final Graph graph;
    private final Folding folding;
    private final List<Card> cards;
    private final List<Link> links;
    private final List<Stub> stubs;
    private final Map<Group, @Nullable Group> open;
    private final Map<Group, Integer> turns;
    private final Map<Group, List<Group>> alike;

    /// By the index of the node: its card, or its cards.
    private final @Nullable Object[] cardsOf;

    /// By the index of the node, then by slot.
    private final @Nullable Link[] @Nullable [] linkOf;

    VisibleGraph(Viewing made) {
        graph = made.graph;
        folding = made.folding;
        cards = List.copyOf(made.cards);
        links = List.copyOf(made.links);
        stubs = made.stubs();
        open = made.open;
        turns = made.turns;
        alike = made.alike;
        cardsOf = made.cardsOf;
        linkOf = made.linkOf;
    }

    public static VisibleGraph of(Graph graph, Folding folding) {
        return of(graph, folding, _ -> true);
    }

    /// The same without the operations and inputs that nobody wants to see.
    public static VisibleGraph of(Graph graph, Folding folding, Predicate<Node> wanted) {
        return new VisibleGraph(new Viewing(graph, folding, wanted));
    }

    public Graph graph() {
        return graph;
    }

    public Folding folding() {
        return folding;
    }

    public List<Card> cards() {
        return cards;
    }

    public List<Link> links() {
        return links;
    }

    /// The branches that were not taken, where that is to be seen.
    public List<Stub> stubs() {
        return stubs;
    }

    /// The open groups, outer ones before those inside.
    public Set<Group> openGroups() {
        return open.keySet();
    }

    /// The open group around an open group; null if there is none.
    public @Nullable Group around(Group group) {
        return open.get(group);
    }

    /// How many turns a loop in view has, open or folded; 0 of any other group.
    public int turns(Group group) {
        return turns.getOrDefault(group, 0);
    }

    /// The turn that a loop shows, from 1; 0 if it shows all of them, or is folded, or is no loop.
    public int shownTurn(Group group) {
        int shown = open.containsKey(group) ? folding.turns().getOrDefault(group, 0) : 0;
        return Math.min(shown, turns(group));
    }

    /// The turn before the one that a loop shows, 0 where it shows the first; the last where it shows none or all.
    public int turnBefore(Group loop) {
        int shown = shownTurn(loop);
        return shown == 0 ? turns(loop) : shown - 1;
    }

    /// The turn after the one that a loop shows, one beyond the last where it shows that; the first where it shows none or
    /// all.
    public int turnAfter(Group loop) {
        return shownTurn(loop) + 1;
    }

    /// The calls that did the same operations in the same order as a call in view, itself included, in the order they
    /// ran; of other groups only the group itself.
    public List<Group> alike(Group group) {
        return alike.getOrDefault(group, List.of(group));
    }

    /// What a group is called: `σ( ) · 3 identical calls`, `while × 9`, `while × 9 · turn 2`, `turn 2`.
    public String title(Group group) {
        int count = turns(group);
        List<Group> same = alike(group);
        return switch (group.kind()) {
            case TURN ->
                    group.turn() > 0
                            ? "turn %,d".formatted(group.turn())
                            : "turns " + group.title();
            case CALL ->
                    same.size() == 1
                            ? group.title() + "( )"
                            : open.containsKey(group)
                                    ? "%s( ) · %d of %d identical calls"
                                            .formatted(
                                                    group.title(),
                                                    same.indexOf(group) + 1,
                                                    same.size())
                                    : "%s( ) · %d identical calls"
                                            .formatted(group.title(), same.size());
            case LOOP -> {
                int shown = shownTurn(group);
                yield (count > 0 ? "%s × %,d".formatted(group.title(), count) : group.title())
                        + (shown > 0 ? " · turn %,d".formatted(shown) : "");
            }
            case STUDY, BROADCAST, SWEEP, CHOSEN -> group.title();
        };
    }

    /// Where a node is seen: its own card or cards, or that of the folded group it is in.
    public List<Card> cards(Node node) {
        return cardsIn(cardsOf, node);
    }

    static List<Card> cardsIn(@Nullable Object[] cardsOf, Node node) {
        int at = node.index();
        Object there = at < cardsOf.length ? cardsOf[at] : null;
        return switch (there) {
            case null -> List.of();
            case NodeCard card -> card.node() == node ? List.of(card) : List.of();
            case GroupCard card -> List.of(card);
            case Copies(Node copied, List<Card> copies) ->
                    copied == node ? Collections.unmodifiableList(copies) : List.of();
            default -> throw new IllegalStateException("no card: " + there);
        };
    }

    /// The cards of a node that has several.
    record Copies(Node node, List<Card> cards) {}

    /// Whether a card stands for a node.
    public boolean shows(Card card, @Nullable Node node) {
        return node != null && cards(node).contains(card);
    }

    /// Whether anything is done at a card's node, or in its folded group, in a moment.
    public boolean works(Card card, Frame frame) {
        return switch (card) {
            case NodeCard single -> frame.works(single.node());
            case GroupCard _ -> latest(frame).anyMatch(step -> shows(card, step.node()));
        };
    }

    /// Whether a share arrives at a card in a moment.
    public boolean receives(Card card, Frame frame) {
        return switch (card) {
            case NodeCard single -> frame.receives(single.node());
            case GroupCard _ ->
                    latest(frame)
                            .anyMatch(step ->
                                    step instanceof Step.Share share
                                            && shows(card, share.argument()));
        };
    }

    /// Whether a share is on its way on a link in a moment.
    public boolean works(Link link, Frame frame) {
        return latest(frame)
                .anyMatch(step ->
                        step instanceof Step.Share share && link.equals(link(share.edge())));
    }

    /// The steps of a moment, or of very many the last.
    private static Stream<Step> latest(Frame frame) {
        List<Step> moment = frame.moment();
        return moment
                .subList(Math.max(0, moment.size() - MOST_STEPS_ASKED), moment.size())
                .stream();
    }

    /// The node whose numbers a card shows: of a folded group that of its result.
    public static Node shownOf(Card card) {
        return switch (card) {
            case NodeCard single -> single.node();
            case GroupCard group -> group.exit();
        };
    }

    /// The link that an edge runs in; null if it runs inside a folded group.
    public @Nullable Link link(Graph.Edge edge) {
        int at = edge.node().index();
        @Nullable Link @Nullable [] slots = at < linkOf.length ? linkOf[at] : null;
        return slots != null && edge.slot() < slots.length ? slots[edge.slot()] : null;
    }
}
