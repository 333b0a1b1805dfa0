package wengert.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import wengert.drawing.Drawing;

/// What an export will look like, made quickly.
public sealed interface Preview {

    /// A small picture.
    final class Image implements Preview {
        private final int width;
        private final int height;
        private final int[] argb;
        private final String words;

        Image(int width, int height, int[] argb, String words) {
            this.width = width;
            this.height = height;
            this.argb = argb;
            this.words = words;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        /// Its pixels, row by row, each as alpha, red, green, blue.
        public int[] argb() {
            return argb.clone();
        }

        /// How large the real one is: `1280 × 720`.
        public String words() {
            return words;
        }
    }

    /// The beginning of a text.
    record Text(String text, String words) implements Preview {}

    /// The preview of an export, made on whatever thread asks.
    ///
    /// @param width how wide it is at most
    static Preview of(Picture picture, Order order, Exporter exporter, int width, int height)
            throws IOException {
        return exporter.choices().contains(Exporter.Choice.LOOK)
                ? image(picture, order, exporter, width, height)
                : text(picture, order, exporter);
    }

    private static Image image(
            Picture picture, Order order, Exporter exporter, int width, int height)
            throws IOException {
        boolean moves = exporter.choices().contains(Exporter.Choice.RANGE);
        Drawing drawing =
                moves
                        ? picture.withRoomFor(order)
                                .drawing(order.withGround(Order.Ground.COLOURED))
                        : picture.drawing(order);
        boolean pixels = exporter instanceof PngExporter;
        Pixels real =
                pixels
                        ? Pixels.of(drawing, order.size(), PngExporter.USUAL)
                        : Pixels.ofLines(drawing, order.size());
        double factor = Math.min(2, Math.min(width / drawing.width(), height / drawing.height()));
        var raster = new Raster(drawing, Pixels.of(drawing, new Order.Size.Times(factor), 1));
        var image = raster.whole();
        int[] argb = image.getRGB(0, 0, raster.width(), raster.height(), null, 0, raster.width());
        return new Image(
                raster.width(),
                raster.height(),
                argb,
                "%d × %d".formatted(real.width(), real.height()));
    }

    private static Text text(Picture picture, Order order, Exporter exporter) throws IOException {
        var out = new ByteArrayOutputStream();
        exporter.write(picture, order, Progress.NONE, out);
        String text = out.toString(StandardCharsets.UTF_8);
        int most = 4000;
        return new Text(
                text.length() <= most ? text : text.substring(0, most) + "\n…",
                "%,d bytes".formatted(out.size()));
    }
}
