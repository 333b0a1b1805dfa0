package wengert.story;

import java.util.List;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;

/// How often a node is used, in words: of some uses nothing comes back.
final class Uses {

    private Uses() {}

    /// ` is used once`, ` is used 3 times, once on the way to the result`
    static String text(Frame frame, Node node) {
        int all = frame.graph().useCount(node);
        if (sharesFromUses(frame, node) == all) {
            return " is used " + times(all); // there may be many of them
        }
        List<Graph.Edge> uses = frame.graph().uses(node);
        List<Graph.Edge> idle = uses.stream().filter(use -> !frame.passes(use)).toList();
        int passing = all - idle.size();
        if (idle.isEmpty() || passing == 0) {
            return " is used " + times(all);
        }
        boolean aside = idle.stream().noneMatch(use -> frame.graph().useful(use.node()));
        return " is used %s%s"
                .formatted(
                        times(all),
                        aside
                                ? ", %s on the way to the result".formatted(times(passing))
                                : ", and a share comes back %s"
                                        .formatted(
                                                passing == 1
                                                        ? "from this use alone"
                                                        : "from %d of these".formatted(passing)));
    }

    private static int sharesFromUses(Frame frame, Node node) {
        int all = frame.allShares(node);
        boolean seeded = all > 0 && frame.story().arrival(node, 1) instanceof Step.Seed;
        return seeded ? all - 1 : all;
    }

    private static String times(int count) {
        return switch (count) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }
}
