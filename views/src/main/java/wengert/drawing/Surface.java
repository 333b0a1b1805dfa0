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

    /// What follows, up to [#close], is this part; surfaces without structure need not care.
    default void open(Mark.Part part) {}

    default void close(Mark.Part part) {}
}
