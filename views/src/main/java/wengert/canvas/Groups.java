package wengert.canvas;

import java.util.Collection;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.layout.Placement;
import wengert.trace.Group;
import wengert.trace.Node;

/// What the user can do with groups besides folding them: make some, undo them, look at one turn of a loop, draw a leaf
/// once or at each use.
final class Groups {

    private final GraphCanvas graph;

    Groups(GraphCanvas graph) {
        this.graph = graph;
    }

    /// It takes two operations to make a group.
    boolean canChoose(Collection<Node> nodes) {
        return nodes.stream()
                        .filter(node -> node.kind() == Node.Kind.OPERATION)
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    void choose(Collection<Node> nodes) {
        Placement placement = graph.placement();
        if (placement != null) {
            graph.refold(now -> {
                String title = "group " + (now.chosen().size() + 1);
                return now.choosing(placement.visible().graph(), title, new HashSet<>(nodes));
            });
        }
    }

    /// The group made by the user that a card is, or stands in; null if there is none.
    static @Nullable Group chosen(@Nullable Card card) {
        return around(card, Group.Kind.CHOSEN);
    }

    void dissolve(@Nullable Card card) {
        Group group = chosen(card);
        if (group != null) {
            graph.refold(now -> now.dissolving(group));
        }
    }

    /// The loop that a card is, or stands in; null if there is none.
    @Nullable Group loop(@Nullable Card card) {
        return around(card, Group.Kind.LOOP);
    }

    private static @Nullable Group around(@Nullable Card card, Group.Kind kind) {
        Group g =
                card instanceof GroupCard folded ? folded.group() : card == null ? null : card.in();
        while (g != null && g.kind() != kind) {
            g = g.parent();
        }
        return g;
    }

    void showNextTurn(@Nullable Card card) {
        showTurn(card, 1);
    }

    void showPreviousTurn(@Nullable Card card) {
        showTurn(card, -1);
    }

    private void showTurn(@Nullable Card card, int by) {
        Placement placement = graph.placement();
        Group loop = loop(card);
        if (placement != null && loop != null) {
            VisibleGraph visible = placement.visible();
            int shown = visible.folding().turns().getOrDefault(loop, by > 0 ? 0 : 2);
            int turn = Math.clamp(shown + by, 1, Math.max(1, visible.turns(loop)));
            graph.refold(now -> now.showingTurn(loop, turn));
        }
    }

    void showAllTurns(@Nullable Card card) {
        Group loop = loop(card);
        if (loop != null) {
            graph.refold(now -> now.showingAllTurns(loop));
        }
    }

    void split(@Nullable Node leaf) {
        Placement placement = graph.placement();
        if (leaf != null && placement != null) {
            boolean once = placement.visible().cards(leaf).size() > 1;
            graph.refold(now ->
                    now.drawing(leaf, once ? Folding.Leaf.ONE_CARD : Folding.Leaf.AT_EACH_USE));
        }
    }
}
