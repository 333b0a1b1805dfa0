package wengert.export;

import wengert.drawing.Drawing;

import java.io.IOException;

/// The pixels of a picture: how many, and where the drawing is among them.
///
/// @param left how far the drawing is from the left
record Pixels(int width, int height, double factor, double left, double top) {

    /// @param usual how many pixels a unit has where the order does not say
    static Pixels of(double width, double height, Order.Size size, double usual)
            throws IOException {
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

    static Pixels of(Drawing drawing, Order.Size size, double usual) throws IOException {
        return of(drawing.width(), drawing.height(), size, usual);
    }

    private static Pixels times(double width, double height, double factor) throws IOException {
        long w = Math.max(1, Math.round(width * factor));
        long h = Math.max(1, Math.round(height * factor));
        if (Math.max(w, h) > Order.Size.MOST_PIXELS) {
            throw new IOException(
                    "a picture of %d × %d pixels is too large; ask for a smaller scale or width"
                            .formatted(w, h));
        }
        return new Pixels((int) w, (int) h, factor, 0, 0);
    }

    /// The same with sides that are even, as films need.
    Pixels even() {
        return new Pixels(width + width % 2, height + height % 2, factor, left, top);
    }
}
