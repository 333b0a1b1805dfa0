package wengert.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.drawing.Colour;
import wengert.drawing.Mark;
import wengert.drawing.Painter;
import wengert.drawing.Path;
import wengert.drawing.Stroke;
import wengert.drawing.Surface;
import wengert.drawing.Theme;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.trace.Group;

/// The buttons beside the titles of loops, and on those that are folded, that show the turn before and the next.
///
/// They are for the hand and not part of the picture, so they are painted over it.
final class TurnButtons {

    private static final double WIDTH = 20;
    private static final double HEIGHT = 18;

    /// In smaller pictures they could not be hit.
    private static final double SMALLEST_SCALE = 0.5;

    /// One button.
    ///
    /// @param turn the turn that it shows, or one beyond the ends, where it does nothing
    /// @param box where it is in the picture
    record Button(Group loop, int turn, boolean forward, boolean works, Rect box) {}

    private final List<Button> buttons = new ArrayList<>();

    TurnButtons(Painter painter) {
        Placement placement = painter.placement();
        VisibleGraph visible = placement.visible();
        for (Map.Entry<Group, Rect> open : placement.groups().entrySet()) {
            Group group = open.getKey();
            if (visible.turns(group) > 1) {
                Rect box = open.getValue();
                add(visible, group, painter.titleEnd(group, box) + 8, box.y() + 6.5);
            }
        }
        for (Card card : visible.cards()) {
            if (card instanceof GroupCard folded && visible.turns(folded.group()) > 1) {
                Rect box = placement.card(card);
                double left = box.right() - 12 - 2 * WIDTH - 4;
                add(visible, folded.group(), left, box.bottom() - 12 - HEIGHT);
            }
        }
    }

    private void add(VisibleGraph visible, Group loop, double x, double y) {
        int before = visible.turnBefore(loop);
        int next = visible.turnAfter(loop);
        Rect left = new Rect(x, y, WIDTH, HEIGHT);
        buttons.add(new Button(loop, before, false, before >= 1, left));
        buttons.add(
                new Button(
                        loop, next, true, next <= visible.turns(loop), left.moved(WIDTH + 4, 0)));
    }

    /// The button at a point of the picture; null if there is none, or if it would be too small to be meant.
    @Nullable Button at(double x, double y, double scale) {
        for (Button button : scale < SMALLEST_SCALE ? List.<Button>of() : buttons) {
            if (button.box.contains(x, y)) {
                return button;
            }
        }
        return null;
    }

    /// Paints those in sight.
    ///
    /// @param hovered the one under the pointer; null for none
    void paint(Surface on, Theme theme, Rect seen, double scale, @Nullable Button hovered) {
        for (Button button : scale < SMALLEST_SCALE ? List.<Button>of() : buttons) {
            if (seen.overlaps(button.box)) {
                paint(on, theme, button, button.equals(hovered) && button.works);
            }
        }
    }

    private static void paint(Surface on, Theme theme, Button button, boolean lit) {
        Rect box = button.box;
        Colour line = button.works ? lit ? theme.text() : theme.muted() : theme.faint();
        on.box(
                new Mark.Box(
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height(),
                        5,
                        theme.card(),
                        new Stroke(lit ? theme.muted() : theme.border(), 1)));
        double way = button.forward ? 1 : -1;
        double x = box.centerX() - 2 * way;
        Path arrow =
                Path.from(x, box.centerY() - 4.5)
                        .line(x + 4.5 * way, box.centerY())
                        .line(x, box.centerY() + 4.5)
                        .path();
        on.line(new Mark.Line(arrow, new Stroke(line, 1.6)));
    }
}
