package wengert.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.scale.AWTUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wengert.drawing.Theme;
import wengert.story.Programs;

class FilmTest {

    private static final Picture CHAPTER = Picture.of(Programs.study(Programs.CHAPTER));

    private static final Order ORDER =
            Order.USUAL
                    .withMoments(new Order.Moments(4, 8))
                    .withSize(new Order.Size.Within(320, 180))
                    .withSpeed(5);

    @TempDir Path folder;

    @Test
    void aGifShowsWhatTheFramesShow() throws IOException {
        byte[] gif = bytes(new GifExporter());
        assertThat(bytes(new GifExporter())).isEqualTo(gif);
        var frames = composed(gif);
        var film = new Film(CHAPTER, ORDER, 10);
        int distinct = 0;
        for (int k = 0; k < film.length(); k++) {
            distinct += film.repeats(k) ? 0 : 1;
        }
        assertThat(frames).hasSize(distinct);
        assertThat(frames.getFirst().getWidth()).isEqualTo(320);
        assertThat(frames.getFirst().getHeight()).isEqualTo(180);
        assertThat(far(frames.getFirst(), film.frame(0))).isLessThan(0.01);
        assertThat(far(frames.getLast(), film.frame(film.length() - 1))).isLessThan(0.01);
    }

    /// With room for the longest formula and all that the legend has to explain on the way.
    @Test
    void itsPreviewSaysHowLargeItBecomes() throws IOException {
        Order order =
                Order.USUAL
                        .withMoments(new Order.Moments(0, 3))
                        .with(Order.Part.FORMULA)
                        .with(Order.Part.LEGEND);
        var film = new Film(CHAPTER, order, 10);
        var shown = (Preview.Image) Preview.of(CHAPTER, order, new GifExporter(), 400, 400);
        assertThat(shown.words()).isEqualTo(film.width() + " × " + film.height());
        var still = (Preview.Image) Preview.of(CHAPTER, order, new SvgExporter(), 400, 400);
        assertThat(still.words()).isNotEqualTo(shown.words());
    }

    @Test
    void theGifsCompressionComesBackWhateverIsWritten() throws IOException {
        var random = new Random(7);
        int[] colours = random.ints(255, 0, 1 << 24).distinct().toArray();
        byte[] picture = new byte[300 * 200];
        for (int i = 0; i < picture.length; i++) {
            int among = i < 30_000 ? colours.length : 3; // noise, then long runs
            picture[i] = (byte) random.nextInt(among);
        }
        var out = new ByteArrayOutputStream();
        var gif = new GifWriter(out, 300, 200, colours);
        gif.frame(new GifExporter.Rectangle(0, 0, 300, 200), new byte[0], picture, 300, 10);
        gif.finish();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        for (int i = 0; i < picture.length; i++) {
            assertThat(read.getRGB(i % 300, i / 300) & 0xffffff)
                    .isEqualTo(colours[picture[i] & 255]);
        }
    }

    @Test
    void anMp4WithoutFfmpegHoldsAllFrames() throws Exception {
        byte[] mp4 = bytes(new Mp4Exporter(false));
        assertThat(bytes(new Mp4Exporter(false))).isEqualTo(mp4);
        Path file = Files.write(folder.resolve("film.mp4"), mp4);
        var film = new Film(CHAPTER, ORDER, Mp4Exporter.RATE);
        try (var channel = NIOUtils.readableChannel(file.toFile())) {
            var grab = FrameGrab.createFrameGrab(channel);
            assertThat(grab.getVideoTrack().getMeta().getTotalFrames()).isEqualTo(film.length());
            var first = AWTUtil.toBufferedImage(grab.getNativeFrame());
            assertThat(far(first.getSubimage(0, 0, 320, 180), film.frame(0))).isLessThan(0.05);
        }
    }

    @Test
    void aFilmMovesAndThenRests() throws IOException {
        var film = Film.ofEvenSides(CHAPTER, ORDER.withTheme(Theme.DARK), 30);
        assertThat(film.length()).isEqualTo(6 * 6);
        assertThat(film.repeats(1)).isTrue();
        assertThat(film.repeats(6)).isFalse();
        assertThat(film.repeats(film.length() - 1)).isTrue();
        assertThat(far(film.frame(12), film.frame(13))).isPositive();
    }

    private static byte[] bytes(Exporter exporter) throws IOException {
        var out = new ByteArrayOutputStream();
        exporter.write(CHAPTER, ORDER, Progress.NONE, out);
        return out.toByteArray();
    }

    /// The part of the pixels that are clearly other ones.
    private static double far(BufferedImage a, BufferedImage b) {
        int far = 0;
        for (int y = 0; y < b.getHeight(); y++) {
            for (int x = 0; x < b.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    if (Math.abs((p >> shift & 255) - (q >> shift & 255)) > 40) {
                        far++;
                        break;
                    }
                }
            }
        }
        return (double) far / (b.getWidth() * b.getHeight());
    }

    /// The frames of a GIF file as they are seen: each over the ones before.
    private static ArrayList<BufferedImage> composed(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        var frames = new ArrayList<BufferedImage>();
        var canvas = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < reader.getNumImages(true); i++) {
            var tree = reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
            var place = tree.getFirstChild().getAttributes();
            int left = Integer.parseInt(place.getNamedItem("imageLeftPosition").getNodeValue());
            int top = Integer.parseInt(place.getNamedItem("imageTopPosition").getNodeValue());
            canvas.createGraphics().drawImage(reader.read(i), left, top, null);
            var copy = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
            copy.createGraphics().drawImage(canvas, 0, 0, null);
            frames.add(copy);
        }
        return frames;
    }
}
