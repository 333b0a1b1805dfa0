package wengert.canvas;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import wengert.drawing.Colour;

/// A rectangle of pixels that cover what is below them, to be painted on and to be copied from.
final class Bitmap {

    private static final int OPAQUE = 0xff000000;

    private final int width;
    private final int height;
    private final int[] pixels;

    Bitmap(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    /// The same picture, to be painted on without changing this one.
    Bitmap copy() {
        var copy = new Bitmap(width, height);
        System.arraycopy(pixels, 0, copy.pixels, 0, pixels.length);
        return copy;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Row by row; whoever writes to them paints.
    int[] pixels() {
        return pixels;
    }

    /// Java2D's way to paint here.
    Graphics2D graphics() {
        var colours =
                new DirectColorModel(
                        ColorModel.getRGBdefault().getColorSpace(),
                        32,
                        0xff0000,
                        0xff00,
                        0xff,
                        OPAQUE,
                        true,
                        java.awt.image.DataBuffer.TYPE_INT);
        var raster =
                Raster.createPackedRaster(
                        new DataBufferInt(pixels, pixels.length),
                        width,
                        height,
                        width,
                        new int[] {0xff0000, 0xff00, 0xff, OPAQUE},
                        new Point());
        return new BufferedImage(colours, raster, true, null).createGraphics();
    }

    static int argb(Colour colour) {
        return OPAQUE | colour.red() << 16 | colour.green() << 8 | colour.blue();
    }

    void fill(int argb) {
        Arrays.fill(pixels, argb);
    }

    /// Copies all of `from` so that its top left corner comes to (left, top).
    void put(Bitmap from, int left, int top) {
        int first = Math.max(0, left);
        int beyond = Math.min(width, left + from.width);
        if (first >= beyond) {
            return;
        }
        for (int y = Math.max(0, top); y < Math.min(height, top + from.height); y++) {
            System.arraycopy(
                    from.pixels,
                    (y - top) * from.width + first - left,
                    pixels,
                    y * width + first,
                    beyond - first);
        }
    }

    /// Copies all of `from` into the rectangle from (left, top) to (right, bottom), smaller or larger than it is: each
    /// pixel here is the one that lies there. That is rough, and quick enough for a picture that is being zoomed.
    void stretch(Bitmap from, double left, double top, double right, double bottom) {
        int first = (int) Math.max(0, Math.round(left));
        int beyond = (int) Math.min(width, Math.round(right));
        int count = beyond - first;
        if (count <= 0) {
            return;
        }
        double across = from.width / (right - left);
        double down = from.height / (bottom - top);
        int[] columns = new int[count];
        for (int k = 0; k < count; k++) {
            columns[k] = Math.clamp((long) ((first + k + 0.5 - left) * across), 0, from.width - 1);
        }
        int end = (int) Math.min(height, Math.round(bottom));
        for (int y = (int) Math.max(0, Math.round(top)); y < end; y++) {
            int row = from.width * Math.clamp((long) ((y + 0.5 - top) * down), 0, from.height - 1);
            int to = y * width + first;
            for (int k = 0; k < count; k++) {
                pixels[to + k] = from.pixels[row + columns[k]];
            }
        }
    }
}
