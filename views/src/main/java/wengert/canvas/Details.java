package wengert.canvas;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.util.Duration;
import wengert.drawing.Face;
import wengert.story.Dossier;
import wengert.theme.Signs;

/// Everything known of a card, in a small window beside it that comes after a moment and is never off the screen.
final class Details {

    private static final Duration PATIENCE = Duration.millis(450);
    private static final double GAP = 14;
    private static final double WIDEST = 520;

    private final Region owner;
    private final Popup popup = new Popup();
    private final VBox content = new VBox();
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    Details(Region owner) {
        this.owner = owner;
        content.setId("node-details");
        content.getStyleClass().add("node-details");
        content.setMaxWidth(WIDEST);
        popup.getContent().add(content);
        popup.setAutoFix(false); // it is placed so that it does not cover what it is about
        popup.setAutoHide(true);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// Tells of a card after a moment, unless something else happens meanwhile.
    ///
    /// @param card where it is in the window
    void tellSoon(Dossier dossier, Bounds card) {
        hide();
        patience.setOnFinished(_ -> tell(dossier, card));
        patience.playFromStart();
    }

    /// Tells of a card at once.
    void tell(Dossier dossier, Bounds card) {
        hide();
        fill(dossier);
        Bounds at = owner.localToScreen(card);
        if (at == null || owner.getScene() == null) {
            return; // the window is gone
        }
        popup.show(owner, at.getMinX(), at.getMaxY() + GAP);
        content.applyCss();
        content.layout();
        place(at);
    }

    void hide() {
        patience.stop();
        popup.hide();
    }

    private void fill(Dossier dossier) {
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
            var text = new Label();
            text.getStyleClass()
                    .addAll("node-details-text", row.kind().name().toLowerCase(Locale.ROOT));
            text.setMaxWidth(WIDEST - 130);
            put(text, row.text());
            grid.addRow(line++, name, text);
        }
        content.getChildren().setAll(title, grid);
    }

    /// Several lines stay what they are; one line may have signs that the font has not.
    private static void put(Label label, String text) {
        if (text.indexOf('\n') >= 0 || text.length() > 48) {
            label.setText(text);
            label.setWrapText(true);
        } else {
            Signs.put(label, text, Face.MONO);
        }
    }

    /// Below the card where there is room; else above it, and at the worst beside it.
    private void place(Bounds card) {
        var screens =
                Screen.getScreensForRectangle(
                        card.getMinX(), card.getMinY(), card.getWidth(), card.getHeight());
        Rectangle2D screen =
                (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
        double width = popup.getWidth();
        double height = popup.getHeight();
        double x = Math.max(screen.getMinX(), Math.min(card.getMinX(), screen.getMaxX() - width));
        double below = card.getMaxY() + GAP;
        double above = card.getMinY() - GAP - height;
        if (below + height <= screen.getMaxY()) {
            move(x, below);
        } else if (above >= screen.getMinY()) {
            move(x, above);
        } else {
            double right = card.getMaxX() + GAP;
            boolean fits = right + width <= screen.getMaxX();
            move(
                    fits ? right : Math.max(screen.getMinX(), card.getMinX() - GAP - width),
                    Math.max(screen.getMinY(), screen.getMaxY() - height));
        }
    }

    private void move(double x, double y) {
        popup.setX(x);
        popup.setY(y);
    }
}
