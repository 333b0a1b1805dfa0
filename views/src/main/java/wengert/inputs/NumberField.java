package wengert.inputs;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import wengert.session.Inputs;
import wengert.story.Digits;
import wengert.value.Float64;
import wengert.value.Show;

/// One number, to be read, typed, or moved with the arrow keys. While it is not being typed it has as many digits as there is
/// room for.
final class NumberField extends TextField {

    private final Inputs inputs;
    private final int number;
    private double value = Double.NaN;

    /// @param number which of the inputs' numbers
    NumberField(Inputs inputs, int number) {
        this.inputs = inputs;
        this.number = number;
        getStyleClass().add("number-field");
        setPrefColumnCount(5);
        setId("input-" + number);
        setAccessibleText(inputs.names().get(number));
        focusedProperty().addListener((_, _, focused) -> look(focused));
        setOnAction(_ -> take());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Which of the inputs' numbers it is.
    int number() {
        return number;
    }

    void show(double x) {
        if (x != value) {
            value = x;
            write();
        }
    }

    private void look(boolean focused) {
        if (focused) {
            inputs.chosen().set(number);
            write();
        } else {
            take();
        }
    }

    private void write() {
        setText(isFocused() ? Show.repr(Float64.of(value)) : Digits.USUAL.of(Float64.of(value)));
    }

    private void pressed(KeyEvent event) {
        double step = inputs.reach(number).step() * (event.isShiftDown() ? 10 : 1);
        if (event.getCode() == KeyCode.UP) {
            move(step);
        } else if (event.getCode() == KeyCode.DOWN) {
            move(-step);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            write();
        } else {
            return;
        }
        event.consume();
    }

    private void move(double by) {
        inputs.set(number, inputs.reach(number).snap(value + by));
        positionCaret(getLength());
    }

    /// Takes over what was typed; what is no number gives way to the one there was.
    private void take() {
        String shown = getText().strip();
        Double typed = number(shown);
        boolean same = shown.equals(Digits.USUAL.of(Float64.of(value)));
        if (typed != null && !same) {
            inputs.set(number, typed);
            value = typed;
        }
        inputs.letGo();
        write();
    }

    private static @Nullable Double number(String text) {
        return switch (text.replace('−', '-')) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            case String digits -> {
                try {
                    yield digits.matches("[-+0-9.eE_]+")
                            ? Double.valueOf(digits.replace("_", ""))
                            : null;
                } catch (NumberFormatException _) {
                    yield null;
                }
            }
        };
    }
}
