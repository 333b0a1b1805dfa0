package wengert.export;

import java.io.IOException;
import wengert.drawing.Drawing;

/// The pixels of a picture: how many, and where the drawing is among them.
///
/// @param left how far the drawing is from the left
record Pixels(int width, int height, double factor, double left, double top) {

    /// Of a picture of pixels, of which there is an end.
    ///
    /// @param usual how many pixels a unit has where the order does not say
    static Pixels of(double width, double height, Order.Size size, double usual)
            throws IOException {
        Pixels pixels = any(width, height, size, usual);
        boolean large = (long) pixels.width * pixels.height > Order.Size.LARGEST;
        if (large || Math.max(pixels.width, pixels.height) > Order.Size.MOST_PIXELS) {
            throw new IOException(
                    "a picture of %d × %d pixels is too large; ask for a smaller scale or width: there are at most %,d pixels, %,d on a side"
                            .formatted(
                                    pixels.width,
                                    pixels.height,
                                    Order.Size.LARGEST,
                                    Order.Size.MOST_PIXELS));
        }
        return pixels;
    }

    static Pixels of(Drawing drawing, Order.Size size, double usual) throws IOException {
        return of(drawing.width(), drawing.height(), size, usual);
    }

    /// Of a picture of lines, which may be as large as it likes.
    static Pixels ofLines(Drawing drawing, Order.Size size) {
        return any(drawing.width(), drawing.height(), size, 1);
    }

    private static Pixels any(double width, double height, Order.Size size, double usual) {
        return switch (size) {
            case Order.Size.Usual _ -> times(width, height, usual);
            case Order.Size.Times(double factor) -> times(width, height, factor);
            case Order.Size.Wide(int pixels) -> times(width, height, pixels / width);
            case Order.Size.Within(int w, int h) -> {
                double factor = Math.min(w / width, h / height);
                yield new Pixels(w, h, factor, (w - factor * width) / 2, (h - factor * height) / 2);
            }
        };
    }

    private static Pixels times(double width, double height, double factor) {
        return new Pixels(whole(width * factor), whole(height * factor), factor, 0, 0);
    }

    private static int whole(double pixels) {
        return Math.clamp(Math.round(pixels), 1, Integer.MAX_VALUE - 1);
    }

    /// The same with sides that are even, as films need.
    Pixels even() {
        return new Pixels(width + width % 2, height + height % 2, factor, left, top);
    }
}
