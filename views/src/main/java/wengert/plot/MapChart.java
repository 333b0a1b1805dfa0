package wengert.plot;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import wengert.explore.Descent;
import wengert.explore.Reach;
import wengert.explore.Scale;
import wengert.explore.Terrain;
import wengert.session.Inputs;
import wengert.session.Session;

/// Lines of equal values over two numbers, the darker the higher; where the inputs are, which way is down from there, and the
/// way of the last descent.
final class MapChart extends Chart {

    private static final int LINES = 14;
    private static final double ARROW = 34;

    private final Inputs inputs;
    private final ObjectProperty<@Nullable Terrain> terrain =
            new SimpleObjectProperty<>(this, "terrain");
    private @Nullable Drawn drawn;

    /// What is found out of a terrain once, to be painted often.
    private record Drawn(
            Terrain of, Inks inks, WritableImage ground, List<List<Terrain.Piece>> lines) {}

    MapChart(Session session, ObservableValue<Boolean> shown) {
        super(session, shown);
        this.inputs = session.inputs();
        setAccessibleText("Lines of equal values over two numbers that go in");
        terrain.addListener(_ -> repaint());
        inputs.answer().addListener(_ -> repaint());
        inputs.numbers().addListener(_ -> repaint());
        inputs.way().addListener(_ -> repaint());
        setOnMousePressed(this::take);
        setOnMouseDragged(this::take);
        letGoOf(inputs);
        setOnKeyPressed(this::pressed);
    }

    ObjectProperty<@Nullable Terrain> terrain() {
        return terrain;
    }

    private Area area(Terrain shown, double width, double height) {
        return new Area(
                LEFT,
                ABOVE,
                width - LEFT - RIGHT,
                height - ABOVE - BELOW,
                Scale.of(shown.acrossReach()),
                Scale.of(shown.upReach()));
    }

    private void take(MouseEvent event) {
        Terrain shown = terrain.get();
        if (event.getButton() != MouseButton.PRIMARY || shown == null) {
            return;
        }
        hold();
        Area area = area(shown, getWidth(), getHeight());
        double[] x = inputs.numbers().get().clone();
        x[shown.across()] = shown.acrossReach().snap(area.numberAcross(event.getX()));
        x[shown.up()] = shown.upReach().snap(area.numberUp(event.getY()));
        inputs.set(x);
        event.consume();
    }

    private void pressed(KeyEvent event) {
        Terrain shown = terrain.get();
        if (shown == null) {
            return;
        }
        double by = steps(event);
        switch (event.getCode()) {
            case LEFT -> move(shown.across(), shown.acrossReach(), -by);
            case RIGHT -> move(shown.across(), shown.acrossReach(), by);
            case UP -> move(shown.up(), shown.upReach(), by);
            case DOWN -> move(shown.up(), shown.upReach(), -by);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int number, Reach reach, double steps) {
        double x = inputs.numbers().get()[number];
        inputs.set(number, reach.snap(x + steps * reach.step()));
    }

    @Override
    void paint(GraphicsContext g, Inks inks, double width, double height) {
        Terrain shown = terrain.get();
        double[] x = inputs.numbers().get();
        if (shown == null || Math.max(shown.across(), shown.up()) >= x.length) {
            return;
        }
        Area area = area(shown, width, height);
        Drawn lines = drawn(shown, inks);
        g.drawImage(lines.ground(), area.left(), area.top(), area.width(), area.height());
        axes(g, inks, area, Axis.WRITTEN);
        inside(
                g,
                area,
                () -> {
                    g.setLineWidth(1);
                    g.setStroke(Inks.faint(inks.value(), 0.55));
                    for (List<Terrain.Piece> line : lines.lines()) {
                        for (Terrain.Piece piece : line) {
                            g.strokeLine(
                                    area.left() + area.width() * piece.x1(),
                                    area.bottom() - area.height() * piece.y1(),
                                    area.left() + area.width() * piece.x2(),
                                    area.bottom() - area.height() * piece.y2());
                        }
                    }
                    way(g, inks, area, shown);
                    downhill(g, inks, area, shown, x);
                    double px = area.x(x[shown.across()]);
                    double py = area.y(x[shown.up()]);
                    handle(g, inks, inks.value(), px, py);
                    if (isFocused()) {
                        g.setStroke(inks.value());
                        g.setLineWidth(1.2);
                        g.strokeOval(px - 8.5, py - 8.5, 17, 17);
                    }
                });
    }

    private Drawn drawn(Terrain shown, Inks inks) {
        Drawn known = drawn;
        if (known == null || known.of() != shown || !known.inks().equals(inks)) {
            double[] levels = shown.levels(LINES);
            known =
                    new Drawn(
                            shown,
                            inks,
                            ground(shown, levels, inks),
                            Arrays.stream(levels).mapToObj(shown::line).toList());
            drawn = known;
        }
        return known;
    }

    /// The ground, darker from level to level.
    private static WritableImage ground(Terrain shown, double[] levels, Inks inks) {
        int n = shown.count();
        var image = new WritableImage(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                double value = shown.value()[j * n + i];
                int found = Arrays.binarySearch(levels, value);
                double part =
                        (found < 0 ? -found - 1 : found) / (double) Math.max(1, levels.length);
                Color color =
                        Double.isNaN(value)
                                ? Inks.faint(inks.line(), 0.35)
                                : Inks.faint(inks.value(), 0.02 + 0.28 * part);
                image.getPixelWriter().setColor(i, n - 1 - j, color);
            }
        }
        return image;
    }

    private void way(GraphicsContext g, Inks inks, Area area, Terrain shown) {
        Descent.Way way = inputs.way().get();
        if (way == null || way.last().length != inputs.names().size()) {
            return;
        }
        g.setStroke(inks.adjoint());
        g.setLineWidth(1.8);
        g.beginPath();
        boolean first = true;
        for (double[] place : way.places()) {
            double px = area.x(Math.clamp(place[shown.across()], -1e12, 1e12));
            double py = area.y(place[shown.up()]);
            if (first) {
                g.moveTo(px, py);
                first = false;
            } else {
                g.lineTo(px, py);
            }
        }
        g.stroke();
        double[] end = way.last();
        g.setLineWidth(2);
        g.strokeOval(area.x(end[shown.across()]) - 5, area.y(end[shown.up()]) - 5, 10, 10);
    }

    /// An arrow against the gradient.
    private void downhill(GraphicsContext g, Inks inks, Area area, Terrain shown, double[] x) {
        double[] gradient = inputs.gradient();
        double dx = -gradient[shown.across()] * area.width() / shown.acrossReach().width();
        double dy = gradient[shown.up()] * area.height() / shown.upReach().width();
        double length = Math.hypot(dx, dy);
        if (!(length > 0) || !Double.isFinite(length)) {
            return;
        }
        double px = area.x(x[shown.across()]);
        double py = area.y(x[shown.up()]);
        double ex = px + ARROW * dx / length;
        double ey = py + ARROW * dy / length;
        double angle = Math.atan2(dy, dx);
        g.setStroke(inks.adjoint());
        g.setLineWidth(2);
        g.strokeLine(px, py, ex, ey);
        for (double side : new double[] {2.6, -2.6}) {
            g.strokeLine(ex, ey, ex + 8 * Math.cos(angle + side), ey + 8 * Math.sin(angle + side));
        }
    }
}
