package wengert.exporting;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.display.Folding;
import wengert.drawing.Detail;
import wengert.export.Order;
import wengert.layout.Arrangement;
import wengert.layout.Placement;
import wengert.trace.Node;

/// What of the graph the window shows at the moment, and how.
///
/// @param inView the nodes that can be seen
/// @param selected the nodes that are selected
/// @param detail what cards and links show
/// @param arrangement how the graph is laid out
/// @param placement where things are, as laid out or as a hand has put them; null while there is no graph
public record Scope(
        Set<Node> inView,
        Set<Node> selected,
        Detail detail,
        Arrangement arrangement,
        @Nullable Placement placement) {

    /// A window without a graph.
    public static final Scope EMPTY =
            new Scope(Set.of(), Set.of(), Detail.USUAL, Arrangement.DEFAULT, null);

    public Scope {
        inView = Set.copyOf(inView);
        selected = Set.copyOf(selected);
    }

    /// An order for things as the window shows them.
    public Order order() {
        Folding folding = placement == null ? null : placement.visible().folding();
        return Order.USUAL
                .withFolding(folding)
                .withDetail(detail)
                .withArrangement(arrangement)
                .withSeen(placement);
    }
}
