package wengert.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wengert.drawing.Drawing;
import wengert.drawing.Theme;
import wengert.story.Programs;

class PngExporterTest {

    private static final Picture CHAPTER = Picture.of(Programs.study(Programs.CHAPTER));

    @TempDir Path folder;

    @Test
    void aPngFileHasTheSizeAskedFor() throws IOException {
        Path file = folder.resolve("chapter.png");
        Order order = at(8).withSize(new Order.Size.Wide(900));
        Exporters.write(CHAPTER.study(), order, Progress.NONE, file);
        BufferedImage image = ImageIO.read(file.toFile());
        Drawing drawing = CHAPTER.drawing(order);
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getHeight())
                .isEqualTo((int) Math.round(900 * drawing.height() / drawing.width()));
        assertThat(colours(image)).hasSizeGreaterThan(50).contains(0xff_fbfcfd, 0xff_bc4c00);
        BufferedImage fitted = image(at(8).withSize(new Order.Size.Within(640, 480)));
        assertThat(fitted.getWidth()).isEqualTo(640);
        assertThat(fitted.getHeight()).isEqualTo(480);
    }

    @Test
    void bandsOfAPngFileHaveNoSeams() throws IOException {
        var raster = new Raster(CHAPTER.drawing(at(7)), new Pixels(800, 300, 0.9, 0, 0));
        int[] whole = raster.band(0, 300).clone();
        for (int top = 0; top < 300; top += 7) {
            int rows = Math.min(7, 300 - top);
            int[] band = raster.band(top, rows);
            for (int i = 0; i < 800 * rows; i++) {
                // curves are cut into other pieces near the edge of a band, which nobody can see
                assertThat(distance(band[i], whole[800 * top + i])).isLessThan(64);
            }
        }
    }

    @Test
    void aPictureWithoutBackgroundIsTransparent() throws IOException {
        BufferedImage image =
                image(at(8).withTheme(Theme.DARK).withGround(Order.Ground.TRANSPARENT));
        assertThat(image.getRGB(1, 1) >>> 24).isZero();
        assertThat(colours(image)).contains(0xff_161b22);
    }

    private static Order at(int position) {
        return Order.USUAL.withMoments(Order.Moments.at(position));
    }

    private static BufferedImage image(Order order) throws IOException {
        var out = new ByteArrayOutputStream();
        new PngExporter().write(CHAPTER, order, Progress.NONE, out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static int distance(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        }
        return most;
    }

    private static HashSet<Integer> colours(BufferedImage image) {
        var colours = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
