package wengert.canvas;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import wengert.layout.Point;
import wengert.layout.Rect;

/// The whole picture in a corner, and in it a frame around what is seen. Pressing goes there; the frame can be
/// dragged.
final class Minimap extends Pane {

    private final ImageView picture = new ImageView();
    private final Rectangle frame = new Rectangle();
    private @Nullable Overview overview;

    /// How far from the middle of the frame the hand holds it.
    private Point2D held = Point2D.ZERO;

    /// @param visit told which point of the picture is wanted in the middle
    Minimap(Consumer<Point> visit) {
        setId("minimap");
        getStyleClass().add("graph-minimap");
        resize(Overview.WIDTH, Overview.HEIGHT);
        var round = new Rectangle(Overview.WIDTH, Overview.HEIGHT);
        round.setArcWidth(14);
        round.setArcHeight(14);
        setClip(round);
        var edge = new Rectangle(0.5, 0.5, Overview.WIDTH - 1, Overview.HEIGHT - 1);
        edge.setArcWidth(14);
        edge.setArcHeight(14);
        edge.getStyleClass().add("graph-minimap-edge");
        frame.setArcWidth(8);
        frame.setArcHeight(8);
        frame.getStyleClass().add("graph-minimap-frame");
        picture.setFitWidth(Overview.WIDTH);
        picture.setFitHeight(Overview.HEIGHT);
        getChildren().setAll(picture, edge, frame);
        setFocusTraversable(false);
        setVisible(false);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        setOnMousePressed(event -> {
            boolean onFrame = frame.contains(event.getX(), event.getY());
            held =
                    onFrame
                            ? new Point2D(
                                    event.getX() - frame.getX() - frame.getWidth() / 2,
                                    event.getY() - frame.getY() - frame.getHeight() / 2)
                            : Point2D.ZERO;
            if (!onFrame) {
                go(event, visit);
            }
        });
        setOnMouseDragged(event -> go(event, visit));
    }

    private void go(MouseEvent event, Consumer<Point> visit) {
        if (event.getButton() == MouseButton.PRIMARY && overview != null) {
            visit.accept(
                    overview.inside()
                            .inside(event.getX() - held.getX(), event.getY() - held.getY()));
        }
    }

    /// Takes what has been painted.
    void take(Overview painted) {
        overview = painted;
        Bitmap pixels = painted.picture();
        picture.setImage(
                new WritableImage(
                        new PixelBuffer<>(
                                pixels.width(),
                                pixels.height(),
                                IntBuffer.wrap(pixels.pixels()),
                                PixelFormat.getIntArgbPreInstance())));
    }

    /// @param seen what of the picture is in the window; null when there is no room for this
    void show(@Nullable Scenery scenery, @Nullable Rect seen) {
        if (scenery == null) {
            overview = null; // the next picture is that of another graph
        }
        Overview now = overview;
        setVisible(scenery != null && seen != null && now != null);
        if (scenery == null || seen == null || now == null || now.scenery() != scenery) {
            return; // the picture that belongs to it is on its way
        }
        Rect around = clipped(now.inside().outside(seen));
        frame.setX(around.x());
        frame.setY(around.y());
        frame.setWidth(around.width());
        frame.setHeight(around.height());
    }

    private static Rect clipped(Rect frame) {
        double left = Math.clamp(frame.x(), 3.5, Overview.WIDTH - 8);
        double top = Math.clamp(frame.y(), 3.5, Overview.HEIGHT - 8);
        double right = Math.clamp(frame.right(), left + 4, Overview.WIDTH - 3.5);
        double bottom = Math.clamp(frame.bottom(), top + 4, Overview.HEIGHT - 3.5);
        return new Rect(left, top, right - left, bottom - top);
    }
}
