package wengert.canvas;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import wengert.display.Fields;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.layout.Placement;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

/// What the user can do with groups besides folding them: make some, undo them, look at one turn of a loop, draw a leaf
/// once or at each use.
final class Groups {

    /// Where the user can write something in the place of a group's title.
    interface Asking {
        void ask(Group group, String what, String now, Consumer<String> written);
    }

    private final GraphCanvas graph;
    private final Asking asking;

    Groups(GraphCanvas graph, Asking asking) {
        this.graph = graph;
        this.asking = asking;
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
            graph.refold(now ->
                    now.choosing(
                            placement.visible().graph(), freshTitle(now), new HashSet<>(nodes)));
        }
    }

    /// `group 1`, or the first number that is not taken.
    private static String freshTitle(Folding now) {
        int number = 1;
        while (isTaken(now, "group " + number)) {
            number++;
        }
        return "group " + number;
    }

    private static boolean isTaken(Folding now, String title) {
        return now.chosen().stream().anyMatch(choice -> choice.group().title().equals(title));
    }

    /// The group made by the user that a card is, or stands in; null if there is none.
    static @Nullable Group chosen(@Nullable Card card) {
        return around(card, Group.Kind.CHOSEN);
    }

    void dissolve(@Nullable Card card) {
        Group group = chosen(card);
        if (group != null) {
            dissolve(group);
        }
    }

    void dissolve(Group group) {
        graph.refold(now -> now.dissolving(group));
    }

    /// Whether a card stands for a structure, or for one of its fields.
    boolean isInStructure(@Nullable Card card) {
        Placement placement = graph.placement();
        if (placement == null || card == null) {
            return false;
        }
        Graph of = placement.visible().graph();
        return Fields.beside(of, VisibleGraph.shownOf(card)).size() > 1
                && !(card instanceof GroupCard folded && !folded.isStructure());
    }

    /// Makes one card of a structure, or one of each of its fields.
    void foldStructure(@Nullable Card card) {
        Placement placement = graph.placement();
        Group together = chosen(card);
        if (placement == null || card == null) {
            return;
        }
        if (together != null) {
            dissolve(together);
        } else {
            Graph of = placement.visible().graph();
            Node field = VisibleGraph.shownOf(card);
            String argument = Fields.argument(field);
            graph.refold(now -> now.choosing(of, argument, Fields.beside(of, field)));
        }
    }

    /// Asks for another title of a group made by the user, where the title stands.
    void rename(Group group) {
        asking.ask(
                group,
                "Name of the group",
                group.title(),
                title -> graph.refold(now -> now.renaming(group, title)));
    }

    /// Asks for the number of a turn, and shows that turn of a loop.
    void askForTurn(Group loop) {
        Placement placement = graph.placement();
        if (placement != null) {
            VisibleGraph visible = placement.visible();
            int shown = Math.max(1, visible.shownTurn(loop));
            asking.ask(
                    loop,
                    "Turn, 1 to %d".formatted(visible.turns(loop)),
                    Integer.toString(shown),
                    text -> showTurn(loop, text));
        }
    }

    private void showTurn(Group loop, String text) {
        Placement placement = graph.placement();
        if (placement != null && text.matches("\\d{1,9}")) {
            int turn = Math.clamp(Integer.parseInt(text), 1, placement.visible().turns(loop));
            graph.turn(loop, turn);
        }
    }

    /// Lets loops that show one turn show the one that a node is in.
    void follow(Node node) {
        Placement placement = graph.placement();
        if (placement != null) {
            Folding now = placement.visible().folding();
            Folding following = now.following(placement.visible().graph(), node);
            if (following != now) {
                graph.refold(_ -> following);
            }
        }
    }

    /// The loop that a card is, or stands in; null if there is none.
    @Nullable Group loop(@Nullable Card card) {
        Group around = around(card, Group.Kind.LOOP);
        return around == null && card == null ? onlyLoop() : around;
    }

    /// With no card in question, the loop that shows one of its turns is meant, or the only one there is.
    private @Nullable Group onlyLoop() {
        Placement placement = graph.placement();
        if (placement == null) {
            return null;
        }
        VisibleGraph visible = placement.visible();
        List<Group> loops =
                visible.openGroups().stream()
                        .filter(group -> group.kind() == Group.Kind.LOOP)
                        .toList();
        return loops.stream()
                .filter(loop -> visible.shownTurn(loop) > 0)
                .findFirst()
                .orElse(loops.size() == 1 ? loops.getFirst() : null);
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
        showTurn(card, VisibleGraph::turnAfter);
    }

    void showPreviousTurn(@Nullable Card card) {
        showTurn(card, VisibleGraph::turnBefore);
    }

    private void showTurn(@Nullable Card card, ToIntBiFunction<VisibleGraph, Group> wanted) {
        Placement placement = graph.placement();
        Group loop = loop(card);
        if (placement != null && loop != null) {
            VisibleGraph visible = placement.visible();
            int turn = wanted.applyAsInt(visible, loop);
            if (turn >= 1 && turn <= visible.turns(loop)) {
                graph.turn(loop, turn);
            }
        }
    }

    void showAllTurns(@Nullable Card card) {
        Group loop = loop(card);
        if (loop != null) {
            showAllTurns(loop);
        }
    }

    void showAllTurns(Group loop) {
        graph.refold(now -> now.showingAllTurns(loop));
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
