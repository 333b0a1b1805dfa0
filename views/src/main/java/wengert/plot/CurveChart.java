package wengert.plot;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import wengert.explore.Descent;
import wengert.explore.Reach;
import wengert.explore.Scale;
import wengert.explore.Slice;
import wengert.session.Inputs;
import wengert.session.Session;

/// The value along one number, its derivative below, and the tangent at the point where the inputs are. The point is moved by
/// pressing and dragging anywhere, or with the arrow keys.
final class CurveChart extends Chart {

    /// In less height there is no room for the derivative.
    private static final double ROOM_FOR_BOTH = 150;

    private static final double FOR_VALUE = 0.6;
    private static final double BETWEEN = 10;

    private final Inputs inputs;
    private final ObjectProperty<@Nullable Slice> slice = new SimpleObjectProperty<>(this, "slice");
    private final ObjectProperty<Reach> view =
            new SimpleObjectProperty<>(this, "view", new Reach(-1, 1));

    CurveChart(Session session, ObservableValue<Boolean> shown) {
        super(session, shown);
        this.inputs = session.inputs();
        setAccessibleText("The value along a number that goes in");
        slice.addListener(_ -> repaint());
        view.addListener(_ -> repaint());
        inputs.answer().addListener(_ -> repaint());
        inputs.numbers().addListener(_ -> repaint());
        inputs.way().addListener(_ -> repaint());
        setOnMousePressed(this::take);
        setOnMouseDragged(this::take);
        letGoOf(inputs);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                everything();
            }
        });
        setOnScroll(this::zoom);
        setOnKeyPressed(this::pressed);
    }

    /// What is shown.
    ObjectProperty<@Nullable Slice> slice() {
        return slice;
    }

    /// From where to where it is shown.
    ObjectProperty<Reach> view() {
        return view;
    }

    private int number() {
        return inputs.chosen().get();
    }

    private void take(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || number() >= inputs.names().size()) {
            return;
        }
        hold();
        double place = Math.clamp((event.getX() - LEFT) / (getWidth() - LEFT - RIGHT), 0, 1);
        inputs.set(number(), view.get().snap(Scale.of(view.get()).at(place)));
        event.consume();
    }

    private void zoom(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double place = Math.clamp((event.getX() - LEFT) / (getWidth() - LEFT - RIGHT), 0, 1);
            zoom(Math.pow(1.2, -Math.signum(event.getDeltaY())), place);
            event.consume();
        }
    }

    /// @param place what stays where it is
    private void zoom(double factor, double place) {
        Reach now = view.get();
        double still = now.low() + place * now.width();
        double width = now.width() * factor;
        if (width > 1e-9 * Math.max(1, Math.abs(still)) && width < 1e12) {
            view.set(new Reach(still - place * width, still + (1 - place) * width));
        }
    }

    private void everything() {
        if (number() < inputs.names().size()) {
            view.set(inputs.reach(number()));
        }
    }

    private void pressed(KeyEvent event) {
        if (number() >= inputs.names().size()) {
            return;
        }
        double x = inputs.numbers().get()[number()];
        double step = view.get().step() * steps(event);
        switch (event.getCode()) {
            case LEFT -> inputs.set(number(), view.get().snap(x - step));
            case RIGHT -> inputs.set(number(), view.get().snap(x + step));
            case PLUS, EQUALS, ADD -> zoom(1 / 1.5, 0.5);
            case MINUS, SUBTRACT -> zoom(1.5, 0.5);
            case DIGIT0, NUMPAD0 -> everything();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    void paint(GraphicsContext g, Inks inks, double width, double height) {
        Slice shown = slice.get();
        if (shown == null) {
            return;
        }
        double room = height - ABOVE - BELOW;
        boolean both = room >= ROOM_FOR_BOTH;
        double first = both ? (room - BETWEEN) * FOR_VALUE : room;
        Scale across = Scale.of(view.get());
        double wide = width - LEFT - RIGHT;
        Scale up = Scale.around(seen(shown, shown.value()));
        var upper = new Area(LEFT, ABOVE, wide, first, across, up);
        gaps(g, inks, upper, shown);
        axes(g, inks, upper, both ? Axis.BARE : Axis.WRITTEN);
        double seen = up.high() - up.low();
        curve(g, upper, inks.value(), shown, shown.value(), i -> shown.goesOn(i, seen));
        way(g, inks, upper, shown);
        point(g, inks, upper, inks.value(), inputs.value(), slope());
        if (both) {
            double top = ABOVE + first + BETWEEN;
            Scale slopes = Scale.around(seen(shown, shown.slope()));
            var lower = new Area(LEFT, top, wide, room - first - BETWEEN, across, slopes);
            axes(g, inks, lower, Axis.WRITTEN);
            double range = slopes.high() - slopes.low();
            curve(g, lower, inks.adjoint(), shown, shown.slope(), i -> shown.slopeGoesOn(i, range));
            point(g, inks, lower, inks.adjoint(), slope(), Double.NaN);
        }
    }

    /// What of a row of numbers is in view.
    private double[] seen(Slice shown, double[] of) {
        double[] seen = new double[of.length];
        int count = 0;
        for (int i = 0; i < of.length; i++) {
            if (view.get().holds(shown.x()[i])) {
                seen[count++] = of[i];
            }
        }
        return Arrays.copyOf(seen, count);
    }

    private double slope() {
        double[] gradient = inputs.gradient();
        return number() < gradient.length ? gradient[number()] : Double.NaN;
    }

    /// Where there is no value.
    private static void gaps(GraphicsContext g, Inks inks, Area area, Slice shown) {
        g.setFill(Inks.faint(inks.line(), 0.35));
        double[] x = shown.x();
        for (int i = 0; i < x.length; i++) {
            int from = i;
            while (i < x.length && Double.isNaN(shown.value()[i])) {
                i++;
            }
            if (i > from) {
                double left = Math.max(area.left(), area.x(x[from]));
                double right = Math.min(area.right(), area.x(x[Math.min(i, x.length - 1)]));
                g.fillRect(left, area.top(), Math.max(0, right - left), area.height());
            }
        }
    }

    private static void curve(
            GraphicsContext g,
            Area area,
            Color color,
            Slice shown,
            double[] y,
            IntPredicate goesOn) {
        inside(
                g,
                area,
                () -> {
                    g.setStroke(color);
                    g.setLineWidth(1.8);
                    g.beginPath();
                    boolean drawing = false;
                    for (int i = 0; i < y.length; i++) {
                        if (!Double.isFinite(y[i])) {
                            drawing = false;
                            continue;
                        }
                        double px = area.x(shown.x()[i]);
                        double py = area.y(y[i]);
                        if (drawing) {
                            g.lineTo(px, py);
                        } else {
                            g.moveTo(px, py);
                            g.lineTo(px + 0.1, py); // a single place is a dot
                        }
                        drawing = i + 1 < y.length && goesOn.test(i);
                    }
                    g.stroke();
                });
    }

    private void point(
            GraphicsContext g, Inks inks, Area area, Color color, double y, double slope) {
        double[] numbers = inputs.numbers().get();
        if (number() >= numbers.length || !Double.isFinite(y)) {
            return;
        }
        double x = numbers[number()];
        inside(
                g,
                area,
                () -> {
                    g.setStroke(Inks.faint(inks.text(), 0.35));
                    g.setLineWidth(1);
                    g.strokeLine(area.x(x), area.top(), area.x(x), area.bottom());
                    if (Double.isFinite(slope)) {
                        DoubleUnaryOperator line = at -> y + slope * (at - x);
                        double low = area.across().low();
                        double high = area.across().high();
                        g.setStroke(inks.tangent());
                        g.setLineWidth(1.5);
                        g.strokeLine(
                                area.left(),
                                steep(area, line.applyAsDouble(low)),
                                area.right(),
                                steep(area, line.applyAsDouble(high)));
                    }
                    handle(g, inks, color, area.x(x), area.y(y));
                    if (isFocused()) {
                        g.setStroke(color);
                        g.setLineWidth(1.2);
                        g.strokeOval(area.x(x) - 8.5, area.y(y) - 8.5, 17, 17);
                    }
                });
    }

    /// As [Area#y], without an end, so that a steep line keeps its direction.
    private static double steep(Area area, double number) {
        double place = Math.clamp(area.up().place(number), -1e6, 1e6);
        return area.top() + area.height() * (1 - place);
    }

    /// Where a descent along this only number came by.
    private void way(GraphicsContext g, Inks inks, Area area, Slice shown) {
        Descent.Way way = inputs.way().get();
        if (way == null || inputs.names().size() != 1) {
            return;
        }
        inside(
                g,
                area,
                () -> {
                    g.setFill(Inks.faint(inks.adjoint(), 0.75));
                    for (double[] place : way.places()) {
                        double y = at(shown, place[0]);
                        if (Double.isFinite(y)) {
                            g.fillOval(area.x(place[0]) - 2.5, area.y(y) - 2.5, 5, 5);
                        }
                    }
                });
    }

    /// The value between the places that were asked.
    private static double at(Slice shown, double x) {
        double[] all = shown.x();
        int found = Arrays.binarySearch(all, x);
        if (found >= 0 || found == -1 || found == -all.length - 1) {
            return found >= 0 ? shown.value()[found] : Double.NaN;
        }
        int i = -found - 2;
        double part = (x - all[i]) / (all[i + 1] - all[i]);
        return (1 - part) * shown.value()[i] + part * shown.value()[i + 1];
    }
}
