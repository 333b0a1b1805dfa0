package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import wengert.drawing.Theme;
import wengert.export.Picture;
import wengert.story.Programs;

/// What has been painted comes to be seen when it should.
@ExtendWith(ApplicationExtension.class)
class ProjectionTest {

    private static final Lens LENS = new Lens(1, 1, 0, 0, 2 * Mosaic.SIDE, 10);
    private static final Bitmap TILE = new Bitmap(Mosaic.SIDE, Mosaic.SIDE);

    @Test
    void keepsThePictureBeforeUntilAllOfTheNextIsThere(FxRobot robot) {
        robot.interact(ProjectionTest::change);
    }

    private static void change() {
        Scenery before = scenery();
        Scenery next = scenery();
        var projection = new Projection();
        projection.take(part(before));
        Image first = shown(projection, before);
        projection.take(whole(before));
        Image all = shown(projection, before);
        assertThat(all).isNotSameAs(first);

        projection.take(part(next));
        assertThat(shown(projection, next)).isSameAs(all);
        projection.take(whole(next));
        assertThat(shown(projection, next)).isNotSameAs(all);
    }

    private static Scenery scenery() {
        Picture picture = Picture.of(Programs.study(Programs.CHAPTER));
        return new Scenery(picture.cards(), picture.placement(), Theme.LIGHT);
    }

    private static Mosaic part(Scenery scenery) {
        return new Mosaic(scenery, LENS, Map.of(new Mosaic.Spot(0, 0), TILE), false);
    }

    private static Mosaic whole(Scenery scenery) {
        var tiles = Map.of(new Mosaic.Spot(0, 0), TILE, new Mosaic.Spot(1, 0), TILE);
        return new Mosaic(scenery, LENS, tiles, true);
    }

    private static Image shown(Projection projection, Scenery scenery) {
        projection.show(scenery, LENS, _ -> {});
        return projection.getImage();
    }
}
