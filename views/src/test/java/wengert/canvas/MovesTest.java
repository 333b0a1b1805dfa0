package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.drawing.Cards;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;

class MovesTest {

    private static final Study STUDY = Programs.study(Programs.CLASSIC);
    private static final Placement LAID_OUT = laidOut();

    private final Moves moves = new Moves();
    private Placement now = moves.of(LAID_OUT);
    private final Card first = LAID_OUT.visible().cards().getFirst();
    private final Card last = LAID_OUT.visible().cards().getLast();

    private static Placement laidOut() {
        return laidOut(STUDY);
    }

    private static Placement laidOut(Study study) {
        VisibleGraph visible = VisibleGraph.of(study.graph(), Folding.NONE);
        return new Layout(visible, new Cards(visible, Storyboard.of(study), "f")).finish();
    }

    private static Map<String, Double> places(Placement placement, Card... cards) {
        var places = new java.util.HashMap<String, Double>();
        for (Card card : cards) {
            Rect box = placement.card(card);
            places.put(card.id(), box.x() + 10_000 * box.y());
        }
        return places;
    }

    private Map<String, Double> places(Placement placement) {
        return places(placement, first, last);
    }

    @Test
    void takesEachMoveBackAndMakesItAgain() {
        now = moves.move(now, first, 300, 400);
        Map<String, Double> once = places(now);
        now = moves.move(now, last, -200, 50);
        Map<String, Double> twice = places(now);

        assertThat(places(moves.undo())).isEqualTo(once);
        assertThat(places(moves.undo())).isEqualTo(places(LAID_OUT));
        assertThat(moves.canUndo()).isFalse();
        assertThat(moves.undo()).isNull();
        assertThat(moves.moved().get()).isFalse();
        assertThat(places(moves.redo())).isEqualTo(once);
        assertThat(places(moves.redo())).isEqualTo(twice);
        assertThat(moves.canRedo()).isFalse();
    }

    @Test
    void takesTidyingBack() {
        now = moves.move(now, first, 300, 400);
        Map<String, Double> moved = places(now);
        assertThat(places(moves.tidy())).isEqualTo(places(LAID_OUT));
        assertThat(places(moves.undo())).isEqualTo(moved);
        assertThat(moves.moved().get()).isTrue();
    }

    @Test
    void aNewMoveEndsWhatCouldBeMadeAgain() {
        now = moves.move(now, first, 300, 400);
        now = moves.undo();
        moves.move(now, last, 0, 0);
        assertThat(moves.canRedo()).isFalse();
    }

    private static final String PROGRAM =
            """
            using Zygote
            f(x) = sin(%s * x) + exp(x) * cos(x)
            gradient(f, 0.5)
            """;

    private static Card card(Placement placement, String symbol) {
        return placement.visible().cards().stream()
                .filter(card -> {
                    var op = VisibleGraph.shownOf(card).op();
                    return op != null && op.symbol().equals(symbol);
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterAnEditElsewhereACardIsWhereItWasPut() {
        Placement before = moves.of(laidOut(Programs.study(PROGRAM.formatted("2"))));
        Card cosine = card(before, "cos");
        moves.move(before, cosine, 700, 900);
        Placement after = moves.of(laidOut(Programs.study(PROGRAM.formatted("2x"))));
        Card same = card(after, "cos");
        assertThat(same.id()).isNotEqualTo(cosine.id());
        assertThat(after.card(same).x()).isEqualTo(700);
        assertThat(after.card(same).y()).isEqualTo(900);
        assertThat(moves.moved().get()).isTrue();
        Placement back = moves.undo();
        assertThat(back).isNotNull();
        assertThat(back.card(same).x()).isNotEqualTo(700);
    }

    @Test
    void inAnotherProgramNothingHasBeenMoved() {
        now = moves.move(now, first, 300, 400);
        Placement other = laidOut(Programs.study(PROGRAM.formatted("2")));
        assertThat(moves.of(other)).isSameAs(other);
        assertThat(moves.moved().get()).isFalse();
        assertThat(moves.canUndo()).isFalse();
    }
}
