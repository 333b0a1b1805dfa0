package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Theme;
import wengert.export.Picture;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Programs;

class AfarTest {

    private static final Study NUMBERS =
            Programs.study(
                    """
                    using Zygote
                    f(x, y) = sum(x ./ 3) * y / 7e-9 + x[1]
                    gradient(f, [1.0, -2.0, 1e-5], -1.23456789e-20)
                    """);

    @ParameterizedTest
    @CsvSource({"0.3, 5", "0.35, 5", "0.4, 7", "0.49, 8"})
    void noNumberIsCutAndNoneLeavesItsCard(double scale, int expected) {
        Picture picture = Picture.of(NUMBERS);
        var painter = new Painter(picture.cards(), picture.placement(), Theme.LIGHT);
        var end = picture.story().frame(picture.story().length());
        var lens = Lens.of(new Viewpoint(scale, 0, 0), 900, 600, 1);
        var afar =
                new Afar(
                        new Pen(new Bitmap(1, 1), 0, 0, 1, 1),
                        lens,
                        painter,
                        new Moment(end, false));
        int numbers = 0;
        for (var card : picture.placement().visible().cards()) {
            Rect box = picture.placement().card(card);
            for (Mark mark : afar.named(card)) {
                if (mark instanceof Mark.Text text && text.face() == Face.MONO) {
                    numbers++;
                    assertThat(text.text()).doesNotEndWith("…");
                    assertThat(text.x() + text.width()).isLessThanOrEqualTo(box.right());
                }
            }
        }
        assertThat(numbers).as("cards with a number, of 10").isEqualTo(expected);
    }
}
