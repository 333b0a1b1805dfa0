package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.layout.Rect;

class DetailsTest {

    private static final Rect GRAPH = new Rect(300, 90, 640, 520);

    @ParameterizedTest(name = "at {0}, {1}, of {2} x {3}: {4}, {5}")
    @CsvSource({
        "400, 400, 300, 200, 400, 186", // above
        "400, 120, 300, 200, 400, 214", // below, where there is no room above
        "800, 120, 300, 200, 640, 214", // not over the panel on the right
        "700, 300, 300, 400, 386, 210", // on the left, where there is none below either
        "320, 300, 300, 400, 434, 210", // on the right
    })
    void keepToTheGraphAndCoverNoCard(
            double x, double y, double width, double height, double left, double top) {
        var card = new Rect(x, y, 100, 80);
        Rect place = Details.beside(card, width, height, GRAPH);
        assertThat(place).isEqualTo(new Rect(left, top, width, height));
        assertThat(place.overlap(card)).isZero();
        assertThat(GRAPH.with(place)).isEqualTo(GRAPH);
    }
}
