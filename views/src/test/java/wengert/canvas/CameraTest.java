package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.drawing.Cards;
import wengert.layout.Arrangement;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;

@ExtendWith(ApplicationExtension.class)
class CameraTest {

    private static final Rect WINDOW = new Rect(0, 0, 600, 400);
    private static final Rect PICTURE = new Rect(0, 0, 3000, 300);
    private static final Rect GIVER = new Rect(1000, 100, 120, 80);

    private final Camera camera =
            new Camera(() -> WINDOW, () -> false, new SimpleBooleanProperty(true));

    @Test
    void followsAShareWithBothItsEndsWhereTheyFit() {
        var receiver = new Rect(700, 100, 120, 80);
        camera.follow(GIVER, receiver, PICTURE);
        assertThat(camera.isInView(GIVER)).isTrue();
        assertThat(camera.isInView(receiver)).isTrue();
    }

    @Test
    void followsAShareToItsEndWhereBothDoNotFit() {
        var receiver = new Rect(2500, 100, 120, 80);
        camera.follow(GIVER, receiver, PICTURE);
        assertThat(camera.isInView(GIVER)).isFalse();
        assertThat(camera.isInView(receiver)).isTrue();
    }

    @Test
    void keepsWhatIsLookedAtInViewWhileAllCardsAreLaidOutAnew() {
        String deep = "sin(".repeat(30) + "x" + ")".repeat(30);
        Study study = Programs.study("using Zygote\nf(x) = " + deep + "\ngradient(f, 1.0)");
        VisibleGraph visible = VisibleGraph.of(study.graph(), Folding.NONE);
        var cards = new Cards(visible, Storyboard.of(study), "f");
        Placement before = Layout.draft(visible, cards, Arrangement.DEFAULT);
        Placement after = Layout.draft(visible, cards, Arrangement.DEFAULT.turned());
        Card middle = visible.cards().get(15);
        for (Card anchor : Arrays.asList(middle, null)) {
            camera.begin(before.bounds(), before.card(middle));
            camera.accompany(before, after, anchor);
            assertThat(camera.isInView(after.card(middle))).isTrue();
        }
    }
}
