package wengert.exporting;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.display.Folding;
import wengert.trace.Node;

/// What of the graph the window shows at the moment.
///
/// @param inView the nodes that can be seen
/// @param selected the nodes that are selected
/// @param folding which groups are folded; null while there is no graph
public record Scope(Set<Node> inView, Set<Node> selected, @Nullable Folding folding) {

    public Scope {
        inView = Set.copyOf(inView);
        selected = Set.copyOf(selected);
    }
}
