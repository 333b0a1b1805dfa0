package wengert.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finished picture: what is painted, from the bottom to the top.
///
/// @param title what the picture shows, in a few words
/// @param description the same for people who cannot see it
/// @param background null where what lies below should show through
public record Drawing(
        double width,
        double height,
        String title,
        String description,
        @Nullable Colour background,
        List<Mark> marks) {

    public Drawing {
        marks = List.copyOf(marks);
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a drawing of " + width + " x " + height);
        }
    }

    /// Paints it at the origin of `surface`, one unit of the drawing being one of the surface.
    public void on(Surface surface) {
        if (background != null) {
            surface.box(new Mark.Box(0, 0, width, height, 0, background, null));
        }
        paint(marks, surface);
    }

    /// Paints `marks` where the surface is.
    public static void paint(List<Mark> marks, Surface surface) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Box box -> surface.box(box);
                case Mark.Line line -> surface.line(line);
                case Mark.Area area -> surface.area(area);
                case Mark.Text text -> surface.text(text);
                case Mark.Cells cells -> surface.cells(cells);
                case Mark.Moved moved -> {
                    surface.push();
                    surface.translate(moved.dx(), moved.dy());
                    paint(moved.marks(), surface);
                    surface.pop();
                }
                case Mark.Part part -> {
                    surface.open(part);
                    paint(part.marks(), surface);
                    surface.close(part);
                }
            }
        }
    }
}
