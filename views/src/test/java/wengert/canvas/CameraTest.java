package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import wengert.layout.Rect;

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
}
