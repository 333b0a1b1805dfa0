package wengert.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class OccasionalTest {

    private final Region first = new Region();
    private final Region last = new Region();
    private final Region now = new Region();
    private final Pane pane = new Pane(first, last);

    @Test
    void isInTheSceneOnlyWhileItIsVisible() {
        now.setVisible(false);
        Occasional.in(pane, first, now);
        assertThat(pane.getChildren()).containsExactly(first, last);
        now.setVisible(true);
        assertThat(pane.getChildren()).containsExactly(first, now, last);
        now.setVisible(false);
        assertThat(pane.getChildren()).containsExactly(first, last);
    }

    @Test
    void isTheFirstWhereItComesAfterNothing() {
        Occasional.in(pane, null, now);
        assertThat(pane.getChildren()).containsExactly(now, first, last);
    }
}
