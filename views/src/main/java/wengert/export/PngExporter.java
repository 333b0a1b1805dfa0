package wengert.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import wengert.drawing.Drawing;

/// Pictures of pixels.
public final class PngExporter implements Exporter {

    private static final double MOST_PIXELS = 400e6;

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public String title() {
        return "PNG picture";
    }

    @Override
    public void write(Drawing drawing, Scale scale, OutputStream out) throws IOException {
        ImageIO.setUseCache(false);
        if (!ImageIO.write(image(drawing, scale), "png", out)) {
            throw new IOException("this Java cannot write PNG files");
        }
    }

    /// The picture itself. Where the drawing has no background, it is transparent.
    static BufferedImage image(Drawing drawing, Scale scale) throws IOException {
        double width = Math.max(1, Math.round(drawing.width() * scale.factor()));
        double height = Math.max(1, Math.round(drawing.height() * scale.factor()));
        if (width * height > MOST_PIXELS) {
            throw new IOException(
                    "a picture of %.0f × %.0f pixels is too large; ask for a smaller scale"
                            .formatted(width, height));
        }
        int type =
                drawing.background() == null
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB;
        var image = new BufferedImage((int) width, (int) height, type);
        Graphics2D graphics = image.createGraphics();
        try {
            var surface = new RasterSurface(graphics);
            surface.scale(scale.factor());
            drawing.on(surface);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
