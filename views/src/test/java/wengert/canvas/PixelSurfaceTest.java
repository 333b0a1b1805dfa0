package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.drawing.Colour;
import wengert.drawing.Drawing;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.export.RasterSurface;

/// What is painted pixel by pixel looks as Java2D paints it.
class PixelSurfaceTest {

    private static final int SIDE = 120;
    private static final int WHITE = 0xffffffff;
    private static final Colour BLUE = Colour.of("#0969da");
    private static final Colour VEIL = BLUE.withOpacity(0.3);

    private record Case(String name, double scale, Mark mark) {
        @Override
        public String toString() {
            return name + " × " + scale;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(0.4, 1.0, 1.37)
                .flatMap(scale ->
                        Stream.of(
                                new Case("sharp box", scale, box(0, BLUE, null)),
                                new Case("round box", scale, box(9, BLUE, null)),
                                new Case("veil", scale, box(14, VEIL, null)),
                                new Case("frame", scale, box(9, null, new Stroke(BLUE, 1.2))),
                                new Case("thick frame", scale, box(3, VEIL, new Stroke(BLUE, 4))),
                                new Case("pill", scale, box(15.7, BLUE, null)),
                                new Case("ellipse", scale, box(200, BLUE, null)),
                                new Case(
                                        "dashed frame",
                                        scale,
                                        box(9, null, new Stroke(BLUE, 1, 4))),
                                new Case("text", scale, text("v₂ = 0.25x̄", 13, BLUE)),
                                new Case("sign of the system's", scale, text("x語", 26, BLUE)),
                                new Case("large text", scale, text("ẋ", 50, VEIL))));
    }

    private static Mark box(double radius, @Nullable Colour fill, @Nullable Stroke stroke) {
        return new Mark.Moved(
                3.3, 2.6, List.of(new Mark.Box(10.2, 12.7, 50.5, 31.4, radius, fill, stroke)));
    }

    private static Mark text(String text, double size, Colour colour) {
        return new Mark.Text(text, 5.25, 50.5, Face.ITALIC, size, colour);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void looksLikeJava2D(Case painted) {
        int[] ours = pixels(painted, true);
        int[] theirs = pixels(painted, false);
        int worst = 0;
        long sum = 0;
        int coloured = 0;
        for (int i = 0; i < ours.length; i++) {
            int off = Math.abs((ours[i] >> 16 & 255) - (theirs[i] >> 16 & 255));
            worst = Math.max(worst, off);
            sum += off;
            coloured += theirs[i] == WHITE ? 0 : 1;
        }
        assertThat(coloured).isGreaterThan(20);
        assertThat(worst).as("the worst pixel").isLessThan(80); // an eighth of a pixel beside
        assertThat((double) sum / coloured).as("on average").isLessThan(12);
    }

    private static int[] pixels(Case painted, boolean ours) {
        var bitmap = new Bitmap(SIDE, SIDE);
        bitmap.fill(WHITE);
        Graphics2D graphics = bitmap.graphics();
        graphics.translate(-4, -3);
        graphics.scale(painted.scale, painted.scale);
        var pen = new Pen(bitmap, 0, 0, SIDE, SIDE);
        Surface surface =
                ours
                        ? new PixelSurface(pen, graphics, -4, -3, painted.scale)
                        : new RasterSurface(graphics);
        Drawing.paint(List.of(painted.mark), surface);
        graphics.dispose();
        return bitmap.pixels();
    }
}
