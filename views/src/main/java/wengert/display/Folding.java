package wengert.display;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wengert.trace.Graph;
import wengert.trace.Group;

/// Which groups are folded to one card.
public record Folding(Set<Group> folded) {

    /// Everything is shown, down to the last operation.
    public static final Folding NONE = new Folding(Set.of());

    public Folding {
        folded = Set.copyOf(folded);
    }

    /// As little folding as it takes to have at most about `most` operations and folded groups in view. Groups unfold
    /// from the outside inwards; the turns of a loop unfold together or not at all.
    public static Folding automatic(Graph graph, int most) {
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

    /// Everything that can be folded is.
    public static Folding all(Graph graph) {
        var folded = new HashSet<Group>();
        var waiting = new ArrayDeque<Groups.Entry>(new Groups(graph).root().children);
        while (!waiting.isEmpty()) {
            Groups.Entry entry = waiting.remove();
            folded.add(entry.group);
            waiting.addAll(entry.children);
        }
        return new Folding(folded);
    }

    /// @return how many things are seen in the entry's place
    private static int unfold(Groups.Entry entry, ArrayDeque<List<Groups.Entry>> waiting) {
        List<Groups.Entry> turns =
                entry.children.stream().filter(e -> e.group.kind() == Group.Kind.TURN).toList();
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

    public boolean folds(Group group) {
        return folded.contains(group);
    }

    /// The same with one group folded.
    public Folding fold(Group group) {
        var more = new HashSet<>(folded);
        more.add(group);
        return new Folding(more);
    }

    /// The same with one group unfolded.
    public Folding unfold(Group group) {
        var fewer = new HashSet<>(folded);
        fewer.remove(group);
        return new Folding(fewer);
    }
}
