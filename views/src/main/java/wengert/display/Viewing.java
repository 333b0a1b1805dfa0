package wengert.display;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Copies;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.display.VisibleGraph.Stub;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// Works out what is in view of a graph.
final class Viewing {

    private static final int MOST_USES_OF_AN_INPUT = 12;

    final Graph graph;
    final Folding folding;
    final List<Card> cards = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final Map<Group, @Nullable Group> open = new LinkedHashMap<>();
    final Map<Group, Integer> turns = new HashMap<>();
    final Map<Group, List<Group>> alike;
    final @Nullable Object[] cardsOf;
    final @Nullable Link[] @Nullable [] linkOf;

    private final Groups groups;
    private final List<Pending> pending = new ArrayList<>();
    private final Map<Long, Pending> merged = new HashMap<>();

    /// By the index of a leaf: in how many places it is used, as far as they are in view.
    private final int[] uses;

    private final Map<Node, Groups.Entry> homes = new HashMap<>();
    private final Map<Groups.Entry, Border> borders = new HashMap<>();
    private final Map<Groups.Entry, GroupCard> groupCards = new HashMap<>();

    /// What is in a folded group, and what crosses its border.
    private static final class Border {
        private final List<Node> inside = new ArrayList<>();
        private final Set<Node> inputs = new LinkedHashSet<>();
        private final Set<Node> outputs = new LinkedHashSet<>();
        private final Set<Node> leaves = new HashSet<>();
        private @Nullable Node exit;
    }

    private record Pending(Card from, Card to, List<Graph.Edge> edges) {}

    /// @param wanted which operations and inputs are in view at all
    Viewing(Graph graph, Folding folding, Predicate<Node> wanted) {
        this.graph = graph;
        this.folding = folding;
        Predicate<Node> shown = node -> node.kind() == Node.Kind.OPERATION && wanted.test(node);
        groups = new Groups(graph, folding);
        int n = graph.nodes().size();
        cardsOf = new @Nullable Object[n];
        linkOf = new @Nullable Link[n] @Nullable [];
        uses = new int[n];
        for (Node node : graph.nodes()) {
            if (shown.test(node)) {
                survey(node);
            } else if (isFolded(node)) {
                structure(node).inside.add(node);
            }
        }
        for (Node output : graph.outputs()) {
            Border border = output.kind() == Node.Kind.OPERATION ? border(output) : null;
            if (border != null) {
                border.outputs.add(output);
            }
        }
        for (Node node : graph.nodes()) {
            if (shown.test(node)) {
                operation(node);
            } else if (isFolded(node)) {
                structureCard(node);
            } else if (node.kind() == Node.Kind.INPUT && wanted.test(node) && !splits(node)) {
                card(node, 0, openAround(groups.structure(node)));
            }
        }
        for (Node output : graph.outputs()) {
            // a result that depends on nothing has no use that would show it
            if (output.kind() == Node.Kind.CONSTANT && cards(output).isEmpty()) {
                card(output, 0, null);
            }
        }
        pending.forEach(this::finish);
        alike = new Alike(graph, groups).calls();
        countTurns();
    }

    /// Whether an input is a part of a structure that is one card.
    private boolean isFolded(Node node) {
        Groups.Entry structure = groups.structure(node);
        return structure != null && structure.fold != null;
    }

    private Border structure(Node part) {
        Groups.Entry fold = Objects.requireNonNull(groups.structure(part)).fold;
        return borders.computeIfAbsent(Objects.requireNonNull(fold), _ -> new Border());
    }

    private Card structureCard(Node part) {
        Groups.Entry fold = Objects.requireNonNull(groups.structure(part)).fold;
        Card card = groupCard(Objects.requireNonNull(fold));
        cardsOf[part.index()] = card;
        return card;
    }

    private @Nullable Border border(Node operation) {
        Groups.Entry fold = groups.of(operation).fold;
        return fold == null ? null : borders.get(fold);
    }

    /// Notes where the arguments of an operation are used, and what crosses the border of a folded group.
    private void survey(Node node) {
        Groups.Entry home = groups.of(node);
        Groups.Entry fold = home.fold;
        Border border = fold == null ? null : borders.computeIfAbsent(fold, _ -> new Border());
        if (border != null) {
            border.inside.add(node);
        }
        for (Node argument : node.arguments()) {
            if (isFolded(argument)) {
                Border from = structure(argument);
                from.outputs.add(argument);
                from.exit = argument;
                if (border != null) {
                    border.inputs.add(argument);
                }
                continue;
            }
            if (argument.kind() != Node.Kind.OPERATION) {
                if (border == null || border.leaves.add(argument)) {
                    uses[argument.index()]++;
                    homes.merge(argument, home, Viewing::common);
                }
                if (border != null && argument.kind() == Node.Kind.INPUT) {
                    border.inputs.add(argument);
                }
                continue;
            }
            Border from = border(argument);
            if (from != border || from == null) {
                if (from != null) {
                    from.outputs.add(argument);
                    from.exit = argument;
                }
                if (border != null) {
                    border.inputs.add(argument);
                }
            }
        }
    }

    private static Groups.Entry common(Groups.Entry a, Groups.Entry b) {
        var around = new HashSet<Groups.Entry>();
        for (Groups.Entry e = a; e != null; e = e.parent) {
            around.add(e);
        }
        Groups.Entry e = b;
        while (!around.contains(e) && e.parent != null) {
            e = e.parent;
        }
        return e;
    }

