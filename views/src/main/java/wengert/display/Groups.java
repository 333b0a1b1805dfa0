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
/// so do all its turns if one of them does.
final class Groups {

    /// One such group, or the whole study.
    static final class Entry {
        final Group group;
        final @Nullable Entry parent;
        final List<Entry> children = new ArrayList<>();

        /// How many operations are directly in it, and how many in all.
        int direct;

        int operations;

        private Entry(Group group, @Nullable Entry parent) {
            this.group = group;
            this.parent = parent;
        }
    }

    private final Map<Group, Entry> entries = new HashMap<>();
    private final Set<Group> loopsWithTurns = new HashSet<>();
    private final Entry root;

    Groups(Graph graph) {
        Group study = graph.study();
        var counts = new LinkedHashMap<Group, Integer>();
        var depths = new HashMap<Group, Integer>();
        depths.put(study, 0);
        counts.put(study, 0);
        var inOrder = new ArrayList<Group>();
        for (Node node : graph.nodes()) {
            if (node.kind() == Node.Kind.OPERATION) {
                Group group = node.group();
                discover(group, depths, counts, inOrder);
                counts.merge(group, 1, Integer::sum);
            }
        }
        var direct = new HashMap<>(counts);
        var deepestFirst = new ArrayList<>(inOrder);
        deepestFirst.sort(Comparator.comparing((Group g) -> depths.getOrDefault(g, 0)).reversed());
        for (Group group : deepestFirst) {
            int operations = counts.getOrDefault(group, 0);
            counts.merge(around(group, study), operations, Integer::sum);
            if (group.kind() == Group.Kind.TURN && operations >= 2) {
                loopsWithTurns.add(around(group, study));
            }
        }
        root = new Entry(study, null);
        root.operations = counts.getOrDefault(study, 0);
        entries.put(study, root);
        for (Group group : deepestFirst.reversed()) {
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

    private boolean says(Group group, int operations, Entry outer) {
        return switch (group.kind()) {
            case LOOP -> operations >= 2;
            case TURN -> outer.group.equals(group.parent()) && loopsWithTurns.contains(outer.group);
            case STUDY, CALL, BROADCAST, SWEEP -> operations >= 2 && operations < outer.operations;
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

    /// Everything.
    Entry root() {
        return root;
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
