package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.layout.Point;
import wengert.layout.Rect;

class ViewpointTest {

    @ParameterizedTest
    @CsvSource({"1.15, 115%", "0.75, 75%", "0.0149, 1%", "0.0034, 0.3%", "0.00027, 0.03%"})
    void theScaleIsNeverSaidToBeNothing(double scale, String said) {
        assertThat(ZoomBar.percent(scale)).isEqualTo(said);
    }

    private static final Rect WINDOW = new Rect(0, 0, 600, 400);

    @Test
    void aWidePictureFillsTheWindowAlsoAtItsEndsAndIsInTheMiddleOfItsHeight() {
        var picture = new Rect(0, 0, 2000, 300);
        assertThat(seen(picture, new Point(10, 20))).isEqualTo(new Rect(0, -50, 600, 400));
        assertThat(seen(picture, new Point(1000, 20))).isEqualTo(new Rect(700, -50, 600, 400));
        assertThat(seen(picture, new Point(1990, 20))).isEqualTo(new Rect(1400, -50, 600, 400));
    }

    /// What is seen of a picture when a point of it is to be in view.
    private static Rect seen(Rect picture, Point point) {
        Rect seen = Viewpoint.centered(point, WINDOW, 1).filled(picture, WINDOW).seen(600, 400);
        return new Rect(seen.x() + 0.0, seen.y(), seen.width(), seen.height()); // no -0.0
    }
}