    private boolean splits(Node leaf) {
        if (isFolded(leaf)) {
            return false;
        }
        Folding.Leaf asked = folding.leaves().get(leaf);
        if (asked != null) {
            return asked == Folding.Leaf.AT_EACH_USE && uses[leaf.index()] > 1;
        }
        int most = leaf.kind() == Node.Kind.CONSTANT ? 1 : MOST_USES_OF_AN_INPUT;
        return uses[leaf.index()] > most;
    }

    private void operation(Node node) {
        Groups.Entry fold = groups.of(node).fold;
        if (fold == null) {
            List<Card> from = new ArrayList<>();
            for (Node argument : node.arguments()) {
                from.add(source(argument, node));
            }
            Card to = card(node, 0, openAround(groups.of(node)));
            for (int slot = 0; slot < from.size(); slot++) {
                link(from.get(slot), to, new Graph.Edge(node, slot));
            }
        } else {
            GroupCard to = groupCard(fold);
            cardsOf[node.index()] = to;
            for (int slot = 0; slot < node.arguments().size(); slot++) {
                Node argument = node.arguments().get(slot);
                if (argument.kind() != Node.Kind.CONSTANT && !cards(argument).contains(to)) {
                    Card from = leafFor(argument, to);
                    mergedLink(from, to, new Graph.Edge(node, slot));
                }
            }
        }
    }

    private List<Card> cards(Node node) {
        return VisibleGraph.cardsIn(cardsOf, node);
    }

    /// The card that an argument comes from; leaves that are shown per use get a new one.
    private Card source(Node argument, Node user) {
        List<Card> known = cards(argument);
        if (argument.kind() != Node.Kind.OPERATION && splits(argument)) {
            return card(argument, known.size() + 1, openAround(groups.of(user)));
        }
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        if (isFolded(argument)) {
            return structureCard(argument);
        }
        return card(argument, 0, openAround(homes.getOrDefault(argument, groups.of(user))));
    }

    /// The card from which a folded group gets an argument: of a leaf that is split, a copy of its own.
    private Card leafFor(Node argument, GroupCard to) {
        List<Card> known = cards(argument);
        if (argument.kind() != Node.Kind.OPERATION && splits(argument)) {
            Card last = known.isEmpty() ? null : known.getLast();
            if (last != null && merged.containsKey(key(last, to))) {
                return last;
            }
            return card(argument, known.size() + 1, to.in());
        }
        return !known.isEmpty()
                ? known.getFirst()
                : isFolded(argument) ? structureCard(argument) : card(argument, 0, null);
    }

    private Card card(Node node, int copy, @Nullable Group in) {
        var card = new NodeCard(cards.size(), node, copy, in);
        cards.add(card);
        int at = node.index();
        switch (cardsOf[at]) {
            case null -> cardsOf[at] = card;
            case Copies(_, List<Card> copies) -> copies.add(card);
            case Card first -> {
                var copies = new ArrayList<Card>(List.of(first, card));
                cardsOf[at] = new Copies(node, copies);
            }
            default -> throw new IllegalStateException("no card: " + cardsOf[at]);
        }
        return card;
    }

    private GroupCard groupCard(Groups.Entry fold) {
        GroupCard known = groupCards.get(fold);
        if (known != null) {
            return known;
        }
        Border border = borders.getOrDefault(fold, new Border());
        Node exit = border.exit == null ? border.inside.getLast() : border.exit;
        var card =
                new GroupCard(
                        cards.size(),
                        fold.group,
                        List.copyOf(border.inside),
                        exit,
                        openAround(fold.parent),
                        List.copyOf(border.inputs),
                        List.copyOf(border.outputs));
        cards.add(card);
        groupCards.put(fold, card);
        return card;
    }

    private void link(Card from, Card to, Graph.Edge edge) {
        pending.add(new Pending(from, to, List.of(edge)));
    }

    private static long key(Card from, Card to) {
        return ((long) from.index() << 32) | to.index();
    }

    /// Everything that flows from one card into a folded group is one link.
    private void mergedLink(Card from, Card to, Graph.Edge edge) {
        Pending known = merged.get(key(from, to));
        if (known == null) {
            known = new Pending(from, to, new ArrayList<>());
            pending.add(known);
            merged.put(key(from, to), known);
        }
        known.edges.add(edge);
    }

    private void finish(Pending waiting) {
        var link = new Link(links.size(), waiting.from, waiting.to, waiting.edges);
        links.add(link);
        for (Graph.Edge edge : waiting.edges) {
            int at = edge.node().index();
            @Nullable Link @Nullable [] slots = linkOf[at];
            if (slots == null) {
                slots = new @Nullable Link[edge.node().arguments().size()];
                linkOf[at] = slots;
            }
            slots[edge.slot()] = link;
        }
    }

    private @Nullable Group openAround(Groups.@Nullable Entry entry) {
        Groups.Entry e = entry;
        while (e != null && e.fold != null) {
            e = e.fold.parent;
        }
        if (e == null || e.parent == null) {
            return null;
        }
        if (!open.containsKey(e.group)) {
            open.put(e.group, openAround(e.parent));
        }
        return e.group;
    }

    private void countTurns() {
        for (Group group : open.keySet()) {
            countTurns(group);
        }
        groupCards.keySet().forEach(entry -> countTurns(entry.group));
    }

    private void countTurns(Group loop) {
        if (loop.kind() == Group.Kind.LOOP) {
            int count = 0;
            for (Groups.Entry turn : Groups.turns(groups.of(loop))) {
                count += Math.max(1, Groups.turns(turn).size());
            }
            turns.put(loop, count);
        }
    }

    List<Stub> stubs() {
        return new Stubs(graph, folding, groups, this::cards, open).found();
    }
}
