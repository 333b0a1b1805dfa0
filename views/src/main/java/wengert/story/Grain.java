package wengert.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// How much of a sweep the reader takes in at once.
///
/// Whatever the grain, the steps are the same; it says after which of them the reader stops.
public enum Grain {
    /// Every share on its own edge.
    EDGE,
    /// All shares that a node hands out.
    NODE,
    /// A whole call, or one turn of a loop.
    GROUP;

    /// The next coarser grain; after the coarsest the finest.
    public Grain next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /// The positions at which a reader stops, in ascending order. The last is the end; position 0 is not among them.
    public int[] stops(Storyboard story) {
        var keys = new Keys(story.graph());
        int[] stops = new int[story.length()];
        int count = 0;
        for (int k = 1; k <= story.length(); k++) {
            boolean ends =
                    k == story.length()
                            || !together(story.steps().get(k - 1), story.steps().get(k), keys);
            if (ends) {
                stops[count++] = k;
            }
        }
        return Arrays.copyOf(stops, count);
    }

    private boolean together(Step step, Step next, Keys keys) {
        boolean sweeps = step instanceof Step.Share == next instanceof Step.Share;
        if (!sweeps || step instanceof Step.Seed || next instanceof Step.Seed) {
            return false;
        }
        return switch (this) {
            case EDGE -> false;
            case NODE -> step.node() == next.node();
            case GROUP ->
                    step.node() == next.node()
                            || keys.of(step.node()) == keys.of(next.node())
                                    && keys.of(step.node()) instanceof Group;
        };
    }

    /// What a node is taken together with: the outermost call around it that is not all there is, or of a loop the turn.
    private static final class Keys {

        private final Group study;
        private final @Nullable Group whole;
        private final Map<Group, Object> keys = new HashMap<>();

        Keys(Graph graph) {
            study = graph.study();
            whole = Surroundings.whole(graph);
        }

        Object of(Node node) {
            return node.kind() == Node.Kind.INPUT
                    ? node
                    : keys.computeIfAbsent(node.group(), this::key);
        }

        private Object key(Group group) {
            Group key = study;
            for (Group g = group; g != null && g != study && !g.equals(whole); g = g.parent()) {
                boolean turnOfOutermost =
                        g.kind() == Group.Kind.LOOP && key.kind() == Group.Kind.TURN;
                if (!turnOfOutermost) {
                    key = g;
                }
            }
            return key == study ? new Object() : key;
        }
    }
}
