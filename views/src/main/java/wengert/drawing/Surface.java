package wengert.drawing;

/// Something that can be painted on: the window's canvas, a raster of pixels, a file.
///
/// Its units are those of the drawing, the origin is top left, y grows downwards.
public interface Surface {

    /// Remembers where we are; [#pop] goes back there.
    void push();

    void pop();

    void translate(double dx, double dy);

    void scale(double factor);

    void box(Mark.Box box);

    void line(Mark.Line line);

    void area(Mark.Area area);

    void text(Mark.Text text);

    /// Surfaces that have a better way to put cells side by side without seams take that.
    default void cells(Mark.Cells cells) {
        double width = cells.width() / cells.columns();
        double height = cells.height() / cells.rows();
        for (int row = 0; row < cells.rows(); row++) {
            double y = cells.y() + row * height;
            for (int from = 0, to; from < cells.columns(); from = to) {
                Colour colour = cells.colour(row, from);
                to = from + 1;
                while (to < cells.columns() && cells.colour(row, to).equals(colour)) {
                    to++;
                }
                double x = cells.x() + from * width;
                box(new Mark.Box(x, y, (to - from) * width, height, 0, colour, null));
            }
        }
    }

    /// What follows, up to [#close], is this part; surfaces without structure need not care.
    default void open(Mark.Part part) {}

    default void close(Mark.Part part) {}
}
