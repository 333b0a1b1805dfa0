package wengert.canvas;

import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.session.Session;

/// What hand and keyboard do with the graph: drag to pan, wheel or pinch to zoom, point to ask, double-click to fold.
final class Gestures {

    private final GraphCanvas canvas;
    private final Session session;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Point2D grabbed;
    private @Nullable Card pointed;

    Gestures(GraphCanvas canvas, Session session) {
        this.canvas = canvas;
        this.session = session;
        tooltip.setShowDelay(Duration.millis(450));
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
    }

    void install() {
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(_ -> release());
        canvas.setOnMouseMoved(event -> point(canvas.cardAt(event.getX(), event.getY())));
        canvas.setOnMouseExited(_ -> point(null));
        canvas.setOnMouseClicked(this::click);
        canvas.setOnScroll(this::scroll);
        canvas.setOnZoom(this::pinch);
        canvas.addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE) {
            grabbed = new Point2D(event.getX(), event.getY());
        }
    }

    private void drag(MouseEvent event) {
        if (grabbed != null) {
            canvas.setCursor(Cursor.CLOSED_HAND);
            canvas.camera().pan(event.getX() - grabbed.getX(), event.getY() - grabbed.getY());
            grabbed = new Point2D(event.getX(), event.getY());
        }
    }

    private void release() {
        grabbed = null;
        canvas.setCursor(Cursor.DEFAULT);
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            canvas.toggleFold(event.getX(), event.getY());
        }
    }

    /// A wheel zooms; two fingers on a trackpad pan, and zoom while Ctrl is held.
    private void scroll(ScrollEvent event) {
        boolean fingers = event.isDirect() || event.getTouchCount() > 0 || event.isInertia();
        if (fingers && !event.isControlDown() && !event.isShortcutDown()) {
            canvas.camera().pan(event.getDeltaX(), event.getDeltaY());
        } else if (event.isShiftDown()) {
            canvas.camera().pan(event.getDeltaX() + event.getDeltaY(), 0);
        } else if (event.getDeltaY() != 0) {
            canvas.camera().zoomAt(Math.pow(1.0018, event.getDeltaY()), event.getX(), event.getY());
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        canvas.camera().zoomAt(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void type(KeyEvent event) {
        switch (event.getCharacter()) {
            case "+", "=" -> canvas.zoomIn();
            case "-", "−" -> canvas.zoomOut();
            case "0", "1" -> canvas.actualSize();
            case "f", "F" -> canvas.fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void point(@Nullable Card card) {
        if (Objects.equals(card, pointed)) {
            return;
        }
        pointed = card;
        session.pointed().set(card == null ? null : VisibleGraph.shownOf(card));
        if (card == null) {
            Tooltip.uninstall(canvas, tooltip);
            tooltip.hide();
        } else {
            tooltip.setText(canvas.describe(card));
            Tooltip.install(canvas, tooltip);
        }
    }
}
