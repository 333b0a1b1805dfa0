package wengert.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Duration;
import wengert.story.Digits;
import wengert.value.Float64;

/// Numbers as bars from a common zero line; with as many of their digits as there is room for, or none.
final class Bars extends Region {

    /// More than this could not be told apart.
    static final int MOST = 120;

    private static final double HEIGHT = 84;
    private static final double DIGITS = 18;
    private static final double WIDEST = 64;
    private static final double BETWEEN = 3; // so that two numbers do not read as one

    private final Digits digits;
    private final double[] numbers;
    private final List<Label> names = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private final List<Region> places = new ArrayList<>();
    private final List<Text> labels = new ArrayList<>();
    private final Region zero = new Region();
    private double lowest;
    private double highest;

    Bars(Digits digits, double[] numbers) {
        this(digits, numbers, List.of());
    }

    /// @param names what stands below the bars; nothing if empty
    Bars(Digits digits, double[] numbers, List<String> names) {
        this.digits = digits;
        this.numbers = numbers;
        for (String name : names) {
            var place = new Region();
            places.add(place);
            getChildren().add(place);
            var label = new Label(name);
            label.setMouseTransparent(true);
            label.getStyleClass().add("bar-name");
            label.setAlignment(Pos.CENTER);
            this.names.add(label);
        }
        getStyleClass().add("bars");
        zero.getStyleClass().add("zero");
        getChildren().add(zero);
        for (double number : numbers) {
            double finite = Double.isFinite(number) ? number : 0;
            lowest = Math.min(lowest, finite);
            highest = Math.max(highest, finite);
            var bar = new Region();
            bar.getStyleClass().add("bar");
            bar.setMouseTransparent(true);
            bars.add(bar);
            var label = new Text();
            label.setTextOrigin(VPos.TOP);
            label.getStyleClass().add("bar-number");
            label.setMouseTransparent(true);
            labels.add(label);
        }
        double largest = Math.max(highest, -lowest);
        for (int i = 0; i < numbers.length; i++) {
            double share = largest > 0 ? Math.abs(numbers[i]) / largest : 0;
            bars.get(i).setOpacity(0.35 + 0.65 * (Double.isFinite(share) ? share : 1));
        }
        getChildren().addAll(bars);
        getChildren().addAll(labels);
        getChildren().addAll(this.names);
        widthProperty().subscribe(this::write);
    }

    /// Says of each bar that is pointed at what it stands for.
    ///
    /// @param said what is said of the bar `i`
    void explain(IntFunction<String> said) {
        setOnMouseEntered(_ -> {
            setOnMouseEntered(null); // a tooltip is a window, which most bars never need
            var tip = new Tooltip();
            tip.setShowDelay(Duration.millis(150));
            Tooltip.install(this, tip);
            setOnMouseMoved(event -> {
                int i = (int) (event.getX() / slot());
                tip.setText(i >= 0 && i < numbers.length ? said.apply(i) : "");
            });
        });
    }

    /// What lies behind a bar with a name, and is as high and wide as its place.
    Region place(int i) {
        return places.get(i);
    }

    private double slot() {
        return Math.min(WIDEST + 12, getWidth() / numbers.length);
    }

    /// With the most digits of which no number is wider than its place; a number cut short would be another one.
    private void write() {
        double room = slot() - BETWEEN;
        boolean fit = false;
        for (int count = digits.count(); count > 0 && !fit; count--) {
            fit = fit(new Digits(count), room);
        }
        for (Text label : labels) {
            label.setVisible(fit);
        }
    }

    private boolean fit(Digits fewer, double room) {
        boolean fit = room > BETWEEN;
        for (int i = 0; i < numbers.length && fit; i++) {
            labels.get(i).setText(fewer.element(new Float64(numbers[i])));
            fit = labels.get(i).getLayoutBounds().getWidth() <= room;
        }
        return fit;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT + (names.isEmpty() ? 0 : DIGITS);
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT + (names.isEmpty() ? 0 : DIGITS);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 100;
    }

    @Override
    protected void layoutChildren() {
        double slot = slot();
        double gap = slot > 20 ? 12 : slot > 6 ? 2 : 0;
        double below = lowest < 0 ? DIGITS : 0;
        double room = HEIGHT - DIGITS - below;
        double unit = highest > lowest ? room / (highest - lowest) : 0;
        double line = DIGITS + unit * highest;
        zero.resizeRelocate(
                0, Math.rint(line), Math.min(getWidth(), slot * numbers.length - gap), 1);
        for (int i = 0; i < numbers.length; i++) {
            double number = Double.isFinite(numbers[i]) ? numbers[i] : 0;
            double height = Math.max(1, Math.abs(number) * unit);
            double top = number >= 0 ? line - height : line;
            bars.get(i).resizeRelocate(i * slot, top, Math.max(1, slot - gap), height);
            Text label = labels.get(i);
            if (!names.isEmpty()) {
                names.get(i).resizeRelocate(i * slot, HEIGHT, slot - gap, DIGITS);
                places.get(i).resizeRelocate(i * slot - gap / 2, 0, slot, HEIGHT + DIGITS);
            }
            Bounds size = label.getLayoutBounds();
            label.relocate(
                    Math.rint(i * slot + (slot - gap - size.getWidth()) / 2),
                    Math.rint(
                            (number >= 0 ? top - DIGITS : top + height)
                                    + (DIGITS - size.getHeight()) / 2));
        }
    }
}
