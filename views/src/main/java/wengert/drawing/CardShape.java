package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import wengert.layout.Rect;

/// The outline of a card, which says what kind of node it is without a word or a colour.
///
/// Operations have round corners, constants square ones. An input has a band along its left side, where nothing comes
/// in; a parameter has two. A folded group lies on a pile of cards.
final class CardShape {

    static final double RADIUS = 10;
    static final double SQUARE = 2.5;

    private static final double BAND = 5;
    private static final double SECOND_BAND = 2;

    /// Where the inside of the card begins that has two bands.
    static final double BANDS = 11;

    private final Theme theme;
    private final Rect box;
    private final List<Mark> marks = new ArrayList<>();

    CardShape(Theme theme, Rect box) {
        this.theme = theme;
        this.box = box;
    }

    List<Mark> marks() {
        return marks;
    }

    CardShape pile() {
        for (double away : new double[] {Cards.BEHIND, Cards.BEHIND / 2}) {
            outline(box.moved(away, away), RADIUS, theme.card(), new Stroke(theme.border(), 1));
        }
        return this;
    }

    CardShape shadow(double radius) {
        if (theme.shadow().opacity() > 0) {
            shade(box.moved(0, 2).grown(1.5), radius + 1.5);
            shade(box.moved(0, 1), radius);
        }
        return this;
    }

    private void shade(Rect at, double radius) {
        marks.add(
                new Mark.Box(
                        at.x(), at.y(), at.width(), at.height(), radius, theme.shadow(), null));
    }

    /// A ring around the node at work.
    CardShape ring(double radius) {
        Colour colour = theme.atWork().withOpacity(theme.monochrome() ? 1 : 0.6);
        Rect at = box.grown(4);
        marks.add(
                new Mark.Box(
                        at.x(),
                        at.y(),
                        at.width(),
                        at.height(),
                        radius + 4,
                        null,
                        new Stroke(colour, 3)));
        return this;
    }

    CardShape face(double radius, Stroke border) {
        outline(box, radius, theme.card(), border);
        return this;
    }

    /// A band along the left side, inside the border.
    CardShape band(Colour colour, double border) {
        double x = box.x() + border / 2;
        double y = box.y() + border / 2;
        double bottom = box.bottom() - border / 2;
        double r = RADIUS - border / 2;
        double right = x + BAND;
        // the band ends where the corners' circles cross its right side, at this angle above the
        // level
        double angle = Math.acos((r - BAND) / r);
        double cut = r - r * Math.sin(angle);
        double handle = 4.0 / 3 * Math.tan(angle / 4) * r; // of the cubic that stands for the arc
        double dx = handle * Math.sin(angle);
        double dy = handle * Math.cos(angle);
        marks.add(
                new Mark.Area(
                        Path.from(right, y + cut)
                                .line(right, bottom - cut)
                                .cubic(
                                        right - dx,
                                        bottom - cut - dy,
                                        x,
                                        bottom - r + handle,
                                        x,
                                        bottom - r)
                                .line(x, y + r)
                                .cubic(x, y + r - handle, right - dx, y + cut + dy, right, y + cut)
                                .close()
                                .path(),
                        colour));
        return this;
    }

    /// The same on a card so small that the curve of its corners does not count.
    CardShape narrowBand(Colour colour) {
        marks.add(new Mark.Box(box.x(), box.y() + 1, BAND, box.height() - 2, 2.5, colour, null));
        return this;
    }

    CardShape secondBand(Colour colour) {
        double x = box.x() + BAND + 2.5;
        marks.add(new Mark.Box(x, box.y() + 1.5, SECOND_BAND, box.height() - 3, 0, colour, null));
        return this;
    }

    private void outline(Rect at, double radius, Colour fill, Stroke stroke) {
        marks.add(new Mark.Box(at.x(), at.y(), at.width(), at.height(), radius, fill, stroke));
    }
}
