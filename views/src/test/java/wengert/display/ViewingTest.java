package wengert.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;

class ViewingTest {

    private static final Study LOOP = Programs.study(Programs.loop(9));

    private static final Study CALLS =
            Programs.study(
                    """
                    using Zygote
                    σ(z) = 1 / (1 + exp(-z))
                    g(z) = z * z + 1
                    f(a, b) = σ(a) * σ(b) + g(a) * σ(a + b)
                    gradient(f, 0.5, 1.5)
                    """);

    private static Group loop() {
        return LOOP.graph().nodes().stream()
                .map(node -> node.group().parent())
                .filter(group -> group != null && group.kind() == Group.Kind.LOOP)
                .findFirst()
                .orElseThrow();
    }

    private static Group call(int k) {
        return VisibleGraph.of(CALLS.graph(), Folding.NONE).openGroups().stream()
                .filter(group -> group.kind() == Group.Kind.CALL)
                .toList()
                .get(k);
    }

    private static List<GroupCard> folded(VisibleGraph visible) {
        return visible.cards().stream()
                .filter(GroupCard.class::isInstance)
                .map(GroupCard.class::cast)
                .toList();
    }

    private static String names(Graph graph, List<Node> nodes) {
        return nodes.stream().map(graph::label).collect(Collectors.joining(" "));
    }

    @Test
    void aFoldedCallKnowsWhatCrossesItsBorder() {
        Graph graph = CALLS.graph();
        Folding folding = Folding.NONE.fold(call(0));
        GroupCard card = folded(VisibleGraph.of(graph, folding)).getFirst();
        assertThat(names(graph, card.inputs())).isEqualTo("a");
        assertThat(card.outputs()).containsExactly(card.exit());
        assertThat(card.exit()).isEqualTo(card.nodes().getLast());
    }

    @Test
    void callsOfOneShapeAreRecognised() {
        VisibleGraph visible = VisibleGraph.of(CALLS.graph(), Folding.NONE.fold(call(1)));
        assertThat(visible.title(call(0))).isEqualTo("σ( ) · 1 of 3 identical calls");
        assertThat(visible.title(call(1))).isEqualTo("σ( ) · 3 identical calls");
        assertThat(visible.alike(call(0))).contains(call(1)).hasSize(3);
        assertThat(visible.openGroups().stream().map(visible::title)).contains("g( )");
    }

    @Test
    void aLoopShowsOneOfItsTurns() {
        Folding folding = Folding.all(LOOP.graph()).showingTurn(loop(), 4);
        VisibleGraph visible = VisibleGraph.of(LOOP.graph(), folding);
        assertThat(folded(visible).stream().map(card -> visible.title(card.group())))
                .containsExactly("turns 1–3", "turns 5–9");
        assertThat(visible.openGroups().stream().map(visible::title))
                .containsExactly("for i × 9 · turn 4", "turn 4");
        assertThat(visible.turns(loop())).isEqualTo(9);
        assertThat(visible.shownTurn(loop())).isEqualTo(4);
        assertEveryOperationIsSeen(visible);
    }

    @Test
    void openingWhatComesAfterTheTurnGoesThere() {
        Folding folding = Folding.NONE.showingTurn(loop(), 8);
        VisibleGraph visible = VisibleGraph.of(LOOP.graph(), folding);
        assertThat(folded(visible).stream().map(card -> visible.title(card.group())))
                .containsExactly("turns 1–7", "turn 9");
        Folding next = folding.opening(LOOP.graph(), folded(visible).getLast(), 48);
        assertThat(VisibleGraph.of(LOOP.graph(), next).shownTurn(loop())).isEqualTo(9);
        Folding before = folding.opening(LOOP.graph(), folded(visible).getFirst(), 48);
        assertThat(VisibleGraph.of(LOOP.graph(), before).shownTurn(loop())).isEqualTo(7);
    }

    @Test
    void aLoopOfManyOperationsOpensAtItsFirstTurn() {
        VisibleGraph closed = VisibleGraph.of(LOOP.graph(), Folding.all(LOOP.graph()));
        GroupCard card = folded(closed).getFirst();
        assertThat(Folding.all(LOOP.graph()).opening(LOOP.graph(), card, 10).turns())
                .containsEntry(loop(), 1);
        assertThat(Folding.all(LOOP.graph()).opening(LOOP.graph(), card, 1000).turns()).isEmpty();
    }

