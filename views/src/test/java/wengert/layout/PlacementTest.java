package wengert.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import wengert.display.Counterparts;
import wengert.display.VisibleGraph.Card;
import wengert.export.Picture;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;
import wengert.sweep.Mode;
import wengert.trace.Group;

class PlacementTest {

    private static final Placement LOOP = Picture.of(Programs.study(Programs.loop(6))).placement();

    @Test
    void seesWhatTouchesAnAreaAndNothingElse() {
        var random = new Random(7);
        Rect all = LOOP.bounds();
        for (int k = 0; k < 200; k++) {
            var area =
                    new Rect(
                            all.x() + random.nextDouble() * all.width(),
                            all.y() + random.nextDouble() * all.height(),
                            random.nextDouble() * 400,
                            random.nextDouble() * 300);
            Placement.Seen seen = LOOP.seen(area);
            assertThat(seen.cards())
                    .isEqualTo(
                            LOOP.visible().cards().stream()
                                    .filter(card -> LOOP.card(card).overlaps(area))
                                    .toList());
            assertThat(seen.links())
                    .containsAll(
                            LOOP.visible().links().stream()
                                    .filter(link -> LOOP.link(link).bounds().overlaps(area))
                                    .toList());
        }
        assertThat(LOOP.seen(all).cards()).isEqualTo(LOOP.visible().cards());
        assertThat(LOOP.seen(all).links()).isEqualTo(LOOP.visible().links());
    }

    @Test
    void everythingStaysWhenOnlyNumbersHaveChanged() {
        Study before = Programs.study(Programs.CLASSIC);
        Study after = Programs.study(Programs.CLASSIC.replace("2.0, 5.0", "2.5, 5.25"));
        Placement placement = Picture.of(before).placement();
        Counterparts pairs = Counterparts.of(before.graph(), after.graph());
        assertThat(pairs).isNotNull();
        var cards =
                Picture.cards(
                        after,
                        Storyboard.of(after, Mode.REVERSE),
                        pairs.of(placement.visible().folding()));
        Placement same = placement.over(cards.visible(), cards);
        assertThat(same).isNotNull();
        assertThat(same.bounds()).isEqualTo(placement.bounds());
    }

    @Test
    void findsCardsAndTitlesUnderThePointer() {
        for (Card card : LOOP.visible().cards()) {
            Rect box = LOOP.card(card);
            assertThat(LOOP.cardAt(box.centerX(), box.centerY())).isEqualTo(card);
        }
        LOOP.groups()
                .forEach((group, box) -> {
                    Group found = LOOP.titleAt(box.centerX(), box.y() + 2, 20);
                    assertThat(found).isEqualTo(group);
                });
        Rect all = LOOP.bounds();
        assertThat(LOOP.cardAt(all.x() - 1, all.y())).isNull();
        assertThat(LOOP.titleAt(all.x() - 1, all.y(), 20)).isNull();
    }

    @Test
    void findsBoxesAmongVeryMany() {
        var random = new Random(3);
        var boxes = new Rect[5000];
        for (int k = 0; k < boxes.length; k++) {
            boxes[k] =
                    new Rect(
                            random.nextDouble() * 9000,
                            random.nextDouble() * 3000,
                            k % 50 == 0 ? 4000 : random.nextDouble() * 60,
                            random.nextDouble() * 40);
        }
        var tree = new BoxTree(boxes.length, k -> boxes[k]);
        var area = new Rect(4000, 1000, 300, 200);
        int[] there =
                java.util.stream.IntStream.range(0, boxes.length)
                        .filter(k -> boxes[k].overlaps(area))
                        .toArray();
        assertThat(tree.touching(area)).isEqualTo(there);
        assertThat(new BoxTree(0, k -> boxes[k]).touching(area)).isEmpty();
        assertThat(new BoxTree(1, _ -> area).touching(area)).containsExactly(0);
    }
}
