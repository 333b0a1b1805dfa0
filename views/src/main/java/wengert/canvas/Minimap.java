package wengert.canvas;

import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.drawing.Mark;
import wengert.drawing.Stroke;
import wengert.drawing.Theme;
import wengert.layout.Point;
import wengert.layout.Rect;

/// The whole picture in a corner, and in it a frame around what is seen. Pressing goes there; the frame can be dragged.
final class Minimap extends Canvas {

    private static final double WIDTH = 118;
    private static final double HEIGHT = 84;
    private static final int MOST_SPOTS = 3000;

    private final FxSurface surface = new FxSurface(getGraphicsContext2D());
    private Viewpoint inside = Viewpoint.ORIGIN;
    private Rect frame = new Rect(0, 0, 1, 1);

    /// How far from the middle of the frame the hand holds it.
    private Point2D held = Point2D.ZERO;

    /// @param visit told which point of the picture is wanted in the middle
    Minimap(Consumer<Point> visit) {
        super(WIDTH, HEIGHT);
        setId("minimap");
        setFocusTraversable(false);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        setOnMousePressed(event -> {
            boolean onFrame = frame.contains(event.getX(), event.getY());
            held =
                    onFrame
                            ? new Point2D(
                                    event.getX() - frame.centerX(), event.getY() - frame.centerY())
                            : Point2D.ZERO;
            if (!onFrame) {
                go(event, visit);
            }
        });
        setOnMouseDragged(event -> go(event, visit));
    }

    private void go(MouseEvent event, Consumer<Point> visit) {
        if (event.getButton() == MouseButton.PRIMARY) {
            visit.accept(inside.inside(event.getX() - held.getX(), event.getY() - held.getY()));
        }
    }

    /// @param seen what of the picture is in the window
    void show(@Nullable Scenery scenery, Rect seen) {
        setVisible(scenery != null);
        if (scenery == null) {
            return;
        }
        Theme theme = scenery.theme();
        getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
        surface.box(
                new Mark.Box(
                        0.5,
                        0.5,
                        WIDTH - 1,
                        HEIGHT - 1,
                        7,
                        theme.card(),
                        new Stroke(theme.border(), 1)));
        Rect everything = scenery.placement().bounds();
        inside = Viewpoint.fitting(everything, new Rect(0, 0, WIDTH, HEIGHT).grown(-7), 1);
        var cards = scenery.placement().visible().cards();
        int stride = 1 + cards.size() / MOST_SPOTS;
        for (int k = 0; k < cards.size(); k += stride) {
            Card card = cards.get(k);
            Rect at = inside.outside(scenery.placement().card(card));
            Mark.Box spot = scenery.spot(card, at);
            surface.box(
                    new Mark.Box(
                            at.x(),
                            at.y(),
                            Math.max(1.5, at.width()),
                            Math.max(1.5, at.height()),
                            1.5,
                            spot.fill(),
                            null));
        }
        frame = clipped(inside.outside(seen));
        surface.box(
                new Mark.Box(
                        frame.x(),
                        frame.y(),
                        frame.width(),
                        frame.height(),
                        4,
                        null,
                        new Stroke(theme.value(), 1.2)));
    }

    private static Rect clipped(Rect frame) {
        double left = Math.clamp(frame.x(), 3.5, WIDTH - 8);
        double top = Math.clamp(frame.y(), 3.5, HEIGHT - 8);
        double right = Math.clamp(frame.right(), left + 4, WIDTH - 3.5);
        double bottom = Math.clamp(frame.bottom(), top + 4, HEIGHT - 3.5);
        return new Rect(left, top, right - left, bottom - top);
    }
}
