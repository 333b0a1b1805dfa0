package wengert.canvas;

import java.awt.Graphics2D;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Colour;
import wengert.drawing.Surface;
import wengert.export.RasterSurface;

/// What the window shows: one image, put together for every frame from tiles that are painted elsewhere.
///
/// Copying pixels takes a millisecond or two, however much there is to be seen in them. While the picture is being
/// zoomed it is stretched; the sharp one follows as soon as it is painted.
final class Projection extends ImageView {

    /// One of the two images that take turns: while one is shown, the next is put together in the other.
    private static final class Slide {
        private final Bitmap bitmap;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;

        Slide(int width, int height) {
            bitmap = new Bitmap(width, height);
            buffer =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(bitmap.pixels()),
                            PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        }
    }

    private Slide shown = new Slide(1, 1);
    private Slide next = new Slide(1, 1);
    private @Nullable Mosaic latest;
    private @Nullable Mosaic before;

    Projection() {
        setMouseTransparent(true);
    }

    /// Takes what has been painted. While one picture gives way to another, as at every move of a dragged number, only whole
    /// ones count: a part of the next beside nothing would flicker.
    void take(Mosaic mosaic) {
        Mosaic last = latest;
        if (last != null && last.scenery() != mosaic.scenery() && !mosaic.whole()) {
            return;
        }
        if (last == null || last.scenery() != mosaic.scenery()) {
            before = null;
        } else if (last.whole() && !last.lens().fits(mosaic.lens())) {
            before = last;
        }
        latest = mosaic;
    }

    /// Whether a picture can be shown through a lens as it should be.
    boolean isSharp(Scenery scenery, Lens lens) {
        return latest != null && latest.scenery() == scenery && latest.covers(lens);
    }

    /// Shows nothing but a colour.
    void clear(Lens lens, Colour ground) {
        latest = null;
        before = null;
        Slide slide = slide(lens);
        slide.bitmap.fill(Bitmap.argb(ground));
        turn(slide);
    }

    /// Shows what is there of a picture. Until something of it has been painted, what was shown before stays.
    ///
    /// @param over paints what lies over the picture
    void show(Scenery scenery, Lens lens, Consumer<Surface> over) {
        Mosaic picture = latest;
        boolean resized =
                shown.bitmap.width() != lens.width() || shown.bitmap.height() != lens.height();
        if (picture == null || picture.scenery() != scenery) {
            if (resized) {
                Slide slide = slide(lens);
                slide.bitmap.fill(Bitmap.argb(scenery.theme().background()));
                slide.bitmap.put(shown.bitmap, 0, 0);
                turn(slide);
            }
            return;
        }
        Slide slide = slide(lens);
        if (!picture.covers(lens)) {
            slide.bitmap.fill(Bitmap.argb(scenery.theme().background()));
            if (before != null) {
                before.on(slide.bitmap, lens);
            }
        }
        picture.on(slide.bitmap, lens);
        Graphics2D graphics = slide.bitmap.graphics();
        try {
            var surface = new RasterSurface(graphics);
            surface.translate(-lens.left(), -lens.top());
            surface.scale(lens.scale());
            over.accept(surface);
        } finally {
            graphics.dispose();
        }
        turn(slide);
    }

    /// The slide that is not shown, in the right size.
    private Slide slide(Lens lens) {
        boolean fits = next.bitmap.width() == lens.width() && next.bitmap.height() == lens.height();
        return fits ? next : new Slide(lens.width(), lens.height());
    }

    private void turn(Slide slide) {
        next = shown;
        shown = slide;
        slide.buffer.updateBuffer(_ -> null);
        setImage(slide.image);
    }
}
