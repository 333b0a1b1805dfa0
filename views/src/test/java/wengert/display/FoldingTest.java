package wengert.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

class FoldingTest {

    private static final Study LOOP = Programs.study(Programs.loop(12));

    @Test
    void leavesSmallGraphsAsTheyAre() {
        assertThat(Folding.automatic(LOOP.graph(), 400)).isEqualTo(Folding.NONE);
    }

    @Test
    void foldsALoopToOneCard() {
        VisibleGraph visible = VisibleGraph.of(LOOP.graph(), Folding.automatic(LOOP.graph(), 8));
        assertThat(visible.cards()).hasSizeLessThan(8);
        assertThat(visible.cards().stream().filter(GroupCard.class::isInstance)).hasSize(1);
        assertThat(visible.openGroups()).isEmpty();
    }

    @Test
    void unfoldsTurnsTogetherOrNotAtAll() {
        for (int most = 5; most < 60; most += 5) {
            Folding folding = Folding.automatic(LOOP.graph(), most);
            var turns = folding.folded().stream().filter(g -> g.kind() == Group.Kind.TURN).count();
            assertThat(turns).isIn(0L, 12L);
        }
    }

    @Test
    void showsEveryNodeSomewhere() {
        for (Folding folding :
                new Folding[] {
                    Folding.NONE, Folding.all(LOOP.graph()), Folding.automatic(LOOP.graph(), 20)
                }) {
            VisibleGraph visible = VisibleGraph.of(LOOP.graph(), folding);
            for (Node node : LOOP.graph().nodes()) {
                boolean hidden = node.kind() == Node.Kind.CONSTANT && folding != Folding.NONE;
                assertThat(hidden || !visible.cards(node).isEmpty()).isTrue();
            }
            visible.cards().forEach(card -> assertThat(visible.cards()).contains(card));
        }
    }

    @Test
    void drawsAConstantAtEachPlaceOfUse() {
        Study study =
                Programs.study(
                        """
                        using Zygote
                        function f(x)
                            for i in 1:3
                                x = sin(2.5 * x)
                            end
                            x
                        end
                        gradient(f, 0.7)
                        """);
        VisibleGraph visible = VisibleGraph.of(study.graph(), Folding.NONE);
        var constants =
                visible.cards().stream()
                        .filter(card ->
                                card instanceof NodeCard single
                                        && single.node().kind() == Node.Kind.CONSTANT);
        assertThat(constants).hasSize(3);
    }

    private static Group loop() {
        return VisibleGraph.of(LOOP.graph(), Folding.NONE).openGroups().stream()
                .filter(group -> group.kind() == Group.Kind.LOOP)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void followsANodeToItsTurn() {
        Folding third = Folding.NONE.showingTurn(loop(), 3);
        for (Node node : LOOP.graph().nodes()) {
            Folding followed = third.following(LOOP.graph(), node);
            Group around = node.group();
            int turn = around.kind() == Group.Kind.TURN ? around.turn() : 3;
            VisibleGraph visible = VisibleGraph.of(LOOP.graph(), followed);
            assertThat(visible.shownTurn(loop())).isEqualTo(turn);
            assertThat(visible.title(loop())).isEqualTo("for i × 12 · turn " + turn);
        }
        assertThat(Folding.NONE.following(LOOP.graph(), LOOP.graph().output()))
                .isSameAs(Folding.NONE);
    }

    @Test
    void anotherTurnIsOpenWhereTheOneBeforeWas() {
        Graph graph =
                Programs.study(
                                """
                                using Zygote
                                g(x) = sin(2x) + x
                                function f(x)
                                    for i in 1:4
                                        x = g(x) + 1
                                        for j in 1:3
                                            x = cos(x) * j
                                        end
                                    end
                                    x
                                end
                                gradient(f, 0.7)
                                """)
                        .graph();
        Group outer = find(graph, Group.Kind.LOOP, 0, "for i");
        Folding first = Folding.all(graph).showingTurn(graph, outer, 1);
        assertThat(titles(graph, first)).containsExactly("g( ) · 4 identical calls", "for j × 3");
        Folding opened =
                first.unfold(find(graph, Group.Kind.CALL, 1, "g"))
                        .showingTurn(graph, find(graph, Group.Kind.LOOP, 1, "for j"), 2);
        Folding third = opened.showingTurn(graph, outer, 3);
        assertThat(titles(graph, third)).isEmpty();
        assertThat(third.folds(find(graph, Group.Kind.CALL, 3, "g"))).isFalse();
        assertThat(third.folds(find(graph, Group.Kind.CALL, 2, "g"))).isTrue();
        VisibleGraph visible = VisibleGraph.of(graph, third);
        assertThat(visible.shownTurn(find(graph, Group.Kind.LOOP, 3, "for j"))).isEqualTo(2);
        Node inside =
                graph.nodes().stream().filter(node -> isIn(node, 4, 3)).findFirst().orElseThrow();
        Folding followed = third.following(graph, inside);
        assertThat(followed.turns()).containsEntry(outer, 4);
        assertThat(followed.turns()).containsEntry(find(graph, Group.Kind.LOOP, 4, "for j"), 3);
    }

    /// What is folded in the turn that is shown, by its title.
    private static List<String> titles(Graph graph, Folding folding) {
        VisibleGraph visible = VisibleGraph.of(graph, folding);
        return visible.cards().stream()
                .filter(card -> card instanceof VisibleGraph.GroupCard)
                .map(card -> visible.title(((VisibleGraph.GroupCard) card).group()))
                .filter(title -> !title.startsWith("turn"))
                .toList();
    }

    private static boolean isIn(Node node, int outer, int inner) {
        Group turn = node.group();
        Group loop = turn.parent();
        Group around = loop == null ? null : loop.parent();
        return around != null
                && turn.turn() == inner
                && around.kind() == Group.Kind.TURN
                && around.turn() == outer;
    }

    /// A group in a turn of the outer loop, or outside of it in turn 0.
    private static Group find(Graph graph, Group.Kind kind, int turn, String title) {
        for (Node node : graph.nodes()) {
            for (Group g = node.group(); g != null; g = g.parent()) {
                Group around = g.parent();
                boolean there =
                        around != null
                                && (turn == 0
                                        ? around.kind() != Group.Kind.TURN
                                        : around.kind() == Group.Kind.TURN
                                                && around.turn() == turn);
                if (there && g.kind() == kind && g.title().equals(title)) {
                    return g;
                }
            }
        }
        throw new AssertionError(title + " in turn " + turn);
    }

    @Test
    void renamesAGroupFoldedOrOpen() {
        var nodes = new java.util.HashSet<>(LOOP.graph().nodes().subList(2, 5));
        Folding folded = Folding.NONE.choosing(LOOP.graph(), "group 1", nodes);
        Group group = folded.chosen().getFirst().group();
        for (Folding before : new Folding[] {folded, folded.unfold(group)}) {
            Folding after = before.renaming(group, "the start");
            Group named = after.chosen().getFirst().group();
            assertThat(named.title()).isEqualTo("the start");
            assertThat(after.folds(named)).isEqualTo(before.folds(group));
            assertThat(after.chosen().getFirst().nodes())
                    .isEqualTo(before.chosen().getFirst().nodes());
            assertThat(after.dissolving(named)).isEqualTo(Folding.NONE);
        }
    }
}
