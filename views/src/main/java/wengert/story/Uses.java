package wengert.story;

import java.util.List;
import wengert.trace.Graph;
import wengert.trace.Node;

/// How often a node is used, in words: of some uses nothing comes back.
final class Uses {

    private Uses() {}

    /// ` is used once`, ` is used 3 times, once on the way to the result`
    static String text(Frame frame, Node node) {
        List<Graph.Edge> uses = frame.graph().uses(node);
        List<Graph.Edge> idle = uses.stream().filter(use -> !frame.passes(use)).toList();
        int passing = uses.size() - idle.size();
        if (idle.isEmpty() || passing == 0) {
            return " is used " + times(uses.size());
        }
        boolean aside = idle.stream().noneMatch(use -> frame.graph().useful(use.node()));
        return " is used %s%s"
                .formatted(
                        times(uses.size()),
                        aside
                                ? ", %s on the way to the result".formatted(times(passing))
                                : ", and a share comes back %s"
                                        .formatted(
                                                passing == 1
                                                        ? "from this use alone"
                                                        : "from %d of these".formatted(passing)));
    }

    private static String times(int count) {
        return switch (count) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }
}
