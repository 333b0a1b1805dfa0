package wengert.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.util.Duration;
import wengert.drawing.Face;
import wengert.layout.Rect;
import wengert.story.Dossier;
import wengert.theme.Signs;

/// Everything known of a card, in a small window beside it that comes after a moment and stays over the graph, so that
/// it hides neither the card nor the panels where the same node is marked.
final class Details {

    private static final Duration PATIENCE = Duration.millis(700);
    private static final double GAP = 14;
    private static final double WIDEST = 520;
    private static final double LEAST = 280;

    private final Region owner;
    private final Popup popup = new Popup();
    private final VBox content = new VBox();
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    Details(Region owner) {
        this.owner = owner;
        content.setId("node-details");
        content.getStyleClass().add("node-details");
        popup.getContent().add(content);
        popup.setAutoFix(false); // it is placed so that it does not cover what it is about
        popup.setAutoHide(true);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// Does something after a moment, unless something else happens meanwhile.
    void soon(Runnable telling) {
        hide();
        patience.setOnFinished(_ -> telling.run());
        patience.playFromStart();
    }

    /// Tells of a card at once.
    ///
    /// @param card where it is in the window
    void tell(Dossier dossier, Bounds card) {
        patience.stop();
        fill(dossier);
        Bounds at = owner.localToScreen(card);
        if (at == null || owner.getScene() == null) {
            popup.hide(); // the window is gone
            return;
        }
        if (!popup.isShowing()) {
            popup.show(owner, at.getMinX(), at.getMaxY() + GAP);
        }
        content.applyCss();
        content.autosize(); // what has been told anew may be larger
        content.layout();
        place(at);
    }

    void hide() {
        patience.stop();
        popup.hide();
    }

    private void fill(Dossier dossier) {
        double widest = Math.clamp(owner.getWidth() - 2 * GAP, LEAST, WIDEST);
        boolean rows = dossier.rows().stream().anyMatch(row -> row.text().contains("\n"));
        content.setMaxWidth(rows ? WIDEST : widest);
        var title = new Label();
        title.getStyleClass().add("node-details-title");
        title.setWrapText(true);
        Signs.put(title, dossier.title(), Face.BOLD);
        var grid = new GridPane();
        grid.getStyleClass().add("node-details-rows");
        int line = 0;
        for (Dossier.Row row : dossier.rows()) {
            var name = new Label(row.name());
            name.getStyleClass().add("node-details-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(name, VPos.TOP);
            Region text = text(row.text(), widest - 130);
            text.getStyleClass()
                    .addAll("node-details-text", row.kind().name().toLowerCase(Locale.ROOT));
            grid.addRow(line++, name, text);
        }
        content.getChildren().setAll(title, grid);
    }

    /// Several lines stay what they are: an array, whose rows make no sense broken.
    private static Region text(String text, double room) {
        if (text.indexOf('\n') >= 0) {
            var rows = new Label(text);
            rows.setMinWidth(Region.USE_PREF_SIZE);
            return rows;
        }
        var line = new TextFlow();
        Signs.put(line, text, Face.MONO);
        line.setMaxWidth(room);
        return line;
    }

    private void place(Bounds card) {
        Rect beside = beside(rect(card), content.getWidth(), content.getHeight(), room(card));
        popup.setX(beside.x());
        popup.setY(beside.y());
    }

    /// What of the graph is on the screen. The panels around it show the same node, and are not to be covered.
    private Rect room(Bounds card) {
        Bounds graph = owner.localToScreen(owner.getLayoutBounds());
        var screens =
                Screen.getScreensForRectangle(
                        card.getMinX(), card.getMinY(), card.getWidth(), card.getHeight());
        Rectangle2D screen =
                (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
        double left = Math.max(screen.getMinX(), graph.getMinX());
        double top = Math.max(screen.getMinY(), graph.getMinY());
        double right = Math.min(screen.getMaxX(), graph.getMaxX());
        double bottom = Math.min(screen.getMaxY(), graph.getMaxY());
        return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static Rect rect(Bounds at) {
        return new Rect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    }

    /// Where something of a size covers least of a card and nothing outside of the room: above the card, where it is
    /// farthest from the formula and the timeline, else below it or on a side.
    static Rect beside(Rect card, double width, double height, Rect room) {
        var places =
                List.of(
                        inside(card.x(), card.y() - GAP - height, width, height, room),
                        inside(card.x(), card.bottom() + GAP, width, height, room),
                        inside(card.x() - GAP - width, card.y(), width, height, room),
                        inside(card.right() + GAP, card.y(), width, height, room));
        return places.stream().min(Comparator.comparingDouble(card::overlap)).orElseThrow();
    }

    /// The nearest place in the room; what is too large for it keeps clear of what is below and on the right.
    private static Rect inside(double x, double y, double width, double height, Rect room) {
        double left = Math.min(Math.max(x, room.x()), room.right() - width);
        double top = Math.min(Math.max(y, room.y()), room.bottom() - height);
        return new Rect(left, top, width, height);
    }
}
