package wengert.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wengert.display.VisibleGraph.Card;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.trace.Graph;
import wengert.trace.Node;

class SurvivorsTest {

    private static final String PROGRAM =
            """
            using Zygote
            function f(x)
                a = exp(x) * 2
                b = sin(a) + a
                for i in 1:%s
                    b = sin(b) * x
                end
                %s
            end
            gradient(f, 0.5)
            """;

    private static final Graph BEFORE = graph("5", "b + 1");

    private static Graph graph(String turns, String result) {
        return Programs.study(PROGRAM.formatted(turns, result)).graph();
    }

    private static Set<Node> operations(Graph graph, int count) {
        return graph.nodes().stream()
                .filter(node -> node.kind() == Node.Kind.OPERATION)
                .limit(count)
                .collect(Collectors.toSet());
    }

    private static String titles(Graph graph, Folding folding) {
        VisibleGraph visible = VisibleGraph.of(graph, folding);
        return visible.cards().stream()
                .filter(VisibleGraph.GroupCard.class::isInstance)
                .map(card -> visible.title(((VisibleGraph.GroupCard) card).group()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void findsGroupsAgainAfterAnEditElsewhere() {
        Folding folding = Folding.NONE.choosing(BEFORE, "start", operations(BEFORE, 3));
        assertThat(titles(BEFORE, folding)).isEqualTo("start");
        for (String result : List.of("cos(b + 1)", "b", "b + log(x) * 3")) {
            Graph after = graph("5", result);
            Folding found = Survivors.of(BEFORE, folding, after, Folding.NONE);
            assertThat(titles(after, found)).isEqualTo("start");
            assertThat(found.chosen().getFirst().nodes()).isEqualTo(operations(after, 3));
        }
    }

    @Test
    void keepsTheTurnThatALoopShows() {
        var loop =
                VisibleGraph.of(BEFORE, Folding.NONE).openGroups().stream()
                        .filter(group -> group.kind() == wengert.trace.Group.Kind.LOOP)
                        .findFirst()
                        .orElseThrow();
        Folding folding = Folding.NONE.showingTurn(loop, 3);
        assertThat(titles(BEFORE, folding)).isEqualTo("turns 1–2, turns 4–5");
        Graph after = graph("5", "tan(b)");
        assertThat(titles(after, Survivors.of(BEFORE, folding, after, Folding.NONE)))
                .isEqualTo("turns 1–2, turns 4–5");
        Graph longer = graph("8", "b + 1");
        assertThat(titles(longer, Survivors.of(BEFORE, folding, longer, Folding.NONE)))
                .isEqualTo("turns 1–2, turns 4–8");
    }

    @Test
    void keepsHowALeafIsDrawn() {
        Node x = BEFORE.inputs().getFirst();
        Folding folding = Folding.NONE.drawing(x, Folding.Leaf.AT_EACH_USE);
        Graph after = graph("5", "b * x");
        Folding found = Survivors.of(BEFORE, folding, after, Folding.NONE);
        List<Card> copies = VisibleGraph.of(after, found).cards(after.inputs().getFirst());
        assertThat(copies).hasSize(7);
    }

    @Test
    void ofAnotherProgramNothingIsLeft() {
        Folding folding = Folding.NONE.choosing(BEFORE, "start", operations(BEFORE, 3));
        Study other = Programs.study(Programs.CHAPTER);
        Folding found = Survivors.of(BEFORE, folding, other.graph(), Folding.NONE);
        assertThat(new HashSet<>(found.chosen())).isEmpty();
        assertThat(found).isEqualTo(Folding.NONE);
    }
}
