package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import wengert.display.VisibleGraph.Stub;
import wengert.layout.Curve;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.trace.Branch;

/// Paints the branches that were not taken: faint, dashed, and in the user's own words.
final class StubPainter {

    private static final double SAID = 11.5;
    private static final double WHY = 10.5;
    private static final double INSET = 12;
    private static final double DASH = 4;

    private final Placement placement;
    private final Theme theme;

    StubPainter(Placement placement, Theme theme) {
        this.placement = placement;
        this.theme = theme;
    }

    Mark.Part paint(Stub stub) {
        var marks = new ArrayList<Mark>();
        Rect box = placement.stub(stub);
        way(placement.link(stub), marks);
        marks.add(
                new Mark.Box(
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height(),
                        10,
                        null,
                        new Stroke(theme.faint(), 1.1, DASH)));
        Branch branch = stub.branch();
        double room = box.width() - 2 * INSET;
        String said = Typesetter.fit(branch.untaken().text(), Face.MONO, SAID, room);
        String why = Typesetter.fit(why(branch), Face.SANS, WHY, room);
        marks.add(
                new Mark.Text(
                        said, box.x() + INSET, box.y() + 19.5, Face.MONO, SAID, theme.muted()));
        marks.add(new Mark.Text(why, box.x() + INSET, box.y() + 36, Face.SANS, WHY, theme.muted()));
        return new Mark.Part(stub.id(), "untaken", describe(branch), marks);
    }

    private void way(Curve curve, List<Mark> marks) {
        Path.Builder path = Path.from(curve.start().x(), curve.start().y());
        for (int k = 0; k < curve.pieces(); k++) {
            double[] p = curve.piece(k);
            path.cubic(p[2], p[3], p[4], p[5], p[6], p[7]);
        }
        marks.add(new Mark.Line(path.path(), new Stroke(theme.faint(), 1.1, DASH)));
    }

    private static String why(Branch branch) {
        String condition = branch.fork().condition().text();
        return branch.held() ? "not taken: " + condition : "only if " + condition;
    }

    private static String describe(Branch branch) {
        return "`%s` was not taken, since `%s` was %s"
                .formatted(
                        branch.untaken().text(),
                        branch.fork().condition().text(),
                        branch.held() ? "true" : "false");
    }
}
