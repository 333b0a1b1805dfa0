package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import wengert.drawing.Drawing;

/// Writes a drawing in one format.
public interface Exporter {

    /// The ending of the names of its files, without the dot: `svg`.
    String extension();

    /// The format in words, as in a list to choose from: `SVG picture`.
    String title();

    /// Writes the whole file and leaves the stream open.
    void write(Drawing drawing, Scale scale, OutputStream out) throws IOException;

    /// How large the picture becomes. Formats without pixels take it as their size on the page.
    ///
    /// @param factor how many pixels a unit of the drawing has
    record Scale(double factor) {

        /// Twice the size on the screen, which is sharp on slides.
        public static final Scale USUAL = new Scale(2);

        public Scale {
            if (!(factor > 0 && factor <= 1000)) {
                throw new IllegalArgumentException("a scale of " + factor);
            }
        }

        /// The scale at which a drawing is so many pixels wide.
        public static Scale toWidth(Drawing drawing, int pixels) {
            return new Scale(pixels / drawing.width());
        }
    }
}
