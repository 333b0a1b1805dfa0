package wengert.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import wengert.drawing.Drawing;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Surface;
import wengert.drawing.Typesetter;

/// A surface that paints nothing and notes which signs of which font it would take.
final class UsedSigns implements Surface {

    private final Map<Face, NavigableSet<Integer>> signs = new EnumMap<>(Face.class);

    private UsedSigns() {}

    static Map<Face, NavigableSet<Integer>> in(Drawing drawing) {
        var used = new UsedSigns();
        drawing.on(used);
        return used.signs;
    }

    @Override
    public void text(Mark.Text text) {
        for (Typesetter.Run run : Typesetter.line(text.text(), text.face()).runs()) {
            var points = signs.computeIfAbsent(run.face(), _ -> new TreeSet<>());
            run.text().codePoints().forEach(points::add);
        }
    }

    @Override
    public void push() {}

    @Override
    public void pop() {}

    @Override
    public void translate(double dx, double dy) {}

    @Override
    public void scale(double factor) {}

    @Override
    public void box(Mark.Box box) {}

    @Override
    public void line(Mark.Line line) {}

    @Override
    public void area(Mark.Area area) {}
}
