package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.drawing.Cards;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Theme;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;

class SignpostsTest {

    private static final Painter LOOP = painter(Programs.study(Programs.loop(3)));
    private static final Placement PLACEMENT = LOOP.placement();

    private static Painter painter(Study study) {
        VisibleGraph visible = VisibleGraph.of(study.graph(), Folding.NONE);
        var cards = new Cards(visible, Storyboard.of(study), "f");
        return new Painter(cards, new Layout(visible, cards).finish(), Theme.LIGHT);
    }

    /// @param from the left upper corner of the window
    private static List<Mark> seen(double scale, Rect from, double width, double height) {
        var view = new Viewpoint(scale, -from.x() * scale, -from.y() * scale);
        return new Signposts(LOOP, Lens.of(view, width, height, 1)).marks();
    }

    private static String said(List<Mark> marks) {
        return marks.stream()
                .filter(Mark.Text.class::isInstance)
                .map(mark -> ((Mark.Text) mark).text())
                .collect(Collectors.joining(" | "));
    }

    @Test
    void groupsHaveTitlesFromFarAwayAndNoneIsOnACard() {
        List<Mark> marks = seen(0.3, PLACEMENT.bounds().grown(90), 3000, 1000);
        // where cards leave room
        assertThat(said(marks)).startsWith("for i × 3").contains("turn 2");
        assertThat(marks)
                .filteredOn(Mark.Box.class::isInstance)
                .allSatisfy(mark -> {
                    var box = (Mark.Box) mark;
                    var place = new Rect(box.x(), box.y(), box.width(), box.height());
                    assertThat(PLACEMENT.seen(place).cards()).isEmpty();
                });
    }

    @Test
    void whoReadsTheirOwnTitlesNeedsNoOthers() {
        assertThat(seen(1, PLACEMENT.bounds().grown(20), 4000, 2000)).isEmpty();
    }

    @Test
    void whoIsWithinAGroupIsToldWhere() {
        Rect turn =
                PLACEMENT.groups().entrySet().stream()
                        .filter(e -> PLACEMENT.visible().title(e.getKey()).equals("turn 2"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        assertThat(said(seen(2, turn.grown(-30), 200, 100))).isEqualTo("for i × 3 › turn 2");
    }
}
