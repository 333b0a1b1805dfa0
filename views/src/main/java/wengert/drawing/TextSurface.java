package wengert.drawing;

/// A surface that paints nothing and is told only what is written, in whatever place and size.
@FunctionalInterface
public interface TextSurface extends Surface {

    @Override
    default void push() {}

    @Override
    default void pop() {}

    @Override
    default void translate(double dx, double dy) {}

    @Override
    default void scale(double factor) {}

    @Override
    default void box(Mark.Box box) {}

    @Override
    default void line(Mark.Line line) {}

    @Override
    default void area(Mark.Area area) {}

    @Override
    default void cells(Mark.Cells cells) {}
}