    @Test
    void chosenOperationsBecomeOneCardWithWhatLiesBetween() {
        Graph graph = CALLS.graph();
        List<Node> operations =
                graph.nodes().stream().filter(n -> n.kind() == Node.Kind.OPERATION).toList();
        Node first = operations.getFirst();
        Node last = operations.getLast();
        Folding folding = Folding.NONE.choosing(graph, "mine", Set.of(first, last));
        GroupCard card = folded(VisibleGraph.of(graph, folding)).getFirst();
        assertThat(card.group().kind()).isEqualTo(Group.Kind.CHOSEN);
        assertThat(card.nodes()).contains(first, last).hasSizeGreaterThan(4);
        VisibleGraph opened = VisibleGraph.of(graph, folding.opening(graph, card, 48));
        assertThat(opened.openGroups()).contains(card.group());
        assertEveryOperationIsSeen(opened);
        Folding undone = folding.dissolving(card.group());
        assertThat(VisibleGraph.of(graph, undone).cards())
                .hasSameSizeAs(VisibleGraph.of(graph, Folding.NONE).cards());
    }

    @Test
    void aWholeCallCanBeInAChosenGroup() {
        Graph graph = CALLS.graph();
        Group inner = call(0);
        Set<Node> nodes =
                graph.nodes().stream()
                        .filter(n -> n.kind() == Node.Kind.OPERATION && inner.holds(n.group()))
                        .collect(Collectors.toSet());
        nodes.add(graph.output());
        Folding folding = Folding.NONE.choosing(graph, "mine", nodes);
        Group mine = folding.chosen().getFirst().group();
        VisibleGraph opened = VisibleGraph.of(graph, folding.unfold(mine));
        assertThat(opened.around(inner)).isEqualTo(mine);
        assertEveryOperationIsSeen(opened);
    }

    @Test
    void leavesAreDrawnAsAsked() {
        Graph graph = CALLS.graph();
        Node a = Programs.node(CALLS, "a");
        assertThat(cardsOf(graph, Folding.NONE, a)).isEqualTo(1);
        Folding split = Folding.NONE.drawing(a, Folding.Leaf.AT_EACH_USE);
        assertThat(cardsOf(graph, split, a)).isEqualTo(4);
        Folding again = split.drawing(a, Folding.Leaf.ONE_CARD);
        assertThat(cardsOf(graph, again, a)).isEqualTo(1);
    }

    private static int cardsOf(Graph graph, Folding folding, Node node) {
        return VisibleGraph.of(graph, folding).cards(node).size();
    }

    @Test
    void everyFoldedTurnHasACopyOfASplitLeafOfItsOwn() {
        Study study = Programs.study(Programs.loop(30));
        Node x = Programs.node(study, "x");
        Group loop = study.graph().nodes().getLast().group().parent();
        VisibleGraph visible =
                VisibleGraph.of(study.graph(), Folding.all(study.graph()).unfold(loop));
        assertThat(visible.cards(x)).hasSizeGreaterThan(28);
        for (Card card : visible.cards(x)) {
            assertThat(visible.links().stream().filter(link -> link.from() == card)).hasSize(1);
        }
    }

    @Test
    void aBranchThatWasNotTakenBeginsWhereTheOtherDid() {
        Study study =
                Programs.study(
                        """
                        using Zygote
                        f(x) = (y = 3x; y > 1 ? sin(y) : cos(y))
                        gradient(f, 2.0)
                        """);
        VisibleGraph visible = VisibleGraph.of(study.graph(), Folding.NONE);
        assertThat(visible.stubs()).hasSize(1);
        VisibleGraph.Stub stub = visible.stubs().getFirst();
        assertThat(stub.branch().untaken().text()).isEqualTo("cos(y)");
        assertThat(stub.from()).isInstanceOf(NodeCard.class);
        assertThat(VisibleGraph.shownOf(stub.from()).name()).isEqualTo("y");
        Folding without = Folding.NONE.withoutUntaken();
        assertThat(VisibleGraph.of(study.graph(), without).stubs()).isEmpty();
    }

    private static void assertEveryOperationIsSeen(VisibleGraph visible) {
        for (Node node : visible.graph().nodes()) {
            if (node.kind() == Node.Kind.OPERATION) {
                assertThat(visible.cards(node)).hasSize(1);
                assertThat(visible.cards()).contains(visible.cards(node).getFirst());
            }
        }
        visible.links()
                .forEach(link ->
                        link.edges()
                                .forEach(edge -> assertThat(visible.link(edge)).isEqualTo(link)));
    }

