package wengert.tape;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Value;

/// The gradient of the inputs as far as it has come, as bars.
final class GradientSoFar extends VBox {

    private static final int MOST_INPUTS = 6;

    private final ObservableValue<@Nullable Frame> frame;

    GradientSoFar(ObservableValue<@Nullable Frame> frame) {
        this.frame = frame;
        setId("gradient");
        frame.addListener(_ -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        Frame moment = frame.getValue();
        if (moment == null || !moment.reversing()) {
            return;
        }
        var title = new Label("GRADIENT SO FAR");
        title.getStyleClass().add("panel-title");
        getChildren().add(title);
        moment.graph().inputs().stream()
                .limit(MOST_INPUTS)
                .forEach(input -> getChildren().add(line(moment, input)));
    }

    private static HBox line(Frame moment, Node input) {
        var name = new Label(moment.graph().label(input));
        name.getStyleClass().add("share-name");
        name.setMinWidth(46);
        var bars = bars(moment, input);
        HBox.setHgrow(bars, Priority.ALWAYS);
        var line = new HBox(name, bars);
        line.getStyleClass().add("gradient");
        return line;
    }

    private static javafx.scene.Node bars(Frame moment, Node input) {
        Value adjoint = moment.adjoint(input);
        double[] numbers = adjoint == null ? null : numbers(adjoint);
        if (numbers != null && numbers.length > 0 && numbers.length <= Bars.MOST) {
            return new Bars(numbers);
        }
        String text =
                switch (moment.arrival(input)) {
                    case NONE -> "none: the result does not depend on it";
                    case AWAITED -> "not yet";
                    case PARTIAL, COMPLETE -> adjoint == null ? "" : Digits.text(adjoint);
                };
        var label = new Label(text);
        label.getStyleClass().add("share-text");
        return label;
    }

    private static double @Nullable [] numbers(Value value) {
        return switch (value) {
            case Scalar number -> new double[] {number.toDouble()};
            case ArrayValue array -> {
                double[] numbers = new double[Math.min(array.length(), Bars.MOST + 1)];
                for (int i = 0; i < numbers.length; i++) {
                    if (!(array.get(i) instanceof Scalar number)) {
                        yield null;
                    }
                    numbers[i] = number.toDouble();
                }
                yield numbers;
            }
            default -> null;
        };
    }
}
