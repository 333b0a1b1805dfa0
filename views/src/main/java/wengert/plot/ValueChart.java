package wengert.plot;

import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import wengert.explore.Descent;
import wengert.explore.Scale;
import wengert.session.Session;

/// The value after each step of a descent: by powers of ten where it runs through several.
final class ValueChart extends Chart {

    /// Where the largest value is so many times the least, equal distances are equal ratios.
    private static final double MANY = 20;

    private final ObjectProperty<Descent.@Nullable Way> way =
            new SimpleObjectProperty<>(this, "way");

    ValueChart(Session session, ObservableValue<Boolean> shown) {
        super(session, shown);
        setAccessibleText("The value after each step of the descent");
        way.addListener(_ -> repaint());
    }

    ObjectProperty<Descent.@Nullable Way> way() {
        return way;
    }

    @Override
    void paint(GraphicsContext g, Inks inks, double width, double height) {
        Descent.Way shown = way.get();
        if (shown == null) {
            return;
        }
        double[] values = shown.values();
        var across = new Scale(0, Math.max(1, shown.taken()), false);
        Scale up = scale(values);
        var area = new Area(LEFT, ABOVE, width - LEFT - RIGHT, height - ABOVE - BELOW, across, up);
        axes(g, inks, area, Axis.WRITTEN);
        inside(
                g,
                area,
                () -> {
                    g.setStroke(inks.value());
                    g.setLineWidth(1.8);
                    g.beginPath();
                    boolean drawing = false;
                    double last = Double.NEGATIVE_INFINITY;
                    for (int k = 0; k < values.length; k++) {
                        if (!Double.isFinite(values[k]) || up.logarithmic() && values[k] <= 0) {
                            drawing = false;
                            continue;
                        }
                        double x = area.x(k);
                        if (drawing && x - last < 0.2 && k < values.length - 1) {
                            continue; // more steps than there are pixels
                        }
                        if (drawing) {
                            g.lineTo(x, area.y(values[k]));
                        } else {
                            g.moveTo(x, area.y(values[k]));
                        }
                        drawing = true;
                        last = x;
                    }
                    g.stroke();
                });
        double end = values[values.length - 1];
        if (Double.isFinite(end) && !(up.logarithmic() && end <= 0)) {
            handle(g, inks, inks.value(), area.x(shown.taken()), area.y(end));
        }
    }

    private static Scale scale(double[] values) {
        double least =
                Arrays.stream(values).filter(v -> v > 0 && Double.isFinite(v)).min().orElse(1);
        double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        boolean powers = Arrays.stream(values).noneMatch(v -> v < 0) && most > MANY * least;
        if (powers) {
            return Scale.ofPowers(Math.max(least, Double.MIN_NORMAL), most);
        }
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double room = most > low ? 0.06 * (most - low) : 1;
        return new Scale(low - room, most + room, false);
    }
}
