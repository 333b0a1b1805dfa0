package wengert.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that is painted. Later marks cover earlier ones.
public sealed interface Mark {

    /// A rectangle with round corners, filled, outlined or both.
    record Box(
            double x,
            double y,
            double width,
            double height,
            double radius,
            @Nullable Colour fill,
            @Nullable Stroke stroke)
            implements Mark {}

    /// A line along a path.
    record Line(Path path, Stroke stroke) implements Mark {}

    /// The inside of a path.
    record Area(Path path, Colour fill) implements Mark {}

    /// One line of text; `x` is where it starts, `y` its base line.
    record Text(String text, double x, double y, Face face, double size, Colour colour)
            implements Mark {

        /// How far it reaches to the right.
        public double width() {
            return Typesetter.width(text, face, size);
        }
    }

    /// A grid of coloured cells without gaps, row by row from the top left.
    ///
    /// @param columns how many cells a row has
    record Cells(double x, double y, double width, double height, int columns, List<Colour> colours)
            implements Mark {
        public Cells {
            colours = List.copyOf(colours);
            if (columns < 1 || colours.isEmpty() || colours.size() % columns != 0) {
                throw new IllegalArgumentException(colours.size() + " cells in rows of " + columns);
            }
        }

        public int rows() {
            return colours.size() / columns;
        }

        public Colour colour(int row, int column) {
            return colours.get(row * columns + column);
        }
    }

    /// Marks that are painted somewhere else.
    record Moved(double dx, double dy, List<Mark> marks) implements Mark {
        public Moved {
            marks = List.copyOf(marks);
        }
    }

    /// Marks that make up one thing, with a name that stays the same from drawing to drawing.
    ///
    /// @param id unique in its drawing: `n3`, `e3-0`
    /// @param kind what it is, as style classes: `node operation`
    /// @param title what it is, for people who cannot see it; may be empty
    record Part(String id, String kind, String title, List<Mark> marks) implements Mark {
        public Part {
            marks = List.copyOf(marks);
        }
    }
}
