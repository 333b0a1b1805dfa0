package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/// Writes in one format.
public interface Exporter {

    /// What of an [Order] makes a difference to a format.
    enum Choice {
        /// One moment of the sweep.
        STEP,
        /// From which moment to which.
        RANGE,
        SPEED,
        /// Theme, extent, parts, caption: all that a drawing shows.
        LOOK,
        SIZE,
        GROUND,
        LETTERS
    }

    /// The ending of the names of its files, without the dot: `svg`.
    String extension();

    /// The format in words, as in a list to choose from: `SVG picture`.
    String title();

    /// What can be chosen.
    Set<Choice> choices();

    /// Writes the whole file and leaves the stream open.
    void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException;
}
