package wengert.canvas;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wengert.drawing.Path;
import wengert.drawing.TrueType;
import wengert.export.RasterSurface;

/// Letters as they lie on pixels, kept from one picture to the next: rasterising outlines is most of what painting costs,
/// and a picture has the same few signs again and again.
final class Letters {

    /// A letter is kept at so many places within a pixel, across and down.
    private static final int PLACES = 4;

    /// More than this are only met while zooming, and forgotten together.
    private static final int MOST_SIZES = 48;

    private static final int MOST_SHAPES = 5_000;

    private static final Map<Size, Letters> SIZES = new ConcurrentHashMap<>();
    private static final Map<Key, Stamp> SHAPES = new ConcurrentHashMap<>();

    private record Size(TrueType font, double pixels) {}

    private record Key(Path path, double pixels, int place) {}

    /// How much of each pixel a letter covers.
    ///
    /// @param left where its first column is, from the pixel that the letter's origin lies in
    /// @param top the same for its first row
    /// @param cover row by row, from 0 to 255
    private record Stamp(int left, int top, int width, int height, byte[] cover) {}

    private final TrueType font;
    private final double pixels;
    private final Map<Integer, Stamp> stamps = new ConcurrentHashMap<>();

    private Letters(TrueType font, double pixels) {
        this.font = font;
        this.pixels = pixels;
    }

    /// The letters of a font in a size, in pixels for each em.
    static Letters of(TrueType font, double pixels) {
        if (SIZES.size() > MOST_SIZES) {
            SIZES.clear();
        }
        return SIZES.computeIfAbsent(
                new Size(font, pixels), size -> new Letters(size.font, size.pixels));
    }

    /// Sets a glyph with its origin at a point of the pen's bitmap.
    void set(int glyph, double x, double y, Pen pen, int argb, int part) {
        long column = steps(x);
        long row = steps(y);
        int place = place(column, row);
        Stamp stamp =
                stamps.computeIfAbsent(
                        glyph * PLACES * PLACES + place,
                        _ -> stamp(font.outline(glyph), pixels, place));
        on(pen, stamp, column, row, argb, part);
    }

    /// Sets what is no glyph, such as an accent: a shape in em with its origin at a point of the pen's bitmap.
    static void shape(Path path, double pixels, double x, double y, Pen pen, int argb, int part) {
        long column = steps(x);
        long row = steps(y);
        if (SHAPES.size() > MOST_SHAPES) {
            SHAPES.clear();
        }
        var key = new Key(path, pixels, place(column, row));
        Stamp stamp = SHAPES.computeIfAbsent(key, k -> stamp(k.path, k.pixels, k.place));
        on(pen, stamp, column, row, argb, part);
    }

    /// A coordinate, counted in the places that a letter can have.
    private static long steps(double x) {
        return Math.round(x * PLACES);
    }

    private static int place(long column, long row) {
        return Math.floorMod(row, PLACES) * PLACES + Math.floorMod(column, PLACES);
    }

    private static void on(Pen pen, Stamp stamp, long column, long row, int argb, int part) {
        int left = (int) Math.floorDiv(column, PLACES) + stamp.left;
        int top = (int) Math.floorDiv(row, PLACES) + stamp.top;
        pen.stamp(left, top, stamp.width, stamp.height, stamp.cover, argb, part);
    }

    private static Stamp stamp(Path outline, double pixels, int place) {
        int across = place % PLACES;
        int down = place / PLACES;
        var to =
                new AffineTransform(
                        pixels, 0, 0, -pixels, (double) across / PLACES, (double) down / PLACES);
        Shape shape = to.createTransformedShape(RasterSurface.shape(outline));
        Rectangle box = shape.getBounds();
        if (box.isEmpty()) {
            return new Stamp(0, 0, 0, 0, new byte[0]);
        }
        var image = new BufferedImage(box.width, box.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        var _ = new RasterSurface(graphics); // smooth edges, as anything else is painted
        graphics.translate(-box.x, -box.y);
        graphics.setColor(Color.BLACK);
        graphics.fill(shape);
        graphics.dispose();
        int[] painted = image.getRGB(0, 0, box.width, box.height, null, 0, box.width);
        byte[] cover = new byte[painted.length];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = (byte) (painted[i] >>> 24);
        }
        return new Stamp(box.x, box.y, box.width, box.height, cover);
    }
}
