package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Link;
import wengert.drawing.Cards;
import wengert.drawing.Painter;
import wengert.drawing.Theme;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;

class BundlesTest {

    private static final Study STUDY =
            Programs.study(
                    """
                    using Zygote
                    function f(x)
                        s = 0.0
                        for i in 1:12
                            s += sum(x[j] * sin(i * x[j]) for j in 1:4)
                        end
                        s
                    end
                    gradient(f, [0.1, 0.2, 0.3, 0.4])
                    """);

    private static final Storyboard STORY = Storyboard.of(STUDY);
    private static final Cards CARDS =
            new Cards(VisibleGraph.of(STUDY.graph(), Folding.NONE), STORY, "f");
    private static final Placement PLACEMENT = new Layout(CARDS.visible(), CARDS).finish();
    private static final Lens FAR = far();

    /// All of it, as small as it has to be to be dots.
    private static Lens far() {
        Rect all = PLACEMENT.bounds();
        double scale = Math.min(0.05, 600 / all.width());
        return new Lens(
                scale,
                1,
                (int) (all.x() * scale),
                (int) (all.y() * scale),
                (int) Math.ceil(all.width() * scale) + 1,
                (int) Math.ceil(all.height() * scale) + 1);
    }

    private static Moment at(int step) {
        return new Moment(STORY.frame(step), false);
    }

    private static int[] paint(Pieces pieces, List<Lens> parts) {
        var picture = new Bitmap(FAR.width(), FAR.height());
        parts.forEach(part -> pieces.paint(picture, FAR, part));
        return picture.pixels();
    }

    @Test
    void everyLinkIsInOneBundleWithItsNeighbours() {
        assertThat(FAR.distance()).isEqualTo(Distance.DOT);
        Bundles bundles = Bundles.of(PLACEMENT, FAR);
        var seen = new HashSet<Link>();
        int several = 0;
        for (Link link : CARDS.visible().links()) {
            List<Link> bundle = bundles.with(link);
            assertThat(bundle).contains(link);
            bundle.forEach(other -> assertThat(bundles.with(other)).isSameAs(bundle));
            seen.addAll(bundle);
            several += bundle.size() > 1 ? 1 : 0;
        }
        assertThat(seen).hasSameSizeAs(CARDS.visible().links());
        assertThat(several).isPositive();
    }

    @Test
    void aPictureInPartsIsThePicture() {
        var pieces = new Pieces(new Painter(CARDS, PLACEMENT, Theme.LIGHT));
        pieces.show(at(STORY.length() / 2), FAR);
        int[] whole = paint(pieces, List.of(FAR));
        int half = FAR.width() / 2;
        var left = new Lens(FAR.scale(), 1, FAR.left(), FAR.top(), half, FAR.height());
        var right =
                new Lens(
                        FAR.scale(),
                        1,
                        FAR.left() + half,
                        FAR.top(),
                        FAR.width() - half,
                        FAR.height());
        int[] parts = ownTiles(pieces, left, right);
        assertThat(IntStream.range(0, whole.length).filter(k -> whole[k] != parts[k])).isEmpty();
    }

    /// Each part as a tile of its own, put together.
    private static int[] ownTiles(Pieces pieces, Lens left, Lens right) {
        var picture = new Bitmap(FAR.width(), FAR.height());
        for (Lens part : List.of(left, right)) {
            var tile = new Bitmap(part.width(), part.height());
            pieces.paint(tile, part, part);
            picture.put(tile, part.left() - FAR.left(), 0);
        }
        return picture.pixels();
    }

    @Test
    void whatAStepChangesIsAllThatChanges() {
        var pieces = new Pieces(new Painter(CARDS, PLACEMENT, Theme.DARK));
        int begin = STORY.length() / 2;
        pieces.show(at(begin), FAR);
        int[] before = paint(pieces, List.of(FAR));
        for (int step = begin + 1; step < begin + 12; step++) {
            List<Rect> changed = pieces.show(at(step), FAR);
            int[] after = paint(pieces, List.of(FAR));
            for (int k = 0; k < after.length; k++) {
                double x = (FAR.left() + k % FAR.width() + 0.5) / FAR.scale();
                double y = (FAR.top() + k / FAR.width() + 0.5) / FAR.scale();
                double pixel = 1 / FAR.scale();
                assertThat(
                                after[k] == before[k]
                                        || changed.stream()
                                                .anyMatch(area ->
                                                        area.grown(1.5 * pixel).contains(x, y)))
                        .as("step %d at %s, %s", step, x, y)
                        .isTrue();
            }
            before = after;
        }
    }
}
