package wengert.display;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wengert.source.Span;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// How much of a graph is in view: which groups are folded to one card, which groups the user added, which turn of a
/// loop is shown, which leaves are drawn at each place of their use.
///
/// @param folded the groups that are one card
/// @param turns of loops that show only one of their turns, the number of that turn, from 1
/// @param chosen the groups that the user made, in the order they were made
/// @param leaves what the user asked for inputs and constants; the others are drawn as their number of uses suggests
/// @param untaken whether the branches that were not taken are shown
public record Folding(
        Set<Group> folded,
        Map<Group, Integer> turns,
        List<Chosen> chosen,
        Map<Node, Leaf> leaves,
        boolean untaken) {

    /// Everything is shown, down to the last operation.
    public static final Folding NONE = new Folding(Set.of());

    /// A structure of more parts is one card where nobody has asked for anything else.
    private static final int MOST_FIELDS = 8;

    /// How an input or constant is drawn.
    public enum Leaf {
        /// One card, from which a link goes to each use.
        ONE_CARD,
        /// A small copy at each use.
        AT_EACH_USE
    }

    /// A group that the user made.
    public record Chosen(Group group, Set<Node> nodes) {
        public Chosen {
            nodes = Set.copyOf(nodes);
        }
    }

    public Folding {
        folded = Set.copyOf(folded);
        turns = Map.copyOf(turns);
        chosen = List.copyOf(chosen);
        leaves = Map.copyOf(leaves);
    }

    public Folding(Set<Group> folded) {
        this(folded, Map.of(), List.of(), Map.of(), true);
    }

    /// As little folding as it takes to have at most about `most` operations and folded groups in view. Groups unfold
    /// from the outside inwards; the turns of a loop unfold together or not at all. Structures of many
    /// parts are one card each.
    public static Folding automatic(Graph graph, int most) {
        return operations(graph, most).withLargeStructures(graph);
    }

    private static Folding operations(Graph graph, int most) {
        if (graph.nodes().size() <= most) {
            return NONE;
        }
        var groups = new Groups(graph);
        var folded = new HashSet<Group>();
        var waiting = new ArrayDeque<List<Groups.Entry>>();
        int visible = unfold(groups.root(), waiting);
        while (!waiting.isEmpty()) {
            List<Groups.Entry> together = waiting.remove();
            int more = 0;
            for (Groups.Entry entry : together) {
                more += entry.direct + entry.children.size() - 1;
            }
            if (visible + more <= most) {
                visible += more;
                together.forEach(entry -> unfold(entry, waiting));
            } else {
                together.forEach(entry -> folded.add(entry.group));
            }
        }
        return new Folding(folded);
    }

    private Folding withLargeStructures(Graph graph) {
        Folding with = this;
        var seen = new HashSet<String>();
        for (Node input : graph.inputs()) {
            if (seen.add(Fields.argument(input))) {
                Set<Node> fields = Fields.beside(graph, input);
                if (fields.size() > MOST_FIELDS) {
                    with = with.choosing(graph, Fields.argument(input), fields);
                }
            }
        }
        return with;
    }

    /// @return how many things are seen in the entry's place
    private static int unfold(Groups.Entry entry, ArrayDeque<List<Groups.Entry>> waiting) {
        List<Groups.Entry> turns = Groups.turns(entry);
        if (!turns.isEmpty()) {
            waiting.add(turns);
        }
        for (Groups.Entry child : entry.children) {
            if (child.group.kind() != Group.Kind.TURN) {
                waiting.add(List.of(child));
            }
        }
        return entry.direct + entry.children.size();
    }

    /// Everything that can be folded is.
    public static Folding all(Graph graph) {
        return NONE.withAllFolded(graph);
    }

    /// The same with everything folded that can be.
    public Folding withAllFolded(Graph graph) {
        var all = new HashSet<Group>();
        var waiting = new ArrayDeque<>(new Groups(graph).root().children);
        while (!waiting.isEmpty()) {
            Groups.Entry entry = waiting.remove();
            all.add(entry.group);
            waiting.addAll(entry.children);
        }
        chosen.forEach(choice -> all.add(choice.group));
        return new Folding(all, turns, chosen, leaves, untaken);
    }

    /// The same with nothing folded.
    public Folding withNoneFolded() {
        return new Folding(Set.of(), Map.of(), chosen, leaves, untaken);
    }

    public boolean folds(Group group) {
        return folded.contains(group);
    }

    /// The same with one group folded.
    public Folding fold(Group group) {
        var more = new HashSet<>(folded);
        more.add(group);
        return new Folding(more, turns, chosen, leaves, untaken);
    }

    /// The same with one group unfolded.
    public Folding unfold(Group group) {
        var fewer = new HashSet<>(folded);
        fewer.remove(group);
        return new Folding(fewer, turns, chosen, leaves, untaken);
    }

    /// The same with what a folded card stands for opened. A loop of many operations opens at its first turn, or at
    /// the one it showed before; opening what a loop has folded before or after its turn goes there.
    public Folding opening(Graph graph, VisibleGraph.GroupCard card, int most) {
        Group group = card.group();
        Group loop = group.parent();
        if (group.kind() == Group.Kind.TURN && loop != null && turns.containsKey(loop)) {
            int shown = turns.getOrDefault(loop, 1);
            int turn = group.turn() > 0 ? group.turn() : shown + (isAfter(group, shown) ? 1 : -1);
            return showingTurn(graph, loop, turn);
        }
        boolean many = group.kind() == Group.Kind.LOOP && card.nodes().size() > most;
        return many ? showingTurn(group, turns.getOrDefault(group, 1)) : unfold(group);
    }

    private static boolean isAfter(Group run, int shown) {
        String first = run.title().substring(0, run.title().indexOf('–'));
        return Integer.parseInt(first) > shown;
    }

    /// The same with a loop unfolded to one of its turns, what came before and after it folded.
    ///
    /// @param turn its number, from 1
    public Folding showingTurn(Group loop, int turn) {
        var shown = new HashMap<>(turns);
        shown.put(loop, turn);
        var fewer = new HashSet<>(folded);
        fewer.remove(loop);
        fewer.removeIf(group -> loop.equals(group.parent()) && group.turn() == turn);
        return new Folding(fewer, shown, chosen, leaves, untaken);
    }

    /// The same, and what was open and folded in the turn that was shown before is so in this one.
    public Folding showingTurn(Graph graph, Group loop, int turn) {
        Integer before = turns.get(loop);
        Folding shown = showingTurn(loop, turn);
        return before == null || before == turn
                ? shown
                : new Turning(graph, loop, before, turn).of(shown);
    }

    /// The same with each loop that shows one turn at the turn that a node is in.
    public Folding following(Graph graph, Node node) {
        var turnsAround = new ArrayDeque<Group>();
        for (Group g = node.group(); g != null; g = g.parent()) {
            if (g.kind() == Group.Kind.TURN) {
                turnsAround.push(g);
            }
        }
        Folding following = this;
        // the outer ones first: what they show says what inner ones do
        for (Group g : turnsAround) {
            Group loop = g.parent();
            Integer shown = loop == null ? null : following.turns.get(loop);
            if (loop != null
                    && shown != null
                    && shown != g.turn()
                    && !following.folded.contains(loop)) {
                following = following.showingTurn(graph, loop, g.turn());
            }
        }
        return following;
    }

    /// The same with all turns of a loop side by side.
    public Folding showingAllTurns(Group loop) {
        var shown = new HashMap<>(turns);
        shown.remove(loop);
        var fewer = new HashSet<>(folded);
        fewer.remove(loop);
        return new Folding(fewer, shown, chosen, leaves, untaken);
    }

    /// The same with some operations made a group, folded to one card.
    ///
    /// What lies on a way from one of them to another is taken in, so that the card can stand in one place. Inputs and
    /// constants stay outside, unless there is nothing but inputs: the parts of a structure. With fewer than two nothing
    /// happens.
    public Folding choosing(Graph graph, String title, Set<Node> nodes) {
        boolean parts = nodes.stream().allMatch(node -> node.kind() == Node.Kind.INPUT);
        Set<Node> all = parts ? nodes : between(graph, nodes);
        if (all.size() < 2) {
            return this;
        }
        var group = new Group(graph.study(), Group.Kind.CHOSEN, title, Span.NONE, 0);
        var more = new ArrayList<>(chosen);
        more.add(new Chosen(group, all));
        return new Folding(folded, turns, more, leaves, untaken).fold(group);
    }

    /// The same with another title for a group that the user made, and the group itself under that title.
    public Folding renaming(Group group, String title) {
        var named = new Group(group.parent(), group.kind(), title, group.span(), group.turn());
        var others = new ArrayList<Chosen>();
        for (Chosen choice : chosen) {
            boolean meant = choice.group.equals(group);
            others.add(meant ? new Chosen(named, choice.nodes) : choice);
        }
        var renamed = new Folding(folded, turns, others, leaves, untaken);
        return folds(group) ? renamed.unfold(group).fold(named) : renamed;
    }

    /// The same without a group that the user made.
    public Folding dissolving(Group group) {
        var fewer = chosen.stream().filter(choice -> !choice.group.equals(group)).toList();
        return new Folding(folded, turns, fewer, leaves, untaken).unfold(group);
    }

    /// Operations and all those between them.
    private static Set<Node> between(Graph graph, Set<Node> nodes) {
        var indices = new TreeSet<Integer>();
        for (Node node : nodes) {
            if (node.kind() == Node.Kind.OPERATION) {
                indices.add(node.index());
            }
        }
        if (indices.isEmpty()) {
            return Set.of();
        }
        var after = new HashSet<Node>();
        List<Node> span = graph.nodes().subList(indices.first(), indices.last() + 1);
        for (Node node : span) {
            if (nodes.contains(node) || node.arguments().stream().anyMatch(after::contains)) {
                if (node.kind() == Node.Kind.OPERATION) {
                    after.add(node);
                }
            }
        }
        var before = new HashSet<Node>();
        var all = new HashSet<Node>();
        for (Node node : span.reversed()) {
            boolean reaches = nodes.contains(node) || before.contains(node);
            if (reaches && node.kind() == Node.Kind.OPERATION) {
                before.addAll(node.arguments());
                if (after.contains(node)) {
                    all.add(node);
                }
            }
        }
        return all;
    }

    /// The same with an input or constant drawn as asked for.
    public Folding drawing(Node leaf, Leaf how) {
        var asked = new HashMap<>(leaves);
        asked.put(leaf, how);
        return new Folding(folded, turns, chosen, asked, untaken);
    }

    /// The same with the branches that were not taken in view.
    public Folding withUntaken() {
        return new Folding(folded, turns, chosen, leaves, true);
    }

    /// The same without the branches that were not taken.
    public Folding withoutUntaken() {
        return new Folding(folded, turns, chosen, leaves, false);
    }
}
