package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.drawing.Cards;
import wengert.drawing.Painter;
import wengert.drawing.Theme;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;
import wengert.trace.Group;

class TurnButtonsTest {

    private static final Study LOOP = Programs.study(Programs.loop(9));
    private static final Group GROUP =
            VisibleGraph.of(LOOP.graph(), Folding.NONE).openGroups().stream()
                    .filter(group -> group.kind() == Group.Kind.LOOP)
                    .findFirst()
                    .orElseThrow();

    private static Painter painter(Folding folding) {
        VisibleGraph visible = VisibleGraph.of(LOOP.graph(), folding);
        var cards = new Cards(visible, Storyboard.of(LOOP), "f");
        return new Painter(cards, new Layout(visible, cards).finish(), Theme.LIGHT);
    }

    /// What a press on each button in a place would show, from left to right.
    private static String offered(Painter painter, @Nullable Rect place) {
        var buttons = new TurnButtons(painter);
        var found = new ArrayList<TurnButtons.Button>();
        assertThat(place).isNotNull();
        for (double y = place.y(); y < place.bottom(); y += 4) {
            for (double x = place.x(); x < place.right(); x += 4) {
                TurnButtons.Button button = buttons.at(x, y, 1);
                if (button != null && !found.contains(button)) {
                    found.add(button);
                }
            }
        }
        found.forEach(button -> {
            assertThat(button.loop()).isEqualTo(GROUP);
            assertThat(place.with(button.box())).isEqualTo(place);
            assertThat(painter.placement().cardAt(button.box().x(), button.box().y()))
                    .isEqualTo(painter.placement().cardAt(place.x() + 60, place.y() + 20));
            assertThat(buttons.at(button.box().centerX(), button.box().centerY(), 0.3)).isNull();
        });
        return found.stream().map(b -> b.works() ? "" + b.turn() : "-").toList().toString();
    }

    @Test
    void standBesideTheTitleOfALoop() {
        for (int turn = 1; turn <= 9; turn++) {
            Painter painter = painter(Folding.NONE.showingTurn(GROUP, turn));
            Placement placement = painter.placement();
            String before = turn == 1 ? "-" : "" + (turn - 1);
            String next = turn == 9 ? "-" : "" + (turn + 1);
            assertThat(offered(painter, placement.groups().get(GROUP)))
                    .isEqualTo("[" + before + ", " + next + "]");
        }
        Painter all = painter(Folding.NONE);
        assertThat(offered(all, all.placement().groups().get(GROUP))).isEqualTo("[9, 1]");
    }

    @Test
    void standOnTheCardOfAFoldedLoop() {
        Painter painter = painter(Folding.all(LOOP.graph()));
        assertThat(offered(painter, painter.placement().standing(GROUP))).isEqualTo("[9, 1]");
    }
}
