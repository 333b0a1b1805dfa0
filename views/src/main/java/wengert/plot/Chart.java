package wengert.plot;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import wengert.explore.Scale;
import wengert.session.Inputs;
import wengert.session.Session;

/// A canvas with axes, as large as there is room.
abstract class Chart extends Region {

    /// Room for the numbers at the left and below.
    static final double LEFT = 50;

    static final double BELOW = 20;
    static final double RIGHT = 16;
    static final double ABOVE = 8;

    private static final double LARGEST_STEP = 10;
    private static final double TICKS_APART_ACROSS = 58;
    private static final double TICKS_APART_UP = 30;
    private static final Font NUMBERS = Font.font("Inter", 10.5);

    private final Session session;
    private final ObservableValue<Boolean> shown;
    private final Canvas canvas = new Canvas();
    private boolean awaited;
    private boolean held;

    /// @param shown whether it is looked at; while it is not, nothing is painted
    Chart(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        getStyleClass().add("chart");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(60, 60);
        session.dark().addListener(_ -> repaint());
        visibleProperty().addListener(_ -> repaint());
        shown.addListener(_ -> repaint());
    }

    /// Paints everything anew, once for all that changes at a time.
    final void repaint() {
        if (!awaited && shown.getValue()) {
            awaited = true;
            Platform.runLater(this::draw);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, Math.floor(getWidth()));
        double height = Math.max(1, Math.floor(getHeight()));
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            draw();
        }
    }

    private void draw() {
        awaited = false;
        if (!shown.getValue()) {
            return;
        }
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        if (isVisible() && width > LEFT + 40 && height > 50) {
            paint(g, Inks.of(session.theme()), width, height);
        }
    }

    abstract void paint(GraphicsContext g, Inks inks, double width, double height);

    /// Paints the axes of an area, and a line across it at each number.
    ///
    /// @param below whether the numbers of the axis at the bottom are written
    static void axes(GraphicsContext g, Inks inks, Area area, Axis below) {
        g.setFont(NUMBERS);
        g.setFill(inks.muted());
        g.setLineWidth(1);
        g.setStroke(Inks.faint(inks.line(), 0.7));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        double end = -1e9;
        int rows = (int) Math.max(2, area.height() / TICKS_APART_UP);
        for (Scale.Tick tick : area.up().ticks(rows)) {
            double y = Math.round(area.y(tick.at())) + 0.5;
            g.strokeLine(area.left(), y, area.right(), y);
            if (y > area.top() + 3 && y < area.bottom() + 1) {
                g.fillText(tick.text(), area.left() - 6, y, LEFT - 8);
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        int columns = (int) Math.max(2, area.width() / TICKS_APART_ACROSS);
        for (Scale.Tick tick : area.across().ticks(columns)) {
            double x = Math.round(area.x(tick.at())) + 0.5;
            g.strokeLine(x, area.top(), x, area.bottom());
            double half = 3.2 * tick.text().length();
            if (below == Axis.WRITTEN && x - half > end && x + half < area.right() + RIGHT) {
                g.fillText(tick.text(), x, area.bottom() + 5);
                end = x + half + 6;
            }
        }
        g.setStroke(inks.line());
        g.strokeRect(
                Math.round(area.left()) + 0.5,
                Math.round(area.top()) + 0.5,
                Math.rint(area.width()),
                Math.rint(area.height()));
    }

    /// Whether numbers stand at an axis.
    enum Axis {
        WRITTEN,
        BARE
    }

    /// A number that was got hold of.
    static void handle(GraphicsContext g, Inks inks, Color color, double x, double y) {
        g.setFill(inks.ground());
        g.fillOval(x - 7, y - 7, 14, 14);
        g.setFill(color);
        g.fillOval(x - 5, y - 5, 10, 10);
    }

    /// Paints what does not reach out of an area.
    static void inside(GraphicsContext g, Area area, Runnable painting) {
        g.save();
        g.beginPath();
        g.rect(area.left(), area.top(), area.width(), area.height());
        g.clip();
        painting.run();
        g.restore();
    }

    /// Takes numbers by the hand: by pressing, dragging and keys. When the hand lets go, so do the inputs.
    final void letGoOf(Inputs inputs) {
        getStyleClass().add("takes-arrows");
        setFocusTraversable(true);
        focusedProperty().addListener(_ -> repaint());
        setOnKeyReleased(_ -> inputs.letGo());
        setOnMouseReleased(_ -> {
            if (held) {
                held = false;
                inputs.letGo();
            }
        });
    }

    /// The hand has got hold of a number.
    final void hold() {
        requestFocus();
        held = true;
    }

    /// How many steps a key goes: many with Shift.
    static double steps(KeyEvent event) {
        return event.isShiftDown() ? LARGEST_STEP : 1;
    }
}
