package wengert.display;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// From one turn of a loop to another: groups in the other are open and folded as those in the first were, and loops
/// in it show the turns that they showed there.
///
/// A group is found in the other turn by where it stands: it is the how-manieth of its kind, title and place in the
/// source, in the group around it.
final class Turning {

    /// What groups have in common that are one call, loop or turn of the program.
    private record Kin(Group.Kind kind, String title, Span span) {

        static Kin of(Group group) {
            return new Kin(group.kind(), group.title(), group.span());
        }
    }

    /// By group of the other turn: the same of the first.
    private final Map<Group, Group> twins = new HashMap<>();

    private final Map<Group, Set<Group>> inner = new HashMap<>();

    Turning(Graph graph, Group loop, int from, int to) {
        Group first = null;
        Group other = null;
        Group last = null;
        for (Node node : graph.nodes()) {
            Group group = node.group();
            if (group != last) {
                last = group;
                Group turn = turn(group, loop);
                if (turn != null && (turn.turn() == from || turn.turn() == to)) {
                    note(group, turn);
                    first = turn.turn() == from ? turn : first;
                    other = turn.turn() == to ? turn : other;
                }
            }
        }
        if (first != null && other != null) {
            pair(first, other);
        }
    }

    /// The turn of a loop that a group is in, or is; null if in none.
    private static @Nullable Group turn(Group group, Group loop) {
        Group g = group;
        while (g != null && !loop.equals(g.parent())) {
            g = g.parent();
        }
        return g;
    }

    private void note(Group group, Group turn) {
        for (Group g = group; g != null && g != turn; g = g.parent()) {
            Group around = g.parent();
            if (around == null
                    || !inner.computeIfAbsent(around, _ -> new LinkedHashSet<>()).add(g)) {
                return;
            }
        }
    }

    private void pair(Group first, Group other) {
        var waiting = new LinkedHashMap<Kin, Deque<Group>>();
        for (Group group : inner.getOrDefault(first, Set.of())) {
            waiting.computeIfAbsent(Kin.of(group), _ -> new ArrayDeque<>()).add(group);
        }
        for (Group group : inner.getOrDefault(other, Set.of())) {
            Deque<Group> alike = waiting.get(Kin.of(group));
            Group twin = alike == null ? null : alike.poll();
            if (twin != null) {
                twins.put(group, twin);
                pair(twin, group);
            }
        }
    }

    /// The same folding, the other turn like the first.
    Folding of(Folding folding) {
        var folded = new HashSet<>(folding.folded());
        var turns = new HashMap<>(folding.turns());
        twins.forEach((group, twin) -> {
            if (folding.folds(twin)) {
                folded.add(group);
            } else {
                folded.remove(group);
            }
            Integer shown = folding.turns().get(twin);
            if (shown != null) {
                turns.put(group, shown);
            } else {
                turns.remove(group);
            }
        });
        return new Folding(folded, turns, folding.chosen(), folding.leaves(), folding.untaken());
    }
}
