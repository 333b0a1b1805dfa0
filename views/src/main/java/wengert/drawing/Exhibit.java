package wengert.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value as it is shown on a card: how much room it takes, and its marks.
sealed interface Exhibit permits Written, NumberGrid, Slices, HeatMap {

    /// The height of a line of text; its base line is [#BASE] below its top.
    double LINE = 20;

    double BASE = 14.5;

    /// Small print beside and below: shapes, scales.
    double SMALL = 10;

    double width();

    double height();

    /// Adds the marks.
    ///
    /// @param x the left side
    /// @param y the top
    void paint(Ink ink, double x, double y, List<Mark> marks);

    /// What is at a point; null if that is no entry of an array with a place of its own.
    ///
    /// @param x from the left side
    /// @param y from the top
    @Nullable Spot at(double x, double y);

    static Mark.Text small(String text, double x, double y, Colour colour) {
        return new Mark.Text(text, x, y, Face.SANS, SMALL, colour);
    }

    static double smallWidth(String text) {
        return Typesetter.width(text, Face.SANS, SMALL);
    }
}
