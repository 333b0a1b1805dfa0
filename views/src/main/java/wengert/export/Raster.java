package wengert.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Colour;
import wengert.drawing.Drawing;
import wengert.drawing.Mark;

/// A drawing in pixels, painted a band at a time.
final class Raster {

    private static final int PIXELS_OF_A_BAND = 2 << 20;

    private final Drawing drawing;
    private final Pixels pixels;
    private @Nullable BufferedImage image;

    Raster(Drawing drawing, Pixels pixels) {
        this.drawing = drawing;
        this.pixels = pixels;
    }

    int width() {
        return pixels.width();
    }

    int height() {
        return pixels.height();
    }

    boolean transparent() {
        return drawing.background() == null;
    }

    /// How many rows to paint at once.
    int usualBand() {
        return Math.clamp(PIXELS_OF_A_BAND / width(), 1, height());
    }

    /// The rows from `top` on, each pixel as alpha, red, green, blue. They are good until the next band is asked for.
    int[] band(int top, int rows) {
        BufferedImage band = image;
        if (band == null || band.getHeight() != rows) {
            band =
                    new BufferedImage(
                            width(),
                            rows,
                            transparent()
                                    ? BufferedImage.TYPE_INT_ARGB
                                    : BufferedImage.TYPE_INT_RGB);
            image = band;
        }
        int[] colours = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
        java.util.Arrays.fill(colours, 0);
        Graphics2D graphics = band.createGraphics();
        try {
            graphics.setClip(0, 0, width(), rows);
            var surface = new RasterSurface(graphics);
            Colour background = drawing.background();
            if (background != null) {
                surface.box(new Mark.Box(0, 0, width(), rows, 0, background, null));
            }
            surface.translate(pixels.left(), pixels.top() - top);
            surface.scale(pixels.factor());
            Drawing.paint(drawing.marks(), surface);
        } finally {
            graphics.dispose();
        }
        return colours;
    }

    /// All of it at once, for pictures that are known to be small.
    BufferedImage whole() {
        band(0, height());
        if (image == null) {
            throw new IllegalStateException("a band without its picture");
        }
        return image;
    }
}
