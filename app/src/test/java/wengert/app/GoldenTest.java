package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.drawing.Drawing;
import wengert.drawing.Theme;
import wengert.export.Picture;
import wengert.export.RasterSurface;
import wengert.run.Budget;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;

/// The samples look as they did when somebody last looked at them and found them good.
///
/// The pictures are in `app/src/test/resources/golden`. When they are meant to have changed, run the test with
/// the environment variable `GOLDEN` set to `renew`, and look at each before it is committed.
class GoldenTest {

    private static final List<String> SAMPLES =
            List.of("chapter", "classic", "neuron", "loop", "mlp", "softmax");

    private static final double SCALE = 0.6;

    /// From 0 to 255, how far a part of a pixel's colour may be off without counting.
    private static final int SLIGHT = 40;

    /// Which part of the pixels may be further off: edges fall a little differently on other machines.
    private static final double FEW = 0.003;

    static Stream<Arguments> samplesInBothThemes() {
        return SAMPLES.stream()
                .flatMap(name ->
                        Stream.of(Theme.LIGHT, Theme.DARK)
                                .map(theme -> Arguments.of(name, Named.of(theme.name(), theme))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("samplesInBothThemes")
    void looksAsItDid(String sample, Theme theme) throws IOException {
        BufferedImage picture = picture(sample, theme);
        String file = sample + "-" + theme.name() + ".png";
        if ("renew".equals(System.getenv("GOLDEN"))) {
            Path folder = folder();
            Files.createDirectories(folder);
            ImageIO.write(picture, "png", folder.resolve(file).toFile());
            return;
        }
        BufferedImage golden = golden(file);
        assertThat(picture.getWidth()).isEqualTo(golden.getWidth());
        assertThat(picture.getHeight()).isEqualTo(golden.getHeight());
        assertThat(difference(picture, golden)).isLessThan(FEW);
    }

    /// Two thirds through the sweep, where all kinds of things are to be seen.
    private static BufferedImage picture(String sample, Theme theme) throws IOException {
        String text;
        try (InputStream in = GoldenTest.class.getResourceAsStream("/samples/" + sample + ".jl")) {
            assertThat(in).as(sample).isNotNull();
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        Study study =
                new Runner(Budget.DEFAULT)
                        .run(new SourceText(sample + ".jl", text))
                        .studies()
                        .getFirst();
        Picture picture = Picture.of(study);
        Drawing drawing = picture.at(picture.story().length() * 2 / 3, theme);
        var image =
                new BufferedImage(
                        (int) (SCALE * drawing.width()),
                        (int) (SCALE * drawing.height()),
                        BufferedImage.TYPE_INT_RGB);
        var surface = new RasterSurface(image.createGraphics());
        surface.scale(SCALE);
        drawing.on(surface);
        return image;
    }

    private static BufferedImage golden(String file) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + file)) {
            assertThat(in).as(file).isNotNull();
            return ImageIO.read(in);
        }
    }

    private static Path folder() {
        Path here = Path.of("src/test/resources/golden");
        return Files.isDirectory(Path.of("app")) ? Path.of("app").resolve(here) : here;
    }

    /// The part of the pixels that are more than slightly different.
    private static double difference(BufferedImage a, BufferedImage b) {
        long off = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    if (Math.abs((p >> shift & 255) - (q >> shift & 255)) > SLIGHT) {
                        off++;
                        break;
                    }
                }
            }
        }
        return off / (double) (a.getWidth() * (long) a.getHeight());
    }
}
