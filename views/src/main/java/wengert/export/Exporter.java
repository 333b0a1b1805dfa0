package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
        LETTERS,
        /// Whether the chain rule of the step stands below.
        FORMULA,
        /// How many digits numbers have; formats to compute with have them all.
        DIGITS
    }

    /// The ending of the names of its files, without the dot: `svg`.
    String extension();

    /// The format in words, as in a list to choose from: `SVG picture`.
    String title();

    /// What can be chosen.
    Set<Choice> choices();

    /// What is not quite as someone might expect who asks for this, a phrase for each.
    default List<String> remarks(Picture picture, Order order) {
        return List.of();
    }

    /// Writes the whole file and leaves the stream open.
    void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException;
}
