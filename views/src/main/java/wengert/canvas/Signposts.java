package wengert.canvas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Stroke;
import wengert.drawing.Theme;
import wengert.drawing.Typesetter;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.trace.Group;

/// What the open groups in view are called, where their own titles cannot be read: from far away, where these are too
/// small, and from within, where they are out of sight.
///
/// These are as large at every scale. They stand where no card is, and where there is no such place they are left out.
final class Signposts {

    private static final double SIZE = 11;
    private static final double HEIGHT = 17;
    private static final double INSET = 6;
    private static final double CORNER = 10;

    /// Of a smaller group the title would hide what it is the title of.
    private static final double LEAST_WIDTH = 56;

    private static final double LEAST_HEIGHT = 26;
    private static final int MOST = 24;
    private static final double TITLE_SIZE = 11.5;
    private static final double TITLE_HEIGHT = 24;
    private static final String WITHIN = " › ";

    private final Painter painter;
    private final Placement placement;
    private final Rect seen;
    private final double scale;

    Signposts(Painter painter, Lens lens) {
        this.painter = painter;
        placement = painter.placement();
        seen = lens.seen();
        scale = lens.scale() / lens.ratio();
    }

    /// All of them, in the picture's own measure.
    List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        if (scale * TITLE_SIZE < Distance.LEAST_TEXT) {
            var taken = new ArrayList<Rect>();
            placement
                    .groups()
                    .forEach((group, box) -> {
                        Rect place = taken.size() < MOST ? place(group, box, taken) : null;
                        if (place != null) {
                            taken.add(place);
                            marks.addAll(post(place, placement.visible().title(group)));
                        }
                    });
        }
        String around = around();
        if (!around.isEmpty()) {
            double corner = CORNER / scale;
            double width = Math.min(width(around), seen.width() - 2 * corner);
            marks.addAll(
                    post(
                            new Rect(seen.x() + corner, seen.y() + corner, width, HEIGHT / scale),
                            around));
        }
        return marks;
    }

    /// Above the group's box, or else in it, at its left or beside another title, where no card is; null if nowhere.
    private @Nullable Rect place(Group group, Rect box, List<Rect> taken) {
        if (!box.overlaps(seen)
                || box.width() * scale < LEAST_WIDTH
                || box.height() * scale < LEAST_HEIGHT) {
            return null;
        }
        double height = HEIGHT / scale;
        double width = Math.min(width(placement.visible().title(group)), box.width());
        for (double y : new double[] {box.y() - height, box.y()}) {
            var corner = new Rect(box.x(), y, width, height);
            double beside =
                    taken.stream()
                            .filter(corner::overlaps)
                            .mapToDouble(Rect::right)
                            .max()
                            .orElse(box.x());
            var place = new Rect(beside, y, width, height);
            boolean free =
                    place.right() <= box.right() + 1e-6
                            && taken.stream().noneMatch(place::overlaps)
                            && placement.seen(place).cards().isEmpty();
            if (free && seen.contains(place.x() + INSET / scale, place.centerY())) {
                return place;
            }
        }
        return null;
    }

    /// The groups that are all around the middle of the window and whose titles are out of it, one in the other:
    /// `for i × 3 › turn 2`.
    private String around() {
        var titles = new ArrayList<String>();
        placement
                .groups()
                .forEach((group, box) -> {
                    boolean out = box.x() < seen.x() || box.y() < seen.y() - TITLE_HEIGHT / 2;
                    if (out
                            && box.contains(seen.centerX(), seen.centerY())
                            && box.contains(seen.x(), seen.y())) {
                        titles.add(placement.visible().title(group));
                    }
                });
        return String.join(WITHIN, titles);
    }

    private double width(String title) {
        return Typesetter.width(title, Face.MEDIUM, SIZE / scale) + 2 * INSET / scale;
    }

    private List<Mark> post(Rect at, String title) {
        Theme theme = painter.theme();
        double room = at.width() - (2 * INSET - 1) / scale; // its own width is enough for a title
        return List.of(
                new Mark.Box(
                        at.x(),
                        at.y(),
                        at.width(),
                        at.height(),
                        5 / scale,
                        theme.group(),
                        new Stroke(theme.border(), 1 / scale)),
                new Mark.Text(
                        Typesetter.fit(title, Face.MEDIUM, SIZE / scale, room),
                        at.x() + INSET / scale,
                        at.y() + 12 / scale,
                        Face.MEDIUM,
                        SIZE / scale,
                        theme.muted()));
    }
}
