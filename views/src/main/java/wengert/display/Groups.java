package wengert.display;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// The groups of a graph that say something: those with at least two operations, and fewer than the group around
/// them. A call that is the whole study would only be a frame around the picture. A loop always says something, and
/// so do all its turns if one of them does. To these come the groups that the user chose, and of a loop that shows
/// one turn the turns before and after it.
final class Groups {

    /// One such group, or the whole study.
    static final class Entry {
        final Group group;
        @Nullable Entry parent;
        final List<Entry> children = new ArrayList<>();

        /// How many operations are directly in it, and how many in all.
        int direct;

        int operations;

        /// The outermost folded group around it, which may be itself; null if it is in view.
        @Nullable Entry fold;

        private Entry(Group group, @Nullable Entry parent) {
            this.group = group;
            this.parent = parent;
        }

        private void under(Entry other) {
            if (parent != null) {
                parent.children.remove(this);
            }
            parent = other;
            other.children.add(this);
        }

        private boolean isIn(Entry other) {
            for (Entry e = this; e != null; e = e.parent) {
                if (e == other) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Map<Group, Entry> entries = new HashMap<>();
    private final Map<Node, Entry> chosen = new HashMap<>();
    private final Set<Group> loopsWithTurns = new HashSet<>();
    private final Entry root;

    Groups(Graph graph) {
        Group study = graph.study();
        var counts = new LinkedHashMap<Group, Integer>();
        var depths = new HashMap<Group, Integer>();
        depths.put(study, 0);
        counts.put(study, 0);
        var inOrder = new ArrayList<Group>();
        Group current = study;
        int several = 0; // mostly one comes after the other
        for (Node node : graph.nodes()) {
            if (node.kind() == Node.Kind.OPERATION) {
                if (node.group() != current) {
                    counts.merge(current, several, Integer::sum);
                    several = 0;
                    current = node.group();
                    discover(current, depths, counts, inOrder);
                }
                several++;
            }
        }
        counts.merge(current, several, Integer::sum);
        var direct = new HashMap<>(counts);
        var outermostFirst = new ArrayList<>(inOrder);
        outermostFirst.sort(Comparator.comparing((Group g) -> depths.getOrDefault(g, 0)));
        for (Group group : outermostFirst.reversed()) {
            int operations = counts.getOrDefault(group, 0);
            counts.merge(around(group, study), operations, Integer::sum);
            if (group.kind() == Group.Kind.TURN && operations >= 2) {
                loopsWithTurns.add(around(group, study));
            }
        }
        root = new Entry(study, null);
        root.operations = counts.getOrDefault(study, 0);
        entries.put(study, root);
        for (Group group : outermostFirst) {
            Entry outer = entries.getOrDefault(around(group, study), root);
            int operations = counts.getOrDefault(group, 0);
            if (says(group, operations, outer)) {
                var entry = new Entry(group, outer);
                entry.operations = operations;
                outer.children.add(entry);
                entries.put(group, entry);
            } else {
                entries.put(group, outer);
            }
        }
        direct.forEach((group, count) -> of(group).direct += count);
    }

    /// With what a folding adds, and which of them are folded.
    Groups(Graph graph, Folding folding) {
        this(graph);
        folding.chosen().forEach(this::choose);
        folding.turns().forEach(this::showTurn);
        fold(folding);
    }

    private boolean says(Group group, int operations, Entry outer) {
        return switch (group.kind()) {
            case LOOP -> operations >= 2;
            case TURN -> outer.group.equals(group.parent()) && loopsWithTurns.contains(outer.group);
            case STUDY, CALL, BROADCAST, SWEEP, CHOSEN ->
                    operations >= 2 && operations < outer.operations;
        };
    }

    /// Notes a group and all around it that are not known yet, outermost first.
    private static void discover(
            Group group,
            Map<Group, Integer> depths,
            Map<Group, Integer> counts,
            List<Group> inOrder) {
        var path = new ArrayList<Group>();
        Group g = group;
        while (g != null && !depths.containsKey(g)) {
            path.add(g);
            g = g.parent();
        }
        int depth = g == null ? 0 : depths.getOrDefault(g, 0);
        for (Group fresh : path.reversed()) {
            depths.put(fresh, ++depth);
            counts.put(fresh, 0);
            inOrder.add(fresh);
        }
    }

    private static Group around(Group group, Group study) {
        Group parent = group.parent();
        return parent == null ? study : parent;
    }

    /// Puts a frame around chosen nodes. Groups that are chosen whole go into it; it stands in the innermost group
    /// that holds them all.
    private void choose(Folding.Chosen choice) {
        Entry common = null;
        for (Node node : choice.nodes()) {
            Entry entry = of(node);
            common = common == null ? entry : common(common, entry);
        }
        if (common == null) {
            return;
        }
        var frame = new Entry(choice.group(), common);
        var counts = new LinkedHashMap<Entry, Integer>();
        for (Node node : choice.nodes()) {
            for (Entry e = of(node); e != null && e != common; e = e.parent) {
                counts.merge(e, 1, Integer::sum);
            }
        }
        for (var entry : counts.entrySet()) {
            Entry inner = entry.getKey();
            boolean whole = entry.getValue() == inner.operations;
            boolean outermost =
                    inner.parent == common
                            || inner.parent != null
                                    && counts.getOrDefault(inner.parent, 0)
                                            < inner.parent.operations;
            if (whole && outermost) {
                inner.under(frame);
            }
        }
        for (Node node : choice.nodes()) {
            Entry in = of(node);
            if (!in.isIn(frame)) {
                if (node.kind() == Node.Kind.OPERATION) {
                    in.direct--;
                    frame.direct++;
                }
                chosen.put(node, frame);
            }
        }
        frame.operations = choice.nodes().size();
        common.children.add(frame);
        entries.put(choice.group(), frame);
    }

    private static Entry common(Entry a, Entry b) {
        Entry e = a;
        while (!b.isIn(e) && e.parent != null) {
            e = e.parent;
        }
        return e;
    }

    /// Gathers the turns of a loop before and after the one that is shown.
    private void showTurn(Group loop, int shown) {
        Entry whole = entries.get(loop);
        if (whole == null || whole.group != loop) {
            return;
        }
        List<Entry> turns = turns(whole);
        int at = Math.clamp(shown, 1, Math.max(1, turns.size())) - 1;
        gather(whole, turns.subList(0, Math.min(at, turns.size())));
        gather(whole, turns.subList(Math.min(at + 1, turns.size()), turns.size()));
    }

    private void gather(Entry loop, List<Entry> turns) {
        if (turns.size() < 2) {
            turns.forEach(turn -> turn.fold = turn);
            return;
        }
        String title = turns.getFirst().group.turn() + "–" + turns.getLast().group.turn();
        var group = new Group(loop.group, Group.Kind.TURN, title, loop.group.span(), 0);
        var run = new Entry(group, loop);
        loop.children.add(loop.children.indexOf(turns.getFirst()), run);
        loop.children.removeAll(new HashSet<>(turns));
        for (Entry turn : turns) {
            turn.parent = run;
            run.children.add(turn);
            run.operations += turn.operations;
        }
        run.fold = run;
        entries.put(group, run);
    }

    /// The turns of a loop, in order.
    static List<Entry> turns(Entry loop) {
        return loop.children.stream().filter(e -> e.group.kind() == Group.Kind.TURN).toList();
    }

    private void fold(Folding folding) {
        var waiting = new ArrayList<Entry>(root.children);
        while (!waiting.isEmpty()) {
            Entry entry = waiting.removeLast();
            Entry outer = entry.parent;
            if (outer != null && outer.fold != null) {
                entry.fold = outer.fold;
            } else if (folding.folds(entry.group)) {
                entry.fold = entry;
            }
            waiting.addAll(entry.children);
        }
    }

    /// Everything.
    Entry root() {
        return root;
    }

    /// The group that the user put an input into, as a part of a structure; null if there is none.
    @Nullable Entry structure(Node node) {
        return node.kind() == Node.Kind.INPUT ? chosen.get(node) : null;
    }

    /// The innermost entry that an operation is in.
    Entry of(Node node) {
        Entry entry = chosen.isEmpty() ? null : chosen.get(node);
        return entry == null ? of(node.group()) : entry;
    }

    /// The innermost entry that a group is in.
    Entry of(Group group) {
        for (Group g = group; g != null; g = g.parent()) {
            Entry entry = entries.get(g);
            if (entry != null) {
                return entry;
            }
        }
        return root;
    }
}
