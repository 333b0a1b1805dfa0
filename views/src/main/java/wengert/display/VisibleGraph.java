package wengert.display;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.story.Frame;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// The part of a graph that is in view: cards, the links between them, and the open groups they stand in.
///
/// A constant that is used in several places has a card at each of them, and so has an input that is used in very
/// many: a web of long edges says nothing that the copies do not.
public final class VisibleGraph {

    private static final int MOST_USES_OF_AN_INPUT = 12;
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
    public record GroupCard(int index, Group group, List<Node> nodes, Node exit, @Nullable Group in)
            implements Card {
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

    private final Graph graph;
    private final Folding folding;
    private final List<Card> cards;
    private final List<Link> links;
    private final Map<Group, @Nullable Group> open;
    private final Map<Node, List<Card>> cardsOf;
    private final Map<Graph.Edge, Link> linkOf;

    private VisibleGraph(Building built) {
        graph = built.graph;
        folding = built.folding;
        cards = List.copyOf(built.cards);
        links = List.copyOf(built.links);
        open = built.open;
        cardsOf = built.cardsOf;
        linkOf = built.linkOf;
    }

    public static VisibleGraph of(Graph graph, Folding folding) {
        return new VisibleGraph(new Building(graph, folding).build());
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

    /// The open groups, outer ones before those inside.
    public Set<Group> openGroups() {
        return open.keySet();
    }

    /// The open group around an open group; null if there is none.
    public @Nullable Group around(Group group) {
        return open.get(group);
    }

    /// Where a node is seen: its own card or cards, or that of the folded group it is in.
    public List<Card> cards(Node node) {
        return cardsOf.getOrDefault(node, List.of());
    }

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
        return linkOf.get(edge);
    }

    private static final class Building {
        private final Graph graph;
        private final Folding folding;
        private final Groups groups;
        private final List<Card> cards = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<Pending> pending = new ArrayList<>();
        private final Map<List<Integer>, Pending> merged = new HashMap<>();
        private final Map<Group, @Nullable Group> open = new LinkedHashMap<>();
        private final Map<Node, List<Card>> cardsOf = new HashMap<>();
        private final Map<Graph.Edge, Link> linkOf = new HashMap<>();
        private final Map<Node, Integer> uses = new HashMap<>();
        private final Map<Node, Integer> copies = new HashMap<>();
        private final Map<Node, Group> userOf = new HashMap<>();
        private final Map<Group, List<Node>> members = new HashMap<>();
        private final Map<Group, Node> exits = new HashMap<>();
        private final Map<Group, GroupCard> groupCards = new HashMap<>();

        Building(Graph graph, Folding folding) {
            this.graph = graph;
            this.folding = folding;
            this.groups = new Groups(graph);
        }

        Building build() {
            for (Node node : graph.nodes()) {
                countUses(node);
                Group fold = fold(node.group());
                if (fold != null && node.kind() == Node.Kind.OPERATION) {
                    members.computeIfAbsent(fold, _ -> new ArrayList<>()).add(node);
                }
            }
            for (Node node : graph.nodes()) {
                if (node.kind() == Node.Kind.OPERATION) {
                    operation(node);
                } else if (node.kind() == Node.Kind.INPUT && !splits(node)) {
                    card(node, 0, null);
                }
            }
            pending.forEach(this::finish);
            return this;
        }

        private record Pending(Card from, Card to, List<Graph.Edge> edges) {}

        private void countUses(Node node) {
            Group fold = node.kind() == Node.Kind.OPERATION ? fold(node.group()) : null;
            for (Node argument : node.arguments()) {
                uses.merge(argument, 1, Integer::sum);
                userOf.putIfAbsent(argument, node.group());
                Group from = argument.kind() == Node.Kind.OPERATION ? fold(argument.group()) : null;
                if (from != null && !from.equals(fold)) {
                    exits.put(from, argument);
                }
            }
        }

        private boolean splits(Node leaf) {
            int most = leaf.kind() == Node.Kind.CONSTANT ? 1 : MOST_USES_OF_AN_INPUT;
            return uses.getOrDefault(leaf, 0) > most;
        }

        private void operation(Node node) {
            Group fold = fold(node.group());
            if (fold == null) {
                List<Card> from = new ArrayList<>();
                for (Node argument : node.arguments()) {
                    from.add(source(argument, node, null));
                }
                Card to = card(node, 0, openAround(node.group()));
                for (int slot = 0; slot < from.size(); slot++) {
                    link(from.get(slot), to, new Graph.Edge(node, slot));
                }
            } else {
                GroupCard to = groupCard(fold);
                cardsOf.put(node, List.of(to));
                for (int slot = 0; slot < node.arguments().size(); slot++) {
                    Node argument = node.arguments().get(slot);
                    if (argument.kind() != Node.Kind.CONSTANT && !cards(argument).contains(to)) {
                        mergedLink(source(argument, node, to), to, new Graph.Edge(node, slot));
                    }
                }
            }
        }

        private List<Card> cards(Node node) {
            return cardsOf.getOrDefault(node, List.of());
        }

        /// The card that an argument comes from; leaves that are shown per use get a new one.
        private Card source(Node argument, Node user, @Nullable GroupCard into) {
            List<Card> known = cards(argument);
            boolean leaf = argument.kind() != Node.Kind.OPERATION;
            if (into != null && !known.isEmpty()) {
                return known.getLast();
            }
            if (leaf && splits(argument)) {
                int copy = copies.merge(argument, 1, Integer::sum);
                return card(argument, copy, openAround(user.group()));
            }
            return known.isEmpty()
                    ? card(argument, 0, openAround(userOf.getOrDefault(argument, user.group())))
                    : known.getFirst();
        }

        private Card card(Node node, int copy, @Nullable Group in) {
            var card = new NodeCard(cards.size(), node, copy, in);
            cards.add(card);
            var all = new ArrayList<>(cards(node));
            all.add(card);
            cardsOf.put(node, all);
            return card;
        }

        private GroupCard groupCard(Group group) {
            GroupCard known = groupCards.get(group);
            if (known != null) {
                return known;
            }
            List<Node> inside = List.copyOf(members.getOrDefault(group, List.of()));
            Node exit = exits.getOrDefault(group, inside.getLast());
            var card =
                    new GroupCard(
                            cards.size(), group, inside, exit, openAround(groups.of(group).parent));
            cards.add(card);
            groupCards.put(group, card);
            return card;
        }

        private void link(Card from, Card to, Graph.Edge edge) {
            pending.add(new Pending(from, to, new ArrayList<>(List.of(edge))));
        }

        /// Everything that flows from one card into a folded group is one link.
        private void mergedLink(Card from, Card to, Graph.Edge edge) {
            Pending known = merged.get(List.of(from.index(), to.index()));
            if (known == null) {
                link(from, to, edge);
                merged.put(List.of(from.index(), to.index()), pending.getLast());
            } else {
                known.edges.add(edge);
            }
        }

        private void finish(Pending waiting) {
            var link = new Link(links.size(), waiting.from, waiting.to, waiting.edges);
            links.add(link);
            waiting.edges.forEach(edge -> linkOf.put(edge, link));
        }

        /// The outermost folded group that a group is in; null if everything around it is open.
        private @Nullable Group fold(Group group) {
            Group fold = null;
            for (Groups.Entry e = groups.of(group); e.parent != null; e = e.parent) {
                if (folding.folds(e.group)) {
                    fold = e.group;
                }
            }
            return fold;
        }

        private @Nullable Group openAround(Group group) {
            Group fold = fold(group);
            return openAround(fold == null ? groups.of(group) : groups.of(fold).parent);
        }

        private @Nullable Group openAround(Groups.@Nullable Entry entry) {
            if (entry == null || entry.parent == null) {
                return null;
            }
            Group outer = openAround(entry.parent);
            open.putIfAbsent(entry.group, outer);
            return entry.group;
        }
    }
}