    private static final Study STRUCTURE =
            Programs.study(
                    """
                    using Zygote
                    f(m, x) = m.a.w * x + m.b[1] + sin(m.a.w)
                    gradient(f, (a = (w = 2.0, unused = 1.0), b = [3.0, 4.0]), 0.5)
                    """);

    private static Folding oneCard() {
        Graph graph = STRUCTURE.graph();
        Set<Node> fields = Fields.beside(graph, graph.inputs().getFirst());
        return Folding.NONE.choosing(graph, "m", fields);
    }

    @Test
    void aStructureMayBeOneCard() {
        Graph graph = STRUCTURE.graph();
        VisibleGraph visible = VisibleGraph.of(graph, oneCard());
        GroupCard card = folded(visible).getFirst();
        assertThat(card.isStructure()).isTrue();
        assertThat(names(graph, card.nodes())).isEqualTo("m.a.w m.a.unused m.b");
        assertThat(names(graph, card.outputs())).isEqualTo("m.a.w m.b");
        assertThat(card.inputs()).isEmpty();
        card.nodes().forEach(node -> assertThat(visible.cards(node)).containsExactly(card));
        long out = visible.links().stream().filter(link -> link.from().equals(card)).count();
        assertThat(out).isEqualTo(3);
        assertThat(card.nodes().stream().map(Fields::path)).containsExactly("a.w", "a.unused", "b");
        assertEveryOperationIsSeen(visible);
    }

    @Test
    void whatNobodyWantsIsNeitherAnOperationNorAnInput() {
        Study study =
                Programs.study(
                        "using Zygote\nf(x, y) = (z = sin(y); w = z + 1; x * 2)\ngradient(f, 1.0, 2.0)");
        Graph graph = study.graph();
        VisibleGraph all = VisibleGraph.of(graph, Folding.NONE);
        VisibleGraph some = VisibleGraph.of(graph, Folding.NONE, graph::useful);
        assertThat(all.cards()).hasSize(7);
        assertThat(some.cards().stream().map(card -> graph.label(VisibleGraph.shownOf(card))))
                .containsExactly("x", "v₄", "v₅");
    }

    @Test
    void anOpenStructureIsABoxAroundItsFields() {
        Folding folded = oneCard();
        Group group = folded.chosen().getFirst().group();
        VisibleGraph visible = VisibleGraph.of(STRUCTURE.graph(), folded.unfold(group));
        for (Node field : folded.chosen().getFirst().nodes()) {
            assertThat(visible.cards(field).getFirst().in()).isEqualTo(group);
        }
        assertThat(visible.cards(STRUCTURE.graph().inputs().getLast()).getFirst().in()).isNull();
    }

    @Test
    void structuresOfManyPartsAreOneCardByThemselves() {
        Study many =
                Programs.study("using Zygote\ngradient(d -> d[1] * d[9] + d[3], Tuple(1.0:9.0))");
        Folding folding = Folding.automatic(many.graph(), 400);
        assertThat(folded(VisibleGraph.of(many.graph(), folding))).hasSize(1);
        assertThat(Survivors.of(many.graph(), folding, many.graph(), folding)).isEqualTo(folding);
        assertThat(Folding.automatic(STRUCTURE.graph(), 400)).isEqualTo(Folding.NONE);
    }

    @Test
    void theLastTestOfALoopIsNoTurn() {
        Graph graph =
                Programs.study(
                                """
                                using Zygote
                                using LinearAlgebra
                                function f(a)
                                    while norm(a) < 1000
                                        a = 2a
                                    end
                                    sum(a)
                                end
                                gradient(f, [3.0, 4.0])
                                """)
                        .graph();
        VisibleGraph visible = VisibleGraph.of(graph, Folding.NONE);
        Group loop =
                visible.openGroups().stream()
                        .filter(group -> group.kind() == Group.Kind.LOOP)
                        .findFirst()
                        .orElseThrow();
        assertThat(visible.title(loop)).isEqualTo("while × 8"); // 5 · 2^8 = 1280
    }

    @Test
    void aResultThatDependsOnNothingHasACard() {
        Graph graph = Programs.study("using Zygote; gradient(x -> 3.0, 2.0)").graph();
        VisibleGraph visible = VisibleGraph.of(graph, Folding.NONE);
        assertThat(visible.cards(graph.output())).hasSize(1);
    }
}
