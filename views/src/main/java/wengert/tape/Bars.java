package wengert.tape;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import wengert.story.Digits;
import wengert.value.Float64;

/// Numbers as bars from a common zero line; with their digits where there is room.
final class Bars extends Region {

    /// More than this could not be told apart.
    static final int MOST = 120;

    private static final double HEIGHT = 84;
    private static final double DIGITS = 18;
    private static final double WIDEST = 64;
    private static final double ROOM_FOR_DIGITS = 34;

    private final double[] numbers;
    private final List<Label> names = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Region zero = new Region();
    private double lowest;
    private double highest;

    Bars(Digits digits, double[] numbers) {
        this(digits, numbers, List.of());
    }

    /// @param names what stands below the bars; nothing if empty
    Bars(Digits digits, double[] numbers, List<String> names) {
        this.numbers = numbers;
        for (String name : names) {
            var label = new Label(name);
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
            bars.add(bar);
            var label = new Label(digits.element(new Float64(number)));
            label.getStyleClass().add("bar-number");
            label.setMinWidth(0);
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
        double slot = Math.min(WIDEST + 12, getWidth() / numbers.length);
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
            Label label = labels.get(i);
            label.setVisible(slot >= ROOM_FOR_DIGITS);
            if (!names.isEmpty()) {
                names.get(i).resizeRelocate(i * slot, HEIGHT, slot - gap, DIGITS);
            }
            double width = Math.min(slot, label.prefWidth(-1));
            label.resizeRelocate(
                    i * slot + (slot - gap - width) / 2,
                    number >= 0 ? top - DIGITS : top + height,
                    width,
                    DIGITS);
        }
    }
}
